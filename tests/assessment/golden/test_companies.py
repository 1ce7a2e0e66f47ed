"""Six companies, one per trade: the gaps, the first wave and the flags a consultant of that trade expects."""

import pytest

from assessment.governing import GROUND
from roadmap.waves import FIRST_WAVE
from tests.assessment.golden.companies import INDUSTRIES, Company, company, pack


@pytest.fixture(params=INDUSTRIES)
def made(request: pytest.FixtureRequest) -> Company:
    return company(request.param)


def test_there_is_a_company_of_every_trade():
    assert set(INDUSTRIES) == set(pack().industries) - {"generic"}


def test_the_three_most_urgent_gaps(made: Company):
    assert [gap.capability for gap in made.wave.gaps[:3]] == made.expect["gaps"]


def test_what_starts_in_months_0_to_3(made: Company):
    """All that is expected starts, the group that decides among it; what else may start is named, so nothing slips in."""
    expected = set(made.expect["first_wave"])
    (group,) = pack().catalogue.governing("group")
    assert group in expected
    assert expected <= made.first_wave <= expected | set(made.expect["also"])
    assert GROUND in {reason.code for reason in made.proposal.candidates[group].reasons}


def test_what_governs_the_plan_comes_before_what_it_governs(made: Company):
    """The group, the gates and the owner are in place when the first wave ends, or the plan does without and says why."""
    for ident, initiative in pack().catalogue.initiatives.items():
        if initiative.governs and ident in made.starts:
            assert made.starts[ident] + made.proposal.candidates[ident].months <= FIRST_WAVE, ident


def test_the_usual_first_wave_of_the_trade_is_accounted_for(made: Company):
    """What the trade's profile names either starts at once or is listed as coming later, with the reason beside it."""
    usual = set(pack().industries[made.asked.industry.id].first_wave)
    assert usual <= {*made.expect["first_wave"], *made.expect["later"]}


def test_what_waits_for_what(made: Company):
    for first, then in made.expect["order"]:
        if then in made.starts:
            need = made.proposal.candidates.get(first)
            assert first in made.starts, f"{then} without {first}"
            assert need is not None
            assert made.starts[first] + need.months <= made.starts[then], (first, then)


def test_what_cannot_come_yet_says_what_it_waits_for(made: Company):
    for ident, needs in made.expect.get("waits", {}).items():
        assert ident not in made.starts or all(need in made.starts for need in needs)
        assert set(needs) <= set(made.proposal.candidates[ident].needs)


def test_what_the_law_bars_in_the_trade_never_comes(made: Company):
    assert set(made.proposal.forbidden) >= set(made.expect["never"])
    assert not set(made.expect["never"]) & {*made.proposal.candidates, *made.starts}


def test_flags(made: Company):
    assert set(made.expect["flags"]) <= made.flags


def test_what_may_not_be_done_with_the_resources(made: Company):
    blocked = {one.resource.id: set(one.blocked) for one in made.resources}
    assert set(blocked) == set(made.expect["blocked"])
    for ident, uses in made.expect["blocked"].items():
        assert set(uses) <= blocked[ident]
        assert uses or not blocked[ident]


def test_the_review_comes_before_whatever_carries_its_flag(made: Company):
    for ident, start in made.starts.items():
        for need in made.proposal.candidates[ident].needs:
            done = made.starts[need] + made.proposal.candidates[need].months
            assert done <= start, (need, ident)
