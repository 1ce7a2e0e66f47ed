"""The terms of a plan as a form: drawn, searched, read back, compared, and told of the plan that was built."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assessment.content import load_pack
from assessment.engagement import CompanyProfile
from assessment.errors import Conflict, InvalidInput
from assessment.settling import Settled, TermsChange
from assessment.terms import Term, terms_of
from questionnaires.locale_text import LocaleText
from web.components import numbers
from web.pages.roadmap import settling
from web.pages.roadmap.settling import Settling
from web.pages.roadmap.terms_built import built_terms
from web.pages.roadmap.terms_view import form_of, found, terms_from, with_row, without_row
from web.pages.roadmap.terms_words import TermNames, differences, names_in, told

PACK = load_pack()
PROFILE = CompanyProfile("甲", "home", "hub_existing", budget=120_000_000, blackouts=((9, 10),))
TERMS = terms_of(PROFILE, PACK.catalogue.defaults)
NAMES = names_in(PACK, "CNY")
RES05 = PACK.catalogue.initiatives["I-RES05"].name
SET = replace(TERMS, budget=90_000_000, must=(Term("I-RES05", "董事长要求", "Carl", date(2026, 11, 25)),))


def form(terms=TERMS, **changes):
    return form_of(PACK, PROFILE, Settled(terms, "p1", changes.pop("changes", ())))


def posted(view, **fields):
    figures = {row.name: row.value for row in (*view.capacity, *view.weights)}
    rows = {row.name: row.reason for row in (*view.must, *view.must_not, *view.waived)}
    return {"budget": view.budget, "monthly": view.monthly, "theta": view.theta, **figures, **rows, **fields}


def test_the_form_gives_back_what_it_was_drawn_from():
    view = form(SET)
    read = terms_from(posted(view), view, PACK, SET)
    assert read == replace(SET, must=(Term("I-RES05", "董事长要求"),))
    assert view.must[0].note == LocaleText("Carl，2026年11月25日", "Carl, 25 Nov 2026")
    assert (view.theta, view.peaks.zh) == ("80", "9 月至 10 月")


def test_a_role_that_takes_no_part_stays_so():
    view = form()
    read = terms_from(posted(view, **{"capacity.it": "0"}), view, PACK, TERMS)
    assert read.capacity["it"] == 0
    assert {row.name: row.value for row in form(read).capacity}["capacity.it"] == "0"


@pytest.mark.parametrize(
    "query", ["i-res05", "res05", RES05.zh, RES05.en.lower(), f"RES05 {RES05.zh[:2]}", "Ｉ－ＲＥＳ05"]
)
def test_an_initiative_is_found_by_id_and_by_words_of_either_language(query):
    assert "I-RES05" in [hit.id for hit in found(PACK, query)]


def test_nothing_is_found_for_nothing():
    assert found(PACK, " ") == found(PACK, "zzzz") == ()


def test_rows_are_added_once_and_removed():
    view = with_row(with_row(form(), PACK, "must", "I-RES05"), PACK, "must", "I-RES05")
    assert [row.name for row in view.must] == ["must.I-RES05"]
    assert with_row(view, PACK, "must", "I-XYZ99") == with_row(view, PACK, "name", "I-RES05") == view
    assert without_row(view, "must.I-RES05") == form()


@pytest.mark.parametrize(
    ("field", "value"), [("budget", "many"), ("theta", "120"), ("capacity.it", "-1"), ("weight.SAL", "1.5")]
)
def test_a_figure_that_is_none_is_named(field, value):
    with pytest.raises(InvalidInput) as caught:
        terms_from(posted(form(), **{field: value}), form(), PACK, TERMS)
    assert [p.where for p in caught.value.problems] == [field]


def test_what_changed_is_said_with_both_values():
    rows = differences(TERMS, SET, NAMES)
    assert [(d.mine.zh, d.theirs.zh) for d in rows] == [
        (numbers.money(TERMS.budget).zh, numbers.money(SET.budget).zh),
        ("—", "董事长要求"),
    ]
    line = told(TermsChange(datetime(2026, 11, 25, 4, tzinfo=UTC), "Carl", TERMS, SET), NAMES)
    assert RES05.zh in line.what.zh
    assert RES05.en in line.what.en


def test_a_plan_tells_what_it_was_built_under(dossier):
    assert not built_terms(dossier).kept
    told_terms = built_terms(replace(dossier, terms=SET))
    assert told_terms.kept
    names = TermNames(dossier.catalogue, dossier.framework, "CNY")
    assert [(line.id, line.name, line.reason) for line in told_terms.named] == [
        ("I-RES05", names.initiative("I-RES05"), "董事长要求")
    ]
    assert told_terms.figures[0].value.en == "¥900k"


@pytest.fixture
def store(monkeypatch):
    """The terms as the use cases keep them, counted by a stamp."""
    kept = [TERMS]

    async def ask(_, use_case, *args, **how):
        stamp = f"p{len(kept)}"
        if use_case is settling.profile_of:
            return PROFILE
        if use_case is settling.terms_now:
            changes = (TermsChange(datetime(2026, 11, 25, tzinfo=UTC), "Carl", kept[-2], kept[-1]),) if kept[1:] else ()
            return Settled(kept[-1], stamp, changes)
        if how["expected"] != stamp:
            raise Conflict(args[1], kept[-1])
        kept.append(kept[-2] if use_case is settling.restore_terms else args[1])
        return None

    monkeypatch.setattr(settling, "ask", ask)
    monkeypatch.setattr(settling, "content", lambda: PACK)
    return kept


def played(tree, scene):
    async def run():
        state = await tree().get_state(Settling)
        await Settling.begin.fn(state)
        await scene(state)
        return state

    return asyncio.run(run())


def test_a_save_closes_the_drawer_and_asks_for_the_page_again(tree, store):
    async def scene(state):
        await Settling.add.fn(state, "must", "I-RES05")
        events = await Settling.save.fn(state, posted(state.view, **{"must.I-RES05": "理由"}))
        assert len(events) == 2

    state = played(tree, scene)
    assert not state.shown
    assert store[-1].must == (Term("I-RES05", "理由"),)


def test_somebody_faster_is_shown_beside_and_both_ways_lead_on(tree, store):
    async def scene(state):
        store.append(SET)
        await Settling.save.fn(state, posted(state.view, budget="700000"))
        assert state.conflict.shown
        assert store[-1] == SET
        await Settling.keep_mine.fn(state)

    assert not played(tree, scene).conflict.shown
    assert store[-1].budget == 70_000_000


def test_a_refused_form_stays_open_with_its_problems(tree, store):
    async def scene(state):
        await Settling.save.fn(state, posted(state.view, theta="900"))

    state = played(tree, scene)
    assert state.shown
    assert [line.name for line in state.problems] == ["theta"]
    assert store == [TERMS]
