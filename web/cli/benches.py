"""``zhidian bench``: measure the engines on this machine and print JSON with the machine's facts."""

import json
import os
import platform
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any

import typer

from web.cli.failures import one_sentence
from web.cli.help_pages import Command, Group
from web.cli.words import say

bench = typer.Typer(help=say("bench.help"), cls=Group, no_args_is_help=True, rich_markup_mode=None)
LIBRARIES = ("reflex", "weasyprint", "ortools", "numpy", "sqlmodel")
Data = Annotated[
    Path | None, typer.Option("--data", metavar="FOLDER", help=say("bench.data"), envvar="ZHIDIAN_BENCH_DATA")
]


def machine() -> dict[str, Any]:
    """Return what a reader needs to judge the figures: processor, cores, Python and library versions."""
    cpu = next(
        (line.split(":", 1)[1].strip() for line in _cpuinfo() if line.startswith("model name")), platform.processor()
    )
    return {
        "cpu": cpu,
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 2),
        "libraries": {name: metadata.version(name) for name in LIBRARIES},
    }


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text().splitlines() if path.exists() else []


def measure_scoring() -> dict[str, Any]:
    """Time the scoring engine."""
    from scoring.bench import run

    return run()


def measure_roadmap(data: Path | None) -> dict[str, Any]:
    """Time choosing and dating: on the instances of ``data`` where there are any, and on the sample engagement."""
    from roadmap.bench import planning, run
    from web.cli.bench_sample import plan_input

    given, today = plan_input()
    return {**run(data), **planning(given, today)}


def measure_report() -> dict[str, Any]:
    """Time the sample's report in both languages."""
    from web.cli.bench_sample import reports

    return reports()


def measure_pages() -> dict[str, Any]:
    """Time the pages of the sample."""
    from web.cli.bench_pages import pages

    return pages()


def measure_content() -> dict[str, Any]:
    """Time loading and checking the content pack, each run in a process of its own."""
    from web.cli.bench_content import content

    return content()


def _print(figures: dict[str, Any]) -> None:
    typer.echo(json.dumps({"machine": machine(), **figures}, ensure_ascii=False, indent=1))


@bench.command("scoring", help=say("bench.scoring"), cls=Command)
def scoring() -> None:
    """Time the scoring engine against its bars."""
    with one_sentence():
        _print({"scoring": measure_scoring()})


@bench.command("roadmap", help=say("bench.roadmap"), cls=Command)
def roadmap(data: Data = None) -> None:
    """Time the roadmap engine against its bars."""
    with one_sentence():
        _print({"roadmap": measure_roadmap(data)})


@bench.command("report", help=say("bench.report"), cls=Command)
def report() -> None:
    """Time the PDF against its bars."""
    with one_sentence():
        _print({"report": measure_report()})


@bench.command("pages", help=say("bench.pages"), cls=Command)
def pages() -> None:
    """Time the server's part of every page against its bar."""
    with one_sentence():
        _print({"pages": measure_pages()})


@bench.command("content", help=say("bench.content"), cls=Command)
def content() -> None:
    """Time the content pack against its bar."""
    with one_sentence():
        _print({"content": measure_content()})


@bench.command("psplib", help=say("bench.psplib"), cls=Command)
def psplib(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=say("bench.psplib.folder"))],
    seconds: Annotated[
        float, typer.Option("--seconds", metavar="SECONDS", min=0.1, help=say("bench.psplib.seconds"))
    ] = 10,
) -> None:
    """Date every RCPSP instance of a folder."""
    from roadmap.psplib import run

    with one_sentence():
        _print({"psplib": run(folder, seconds)})


@bench.command("all", help=say("bench.all"), cls=Command)
def everything(data: Data = None) -> None:
    """Run every bench."""
    with one_sentence():
        engines = {"scoring": measure_scoring(), "roadmap": measure_roadmap(data)}
        _print({**engines, "report": measure_report(), "pages": measure_pages(), "content": measure_content()})
