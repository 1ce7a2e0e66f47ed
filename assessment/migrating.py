"""Alembic without an ini file: the migrations travel inside the package."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

FOLDER = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Run every migration that is still missing, inside the transaction of ``connection``."""
    command.upgrade(_config(connection), "head")


def current(connection: Connection) -> str | None:
    """Return the version of the tables, None when there are none."""
    return MigrationContext.configure(connection).get_current_revision()


def knows(version: str) -> bool:
    """Return whether this program carries the migration ``version``."""
    return version in {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def head() -> str:
    """Return the newest version of this program."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    if newest is None:
        raise RuntimeError("the package carries no migrations")
    return newest
