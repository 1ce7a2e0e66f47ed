"""Reading a posted screen: nothing typed is dropped, nothing is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import FormData

from questionnaires.answers import Answer
from questionnaires.instruments import Question
from questionnaires.locale_text import LocaleText
from web.answer.posted import LONGEST, event_id, normal, plain, read_screen

T = LocaleText("问", "Q")
LEVEL = Question("M.SAL2", "level", "SAL", T, None, (), None, 40, "SAL2")
TEXT = Question("M.open.1", "text", "open", T, None, (), None, 20)
KINDS = frozenset({"screenshot", "statement"})


def read(*pairs, kinds=KINDS, current=None, questions=(LEVEL, TEXT)):
    return read_screen(FormData(list(pairs)), questions, kinds, current or {})


def test_an_untouched_screen_has_no_answers():
    assert read(("n:M.SAL2", ""), ("v:M.open.1", "  ")).answers == {}


def test_a_line_with_evidence_and_note():
    posted = read(
        ("v:M.SAL2", "3"), ("e:M.SAL2", "statement"), ("e:M.SAL2", "screenshot"), ("n:M.SAL2", " 看过 \r\n了 ")
    )
    assert posted.answers["M.SAL2"] == Answer("M.SAL2", 3, evidence=("screenshot", "statement"), note="看过 \n了")


def test_unknown_lines_questions_and_evidence_are_ignored():
    posted = read(("v:M.SAL2", "6"), ("v:M.OTHER", "3"), ("e:M.SAL2", "hearsay"))
    assert posted.answers == {}
    assert read(("v:M.SAL2", "2"), ("e:M.SAL2", "hearsay")).answers["M.SAL2"].evidence == ()


def test_dont_know_and_not_applicable_stay_apart():
    assert read(("v:M.SAL2", "dk")).answers["M.SAL2"].reason == "dont_know"
    posted = read(("v:M.SAL2", "na"), ("r:M.SAL2", "店里没有导购"))
    assert posted.answers["M.SAL2"] == Answer("M.SAL2", None, "not_applicable", na_reason="店里没有导购")


def test_not_applicable_without_reason_is_kept_as_a_draft_with_its_note():
    posted = read(("v:M.SAL2", "na"), ("r:M.SAL2", " "), ("n:M.SAL2", "问过店员"))
    assert posted.answers == {}
    assert posted.troubles == {"M.SAL2": "lacking"}
    assert posted.drafts["M.SAL2"].note == "问过店员"


def test_a_note_without_a_line_is_stored_and_the_question_stays_open():
    assert read(("n:M.SAL2", "先记着")).answers["M.SAL2"] == Answer("M.SAL2", None, "skipped", note="先记着")


def test_a_note_that_stood_alone_can_be_taken_back():
    before = {"M.SAL2": Answer("M.SAL2", None, "skipped", note="先记着")}
    assert read(("n:M.SAL2", ""), current=before).answers["M.SAL2"] == Answer("M.SAL2", None, "skipped")


def test_an_emptied_text_is_skipped_and_an_empty_one_is_nothing():
    before = {"M.open.1": Answer("M.open.1", "丢在报价")}
    assert read(("v:M.open.1", ""), current=before).answers["M.open.1"].reason == "skipped"
    assert read(("v:M.open.1", "")).answers == {}


@pytest.mark.parametrize(("field", "size"), [("v:M.open.1", LONGEST + 1), ("n:M.SAL2", LONGEST + 1)])
def test_what_is_too_long_is_a_draft_and_never_cut(field, size):
    posted = read((field, "长" * size), ("v:M.SAL2", "3"))
    key = field[2:]
    assert posted.troubles == {key: "too_long"}
    draft = posted.drafts[key]
    assert len(draft.note if field[0] == "n" else draft.value) == size


def test_line_ends_of_a_browser_do_not_make_a_full_text_too_long():
    full = "\r\n".join(["字" * 39] * 100)  # 39 × 100 characters and 99 line ends: 3,999 as the browser counts them
    assert read(("v:M.open.1", full)).troubles == {}


def test_a_page_without_evidence_keeps_what_a_consultant_saw_for_the_same_line():
    before = {"M.SAL2": Answer("M.SAL2", 3, evidence=("screenshot",))}
    same = read(("v:M.SAL2", "3"), ("n:M.SAL2", "新"), kinds=frozenset(), current=before)
    other = read(("v:M.SAL2", "4"), kinds=frozenset(), current=before)
    assert same.answers["M.SAL2"].evidence == ("screenshot",)
    assert other.answers["M.SAL2"].evidence == ()


def test_an_upload_in_place_of_a_text_is_no_answer():
    class Odd:
        def get(self, _name):
            return object()

        def getlist(self, _name):
            return [object()]

    assert read_screen(Odd(), (LEVEL, TEXT), KINDS, {}).answers == {}


@given(st.text())
def test_plain_is_idempotent_and_has_one_kind_of_line_end(text):
    assert plain(plain(text)) == plain(text)
    assert "\r" not in plain(text)


@given(st.text(min_size=1).filter(plain), st.lists(st.sampled_from(sorted(KINDS))))
def test_posting_what_is_shown_gives_the_stored_answer_back(note, evidence):
    stored = normal(Answer("M.SAL2", 2, evidence=tuple(evidence), note=note))
    pairs = [("v:M.SAL2", "2"), ("n:M.SAL2", stored.note.replace("\n", "\r\n"))]
    pairs += [("e:M.SAL2", kind) for kind in stored.evidence]
    if len(note) <= LONGEST:
        assert read(*pairs, current={"M.SAL2": stored}).answers["M.SAL2"] == stored


def test_the_same_post_makes_the_same_event_and_a_later_change_another():
    a, b = Answer("M.SAL2", 3), Answer("M.SAL2", 4)
    assert event_id("s", a, None, 0) == event_id("s", a, None, 0)
    assert (
        len({event_id("s", a, None, 0), event_id("s", b, a, 1), event_id("s", a, b, 2), event_id("t", a, None, 0)}) == 4
    )
