"""Registers: whole or not at all, in order, and nothing pulled from under what hangs on it."""

import threading
from dataclasses import replace
from fractions import Fraction

import pytest

from assessment import registering
from assessment.codec import print_of
from assessment.engagement import DataFlow, Person, Store, System
from assessment.errors import Conflict, Forbidden, InvalidInput, NotFound
from assessment.facts import GivenFact
from assessment.fieldwork import DocumentFinding, NaApproval, VisitFinding
from assessment.industries import TargetChange
from assessment.invitations import invite
from assessment.registering import (
    list_approvals,
    list_facts,
    list_flows,
    list_needs,
    list_people,
    list_resources,
    list_stores,
    list_systems,
    list_targets,
    list_visits,
    remove_approval,
    remove_fact,
    remove_store,
    replace_approvals,
    replace_documents,
    replace_flows,
    replace_people,
    replace_stores,
    replace_systems,
    replace_visits,
    save_fact,
    save_need,
    save_resource,
    save_store,
    save_target,
)
from assessment.samples import read_sample
from questionnaires.locale_text import LocaleText


@pytest.fixture(scope="module")
def sample(content):
    return read_sample("home", content)


def test_the_sample_comes_back_exactly_as_its_files_say(world, sample):
    place = (world.db, world.alice, world.sample)
    work = sample.work
    for kept, given in (
        (list_stores(*place), work.stores),
        (list_people(*place), work.people),
        (list_systems(*place), sample.systems),
        (list_flows(*place), sample.flows),
        (list_facts(*place), sample.facts),
        (list_resources(*place), sample.resources),
        (list_needs(*place), sample.needs),
        (list_targets(*place), sample.targets),
        (list_visits(*place), work.visits),
        (registering.list_documents(*place), work.documents),
        (list_approvals(*place), work.approvals),
    ):
        assert kept == given


def test_an_entry_changes_in_its_place_and_a_new_one_comes_last(world):
    place = (world.db, world.alice, world.engagement)
    save_store(*place, Store("S01", "新名", "franchise", "standard", "t12"), world.now)
    save_store(*place, Store("S09", "第九店", "own", "standard", "t12"), world.now)
    assert [(s.id, s.name) for s in list_stores(*place)] == [("S01", "新名"), ("S02", "店2"), ("S09", "第九店")]
    remove_store(*place, "S09", world.now)
    assert [s.id for s in list_stores(*place)] == ["S01", "S02"]
    with pytest.raises(NotFound):
        remove_store(*place, "S09", world.now)


def test_order_is_that_of_the_list(world):
    place = (world.db, world.alice, world.engagement)
    stores = list_stores(*place)
    replace_stores(*place, stores[::-1], world.now)
    assert list_stores(*place) == stores[::-1]


@pytest.mark.parametrize(
    ("people", "where"),
    [
        ([Person("M01", "陆", "manager", store="S99")], "M01"),
        ([Person("M01", "陆", "manager")], "M01"),
        ([Person("a b", "陆", "executive")], "people"),
        ([Person("", "陆", "executive")], "people"),
        ([Person("P01", "陆", "executive"), Person("P01", "顾", "executive")], "P01"),
        ([Person("P01", "陆", "boss")], "kind"),
    ],
)
def test_one_unusable_person_refuses_the_whole_list(world, people, where):
    place = (world.db, world.alice, world.engagement)
    before = list_people(*place)
    with pytest.raises(InvalidInput) as refused:
        replace_people(*place, people, world.now)  # type: ignore[arg-type]
    assert where in {p.where for p in refused.value.problems}
    assert list_people(*place) == before


def test_who_answered_or_was_invited_cannot_be_removed(world, event):
    from assessment.answering import save_answers

    save_answers(world.db, world.ann, world.engagement, "M01", "manager", [event()], world.now)
    invite(world.db, world.alice, world.engagement, ["P01"], world.now, b"s")
    with pytest.raises(InvalidInput) as refused:
        replace_people(world.db, world.alice, world.engagement, [], world.now)
    assert [p.where for p in refused.value.problems] == ["M01", "P01"]
    kept = [p for p in list_people(world.db, world.alice, world.engagement) if p.id in {"M01", "P01"}]
    replace_people(world.db, world.alice, world.engagement, kept, world.now)
    assert list_people(world.db, world.alice, world.engagement) == tuple(kept)


def test_a_store_stays_while_people_or_visits_hang_on_it(world):
    place = (world.db, world.alice, world.engagement)
    replace_visits(*place, [VisitFinding("S02", "MEM2", 3)], world.now)
    with pytest.raises(InvalidInput) as refused:
        replace_stores(*place, [], world.now)
    assert sorted({p.where for p in refused.value.problems}) == ["S01", "S02"]
    assert len(refused.value.problems) == 3
    with pytest.raises(InvalidInput):
        replace_visits(*place, [VisitFinding("S77", "MEM2", 3)], world.now)


def test_flows_run_between_registered_systems(world):
    place = (world.db, world.alice, world.engagement)
    replace_systems(*place, [System("crm", "CRM", "crm"), System("pos", "POS", "pos")], world.now)
    flow = DataFlow("pos", "crm", ("orders",), "file")
    with pytest.raises(InvalidInput):
        replace_flows(*place, [replace(flow, target="erp")], world.now)
    replace_flows(*place, [flow, flow], world.now)
    assert list_flows(*place) == (flow, flow)
    with pytest.raises(InvalidInput):
        replace_systems(*place, [], world.now)
    replace_flows(*place, [], world.now)
    replace_systems(*place, [], world.now)
    assert list_systems(*place) == ()


def test_facts_targets_and_approvals(world):
    place = (world.db, world.alice, world.engagement)
    save_fact(*place, GivenFact("ticket", 26_000.5, "B", "2026", "POS"), world.now)
    assert list_facts(*place) == (GivenFact("ticket", 26_000.5, "B", "2026", "POS"),)
    remove_fact(*place, "ticket", world.now)
    assert list_facts(*place) == ()
    target = TargetChange("RES5", 4.5, LocaleText("投票", "vote"))
    save_target(*place, target, world.now)
    save_target(*place, replace(target, level=4), world.now)
    assert [t.level for t in list_targets(*place)] == [4]
    replace_approvals(*place, [NaApproval("F", "MKT3", "S01", "总部直播", "周岚")], world.now)
    remove_approval(*place, "F:MKT3:S01", world.now)
    assert list_approvals(*place) == ()


def test_a_number_changed_meanwhile_is_not_overwritten(world):
    place = (world.db, world.alice, world.engagement)
    first = GivenFact("conversion", 0.22, "B", "2026", "POS")
    save_fact(*place, first, world.now, expected="")
    save_fact(*place, replace(first, value=0.25), world.now, expected=print_of(first))
    with pytest.raises(Conflict) as caught:
        save_fact(*place, replace(first, value=0.18), world.now, expected=print_of(first))
    assert (caught.value.mine.value, caught.value.theirs.value) == (0.18, 0.25)
    with pytest.raises(Conflict):
        save_fact(*place, replace(first, value=0.18), world.now, expected="")
    save_fact(*place, replace(first, value=0.25), world.now, expected=print_of(first))  # the same is no conflict
    save_fact(*place, replace(first, value=0.18), world.now, expected=print_of(caught.value.theirs))
    assert [fact.value for fact in list_facts(*place)] == [0.18]


def test_writers_of_one_register_take_turns(world):
    failed = []

    def add(n):
        try:
            fact = GivenFact(f"fact{n}", float(n), "D")
            save_fact(world.db, world.alice, world.engagement, fact, world.now)
        except Exception as error:  # noqa: BLE001 - shown by the assertion
            failed.append(error)

    threads = [threading.Thread(target=add, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert {f.id for f in list_facts(world.db, world.alice, world.engagement)} == {f"fact{n}" for n in range(8)}


LISTS = [name for name in registering.__all__ if name.startswith("list_")]
REPLACES = [name for name in registering.__all__ if name.startswith("replace_")]
RAW = {"list_visits", "list_documents", "list_approvals", "list_store_visits", "list_mystery"}
DECISIONS = {"replace_targets", "replace_approvals"}


@pytest.mark.parametrize("name", LISTS)
def test_who_may_read_a_register(world, name):
    call = getattr(registering, name)
    assert isinstance(call(world.db, world.ann, world.sample), tuple)
    for client in world.clients:
        if name in RAW:
            with pytest.raises(Forbidden):
                call(world.db, client, world.sample)
        else:
            assert isinstance(call(world.db, client, world.sample), tuple)
    for stranger in world.strangers:
        with pytest.raises(NotFound):
            call(world.db, stranger, world.sample)


@pytest.mark.parametrize("name", REPLACES)
def test_who_may_write_a_register(world, name):
    call = getattr(registering, name)
    refused = (*world.clients, world.ann) if name in DECISIONS else world.clients
    for insider in refused:
        with pytest.raises(Forbidden):
            call(world.db, insider, world.elsewhere if insider is world.ann else world.engagement, (), world.now)
    for stranger in world.strangers:
        with pytest.raises(NotFound):
            call(world.db, stranger, world.engagement, (), world.now)
    assert call(world.db, world.carl, world.elsewhere, (), world.now) == 0


def refused(world, call, item):
    with pytest.raises(InvalidInput) as met:
        call(world.db, world.alice, world.sample, item, world.now)
    return {p.where for p in met.value.problems}


@pytest.mark.parametrize(
    "change",
    [
        {"value_parts": {"reach": 3}},
        {"value_parts": {"reach": 3, "relevance": 3, "trust": 3, "margin": 6}},
        {"effort": 4},
        {"utilisation": 1.5},
        {"utilisation": float("nan")},
        {"cls": "RC-Z"},
    ],
)
def test_a_resource_must_be_appraisable(world, sample, change):
    assert refused(world, save_resource, replace(sample.resources[0], **change))
    assert list_resources(world.db, world.alice, world.sample) == sample.resources


def test_needs_and_findings_stay_on_their_scales(world, sample):
    need = sample.needs[0]
    assert refused(world, save_need, replace(need, importance={"stores": 11})) == {need.id}
    for finding in (
        VisitFinding("S03", "MEM2", 6),
        VisitFinding("S03", "MEM2", None),
        VisitFinding("S03", "MEM2", 3, "dont_know"),
    ):
        assert refused(world, replace_visits, [finding]) == {"MEM2"}
    assert refused(world, replace_documents, [DocumentFinding("HQ", "MEM2", 0)]) == {"MEM2"}


def test_a_number_that_is_none_is_refused(world):
    assert refused(world, save_fact, GivenFact("ticket", float("nan"), "D"))
    assert refused(world, save_fact, GivenFact("ticket", float("inf"), "D"))


def test_a_fraction_is_no_fact(world):
    with pytest.raises(InvalidInput):
        save_fact(world.db, world.alice, world.engagement, GivenFact("x", Fraction(1, 3)), world.now)  # type: ignore[arg-type]
