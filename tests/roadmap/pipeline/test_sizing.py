"""What is done store by store follows the number of stores; the rest of a plan does not."""

import pytest

from roadmap import load_catalogue
from roadmap.initiatives import Chain, Range
from roadmap.sizing import part_by_store, sized
from tests.roadmap.pipeline.little import YUAN, catalogue, defaults, exactly, initiative, module, platform

CHAIN = Chain(stores=30, floor=0.2, ceiling=4.0, roles=("store_ops",), fees=("per_store_year",))
EFFORT = {"business": 3.0, "store_ops": 1.0}


def little(*, touches: bool = True, model: str = "per_store_year"):
    return catalogue(
        initiative(
            "I-SAL90",
            "Y1→4 people",
            effort=EFFORT,
            one_off=Range(0, 10_000 * YUAN, 20_000 * YUAN),
            yearly=exactly(4_000 * YUAN),
            touches_stores=touches,
        ),
        platforms={"p": platform(modules=[module("M", 3, price_model=model, yearly_fee=exactly(30_000 * YUAN))])},
        defaults=defaults(chain=CHAIN),
    )


def test_fifteen_stores_take_half_the_work_at_stores_and_an_eighth_less_money():
    """A quarter of the work is done store by store; half of it is left: 1 − 0.25 · 0.5 = 0.875 of the money."""
    one = sized(little(), 15).initiatives["I-SAL90"]
    assert one.effort == {"business": 3.0, "store_ops": 0.5}
    assert one.one_off == Range(0, 8_750 * YUAN, 17_500 * YUAN)
    assert one.yearly == exactly(3_500 * YUAN)


def test_a_fee_by_store_follows_the_stores_and_another_does_not():
    assert sized(little(), 15).platforms["p"].modules["M"].yearly_fee == exactly(15_000 * YUAN)
    assert sized(little(model="included"), 15).platforms["p"].modules["M"].yearly_fee == exactly(30_000 * YUAN)


def test_what_touches_no_store_stays_as_it_is():
    known = little(touches=False)
    assert sized(known, 3).initiatives == known.initiatives


@pytest.mark.parametrize(("stores", "weeks"), [(1, 0.2), (6, 0.2), (120, 4.0), (2000, 4.0)])
def test_floor_and_ceiling(stores: int, weeks: float):
    assert sized(little(), stores).initiatives["I-SAL90"].effort["store_ops"] == weeks


@pytest.mark.parametrize("stores", [30, 0])
def test_the_chain_it_is_written_for_and_an_unknown_one_change_nothing(stores: int):
    known = little()
    assert sized(known, stores) is known


def test_the_built_in_catalogue_costs_six_stores_less_and_never_less_than_its_part_without_stores():
    known = load_catalogue()
    few = sized(known, 6)
    for ident, one in known.initiatives.items():
        part = part_by_store(one, known.defaults.chain)
        assert few.initiatives[ident].person_weeks == pytest.approx(one.person_weeks * (1 - 0.8 * part), abs=0.001)
        assert few.initiatives[ident].months == one.months
    assert sum(one.person_weeks for one in few.initiatives.values()) == pytest.approx(281.6, abs=0.1)
