"""Every own address, tried by everybody it is not for: one and the same “not found”."""

import pytest
from starlette.routing import Route

from web.api.routes import ROUTES

PUBLIC = {"/healthz", "/auth/login", "/auth/logout", "/auth/locale", "/answer/static/{name}"}
"""Addresses without an object behind them; tested where they belong."""

TRAINING = {"/practice", "/practice/{vignette}"}
"""Content without a client in it: closed to strangers, open to the consulting team of every workspace."""

FILLED = {
    "vignette": "views",
    "kind": "stores",
    "name": "radar",
    "job": "0" * 32,
    "token": "A" * 32,
    "person": "P03",
    "instrument": "executive",
    "section": "SAL",
}
GUARDED = [
    (method, route.path)
    for route in ROUTES
    if isinstance(route, Route) and route.path not in PUBLIC
    for method in sorted(route.methods - {"HEAD"})
]


def address(path, engagement):
    for name, value in {**FILLED, "engagement": engagement}.items():
        path = path.replace("{" + name + "}", value)
    assert "{" not in path
    return path


def test_all_routes_are_in_the_table():
    assert len(GUARDED) >= 15
    assert {route.path for route in ROUTES} >= PUBLIC


def ask(browser, method, path):
    return browser.get(path) if method == "GET" else browser.post(path, {"locale": "zh"})


@pytest.mark.parametrize(("method", "path"), GUARDED, ids=[f"{m} {p}" for m, p in GUARDED])
def test_strangers_cannot_tell_a_closed_door_from_a_wall(site, method, path):
    nobody, outsider, member = site.browser(), site.browser("outsider@x.example"), site.browser("viewer@x.example")
    there, nowhere = address(path, site.engagement), address(path, "0000000000000000")
    answers = [ask(nobody, method, there), ask(nobody, method, nowhere), ask(outsider, method, there)]
    answers += [ask(outsider, method, nowhere), ask(member, method, nowhere)]
    assert {answer.status for answer in answers} == {404}
    assert len({answer.words for answer in answers}) == 1
    assert {answer.response.headers["cache-control"] for answer in answers} == {"private, no-store"}


WRITES = [(m, p) for m, p in GUARDED if m == "POST"] + [
    ("GET", "/e/{engagement}/files/invitations"),
    ("GET", "/answer/{engagement}/{person}/{instrument}/{section}"),
]


@pytest.mark.parametrize(("method", "path"), WRITES, ids=[f"{m} {p}" for m, p in WRITES])
def test_a_viewer_of_the_engagement_changes_nothing_and_reads_no_answers(site, method, path):
    viewer = site.browser("viewer@x.example")
    assert ask(viewer, method, address(path, site.engagement)).status == 404


def test_an_expired_session_is_a_stranger(site, monkeypatch):
    from datetime import timedelta

    from web.api import person
    from web.storage import now

    browser = site.browser("consultant@x.example")
    path = f"/e/{site.engagement}/files/chart/radar.svg"
    assert browser.get(path).status == 200
    later = now() + timedelta(days=60)
    monkeypatch.setattr(person, "now", lambda: later)
    assert browser.get(path).status == 404


def test_a_member_of_another_workspace_is_a_stranger(site):
    from assessment.accounts import add_user, add_workspace
    from web.storage import database, now

    other = add_workspace(database(), now(), "Other firm")
    add_user(database(), "rival@y.example", "Rival", "owner", "correct horse battery", (), now(), workspace=other)
    rival = site.browser()
    rival.login("rival@y.example")
    for method, path in GUARDED:
        expected = 200 if path in TRAINING else 404
        assert ask(rival, method, address(path, site.engagement)).status == expected


def test_a_broken_route_tells_nothing_and_is_logged(site, monkeypatch, caplog):
    from web.api import charts

    def burst(*_args, **_kwargs):
        raise RuntimeError("the inside of the house")

    browser = site.browser("consultant@x.example")
    monkeypatch.setattr(charts, "drawing", burst)
    with pytest.raises(RuntimeError):  # Starlette answers first, then hands the error to the server
        browser.get(f"/e/{site.engagement}/files/chart/radar.svg?width=321")
    assert "the inside of the house" in caplog.text
