"""The database of this installation as the command line uses it: opened, up to date, and as the operator."""

from pathlib import Path
from typing import TYPE_CHECKING

from web.cli.failures import Stop
from web.cli.words import say

if TYPE_CHECKING:
    from assessment.access import Actor
    from assessment.database import Database
    from assessment.engagement_cards import EngagementCard


def place_of(url: str) -> str:
    """Return a database address without its password.

    >>> place_of("postgresql+psycopg://zhou:secret@db/zhidian"), place_of("sqlite:////data/zhidian.db")
    ('postgresql+psycopg://zhou:***@db/zhidian', 'sqlite:////data/zhidian.db')
    """
    from sqlalchemy import make_url

    return make_url(url).render_as_string(hide_password=True)


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite database, None for a database server."""
    from sqlalchemy import make_url

    parts = make_url(url)
    return Path(parts.database) if parts.get_backend_name() == "sqlite" and parts.database else None


def opened(*, empty: bool = False) -> "tuple[Database, Actor]":
    """Return the database and the operator; with ``empty`` also one that has no workspace yet, which is then made.

    Stops when the tables are not of this version: nothing is migrated in passing.
    """
    from assessment.accounts import ensure_workspace, operator
    from assessment.errors import NotFound
    from web.settings import settings
    from web.storage import database, now

    url = settings().database_url
    file = file_of(url)
    if file is not None and not file.exists():  # looking must not make a file
        raise Stop(say("engagement.none") if not empty else say("db.behind", place=place_of(url)))
    db = database()
    if db.revision() != db.head():
        raise Stop(say("db.behind", place=place_of(url)))
    if empty:
        ensure_workspace(db, now())
    try:
        return db, operator(db)
    except NotFound:
        raise Stop(say("engagement.none")) from None


def found(db: "Database", actor: "Actor", wanted: str) -> "EngagementCard":
    """Return the engagement with this id or this name (in either language). Stops when there is none, or several."""
    from assessment.engagements import list_engagements

    cards = (*list_engagements(db, actor), *list_engagements(db, actor, archived=True))
    if not cards:
        raise Stop(say("engagement.none"))
    sought = wanted.strip().casefold()
    matches = [card for card in cards if sought in {card.id, card.name.casefold(), card.name_en.casefold()}]
    if not matches:
        raise Stop(say("engagement.unknown", name=wanted))
    if len(matches) > 1:
        raise Stop(say("engagement.ambiguous", n=len(matches), name=wanted, ids=" ".join(card.id for card in matches)))
    return matches[0]
