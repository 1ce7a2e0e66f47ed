"""The whole pipeline on thirty stores: a plan a consultant could put on the table."""

from functools import cache
from itertools import pairwise

import pytest

from roadmap import make_plan, publish, verify_snapshot
from roadmap.plan import Plan
from tests.roadmap.pipeline.sample import constraints, facts, planning

SECONDS = 60.0
"""A safety stop: the search ends by its proof, after a quarter of it on a machine with nothing else to do."""


@cache
def plan() -> Plan:
    return make_plan(planning(draws=4000, time_limit=SECONDS))


def test_size_and_shape():
    made = plan()
    assert made.selection.solution.status in ("optimal", "feasible")
    assert 14 <= len(made.items) <= 34
    assert 60 <= made.person_weeks <= 130
    assert made.one_off <= constraints().budget
    assert made.selection.coverage >= made.selection.theta * made.selection.best_coverage - 1e-6
    assert {item.wave for item in made.items} == {1, 2, 3}
    assert any(item.critical for item in made.items)
    assert all(item.because for item in made.items)
    assert all(item.reasons for item in made.items)


def test_every_rule_is_kept():
    made, known = plan(), planning().catalogue
    by_id = {item.initiative: item for item in made.items}
    for item in made.items:
        assert item.start <= item.finish <= made.finish
        for need in item.needs:
            assert by_id[need].finish < item.start
        if known.initiatives[item.initiative].touches_stores:
            assert item.start.month not in (2, 9, 10)
            assert item.finish.month not in (2, 9, 10)
        for flag in item.flags:
            for first in known.flags[flag].pulls_in:
                assert first == item.initiative or first in by_id or first in made.already_there
    for item in made.items:
        running = [o for o in made.items if o.start <= item.start <= o.finish]
        assert sum(known.initiatives[o.initiative].touches_stores for o in running) <= 3
    systems = sorted(i.start for i in made.items if known.initiatives[i.initiative].is_system)
    assert all((b.year - a.year) * 12 + b.month - a.month >= 3 for a, b in pairwise(systems))


def test_money_is_plausible():
    """A year's gross profit of this chain is about ¥35 million; nobody should promise a tenth of it from default effects."""
    made = plan()
    year = facts()["stores"] * facts()["visits_per_store_month"] * 12 * facts()["conversion"]
    year *= facts()["ticket"] * facts()["gross_margin"]
    assert made.net.p10 < made.net.p50 < made.net.p90
    assert 0 < made.benefit.p50 < 0.12 * 3 * year
    assert made.net.stress < made.net.p10
    assert made.benefit.stress == pytest.approx(0.44 * made.benefit.p50, abs=1)
    assert 0 < made.d_share < 1
    assert made.payback_month is None or 6 <= made.payback_month <= 36
    assert sum(quarter.cost for quarter in made.quarters) > made.one_off
    assert made.selection.solution.value == pytest.approx(made.net.p50, rel=0.25)


def test_everything_else_has_a_reason():
    made = plan()
    chosen = {item.initiative for item in made.items}
    assert made.selection.excluded
    assert not chosen & set(made.selection.excluded)
    assert all(reason.code for reason in made.selection.excluded.values())


def test_it_can_be_published_and_verified():
    assert verify_snapshot(publish(plan(), 1, "scores", "1.0.0", "content"))
