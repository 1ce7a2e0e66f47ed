"""Coded visits and mystery visits: what was seen becomes a level by its table, shown on the spot."""

from datetime import date

import pytest

from assessment.coverage import coverage_of
from assessment.engagement import Person, Store
from assessment.fieldwork import Fieldwork, MysteryVisit, NaApproval, StoreVisit, VisitFinding
from assessment.forms import visit_form
from assessment.mystery import mystery_stores
from assessment.observing import observations_of
from questionnaires import Answer, scope_of
from scoring.unit_values import units_of

DAY = date(2026, 11, 20)
STORES = (Store("S1", "一店", "own", "standard", "t12", stratum="直营"), Store("S2", "二店", "own", "standard", "t12"))
PEOPLE = (Person("C1", "周岚", "consultant"), Person("C2", "许哲", "consultant"))
VISITS = (StoreVisit("V1", "S1", "C1", DAY, "random"), StoreVisit("V2", "S1", "C2", DAY, "chosen"))


@pytest.fixture
def look(pack):
    scope = scope_of(pack.library.framework, "full")

    def seen(answers=(), visits=VISITS, **parts):
        forms = {}
        for (visit, who), given in dict(answers).items():
            forms[who, visit_form(visit)] = {a.question: a for a in given}
        work = Fieldwork(STORES, PEOPLE, forms, store_visits=visits, **parts)
        return {o.answer: o for o in observations_of(pack.library, work, scope)}

    return seen


def test_a_timed_sight_is_read_by_its_table_and_counts_as_shown(look):
    found = look({("V1", "C1"): [Answer("O.RES5.1", 45), Answer("O.RES5.2", "no_consent")]})
    timed, look_only = found["visit:V1:O.RES5.1"], found["visit:V1:O.RES5.2"]
    assert (timed.capability, timed.value, timed.evidence) == ("RES5", 3, ("demonstration",))
    assert (timed.group, timed.unit, timed.stratum, timed.selection, timed.respondent) == (
        "V",
        "S1",
        "直营",
        "random",
        "C1",
    )
    assert look_only.value == 2


@pytest.mark.parametrize(("seconds", "level"), [(60, 3), (61, 2), (599, 2), (600, 1), (0, 3)])
def test_the_edges_of_a_table(look, seconds, level):
    assert look({("V1", "C1"): [Answer("O.RES5.1", seconds)]})["visit:V1:O.RES5.1"].value == level


def test_ticks_are_counted_and_none_is_a_number_too(pack, look):
    entrances = [option.id for option in pack.library.instruments["visit"].question("O.MEM1.1").options]
    for ticked, level in ((6, 2), (4, 2), (3, 2), (2, 2), (1, 1), (0, 1)):
        found = look({("V1", "C1"): [Answer("O.MEM1.1", " ".join(entrances[:ticked]))]})
        assert found["visit:V1:O.MEM1.1"].value == level


@pytest.mark.parametrize(
    "answer",
    [
        Answer("O.MEM1.2", 45),
        Answer("O.MEM1.3", "no"),
        Answer("O.DIG5.2", 3),
        Answer("O.SAL1.2", None, "dont_know"),
        Answer("O.MEM1.2", None, "not_applicable", na_reason="没有码"),
    ],
)
def test_what_is_only_noted_counts_for_no_level(look, answer):
    assert look({("V1", "C1"): [answer]}) == {}


def test_a_photo_stands_for_itself_and_a_talk_needs_its_own_evidence(look):
    found = look({("V1", "C1"): [Answer("O.RES5.1", 45, evidence=("photo_timed",)), Answer("V.ORG1", 4)]})
    assert found["visit:V1:O.RES5.1"].evidence == ("photo_timed",)
    assert found["visit:V1:V.ORG1"].evidence == ()


def test_a_value_the_content_cannot_read_any_more_says_nothing(look):
    assert (
        look({("V1", "C1"): [Answer("O.SVC5.2", "removed"), Answer("O.RES5.1", "fast"), Answer("O.SVC5.1", 42)]}) == {}
    )


def test_two_consultants_code_one_store_and_the_store_is_their_median(look):
    found = look(
        {
            ("V1", "C1"): [Answer("O.RES5.1", 45)],
            ("V2", "C2"): [Answer("O.RES5.1", 100), Answer("O.RES5.2", "no_consent")],
        }
    )
    (store,) = units_of(list(found.values()), {k: o.value for k, o in found.items()}, "V")
    assert sorted(o.value for o in found.values()) == [2, 2, 3]
    assert (store.id, store.claimed, store.selection) == ("S1", 2, "random")


def test_the_table_of_visits_still_counts_beside_the_forms(pack):
    table = (VisitFinding("S1", "RES5", 4, evidence=("demonstration",)),)
    forms = {("C1", "visit:V1"): {"O.RES5.1": Answer("O.RES5.1", 45)}}
    work = Fieldwork(STORES, PEOPLE, forms, table, store_visits=VISITS)
    found = {o.answer: o.value for o in observations_of(pack.library, work, ("RES5",))}
    assert found == {"visit:S1:RES5": 4, "visit:V1:O.RES5.1": 3}


def test_the_form_of_a_visit_that_is_not_on_the_list_counts_for_nothing(look):
    assert look({("V9", "C1"): [Answer("O.RES5.1", 45)]}) == {}


def test_not_applicable_needs_an_approval_like_everywhere(look):
    declined = {("V1", "C1"): [Answer("O.RES5.1", None, "not_applicable", na_reason="没有码")]}
    assert look(declined)["visit:V1:O.RES5.1"].approver is None
    approved = look(declined, approvals=(NaApproval("V", "RES5", "S1", "没有码", "周岚"),))
    assert approved["visit:V1:O.RES5.1"].approver == "周岚"


def test_a_store_counts_as_visited_once_its_form_was_begun(pack):
    forms = {("C1", "visit:V1"): {"O.RES5.1": Answer("O.RES5.1", 45)}, ("C2", "visit:V2"): {}}
    covered = coverage_of(pack.library, Fieldwork(STORES, PEOPLE, forms, store_visits=VISITS), ())
    assert (covered.visits, covered.visits_wanted) == (1, 2)


def met(store, visitor="A1", **seen):
    return MysteryVisit(store, DAY, visitor, "15:40", {k.replace("_", "."): v for k, v in seen.items()})


def test_what_a_customer_met_is_seen_in_the_store(look):
    found = look(mystery=(met("S1", Y_SVC3_1=4, Y_SVC5_1="no"),))
    waited = found["mystery:1:S1:Y.SVC3.1"]
    assert (waited.capability, waited.group, waited.unit, waited.value) == ("SVC3", "V", "S1", 2)
    assert (waited.evidence, waited.respondent) == (("demonstration",), "mystery:A1")
    assert found["mystery:1:S1:Y.SVC5.1"].value == 1


def test_a_mystery_visit_is_as_random_as_the_list_says_of_its_store(look):
    found = look(mystery=(met("S1", Y_SVC3_1=4), met("S2", Y_SVC3_1=4)), visits=VISITS[:1])
    assert found["mystery:1:S1:Y.SVC3.1"].selection == "random"
    assert found["mystery:2:S2:Y.SVC3.1"].selection == "chosen"


def test_a_store_speaks_for_itself_from_three_visits_on(pack):
    fewest = pack.library.mystery.visits[0]
    rows = mystery_stores((met("S1"), met("S1", "A2"), met("S2"), met("S1", "A3")), fewest)
    assert [(row.store, row.visits, row.enough) for row in rows] == [("S1", 3, True), ("S2", 1, False)]
