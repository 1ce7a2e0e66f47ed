"""The terms of a plan: saved with reasons and authors, refused in a sentence, taken back, kept with the version built."""

from dataclasses import replace

import pytest

from assessment.access import Actor
from assessment.dossiers import dossier_of
from assessment.engagements import edit_profile, profile_of
from assessment.errors import AssessmentError, Conflict, Forbidden, InvalidInput, NotFound
from assessment.planning import build_roadmap, snapshot_of_version
from assessment.settling import restore_terms, save_terms, terms_now
from assessment.situation import constraints_of
from assessment.terms import Term
from assessment.tracking import record_progress
from roadmap.plan import Progress

NAMED = {
    "must": (Term("I-RES05", "董事长要求"),),
    "must_not": (Term("I-SAL01", "门店今年不动"),),
    "waived": (Term("I-STR01", "去年已经做过"),),
}


def now(world, content, actor: Actor | None = None):
    return terms_now(world.db, actor or world.alice, world.planned, content)


def save(world, content, actor: Actor | None = None, *, expected: str | None = None, later: int = 1, **changes):
    there = now(world, content)
    terms = replace(there.terms, **changes)
    moment = world.later(hours=later)
    stamp = there.stamp if expected is None else expected
    save_terms(world.db, actor or world.carl, world.planned, terms, content, moment, expected=stamp)


def restore(world, content, stamp: str):
    restore_terms(world.db, world.alice, world.planned, content, world.later(hours=2), expected=stamp)


def test_terms_come_back_with_their_author_and_day(world, content):
    save(world, content, budget=30_000_000, monthly=5_000_000, theta=0.6, **NAMED)
    there = now(world, content, world.vera)
    assert (there.terms.budget, there.terms.monthly, there.terms.theta) == (30_000_000, 5_000_000, 0.6)
    assert there.terms.must == (Term("I-RES05", "董事长要求", "Carl", world.now.date()),)
    assert [(c.who, c.before.must, len(c.after.must)) for c in there.changes] == [("Carl", (), 1)]


def test_a_term_that_stays_keeps_its_author_and_day(world, content):
    save(world, content, **NAMED)
    first = now(world, content).terms
    save(world, content, world.alice, later=48, must=(*first.must, Term("I-OPS01", "新要求")))
    assert [(t.initiative, t.by) for t in now(world, content).terms.must] == [("I-RES05", "Carl"), ("I-OPS01", "Alice")]


def test_the_engine_is_asked_under_them(world, content):
    save(world, content, budget=11_000_000, monthly=5_000_000, theta=0.6, capacity={"it": 0.0}, **NAMED)
    profile = profile_of(world.db, world.alice, world.planned)
    limits = constraints_of(profile, content.catalogue.defaults, world.now.date())
    assert limits.budget_per_month[:4] == (5_000_000, 5_000_000, 1_000_000, 0)
    assert (limits.theta, limits.must, limits.must_not) == (0.6, ("I-RES05",), ("I-SAL01",))
    assert limits.capacity["it"] == 0
    assert limits.waived == {"I-STR01": "去年已经做过"}


def test_only_those_who_plan_may_change_them(world, content):
    for actor in (world.ann, *world.clients):
        with pytest.raises(Forbidden):
            save(world, content, actor, budget=1)
    for stranger in world.strangers:
        with pytest.raises(NotFound):
            save(world, content, stranger, budget=1)
        with pytest.raises(NotFound):
            now(world, content, stranger)


def test_terms_changed_meanwhile_are_not_overwritten(world, content):
    shown = now(world, content).stamp
    save(world, content, **NAMED)
    with pytest.raises(Conflict) as caught:
        save(world, content, world.alice, expected=shown, budget=1_000_000)
    assert caught.value.theirs.must[0].initiative == "I-RES05"
    assert now(world, content).terms.budget == 50_000_000


def test_the_set_before_is_restored_and_that_too_is_taken_back(world, content):
    first = now(world, content)
    save(world, content, budget=30_000_000, **NAMED)
    second = now(world, content)
    assert second.undoable
    restore(world, content, second.stamp)
    third = now(world, content)
    assert (third.terms, len(third.changes)) == (first.terms, 2)
    restore(world, content, third.stamp)
    assert now(world, content).terms == second.terms


def test_nothing_is_restored_over_a_later_change(world, content):
    save(world, content, **NAMED)
    shown = now(world, content).stamp
    profile = profile_of(world.db, world.alice, world.planned)
    edit_profile(world.db, world.alice, world.planned, replace(profile, budget=1), world.now)
    assert not now(world, content).undoable
    for stamp in (shown, now(world, content).stamp):
        with pytest.raises(AssessmentError) as caught:
            restore(world, content, stamp)
        assert caught.value.code == "terms_moved"


def test_saving_what_stands_is_no_change(world, content):
    save(world, content)
    assert now(world, content).changes == ()


WRONG = {
    "both": ({"must": (Term("I-RES05", "x"),), "must_not": (Term("I-RES05", "y"),)}, "must.I-RES05", "remove one"),
    "there": ({"must": (Term("I-STR01", "x"),), "waived": (Term("I-STR01", "y"),)}, "must.I-STR01", "waived as there"),
    "unknown": ({"must": (Term("I-XYZ99", "x"),)}, "must.I-XYZ99", "I-XYZ99"),
    "no reason": ({"must_not": (Term("I-RES05", " "),)}, "must_not.I-RES05", "Give the reason"),
    "twice": ({"must": (Term("I-RES05", "x"), Term("I-RES05", "y"))}, "must.I-RES05", "twice"),
    "monthly": ({"monthly": 60_000_000}, "monthly", "within the budget"),
    "theta": ({"theta": 1.2}, "theta", "100%"),
    "budget": ({"budget": -1}, "budget", "negative"),
    "weight": ({"weights": {"SAL": -1}}, "weight.SAL", "100"),
    "role": ({"capacity": {"pilot": 1.0}}, "capacity.pilot", "person-weeks"),
}


@pytest.mark.parametrize("case", WRONG)
def test_each_problem_is_one_sentence_at_its_field(world, content, case):
    changes, where, said = WRONG[case]
    with pytest.raises(InvalidInput) as caught:
        save(world, content, **changes)
    assert [p.where for p in caught.value.problems] == [where]
    assert said in caught.value.problems[0].text.en
    assert now(world, content).changes == ()


def test_what_nothing_waits_for_cannot_be_waived(world, content):
    needed = {need for one in content.catalogue.initiatives.values() for need in one.needs}
    alone = next(i for i in sorted(content.catalogue.initiatives) if i not in needed and not i.startswith("I-OPS"))
    with pytest.raises(InvalidInput) as caught:
        save(world, content, waived=(Term(alone, "x"),))
    assert "Nothing waits for" in caught.value.problems[0].text.en


def test_what_the_trade_forbids_cannot_be_demanded(world, content):
    trade = next(key for key, barred in sorted(content.catalogue.forbidden.items()) if barred)
    ident = min(content.catalogue.forbidden[trade])
    profile = profile_of(world.db, world.alice, world.planned)
    edit_profile(world.db, world.alice, world.planned, replace(profile, industry=trade), world.now)
    with pytest.raises(InvalidInput) as caught:
        save(world, content, must=(Term(ident, "x"),))
    assert "cannot be demanded" in caught.value.problems[0].text.en


def test_what_has_begun_is_not_ruled_out(world, content):
    item = snapshot_of_version(world.db, world.alice, world.planned, 1).plan.items[0].initiative
    record_progress(world.db, world.alice, world.planned, Progress(item, "on_track"), 0, world.now, content)
    with pytest.raises(InvalidInput) as caught:
        save(world, content, must_not=(Term(item, "x"),))
    assert "has begun" in caught.value.problems[0].text.en


def test_changed_terms_leave_the_plan_behind_and_the_next_one_keeps_them(world, content):
    save(world, content, **NAMED)
    dossier = dossier_of(world.db, world.vera, world.planned, content, world.now)
    assert (dossier.changed, dossier.terms.must) == (("terms",), ())
    build_roadmap(world.db, world.alice, world.planned, content, world.now)
    dossier = dossier_of(world.db, world.vera, world.planned, content, world.now)
    assert (dossier.changed, dossier.terms.must[0].reason) == ((), "董事长要求")
    assert "I-RES05" in {item.initiative for item in dossier.snapshot.plan.items}
    save(world, content, must=(Term("I-RES05", "改了理由"),))
    assert dossier_of(world.db, world.vera, world.planned, content, world.now).changed == ("terms",)


def test_terms_that_cannot_hold_together_are_named(world, content):
    needs = content.catalogue.initiatives
    after = next(i for i in sorted(needs) if i.startswith("I-RES") and needs[i].needs)
    before = needs[after].needs[0]
    save(world, content, must=(Term(after, "x"),), must_not=(Term(before, "y"),))
    with pytest.raises(AssessmentError) as caught:
        build_roadmap(world.db, world.alice, world.planned, content, world.now)
    assert caught.value.code == "infeasible"
    assert f"“{needs[before].name.en}” must not be done" in caught.value.text.en


def test_a_demand_the_trade_bars_since_is_named_too(world, content):
    save(world, content, **NAMED)
    profile = profile_of(world.db, world.alice, world.planned)
    trade = next(key for key, barred in sorted(content.catalogue.forbidden.items()) if barred)
    ident = min(content.catalogue.forbidden[trade])
    edit_profile(world.db, world.alice, world.planned, replace(profile, industry=trade, must=(ident,)), world.now)
    with pytest.raises(AssessmentError) as caught:
        build_roadmap(world.db, world.alice, world.planned, content, world.now)
    name = content.catalogue.initiatives[ident].name
    assert f"本行业不允许“{name.zh}”" in caught.value.text.zh
