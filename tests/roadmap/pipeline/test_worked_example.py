"""A roadmap worked out by hand.

The company: 10 stores × 100 visits a month, 20 % of visits buy for ¥10,000, half of it gross profit:
1,000 × 0.2 × 10,000 × 0.5 = ¥1,000,000 gross profit a month. Front-line adoption stands at level 3, which half of the
staff use. Money is not discounted, the horizon is 12 months, plans are chosen within 6.

The initiatives:

    I-ORG90  a rule for the front line. 1 month, 1 person-week, no money. Raises X1 to 3, by people.
    I-SAL90  a tool for the guides, after I-ORG90. 1 month, 2 person-weeks, ¥20,000, ¥1,200 a year of upkeep. Raises Y1 to
             4 on module M, which the platform has ready (depth 3) for ¥2,400 a year. Lifts conversion by 10 %.
    I-MKT90  a campaign nobody needs: raises Z1, which stands above its target already.

The gaps: Y1 stands at 2 with target 3. X1 stands at 2.9 of 3, no gap (under half a level), but I-ORG90 is not met either.

Candidates. I-SAL90 closes the gap: it reaches min(4, 3 + 2) = 4. I-ORG90 is its open prerequisite. Effort of I-SAL90 on
depth 3: 2 × 0.7 = 1.4 person-weeks, all of its raises being by platform.

Months. I-ORG90 in month 0; I-SAL90 in month 1, finished at the end of it, so it earns from month 2 on. A first benefit
within a month of starting means the shortest ramp, 10 months.

Benefit of I-SAL90. Full: 10 % of ¥1,000,000 = ¥100,000 a month; with half of the staff ¥50,000. Along the ramp, months 2
to 11: 50,000 × (1 + 2 + … + 10)/10 = 50,000 × 5.5 = ¥275,000.

Cost.   I-ORG90: 1 × 6,000                                 =  6,000
        I-SAL90: 20,000 + 1.4 × 6,000 = 28,400; upkeep 10 × 100 = 1,000 from month 2 on
                                                           = 29,400
        module M from month 1 on: 11 × 200                 =  2,200
                                                   in all  = 37,600

Net: 275,000 - 37,600 = ¥237,400. Stress: 0.44 × 275,000 - 1.45 × 37,600 = 121,000 - 54,520 = ¥66,480.

Pay-back, cumulated by month: -6,000; -34,600 (28,400 + 200); then 5,000 a month more each month less 300:
-29,900, -20,200, -5,500, +14,200 in the sixth month.

Under stress: -8,700; -50,170; then 2,200 more each month less 435: -48,405, -44,440, -38,275, -29,910, -19,345, -6,580,
+8,385 in the ninth month.
"""

from datetime import date

import pytest

from roadmap import choose, make_plan, propose, value
from roadmap.plan import Chosen, Money, Reason
from tests.roadmap.pipeline.little import (
    YUAN,
    catalogue,
    effect,
    exactly,
    gap,
    initiative,
    module,
    platform,
    question,
)

KNOWN = catalogue(
    initiative("I-ORG90", "X1→3 people"),
    initiative(
        "I-SAL90",
        "Y1→4 platform",
        ["I-ORG90"],
        effort={"business": 2.0},
        one_off=exactly(20_000 * YUAN),
        yearly=exactly(1_200 * YUAN),
        module="M",
        effect="sell",
    ),
    initiative("I-MKT90", "Z1→3 people"),
    effects=[effect()],
    platforms={"p": platform(modules=[module("M", 3, yearly_fee=exactly(2_400 * YUAN))])},
)
GIVEN = question(KNOWN, [gap("Y1", 2, 3)], {"X1": 2.9, "Y1": 2.0, "Z1": 4.0})
NET = Money(237_400 * YUAN, 237_400 * YUAN, 237_400 * YUAN, 66_480 * YUAN)


def _proposed():
    g = GIVEN
    return propose(g.gaps, g.standing, g.suggestions, g.catalogue, g.industry, g.platform, g.constraints)


def _valued():
    g = GIVEN
    return value(_proposed(), g.catalogue, g.facts, g.industry, g.standing, g.constraints)


def test_candidates():
    candidates = _proposed().candidates
    assert list(candidates) == ["I-ORG90", "I-SAL90"]
    tool = candidates["I-SAL90"]
    assert tool.reasons == (Reason("gap", {"capability": "Y1", "level": 2.0, "target": 3.0}),)
    assert (tool.gaps, tool.closes, tool.needs) == (("Y1",), ("Y1",), ("I-ORG90",))
    assert tool.raises == {"Y1": (4.0, "platform")}
    assert tool.effort == {"business": 1.4}
    assert (tool.module.depth, tool.module.factor, tool.module.offered) == (3, 0.7, True)
    assert tool.answers == ("answer-Y1",)
    assert candidates["I-ORG90"].reasons == (Reason("prerequisite", {"of": ["I-SAL90"]}),)
    assert candidates["I-ORG90"].module.module == "ORG"


def test_values_carry_the_cost_of_open_prerequisites():
    valued = _valued()
    tool, rule = valued.valuations["I-SAL90"], valued.valuations["I-ORG90"]
    assert tool.benefit_per_month == 100_000 * YUAN
    assert tool.ramp_months == 10
    assert tool.benefit == Money(275_000 * YUAN, 275_000 * YUAN, 275_000 * YUAN, 121_000 * YUAN)
    assert tool.net == NET
    assert (tool.one_off, tool.monthly_cost, tool.run_cost_per_month) == (20_000 * YUAN, 28_400 * YUAN, 100 * YUAN)
    assert tool.enables == ()
    assert rule.benefit == Money(0, 0, 0, 0)
    assert rule.net == Money(-6_000 * YUAN, -6_000 * YUAN, -6_000 * YUAN, -8_700 * YUAN)
    assert rule.enables == ("I-SAL90",)
    assert valued.caps == {"conversion": 250_000 * YUAN}


def test_choice_is_worth_exactly_that():
    selection = choose(_valued(), GIVEN.gaps, KNOWN, GIVEN.constraints, time_limit=20)
    assert selection.chosen == (Chosen("I-ORG90", 0), Chosen("I-SAL90", 1))
    assert selection.solution.status == "optimal"
    assert selection.solution.value == pytest.approx(237_400 * YUAN)
    assert selection.solution.bound == pytest.approx(237_400 * YUAN, rel=1e-3)
    assert (selection.coverage, selection.best_coverage) == (1.0, 1.0)


def test_plan():
    plan = make_plan(GIVEN)
    rule, tool = plan.items
    assert (rule.initiative, rule.start, rule.finish) == ("I-ORG90", date(2027, 3, 1), date(2027, 3, 31))
    assert (tool.initiative, tool.start, tool.finish) == ("I-SAL90", date(2027, 4, 1), date(2027, 4, 30))
    assert (rule.critical, tool.critical, rule.total_slack, tool.free_slack) == (True, True, 0, 0)
    assert (rule.wave, tool.wave) == (1, 1)
    assert rule.because == (Reason("network_start", {"date": "2027-03-01"}),)
    link = {"task": "I-ORG90", "type": "FS", "lag": 0, "date": "2027-03-31"}
    assert tool.because == (Reason("link", link),)
    assert plan.finish == date(2027, 4, 30)
    assert plan.net == NET
    assert plan.benefit.p50 == 275_000 * YUAN
    assert (plan.one_off, plan.person_weeks) == (20_000 * YUAN, 2.4)
    assert (plan.payback_month, plan.stress_payback_month) == (6, 9)
    assert (plan.d_share, plan.indication_only) == (0.0, False)


def test_items_carry_their_own_cost_and_the_plan_the_fees():
    plan = make_plan(GIVEN)
    rule, tool = plan.items
    assert rule.valuation.net.p50 == -6_000 * YUAN
    assert tool.valuation.net.p50 == (275_000 - 29_400) * YUAN
    assert plan.net.p50 == rule.valuation.net.p50 + tool.valuation.net.p50 - 2_200 * YUAN


def test_quarters():
    plan = make_plan(GIVEN)
    assert [q.index for q in plan.quarters] == [1, 2, 3, 4]
    # months 0-2: 6,000 + 28,600 + 300; then 300 a month
    assert [q.cost // YUAN for q in plan.quarters] == [34_900, 900, 900, 900]
    # 5,000 · 10,000 + 15,000 + 20,000 · 25,000 + 30,000 + 35,000 · 40,000 + 45,000 + 50,000
    assert [q.benefit.p50 // YUAN for q in plan.quarters] == [5_000, 45_000, 90_000, 135_000]
    assert sum(q.net.p50 for q in plan.quarters) == plan.net.p50
