"""The gate: nobody, somebody else on the same tab, somebody whose session was ended."""

import asyncio

import pytest
from reflex.event import Event
from reflex.utils.format import json_dumps

from assessment.access import Actor
from web import gate as gate_module
from web.app import app
from web.gate import Gate
from web.pages.home.state import Home
from web.pages.home.view import HomeView
from web.session import Who

LOAD = "reflex___state____state.web___pages___home___state____home.load"
HYDRATE = "reflex___state____state.hydrate"


@pytest.fixture
def sessions(monkeypatch):
    """Who each session token belongs to; a test may change it while a socket is open."""
    known: dict[str, Actor] = {}
    monkeypatch.setattr(gate_module, "actor_now", known.get)
    return known


def pass_gate(root, name=LOAD):
    return asyncio.run(Gate().preprocess(app, root, Event(name=name, payload={})))


def goes_to(update):
    return [event.payload.get("path") for event in update.events]


def test_nobody_is_sent_to_sign_in(tree, sessions):
    assert "/signin" in str(goes_to(pass_gate(tree())))


def test_the_framework_goes_on_for_nobody_too(tree, sessions):
    assert pass_gate(tree(), HYDRATE) is None


def test_somebody_goes_on(tree, sessions, actor):
    sessions["t1"] = actor
    assert pass_gate(tree("t1")) is None


def test_an_ended_session_is_nobody_however_old_the_socket_is(tree, sessions, actor):
    sessions["t1"] = actor
    root = tree("t1")
    assert pass_gate(root) is None
    del sessions["t1"]
    assert "/signin" in str(goes_to(pass_gate(root)))


def test_another_person_on_the_tab_finds_it_empty(tree, sessions, people):
    sessions["t1"] = people("consultant")
    root = tree("t1")
    assert pass_gate(root) is None
    home = asyncio.run(root.get_state(Home))
    home.view, home.search = HomeView(loaded=True), "secret client"
    sessions["t1"] = Actor("u2", "Other", "other@x.example", "viewer", "w1")
    assert pass_gate(root) is None
    home = asyncio.run(root.get_state(Home))
    assert (home.search, home.view.loaded) == ("", False)
    assert "secret client" not in str(root.dict())


def test_the_person_is_never_sent_to_the_browser(tree, sessions, actor):
    sessions["t1"] = actor
    root = tree("t1")
    pass_gate(root)
    assert asyncio.run(root.get_state(Who))._actor == actor
    assert "zhou@x.example" not in str(root.dict())
    assert "zd_session" not in json_dumps(root.get_delta())


@pytest.mark.parametrize("name", [f"{LOAD}x", "reflex___state____state.web___pages___home___state____home.setvar"])
def test_what_no_rule_names_is_refused_and_logged(tree, sessions, actor, caplog, name):
    sessions["t1"] = actor
    update = pass_gate(tree("t1"), name)
    assert update is not None
    assert not update.events
    assert "refused unmapped event" in caplog.text


def test_a_revoked_session_in_the_database_closes_the_gate(tree, filled, site):
    from assessment.accounts import close_session
    from web import storage

    token = site.tokens["viewer@x.example"]
    root = tree(token)
    assert pass_gate(root) is None
    close_session(storage.database(), token)
    assert "/signin" in str(goes_to(pass_gate(root)))
