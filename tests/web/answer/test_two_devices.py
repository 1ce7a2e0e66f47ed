"""The same form on two devices: what differs is shown, a person decides, nothing is overwritten in silence."""

import pytest

from questionnaires.answers import Answer


@pytest.fixture
def tablet(site, invited):
    """A second device that opened the same link."""
    browser = site.browser()
    browser.get(invited.link)
    return browser


def test_different_questions_merge_silently(invited, tablet, stored):
    phone_page, tablet_page = invited.get(invited.form + "/SAL"), tablet.get(invited.form + "/SAL")
    assert invited.submit(phone_page, {"v:M.SAL1": "2"}).status == 200
    assert tablet.submit(tablet_page, {"v:M.SAL2": "4"}).status == 200
    assert {q: a.value for q, a in stored().items()} == {"M.SAL1": 2, "M.SAL2": 4}


def test_the_same_question_shows_both_and_stores_neither_over_the_other(invited, tablet, stored):
    phone_page, tablet_page = invited.get(invited.form + "/SAL"), tablet.get(invited.form + "/SAL")
    invited.submit(phone_page, {"v:M.SAL2": "2", "n:M.SAL2": "手机上写的"})
    clash = tablet.submit(tablet_page, {"v:M.SAL2": "4", "n:M.SAL2": "平板上写的"})
    assert clash.status == 409
    assert "手机上写的" in clash.words
    assert clash.value("n:M.SAL2") == "平板上写的"
    assert stored()["M.SAL2"].value == 2
    kept = tablet.submit(clash, {})  # keep mine
    assert kept.status == 200
    assert stored()["M.SAL2"] == Answer("M.SAL2", 4, note="平板上写的")


def test_taking_theirs_settles_it_too(invited, tablet, stored):
    phone_page, tablet_page = invited.get(invited.form + "/SAL"), tablet.get(invited.form + "/SAL")
    invited.submit(phone_page, {"v:M.SAL2": "2"})
    clash = tablet.submit(tablet_page, {"v:M.SAL2": "4"})
    assert tablet.submit(clash, {"v:M.SAL2": "2"}).status == 200
    assert stored()["M.SAL2"].value == 2


def test_an_old_page_that_was_not_touched_overwrites_nothing(invited, tablet, stored):
    invited.submit(invited.get(invited.form + "/SAL"), {"v:M.SAL2": "2"})
    old = tablet.get(invited.form + "/SAL")
    invited.submit(invited.get(invited.form + "/SAL"), {"v:M.SAL2": "5"})
    assert tablet.submit(old, {"v:M.SAL3": "1"}).status == 200
    assert {q: a.value for q, a in stored().items()} == {"M.SAL2": 5, "M.SAL3": 1}


def test_ones_own_saves_elsewhere_do_not_hide_a_foreign_change(invited, tablet, stored):
    """The phone saves another section after the tablet changed this one; its old page must still ask."""
    old = invited.get(invited.form + "/SAL")
    tablet.submit(tablet.get(invited.form + "/SAL"), {"v:M.SAL2": "5"})
    invited.submit(invited.get(invited.form + "/STR"), {"v:M.STR3": "2"})
    assert invited.submit(old, {"v:M.SAL2": "1"}).status == 409
    assert stored()["M.SAL2"].value == 5


def test_two_posts_in_the_same_instant_lose_nothing(invited, tablet, stored, monkeypatch):
    """Between reading the form and writing it, the other device writes: the save is tried again on what is there now."""
    from web.answer import saving

    phone_page, tablet_page = invited.get(invited.form + "/SAL"), tablet.get(invited.form + "/SAL")
    honest, raced = saving.save_answers, []

    def racing(*args, **kwargs):
        if not raced:
            raced.append(True)
            invited.submit(phone_page, {"v:M.SAL2": "2"})
        return honest(*args, **kwargs)

    monkeypatch.setattr(saving, "save_answers", racing)
    assert tablet.submit(tablet_page, {"v:M.SAL2": "4", "v:M.SAL1": "3"}).status == 409
    assert {q: a.value for q, a in stored().items()} == {"M.SAL2": 2, "M.SAL1": 3}
