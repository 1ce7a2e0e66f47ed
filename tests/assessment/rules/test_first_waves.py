"""The first wave of every trade against the default capacity of its three months, on every platform.

Person-weeks are golden: they change with the effort of a row or the depth of a module, and whoever changes one sees
here what becomes of the first quarter.
"""

from datetime import date

import pytest

from assessment.industries import rules_of
from roadmap.candidates import propose
from roadmap.situation import Constraints, Standing

MONTHS = 3
WEEKS = {
    "generic": {"composed_open": 23.4, "hub_existing": 21.0, "suite_generic": 19.5},
    "home": {"composed_open": 28.0, "hub_existing": 27.2, "suite_generic": 24.2},
    "education": {"composed_open": 22.4, "hub_existing": 20.0, "suite_generic": 18.5},
    "medbeauty": {"composed_open": 23.0, "hub_existing": 23.0, "suite_generic": 22.4},
    "wellness": {"composed_open": 24.0, "hub_existing": 26.4, "suite_generic": 22.5},
    "jewellery": {"composed_open": 27.0, "hub_existing": 29.4, "suite_generic": 24.0},
    "fnb_retail": {"composed_open": 24.0, "hub_existing": 24.0, "suite_generic": 25.7},
}


@pytest.mark.parametrize("industry", sorted(WEEKS))
def test_a_first_wave_fits_the_default_capacity(pack, industry):
    assert WEEKS[industry].keys() == pack.catalogue.platforms.keys()
    for platform, weeks in WEEKS[industry].items():
        proposal = proposed(pack, industry, platform)
        assert set(proposal.candidates) == set(pack.industries[industry].first_wave), "prerequisites are closed"
        needed = sum(sum(one.effort.values()) for one in proposal.candidates.values())
        assert needed == pytest.approx(weeks, abs=0.06)
        assert needed <= MONTHS * pack.catalogue.defaults.capacity_per_month


def proposed(pack, industry, platform):
    """Ask for the first wave of a company that stands at level 1 everywhere."""
    rules = rules_of(pack.industries[industry])
    standing = Standing(dict.fromkeys(pack.library.framework.capabilities, 1.0))
    capacity = dict(pack.catalogue.defaults.capacity)
    asked = Constraints(start=date(2026, 12, 1), budget=0, capacity=capacity, must=rules.first_wave)
    return propose((), standing, (), pack.catalogue, rules, platform, asked)
