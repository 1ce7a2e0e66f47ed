"""Sights on an answer page: a consultant codes a visit, a guide answers on a phone, an executive weighs three reasons."""

from datetime import date

import pytest
from starlette.datastructures import FormData

from questionnaires.answers import Answer
from questionnaires.loading import load_library
from questionnaires.locale_text import LOCALES
from web.answer.items import item
from web.answer.posted import read_screen

VISIT = load_library().instruments["visit"]
TICKS, TIMED, YES_NO, CHOICE = (VISIT.question(f"O.{key}") for key in ("MEM1.1", "MEM1.2", "MEM1.3", "SVC5.2"))


def read(question, *pairs, current=None, kinds=frozenset({"photo_timed"})):
    return read_screen(FormData(list(pairs)), [question], kinds, current or {})


@pytest.mark.parametrize(("typed", "value"), [("90", 90), (" ９０ ", 90), ("0", 0)])
def test_a_whole_number_in_any_digits(typed, value):
    assert read(TIMED, ("m:O.MEM1.2", typed)).answers["O.MEM1.2"].value == value


@pytest.mark.parametrize("typed", ["1.5", "-3", "ninety", "1e3", "9999999999", "601"])
def test_what_is_no_whole_number_comes_back_as_it_was_typed(typed):
    posted = read(TIMED, ("m:O.MEM1.2", typed), ("n:O.MEM1.2", "跑了两趟"))
    assert posted.answers == {}
    assert posted.troubles == {"O.MEM1.2": "no_number"}
    assert (posted.drafts["O.MEM1.2"].value, posted.drafts["O.MEM1.2"].note) == (typed, "跑了两趟")


def test_ticks_keep_the_order_of_the_content_and_none_is_an_answer():
    first, second = (option.id for option in TICKS.options[:2])
    both = read(TICKS, ("c:O.MEM1.1", second), ("c:O.MEM1.1", first), ("v:O.MEM1.1", "none"))
    assert both.answers["O.MEM1.1"].value == f"{first} {second}"
    assert read(TICKS, ("v:O.MEM1.1", "none")).answers["O.MEM1.1"].value == ""
    assert read(TICKS, ("c:O.MEM1.1", "no-such")).answers == {}


def test_a_sight_keeps_its_photo_and_its_note():
    posted = read(YES_NO, ("v:O.MEM1.3", "no"), ("e:O.MEM1.3", "photo_timed"), ("n:O.MEM1.3", "没人问"))
    assert posted.answers["O.MEM1.3"] == Answer("O.MEM1.3", "no", evidence=("photo_timed",), note="没人问")


def test_an_option_that_is_none_is_ignored_and_dont_know_stays():
    assert read(CHOICE, ("v:O.SVC5.2", "5")).answers == {}
    assert read(CHOICE, ("v:O.SVC5.2", "dk")).answers["O.SVC5.2"].reason == "dont_know"
    assert read(CHOICE, ("v:O.SVC5.2", "na"), ("r:O.SVC5.2", " ")).troubles == {"O.SVC5.2": "lacking"}


def test_a_number_taken_back_leaves_the_question_open():
    before = {"O.MEM1.2": Answer("O.MEM1.2", 45)}
    assert read(TIMED, ("m:O.MEM1.2", ""), current=before).answers["O.MEM1.2"] == Answer("O.MEM1.2", None, "skipped")
    assert read(TIMED, ("m:O.MEM1.2", "")).answers == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_shown_is_what_can_be_posted(locale):
    framework = load_library().framework
    ticked = item(TICKS, Answer("O.MEM1.1", TICKS.options[0].id), framework, locale, with_evidence=True)
    assert [box.checked for box in ticked.boxes].count(True) == 1
    assert not ticked.nothing
    assert item(TICKS, Answer("O.MEM1.1", ""), framework, locale).nothing
    timed = item(TIMED, Answer("O.MEM1.2", 45), framework, locale, with_evidence=True)
    assert (timed.text, timed.unit, timed.lines, [tick.kind for tick in timed.ticks]) == (
        "45",
        "seconds",
        (),
        ["photo_timed"],
    )
    chosen = item(CHOICE, Answer("O.SVC5.2", "taught"), framework, locale)
    assert [line.value for line in chosen.lines if line.checked] == ["taught"]
    assert all(line.text for line in chosen.lines)


@pytest.fixture
def planned_visit(site):
    """A visit on the list of the sample, and the address of its form."""
    from assessment.accounts import operator
    from assessment.registering import list_people
    from assessment.visit_board import plan_visit
    from web.storage import database, now

    db, actor = database(), operator(database())
    consultant = next(p.id for p in list_people(db, actor, site.engagement) if p.kind == "consultant")
    visit = plan_visit(db, actor, site.engagement, "S03", consultant, date(2026, 11, 20), "random", now())
    return f"/answer/{site.engagement}/{consultant}/visit:{visit.id}"


def test_a_consultant_codes_a_visit(site, planned_visit):
    laptop = site.browser("consultant@x.example")
    first = laptop.get(planned_visit)
    assert first.status == 200
    assert "杭州城西" in first.words
    page = laptop.get(planned_visit + "/arrival")
    assert "看不出来" in page.words
    saved = laptop.submit(page, {"m:O.MEM1.2": "45", "v:O.MEM1.3": "yes", "c:O.MEM1.1": [TICKS.options[0].id]})
    assert saved.path.endswith("/manager")
    again = laptop.get(planned_visit + "/arrival")
    assert (again.value("m:O.MEM1.2"), again.value("v:O.MEM1.3")) == ("45", "yes")
    done = laptop.submit(laptop.get(planned_visit + "/submit"), {}, form="submit")
    assert done.path.endswith("/done")
    assert "?tab=visits" in done.html


def test_a_number_that_is_none_is_marked_and_the_rest_is_stored(site, planned_visit):
    laptop = site.browser("consultant@x.example")
    page = laptop.get(planned_visit + "/arrival")
    back = laptop.submit(page, {"m:O.MEM1.2": "一分钟", "v:O.MEM1.3": "yes"})
    assert back.status == 422
    assert "“一分钟”不能用：这里填 0 到 600 的整数（秒）" in back.words
    assert back.value("m:O.MEM1.2") == "一分钟"
    assert laptop.get(planned_visit + "/arrival").value("v:O.MEM1.3") == "yes"


@pytest.mark.parametrize("typed", ["42", "-3"])
def test_a_count_beyond_what_was_watched_says_why(site, planned_visit, typed):
    laptop = site.browser("consultant@x.example")
    page = laptop.get(planned_visit + "/arrival")
    fields = [(name, value) for name, value in page.form().fields if name != "m:O.SVC5.1"]
    told = laptop.post(page.form().action, [*fields, ("m:O.SVC5.1", typed), ("auto", "1")]).response.json()
    assert told["refused"]["O.SVC5.1"].startswith(f"“{typed}”不能用：这里填 0 到 2 的整数（个）")
    back = laptop.submit(page, {"m:O.SVC5.1": typed})
    assert back.status == 422
    assert f"“{typed}”不能用：这里填 0 到 2 的整数（个）" in back.words
    laptop.submit(page, {"m:O.SVC5.1": "2"})
    assert laptop.get(planned_visit + "/arrival").value("m:O.SVC5.1") == "2"


def test_two_consultants_on_one_form_settle_a_number(site, planned_visit):
    one, two = site.browser("consultant@x.example"), site.browser("owner@x.example")
    mine, theirs = one.get(planned_visit + "/arrival"), two.get(planned_visit + "/arrival")
    two.submit(theirs, {"m:O.MEM1.2": "200"})
    clash = one.submit(mine, {"m:O.MEM1.2": "45"})
    assert clash.status == 409
    assert "200" in clash.words


@pytest.mark.parametrize("path", ["", "/arrival", "/submit"])
def test_a_visit_is_for_insiders(site, planned_visit, path):
    assert site.browser("viewer@x.example").get(planned_visit + path).status == 404
    assert site.browser().get(planned_visit + path).status == 404
    bare = planned_visit.rpartition(":")[0]
    assert site.browser("consultant@x.example").get(bare + path).status == 404


@pytest.fixture
def guide(site):
    """A guide's phone after opening the link."""
    from assessment.accounts import operator
    from assessment.engagement import Person
    from assessment.invitations import invite
    from assessment.registering import save_person
    from web.storage import database, now, secret

    db, actor = database(), operator(database())
    save_person(db, actor, site.engagement, Person("G91", "G91", "guide", store="S03"), now())
    (invitation,) = invite(db, actor, site.engagement, ["G91"], now(), secret())
    phone = site.browser()
    phone.form = f"/answer/{site.engagement}/G91/guide"
    phone.first = phone.get(f"/a/{invitation.token}")
    return phone


def test_a_guide_answers_and_is_named_nowhere(site, guide):
    assert guide.first.status == 200
    assert "不记名" in guide.first.words
    page = guide.get(guide.form + "/company")
    assert "G91" not in page.words
    assert guide.submit(page, {"v:G.STR3": "2", "v:G.ORG3": "dk"}).path.endswith("/daily")
    done = guide.submit(guide.get(guide.form + "/submit"), {}, form="submit")
    assert done.path.endswith("/done")
    assert "G91" not in done.words


def test_no_consultant_reads_what_a_guide_said(site, guide):
    guide.submit(guide.get(guide.form + "/company"), {"v:G.STR3": "2"})
    for role in ("owner", "consultant", "analyst"):
        assert site.browser(f"{role}@x.example").get(guide.form + "/company").status == 404


def test_the_sheet_of_a_guide_names_the_store_only(site, guide):
    sheets = site.browser("consultant@x.example").get(f"/e/{site.engagement}/files/invitations")
    assert "杭州城西" in sheets.words
    assert "导购" in sheets.words
    assert "G91" not in sheets.words


def test_an_executive_says_how_urgent_each_reason_is(site):
    from assessment.accounts import operator
    from assessment.answering import answers_of
    from web.storage import database

    form = f"/answer/{site.engagement}/P03/executive"
    laptop = site.browser("consultant@x.example")
    page = laptop.get(form + "/reasons")
    assert "现在就要做" in page.words
    laptop.submit(page, {"v:long_run": "4", "v:digital_firm": "2"})
    stored = answers_of(database(), operator(database()), site.engagement, "P03", "executive")
    assert (stored["long_run"].value, stored["digital_firm"].value) == (4, 2)


@pytest.mark.parametrize("kind", ["store_visits", "mystery", "requests"])
def test_the_tables_of_fieldwork_are_to_be_had(site, kind):
    path = f"/e/{site.engagement}/files/templates/{kind}.xlsx"
    answer = site.browser("consultant@x.example").get(path)
    assert answer.status == 200
    assert answer.response.content.startswith(b"PK")
    assert site.browser().get(path).path != path or site.browser().get(path).status == 404
