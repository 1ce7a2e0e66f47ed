"""Machine formats: the product's own engines on files, so that programs and benchmarks can drive them."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from web.cli.failures import NotJsonError, Stop, one_sentence
from web.cli.files import write_whole
from web.cli.help_pages import Command, Group
from web.cli.words import say

Input = Annotated[Path, typer.Option("--input", "-i", metavar="FILE", help=say("engine.input"))]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=say("engine.output"))]
TimeLimit = Annotated[float, typer.Option("--time-limit", metavar="SECONDS", min=0.1, help=say("engine.time_limit"))]

roadmap = typer.Typer(help=say("roadmap.help"), cls=Group, no_args_is_help=True, rich_markup_mode=None)


def read(path: Path) -> dict[str, Any]:
    """Read a JSON document; ``-`` is standard input. What is no JSON object is refused with its place."""
    stdin = str(path) == "-"
    text = sys.stdin.read() if stdin else path.read_text("utf-8-sig")
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotJsonError(say("fail.stdin") if stdin else str(path), error) from None
    if not isinstance(document, dict):
        raise Stop(say("engine.object"))
    return document


def write(document: dict[str, Any], path: Path | None) -> None:
    """Write a JSON document to ``path``, whole or not at all, or to standard output."""
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    if path is None:
        typer.echo(text, nl=False)
    else:
        write_whole(path, text.encode())


@roadmap.command("select", help=say("roadmap.select.help"), cls=Command)
def select(input: Input, output: Output = None, time_limit: TimeLimit = 60) -> None:  # noqa: A002 - its name outside
    """Choose initiatives for a ``zhidian.selection/1`` document and write ``zhidian.plan/1``."""
    with one_sentence():
        document = read(input)
        from roadmap.selection import select_document

        write(select_document(document, time_limit), output)


@roadmap.command("schedule", help=say("roadmap.schedule.help"), cls=Command)
def schedule(input: Input, output: Output = None) -> None:  # noqa: A002 - its name outside
    """Date the tasks of a ``zhidian.network/1`` document and write ``zhidian.schedule/1``."""
    with one_sentence():
        document = read(input)
        from roadmap.schedule import schedule_document

        write(schedule_document(document), output)
