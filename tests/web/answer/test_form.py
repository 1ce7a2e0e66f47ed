"""A manager fills in the form by plain posts: everything arrives, nothing typed is lost, nothing is stored twice."""

import re

import pytest

from questionnaires.answers import Answer


def questions_of(page):
    """Return the ids on a page, in order."""
    return re.findall(r'<section class="q" id="([^"]+)"', page.html)


def fill(page, level="3"):
    """Return an answer to everything on a page."""
    return {f"v:{q}": ("自己的话" if q.startswith("M.open") else level) for q in questions_of(page)}


def test_the_whole_form_on_plain_posts(invited, stored):
    page = invited.get(invited.form + "/open")
    asked = []
    while not page.path.endswith("/submit"):
        asked += questions_of(page)
        page = invited.submit(page, fill(page))
        assert page.status == 200
    assert len(asked) == len(set(asked)) > 30
    assert "全部题目都答了" in page.words
    assert f"{len(asked)} 条答案已安全" in page.words
    done = invited.post(invited.form + "/submit")
    assert done.path.endswith("/done")
    receipt = re.search(r"<b>([0-9A-Z]{4}-[0-9A-Z]{4})</b>", done.html)[1]
    assert set(stored()) == set(asked)
    assert stored()["M.SAL2"] == Answer("M.SAL2", 3)
    again = invited.post(invited.form + "/submit")
    assert receipt in again.html  # handed in twice, one receipt
    link = invited.get(invited.link)  # the link opened again
    assert receipt in link.html
    assert "收到了，谢谢" in link.words
    assert "接下来怎么用" in link.words
    assert "分钟" not in link.words
    assert "交卷之后又改过答案" not in link.words
    invited.submit(invited.get(invited.form + "/SAL"), {"n:M.SAL2": "再补一句"})
    assert "交卷之后又改过答案" in invited.get(invited.link).words


def test_what_may_be_left_out_is_said_beside_the_minutes(invited):
    page = invited.get(invited.form)
    assert "另有 6 道选答题" in page.words
    assert "<dt>题目</dt><dd>30</dd>" in page.html
    assert "<dt>约需分钟</dt><dd>20</dd>" in page.html
    assert invited.get(invited.form + "/open").words.count("（选答）") == 6


def test_an_empty_form_cannot_be_handed_in_and_says_so(invited):
    page = invited.post(invited.form + "/submit")
    assert page.status == 422
    assert "还没有回答任何问题" in page.words


def test_the_badge_shows_what_the_database_acknowledged(invited, stored):
    page = invited.submit(invited.get(invited.form + "/SAL"), {"v:M.SAL1": "2", "v:M.SAL2": "dk"})
    assert re.search(r"● 2 条答案已安全 · \d\d:\d\d", page.words)
    assert len(stored()) == 2


def test_a_returning_manager_goes_on_where_the_form_was_left(site, invited):
    page = invited.get(invited.form + "/open")
    page = invited.submit(page, fill(page))
    assert page.path.endswith("/STR")
    other_phone = site.browser()
    page = other_phone.get(invited.link)
    assert 'href="' + invited.form + '/STR#M.STR3"' in page.html
    invited.submit(invited.get(invited.form + "/SVC"), {"v:M.SVC2": "2"})
    assert '/STR#M.STR3"' in invited.get(invited.form).html  # the first open question, wherever the last answer was
    assert "接着填" in page.words


def test_a_double_post_is_stored_once(invited, stored):
    from assessment.accounts import operator
    from assessment.answering import sheet_of
    from web.storage import database

    page = invited.get(invited.form + "/SAL")
    for _ in range(2):
        assert invited.submit(page, {"v:M.SAL2": "4", "n:M.SAL2": "一次"}).status == 200
    engagement, person = invited.form.split("/")[2:4]
    sheet = sheet_of(database(), operator(database()), engagement, person, "manager")
    assert sheet.revision == 1
    assert stored()["M.SAL2"] == Answer("M.SAL2", 4, note="一次")


def test_a_change_on_a_page_found_by_the_back_button_is_kept(invited, stored):
    page = invited.get(invited.form + "/SAL")
    for level in ("2", "4", "2"):
        assert invited.submit(page, {"v:M.SAL2": level}).status == 200  # the same old page every time
        assert stored()["M.SAL2"].value == int(level)


def test_back_saves_too_and_goes_back(invited, stored):
    page = invited.submit(invited.get(invited.form + "/SAL"), {"v:M.SAL3": "1"}, go="back")
    assert page.path.endswith("/MEM")
    assert stored()["M.SAL3"].value == 1
    page = invited.submit(invited.get(invited.form + "/open"), {}, go="back")
    assert page.path == invited.form


def test_a_jump_to_another_section_saves_first(invited, stored):
    page = invited.submit(invited.get(invited.form + "/SAL"), {"n:M.SAL3": "先记一句"}, go="to:BIZ")
    assert page.path.endswith("/BIZ")
    assert stored()["M.SAL3"] == Answer("M.SAL3", None, "skipped", note="先记一句")
    back = invited.get(invited.form + "/SAL")
    assert back.value("n:M.SAL3") == "先记一句"


@pytest.mark.parametrize("go", ["to:NONE", "elsewhere", "https://evil.example", ""])
def test_an_unknown_button_goes_on(invited, go):
    page = invited.submit(invited.get(invited.form + "/SAL"), {}, go=go)
    assert page.path.endswith("/SVC")


def test_not_applicable_without_a_reason_keeps_everything_typed(invited, stored):
    page = invited.get(invited.form + "/SAL")
    page = invited.submit(page, {"v:M.SAL1": "5", "v:M.SAL2": "na", "n:M.SAL2": "店里没有导购\n只有我"})
    assert page.status == 422
    assert 'value="na" checked' in page.html
    assert page.value("n:M.SAL2") == "店里没有导购\r\n只有我"
    assert set(stored()) == {"M.SAL1"}  # the rest is saved
    assert "1 / 2 条答案已安全，1 条还没存" in page.words
    page = invited.submit(page, {"r:M.SAL2": "只有店长一人"})
    assert page.status == 200
    answer = Answer("M.SAL2", None, "not_applicable", na_reason="只有店长一人", note="店里没有导购\n只有我")
    assert stored()["M.SAL2"] == answer


def test_what_is_too_long_is_shown_again_whole(invited, stored):
    long = "长" * 4001
    page = invited.submit(invited.get(invited.form + "/open"), {"v:M.open.1": long, "v:M.open.2": "短"})
    assert page.status == 422
    assert page.value("v:M.open.1") == long
    assert set(stored()) == {"M.open.2"}


def test_the_language_switch_keeps_what_was_typed(invited, stored):
    page = invited.submit(invited.get(invited.form + "/SAL"), {"v:M.SAL2": "2", "n:M.SAL2": "隔天打电话"}, "locale:en")
    assert page.path.endswith("/SAL")
    assert "Save, next" in page.words
    assert page.value("n:M.SAL2") == "隔天打电话"
    assert stored()["M.SAL2"].value == 2
    page = invited.submit(page, {"v:M.SAL1": "na", "n:M.SAL1": "draft"}, go="locale:zh")
    assert "存好，下一页" in page.words  # even what cannot be stored yet
    assert (page.value("n:M.SAL1"), page.value("v:M.SAL1")) == ("draft", "na")
    assert 'lang="zh-CN"' in page.html


def test_anchors_are_unnumbered_and_run_from_low_to_high(invited):
    page = invited.get(invited.form + "/SAL")
    assert 'class="num"' not in page.html
    values = re.findall(r'name="v:M.SAL2" value="(\w+)"', page.html)
    assert values == ["1", "2", "3", "4", "5", "dk", "na"]


def test_answers_are_escaped(invited):
    nasty = '</textarea><script>alert(1)</script>"&'
    page = invited.submit(invited.get(invited.form + "/SAL"), {"n:M.SAL2": nasty, "v:M.SAL2": "1"}, go="to:SAL")
    assert "<script>" not in page.html
    assert page.value("n:M.SAL2") == nasty


def test_the_pages_need_no_script_and_load_no_foreign_thing(invited):
    for path in ("", "/SAL", "/submit"):
        page = invited.get(invited.form + path)
        assert not re.findall(r'<script(?! src="/answer/static/answer\.js\?v=\w+"></script>)', page.html)
        assert "style=" not in page.html
        assert not re.findall(r'(?:src|href)="(?!/|#)', page.html)
        assert page.response.headers["cache-control"] == "private, no-store"
        assert "default-src 'none'" in page.response.headers["content-security-policy"]
        assert page.response.headers["referrer-policy"] == "same-origin"


def test_every_control_has_a_name_a_screen_reader_can_say(invited):
    page = invited.get(invited.form + "/SAL")
    ids = set(re.findall(r' id="([^"]+)"', page.html))
    for_ = re.findall(r'<label[^>]* for="([^"]+)"', page.html)
    assert set(for_) <= ids
    for control in re.findall(r"<(?:textarea|input)[^>]*>", page.html):
        if 'type="hidden"' in control or 'type="radio"' in control:
            continue
        assert re.search(r'id="([^"]+)"', control)[1] in for_
    assert page.html.count("<fieldset") == page.html.count("<legend")


def test_styles_are_served_for_ever_and_nothing_else(invited):
    page = invited.get(invited.form)
    for address in re.findall(r'href="(/answer/static/[^"]+)"', page.html):
        served = invited.get(address)
        assert served.status == 200
        assert "immutable" in served.response.headers["cache-control"]
    assert invited.get("/answer/static/..%2Froutes.py").status == 404
    assert invited.get("/answer/static/none.css").status == 404
