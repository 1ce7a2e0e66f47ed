"""Golden: the first wave of each trade, planned for real on every example platform, is done within its three months.

Chosen and dated by the functions the product plans with, at the default capacity of each role, with three changes at most
in a store at a time. Not a sum: work that waits for other work, or for the same people, counts.
"""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from assessment.content import load_pack
from assessment.facts import fill_facts
from assessment.industries import REFERENCE_STORES, rules_of
from roadmap import PlanInput, make_plan
from roadmap.compliance import flags_in_force, pulled_in
from roadmap.plan import Plan
from roadmap.situation import Constraints, Standing, Suggestion

TRADES = ("generic", "education", "fnb_retail", "home", "jewellery", "medbeauty", "wellness")
PLATFORMS = ("composed_open", "hub_existing", "suite_generic")
BOTH = [(trade, platform) for trade in TRADES for platform in PLATFORMS]
MONTHS = 3
START, END = date(2026, 12, 1), date(2027, 2, 28)
STORES_AT_A_TIME = 3
WEEKS = {
    "generic": (18.0, 18.0, 17.4),
    "education": (22.4, 20.0, 18.5),
    "fnb_retail": (20.0, 20.0, 18.5),
    "home": (19.4, 20.2, 19.3),
    "jewellery": (19.0, 19.0, 18.4),
    "medbeauty": (23.0, 23.0, 22.4),
    "wellness": (21.0, 21.0, 20.4),
}
"""Person-weeks on each platform; a change of a row's effort or a module's depth shows here."""
LATER = {
    "fnb_retail": "I-OPS03",
    "home": "I-SAL01",
    "jewellery": "I-RES07",
    "wellness": "I-RES07",
}
"""Of what the domain names for the first quarter, what some platform would carry beyond it: it stands in the next wave."""


@cache
def planned(trade: str, platform: str, extra: tuple[str, ...] = ()) -> Plan:
    """Plan the first wave, and nothing else, within three months for a chain that stands at level 1 everywhere."""
    pack = load_pack()
    industry = pack.industries[trade]
    wave = (*industry.first_wave, *extra)
    defaults = replace(pack.catalogue.defaults, choice_months=MONTHS)
    return make_plan(
        PlanInput(
            gaps=(),
            standing=Standing(dict.fromkeys(pack.library.framework.capabilities, 1.0)),
            suggestions=tuple(Suggestion(ident, "wave", trade, "wave") for ident in wave),
            catalogue=replace(pack.catalogue, defaults=defaults),
            industry=rules_of(industry),
            platform=platform,
            facts=fill_facts((), pack.fact_definitions, industry, REFERENCE_STORES),
            constraints=Constraints(START, 10**12, dict(defaults.capacity), must=wave),
            draws=1000,
            time_limit=20.0,
        )
    )


@pytest.mark.parametrize(("trade", "platform"), BOTH)
def test_all_of_it_is_done_in_three_months(pack, trade, platform):
    plan = planned(trade, platform)
    assert plan.selection.solution.status in {"optimal", "feasible"}, plan.selection.conflicts
    assert {item.initiative for item in plan.items} == set(
        pack.industries[trade].first_wave
    )  # nothing else is drawn in
    assert all(item.wave == 1 for item in plan.items)
    assert plan.finish <= END


@pytest.mark.parametrize(("trade", "platform"), BOTH)
def test_it_takes_no_more_than_the_default_capacity(pack, trade, platform):
    plan = planned(trade, platform)
    defaults = pack.catalogue.defaults
    assert sum(defaults.capacity.values()) == pytest.approx(defaults.capacity_per_month)
    assert plan.person_weeks == pytest.approx(WEEKS[trade][PLATFORMS.index(platform)], abs=0.06)
    assert plan.person_weeks <= MONTHS * defaults.capacity_per_month
    starts = {one.initiative: one.start_month for one in plan.selection.chosen}
    months = {
        i.initiative: (i.finish.year - i.start.year) * 12 + i.finish.month - i.start.month + 1 for i in plan.items
    }
    for month in range(MONTHS):
        running = [i for i in plan.items if starts[i.initiative] <= month < starts[i.initiative] + months[i.initiative]]
        for role, capacity in defaults.capacity.items():
            assert sum(i.effort.get(role, 0.0) / months[i.initiative] for i in running) <= capacity + 1e-6, (
                role,
                month,
            )
        assert sum(pack.catalogue.initiatives[i.initiative].touches_stores for i in running) <= STORES_AT_A_TIME


@pytest.mark.parametrize(("trade", "platform"), BOTH)
def test_prerequisites_and_reviews_come_first(pack, trade, platform):
    catalogue, rules = pack.catalogue, rules_of(pack.industries[trade])
    items = {item.initiative: item for item in planned(trade, platform).items}
    for ident, item in items.items():
        first = {*catalogue.initiatives[ident].needs, *pulled_in(catalogue.initiatives[ident], catalogue, rules)}
        assert first <= set(items)
        assert all(items[need].finish < item.start for need in first)
        assert item.flags == flags_in_force(catalogue.initiatives[ident], rules)
    assert not set(items) & set(catalogue.forbidden.get(trade, ()))


@pytest.mark.parametrize("trade", TRADES)
def test_a_first_wave_is_worth_calling_one(pack, trade):
    industry = pack.industries[trade]
    assert 6 <= len(industry.first_wave) <= 10
    assert {"I-STR01", "I-STR03"} <= set(industry.first_wave)
    assert not set(industry.first_wave) & set(industry.next_wave)
    assert set(industry.next_wave) <= set(pack.catalogue.initiatives)
    assert not set(industry.next_wave) & set(pack.catalogue.forbidden.get(trade, ()))


@pytest.mark.parametrize(("trade", "ident"), sorted(LATER.items()))
def test_what_comes_next_would_not_fit_before(pack, trade, ident):
    """With it, the quarter is too short on one platform at least; the conflict is named."""
    assert ident in pack.industries[trade].next_wave
    plans = [planned(trade, platform, (ident,)) for platform in PLATFORMS]
    short = [plan for plan in plans if plan.selection.solution.status == "infeasible"]
    assert short
    assert all(plan.selection.conflicts for plan in short)
