"""Kinds of resources and the rules on them: each trade has enough, every rule can fire, and the law is kept."""

from collections import Counter
from dataclasses import replace

import pytest

from assessment.facts import fill_facts
from assessment.inventory import appraise
from assessment.resources import READINESS, Resource

SIX = ("education", "fnb_retail", "home", "jewellery", "medbeauty", "wellness")
BARRED = ("education", "medbeauty", "wellness")
CLASSES = ("RC-M", "RC-E", "RC-C", "RC-K", "RC-X")
RULES = [
    "RR-M-referral",
    "RR-M-referral-private",
    "RR-M-dormant",
    "RR-E-programme",
    "RR-C-settlement",
    "RR-C-statement",
    "RR-C-agreement",
    "RR-K-library",
    "RR-K-private",
    "RR-X-scarce",
    "RR-X-content",
    "RR-untracked",
]


@pytest.fixture(scope="module")
def kinds(pack):
    return pack.resource_types


def in_hand(kind, **changes) -> Resource:
    """A resource as consultants often find it: good, named, used by nobody who counts, with nothing written down."""
    plain = Resource(
        id="r",
        name="资源",
        cls=kind.cls,
        type=kind.id,
        can_be_used="店长本周可用",
        helps="帮助成交",
        moments=("closing",),
        value_parts={"reach": 4, "relevance": 5, "trust": 5, "margin": 4},
        readiness=frozenset({"identified", "rights"}),
        utilisation=None,
        effort=1,
        named_by=("store",),
        facts={"settlement": "manual"},
    )
    return replace(plain, **changes)


def appraised(pack, kind, trade, **changes):
    industry = pack.industries[trade]
    facts = fill_facts((), pack.fact_definitions, industry, 30)
    values = {**facts.values, "members_dormant": replace(facts.values["members_dormant"], value=10**9)}
    return appraise([in_hand(kind, **changes)], pack, industry, replace(facts, values=values))[0]


def test_enough_kinds_in_every_trade_and_class(kinds):
    assert len(kinds) >= 70
    count = Counter((trade, kind.cls) for kind in kinds.values() for trade in kind.industries)
    assert {
        (trade, cls): count[trade, cls] for trade in ("generic", *SIX) for cls in CLASSES if count[trade, cls] < 2
    } == {}


def test_no_two_kinds_have_one_name(kinds):
    for locale in ("zh", "en"):
        assert len({kind.name.in_(locale) for kind in kinds.values()}) == len(kinds)


def test_customers_stay_private_where_they_may_not_be_shown_as_proof(kinds):
    """All members of the three trades; of cases all that come from a customer, not what is general knowledge."""
    for kind in kinds.values():
        if kind.cls == "RC-M" and set(kind.industries) & set(BARRED):
            assert kind.private, kind.id
    cases = {kind.id for kind in kinds.values() if kind.cls == "RC-K" and set(kind.industries) & set(BARRED)}
    assert {ident for ident in cases if not kinds[ident].private} == {"care_education"}
    assert not any(kind.private for kind in kinds.values() if not set(kind.industries) & set(BARRED))


def test_what_is_scarce_and_what_can_be_shown(kinds):
    scarce = {kind.id for kind in kinds.values() if "scarce_right" in kind.traits}
    assert scarce == {
        "scarce_purchase_right",
        "limited_purchase_right",
        "stone_selection",
        "secret_menu",
        "new_product_tasting",
        "birthday_table",
    }
    assert all(kind.traits & {"scarce_right", "content"} for kind in kinds.values() if kind.cls == "RC-X")
    partners = {kind.id for kind in kinds.values() if "franchise" in kind.traits}
    assert partners == {"franchisees", "dealers", "licensed_campuses"}


def test_every_rule_fires_somewhere_on_a_kind_that_exists(pack, kinds):
    assert [rule.id for rule in pack.resource_rules] == RULES
    fired = {
        rule for kind in kinds.values() for trade in kind.industries for rule in appraised(pack, kind, trade).rules
    }
    assert fired == set(RULES)


def test_every_kind_leads_to_more_than_counting_its_use(pack, kinds):
    for kind in kinds.values():
        for trade in kind.industries:
            found = appraised(pack, kind, trade)
            assert set(found.suggests) - {"I-RES10"}, (kind.id, trade)


@pytest.mark.parametrize("cls", CLASSES)
def test_every_class_leads_to_two_initiatives_or_more(pack, cls):
    found = {i for rule in pack.resource_rules if rule.cls in {cls, None} for i in rule.suggests}
    assert len(found) >= 2
    assert found <= set(pack.catalogue.initiatives)


@pytest.mark.parametrize("trade", BARRED)
def test_public_testimony_is_neither_suggested_nor_allowed(pack, kinds, trade):
    own = [kind for kind in kinds.values() if trade in kind.industries or "generic" in kind.industries]
    for kind in own:
        for readiness in (frozenset(), frozenset(READINESS)):
            found = appraised(pack, kind, trade, readiness=readiness, rights="书面授权")
            assert "I-RES02" not in found.suggests
            if kind.cls == "RC-K":
                assert "public_proof" in found.blocked
                assert found.suggests[:2] == ("I-OPS07", "I-SVC08")
            if kind.private:
                assert "private" in found.blocked


def test_elsewhere_cases_may_be_shown_with_consent(pack, kinds):
    found = appraised(pack, kinds["before_after_sites"], "home", readiness=frozenset(READINESS), rights="书面授权")
    assert "public_proof" not in found.blocked
    assert "private" not in found.blocked
