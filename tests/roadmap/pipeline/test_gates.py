"""Gates fund what starts after them; what already runs is named with the money that is committed."""

from dataclasses import replace
from datetime import date

import pytest

from roadmap import make_plan
from roadmap.gates import Gate, funded_at_start, gates_of
from roadmap.plan import Plan
from tests.roadmap.pipeline.little import YUAN, catalogue, exactly, gap, initiative, question

MAR, JUN, OCT = date(2027, 3, 31), date(2027, 6, 30), date(2027, 10, 29)


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Four items of ¥1,000 each: one in wave 1, two in wave 2 of which one starts with the plan, one in wave 3."""
    idents = ("I-STR90", "I-STR91", "I-STR92", "I-STR93")
    known = catalogue(*(initiative(i, f"A{n}→3 people", one_off=exactly(1000 * YUAN)) for n, i in enumerate(idents)))
    made = make_plan(question(known, [gap(f"A{n}") for n in range(4)], {f"A{n}": 2 for n in range(4)}))
    dates = {
        "I-STR90": (1, date(2027, 3, 1), MAR),
        "I-STR91": (2, date(2027, 3, 1), date(2027, 5, 31)),
        "I-STR92": (2, date(2027, 4, 1), JUN),
        "I-STR93": (3, date(2027, 7, 1), OCT),
    }
    moved = [replace(i, wave=d[0], start=d[1], finish=d[2]) for i in made.items if (d := dates[i.initiative])]
    assert len(moved) == 4
    return replace(made, items=tuple(moved))


def ids(gate: Gate) -> tuple[list[str], list[str]]:
    return [i.initiative for i in gate.releases], [i.initiative for i in gate.running]


def test_a_gate_releases_what_starts_after_it_until_the_next(plan: Plan):
    gates = gates_of(plan)
    assert [(gate.wave, gate.day) for gate in gates] == [(1, MAR), (2, JUN), (3, OCT)]
    assert [ids(gate) for gate in gates] == [(["I-STR92"], ["I-STR91"]), (["I-STR93"], []), ([], [])]
    assert [gate.released for gate in gates] == [1000 * YUAN, 1000 * YUAN, 0]


def test_what_is_committed_counts_everything_begun(plan: Plan):
    assert [gate.committed for gate in gates_of(plan)] == [2000 * YUAN, 3000 * YUAN, 4000 * YUAN]
    assert [item.initiative for item in funded_at_start(plan)] == ["I-STR90", "I-STR91"]


def test_every_item_is_funded_exactly_once(plan: Plan):
    funded = [*funded_at_start(plan), *(item for gate in gates_of(plan) for item in gate.releases)]
    assert sorted(i.initiative for i in funded) == sorted(i.initiative for i in plan.items)


def test_without_items_there_is_no_gate(plan: Plan):
    empty = replace(plan, items=())
    assert (gates_of(empty), funded_at_start(empty)) == ((), ())
