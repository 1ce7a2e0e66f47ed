"""From what was gathered to observations: states, owners, strata, selection, evidence, approvals."""

from dataclasses import replace

import pytest

from assessment.engagement import Person, Store
from assessment.fieldwork import DocumentFinding, Fieldwork, NaApproval, VisitFinding
from assessment.observing import forms_asked, observations_of
from assessment.speaking import owned_by
from assessment.strata import strata_of, stratum_of
from questionnaires import Answer
from scoring import Stratum

S1 = Store("S1", "一店", "own", "standard", "t12", stratum="直营")
S2 = Store("S2", "二店", "franchise", "small", "t34")
OWNER = Person("P1", "老板", "executive", ("owner",))
SALES = Person("P2", "销售", "executive", ("sales",))
M1 = Person("M1", "店长一", "manager", store="S1")
M2 = Person("M2", "店长二", "manager", store="S2")
PEOPLE = (OWNER, SALES, M1, M2)


@pytest.fixture
def observe(pack):
    everything = tuple(pack.library.framework.capabilities)

    def observed(scope=everything, **parts):
        work = Fieldwork(**{"stores": (S1, S2), "people": PEOPLE, **parts})
        return {o.answer: o for o in observations_of(pack.library, work, scope)}

    return observed


def said(person: str, instrument: str, *answers: Answer):
    return {(person, instrument): {a.question: a for a in answers}}


def test_strata_keep_register_order_and_blank_ones_are_spelt_out():
    again = replace(S1, id="S3")
    assert stratum_of(S2) == "franchise·small·t34"
    assert strata_of([S2, S1, again]) == (Stratum("franchise·small·t34", 1), Stratum("直营", 2))


def test_a_manager_answers_for_the_store_as_one_of_all(observe):
    found = observe(answers=said("M1", "manager", Answer("M.RES5", 4, evidence=("screenshot",), note="相册")))
    one = found["manager:M1:M.RES5"]
    assert (one.group, one.unit, one.respondent, one.stratum, one.selection) == ("F", "S1", "M1", "直营", "census")
    assert (one.capability, one.state, one.value, one.evidence, one.owner) == (
        "RES5",
        "value",
        4,
        ("screenshot",),
        True,
    )


def test_an_executive_weighs_only_what_the_role_owns(pack, observe):
    answers = said("P1", "executive", Answer("E.STR1", 2), Answer("E.SAL2", 5))
    found = observe(answers=answers)
    own, other = found["executive:P1:E.STR1"], found["executive:P1:E.SAL2"]
    assert (own.owner, own.role, own.unit, own.stratum) == (True, "owner", "P1", None)
    assert (other.owner, other.role) == (False, "owner")
    assert "SAL2" in owned_by(pack.library.framework, SALES)


def test_one_person_with_several_roles_owns_all_of_them(pack):
    both = replace(OWNER, roles=("owner", "sales"))
    owned = owned_by(pack.library.framework, both)
    assert (owned["STR1"], owned["SAL2"]) == ("owner", "sales")


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer("M.RES5", None, "dont_know"), "dont_know"),
        (Answer("M.RES5", None, "not_applicable", "不做"), "not_applicable"),
        (Answer("M.RES5", None, "refused"), "blank"),
        (Answer("M.RES5", None, "skipped"), "blank"),
    ],
)
def test_the_four_states_are_never_confused(observe, answer, state):
    one = observe(answers=said("M1", "manager", answer))["manager:M1:M.RES5"]
    assert (one.state, one.value, one.approver) == (state, None, None)


@pytest.mark.parametrize("reason", ["not_asked", "not_in_version"])
def test_what_was_never_asked_is_no_observation(observe, reason):
    assert observe(answers=said("M1", "manager", Answer("M.RES5", None, reason))) == {}


def test_open_questions_unknown_people_and_unknown_instruments_give_none(observe):
    answers = {
        **said("M1", "manager", Answer("M.open.1", "丢在报价")),
        **said("ghost", "manager", Answer("M.RES5", 3)),
        **said("M2", "horoscope", Answer("M.RES5", 3)),
    }
    assert observe(answers=answers) == {}


def test_the_scope_of_a_core_assessment_leaves_the_rest_out(observe):
    answers = said("M1", "manager", Answer("M.RES5", 3), Answer("M.BIZ3", 3))
    assert list(observe(scope=("RES5",), answers=answers)) == ["manager:M1:M.RES5"]


def test_an_approval_needs_group_capability_and_unit_to_match(observe):
    answers = {
        **said("M1", "manager", Answer("M.BIZ3", None, "not_applicable", "工厂直发")),
        **said("M2", "manager", Answer("M.BIZ3", None, "not_applicable", "没有库存")),
    }
    approvals = (NaApproval("F", "BIZ3", "S1", "工厂直发，门店无库存", "周岚"),)
    found = observe(answers=answers, approvals=approvals)
    first, second = found["manager:M1:M.BIZ3"], found["manager:M2:M.BIZ3"]
    assert (first.approver, first.reason) == ("周岚", "工厂直发，门店无库存")
    assert (second.approver, second.reason) == (None, "没有库存")


def test_an_approval_without_an_answer_stands_alone_where_the_group_is_asked(observe):
    approvals = (NaApproval("F", "BIZ3", "S1", "直发", "周岚"), NaApproval("F", "MKT6", "S1", "不是门店的事", "周岚"))
    found = observe(approvals=approvals)
    assert list(found) == ["approval:F:S1:BIZ3"]
    one = found["approval:F:S1:BIZ3"]
    assert (one.state, one.approver, one.stratum, one.unit) == ("not_applicable", "周岚", "直营", "S1")


def test_visits_say_how_the_store_was_chosen(observe):
    visits = (
        VisitFinding("S1", "MEM2", 1, None, ("demonstration",), "94 秒", "random"),
        VisitFinding("S2", "MEM2", None, "dont_know", selection="chosen"),
        VisitFinding("S2", "SVC4", None, "not_applicable", note="总部售后处理"),
    )
    found = observe(visits=visits)
    one, two, three = (found[f"visit:{k}"] for k in ("S1:MEM2", "S2:MEM2", "S2:SVC4"))
    assert (one.group, one.value, one.selection, one.stratum, one.evidence) == (
        "V",
        1,
        "random",
        "直营",
        ("demonstration",),
    )
    assert (two.state, two.selection) == ("dont_know", "chosen")
    assert (three.state, three.reason, three.approver) == ("not_applicable", "总部售后处理", None)


def test_two_documents_on_one_thing_get_two_ids(observe):
    row = DocumentFinding("HQ", "MEM2", 2, None, ("export",))
    found = observe(documents=(row, replace(row, value=3)))
    assert sorted(found) == ["document:HQ:MEM2", "document:HQ:MEM2#2"]
    assert {o.group for o in found.values()} == {"D"}


def test_the_order_of_what_was_gathered_changes_nothing(pack, sample):
    scope = tuple(pack.library.framework.capabilities)
    work = sample.work
    turned = replace(
        work,
        people=work.people[::-1],
        visits=work.visits[::-1],
        answers=dict(reversed(list(work.answers.items()))),
    )
    assert observations_of(pack.library, turned, scope) == observations_of(pack.library, work, scope)


def test_forms_are_asked_of_every_store_with_a_manager(pack):
    asked = forms_asked(pack.library, PEOPLE, ("RES5", "STR1", "MEM3"))
    assert asked == {"RES5": 2}  # STR1 is for executives, MEM3 for visits
    second = replace(M2, id="M3")
    assert forms_asked(pack.library, (*PEOPLE, second), ("RES5",)) == {"RES5": 2}
    assert forms_asked(pack.library, (OWNER,), ("RES5",)) == {"RES5": 0}
