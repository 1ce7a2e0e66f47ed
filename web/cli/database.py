"""``zhidian db``: where the data lie, which version the tables have, and bringing them up to date."""

import json
from typing import Annotated

import typer

from web.cli.failures import one_sentence
from web.cli.help_pages import Command, Group
from web.cli.words import say
from web.cli.workspace import file_of, place_of

db = typer.Typer(help=say("db.help"), cls=Group, no_args_is_help=True, rich_markup_mode=None)


@db.command("url", help=say("db.url.help"), cls=Command)
def url() -> None:
    """Print the address."""
    with one_sentence():
        from web.settings import settings

        typer.echo(place_of(settings().database_url))


@db.command("migrate", help=say("db.migrate.help"), cls=Command)
def migrate() -> None:
    """Run the missing migrations."""
    with one_sentence():
        from web.storage import database

        opened = database()
        opened.migrate()
        typer.echo(say("db.migrated", revision=opened.revision()))


@db.command("status", help=say("db.status.help"), cls=Command)
def status(as_json: Annotated[bool, typer.Option("--json", help=say("json"))] = False) -> None:
    """Print the version of the tables and the one this program needs."""
    with one_sentence():
        from assessment import migrating
        from web.settings import settings
        from web.storage import database

        place, file = place_of(settings().database_url), file_of(settings().database_url)
        there = file is None or file.exists()  # looking must not make a file
        revision, head = database().revision() if there else None, migrating.head()
        if as_json:
            facts = {"url": place, "revision": revision, "head": head, "current": revision == head}
            typer.echo(json.dumps(facts, ensure_ascii=False, indent=1))
        else:
            typer.echo(say("db.status", place=place, revision=revision or say("db.empty"), head=head))
