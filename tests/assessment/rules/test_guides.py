"""Guides: without a name, beside the manager of their store, and never fewer than five."""

import pytest

from assessment.coverage import coverage_of
from assessment.engagement import Person, Store
from assessment.fieldwork import Fieldwork
from assessment.guides import FEWEST_GUIDES, alias_of
from assessment.observing import forms_asked, observations_of
from assessment.speaking import owned_by
from questionnaires import Answer, scope_of
from scoring import score, tree_from_framework
from scoring.groups import estimate
from scoring.unit_values import units_of

STORES = tuple(Store(f"S{n}", f"店{n}", "own", "standard", "t12") for n in (1, 2, 3))
MANAGER = Person("M1", "店长一", "manager", store="S1")
GUIDES = tuple(Person(f"G{n}", f"G{n}", "guide", store=f"S{1 + n % 3}") for n in range(1, 7))


def forms(guides, level=2, question="G.SAL1"):
    return {(g.id, "guide"): {question: Answer(question, level)} for g in guides}


@pytest.fixture
def seen(pack):
    scope = scope_of(pack.library.framework, "full")

    def look(answers, people=(MANAGER, *GUIDES)):
        return observations_of(pack.library, Fieldwork(STORES, people, answers), scope)

    return look


def test_five_guides_speak_and_four_do_not(seen):
    assert seen(forms(GUIDES[: FEWEST_GUIDES - 1])) == ()
    heard = seen(forms(GUIDES[:FEWEST_GUIDES]))
    assert len(heard) == FEWEST_GUIDES
    assert {(o.capability, o.group, o.selection) for o in heard} == {("SAL1", "F", "census")}


def test_five_must_have_answered_on_the_capability_itself(seen):
    answers = forms(GUIDES)
    answers["G1", "guide"] = {**answers["G1", "guide"], "G.MEM5": Answer("G.MEM5", 4)}
    answers["G2", "guide"] = {"G.SAL1": Answer("G.SAL1", None, "skipped")}
    assert {o.capability for o in seen(answers)} == {"SAL1"}
    answers["G3", "guide"] = {"G.SAL1": Answer("G.SAL1", None, "skipped", note="没空")}
    assert seen(answers) == ()


def test_a_guide_who_does_not_know_has_answered(seen):
    answers = forms(GUIDES[:4]) | {("G5", "guide"): {"G.SAL1": Answer("G.SAL1", None, "dont_know")}}
    assert sorted(o.state for o in seen(answers)) == ["dont_know", "value", "value", "value", "value"]


def test_nothing_names_the_guide(seen):
    heard = seen(forms(GUIDES))
    told = {text for o in heard for text in (o.respondent, o.answer)}
    assert not any(g.id in text.split(":") for text in told for g in GUIDES)
    assert {o.respondent for o in heard} == {alias_of(g) for g in GUIDES}


def test_a_store_is_the_median_of_its_manager_and_its_guides(seen):
    three = tuple(Person(f"G{n}", f"G{n}", "guide", store="S1") for n in (1, 2, 3)) + GUIDES[3:]
    answers = forms(three[:1], 2) | forms(three[1:3], 5) | forms(three[3:], 1)
    answers["M1", "manager"] = {"M.SAL1": Answer("M.SAL1", 4)}
    heard = seen(answers, (MANAGER, *three))
    by_store = {u.id: u.claimed for u in units_of(heard, {o.answer: o.value for o in heard}, "F")}
    assert by_store["S1"] == 4  # of 1 2 4 5 5
    assert by_store["S2"] == 1
    assert estimate("F", units_of(heard, {o.answer: o.value for o in heard}, "F"), (), 3).units == len(by_store)


def test_a_store_with_a_guide_was_asked_even_without_a_manager(pack):
    asked = forms_asked(pack.library, (MANAGER, *GUIDES), ("SAL1", "MEM5", "RES5"))
    guides_only = {q.capability for q in pack.library.instruments["guide"].questions}
    assert "SAL1" in guides_only
    assert asked["SAL1"] == 3
    managers_only = next(
        q.capability
        for q in pack.library.instruments["manager"].questions
        if q.capability and q.capability not in guides_only
    )
    assert forms_asked(pack.library, (MANAGER, *GUIDES), (managers_only,)) == {managers_only: 1}


def test_guides_are_counted_by_person_and_apart_from_the_forms_of_stores(pack):
    work = Fieldwork(STORES, (MANAGER, *GUIDES), forms(GUIDES[:4]))
    covered = coverage_of(pack.library, work, ())
    assert (covered.guides_returned, covered.guides_asked) == (4, 6)
    assert (covered.forms_returned, covered.forms_asked) == (0, 1)
    assert (covered.visits, covered.visits_wanted) == (0, 3)


def test_too_few_guides_leave_the_score_as_it_was(pack, seen):
    manager = {("M1", "manager"): {"M.SAL1": Answer("M.SAL1", 3)}}
    tree = tree_from_framework(pack.library.framework)
    alone, beside = score(tree, seen(manager)), score(tree, seen(manager | forms(GUIDES[:4], 1)))
    assert alone.digest == beside.digest
    assert (
        score(tree, seen(manager | forms(GUIDES[:5], 1))).capabilities["SAL1"].claimed
        < alone.capabilities["SAL1"].claimed
    )


def test_who_answers_the_short_form_owns_what_it_asks(pack):
    owner = Person("P1", "老板", "executive", ("owner",), form="short")
    owned = owned_by(pack.library.framework, owner)
    assert set(owned) == set(pack.library.framework.capabilities)
    assert owned["STR1"] == owned["SAL2"] == "owner"
    work = Fieldwork(people=(owner,), answers={("P1", "short"): {"E.SAL2": Answer("E.SAL2", 3)}})
    (said,) = observations_of(pack.library, work, ("SAL2",))
    assert (said.answer, said.owner, said.role, said.value) == ("short:P1:E.SAL2", True, "owner", 3)
