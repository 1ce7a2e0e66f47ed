"""The group that decides is in every plan whose trade begins with it, until the client says otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.facts import fill_facts
from assessment.governing import GROUND, with_group, without_demands
from assessment.industries import REFERENCE_STORES, rules_of
from assessment.replanning import History, carried_on
from assessment.situation import constraints_of, plan_input
from assessment.wave import read_wave
from roadmap import PlanInput, propose
from roadmap.plan import Progress, Reason
from roadmap.situation import Standing
from scoring import Adjudication

MAY = date(2027, 5, 3)
GROUP = "I-STR03"
"""What the built-in content says sets up the group."""


@pytest.fixture(scope="module")
def given(pack, sample) -> PlanInput:
    """What the sample asks of the engine, before the rule is applied."""
    decided = (Adjudication("STR3", 2, "两位高管各说各话", "顾问", "2026-12-01"),)
    wave = read_wave(sample.profile, sample.work, (), (), pack, decided)
    facts = fill_facts((), pack.fact_definitions, pack.industries["home"], REFERENCE_STORES)
    limits = constraints_of(sample.profile, pack.catalogue.defaults, sample.as_of)
    asked = plan_input(sample.profile, wave.sheet, wave.gaps, (), facts, limits, pack)
    bare = replace(asked, constraints=limits)
    assert with_group(bare) == asked
    return bare


def demanded(asked: PlanInput) -> bool:
    found = with_group(asked).constraints
    assert (GROUP in found.grounds) <= (GROUP in found.must)
    return GROUP in found.grounds


def limited(given: PlanInput, **changes: object) -> PlanInput:
    return replace(given, constraints=replace(given.constraints, **changes))


def test_it_is_demanded_by_rule_with_a_reason_of_its_own(given):
    asked = with_group(given)
    assert asked.constraints.must == (*given.constraints.must, GROUP)
    order = (asked.gaps, asked.standing, asked.suggestions, asked.catalogue, asked.industry, asked.platform)
    reasons = propose(*order, asked.constraints).candidates[GROUP].reasons
    assert reasons[0] == Reason(GROUND, {"id": GROUP})
    assert "must" not in {reason.code for reason in reasons}


def test_content_says_which_initiative_sets_up_the_group(given):
    other = {**given.catalogue.initiatives, GROUP: replace(given.catalogue.initiatives[GROUP], governs=None)}
    assert not demanded(replace(given, catalogue=replace(given.catalogue, initiatives=other)))
    assert given.catalogue.governing("group") == (GROUP,)
    assert given.catalogue.governing("gates") == ("I-STR05",)
    assert given.catalogue.governing("owner") == ("I-ORG01",)


def test_every_trade_that_begins_with_it_gets_it(given, pack):
    for trade in pack.industries.values():
        assert demanded(replace(given, industry=rules_of(trade))) == (GROUP in trade.first_wave)
    assert not demanded(replace(given, industry=replace(given.industry, first_wave=("I-STR01",))))


def test_what_the_client_demands_stays_the_clients(given):
    own = limited(given, must=(GROUP,))
    assert with_group(own) == own


def test_the_client_may_rule_it_out_or_waive_it(given):
    assert not demanded(limited(given, must_not=(GROUP,)))
    assert not demanded(limited(given, waived={GROUP: "董事会每季度已经在做"}))


def test_nobody_sets_up_what_stands(given):
    standing = Standing({**given.standing.levels, "STR3": 3.0})
    assert not demanded(replace(given, standing=standing))


def test_it_is_not_demanded_where_nothing_asks_for_it(given):
    """No gap of its own, and nothing the plan could hold waits for it."""
    assert not demanded(replace(given, gaps=(), standing=Standing({**given.standing.levels, "STR3": None})))


def test_a_bar_or_nobody_to_do_it_never_makes_a_plan_impossible(given):
    barred = replace(given.catalogue, forbidden={**given.catalogue.forbidden, "home": (GROUP,)})
    assert not demanded(replace(given, catalogue=barred))
    assert not demanded(limited(given, capacity={**given.constraints.capacity, "finance_hr": 0.0}))
    assert not demanded(replace(given, platform="P-NONE"))


@pytest.mark.parametrize(
    ("report", "today", "kept"),
    [
        (None, MAY, True),
        (Progress(GROUP, "dropped"), MAY, False),
        (Progress(GROUP, "done", actual_start=MAY), MAY, True),
        (None, date(2030, 1, 1), False),
        (Progress(GROUP, "on_track", actual_start=MAY), date(2030, 1, 1), True),
    ],
)
def test_once_work_has_begun_it_holds_until_dropped_or_too_late(given, report, today, kept):
    reports = {"I-STR01": Progress("I-STR01", "on_track", actual_start=MAY)}
    reports |= {} if report is None else {GROUP: report}
    limits = carried_on(with_group(given), History(reports, {}, None), today).constraints
    assert (GROUP in limits.must, GROUP in limits.grounds) == (kept, kept)


def test_only_what_a_rule_demanded_is_taken_back(given):
    own = limited(given, must=(GROUP,)).constraints
    assert without_demands(own, [GROUP]) == own
    assert without_demands(with_group(given).constraints, [GROUP]) == given.constraints
