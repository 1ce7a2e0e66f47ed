"""Titles, gaps, gates and decisions say what the plan really does: closes, raises, leaves; funds, lets run; asks or keeps."""

from dataclasses import replace
from datetime import date

import pytest

from reports import aims
from reports.chapters import closing, feet, waves
from reports.chapters.moves import asks, three_moves
from reports.chapters.one_page import title
from reports.reading import Reading
from roadmap.plan import Progress, Reason

LOCALES = ("zh", "en")


@pytest.fixture
def planned(dossiers):
    """A reading of the chain whose plan has these items, each closing these gaps."""

    def make(locale="en", *, closes=None, **changes):
        found = dossiers.dossier(**changes)
        plan = found.snapshot.plan
        items = tuple(replace(i, closes=tuple((closes or {}).get(i.initiative, ()))) for i in plan.items)
        return Reading(replace(found, snapshot=replace(found.snapshot, plan=replace(plan, items=items))), locale)

    return make


def test_a_gap_is_closed_raised_or_left_in_one_wording(planned):
    r = planned(closes={"I-SAL04": ("SAL3",), "I-RES01": ("RES1",)})
    states = {c: outcome.state for c, outcome in r.outcomes.items()}
    assert states["RES1"] == "closed"
    assert set(states.values()) == {"closed", "raised", "untouched"}
    raised = next(c for c, state in states.items() if state == "raised")
    left = next(c for c, state in states.items() if state == "untouched")
    assert closing.told(r, raised)[1] == "raises it, short of the target"
    assert closing.told(r, left) == ("", "no initiative of the plan raises it")
    assert closing.told(r, "RES1")[1] == ""
    counts = closing.counted([*r.outcomes.values()])
    said = closing.coverage(r, r.plan)[0]
    for word, key in (("closes", "closed"), ("raises", "raised"), ("leaves", "left")):
        assert f"{word} {counts[key]}" in said


def test_what_was_dropped_closes_nothing(planned):
    r = planned(closes={"I-RES01": ("RES1",)}, progress={"I-RES01": Progress("I-RES01", "dropped")})
    assert r.outcomes["RES1"].state != "closed"


@pytest.mark.parametrize("locale", LOCALES)
def test_titles_name_only_areas_the_wave_works_on(planned, locale):
    r = planned(locale, closes={"I-RES01": ("RES1",), "I-SAL04": ("SAL3",)})
    gaps = {gap.capability for gap in r.dossier.gaps}
    aim = aims.aim_of(r, r.plan, 1)
    assert aim.state == "closed"
    assert set(aim.capabilities) == {"RES1", "SAL3"} & gaps
    other = aims.aim_of(r, r.plan, 2)
    assert other.state == "raised"
    word = {"zh": "还不到目标", "en": "short of target"}[locale]
    moves = three_moves(r, r.plan)
    assert word not in moves[0][1]
    assert word in moves[1][1]


def test_what_one_wave_closed_is_not_closed_again(planned):
    again = {"I-RES01": ("RES1",)}
    r = planned(closes=again)
    late = next(item.initiative for item in r.plan.items if item.wave == 2)
    r = planned(closes={**again, late: ("RES1",)})
    assert "RES1" not in aims.aim_of(r, r.plan, 2).capabilities


@pytest.mark.parametrize("locale", LOCALES)
def test_gates_fund_what_starts_after_them(planned, locale):
    r = planned(locale)
    groups = waves.summarise(r.plan)
    funded = [item for group in groups for item in group.gate.releases]
    assert all(item.start > groups[0].gate.day for item in funded)
    early = [item for item in r.plan.items if item.wave > 1 and item.start <= groups[0].gate.day]
    assert [*groups[0].gate.running] == early
    said = waves.funds(r, groups[0].gate)
    assert r.money(groups[0].gate.committed) in said
    assert not early or r.names.many([i.initiative for i in early], limit=2) in said


def texts(r):
    return [text for _, _, text in asks(r).items]


def test_the_chair_is_asked_for_only_where_the_group_is_not_there_yet(planned):
    r = planned()
    assert texts(r)[1] == "Gu Yiming chairs the steering group, with a quarterly review"
    done = planned(progress={"I-STR03": Progress("I-STR03", "done", actual_finish=date(2026, 12, 20))})
    assert "is there already" in texts(done)[1]
    plan = r.plan
    bare = replace(plan, items=tuple(i for i in plan.items if i.initiative != "I-STR03"))
    there = replace(bare, already_there={"I-STR03": Reason("already_standing", {})})
    d = r.dossier
    assert "sets up no steering group" in texts(Reading(replace(d, snapshot=replace(d.snapshot, plan=bare)), "en"))[1]
    assert "is there already" in texts(Reading(replace(d, snapshot=replace(d.snapshot, plan=there)), "en"))[1]


def test_once_work_runs_it_is_kept_going_and_the_coming_gate_decides(planned):
    r = planned(progress={"I-STR01": Progress("I-STR01", "on_track", actual_start=date(2026, 12, 1))})
    assert texts(r)[0].startswith("Let the 1 item under way go on")
    over = {
        i.initiative: Progress(i.initiative, "done", actual_start=i.start, actual_finish=i.finish)
        for i in r.plan.items
        if i.wave == 1
    }
    second = waves.summarise(r.plan)[1]
    assert r.day(second.gate.day) in texts(planned(progress=over))[2]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_proven_plan_prints_no_gap(planned, locale):
    r = planned(locale)
    plan = r.plan
    proven = replace(plan.selection.solution, status="optimal", gap=0.0)
    sure = replace(plan, selection=replace(plan.selection, solution=proven))
    foot = feet.plan(Reading(replace(r.dossier, snapshot=replace(r.dossier.snapshot, plan=sure)), locale))
    assert {"zh": "已证最优", "en": "proven optimal"}[locale] in foot
    assert "0.0" not in foot


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_page_concludes_with_what_the_first_waves_do(planned, locale):
    r = planned(locale, closes={"I-RES01": ("RES1",)})
    assert aims.headlines(r, r.plan)[0] in title(r)
