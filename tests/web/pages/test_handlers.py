"""What a person reads when a handler is refused."""

import asyncio

import reflex as rx

from assessment.errors import AssessmentError, Forbidden, InvalidInput, NotFound, Problem
from questionnaires.locale_text import LocaleText
from web.failures import UNEXPECTED, Notice, page_failure, say
from web.handlers import handler, refused


class Trial(rx.State):
    """A state with one handler that fails as it is told."""

    @handler()
    async def run(self, how: str):
        """Fail."""
        if how == "not found":
            raise NotFound
        if how == "forbidden":
            raise Forbidden
        if how == "refused":
            raise AssessmentError("no", LocaleText("不行", "No"))
        if how == "broken":
            raise ZeroDivisionError
        return how


def outcome(tree, how):
    root = tree()

    async def run():
        trial, notice = await root.get_state(Trial), await root.get_state(Notice)
        return await Trial.run.fn(trial, how), notice

    return asyncio.run(run())


def test_a_stranger_and_an_insider_without_the_right_are_sent_to_the_same_page(tree):
    for how in ("not found", "forbidden"):
        event, notice = outcome(tree, how)
        assert "/missing" in str(event)
        assert not notice.shown


def test_a_refusal_is_told_in_both_languages(tree):
    event, notice = outcome(tree, "refused")
    assert event is None
    assert (notice.shown, notice.text) == (True, LocaleText("不行", "No"))


def test_a_defect_is_told_without_details_and_logged(tree, caplog):
    _, notice = outcome(tree, "broken")
    assert notice.text == UNEXPECTED
    assert "Trial.run failed" in caplog.text


def test_a_sentence_of_success_goes_by_itself_and_before_any_refusal(tree):
    root = tree()

    async def run():
        notice = await root.get_state(Notice)
        await say(notice, LocaleText("好", "Good"), good=True)
        first = (notice.shown, notice.good, notice.stamp)
        lines = await refused(notice, InvalidInput((Problem("budget", LocaleText("要填", "is needed")),)))
        hidden = notice.shown
        await say(notice, LocaleText("不行", "No"))
        return first, lines, hidden, (notice.shown, notice.good, notice.stamp)

    first, lines, hidden, last = asyncio.run(run())
    assert first[:2] == (True, True)
    assert ([line.name for line in lines], hidden) == (["budget"], False)
    assert last[:2] == (True, False)
    assert first[2] != last[2]


def test_what_works_passes_through(tree):
    event, notice = outcome(tree, "fine")
    assert (event, notice.shown) == ("fine", False)


def test_an_exception_outside_a_handler_says_the_same(caplog):
    assert "broken" in str(page_failure(ValueError("x")))
    assert "an event failed" in caplog.text
