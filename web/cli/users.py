"""``zhidian user``: accounts, made and mended by whoever runs the installation."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from web.cli.failures import Stop, one_sentence
from web.cli.help_pages import Command, Group
from web.cli.words import say
from web.cli.workspace import found, opened

user = typer.Typer(help=say("user.help"), cls=Group, no_args_is_help=True, rich_markup_mode=None)
Email = Annotated[str, typer.Argument(metavar="EMAIL", help=say("user.email"))]


class RoleName(StrEnum):
    """The roles, as they are typed."""

    owner = "owner"
    lead = "lead"
    consultant = "consultant"
    analyst = "analyst"
    client_owner = "client_owner"
    executive = "executive"
    team_member = "team_member"
    viewer = "viewer"


@user.command("add", help=say("user.add.help"), cls=Command)
def add(
    email: Email,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help=say("user.name"))] = "",
    role: Annotated[RoleName, typer.Option("--role", metavar="ROLE", help=say("user.role"))] = RoleName.consultant,
    engagement: Annotated[
        list[str] | None, typer.Option("--engagement", metavar="ENGAGEMENT", help=say("user.engagement"))
    ] = None,
) -> None:
    """Add an account."""
    with one_sentence():
        from assessment.access import role_of
        from assessment.accounts import add_user
        from web.storage import now

        db, actor = opened(empty=True)
        members = [found(db, actor, wanted).id for wanted in engagement or ()]
        password = add_user(db, email, name, role_of(role.value), None, members, now())
        typer.echo(say("user.added", email=email.strip().lower(), role=role.value, password=password))


@user.command("list", help=say("user.list.help"), cls=Command)
def list_(as_json: Annotated[bool, typer.Option("--json", help=say("json"))] = False) -> None:
    """List the accounts."""
    with one_sentence():
        from assessment.accounts import list_users

        db, _ = opened(empty=True)
        cards = list_users(db)
        if as_json:
            rows = [
                {
                    "email": card.email,
                    "name": card.name,
                    "role": card.role,
                    "engagements": list(card.engagements),
                    "active": card.active,
                    "created": card.created.isoformat(),
                }
                for card in cards
            ]
            typer.echo(json.dumps({"users": rows}, ensure_ascii=False, indent=1))
        elif not cards:
            typer.echo(say("user.none"))
        else:
            for card in cards:
                typer.echo(f"{card.email}  {card.role}  {card.name}  {' '.join(card.engagements)}".rstrip())


@user.command("reset", help=say("user.reset.help"), cls=Command)
def reset(email: Email) -> None:
    """Set a new password and close all log-ins."""
    with one_sentence():
        from assessment.accounts import reset_password
        from assessment.errors import NotFound
        from web.storage import now

        db, _ = opened(empty=True)
        try:
            password = reset_password(db, email, now())
        except NotFound:
            raise Stop(say("user.unknown", email=email)) from None
        typer.echo(say("user.reset", email=email.strip().lower(), password=password))
