"""The database itself: opening, migrating, durability, and what it refuses."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from assessment.database import Database
from assessment.errors import AssessmentError
from assessment.tables import METADATA, EngagementRow, WorkspaceRow


def test_migrations_make_exactly_the_tables_of_the_program(empty_url):
    db = Database.open(empty_url)
    assert db.revision() is None
    db.migrate()
    assert db.revision() == db.head()
    engine = create_engine(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert set(inspect(connection).get_table_names()) == {*METADATA.tables, "alembic_version"}
    engine.dispose()
    db.close()


def test_migrating_again_changes_nothing(db):
    db.migrate()
    assert db.revision() == db.head()


def test_two_servers_starting_together_migrate_once(empty_url):
    databases = [Database.open(empty_url) for _ in range(2)]
    threads = [threading.Thread(target=db.migrate) for db in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(db.revision() == db.head() for db in databases)
    for db in databases:
        db.close()


def test_migrations_can_be_undone(empty_url):
    from alembic import command

    from assessment import migrating

    db = Database.open(empty_url)
    db.migrate()
    with db._writing.begin() as connection:
        command.downgrade(migrating._config(connection), "base")
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
    db.close()


def test_what_an_older_program_stored_is_still_there_after_migrating(empty_url):
    from alembic import command

    from assessment import migrating

    db = Database.open(empty_url)
    moment = datetime(2026, 11, 24, tzinfo=UTC)
    with db._writing.begin() as connection:
        command.upgrade(migrating._config(connection), "0005")
        connection.execute(text("INSERT INTO workspace (id, name, created) VALUES ('w', 'Firm', :at)"), {"at": moment})
        connection.execute(
            text(
                "INSERT INTO engagement (id, workspace_id, name, name_en, industry, sample, archived, wave, consultants, "
                "profile, revision, created, updated) VALUES ('e', 'w', '店', '', 'home', false, false, 1, '[]', '{}', 7, :at, :at)"
            ),
            {"at": moment},
        )
    db.migrate()
    with db.view() as session:
        row = session.get(EngagementRow, "e")
    assert (row.name, row.revision, row.researched, row.created) == ("店", 7, 1, moment)
    db.close()


def test_a_database_of_a_newer_program_is_left_alone(empty_url):
    db = Database.open(empty_url)
    db.migrate()
    with db.unit() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(AssessmentError) as refused:
        db.migrate()
    assert refused.value.code == "database_newer"
    assert db.revision() == "9999"
    db.close()


def test_sqlite_is_durable_and_keeps_references(tmp_path):
    db = Database.open(f"sqlite:///{tmp_path / 'deep' / 'er' / 'a.db'}")
    with db.view() as session:
        found = {
            p: session.execute(text(f"PRAGMA {p}")).scalar() for p in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    db.close()


def test_postgresql_urls_may_leave_the_driver_out(postgres_server):
    db = Database.open(postgres_server.format(name="postgres").replace("+psycopg", ""))
    assert db.revision() is None
    db.close()


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("nonsense", "database_url"),
        ("mysql://root@localhost/x", "database_url"),
        ("sqlite://", "database_url"),
        ("sqlite:////proc/nowhere/a.db", "database"),
        ("sqlite:////dev/null/a.db", "database"),
        ("sqlite:////tmp", "database"),
        ("postgresql://u:secret@127.0.0.1:1/x", "database"),
    ],
)
def test_a_place_that_cannot_be_used_is_refused_in_one_sentence(url, code):
    with pytest.raises(AssessmentError) as refused:
        Database.open(url)
    assert refused.value.code == code
    for locale in ("zh", "en"):
        sentence = refused.value.sentence(locale)
        assert "\n" not in sentence
        assert "secret" not in sentence


def test_a_file_that_is_no_database_is_refused(tmp_path):
    file = tmp_path / "notes.db"
    file.write_text("not a database, but long enough to look like one" * 20)
    with pytest.raises(AssessmentError) as refused:
        Database.open(f"sqlite:///{file}")
    assert refused.value.code == "database"
    assert file.read_text().startswith("not a database")


def test_a_unit_is_stored_whole_or_not_at_all(world):
    def fail_midway():
        with world.db.unit() as session:
            session.add(WorkspaceRow(id="lost", name="lost", created=world.now))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_midway()
    with world.db.view() as session:
        assert session.get(WorkspaceRow, "lost") is None


def test_a_moment_needs_its_zone(world):
    with pytest.raises(Exception, match="time zone"), world.db.unit() as session:
        session.add(WorkspaceRow(id="w", name="w", created=world.now.replace(tzinfo=None)))


def test_references_must_hold(world):
    insert = text("INSERT INTO membership (user_id, engagement_id) VALUES ('nobody', 'nowhere')")
    with pytest.raises(IntegrityError), world.db.unit() as session:
        session.execute(insert)


@pytest.mark.parametrize(
    "act", ["UPDATE answer_event SET level = 5", "DELETE FROM answer_event", "DELETE FROM audit_entry"]
)
def test_the_database_refuses_to_change_history(world, act):
    with pytest.raises(DBAPIError, match="append-only"), world.db.unit() as session:
        session.execute(text(act))


def test_the_file_stays_readable_while_somebody_writes(world, engine):
    with world.db.unit() as writer:
        writer.add(WorkspaceRow(id="new", name="new", created=world.now))
        writer.flush()
        with world.db.view() as reader:
            assert reader.get(WorkspaceRow, "new") is None
    assert engine != "sqlite" or Path(world.db._engine.url.database).exists()
