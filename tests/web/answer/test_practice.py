"""Practising to rate: the situation first, the right level and why only after a choice, for the consulting team alone."""

import pytest

from questionnaires.loading import load_library
from questionnaires.locale_text import LOCALES
from web.answer.practice import practice_page

KEPT = ("zhidian.db", "zhidian.db-wal")


@pytest.fixture(scope="module")
def library():
    return load_library(None)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_situation_keeps_its_answer_until_a_level_is_chosen(library, locale):
    for one in library.vignettes:
        asked = practice_page(library.vignettes, one.id, library.framework, None, "", locale)
        assert [line.level for line in asked["lines"]] == [1, 2, 3, 4, 5]
        assert not any(line.marks for line in asked["lines"])
        assert (asked["level"], asked["why"]) == (None, "")
        for chosen in range(1, 6):
            told = practice_page(library.vignettes, one.id, library.framework, chosen, "", locale)
            assert told["why"] == one.why.in_(locale)
            marks = {line.level: line.marks for line in told["lines"] if line.marks}
            assert "practice_right_one" in marks[one.level]
            assert "practice_yours" in marks[chosen]
            assert len(marks) == (1 if chosen == one.level else 2)


def test_the_last_situation_leads_back_to_where_one_came_from(library):
    first, last = library.vignettes[0], library.vignettes[-1]
    shown = practice_page(library.vignettes, first.id, library.framework, None, "e1", "en")
    assert shown["following"] == f"/practice/{library.vignettes[1].id}?from=e1"
    shown = practice_page(library.vignettes, last.id, library.framework, None, "e1", "en")
    assert (shown["following"], shown["away"]) == ("", "/e/e1/people")
    assert practice_page(library.vignettes, "none", library.framework, None, "", "en") is None


@pytest.mark.parametrize("email", ["owner@x.example", "consultant@x.example", "analyst@x.example"])
def test_the_consulting_team_practises_without_a_script(site, library, email):
    browser = site.browser(email)
    one = library.vignettes[0]
    page = browser.get(f"/practice?from={site.engagement}&locale=zh")
    assert page.status == 200
    assert "<script" not in page.html
    assert one.story.zh in page.words
    assert one.why.zh not in page.words
    form = page.form()
    assert (form.action, form.fields) == (f"/practice/{one.id}#verdict", [("from", site.engagement)])
    wrong = browser.get(f"/practice/{one.id}?from={site.engagement}&level={one.level + 1}&locale=zh")
    assert f"应为第 {one.level} 级" in wrong.words
    assert one.why.zh in wrong.words
    right = browser.get(f"/practice/{one.id}?level={one.level}&locale=en")
    assert f"Right: level {one.level}" in right.words
    assert one.why.en in right.words


@pytest.mark.parametrize("email", ["", "client_owner@x.example", "executive@x.example", "viewer@x.example"])
def test_nobody_else_finds_it(site, library, email):
    browser = site.browser(email)
    for path in ("/practice", f"/practice/{library.vignettes[0].id}?level=3"):
        assert browser.get(path).status == 404


def test_an_odd_address_is_no_way_out_and_no_answer(site, library):
    browser = site.browser("consultant@x.example")
    one = library.vignettes[0]
    assert browser.get("/practice/none").status == 404
    for level in ("", "0", "9", "x", "³"):
        assert one.why.zh not in browser.get(f"/practice/{one.id}?level={level}&locale=zh").words
    page = browser.get("/practice?from=//evil.example/x")
    assert "evil" not in page.html
    assert 'href="/"' in page.html


def test_practising_leaves_nothing_behind(site, library):
    browser = site.browser("consultant@x.example")
    browser.get("/practice")
    before = {name: (site.folder / name).read_bytes() for name in KEPT}
    known = set(browser.cookies)
    for one in library.vignettes:
        assert browser.get(f"/practice/{one.id}?level={one.level}").status == 200
    assert {name: (site.folder / name).read_bytes() for name in KEPT} == before
    assert set(browser.cookies) == known
