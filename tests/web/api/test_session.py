"""Log-in, log-out, language: cookies no script can read, guesses slowed down, no way to another site."""

import pytest

from web.api.origin import same_site
from web.api.person import safe_next

CONSULTANT = "consultant@x.example"


def session_cookie(browser):
    return next((cookie for cookie in browser.cookies.jar if cookie.name == "zd_session"), None)


@pytest.fixture
def signed_in(site):
    """A browser that typed a password."""
    browser = site.browser()
    assert browser.login(CONSULTANT).status == 200
    return browser


def test_the_session_cookie_is_closed_to_scripts_and_other_sites(signed_in):
    cookie = session_cookie(signed_in)
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "lax"
    assert (cookie.path, cookie.secure) == ("/", False)


def test_behind_https_the_cookie_is_secure(site, monkeypatch):
    from web.settings import settings

    monkeypatch.setenv("ZHIDIAN_HTTPS", "1")
    settings.cache_clear()
    answer = site.browser().post(
        "/auth/login",
        {"email": CONSULTANT, "password": "correct horse battery", "next": "/healthz"},
        follow_redirects=False,
    )
    assert "secure" in answer.response.headers["set-cookie"].lower()


def test_a_wrong_password_and_an_unknown_user_look_the_same(site):
    answers = [site.browser().login(email, "wrong") for email in (CONSULTANT, "nobody@x.example")]
    assert len({(a.path, a.response.url.query) for a in answers}) == 1
    assert b"error=wrong" in answers[0].response.url.query
    assert "邮箱或密码不对" in answers[0].words


def test_guessing_is_slowed_down_and_the_right_password_too(site):
    browser = site.browser()
    for _ in range(5):
        browser.login(CONSULTANT, "wrong")
    slowed = browser.login(CONSULTANT)
    assert b"error=many" in slowed.response.url.query
    assert session_cookie(browser) is None
    assert site.browser(address="198.51.100.1").login(CONSULTANT).status == 200  # others are not locked out


def test_a_new_log_in_ends_the_old_session(site, signed_in):
    browser = signed_in
    old = session_cookie(browser).value
    browser.login(CONSULTANT)
    thief = site.browser()
    thief.cookies.set("zd_session", old, domain="zhidian.test", path="/")
    assert thief.get(f"/answer/{site.engagement}/P03/executive").status == 404


def test_log_out_ends_the_session_on_the_server(site, signed_in):
    browser = signed_in
    old = session_cookie(browser).value
    browser.post("/auth/logout")
    assert session_cookie(browser) is None
    thief = site.browser()
    thief.cookies.set("zd_session", old, domain="zhidian.test", path="/")
    assert thief.get(f"/answer/{site.engagement}/P03/executive").status == 404


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a\r\nset-cookie:x=1",
        "",
        None,
    ],
)
def test_the_way_on_stays_on_this_site(address):
    assert safe_next(address) == "/"


def test_a_good_way_on_is_kept():
    assert safe_next("/e/1/people?sort=name") == "/e/1/people?sort=name"


def test_the_language_is_remembered(site):
    browser = site.browser()
    page = browser.post("/auth/locale", {"locale": "en", "next": "/signin"})
    assert "Sign in" in page.words
    assert 'lang="en"' in page.html
    assert browser.post("/auth/locale", {"locale": "xx", "next": "/signin"}).words.startswith("登录")


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"host": "a"}, True),  # a program
        ({"host": "a", "origin": "http://a"}, True),
        ({"host": "a", "origin": "https://plan.example"}, True),  # configured
        ({"host": "a", "origin": "http://b"}, False),
        ({"host": "a", "origin": "null"}, False),
        ({"host": "a", "origin": "null", "sec-fetch-site": "same-origin"}, True),
        ({"host": "a", "referer": "http://b/x"}, False),
        ({"host": "a", "referer": "http://a/x"}, True),
        ({"host": "a", "sec-fetch-site": "cross-site"}, False),
        ({"host": "a", "sec-fetch-site": "same-site", "origin": "http://a"}, False),
        ({"host": "a", "sec-fetch-site": "same-origin", "origin": "http://b"}, False),
    ],
)
def test_who_may_post(headers, ours):
    assert same_site(headers, ("https://plan.example",)) is ours


def test_every_post_from_elsewhere_is_refused_before_any_route(site):
    browser = site.browser(CONSULTANT)
    for path in ("/auth/login", "/auth/logout", f"/e/{site.engagement}/files/report", "/nowhere"):
        answer = browser.post(path, {"x": "1"}, headers={"origin": "https://evil.example"})
        assert answer.status == 403
    assert session_cookie(browser) is not None


@pytest.mark.parametrize(
    ("asks", "heading"), [("en-US,en;q=0.9", "en"), ("zh-CN,en;q=0.5", "zh"), ("fr-FR", "en"), (None, "zh")]
)
def test_a_page_without_a_cookie_speaks_what_the_browser_asks_for(site, asks, heading):
    headers = {} if asks is None else {"accept-language": asks}
    page = site.browser().request("GET", "/a/no-such-token", headers=headers)
    assert f'<html lang="{"zh-CN" if heading == "zh" else "en"}"' in page.html
