import pytest

from questionnaires import Answer, applicable, load_library, minutes, scope_of


@pytest.fixture(scope="module")
def library():
    return load_library()


def asked(library, instrument, **more):
    return [q.capability for q in applicable(library.instruments[instrument], **more) if q.capability]


@pytest.mark.parametrize(
    ("role", "items"),
    [("owner", 13), ("operations", 13), ("sales", 13), ("marketing", 15), ("it", 13), ("finance", 7)],
)
def test_a_role_is_asked_what_it_owns(role, items, library):
    owned = next(r.owns for r in library.framework.roles if r.id == role)
    assert sorted(asked(library, "executive", roles=[role])) == sorted(owned)
    assert len(owned) == items


def test_who_holds_several_roles_is_asked_each_item_once(library):
    both = asked(library, "executive", roles=["owner", "finance"])
    assert len(both) == len(set(both)) == 13 + 7 - 2


def test_open_questions_are_for_everybody(library):
    openly = [f"E.open.{i}" for i in range(1, 7)]
    assert [q.id for q in applicable(library.instruments["executive"])] == [*openly, *(r.id for r in library.reasons)]


def test_every_executive_says_how_urgent_each_reason_is(library):
    for name in ("executive", "short"):
        asked_alone = [q for q in library.instruments[name].questions if q.section == "reasons"]
        assert [q.id for q in asked_alone] == [reason.id for reason in library.reasons]
        assert [[o.level for o in q.options] for q in asked_alone] == [[1, 2, 3, 4, 5]] * 3
        assert not any(q.capability or q.roles for q in asked_alone)
        sections = [section.id for section in library.instruments[name].sections]
        assert sections[:2] == ["open", "reasons"]


def test_the_form_is_asked_whole_whatever_the_role(library):
    assert len(applicable(library.instruments["manager"])) == 36


def test_the_core_restricts_anchored_questions_only(library):
    core = scope_of(library.framework, "core")
    questions = applicable(library.instruments["manager"], capabilities=core)
    assert {q.capability for q in questions if q.capability} < set(core)
    assert sum(q.capability is None for q in questions) == 6
    assert len(scope_of(library.framework, "full")) == 63


def test_what_was_answered_is_never_hidden(library):
    answer = Answer("E.DIG7", 3)
    shown = [
        q.id for q in applicable(library.instruments["executive"], ["owner"], {"E.DIG7": answer}, capabilities=["STR1"])
    ]
    assert shown[-2:] == ["E.STR1", "E.DIG7"]


def test_minutes_are_rounded_up(library):
    manager = library.instruments["manager"]
    assert minutes(manager.questions) == 20
    assert minutes(manager.questions[6:7]) == 1
    assert minutes(manager.questions[:6]) == 0  # what may be left out
    assert minutes(()) == 0
    assert minutes(applicable(library.instruments["executive"], ["marketing"])) == 62


@pytest.mark.parametrize(("value", "reason"), [(None, None), (3, "dont_know")])
def test_an_answer_is_given_or_missing(value, reason):
    with pytest.raises(ValueError, match="not both and not neither"):
        Answer("M.MEM1", value, reason)


def test_an_answer_may_be_missing_for_a_reason():
    assert Answer("M.MEM1", None, "not_applicable", "no members").na_reason == "no members"
