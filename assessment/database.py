"""The one way to the database: SQLite by default, PostgreSQL by URL; units of work that commit whole or not at all."""

import sqlite3
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, Select, create_engine, event, func, make_url, select, text
from sqlalchemy.engine.url import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlmodel import Session

from assessment import migrating
from assessment.errors import AssessmentError
from questionnaires.locale_text import LocaleText

BUSY_SECONDS = 15
"""How long a writer waits for its turn on SQLite; writers hold it for milliseconds."""

WRITES = "zhidian_writes"


class Database:
    """A database with its connections. ``identity`` tells two databases of one process apart (caches are keyed by it)."""

    def __init__(self, engine: Engine) -> None:
        self.identity = uuid.uuid4().hex
        self._engine = engine
        self._writing = engine.execution_options(**{WRITES: True})
        sqlite = engine.dialect.name == "sqlite"
        snapshot = {} if sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._reading = engine.execution_options(**snapshot)

    @classmethod
    def open(cls, url: str) -> Self:
        """Open the database ``url`` names and prove that it answers; nothing is created but an empty SQLite file.

        Raises:
            AssessmentError: ``database_url`` when the URL cannot be read, ``database`` when it leads nowhere.
        """
        try:
            engine = _engine(make_url(url))
        except (ArgumentError, NoSuchModuleError, ValueError) as error:
            raise _bad_url() from error
        try:
            with engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        except (DBAPIError, sqlite3.Error) as error:
            engine.dispose()
            raise _unreachable(engine.url, error) from error
        return cls(engine)

    @contextmanager
    def unit(self, queue: str | None = None) -> Generator[Session]:
        """Write: everything in the block is stored together, or nothing.

        On SQLite all writers wait in one queue. On PostgreSQL those of one engagement do (see ``door``), and those that
        name the same ``queue``, for what belongs to no engagement.
        """
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            if queue is not None and self._engine.dialect.name == "postgresql":
                session.connection().execute(_turn(queue))
            yield session

    @contextmanager
    def view(self) -> Generator[Session]:
        """Read: everything in the block is seen as of one moment."""
        with Session(self._reading, expire_on_commit=False) as session, session.begin():
            yield session

    def migrate(self) -> None:
        """Bring the tables to the version of this program; an up-to-date database is left alone.

        Raises:
            AssessmentError: ``database_newer`` when a newer program made the tables.
        """
        with self._writing.begin() as connection:
            if connection.dialect.name == "postgresql":  # two servers starting together: one migrates, one waits
                connection.execute(_turn("migrate"))
            version = migrating.current(connection)
            if version is not None and not migrating.knows(version):
                raise _newer(version)
            migrating.upgrade(connection)

    def revision(self) -> str | None:
        """Return the version the tables have, None for an empty database."""
        with self._reading.begin() as connection:
            return migrating.current(connection)

    def head(self) -> str:
        """Return the version this program needs."""
        return migrating.head()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def _turn(queue: str) -> Select[Any]:
    """Return the statement that waits for one's turn and holds it until the end of the transaction."""
    return select(func.pg_advisory_xact_lock(func.hashtext(f"zhidian {queue}")))


def _engine(url: URL) -> Engine:
    """Return an engine for a readable URL; the folder of an SQLite file is made."""
    if url.get_backend_name() == "sqlite":
        if not url.database or url.database == ":memory:":
            raise ValueError("an SQLite database needs a file")
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unreachable(url, error) from error
        engine = create_engine(url, pool_size=10, max_overflow=30, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername != "postgresql+psycopg":
        raise ValueError("neither SQLite nor PostgreSQL")
    return create_engine(url, pool_size=10, max_overflow=30, pool_pre_ping=True, connect_args={"connect_timeout": 5})


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    """Set what SQLite forgets with every connection: durable commits, references that hold, patience."""
    connection.isolation_level = None  # transactions are begun by _begin, not by the driver's guess
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    """Take the write lock at once when writing: a read that turns into a write midway can fail, a queue cannot."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _newer(version: str) -> AssessmentError:
    return AssessmentError(
        "database_newer",
        LocaleText(
            f"数据库由更新的版本建立（{version}），请先升级本程序。",
            f"A newer version of this program made the database ({version}); upgrade the program first.",
        ),
    )


def _bad_url() -> AssessmentError:
    return AssessmentError(
        "database_url",
        LocaleText(
            "数据库地址无法识别，请写成 sqlite:///文件路径 或 postgresql://用户@主机/库名。",
            "The database URL cannot be read; write sqlite:///path/to/file.db or postgresql://user@host/name.",
        ),
    )


def _unreachable(url: URL, error: Exception) -> AssessmentError:
    """Name the place without its password and say the driver's reason in one line."""
    place = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    cause = getattr(error, "orig", None) or error
    reason = getattr(cause, "strerror", None) or (str(cause).strip().splitlines() or [type(cause).__name__])[0]
    return AssessmentError(
        "database",
        LocaleText(
            f"无法使用数据库 {place}（{reason}），请检查路径、权限或服务是否启动。",
            f"The database {place} cannot be used ({reason}); check the path, its permissions or whether the server runs.",
        ),
    )
