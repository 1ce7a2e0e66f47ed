"""The system register: islands, records outside, duplicates, bridges, seats — each by a register of a few lines."""

from dataclasses import replace

import pytest

from assessment.engagement import DataFlow, System
from assessment.register_graph import cost_per_used_seat, feeds, register_figures
from assessment.silos import CODES, find_silos


def system(ident: str, category: str = "crm", **changes) -> System:
    return replace(System(ident, ident, category, holds=("members",)), **changes)


def flow(source: str, target: str, mode: str = "api", objects=("members",), alert: bool = True) -> DataFlow:
    return DataFlow(source, target, objects, mode, failure_alert=alert)


MAIN = system("crm", members=900, main_member_system=True)


@pytest.fixture
def found(pack):
    def findings(systems, flows=()):
        return {s.code: s for s in find_silos(systems, flows, pack.silos)}

    return findings


def test_an_empty_register_finds_nothing(found):
    assert found([]) == {}


def test_a_sound_register_finds_nothing(found):
    systems = [MAIN, system("mall", "mall", members=50)]
    assert found(systems, [flow("mall", "crm")]) == {}


def test_islands_are_parts_that_never_exchange_member_data(found):
    systems = [MAIN, system("mall", "mall"), system("live", "live"), system("till", "pos", holds=("orders",))]
    flows = [flow("mall", "crm"), flow("mall", "till", objects=("orders",)), flow("till", "live", objects=("orders",))]
    silo = found(systems, flows)["silo.islands"]
    assert silo.params["islands"] == (("crm", "mall"), ("live",))
    assert (silo.params["n"], silo.params["alone"]) == (2, ("live",))
    assert silo.initiatives == ("I-DIG03", "I-MEM02")


def test_the_direction_of_a_flow_does_not_matter_for_an_island(found):
    assert "silo.islands" not in found([MAIN, system("bi", "bi")], [flow("crm", "bi")])


@pytest.mark.parametrize(("elsewhere", "called"), [(100, False), (101, True)])
def test_records_outside_the_main_system(found, elsewhere, called):
    silos = found([MAIN, system("mall", "mall", members=elsewhere)], [flow("mall", "crm")])
    assert ("silo.members_outside" in silos) == called  # 900 of 1,000 are nine tenths and enough
    if called:
        assert silos["silo.members_outside"].params["outside"] == 101
        assert silos["silo.members_outside"].params["share"] == pytest.approx(900 / 1001)


def test_no_main_system_is_a_finding_of_its_own(found):
    silos = found([system("a"), system("b", "mall")], [flow("a", "b")])
    assert silos["silo.no_main_system"].params["n"] == 2
    assert "silo.members_outside" not in silos
    assert "silo.channel_unconnected" not in silos


@pytest.mark.parametrize(
    ("modes", "share"),
    [(["api", "live", "manual", "file"], 0.5), (["api", "live", "api", "manual"], None), (["manual"], 0.0)],
)
def test_share_of_flows_that_run_by_themselves(found, modes, share):
    systems = [MAIN, *(system(f"s{i}", "bi") for i in range(len(modes)))]
    silos = found(systems, [flow(f"s{i}", "crm", mode) for i, mode in enumerate(modes)])
    assert (
        silos["silo.flows_by_hand"].params["share"] == share if share is not None else "silo.flows_by_hand" not in silos
    )


def test_flows_that_fail_unnoticed(found):
    systems = [MAIN, system("a", "bi"), system("b", "bi")]
    half = [flow("a", "crm", alert=False), flow("b", "crm")]
    assert "silo.no_alert" not in found(systems, half)
    silent = [flow("a", "crm", "file", alert=False), flow("b", "crm", alert=False)]
    assert found(systems, silent)["silo.no_alert"].params["share"] == 1.0
    by_hand = [flow("a", "crm", "manual", alert=False), flow("b", "crm")]  # people notice
    assert "silo.no_alert" not in found(systems, by_hand)


def test_duplicates_are_paid_tools_of_one_category(found):
    one, two = system("f1", "forms", yearly_cost=300), system("f2", "forms", yearly_cost=200)
    free = system("f3", "forms")
    silos = found([MAIN, one, two, free], [flow(i, "crm") for i in ("f1", "f2", "f3")])
    silo = silos["silo.duplicate_tools"]
    assert (silo.params["systems"], silo.params["cost"]) == (("f1", "f2"), 500)
    assert "silo.duplicate_tools" not in found([MAIN, one, free], [flow("f1", "crm"), flow("f3", "crm")])


def test_a_channel_must_reach_the_main_system_through_whatever_lies_between(found):
    systems = [MAIN, system("forms", "forms"), system("hub", "hub", holds=()), system("live", "live")]
    flows = [flow("forms", "hub"), flow("hub", "crm"), flow("crm", "live")]
    silo = found(systems, flows)["silo.channel_unconnected"]
    assert silo.params["system"] == "live"  # data flows to it, not from it
    assert feeds("forms", "crm", flows)
    assert not feeds("live", "crm", flows)


def test_the_system_that_holds_the_rest_together(found):
    line = [MAIN, *(system(i, "bi") for i in "abcd")]
    flows = [flow("a", "b"), flow("b", "crm"), flow("crm", "c"), flow("c", "d")]
    silo = found(line, flows)["silo.single_bridge"]
    # a–b–crm–c–d: without crm two of four are cut off; without b or c only one, which is no finding
    assert (silo.params["systems"], silo.params["system"], silo.params["cut"]) == (("crm",), "crm", 2)
    assert "silo.single_bridge" not in found(line[:4], flows[:3])


def test_bridges_by_hand():
    systems = [system(i, "bi") for i in ("hub", "a", "b", "c", "d")]
    star = [flow(i, "hub") for i in "abcd"]
    assert register_figures(systems, star).bridges == {"hub": 3}  # one of four stays the largest part
    ring = [flow("a", "b"), flow("b", "c"), flow("c", "a")]
    assert register_figures(systems, ring).bridges == {}


def test_one_person_who_holds_many_systems(found):
    three = [replace(s, owner="马蓉") for s in (MAIN, system("a", "bi"), system("b", "bi"))]
    flows = [flow("a", "crm"), flow("b", "crm")]
    assert found(three, flows)["silo.single_person"].params["systems"] == ("a", "b", "crm")
    two = [three[0], three[1], replace(three[2], owner="")]
    assert "silo.single_person" not in found(two, flows)


@pytest.mark.parametrize(
    ("accounts", "active", "code"),
    [
        (10, 5, None),
        (10, 4, "silo.unused_seats"),
        (10, 1, "silo.bought_unused"),
        (10, 0, "silo.bought_unused"),
        (None, None, None),
        (10, None, None),
        (0, 0, None),
    ],
)
def test_seats_nobody_uses(found, accounts, active, code):
    paid = replace(MAIN, yearly_cost=1000, accounts=accounts, active_accounts=active)
    silos = found([paid])
    assert [c for c in silos if c in {"silo.unused_seats", "silo.bought_unused"}] == ([code] if code else [])
    assert not found([replace(paid, yearly_cost=0)])  # free seats are no waste


def test_cost_per_used_seat_is_rounded_half_up():
    assert cost_per_used_seat(replace(MAIN, yearly_cost=8_600_000, accounts=64, active_accounts=31)) == 277_419
    assert cost_per_used_seat(replace(MAIN, yearly_cost=3, accounts=2, active_accounts=2)) == 2
    assert cost_per_used_seat(replace(MAIN, yearly_cost=3, accounts=2, active_accounts=0)) is None


def test_flows_of_systems_nobody_registered_are_left_out():
    figures = register_figures([MAIN], [flow("ghost", "crm", "manual")])
    assert figures.automated_share is None
    assert figures.islands == (("crm",),)


def test_every_finding_says_why_in_both_languages(pack, sample):
    silos = find_silos(sample.systems, sample.flows, pack.silos)
    assert {s.code for s in silos} <= CODES
    for silo in silos:
        assert silo.params["why_zh"]
        assert silo.params["why_en"]
        assert silo.initiatives
