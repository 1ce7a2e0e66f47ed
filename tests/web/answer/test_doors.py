"""Who may open which form: every refusal looks the same, and what was typed survives it."""

from datetime import timedelta

import pytest

from web.storage import database, now, secret


def actor():
    from assessment.accounts import operator

    return operator(database())


def test_the_link_becomes_a_narrow_cookie(invited):
    (cookie,) = [c for c in invited.cookies.jar if c.name == "zd_answer"]
    assert cookie.path == "/answer"
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "lax"
    assert cookie.value not in invited.link


def test_only_hashes_of_link_and_cookie_are_on_disk(site, invited):
    token = invited.link.rpartition("/")[2]
    (cookie,) = [c.value for c in invited.cookies.jar if c.name == "zd_answer"]
    for path in site.folder.glob("zhidian.db*"):
        data = path.read_bytes()
        assert token.encode() not in data
        assert cookie.encode() not in data


@pytest.mark.parametrize("path", ["", "/SAL", "/submit", "/done"])
def test_a_stranger_meets_the_same_page_everywhere(site, invited, path):
    stranger = site.browser()
    refused = stranger.get(invited.form + path)
    assert refused.status == 404
    nowhere = stranger.get("/answer/none/none/none" + path)
    assert nowhere.status == 404
    assert refused.words == nowhere.words == stranger.get("/a/none").words


def test_the_cookie_opens_no_other_form(site, invited):
    for person, instrument in (("M29", "manager"), ("M01", "manager"), ("P03", "executive"), ("M26", "executive")):
        path = f"/answer/{site.engagement}/{person}/{instrument}"
        assert invited.get(path).status == 404
        assert invited.post(path + "/SAL", {"v:M.SAL2": "5"}).status == 404
        assert invited.post(path + "/submit").status == 404


def test_a_withdrawn_link_ends_at_once_and_keeps_what_was_typed(site, invited, stored):
    from assessment.invitations import invite, revoke

    page = invited.get(invited.form + "/SAL")
    revoke(database(), actor(), site.engagement, "M26", now())
    held = invited.submit(page, {"v:M.SAL2": "3", "n:M.SAL2": "写了很久的一段"})
    assert held.status == 404
    assert "写了很久的一段" in held.words
    assert "没有存上" in held.words
    assert stored() == {}
    assert invited.get(invited.form).status == 404
    assert invited.get(invited.link).status == 404
    (fresh,) = invite(database(), actor(), site.engagement, ["M26"], now(), secret())
    invited.get(f"/a/{fresh.token}")
    saved = invited.post(held.forms[0].action, held.forms[0].fields)  # “save again”
    assert saved.status == 200
    assert stored()["M.SAL2"].note == "写了很久的一段"


def test_an_expired_link_opens_nothing(site, invited, monkeypatch):
    from web.answer import routes, visitors

    later = now() + timedelta(days=400)
    monkeypatch.setattr(routes, "now", lambda: later)
    monkeypatch.setattr(visitors, "now", lambda: later)
    assert invited.get(invited.form + "/SAL").status == 404
    assert site.browser().get(invited.link).status == 404


def test_a_post_from_another_site_is_refused(invited, stored):
    page = invited.get(invited.form + "/SAL")
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        form = page.form()
        answer = invited.post(form.action, [*form.fields, ("v:M.SAL2", "1")], headers=headers)
        assert answer.status == 403
    assert stored() == {}


def test_a_consultant_codes_an_executive(site, stored):
    consultant = site.browser("consultant@x.example")
    form = f"/answer/{site.engagement}/P03/executive"
    page = consultant.get(form + "/SAL")
    assert "追问" in page.words
    assert 'class="num"' in page.html
    before = stored("P03", "executive")["E.SAL2"]
    page = consultant.submit(
        page, {"v:E.SAL2": "5", "e:E.SAL2": ["screenshot", "statement"], "n:E.SAL2": "看了昨天的记录"}, go="to:SAL"
    )
    assert page.status == 200
    after = stored("P03", "executive")["E.SAL2"]
    assert after != before
    assert (after.value, after.evidence, after.note) == (5, ("screenshot", "statement"), "看了昨天的记录")
    assert page.value("n:E.SAL2") == "看了昨天的记录"
    done = consultant.post(form + "/submit")
    assert "编码已存好" in done.words
    assert f'href="/e/{site.engagement}/people"' in done.html


def test_a_consultant_may_type_in_a_paper_form(site, stored):
    consultant = site.browser("consultant@x.example")
    page = consultant.get(f"/answer/{site.engagement}/M29/manager/SAL")
    assert consultant.submit(page, {"v:M.SAL2": "2"}).status == 200
    assert stored("M29")["M.SAL2"].value == 2


@pytest.mark.parametrize("role", ["viewer", "team_member", "executive", "client_owner"])
def test_client_roles_read_no_answers(site, role):
    browser = site.browser(f"{role}@x.example")
    path = f"/answer/{site.engagement}/P03/executive"
    assert browser.get(path).status == 404
    assert browser.get(path + "/SAL").status == 404
    assert browser.post(path + "/SAL", {"v:E.SAL2": "5"}).status == 404


def test_a_form_without_such_a_section_is_not_there(invited):
    assert invited.get(invited.form + "/NONE").status == 404
    assert invited.post(invited.form + "/NONE", {"v:M.SAL2": "1"}).status == 404


def test_an_absurdly_large_form_is_refused_and_stores_nothing(invited, stored):
    many = [(f"x{n}", "1") for n in range(2000)]
    answer = invited.post(invited.form + "/SAL", [*many, ("v:M.SAL2", "1")])
    assert answer.status == 400
    assert stored() == {}
