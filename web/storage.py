"""The one database of this process and the content pack it works with."""

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from web.settings import settings

if TYPE_CHECKING:
    from assessment.content import ContentPack
    from assessment.database import Database


@cache
def database() -> "Database":
    """Return the database named by the settings, opened once."""
    from assessment.database import Database

    return Database.open(settings().database_url)


@cache
def content() -> "ContentPack":
    """Return the content pack with the operator's overlay."""
    from assessment.content import load_pack

    return load_pack(settings().content)


def now() -> datetime:
    """Return the present moment; the only clock of the web layer."""
    return datetime.now(UTC)
