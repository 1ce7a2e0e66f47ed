"""The command ``zhidian``: one Typer application, its commands in the order a consultant meets them."""

from collections.abc import Callable
from typing import Any

import typer

from web.cli import (
    benches,
    content,
    crosswalk,
    database,
    demo,
    doctor,
    engagement,
    engines,
    pack,
    scoring,
    service,
    users,
)
from web.cli.help_pages import Command, Group
from web.cli.words import say, unknown_locale

app = typer.Typer(
    name="zhidian",
    help=say("app.help"),
    cls=Group,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)


@app.callback()
def began() -> None:
    """Say once when the language asked for is none of ours; the command goes on in English."""
    odd = unknown_locale()
    if odd:
        typer.echo(say("locale.unknown", value=odd), err=True)


def _add(name: str, function: Callable[..., Any]) -> None:
    text = say(f"{name}.help")
    app.command(name, help=text, short_help=text.partition("\n")[0], cls=Command)(function)


_add("serve", service.serve)
_add("demo", demo.demo)
_add("doctor", doctor.doctor)
_add("check", content.check)
app.add_typer(pack.content, name="content", short_help=say("content.help"))
_add("engagements", engagement.engagements)
_add("import", engagement.import_table)
_add("assess", engagement.assess)
_add("plan", engagement.plan)
_add("report", engagement.report)
_add("crosswalk", crosswalk.crosswalk)
_add("score", scoring.score)
app.add_typer(engines.roadmap, name="roadmap", short_help=say("roadmap.help"))
app.add_typer(users.user, name="user", short_help=say("user.help"))
app.add_typer(database.db, name="db", short_help=say("db.help"))
app.add_typer(benches.bench, name="bench", short_help=say("bench.help"))


def main() -> None:
    """Entry point of the ``zhidian`` script."""
    app()
