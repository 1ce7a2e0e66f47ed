"""A plan knows what it was made from, and says which kind of input has moved on since."""

from dataclasses import replace

import pytest

from assessment import platform_runs
from assessment.dossiers import dossier_of
from assessment.engagements import edit_profile, profile_of
from assessment.facts import GivenFact
from assessment.plan_inputs import changed_since
from assessment.planning import build_roadmap, snapshot_of_version
from assessment.registering import (
    list_needs,
    list_resources,
    replace_needs,
    replace_resources,
    save_fact,
)
from questionnaires.locale_text import LocaleText


def changed(world, content, actor=None):
    return dossier_of(world.db, actor or world.alice, world.planned, content, world.now).changed


def edit(world, **changes):
    profile = profile_of(world.db, world.alice, world.planned)
    edit_profile(world.db, world.alice, world.planned, replace(profile, **changes), world.now)


def add_fact(world):
    margin = GivenFact("gross_margin", 0.3, "A", "2025", "财务报表", "accounts")
    save_fact(world.db, world.alice, world.planned, margin, world.now)


def register(world, listed, replaced):
    """Write the sample's rows into the register of the planned engagement."""
    rows = listed(world.db, world.alice, world.sample)
    replaced(world.db, world.alice, world.planned, rows, world.now)


CHANGES = {
    "budget": (lambda w: edit(w, budget=61_000_000), ("terms",)),
    "peak season": (lambda w: edit(w, blackouts=((5, 6),)), ("terms",)),
    "margin": (add_fact, ("facts",)),
    "resources": (lambda w: register(w, list_resources, replace_resources), ("resources",)),
    "needs": (
        lambda w: register(w, list_needs, replace_needs),
        ("scores", "needs"),
    ),  # what the company asks for is scored too
    "both": (lambda w: (edit(w, budget=61_000_000), add_fact(w)), ("terms", "facts")),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_plan_names_the_inputs_that_moved_on(world, content, name):
    assert changed(world, content) == ()
    change, kinds = CHANGES[name]
    change(world)
    assert changed(world, content) == kinds
    assert changed(world, content, world.vera) == kinds


def test_what_no_plan_depends_on_leaves_it_up_to_date(world, content):
    edit(world, name_en="Another name", policy_notes=LocaleText("注", "note"))
    assert changed(world, content) == ()


def test_planning_again_brings_it_up_to_date(world, content, monkeypatch):
    plan = snapshot_of_version(world.db, world.alice, world.planned, 1).plan
    monkeypatch.setattr(platform_runs, "make_plan", lambda given: replace(plan, platform=given.platform))
    edit(world, budget=61_000_000)
    assert changed(world, content) == ("terms",)
    build_roadmap(world.db, world.alice, world.planned, content, world.now)
    assert changed(world, content) == ()


def test_a_version_that_kept_no_inputs_knows_its_scores(world, content):
    dossier = dossier_of(world.db, world.alice, world.planned, content, world.now)
    old = replace(dossier.snapshot, inputs={})
    assert changed_since(old, {"profile": "x"}, dossier.sheet) == ()
    assert changed_since(replace(old, score_digest="other"), {}, dossier.sheet) == ("scores",)
