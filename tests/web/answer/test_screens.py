"""What a screen shows: lines from low to high, what was typed before what is stored, where to go on."""

import pytest

from questionnaires.answers import Answer
from questionnaires.loading import load_library
from questionnaires.locale_text import LOCALES
from questionnaires.routing import applicable
from web.answer import screens
from web.answer.items import Typed
from web.answer.merging import Clash, fingerprint
from web.api.wording import catalogue


@pytest.fixture(scope="module")
def library():
    return load_library(None)


@pytest.fixture(scope="module")
def manager(library):
    return library.instruments["manager"]


def shown(library, manager, answers=None, section="SAL", **kwargs):
    questions = applicable(manager, (), answers or {})
    return screens.screen(manager, questions, answers or {}, section, library.framework, "zh", **kwargs)


def test_lines_run_from_low_to_high_and_carry_their_level(library, manager):
    for item in shown(library, manager).items:
        assert [line.value for line in item.lines] == ["1", "2", "3", "4", "5"]
        assert not any(line.checked for line in item.lines)
        assert item.base == "-"


def test_one_section_a_screen_with_its_neighbours(library, manager):
    order = screens.sections_of(manager.questions)
    first, last = shown(library, manager, section=order[0]), shown(library, manager, section=order[-1])
    assert (first.previous, first.following) == (None, order[1])
    assert (last.previous, last.following) == (order[-2], None)
    assert shown(library, manager, section="NONE") is None


def test_a_stored_answer_is_shown_with_its_fingerprint(library, manager):
    answer = Answer("M.SAL2", 2, note="隔天打电话")
    item = next(i for i in shown(library, manager, {"M.SAL2": answer}).items if i.id == "M.SAL2")
    assert [line.value for line in item.lines if line.checked] == ["2"]
    assert (item.note, item.base) == ("隔天打电话", fingerprint(answer))


def test_what_was_typed_is_shown_and_the_fingerprint_stays_the_stored_one(library, manager):
    stored = Answer("M.SAL2", 2)
    draft = Answer("M.SAL2", None, "not_applicable", note="问过了")
    typed = Typed({"M.SAL2": draft}, {"M.SAL2": "lacking"})
    item = next(i for i in shown(library, manager, {"M.SAL2": stored}, typed=typed).items if i.id == "M.SAL2")
    assert item.not_applicable
    assert (item.note, item.trouble, item.base) == ("问过了", "lacking", fingerprint(stored))


def test_a_clash_shows_both(library, manager):
    typed = Typed(clashes={"M.SAL2": Clash(Answer("M.SAL2", 4), Answer("M.SAL2", 2, note="别处写的"))})
    item = next(i for i in shown(library, manager, {"M.SAL2": Answer("M.SAL2", 2)}, typed=typed).items if i.clash)
    assert [line.value for line in item.lines if line.checked] == ["4"]
    assert item.theirs == (next(line.text for line in item.lines if line.value == "2"), "别处写的")


def test_evidence_is_shown_only_to_who_codes(library, manager):
    assert not any(item.ticks for item in shown(library, manager).items)
    coded = shown(library, manager, with_evidence=True)
    assert {tick.kind for tick in coded.items[0].ticks} == set(library.framework.evidence_kinds)
    assert all(1 <= tick.cap <= 5 for tick in coded.items[0].ticks)


def test_progress_counts_a_note_alone_and_a_skipped_text_as_open(manager):
    questions = manager.questions
    answers = {
        "M.SAL2": Answer("M.SAL2", None, "dont_know"),
        "M.SAL1": Answer("M.SAL1", None, "skipped", note="先记着"),
        "M.open.1": Answer("M.open.1", None, "skipped"),
    }
    progress = screens.progress_of(questions, answers)
    assert (progress.answered, progress.total) == (1, 30)
    assert (progress.optional, progress.optional_open) == (6, 6)
    assert screens.first_open(questions, answers) == next(q for q in questions if q.kind == "level")
    assert [part.section for part in screens.parts_of(manager, questions, answers, "zh") if part.optional] == ["open"]


def test_minutes_left_fall_to_nothing(manager):
    answers = {q.id: Answer(q.id, "x" if q.kind == "text" else 3) for q in manager.questions}
    progress = screens.progress_of(manager.questions, answers)
    assert (progress.minutes_left, progress.percent) == (0, 100)
    assert screens.first_open(manager.questions, answers) is None
    assert {part.state for part in screens.parts_of(manager, manager.questions, answers, "zh")} == {"done"}


def test_what_is_optional_takes_no_minute(manager):
    questions = manager.questions
    assert screens.progress_of(questions, {}).minutes_left == 20
    asked = {q.id: Answer(q.id, 3) for q in questions if q.kind == "level"}
    progress = screens.progress_of(questions, asked)
    assert (progress.minutes_left, progress.percent, progress.optional_open) == (0, 100, 6)
    assert screens.first_open(questions, asked) is None


def test_no_questions_are_no_division_by_zero():
    assert screens.progress_of((), {}).percent == 0


def test_both_languages_word_the_same_keys_with_the_same_blanks():
    import re

    zh, en = (catalogue()[locale] for locale in LOCALES)
    assert zh.keys() == en.keys()
    blanks = re.compile(r"{(\w+)}")
    assert [k for k in zh if set(blanks.findall(zh[k])) != set(blanks.findall(en[k]))] == []
    assert [k for k in zh if not zh[k].strip() or not en[k].strip()] == []
