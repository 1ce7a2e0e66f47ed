"""The dossier: everything a page prints, nothing its reader may not see, and quick when nothing has changed."""

import time
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from assessment.answer_events import newest_answer
from assessment.answering import save_answers, submit
from assessment.dossiers import dossier_for_report, dossier_of
from assessment.errors import Forbidden, NotFound
from assessment.facts import GivenFact
from assessment.fieldwork import DocumentFinding
from assessment.planning import snapshot_of_version
from assessment.registering import replace_documents, save_fact
from assessment.samples import read_sample


def test_the_sample_is_composed_from_what_is_stored(world, content):
    dossier, sample = dossier_of(world.db, world.alice, world.sample, content, world.now), read_sample("home", content)
    assert (dossier.profile, dossier.as_of, dossier.wave) == (sample.profile, sample.as_of, 1)
    assert (dossier.stores, dossier.people, dossier.consultants) == (
        sample.work.stores,
        sample.work.people,
        sample.consultants,
    )
    assert (dossier.coverage.forms_returned, dossier.coverage.forms_asked) == (28, 30)
    assert {r.resource.id for r in dossier.resources} <= {r.id for r in sample.resources}
    assert dossier.gaps[0].priority == max(gap.priority for gap in dossier.gaps)
    assert (dossier.snapshot, dossier.forecast, dossier.comparisons) == (None, None, ())
    assert (dossier.content_version, dossier.content_hash) == (content.version, content.hash)


def test_the_report_is_never_dated_before_an_answer_it_counts(world, content, event):
    sample = read_sample("home", content)
    with world.db.view() as session:
        assert newest_answer(session, world.sample) <= sample.as_of
    later = datetime(2026, 12, 20, 9, tzinfo=UTC)
    given = replace(event("E.STR3", 4, person=sample.work.people[0].id), at=later)
    form = (world.db, world.ann, world.sample, given.person, "executive")
    save_answers(*form, [given], later)
    assert dossier_of(world.db, world.alice, world.sample, content, later).as_of == later.date()


def test_with_a_roadmap_it_holds_plan_forecast_and_the_other_platforms(world, content):
    dossier = dossier_of(world.db, world.vera, world.planned, content, world.now)
    assert dossier.snapshot == snapshot_of_version(world.db, world.vera, world.planned, 1)
    assert {item.initiative for item in dossier.forecast.items} == {i.initiative for i in dossier.snapshot.plan.items}
    assert [c.platform for c in dossier.comparisons] == ["hub_existing", "composed_open", "suite_generic"]
    assert dossier.comparisons[0].net_p50 == dossier.snapshot.plan.net.p50


def test_clients_get_no_answers_and_nothing_to_unfold_them_from(world, content):
    for client in world.clients:
        dossier = dossier_of(world.db, client, world.sample, content, world.now)
        assert dossier.sheet.trace is None
        assert all(score.answers == () for score in dossier.sheet.capabilities.values())
        assert all(gap.answers == () for gap in dossier.gaps)
        assert "manager:M" not in repr(dossier)
    whole = dossier_of(world.db, world.ann, world.sample, content, world.now)
    assert whole.sheet.trace is not None
    assert any(gap.answers for gap in whole.gaps)
    assert whole.sheet.digest == dossier.sheet.digest


def test_a_cell_of_two_stores_gives_no_figure_on_paper_nor_to_clients(world, content, event):
    for person, level in (("M01", 2), ("M02", 5)):
        form = (world.db, world.ann, world.engagement, person, "manager")
        save_answers(*form, [event("M.STR3", level, person=person)], world.now)
        submit(*form, world.now)
    interview = [event("E.STR3", 4, person="P01")]
    save_answers(world.db, world.ann, world.engagement, "P01", "executive", interview, world.now)
    team = dossier_of(world.db, world.ann, world.engagement, content, world.now).sheet.capabilities["STR3"]
    assert team.groups["F"].claimed is not None
    for dossier in (
        dossier_of(world.db, world.olga, world.engagement, content, world.now),
        dossier_for_report(world.db, world.alice, world.engagement, content, world.now),
    ):
        shown = dossier.sheet.capabilities["STR3"]
        assert shown.gap is None
        for group in ("F", "E"):
            made = shown.groups[group]
            assert (made.claimed, made.verified, made.median, made.low, made.high) == (None,) * 5
            assert made.units == team.groups[group].units


def test_the_forms_of_two_stores_do_not_follow_from_level_and_document(world, content, event):
    """Worked by hand: F = (level x (wF + wD) - wD x D) / wF, and with forms alone F is the level itself."""
    for person, level in (("M01", 2), ("M02", 5)):
        form = (world.db, world.ann, world.engagement, person, "manager")
        save_answers(*form, [event(q, level, person=person) for q in ("M.SAL2", "M.SAL1")], world.now)
        submit(*form, world.now)
    seen = ("SAL2", "SAL3", "SAL4")
    shown = [DocumentFinding("HQ", c, 2, evidence=("document",)) for c in seen]
    replace_documents(world.db, world.ann, world.engagement, shown, world.now)
    known = dossier_of(world.db, world.ann, world.engagement, content, world.now)
    weights, team = content.library.framework.group_weights, known.sheet.capabilities
    forms, paper, level = team["SAL2"].groups["F"].verified, team["SAL2"].groups["D"].verified, team["SAL2"].level
    assert (level * (weights["F"] + weights["D"]) - weights["D"] * paper) / weights["F"] == forms
    assert team["SAL1"].level == team["SAL1"].groups["F"].verified
    for dossier in (
        dossier_of(world.db, world.olga, world.engagement, content, world.now),
        dossier_for_report(world.db, world.alice, world.engagement, content, world.now),
    ):
        sheet = dossier.sheet
        for capability in ("SAL1", "SAL2"):
            told, node = sheet.capabilities[capability], sheet.nodes[capability]
            assert (told.state, told.level, told.claimed, told.bounds) == ("insufficient", None, None, (1, 5))
            assert (node.score, node.claimed, node.bounds) == (None, None, (0, 1))
            assert sheet.nodes["SAL"].contributions.get(capability) is None
        assert not {gap.capability for gap in dossier.gaps} & {"SAL1", "SAL2"}
        for node in sheet.nodes.values():
            assert node.bottleneck not in {"SAL1", "SAL2"}
        for condition in (*sheet.attained.conditions, *sheet.attained_claimed.conditions):
            if condition.params.get("capability") in {"SAL1", "SAL2"}:
                assert condition.params["have"] is None


def test_a_capability_is_never_withheld_alone_below_a_score(world, content, event):
    """The dimension's score and all its other capabilities would give the one away."""
    dimension = next(d for d in content.library.framework.dimensions if d.id == "SAL")
    for person, level in (("M01", 2), ("M02", 5)):
        form = (world.db, world.ann, world.engagement, person, "manager")
        save_answers(*form, [event("M.SAL2", level, person=person)], world.now)
        submit(*form, world.now)
    shown = [DocumentFinding("HQ", c, 2, evidence=("document",)) for c in dimension.capabilities]
    replace_documents(world.db, world.ann, world.engagement, shown, world.now)
    team = dossier_of(world.db, world.ann, world.engagement, content, world.now).sheet
    sheet = dossier_of(world.db, world.olga, world.engagement, content, world.now).sheet
    hidden = [c for c in dimension.capabilities if sheet.capabilities[c].level is None]
    assert "SAL2" in hidden
    assert len(hidden) == 2
    (partner,) = set(hidden) - {"SAL2"}
    assert all(group.verified is None for group in sheet.capabilities[partner].groups.values())
    assert (sheet.nodes["SAL"].score, sheet.nodes["SAL"].bounds) == (team.nodes["SAL"].score, (0, 1))
    assert sheet.nodes["SAL"].contributions == {}


def test_paper_is_the_same_whoever_asks_for_it(world, content):
    made = [
        dossier_for_report(world.db, a, world.sample, content, world.now)
        for a in (world.alice, world.olga, world.eve, world.vera)
    ]
    assert len({d.digest for d in made}) == 1
    assert made[0].sheet.trace is not None
    with pytest.raises(Forbidden):
        dossier_for_report(world.db, world.tim, world.sample, content, world.now)


def test_it_is_remembered_until_something_changes(world, content):
    first = dossier_of(world.db, world.alice, world.sample, content, world.now)
    assert dossier_of(world.db, world.carl, world.sample, content, world.later(minutes=5)) is first
    save_fact(world.db, world.alice, world.sample, GivenFact("ticket", 27_000, "A"), world.now)
    changed = dossier_of(world.db, world.alice, world.sample, content, world.now)
    assert changed.digest != first.digest
    assert changed.facts["ticket"] == 2_700_000
    tomorrow = dossier_of(world.db, world.alice, world.sample, content, world.later(days=1))
    assert tomorrow is not changed
    assert tomorrow.digest == changed.digest, "without a plan another day says nothing new"


def test_warm_it_takes_less_than_a_tenth_of_a_second(world, content):
    dossier_of(world.db, world.alice, world.planned, content, world.now)
    began = time.perf_counter()
    for _ in range(5):
        dossier_of(world.db, world.alice, world.planned, content, world.now)
    assert (time.perf_counter() - began) / 5 < 0.1


def test_a_new_engagement_has_a_dossier_too(world, content):
    dossier = dossier_of(world.db, world.alice, world.elsewhere, content, world.now)
    assert (dossier.stores, dossier.gaps, dossier.sheet.index.score) == ((), (), None)
    assert (dossier.as_of, dossier.consultants) == (world.now.date(), ("Alice",))
    assert all(
        getattr(dossier, f.name) is not None for f in fields(dossier) if f.name not in {"snapshot", "forecast", "terms"}
    )


def test_strangers_have_no_dossier(world, content):
    for stranger in world.strangers:
        for compose in (dossier_of, dossier_for_report):
            with pytest.raises(NotFound):
                compose(world.db, stranger, world.sample, content, world.now)


def test_moving_an_item_scores_nothing_again(world, content, monkeypatch):
    from assessment import picture
    from assessment.tracking import record_progress
    from roadmap.plan import Progress

    first = dossier_of(world.db, world.alice, world.planned, content, world.now)
    monkeypatch.setattr(picture, "draw", None)
    item = first.snapshot.plan.items[0].initiative
    record_progress(world.db, world.tim, world.planned, Progress(item, "on_track"), 0, world.now, content)
    assert dossier_of(world.db, world.alice, world.planned, content, world.now).progress[item].status == "on_track"


def test_a_form_begun_is_no_form_returned(world, content, event):
    from assessment.engagement_cards import list_engagements

    def returned():
        coverage = dossier_of(world.db, world.ann, world.engagement, content, world.now).coverage
        (card,) = [c for c in list_engagements(world.db, world.ann) if c.id == world.engagement]
        return coverage.forms_returned, coverage.missing_forms, card.forms_returned

    form = (world.db, world.ann, world.engagement, "M01", "manager")
    save_answers(*form, [event("M.SAL2", 3)], world.now)
    assert returned() == (0, ("S01", "S02"), 0)
    submit(*form, world.now)
    assert returned() == (1, ("S02",), 1)
