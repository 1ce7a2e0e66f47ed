"""Resources: acceptance test, value, readiness, overlooked test, leverage, rules and blocked uses."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.facts import fill_facts
from assessment.inventory import acceptance, appraise, leverage, resource_suggestions, why_overlooked
from assessment.resources import READINESS, Resource


def resource(**changes) -> Resource:
    plain = Resource(
        id="r",
        name="老业主",
        cls="RC-M",
        type="handed_over_owners",
        can_be_used="店长回访",
        helps="带邻居进店",
        moments=("refer",),
        value_parts={"reach": 3, "relevance": 3, "trust": 3, "margin": 3},
        readiness=frozenset(),
        utilisation=0.5,
        effort=2,
        named_by=("executive",),
        facts={"tracked_referrals": "12"},
    )
    return replace(plain, **changes)


VALUABLE = {"reach": 4, "relevance": 5, "trust": 5, "margin": 4}  # mean 4.5


@pytest.fixture
def judge(pack):
    def judged(one: Resource, industry: str = "home", **facts: float):
        trade = replace(pack.industries["home"], id=industry)
        filled = fill_facts((), pack.fact_definitions, trade, 30)
        values = {**filled.values, **{k: replace(filled.values[k], value=v) for k, v in facts.items()}}
        found = appraise([one], pack, trade, replace(filled, values=values))
        return found[0] if found else None

    return judged


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({}, ()),
        ({"can_be_used": " "}, ("can_be_used",)),
        ({"helps": ""}, ("helps",)),
        ({"moments": ()}, ("moments",)),
        ({"can_be_used": "", "helps": "", "moments": ()}, ("can_be_used", "helps", "moments")),
    ],
)
def test_a_thing_is_a_resource_only_if_it_can_be_used_and_helps_a_deal(changes, lacking):
    assert acceptance(resource(**changes)) == lacking


def test_what_fails_the_acceptance_test_is_no_resource(judge):
    assert judge(resource(helps="")) is None


def test_leverage_by_hand(judge):
    # 4.5 × (1 − 0.05) × (1 + 1)/6 ÷ 1 = 1.425
    found = judge(resource(value_parts=VALUABLE, utilisation=0.05, readiness=frozenset({"identified"}), effort=1))
    assert (found.value, found.readiness) == (4.5, 1)
    assert found.leverage == pytest.approx(1.425)


def test_use_nobody_tracks_counts_as_none(judge):
    assert judge(resource(utilisation=None)).leverage == judge(resource(utilisation=0.0)).leverage


def test_steps_that_are_none_do_not_count(judge):
    assert judge(resource(readiness=frozenset({"identified", "blessed"}))).readiness == 1


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"named_by": ("store",)}, ("named_below",)),
        ({"named_by": ("data", "consultant")}, ("named_below",)),
        ({"named_by": ("store", "executive")}, ()),
        ({"named_by": ("consultant",)}, ()),
        ({"value_parts": VALUABLE, "utilisation": 0.19}, ("valuable_unused",)),
        ({"value_parts": VALUABLE, "utilisation": 0.20}, ()),
        ({"value_parts": {**VALUABLE, "trust": 1}, "utilisation": 0.1}, ("valuable_unused",)),  # mean 3.5 counts
        ({"value_parts": {**VALUABLE, "trust": 1, "margin": 3}, "utilisation": 0.1}, ()),  # mean 3.25 does not
        ({"value_parts": VALUABLE, "utilisation": None, "named_by": ("data",)}, ("named_below", "valuable_unused")),
    ],
)
def test_overlooked(changes, why):
    assert why_overlooked(resource(**changes)) == why


@pytest.mark.parametrize(
    ("changes", "facts", "industry", "rules"),
    [
        ({"value_parts": VALUABLE, "facts": None}, {}, "home", ["RR-M-referral"]),
        ({"value_parts": VALUABLE, "facts": {"tracked_referrals": "no"}}, {}, "home", ["RR-M-referral"]),
        ({"value_parts": VALUABLE}, {}, "home", []),
        ({"value_parts": {**VALUABLE, "reach": 1}, "facts": None}, {}, "home", []),  # mean 3.75 < 4
        ({"value_parts": VALUABLE, "facts": None}, {}, "medbeauty", ["RR-M-referral-private"]),
        ({}, {"members_dormant": 51, "members_total": 100}, "home", ["RR-M-dormant"]),
        ({}, {"members_dormant": 50, "members_total": 100}, "home", []),
        ({}, {"members_dormant": 50, "members_total": 0}, "home", []),
        (
            {"cls": "RC-E", "type": "designers", "readiness": frozenset({"identified", "rights"})},
            {},
            "home",
            ["RR-E-programme"],
        ),
        ({"cls": "RC-E", "type": "designers", "readiness": frozenset({"identified"})}, {}, "home", []),
        (
            {"cls": "RC-C", "type": "decoration_firms", "facts": {"settlement": "Manual"}},
            {},
            "home",
            ["RR-C-settlement"],
        ),
        ({"cls": "RC-C", "type": "dealers", "facts": {"agreement": "none"}}, {}, "home", ["RR-C-agreement"]),
        ({"cls": "RC-C", "type": "dealers", "facts": {"agreement": "2025 版"}}, {}, "home", []),
        ({"cls": "RC-C", "type": "decoration_firms", "facts": None}, {}, "home", []),
        # A delivery platform settles by its own statement: no partner portal follows.
        (
            {"cls": "RC-C", "type": "delivery_platforms", "facts": {"settlement": "manual"}},
            {},
            "fnb_retail",
            ["RR-C-statement"],
        ),
        ({"cls": "RC-K", "type": "site_diaries"}, {}, "home", ["RR-K-library"]),
        ({"cls": "RC-K", "type": "site_diaries", "readiness": frozenset({"digitised"})}, {}, "home", []),
        ({"cls": "RC-K", "type": "care_education"}, {}, "medbeauty", ["RR-K-private"]),
        ({"cls": "RC-X", "type": "secret_menu"}, {}, "home", ["RR-X-scarce"]),
        ({"cls": "RC-X", "type": "plans_3d"}, {}, "home", ["RR-X-content"]),
        ({"cls": "RC-X", "type": "nothing_known"}, {}, "home", []),
        ({"utilisation": None}, {}, "home", ["RR-untracked"]),
    ],
)
def test_rules_fire_exactly_when_their_conditions_hold(judge, changes, facts, industry, rules):
    calm = {"members_dormant": 0, "members_total": 100}
    assert list(judge(resource(**changes), industry, **{**calm, **facts}).rules) == rules


def test_suggestions_keep_the_order_of_the_rules_and_stand_once(judge):
    found = judge(resource(value_parts=VALUABLE, facts=None, utilisation=None), members_dormant=90, members_total=100)
    assert found.suggests == ("I-RES02", "I-MKT01", "I-MEM08", "I-RES10")


def test_settlement_comes_before_the_partner_portal(judge):
    found = judge(resource(cls="RC-C", type="decoration_firms", facts={"settlement": "manual"}))
    assert found.suggests == ("I-BIZ04", "I-RES04")


def test_a_delivery_platform_is_reconciled_and_gets_no_partner_portal(judge):
    found = judge(resource(cls="RC-C", type="delivery_platforms", facts={"settlement": "manual"}), "fnb_retail")
    assert found.suggests == ("I-BIZ04",)


def test_what_the_law_bars_in_a_trade_is_never_suggested(pack, judge):
    rule = replace(pack.resource_rules[0], id="RR-careless", when=replace(pack.resource_rules[0].when, not_industry=()))
    careless = replace(pack, resource_rules=(rule,))
    trade = replace(pack.industries["home"], id="medbeauty")
    facts = fill_facts((), pack.fact_definitions, trade, 30)
    found = appraise([resource(value_parts=VALUABLE, facts=None)], careless, trade, facts)[0]
    assert found.suggests == ("I-MKT01",)
    assert found.rules == ("RR-careless",)


SECURED = {"rights": "书面授权", "readiness": frozenset({"rights"})}


@pytest.mark.parametrize(
    ("changes", "industry", "blocked"),
    [
        (SECURED, "home", ()),
        ({}, "home", ("rights",)),
        ({"rights": "写了但没落实"}, "home", ("rights",)),
        ({"readiness": frozenset({"rights"})}, "home", ("rights",)),
        ({**SECURED, "flags": ("PIPL",)}, "home", ()),
        ({"flags": ("PIPL",)}, "home", ("rights", "consent")),
        ({**SECURED, "flags": ("COMM",)}, "home", ("review",)),
        ({**SECURED, "type": "package_holders"}, "medbeauty", ("private",)),
        ({**SECURED, "cls": "RC-K", "type": "anonymised_process"}, "medbeauty", ("private", "public_proof")),
        ({**SECURED, "cls": "RC-K", "type": "site_diaries"}, "home", ()),
    ],
)
def test_blocked_uses(judge, changes, industry, blocked):
    assert judge(resource(**changes), industry).blocked == blocked


def test_resources_are_ranked_by_leverage_then_id(pack):
    facts = fill_facts((), pack.fact_definitions, pack.industries["home"], 30)
    rows = [resource(id="b"), resource(id="a"), resource(id="c", effort=1)]
    assert [a.resource.id for a in appraise(rows, pack, pack.industries["home"], facts)] == ["c", "a", "b"]


def test_a_suggestion_names_resource_rule_and_reason_in_both_languages(pack, judge):
    found = resource_suggestions([judge(resource(cls="RC-X", type="secret_menu"))], pack.resource_rules)
    assert [(s.initiative, s.kind, s.origin, s.code) for s in found] == [
        ("I-RES08", "resource", "r", "suggest.resource")
    ]
    assert found[0].params["rule"] == "RR-X-scarce"
    assert "稀缺" in found[0].params["why_zh"]
    assert "scarce" in found[0].params["why_en"]


@given(
    value=st.floats(1, 5),
    use=st.floats(0, 1),
    ready=st.integers(0, len(READINESS)),
    effort=st.sampled_from([1, 2, 3]),
)
def test_leverage_falls_with_use_and_effort_and_rises_with_readiness(value, use, ready, effort):
    index = leverage(value, use, ready, effort)
    assert 0 <= index <= 5
    assert leverage(value, min(1.0, use + 0.1), ready, effort) <= index
    assert leverage(value, use, ready, effort + 1) <= index
    assert leverage(value, use, ready + 1, effort) >= index
