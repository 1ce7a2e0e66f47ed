"""The profile form offers every trade and every platform of the content, and takes them."""

import pytest

from assessment.content import load_pack
from web.pages.profile.view import form_of, profile_from

TRADES = ("generic", "education", "fnb_retail", "home", "jewellery", "medbeauty", "wellness")
POST = {"name": "示例连锁", "scope": "full", "currency": "CNY", "start": "2026-12-01", "budget": "1200000"}


def test_the_trade_that_assumes_nothing_is_offered_first():
    form = form_of(load_pack())
    assert tuple(choice.key for choice in form.industries) == TRADES
    assert form.industry == "generic"


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("platform", sorted(load_pack().catalogue.platforms))
def test_a_company_of_any_trade_on_any_platform_can_be_entered(trade, platform):
    pack = load_pack()
    capacity = {f"capacity.{role}": "1" for role in pack.catalogue.roles}
    made = profile_from({**POST, **capacity, "industry": trade, "platform": platform}, pack)
    assert (made.industry, made.platform) == (trade, platform)


def test_a_role_set_to_nothing_takes_no_part_and_one_never_set_shows_the_default():
    pack = load_pack()
    made = profile_from({**POST, "industry": "home", "platform": "hub_existing", "capacity.it": "0"}, pack)
    assert made.capacity == {"it": 0.0}
    shown = {row.name: float(row.value) for row in form_of(pack, made).capacity}
    assert shown == {
        f"capacity.{role}": weeks for role, weeks in {**pack.catalogue.defaults.capacity, "it": 0.0}.items()
    }
