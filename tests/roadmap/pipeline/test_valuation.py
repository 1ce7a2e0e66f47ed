"""The profit identity, effects, adoption, ramps and draws, each by numbers a person can check."""

from typing import Any

import numpy as np
import pytest

from roadmap import load_catalogue, propose
from roadmap.initiatives import Range
from roadmap.plan import Candidate
from roadmap.situation import Fact, Facts
from roadmap.valuation.adoption import Lift, adoption_path, share_at, usually_reached
from roadmap.valuation.business import PARAMETERS, business, worth_of
from roadmap.valuation.claims import Claim, claim_of, ramp_months
from roadmap.valuation.costs import Months, ramp_at
from roadmap.valuation.draws import Dice, money
from roadmap.valuation.valuing import indication_only
from tests.roadmap.pipeline.little import (
    YUAN,
    catalogue,
    effect,
    exactly,
    facts,
    gap,
    initiative,
    module,
    platform,
    question,
)

MEMBERS = {
    "members_active": 1000.0,
    "member_purchases_per_year": 2.0,
    "member_ticket": 500.0 * YUAN,
    "enrolment_rate": 0.5,
    "member_retention": 0.6,
    "members_dormant": 4000.0,
    "referred_share": 0.1,
    "online_order_share": 0.05,
    "no_show_rate": 0.2,
    "lost_order_share": 0.02,
    "leads_per_month": 500.0,
    "lead_visit_rate": 0.4,
    "store_labour_cost_year": 600_000.0 * YUAN,
    "process_hours_cost_year": 900_000.0 * YUAN,
    "tool_spend_year": 80_000.0 * YUAN,
    "acquisition_spend_year": 70_000.0 * YUAN,
}
NEW = 12_000_000  # yuan of gross profit a year from new customers: 12,000 visits · 0.2 · 10,000 · 0.5
OLD = 500_000  # from members: 1,000 · 2 · 500 · 0.5
FOLLOW = 600_000  # first year of new members: 2,400 buyers · 0.5 · 2 · 500 · 0.5


@pytest.mark.parametrize(
    ("parameter", "of", "repeat", "profit", "follow_on", "sales"),
    [
        ("conversion", "", True, NEW, FOLLOW, 2 * NEW),
        ("conversion", "", False, NEW, 0, 2 * NEW),
        ("visits_per_store_month", "", False, NEW, 0, 2 * NEW),
        ("leads_per_month", "", False, NEW * 0.2, 0, NEW * 0.4),  # 500 · 0.4 of 1,000 visits a month
        ("lead_visit_rate", "", True, NEW * 0.2, FOLLOW * 0.2, NEW * 0.4),
        ("ticket", "", True, NEW, 0, 2 * NEW),
        ("online_order_share", "", True, 0.05 * (NEW + OLD), 0, 0.1 * (NEW + OLD)),
        ("referred_share", "", False, NEW * 0.1, 0, NEW * 0.2),
        ("referred_share", "members_active", False, 1000 * 5000, 0, 1000 * 10_000),
        ("referred_share", "members_active", True, 1000 * 5000, 1000 * 0.5 * 2 * 500 * 0.5, 1000 * 10_000),
        ("lost_order_share", "orders", False, NEW, 0, 2 * NEW),
        ("no_show_rate", "", False, NEW * 0.25, 0, NEW * 0.5),  # 0.2 missed for 0.8 that came
        ("enrolment_rate", "", True, FOLLOW, 0, 2 * FOLLOW),
        ("members_active", "", True, OLD, 0, 2 * OLD),
        ("members_active", "", False, 0, 0, 0),
        ("members_dormant", "members_dormant", True, 4000 * 250, 0, 4000 * 500),
        ("member_purchases_per_year", "", True, OLD, 0, 2 * OLD),
        ("member_ticket", "", True, OLD, 0, 2 * OLD),
        ("member_retention", "", True, OLD * 0.6, 0, 2 * OLD * 0.6),
        ("store_labour_cost_year", "", False, 0, 0, 0),
        ("process_hours_cost_year", "", False, 900_000, 0, 0),
        ("tool_spend_year", "", False, 80_000, 0, 0),
        ("acquisition_spend_year", "", False, 70_000, 0, 0),
    ],
)
def test_worth_of_each_parameter(parameter: str, of: str, repeat: bool, profit: float, follow_on: float, sales: float):
    worth = worth_of(business(facts(**MEMBERS), repeat=repeat), parameter, of)
    assert worth.profit == pytest.approx(profit * YUAN)
    assert worth.follow_on == pytest.approx(follow_on * YUAN)
    assert worth.sales == pytest.approx(sales * YUAN)


def test_store_hours_count_only_once_the_client_signed_the_rosters():
    signed = business(facts(**MEMBERS, schedule_change_signed=1.0), repeat=False)
    assert worth_of(signed, "store_labour_cost_year", "").profit == 10 * 600_000 * YUAN


def test_nothing_is_claimed_on_numbers_nobody_gave():
    empty = business(Facts({}), repeat=True)
    assert all(worth_of(empty, parameter, "").profit == 0 for parameter in PARAMETERS)
    assert worth_of(empty, "referred_share", "members_active").profit == 0
    assert worth_of(business(facts(no_show_rate=1.0), repeat=False), "no_show_rate", "").profit == 0
    assert empty.lead_share == 0


def test_leads_cannot_bring_more_than_all_visits():
    assert business(facts(leads_per_month=9_000.0, lead_visit_rate=0.5), repeat=False).lead_share == 1


def _claim(changed: Any, *, repeat: bool = False, numbers: Any = None, offered: bool = True) -> Claim | None:
    known = catalogue(
        initiative("I-SAL90", "Y1→4 platform", module="M", effect="sell"),
        effects=[changed],
        platforms={"p": platform(modules=[module("M", 3)] if offered else [])},
    )
    g = question(known, [gap("Y1", 1)])
    found = propose(g.gaps, g.standing, (), known, g.industry, "p", g.constraints)
    candidate: Candidate = found.candidates["I-SAL90"]
    return claim_of(candidate, known, business(numbers or facts(**MEMBERS), repeat=repeat), Dice(1, 10))


def amounts(claim: Claim | None) -> tuple[float, float]:
    assert claim is not None
    return float(claim.benefit[0]) / YUAN, float(claim.variable[0]) / YUAN


def test_a_relative_change_with_its_cap():
    claim = _claim(effect())
    assert amounts(claim) == (pytest.approx(NEW * 0.1), 0)
    assert claim is not None
    assert claim.cap == pytest.approx(NEW * 0.25 * YUAN)
    assert claim.on_d is False


def test_a_fall_is_a_gain():
    saving = effect(parameter="tool_spend_year", change=exactly(-0.2), cap=0.4)
    claim = _claim(saving)
    assert amounts(claim)[0] == pytest.approx(16_000)
    assert claim is not None
    assert claim.cap == pytest.approx(32_000 * YUAN)


def test_only_the_part_reached():
    assert amounts(_claim(effect(exposed="no_show_rate")))[0] == pytest.approx(NEW * 0.1 * 0.2)
    assert amounts(_claim(effect(exposed_share=exactly(0.3))))[0] == pytest.approx(NEW * 0.1 * 0.3)


def test_of_what_new_members_buy_only_the_uplift_counts():
    """A quarter more of 1,200 new members a year is 300; they buy for ¥150,000 of gross profit, a twentieth of it new."""
    joining = effect(parameter="enrolment_rate", change=exactly(0.25), cap=0.5, incremental=exactly(0.05))
    claim = _claim(joining, repeat=True)
    assert amounts(claim)[0] == pytest.approx(300 * 2 * 500 * 0.5 * 0.05)
    assert claim is not None
    assert claim.cap == pytest.approx(600 * 2 * 500 * 0.5 * 0.05 * YUAN)


@pytest.mark.parametrize("effect_id", ["enrol", "active"])
def test_who_joins_or_is_merged_in_was_buying_already(effect_id: str):
    new = load_catalogue().effects[effect_id].incremental
    assert new is not None
    assert new.high <= 0.1


@pytest.mark.parametrize(
    ("charged", "share"),
    [({}, 1.0), ({"charged": "referred_share"}, 0.1), ({"charged_share": exactly(0.05)}, 0.05)],
)
def test_variable_cost_falls_on_the_whole_exposed_volume(charged: Any, share: float):
    """5 % on the sales gained (10 % of 24 million) and on those that would have come anyway."""
    claim = _claim(effect(variable_cost={"discount": exactly(0.05)}, **charged))
    assert amounts(claim)[1] == pytest.approx(0.05 * 2 * NEW * (0.1 + share))


def test_a_gained_customer_may_be_worth_more_or_leave_sooner():
    more = effect(worth={"customer_value": exactly(0.16)})
    assert amounts(_claim(more, repeat=True))[0] == pytest.approx(0.1 * (NEW * 1.16 + FOLLOW))
    sooner = effect(worth={"member_retention": exactly(-0.3)})
    assert amounts(_claim(sooner, repeat=True))[0] == pytest.approx(0.1 * (NEW + FOLLOW * 0.7))


def test_where_repeat_does_not_count_an_effect_may_move_something_else_or_nothing():
    nothing = effect(parameter="members_active", without_repeat="none")
    assert _claim(nothing) is None
    assert amounts(_claim(nothing, repeat=True))[0] == pytest.approx(0.1 * OLD)
    other = _claim(effect(parameter="member_purchases_per_year", of="members_active", without_repeat="referred_share"))
    assert other is not None
    assert other.parameter == "referred_share"
    assert amounts(other)[0] == pytest.approx(0.1 * NEW * 0.1)


def test_rescued_orders_never_exceed_those_lost():
    claim = _claim(effect(parameter="lost_order_share", of="orders", cap=0.03))
    assert claim is not None
    assert claim.cap == pytest.approx(0.02 * NEW * YUAN)


def test_what_the_platform_does_not_offer_claims_nothing():
    assert _claim(effect(), offered=False) is None


def test_a_parameter_without_a_cap_of_its_own_is_capped_at_itself():
    claim = _claim(effect(parameter="acquisition_spend_year", change=exactly(-0.1)))
    assert claim is not None
    assert claim.cap == pytest.approx(70_000 * YUAN)


@pytest.mark.parametrize(
    ("changed", "grade", "on_d"),
    [
        (effect(grade="D"), "A", True),
        (effect(grade="B"), "A", False),
        (effect(grade="B"), "D", True),
        (effect(grade="B", exposed="booking_share"), "A", True),  # nobody gave that fact
    ],
)
def test_grade_d_anywhere_marks_the_claim(changed: Any, grade: Any, on_d: bool):
    numbers = facts(**MEMBERS)
    values = {**numbers.values, "conversion": Fact("conversion", 0.2, grade)}
    claim = _claim(changed, numbers=Facts(values))
    assert claim is not None
    assert claim.on_d is on_d


def test_ramps_have_a_first_year_mean_between_a_third_and_two_thirds():
    for latest in range(8):
        ramp = ramp_months(initiative("I-SAL90", "Y1→4 people", months=1, first_benefit=(0, latest)))
        assert 0.35 <= np.mean([ramp_at(month, 0, ramp) for month in range(12)]) <= 0.65
        assert all(ramp_at(month, 0, ramp) == 1 for month in range(18, 36))


def test_adoption_is_interpolated_and_flat_outside():
    table = {1: 0.10, 2: 0.35, 3: 0.65, 4: 0.85, 5: 0.95}
    assert [share_at(level, table) for level in (0.5, 1, 2, 4.5, 5, 6)] == pytest.approx(
        [0.1, 0.1, 0.35, 0.9, 0.95, 0.95]
    )


def test_lifts_of_adoption_do_not_add_up():
    table = {1: 0.1, 2: 0.3, 3: 0.5}
    path = adoption_path(1, [Lift(0, 2, 1), Lift(1, 3, 2), Lift(3, 2, 1)], 5, table)
    assert path[:, 0] == pytest.approx([0.3, 0.3, 0.5, 0.5, 0.5])
    assert adoption_path(2, [], 2, table).tolist() == [[0.3], [0.3]]


def test_how_far_adoption_work_gets_is_drawn():
    table = {1: 0.1, 5: 0.9}
    path = adoption_path(1, [Lift(1, np.array([1.0, 3.0, 5.0]), 1)], 3, table)
    assert path == pytest.approx(np.array([[0.1] * 3, [0.1, 0.5, 0.9], [0.1, 0.5, 0.9]]))


@pytest.mark.parametrize(
    ("share", "reached"),
    [(Range(0, 1, 1), 1 + 4 * 0.5**0.5), (Range(0, 0, 1), 1 + 4 * (1 - 0.5**0.5)), (Range(0, 0.5, 1), 3.0)],
)
def test_the_level_usually_reached_is_the_median(share: Range, reached: float):
    assert usually_reached(1, 5, share) == pytest.approx(reached)
    drawn = 1 + 4 * Dice(3, 40_000).triangular("adoption", share)
    assert float(np.median(drawn)) == pytest.approx(reached, abs=0.02)


def test_draws_depend_on_seed_and_name_only():
    one, two = Dice(7, 1000), Dice(7, 1000)
    over = Range(0.01, 0.03, 0.06)
    assert np.array_equal(one.triangular("a", over), two.triangular("a", over))
    assert not np.array_equal(one.triangular("a", over), one.triangular("b", over))
    assert not np.array_equal(one.triangular("a", over), Dice(8, 1000).triangular("a", over))
    drawn = Dice(7, 20_000).triangular("a", over)
    assert drawn.min() >= 0.01
    assert drawn.max() <= 0.06
    assert drawn.mean() == pytest.approx(0.1 / 3, rel=0.01)


def test_money_is_whole_minor_units():
    found = money(np.array([1.4, 2.6, 3.5, 4.4]), 2.5)
    assert all(isinstance(amount, int) for amount in (found.p10, found.p50, found.p90, found.stress))


def test_months_before_the_start_are_sunk():
    months = Months((1.0, 0.5, 0.25, 0.125))
    assert months.running(-1, 2) == 0.5
    assert months.running(-3, 2) == 0
    assert months.after(2) == 0.375
    assert months.after(-5) == 1.875
    assert months.ramped(1, 2) == pytest.approx(0.5 * 0.5 + 0.25 + 0.125)


@pytest.mark.parametrize(("months", "stores", "thin"), [(12, 3, False), (11, 3, True), (12, 2, True)])
def test_too_little_data_is_an_indication_only(months: int, stores: int, thin: bool):
    assert indication_only(Facts({}, months_of_data=months, pilot_stores=stores)) is thin
