"""Saving, insisting and undoing: none of them overwrites a report that was not seen."""

import asyncio
from types import SimpleNamespace

import pytest

from assessment.errors import Conflict
from questionnaires.locale_text import LocaleText
from roadmap.plan import Progress
from web.failures import Notice
from web.pages.roadmap import reporting
from web.pages.roadmap.reporting import Report

ITEM = "I-RES05"


@pytest.fixture
def reports(dossier, monkeypatch):
    """The reports kept on one item, and the use cases on them as the pages call them."""
    kept: list[Progress] = []

    def record(progress, expected):
        if expected != len(kept):
            raise Conflict(progress, kept[-1] if kept else None, len(kept))
        kept.append(progress)
        return len(kept)

    async def ask(_, use_case, *args, **__):
        if use_case is reporting.dossier_of:
            return dossier
        return record(args[1], args[2]) if use_case is reporting.record_progress else len(kept)

    monkeypatch.setattr(reporting, "ask", ask)
    monkeypatch.setattr(reporting, "content", SimpleNamespace)
    return kept


def played(tree, scene):
    root = tree()

    async def run():
        report, notice = await root.get_state(Report), await root.get_state(Notice)
        await scene(report)
        return report, notice

    return asyncio.run(run())


def said(status: str) -> Progress:
    return Progress(ITEM, status)  # type: ignore[arg-type]


def test_a_save_is_undone_when_nobody_reported_since(tree, reports):
    async def scene(report):
        report._before = said("not_started")
        await report._record(said("on_track"), 0)
        assert report.undoable
        await Report.undo.fn(report)

    report, notice = played(tree, scene)
    assert [r.status for r in reports] == ["on_track", "not_started"]
    assert (report.undoable, notice.shown) == (False, False)


def test_undoing_does_not_take_away_what_somebody_else_reported_since(tree, reports):
    async def scene(report):
        report._before = said("not_started")
        await report._record(said("on_track"), 0)
        reports.append(said("off_track"))
        await Report.undo.fn(report)

    _, notice = played(tree, scene)
    assert [r.status for r in reports] == ["on_track", "off_track"]
    assert notice.shown
    assert isinstance(notice.text, LocaleText)


def test_insisting_saves_over_the_report_that_is_shown(tree, reports):
    async def scene(report):
        reports.append(said("at_risk"))
        await report._record(said("on_track"), 0)
        assert report.conflict.shown
        await Report.keep_mine.fn(report)
        assert report.undoable
        await Report.undo.fn(report)

    played(tree, scene)
    assert [r.status for r in reports] == ["at_risk", "on_track", "at_risk"]


def test_insisting_shows_a_third_report_before_it_is_overwritten(tree, reports):
    async def scene(report):
        reports.append(said("at_risk"))
        await report._record(said("on_track"), 0)
        reports.append(said("off_track"))
        await Report.keep_mine.fn(report)
        assert [r.status for r in reports] == ["at_risk", "off_track"]
        assert report.conflict.shown
        await Report.keep_mine.fn(report)

    played(tree, scene)
    assert [r.status for r in reports] == ["at_risk", "off_track", "on_track"]
