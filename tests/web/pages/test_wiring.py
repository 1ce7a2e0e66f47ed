"""No event reaches a page's code unless somebody wrote down who may send it."""

import ast
from pathlib import Path

import pytest

from web import compat
from web.app import app
from web.gate import PUBLIC, RULES, SIGNED_IN, rule_of

PAGES = Path(__file__).parents[3] / "web"
HANDLED = 10  # lines: parse → use case → set view


def test_every_registered_handler_has_a_rule_or_belongs_to_the_framework():
    without = [
        entry.event
        for entry in compat.registered_events(app)
        if entry.key not in RULES and entry.event not in compat.FRAMEWORK_EVENTS and not entry.setvar
    ]
    assert without == []


def test_generated_setters_are_never_let_through():
    setters = [entry.event for entry in compat.registered_events(app) if entry.setvar]
    assert setters
    assert {rule_of(app, event) for event in setters} == {None}


def test_an_unknown_event_has_no_rule():
    assert rule_of(app, "reflex___state____state.nobody.wrote_this") is None


def test_only_the_sentence_at_the_foot_is_public():
    assert {key for key, rule in RULES.items() if rule == PUBLIC} == {
        "web.failures.Notice.hide",
        "web.failures.Notice.broken",
    }
    assert set(RULES.values()) == {PUBLIC, SIGNED_IN}


def handlers():
    for path in sorted(PAGES.glob("**/*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            decorators = getattr(node, "decorator_list", [])
            if any(isinstance(d, ast.Call) and getattr(d.func, "id", "") == "handler" for d in decorators):
                yield pytest.param(node, id=f"{path.parent.name}.{node.name}")


@pytest.mark.parametrize("node", list(handlers()))
def test_a_handler_only_parses_calls_and_shows(node):
    first = node.body[1] if isinstance(node.body[0], ast.Expr) else node.body[0]
    assert node.end_lineno - first.lineno + 1 <= HANDLED
    assert ast.get_docstring(node)
