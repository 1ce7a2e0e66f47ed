"""The rail: eleven steps, what each lacks, which one is current."""

from datetime import date

from roadmap.plan import Progress
from web.components.rail.view import may_of, rail_of, steps_of


def states(steps):
    return {step.number: step.state for step in steps}


def test_there_are_eleven_steps_and_each_links_to_its_page(dossier, actor):
    steps = steps_of(dossier, actor, 0)
    assert [step.number for step in steps] == list(range(1, 12))
    assert all(step.href.startswith("/e/e1") for step in steps)


def test_steps_that_share_a_page_lead_to_different_places_on_it(dossier, actor):
    hrefs = [step.href for step in steps_of(dossier, actor, 0)]
    assert len(set(hrefs)) == len(hrefs)
    assert hrefs[2].endswith("/people?tab=people#managers")
    assert hrefs[10].endswith("/roadmap#log")


def test_a_step_says_what_it_lacks(dossier, actor):
    forms = steps_of(dossier, actor, 0)[2]
    assert (forms.state, forms.figure.zh, forms.warn) == ("lacks", "28 / 30", True)
    assert forms.lacks.zh == "缺：门店29、门店30"


def test_a_client_does_not_read_which_stores_are_missing(dossier, people):
    forms = steps_of(dossier, people("executive"), 0)[2]
    assert forms.state == "lacks"
    assert forms.lacks.zh == ""


def test_the_first_step_not_begun_is_current(dossier, actor):
    steps = states(steps_of(dossier, actor, 0))
    assert steps[9] == "done"
    assert list(steps.values()).count("current") == 1


def test_tracking_is_current_once_something_was_reported(dossiers, actor):
    moved = dossiers.dossier(progress={"I-RES05": Progress("I-RES05", "on_track", reported=date(2026, 12, 9))})
    steps = states(steps_of(moved, actor, 1))
    assert steps[11] == "current"
    assert list(steps.values()).count("current") == 1


def test_an_empty_engagement_begins_at_set_up(empty, actor):
    steps = states(steps_of(empty, actor, 0))
    assert steps[3] == "current"
    assert steps[1] == "lacks"
    assert "门店" in steps_of(empty, actor, 0)[0].lacks.zh


def test_visits_needed_grow_with_the_root_of_the_stores(dossiers, dossier, actor):
    assert steps_of(dossier, actor, 0)[4].figure.zh == "6 / 6"  # 30 stores: the root, rounded up
    few = dossiers.dossier(stores=dossier.stores[:4])
    assert steps_of(few, actor, 0)[4].figure.zh == "6 / 3"


def test_the_rail_counts_what_is_behind_each_link(dossier, actor):
    rail = rail_of(dossier, actor, 2)
    assert (rail.stores, rail.people, rail.reports) == (30, len(dossier.people), 2)
    assert rail.client.en == "Heyu Home"
    assert rail.moves == len(dossier.snapshot.plan.items)


def test_what_a_role_may_do(people):
    viewer, lead = may_of(people("viewer")), may_of(people("lead"))
    assert not any((viewer.edit, viewer.invite, viewer.plan, viewer.progress, viewer.report, viewer.internal))
    assert all((lead.edit, lead.invite, lead.plan, lead.progress, lead.report, lead.internal))
    assert may_of(people("team_member")).progress
    assert (viewer.read, may_of(people("team_member")).read) == (True, False)
