"""Roadmap versions: numbered, immutable, and only when there is something new."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assessment import platform_runs
from assessment.conflicts import DEMANDS, demand
from assessment.dossiers import dossier_of
from assessment.engagements import create_engagement, edit_profile, list_engagements, profile_of
from assessment.errors import AssessmentError, Forbidden, InvalidInput, NotFound
from assessment.planning import Infeasible, build_roadmap, roadmap_versions, snapshot_of_version
from assessment.platform_runs import COMPARED_PATIENCE
from assessment.progress_rules import standing_items
from assessment.roadmap_versions import planned_items, version_rows
from assessment.tracking import record_progress
from roadmap import verify_snapshot
from roadmap.finished import with_finished
from roadmap.plan import Progress, Reason
from roadmap.selection import NoPlanInTimeError


@pytest.fixture
def plan(world):
    return snapshot_of_version(world.db, world.alice, world.planned, 1).plan


@pytest.fixture
def solved(monkeypatch, plan):
    """Leave the solving to its own tests: every input has the stored plan, on the platform asked for."""
    asked = []

    def make(given):
        asked.append(given)
        return replace(plan, platform=given.platform)

    monkeypatch.setattr(platform_runs, "make_plan", make)
    return asked


def test_the_first_version_is_published_whole(world, content):
    (version,) = roadmap_versions(world.db, world.vera, world.planned)
    snapshot = snapshot_of_version(world.db, world.vera, world.planned, 1)
    assert (version.version, version.digest, version.made_by) == (1, snapshot.digest, "Alice")
    assert (version.items, version.platform) == (len(snapshot.plan.items), "hub_existing")
    assert verify_snapshot(snapshot)
    assert (snapshot.content_version, snapshot.content_hash) == (content.version, content.hash)
    card = next(c for c in list_engagements(world.db, world.alice) if c.id == world.planned)
    assert (card.phase, card.items_total, card.items_done) == ("track", version.items, 0)


def test_the_same_input_gives_the_version_there_is(world, content, solved):
    again = build_roadmap(world.db, world.carl, world.planned, content, world.later(days=3))
    assert again == snapshot_of_version(world.db, world.alice, world.planned, 1)
    assert solved == []


def test_a_changed_input_gives_the_next_version_and_leaves_the_first(world, content, solved):
    before = snapshot_of_version(world.db, world.alice, world.planned, 1)
    profile = profile_of(world.db, world.alice, world.planned)
    edit_profile(world.db, world.alice, world.planned, replace(profile, budget=60_000_000), world.now)
    second = build_roadmap(world.db, world.carl, world.planned, content, world.later(days=1))
    assert second.version == 2
    assert [v.version for v in roadmap_versions(world.db, world.alice, world.planned)] == [2, 1]
    assert snapshot_of_version(world.db, world.alice, world.planned, 1) == before
    assert snapshot_of_version(world.db, world.alice, world.planned, 3) is None
    assert [given.platform for given in solved] == ["hub_existing", "composed_open", "suite_generic"]


def test_the_plan_is_held_against_every_platform_with_less_patience(world, content, solved):
    told = []
    options = {"seed": 7, "time_limit": 40.0, "progress": lambda done, runs: told.append((done, runs))}
    build_roadmap(world.db, world.alice, world.planned, content, world.now, **options)
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert [given.time_limit for given in solved] == [40.0, COMPARED_PATIENCE, COMPARED_PATIENCE]
    rows = dossier_of(world.db, world.alice, world.planned, content, world.now).comparisons
    assert [row.platform for row in rows] == ["hub_existing", "composed_open", "suite_generic"]
    assert all(row.run and row.status == "optimal" for row in rows)


def test_a_platform_without_a_plan_in_time_costs_only_its_own_figures(world, content, plan, monkeypatch):
    def make(given):
        if given.platform == "composed_open":
            raise NoPlanInTimeError(given.time_limit)
        return replace(plan, platform=given.platform)

    monkeypatch.setattr(platform_runs, "make_plan", make)
    assert build_roadmap(world.db, world.alice, world.planned, content, world.now, seed=7).version == 2
    rows = dossier_of(world.db, world.alice, world.planned, content, world.now).comparisons
    assert [(row.platform, row.run) for row in rows][1:] == [("composed_open", False), ("suite_generic", True)]
    assert rows[1].fit["total"] > 0


def test_another_platform_seed_or_patience_is_another_question(world, content, solved):
    for n, options in enumerate(({"platform": "suite_generic"}, {"seed": 7}, {"time_limit": 3.0}), start=2):
        assert build_roadmap(world.db, world.alice, world.planned, content, world.now, **options).version == n
    assert [given.platform for given in solved[:3]] == ["suite_generic", "hub_existing", "composed_open"]
    assert {given.seed for given in solved[3:6]} == {7}
    assert {given.time_limit for given in solved[6:]} == {3.0}


def say(world, content, *reports, expected=0):
    """Report on items of the plan."""
    for progress in reports:
        record_progress(world.db, world.tim, world.planned, progress, expected, world.now, content)


def test_done_and_begun_items_are_fixed_in_the_next_plan(world, content, solved, plan):
    first, second = (item.initiative for item in plan.items[:2])
    say(world, content, Progress(first, "done"), Progress(second, "on_track", actual_start=date(2027, 2, 10)))
    build_roadmap(world.db, world.alice, world.planned, content, world.now)
    assert solved[0].constraints.done == (first,)
    assert solved[0].constraints.started == {second: 2}
    assert solved[0].constraints.began == {second: date(2027, 2, 10)}


def test_a_plan_made_again_knows_what_is_spent_and_what_is_past(world, content, solved, plan):
    first, second = [item for item in plan.items if item.valuation.one_off][:2]
    say(world, content, Progress(first.initiative, "done", actual_finish=date(2027, 1, 8)))
    build_roadmap(world.db, world.alice, world.planned, content, world.later(days=70))
    limits = solved[0].constraints
    assert (limits.start, limits.not_before) == (date(2026, 12, 1), 2)
    assert limits.spent == first.valuation.one_off
    (kept,) = solved[0].finished
    assert (kept.initiative, kept.finish) == (first.initiative, date(2027, 1, 8))
    begun, over = date(2026, 12, 1), date(2027, 12, 31)
    say(world, content, Progress(second.initiative, "dropped", actual_start=begun, reported=over))
    build_roadmap(world.db, world.alice, world.planned, content, world.later(days=70))
    assert solved[-1].constraints.spent == limits.spent + second.valuation.one_off


def test_running_work_that_breaks_every_limit_refuses_no_plan(world, content, plan):
    """All began in December, which has become peak season, and there are neither money nor people any more."""
    running = [item.initiative for item in plan.items]
    say(world, content, *(Progress(ident, "on_track", actual_start=date(2026, 12, 1)) for ident in running))
    profile = profile_of(world.db, world.alice, world.planned)
    nobody = dict.fromkeys(content.catalogue.roles, 0.0)
    strict = replace(profile, budget=0, capacity=nobody, blackouts=((12, 12),))
    edit_profile(world.db, world.alice, world.planned, strict, world.now)
    again = build_roadmap(world.db, world.alice, world.planned, content, world.later(days=40), time_limit=20)
    assert again.version == 2
    assert {item.initiative for item in again.plan.items} == set(running)
    assert {item.start for item in again.plan.items} == {date(2026, 12, 1)}
    broken = {
        rule
        for item in again.plan.items
        for reason in item.because
        if reason.code == "broken_rules"
        for rule in reason.params["rules"]
    }
    assert {"budget", "capacity"} <= broken


@pytest.fixture
def undated(world, content, plan, monkeypatch):
    """An engagement whose profile names no start, planned first in November 2026; returns the questions asked since."""
    asked = []

    def make(given):
        asked.append(given.constraints)
        return replace(plan, platform=given.platform, start=given.constraints.start)

    monkeypatch.setattr(platform_runs, "make_plan", make)
    profile = profile_of(world.db, world.alice, world.planned)
    edit_profile(world.db, world.alice, world.planned, replace(profile, start=None), world.now)
    build_roadmap(world.db, world.alice, world.planned, content, world.now, seed=7)
    assert asked[-1].start == date(2026, 12, 1)
    return asked


def say_on(world, content, days, initiative, status="on_track", expected=0):
    progress = Progress(initiative, status)
    record_progress(world.db, world.tim, world.planned, progress, expected, world.later(days=days), content)


def test_without_a_start_the_plan_made_again_begins_where_the_one_worked_on_began(world, content, undated, plan):
    first, second = (item.initiative for item in plan.items[:2])
    say_on(world, content, 14, first)  # 8 December
    build_roadmap(world.db, world.alice, world.planned, content, world.later(days=70))
    assert undated[-1].start == date(2026, 12, 1)
    assert (undated[-1].started, undated[-1].not_before) == ({first: 0}, 2)
    say_on(world, content, 80, first, "done", expected=1)
    say_on(world, content, 81, second)  # 13 February
    build_roadmap(world.db, world.alice, world.planned, content, world.later(days=170))
    assert undated[-1].start == date(2026, 12, 1)
    assert (undated[-1].done, undated[-1].not_before) == ((first,), 5)
    assert undated[-1].blackouts == undated[0].blackouts


def test_without_a_start_the_plan_moves_on_until_work_begins(world, content, undated, plan):
    first = plan.items[0].initiative
    build_roadmap(world.db, world.alice, world.planned, content, world.later(days=70))
    assert (undated[-1].start, undated[-1].not_before) == (date(2027, 3, 1), 0)
    say_on(world, content, 100, first)  # 4 March, on the plan of February
    build_roadmap(world.db, world.alice, world.planned, content, world.later(days=170))
    assert (undated[-1].start, undated[-1].started, undated[-1].not_before) == (date(2027, 3, 1), {first: 0}, 2)


def test_work_dropped_before_it_began_keeps_no_start(world, content, undated, plan):
    say_on(world, content, 14, plan.items[0].initiative, "dropped")
    build_roadmap(world.db, world.alice, world.planned, content, world.later(days=70))
    assert undated[-1].start == date(2027, 3, 1)


def test_a_start_named_by_the_profile_is_kept_to(world, content, undated, plan):
    say_on(world, content, 14, plan.items[0].initiative)
    profile = profile_of(world.db, world.alice, world.planned)
    named = replace(profile, start=date(2027, 1, 4))
    edit_profile(world.db, world.alice, world.planned, named, world.later(days=20))
    build_roadmap(world.db, world.alice, world.planned, content, world.later(days=70))
    assert (undated[-1].start, undated[-1].not_before) == (date(2027, 1, 4), 1)


def test_what_no_later_version_holds_is_read_from_an_earlier_one(world, content, solved, plan, monkeypatch):
    first = plan.items[0]
    monkeypatch.setattr(platform_runs, "make_plan", lambda given: replace(plan, items=plan.items[1:]))
    say(world, content, Progress(first.initiative, "done"))
    build_roadmap(world.db, world.alice, world.planned, content, world.now, seed=7)
    with world.db.view() as session:
        rows = version_rows(session, world.planned)
        assert planned_items(rows, [first.initiative, "I-NONE"]) == {first.initiative: first}


def test_before_work_begins_the_plan_begins_when_the_profile_says(world, content, solved):
    build_roadmap(world.db, world.alice, world.planned, content, world.later(days=70), seed=7)
    assert (solved[0].constraints.not_before, solved[0].constraints.spent, solved[0].finished) == (0, 0, ())


def test_the_same_reports_give_the_version_there_is(world, content, plan, monkeypatch):
    monkeypatch.setattr(
        platform_runs, "make_plan", lambda given: with_finished(replace(plan, items=plan.items[1:]), given.finished)
    )
    say(world, content, Progress(plan.items[0].initiative, "done"))
    again = build_roadmap(world.db, world.alice, world.planned, content, world.now)
    assert again.version == 2
    assert build_roadmap(world.db, world.alice, world.planned, content, world.later(days=3)) == again
    say(world, content, Progress(plan.items[0].initiative, "done", note="完"), expected=1)


def test_what_began_before_the_plan_begins_in_its_first_month():
    reports = {
        "A": Progress("A", "on_track", actual_start=date(2026, 10, 1)),
        "B": Progress("B", "at_risk", actual_start=date(2027, 1, 31)),
        "C": Progress("C", "dropped", actual_start=date(2027, 1, 31)),
        "D": Progress("D", "done"),
        "E": Progress("E", "on_track"),
    }
    assert standing_items(reports, date(2026, 12, 1)) == (("D",), {"A": 0, "B": 1})


def test_demands_that_contradict_each_other_are_named_and_nothing_is_published(world, content):
    profile = profile_of(world.db, world.alice, world.planned)
    contrary = replace(profile, must=("I-SAL03",), must_not=("I-SAL01",), budget=0)
    edit_profile(world.db, world.alice, world.planned, contrary, world.now)
    with pytest.raises(Infeasible) as refused:
        build_roadmap(world.db, world.alice, world.planned, content, world.now, time_limit=5)
    assert refused.value.code == "infeasible"
    assert refused.value.plan.selection.conflicts
    assert content.catalogue.initiatives["I-SAL03"].name.en in refused.value.sentence("en")
    assert "must be done" in refused.value.sentence("en")
    assert "必须做" in refused.value.sentence("zh")
    assert len(roadmap_versions(world.db, world.alice, world.planned)) == 1


def test_every_demand_has_words(content):
    named = {"id": "I-SAL03", "after": "I-SAL03", "before": "I-SAL01", "first": "I-SAL03", "second": "I-SAL01"}
    for code in DEMANDS:
        said = demand(Reason(code, {**named, "role": "it", "tag": "system", "length": 3}), content.catalogue)
        assert said.zh != said.en
        assert "{" not in said.zh + said.en
        assert "I-SAL" not in said.zh + said.en
    assert demand(Reason("unheard_of"), content.catalogue).en == "unheard_of"


def test_when_the_time_runs_out_without_a_plan_it_is_said(world, content, solved, monkeypatch):
    def make(given):
        raise NoPlanInTimeError(given.time_limit)

    monkeypatch.setattr(platform_runs, "make_plan", make)
    with pytest.raises(AssessmentError) as refused:
        build_roadmap(world.db, world.alice, world.planned, content, world.now, time_limit=0.5)
    assert refused.value.code == "no_plan_in_time"
    assert "0.5" in refused.value.sentence("zh")


def test_an_initiative_the_content_has_no_more_is_named(world, content):
    profile = profile_of(world.db, world.alice, world.planned)
    edit_profile(world.db, world.alice, world.planned, replace(profile, must=("I-OLD01",)), world.now)
    with pytest.raises(InvalidInput) as refused:
        build_roadmap(world.db, world.alice, world.planned, content, world.now)
    assert [p.where for p in refused.value.problems] == ["constraints.must"]


def test_without_scores_and_reasons_there_is_nothing_to_plan(world, content):
    with pytest.raises(AssessmentError) as refused:
        build_roadmap(world.db, world.alice, world.elsewhere, content, world.now)
    assert refused.value.code == "nothing_to_plan"
    assert roadmap_versions(world.db, world.alice, world.elsewhere) == ()


def test_an_unknown_platform_is_refused(world, content):
    with pytest.raises(InvalidInput):
        build_roadmap(world.db, world.alice, world.planned, content, world.now, platform="nonesuch")


def test_a_published_version_cannot_be_touched(world):
    with pytest.raises(DBAPIError, match="append-only"), world.db.unit() as session:
        session.execute(text("UPDATE roadmap_version SET digest = 'x'"))


def test_who_may_plan_and_who_may_look(world, content):
    for insider in (world.ann, *world.clients):
        with pytest.raises(Forbidden):
            build_roadmap(world.db, insider, world.planned, content, world.now)
        assert roadmap_versions(world.db, insider, world.planned)
    for stranger in world.strangers:
        for call in (
            lambda a: build_roadmap(world.db, a, world.planned, content, world.now),
            lambda a: roadmap_versions(world.db, a, world.planned),
            lambda a: snapshot_of_version(world.db, a, world.planned, 1),
        ):
            with pytest.raises(NotFound):
                call(stranger)


def test_a_plan_without_items_is_not_published(world, content, solved, plan, monkeypatch):
    ident = create_engagement(world.db, world.alice, profile_of(world.db, world.alice, world.planned), world.now)
    from assessment.fieldwork import DocumentFinding
    from assessment.registering import replace_documents

    replace_documents(world.db, world.alice, ident, [DocumentFinding("HQ", "SAL2", 1)], world.now)
    monkeypatch.setattr(platform_runs, "make_plan", lambda _given: replace(plan, items=()))
    with pytest.raises(AssessmentError) as refused:
        build_roadmap(world.db, world.alice, ident, content, world.now)
    assert refused.value.code == "nothing_to_plan"


def test_two_who_plan_at_once_publish_one_version(world, content, solved, monkeypatch):
    profile = profile_of(world.db, world.alice, world.planned)
    edit_profile(world.db, world.alice, world.planned, replace(profile, budget=60_000_000), world.now)
    make, inner = platform_runs.make_plan, []

    def slow(given):
        if not inner:  # while the first is still solving, the second publishes the same
            inner.append(1)
            inner.append(build_roadmap(world.db, world.carl, world.planned, content, world.now))
        return make(given)

    monkeypatch.setattr(platform_runs, "make_plan", slow)
    first = build_roadmap(world.db, world.alice, world.planned, content, world.now)
    assert first == inner[1]
    assert len(roadmap_versions(world.db, world.alice, world.planned)) == 2
