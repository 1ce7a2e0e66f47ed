"""Machine formats: the product's own engines on files, so that programs and benchmarks can drive them."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from web.cli.failures import one_sentence
from web.cli.words import say

Input = Annotated[Path, typer.Option("--input", "-i", help=say("engine.input"))]
Output = Annotated[Path | None, typer.Option("--output", "-o", help=say("engine.output"))]
TimeLimit = Annotated[float, typer.Option("--time-limit", min=0.1, help=say("engine.time_limit"))]

roadmap = typer.Typer(help=say("roadmap.help"), no_args_is_help=True)


def read(path: Path) -> dict[str, Any]:
    """Read a JSON document; ``-`` is standard input."""
    return json.loads(sys.stdin.read() if str(path) == "-" else path.read_text("utf-8"))


def write(document: dict[str, Any], path: Path | None) -> None:
    """Write a JSON document to ``path`` or standard output."""
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    if path is None:
        sys.stdout.write(text)
    else:
        path.write_text(text, "utf-8")


def score(input: Input, output: Output = None) -> None:  # noqa: A002 - the option is called --input in the specification
    """Score a ``zhidian.scoring/1`` document and write ``zhidian.scores/1``."""
    from scoring.machine import score_document

    with one_sentence():
        write(score_document(read(input)), output)


@roadmap.command("select", help=say("roadmap.select.help"))
def select(input: Input, output: Output = None, time_limit: TimeLimit = 60) -> None:  # noqa: A002
    """Choose initiatives for a ``zhidian.selection/1`` document and write ``zhidian.plan/1``."""
    from roadmap.selection import select_document

    with one_sentence():
        write(select_document(read(input), time_limit), output)


@roadmap.command("schedule", help=say("roadmap.schedule.help"))
def schedule(input: Input, output: Output = None) -> None:  # noqa: A002
    """Date the tasks of a ``zhidian.network/1`` document."""
    from roadmap.schedule import schedule_document

    with one_sentence():
        write(schedule_document(read(input)), output)
