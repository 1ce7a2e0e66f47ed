"""Who can log in, for how long, and how often one may guess."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from assessment import passwords
from assessment.access import PERMISSIONS, ROLES, Actor, may, role_of, sees
from assessment.accounts import (
    actor_of,
    add_user,
    authenticate,
    close_session,
    deactivate,
    ensure_workspace,
    join,
    list_users,
    operator,
    reset_password,
)
from assessment.database import Database
from assessment.errors import AssessmentError, InvalidInput, NotFound, Throttled
from assessment.sessions import FAILURES_PER_CLIENT, FAILURES_PER_PAIR, IDLE, LONGEST
from assessment.tables import SessionRow, UserRow

PASSWORD = "a long password"


@pytest.fixture
def ming(world):
    add_user(world.db, "Ming@Firm.example ", "Ming", "consultant", PASSWORD, [], world.now)
    return "ming@firm.example"


def login(world, email="ming@firm.example", password=PASSWORD, client="10.0.0.1", at=None):
    return authenticate(world.db, email, password, client, at or world.now)


def test_a_user_logs_in_and_is_who_they_are(world, ming):
    token = login(world, " MING@firm.example")
    actor = actor_of(world.db, token, world.now)
    assert (actor.email, actor.name, actor.role, actor.workspace) == (ming, "Ming", "consultant", world.alice.workspace)
    assert actor.user


def test_neither_passwords_nor_tokens_are_kept(world, ming):
    token = login(world)
    with world.db.view() as session:
        kept = [*session.exec(SessionRow.__table__.select()).all(), *session.exec(UserRow.__table__.select()).all()]
    assert token not in str(kept)
    assert PASSWORD not in str(kept)


@pytest.mark.parametrize(("email", "password"), [("ming@firm.example", "wrong"), ("nobody@firm.example", PASSWORD)])
def test_a_wrong_address_and_a_wrong_password_look_the_same(world, ming, email, password):
    with pytest.raises(AssessmentError) as refused:
        login(world, email, password)
    assert refused.value.code == "wrong_login"


def test_the_real_hash_is_argon2id_with_the_library_settings(monkeypatch):
    from argon2 import PasswordHasher

    monkeypatch.setattr(passwords, "_hasher", PasswordHasher())
    digest = passwords.hashed(PASSWORD)
    assert digest.startswith("$argon2id$")
    assert passwords.matches(PASSWORD, digest)
    assert not passwords.matches("else", digest)
    assert not passwords.matches(PASSWORD, "no hash at all")


def test_guessing_is_stopped_also_for_the_right_password(world, ming):
    for _ in range(FAILURES_PER_PAIR):
        with pytest.raises(AssessmentError, match="wrong_login"):
            login(world, password="guess")
    with pytest.raises(Throttled) as refused:
        login(world)
    assert (refused.value.code, refused.value.minutes) == ("throttled", 15)
    assert login(world, client="10.0.0.2"), "another machine is not locked out with it"
    assert login(world, at=world.later(minutes=16))


def test_guessing_at_many_addresses_is_stopped(world, ming):
    for n in range(FAILURES_PER_CLIENT):
        with pytest.raises(AssessmentError, match="wrong_login"):
            login(world, email=f"user{n}@firm.example")
    with pytest.raises(Throttled):
        login(world)


def test_parallel_guesses_count_too(world, ming):
    found = []

    def guess():
        try:
            login(world, password="guess")
        except AssessmentError as error:
            found.append(error.code)

    threads = [threading.Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found.count("wrong_login") == FAILURES_PER_PAIR
    assert found.count("throttled") == 12 - FAILURES_PER_PAIR


def test_attempts_are_forgotten_after_a_day(world, ming):
    login(world)
    login(world, at=world.later(days=2))
    with world.db.view() as session:
        from assessment.tables import LoginAttemptRow

        assert len(session.exec(LoginAttemptRow.__table__.select()).all()) == 1


def test_a_session_ends_when_idle(world, ming):
    token = login(world)
    assert actor_of(world.db, token, world.now + IDLE - timedelta(seconds=1))
    assert actor_of(world.db, token, world.now + IDLE + timedelta(hours=1)), "use prolongs it"
    assert actor_of(world.db, token, world.now + 3 * IDLE) is None


def test_a_session_ends_at_last_however_busy(world, ming):
    token, at = login(world), world.now
    while at < world.now + LONGEST - timedelta(hours=12):
        at += timedelta(hours=12)
        assert actor_of(world.db, token, at)
    assert actor_of(world.db, token, world.now + LONGEST) is None


def test_every_log_in_has_a_token_of_its_own(world, ming):
    first, second = login(world), login(world)
    close_session(world.db, first)
    assert actor_of(world.db, first, world.now) is None
    assert actor_of(world.db, second, world.now)
    close_session(world.db, "unknown")


def test_old_sessions_are_cleared_away(world, ming):
    login(world)
    login(world, at=world.now + 2 * IDLE)
    with world.db.view() as session:
        assert len(session.exec(SessionRow.__table__.select()).all()) == 1


def test_a_new_password_ends_all_sessions(world, ming):
    token = login(world)
    chosen = reset_password(world.db, "MING@firm.example", world.now)
    assert actor_of(world.db, token, world.now) is None
    assert login(world, password=chosen)
    with pytest.raises(NotFound):
        reset_password(world.db, "nobody@firm.example", world.now)
    with pytest.raises(InvalidInput):
        reset_password(world.db, ming, world.now, "short")


def test_a_leaver_is_out_at_once(world, ming):
    token = login(world)
    deactivate(world.db, ming, world.now)
    assert actor_of(world.db, token, world.now) is None
    with pytest.raises(AssessmentError, match="wrong_login"):
        login(world)
    assert [u.active for u in list_users(world.db)] == [False]


def test_a_client_user_is_member_of_named_engagements(world):
    add_user(world.db, "li@client.example", "Li", "viewer", PASSWORD, [world.engagement], world.now)
    join(world.db, "li@client.example", world.elsewhere, world.now)
    join(world.db, "li@client.example", world.elsewhere, world.now)
    actor = actor_of(world.db, login(world, "li@client.example"), world.now)
    assert actor.engagements == {world.engagement, world.elsewhere}
    assert list_users(world.db)[0].engagements == tuple(sorted([world.engagement, world.elsewhere]))


def test_nobody_joins_an_engagement_of_another_firm(world):
    add_user(world.db, "x@other.example", "X", "viewer", PASSWORD, [], world.now, workspace=world.charlie.workspace)
    with pytest.raises(NotFound):
        join(world.db, "x@other.example", world.engagement, world.now)
    with pytest.raises(InvalidInput) as refused:
        add_user(
            world.db,
            "y@other.example",
            "Y",
            "viewer",
            PASSWORD,
            [world.engagement],
            world.now,
            workspace=world.charlie.workspace,
        )
    assert [p.where for p in refused.value.problems] == ["engagements"]
    assert [u.email for u in list_users(world.db, workspace=world.charlie.workspace)] == ["x@other.example"]
    assert list_users(world.db) == ()


def test_everything_wrong_with_a_user_is_named_at_once(world, ming):
    with pytest.raises(InvalidInput) as refused:
        add_user(world.db, ming, "Again", "boss", "short", ["nowhere"], world.now)  # type: ignore[arg-type]
    assert [p.where for p in refused.value.problems] == ["email", "role", "password", "engagements"]
    with pytest.raises(InvalidInput):
        add_user(world.db, "no address", "X", "viewer", PASSWORD, [], world.now)


def test_without_a_password_a_random_one_is_made(world):
    chosen = add_user(world.db, "a@firm.example", "", "owner", None, [], world.now)
    assert login(world, "a@firm.example", chosen)
    assert len(chosen) >= 12


def test_the_operator_needs_a_workspace(empty_url):
    db = Database.open(empty_url)
    db.migrate()
    with pytest.raises(NotFound):
        operator(db)

    first = ensure_workspace(db, datetime(2026, 11, 24, tzinfo=UTC))
    assert ensure_workspace(db, datetime(2026, 11, 24, tzinfo=UTC), "else") == first
    assert operator(db) == Actor("operator", "operator", "", "owner", first)
    db.close()


def test_roles_and_permissions():
    assert set(PERMISSIONS) == set(ROLES)
    with pytest.raises(ValueError, match="boss"):
        role_of("boss")
    owner = Actor("u", "U", "", "owner", "w")
    viewer = Actor("v", "V", "", "viewer", "w", frozenset({"e"}))
    assert all(may(owner, p) for rights in PERMISSIONS.values() for p in rights)
    assert [sees(viewer, "w", "e"), sees(viewer, "w", "f"), sees(viewer, "x", "e")] == [True, False, False]
    assert [sees(owner, "w", "f"), sees(owner, "x", "f")] == [True, False]
