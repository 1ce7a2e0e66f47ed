"""What waits for a decision is counted, listed and linked until somebody decides it."""

from dataclasses import replace

import pytest

from assessment.errors import InvalidInput
from scoring.sheet import Remark
from web.components.disputes import disputes_of
from web.components.rail.view import may_of, steps_of
from web.pages.engagement.deciding import Decision, decision_from, disputes
from web.pages.engagement.standing import coverage_of

UNAPPROVED = Remark("na_unapproved", {"capability": "SAL5", "n": 2})


@pytest.fixture
def disputed(dossiers, dossier):
    """Return the dossier with one not-applicable that nobody approved."""
    return dossiers.dossier(sheet=replace(dossier.sheet, warnings=(UNAPPROVED,)))


def test_a_dispute_is_named_counted_and_linked(disputed, actor):
    assert [row.id for row in disputes(disputed)] == ["SAL5"]
    assert "2" in disputes(disputed)[0].text.zh
    assert coverage_of(disputed)[-1].href == "#decide"
    step = steps_of(disputed, actor, 0)[7]
    assert (step.state, step.lacks.zh, step.href) == ("lacks", "1 处待裁定", "/e/e1#decide")


def test_without_disputes_the_step_leads_to_the_gaps(dossiers, dossier, actor):
    calm = dossiers.dossier(sheet=replace(dossier.sheet, warnings=()))
    assert coverage_of(calm)[-1].href == ""
    assert steps_of(calm, actor, 0)[7].href == "/e/e1#gaps"


def test_a_decided_capability_is_no_longer_open(disputed, dossiers):
    scores = dict(disputed.sheet.capabilities)
    scores["SAL5"] = replace(next(iter(scores.values())), adjudicated=True)
    assert disputes_of(dossiers.dossier(sheet=replace(disputed.sheet, capabilities=scores))) == ()


def test_a_decision_is_a_level_with_a_reason_or_a_withdrawal():
    assert decision_from({"level": "3", "reason": "看了系统"}) == Decision(3.0, "看了系统")
    assert decision_from({"level": "withdraw", "reason": "录错了"}).level is None


@pytest.mark.parametrize("form", [{"level": "", "reason": "x"}, {"level": "6", "reason": "x"}, {"level": "3"}])
def test_a_decision_without_level_or_reason_is_refused(form):
    with pytest.raises(InvalidInput):
        decision_from(form)


def test_only_consultants_decide(people):
    assert may_of(people("consultant")).decide
    assert not any(may_of(people(role)).decide for role in ("analyst", "client_owner", "viewer"))
