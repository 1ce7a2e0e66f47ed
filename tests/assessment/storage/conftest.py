"""Two engines, one world: a firm with two engagements, another firm, and everybody who may or may not come in."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import create_engine, text

from assessment import passwords
from assessment.access import Actor
from assessment.accounts import add_workspace, ensure_workspace
from assessment.answering import AnswerEvent
from assessment.content import ContentPack, load_pack
from assessment.database import Database
from assessment.engagement import CompanyProfile, Person, Store
from assessment.engagements import create_engagement
from assessment.fieldwork import DocumentFinding
from assessment.planning import build_roadmap
from assessment.registering import replace_documents, replace_people, replace_stores
from assessment.sample_loading import load_sample
from assessment.tables import METADATA
from questionnaires.answers import Answer

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
TABLES = sorted(METADATA.tables)
numbers = count(1)


@dataclass(frozen=True, slots=True)
class World:
    """One database with people in it.

    ``planned`` has answers, a roadmap and nothing reported yet. ``alice`` leads the firm, ``carl`` consults, ``ann`` analyses; ``olga`` owns the client side of ``engagement``,
    ``tim`` works on it, ``eve`` is an executive and ``vera`` looks on. ``dora`` owns the client side of another engagement of the
    firm, ``charlie`` leads another firm. All of them exist, only some may enter.
    """

    db: Database
    now: datetime
    engagement: str
    elsewhere: str
    sample: str
    planned: str
    alice: Actor
    carl: Actor
    ann: Actor
    olga: Actor
    tim: Actor
    eve: Actor
    vera: Actor
    dora: Actor
    charlie: Actor

    @property
    def strangers(self) -> tuple[Actor, ...]:
        """Those for whom ``engagement`` does not exist."""
        return self.dora, self.charlie

    @property
    def clients(self) -> tuple[Actor, ...]:
        """Those of the client who may enter ``engagement``."""
        return self.olga, self.tim, self.eve, self.vera

    def later(self, **span: float) -> datetime:
        """Return a later moment."""
        return self.now + timedelta(**span)


@pytest.fixture(scope="session")
def content() -> ContentPack:
    """The content pack of the package."""
    return load_pack()


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with the least work argon2 allows: these tests are about who gets in, not how long it takes."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobody.cache_clear()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory, content: ContentPack) -> tuple[Path, World]:
    """A migrated SQLite file with the world in it."""
    file = tmp_path_factory.mktemp("template") / "world.db"
    world = _populate(f"sqlite:///{file}", content)
    return file, world


@pytest.fixture(scope="session")
def postgres_world(postgres_server: str, content: ContentPack) -> tuple[str, World]:
    """A migrated PostgreSQL database with the world in it, and a copy of every table to go back to."""
    _administer(postgres_server, "CREATE DATABASE world")
    url = postgres_server.format(name="world")
    world = _populate(url, content)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE SCHEMA seed"))
        for table in TABLES:
            connection.execute(text(f"CREATE TABLE seed.{table} AS TABLE {table}"))
    engine.dispose()
    return url, world


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The engine of this test."""
    return request.param


@pytest.fixture
def empty_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without tables."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server = request.getfixturevalue("postgres_server")
    name = f"empty{next(numbers)}"
    _administer(server, f"CREATE DATABASE {name}")
    yield server.format(name=name)
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def world(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A fresh copy of the world on this engine."""
    if engine == "sqlite":
        template, kept = request.getfixturevalue("sqlite_template")
        shutil.copy(template, tmp_path / "world.db")
        url = f"sqlite:///{tmp_path / 'world.db'}"
    else:
        url, kept = request.getfixturevalue("postgres_world")
        _restore(url)
    db = Database.open(url)
    yield replace(kept, db=db)
    db.close()


@pytest.fixture
def db(world: World) -> Database:
    """The database of the world."""
    return world.db


@pytest.fixture
def event() -> Callable[..., AnswerEvent]:
    """Make answer events with ids of their own."""

    def make(question: str = "M.SAL2", value: int | str = 3, person: str = "M01", **answer: object) -> AnswerEvent:
        given = Answer(question, value, **answer)  # type: ignore[arg-type]
        return AnswerEvent(f"event-{next(numbers)}", person, question, given, NOW)

    return make


def _administer(server: str, statement: str) -> None:
    engine = create_engine(server.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def _restore(url: str) -> None:
    """Put every table back as it was, in one round trip; faster than a database of its own for every test."""
    steps = ["SET LOCAL session_replication_role = replica"]  # history may be rewritten here only
    for table in TABLES:
        if "seq" in METADATA.tables[table].columns and table != "job":  # append-only: what is new is on top
            steps.append(f"DELETE FROM {table} WHERE seq > coalesce((SELECT max(seq) FROM seed.{table}), 0)")
        else:
            steps += [f"DELETE FROM {table}", f"INSERT INTO {table} SELECT * FROM seed.{table}"]
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("; ".join(steps))
    engine.dispose()


def _planned(db: Database, alice: Actor, content: ContentPack) -> str:
    """An engagement small enough to be planned in a second."""
    profile = CompanyProfile("计划", "home", "hub_existing", start=date(2026, 12, 1), budget=50_000_000)
    ident = create_engagement(db, alice, profile, NOW)
    people = [Person("P01", "顾一鸣", "executive", ("owner",)), Person("T01", "何俊", "client_team")]
    replace_people(db, alice, ident, people, NOW)
    found = [DocumentFinding("HQ", c, 1, evidence=("document",)) for c in ("SAL2", "RES5", "STR1")]
    replace_documents(db, alice, ident, found, NOW)
    build_roadmap(db, alice, ident, content, NOW)
    return ident


def _populate(url: str, content: ContentPack) -> World:
    db = Database.open(url)
    db.migrate()
    firm, other = ensure_workspace(db, NOW, "Firm"), add_workspace(db, NOW + timedelta(days=1), "Other firm")

    def person(name: str, role: str, *engagements: str, workspace: str = firm) -> Actor:
        return Actor(name, name.title(), f"{name}@x.example", role, workspace, frozenset(engagements))  # type: ignore[arg-type]

    alice = person("alice", "lead")
    sample = load_sample(db, alice, content, NOW)
    engagement = create_engagement(db, alice, CompanyProfile("小店", "home", "hub_existing", name_en="Small"), NOW)
    elsewhere = create_engagement(db, alice, CompanyProfile("别处", "home", "hub_existing"), NOW)
    stores = [Store(f"S0{n}", f"店{n}", "own", "standard", "t12") for n in (1, 2)]
    replace_stores(db, alice, engagement, stores, NOW)
    people = [
        Person("P01", "顾一鸣", "executive", ("owner",)),
        Person("M01", "陆晨", "manager", store="S01"),
        Person("M02", "方敏", "manager", store="S02"),
        Person("T01", "何俊", "client_team"),
    ]
    replace_people(db, alice, engagement, people, NOW)
    planned = _planned(db, alice, content)
    world = World(
        db=db,
        now=NOW,
        engagement=engagement,
        elsewhere=elsewhere,
        sample=sample,
        planned=planned,
        alice=alice,
        carl=person("carl", "consultant"),
        ann=person("ann", "analyst"),
        olga=person("olga", "client_owner", engagement, sample, planned),
        tim=person("tim", "team_member", engagement, sample, planned),
        eve=person("eve", "executive", engagement, sample, planned),
        vera=person("vera", "viewer", engagement, sample, planned),
        dora=person("dora", "client_owner", elsewhere),
        charlie=person("charlie", "owner", workspace=other),
    )
    db.close()
    return world
