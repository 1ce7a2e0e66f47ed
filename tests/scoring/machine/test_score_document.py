"""``zhidian.scoring/1`` → ``zhidian.scores/1``."""

import copy
import json
import math
import random

import pytest

from scoring import ScoringInputError
from scoring.machine import score_document

NODES = [
    {"id": "index"},
    {"id": "a", "parent": "index", "weight": 2},
    {"id": "b", "parent": "index", "weight": 3},
    {"id": "A1", "parent": "a"},
    {"id": "A2", "parent": "a", "weight": 3},
    {"id": "B1", "parent": "b"},
]
VISITS = [
    {"capability": "B1", "group": "V", "unit": unit, "stratum": stratum, "value": value, "evidence": ["export"]}
    for unit, stratum, value in (("s1", "x", 1), ("s2", "x", 2), ("s3", "x", 3), ("s4", "y", 2), ("s5", "y", 4))
]
DOCUMENT = {
    "format": "zhidian.scoring/1",
    "framework": {"nodes": NODES},
    "strata": [{"id": "x", "stores": 10}, {"id": "y", "stores": 20}],
    "observations": [
        {"capability": "A1", "group": "E", "unit": "hq", "respondent": "ceo", "role": "owner", "value": 5},
        {"capability": "A2", "group": "D", "unit": "hq", "value": 4, "evidence": ["document"]},
        {"capability": "B1", "group": "E", "unit": "ceo", "value": 4},
        *VISITS,
    ],
    "targets": {"A1": 4, "B1": 4},
}


def changed(**entries):
    return {**copy.deepcopy(DOCUMENT), **entries}


def by_id(rows):
    return {row["id"]: row for row in rows}


@pytest.fixture(scope="module")
def scores():
    return score_document(DOCUMENT)


def test_scores_by_hand(scores):
    """A1 3 by word, A2 4 → a = (1/2 + 3·3/4)/4 = 11/16.  B1: V 8/3, E 4 corroborated to 4 (its cap 3, the visits' 4).

    B1 = (3·8/3 + 4)/4 = 3 → 1/2.  index = (2·11/16 + 3·1/2)/5 = 23/40.
    """
    assert scores["format"] == "zhidian.scores/1"
    assert scores["index"] == 57.5
    nodes = by_id(scores["nodes"])
    assert {n: nodes[n]["score"] for n in nodes} == {
        "index": 57.5,
        "a": 68.75,
        "b": 50.0,
        "A1": 50.0,
        "A2": 75.0,
        "B1": 50.0,
    }
    assert nodes["index"]["contributions"] == {"a": 27.5, "b": 30.0}
    assert nodes["A2"]["effective_weight"] == pytest.approx(0.3)
    assert (nodes["A1"]["claimed"], scores["claimed"]) == (100.0, 62.5)
    assert (scores["attained"], scores["attained_claimed"]) == (3, 4)
    assert scores["binding"] == {"code": "cut", "level": 4, "cut": 60.0, "have": 57.5, "holds": False}


def test_group_figures_by_hand(scores):
    """As in test_strata: mean 8/3, v = 1150/2700, df by Satterthwaite; t(0.975; df) brackets the interval."""
    visits = by_id(scores["capabilities"])["B1"]["groups"]["V"]
    assert (visits["n"], visits["asked"], visits["median"]) == (5, 5, 2.0)
    assert visits["mean"] == pytest.approx(8 / 3)
    assert visits["se"] == pytest.approx(math.sqrt(1150 / 2700))
    assert visits["df"] == pytest.approx((1150 / 3) ** 2 / ((70 / 3) ** 2 / 2 + 360**2))
    assert visits["ci"][0] < 8 / 3 < visits["ci"][1]
    assert visits["agreement"]["sd"] == pytest.approx(math.sqrt(1.3))
    assert set(visits["agreement"]) == {"sd", "average_deviation", "rwg", "rwg_null"}


def test_the_perception_gap(scores):
    gap = by_id(scores["capabilities"])["B1"]["gap"]
    assert gap["delta"] == pytest.approx(4 / 3)
    assert (gap["verdict"], gap["store_side"], gap["n_stores"], gap["welch"]) == ("gap", "V", 5, None)
    assert by_id(scores["capabilities"])["A1"]["gap"] is None


def test_what_later_issues_compute_is_null(scores):
    assert (scores["robustness"], scores["path_to_next"], scores["nodes"][0]["interval"]) == (None, None, None)


def test_targets_make_gaps(scores):
    # A1: (4 − 3)/4 · 2/5 · 1/4 = 1/40; B1: (4 − 3)/4 · 3/5
    assert scores["gaps"] == [
        {"capability": "B1", "level": 3.0, "target": 4.0, "priority": 0.15},
        {"capability": "A1", "level": 3.0, "target": 4.0, "priority": 0.025},
    ]


def test_it_is_json_that_any_program_reads(scores):
    assert json.loads(json.dumps(scores, allow_nan=False)) == scores


def test_the_format_may_go_unsaid(scores):
    assert score_document({k: v for k, v in DOCUMENT.items() if k != "format"}) == scores


def test_order_changes_nothing_but_the_order(scores):
    mixed = changed()
    random.Random(3).shuffle(mixed["observations"])
    assert score_document(mixed) == scores


def test_a_census_has_infinite_freedom_written_as_null():
    whole = changed(strata=[{"id": "x", "stores": 3}, {"id": "y", "stores": 2}])
    visits = by_id(score_document(whole)["capabilities"])["B1"]["groups"]["V"]
    assert (visits["se"], visits["df"], visits["ci"]) == (0.0, None, [pytest.approx(2.4)] * 2)


def test_welch_stands_beside_from_three_executives_on():
    more = changed()
    more["observations"] += [
        {"capability": "B1", "group": "E", "unit": "hq", "respondent": person, "value": value}
        for person, value in (("cfo", 5), ("coo", 3))
    ]
    welch = by_id(score_document(more)["capabilities"])["B1"]["gap"]["welch"]
    assert set(welch) == {"se", "df", "ci", "g"}


def test_states_are_never_confused():
    said = changed(
        strata=[],
        observations=[
            {"capability": "A1", "group": "V", "unit": "1", "value": 3},
            {"capability": "A1", "group": "V", "unit": "2", "dont_know": True},
            {"capability": "A1", "group": "V", "unit": "3", "na": {"reason": "no stock", "approver": "lead"}},
            {"capability": "A1", "group": "V", "unit": "4", "na": {"reason": "no stock"}},
            {"capability": "A1", "group": "V", "unit": "5"},
            {"capability": "A2", "group": "V", "unit": "1", "na": {"reason": "none here", "approver": "lead"}},
        ],
    )
    made = score_document(said)
    capabilities = by_id(made["capabilities"])
    group = capabilities["A1"]["groups"]["V"]
    assert (group["n"], group["asked"], group["dont_know"], group["not_applicable"]) == (1, 4, 1, 1)
    assert [capabilities[c]["state"] for c in ("A1", "A2", "B1")] == ["insufficient", "not_applicable", "missing"]
    assert (made["index"], made["attained"], made["binding"]["code"]) == (None, None, "insufficient")
    assert {w["code"] for w in made["warnings"]} == {"insufficient_data", "na_unapproved", "level_within_bounds"}


def test_two_answers_of_one_respondent_are_one_value():
    twice = changed()
    twice["observations"].append({"capability": "A1", "group": "E", "unit": "hq", "respondent": "ceo", "value": 1})
    assert by_id(score_document(twice)["capabilities"])["A1"]["level"] == 2.0


def test_chosen_visits_are_reported_apart():
    more = changed()
    more["observations"].append(
        {"capability": "B1", "group": "V", "unit": "best", "stratum": "y", "selection": "chosen", "value": 5}
    )
    visits = by_id(score_document(more)["capabilities"])["B1"]["groups"]["V"]
    assert (visits["n"], visits["visited"], visits["visited_range"]) == (5, 1, [5.0, 5.0])


def test_adjudications():
    ruled = changed(
        adjudications=[{"capability": "A1", "level": 2.5}, {"capability": "A2", "level": 4, "text": "seen"}]
    )
    made = score_document(ruled)
    assert (by_id(made["capabilities"])["A1"]["level"], by_id(made["capabilities"])["A1"]["adjudicated"]) == (2.5, True)
    assert {"code": "adjudication_unreasoned", "capability": "A1"} in made["warnings"]


@pytest.mark.parametrize("share", [{"level": 4, "share": 1}, [{"level": 4, "share": 1, "of": ["A1", "B1"]}]])
def test_gates(share):
    gated = changed(
        gates=[
            {"level": 2, "min_node": {"a": 60}, "min_capability": {"A1": 3}, "min_evidence_share": 0.5},
            {"level": 3, "share_at_least": share},
        ]
    )
    made = score_document(gated)
    assert (made["attained"], made["binding"]["code"], made["binding"]["need"]) == (2, "share_at_least", 1.0)
    node = next(c for c in made["conditions"] if c["code"] == "min_node")
    assert (node["need"], node["have"], node["holds"]) == (60.0, 68.75, True)


def test_own_evidence_caps_pairs_and_group_weights():
    own = changed(evidence_caps={"statement": 2, "oath": 4}, pair_cap=4, group_weights={"E": 1, "V": 0}, targets={})
    own["observations"][0]["evidence"] = ["oath"]
    made = by_id(score_document(own)["capabilities"])
    assert (made["A1"]["level"], made["B1"]["level"]) == (4.0, 2.0)


def test_other_scales_keep_the_place_of_the_caps():
    ten = {
        "framework": {"nodes": [{"id": "index"}, {"id": "A", "parent": "index"}]},
        "scale": {"min": 0, "max": 10},
        "observations": [{"capability": "A", "group": "E", "unit": "ceo", "value": 9}],
    }
    assert (score_document(ten)["index"], score_document(ten)["claimed"]) == (50.0, 90.0)


@pytest.mark.parametrize(
    ("p", "score"),
    [("-inf", 50), (0, 100 * 0.375**0.5), (1e-9, 100 * 0.375**0.5), (-100, 50 * 2**0.01), (100, 75 * 2**-0.01)],
)
def test_every_mean_is_offered(p, score):
    """Equal weights of 50 and 75: the minimum, the geometric mean, and hundredth powers next to the ends."""
    nodes = [{**node, "weight": 1} for node in NODES]
    nodes[1]["p"] = p
    made = by_id(score_document(changed(framework={"nodes": nodes}))["nodes"])
    assert made["a"]["score"] == pytest.approx(score)


def test_a_tree_may_be_deep():
    chain = [{"id": "0"}, *({"id": str(i), "parent": str(i - 1)} for i in range(1, 1500))]
    answer = {"capability": "1499", "group": "V", "unit": "s", "value": 3, "evidence": ["export"]}
    assert score_document({"framework": {"nodes": chain}, "observations": [answer]})["index"] == 50.0


def test_decimals_are_what_was_written():
    nodes = [
        {"id": "index"},
        {"id": "A", "parent": "index", "weight": 0.1},
        {"id": "B", "parent": "index", "weight": 0.2},
    ]
    observed = [
        {"capability": c, "group": "V", "unit": "s", "value": v, "evidence": ["export"]}
        for c, v in (("A", 2.2), ("B", 2.2))
    ]
    made = score_document({"framework": {"nodes": nodes}, "observations": observed})
    assert (made["index"], made["nodes"][1]["effective_weight"]) == (30.0, 1 / 3)


OBSERVED = DOCUMENT["observations"][0]


@pytest.mark.parametrize(
    ("document", "code", "path"),
    [
        ([], "not_an_object", "$"),
        ({}, "missing", "framework"),
        (changed(format="zhidian.scoring/2"), "not_one_of", "format"),
        (changed(extra=1), "unknown_key", "extra"),
        (changed(framework=7), "wrong_shape", "framework"),
        (changed(framework={"nodes": []}), "empty", "framework.nodes"),
        (changed(framework={"nodes": [{"id": ""}]}), "empty", "framework.nodes[0].id"),
        (changed(framework={"nodes": [{"id": 5}]}), "not_text", "framework.nodes[0].id"),
        (changed(framework={"nodes": [{"id": "i", "p": "max"}]}), "not_a_number", "framework.nodes[0].p"),
        (changed(framework={"nodes": [{"id": "i", "p": math.nan}]}), "not_a_number", "framework.nodes[0].p"),
        (changed(framework={"nodes": [{"id": "i", "weight": -1}]}), "too_small", "framework.nodes[0].weight"),
        (changed(framework={"nodes": [{"id": "i", "p": -101}]}), "too_small", "framework.nodes[0].p"),
        (changed(framework={"nodes": [{"id": "i"}, {"id": "j"}]}), "not_one_root", "framework.nodes"),
        (changed(scale={"min": 5, "max": 5}), "scale_empty", "scale"),
        (changed(scale={"min": 1.5}), "not_whole", "scale.min"),
        (changed(cuts=[40, 20]), "cuts_not_rising", "cuts"),
        (changed(cuts=[20, 140]), "too_large", "cuts[1]"),
        (changed(gates=[{"level": 1}]), "gate_level", "gates[0].level"),
        (changed(gates=[{"level": 6}]), "gate_level", "gates[0].level"),
        (changed(gates=[{"level": 2, "min_node": {"x": 1}}]), "unknown_node", "gates[0].min_node"),
        (
            changed(gates=[{"level": 2, "share_at_least": [{"level": 2}]}]),
            "missing",
            "gates[0].share_at_least[0].share",
        ),
        (
            changed(gates=[{"level": 2, "share_at_least": {"level": 2, "share": 2}}]),
            "too_large",
            "gates[0].share_at_least.share",
        ),
        (changed(group_weights={"X": 1}), "not_one_of", "group_weights.X"),
        (changed(strata=[{"id": "x", "stores": 0}]), "too_small", "strata[0].stores"),
        (
            changed(strata=[{"id": "x", "stores": 1}, {"id": "y", "stores": 1}, {"id": "x", "stores": 1}]),
            "twice",
            "strata[2].id",
        ),
        (changed(observations={}), "wrong_shape", "observations"),
        (changed(observations=[{**OBSERVED, "capability": "a"}]), "unknown_capability", "observations[0].capability"),
        (changed(observations=[{**OBSERVED, "stratum": "z"}]), "unknown_stratum", "observations[0].stratum"),
        (changed(observations=[{**OBSERVED, "value": 5.5}]), "off_scale", "observations[0].value"),
        (changed(observations=[{**OBSERVED, "value": "5"}]), "not_a_number", "observations[0].value"),
        (changed(observations=[{**OBSERVED, "dont_know": 1}]), "not_true_false", "observations[0].dont_know"),
        (changed(observations=[{**OBSERVED, "dont_know": True}]), "two_states", "observations[0]"),
        (changed(observations=[{**OBSERVED, "na": {}}]), "missing", "observations[0].na.reason"),
        (changed(observations=[{**OBSERVED, "group": "Z"}]), "not_one_of", "observations[0].group"),
        (
            changed(observations=[{**OBSERVED, "evidence": ["rumour"]}]),
            "unknown_evidence",
            "observations[0].evidence[0]",
        ),
        (changed(adjudications=[{"capability": "A1", "level": 9}]), "off_scale", "adjudications[0].level"),
        (changed(targets={"a": 3}), "unknown_capability", "targets.a"),
        (changed(targets={"A1": 9}), "off_scale", "targets.A1"),
    ],
)
def test_refusals_name_the_place(document, code, path):
    with pytest.raises(ScoringInputError) as caught:
        score_document(document)
    assert (caught.value.code, caught.value.path) == (code, path)
    assert caught.value.sentence("zh")
    assert path in caught.value.sentence("en")


def test_a_long_value_is_cut_short_in_the_sentence():
    with pytest.raises(ScoringInputError) as caught:
        score_document(changed(scale="x" * 500))
    assert len(str(caught.value)) < 200


def test_the_input_is_left_alone():
    before = copy.deepcopy(DOCUMENT)
    score_document(DOCUMENT)
    assert before == DOCUMENT
