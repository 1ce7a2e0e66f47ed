"""What must hold for every assessment, tried on many made-up ones. Derandomised, so that a run repeats itself."""

import math
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scoring import explain, score
from scoring.means import mean
from scoring.observation import Observation, Stratum
from scoring.sheet import ScoreSheet
from scoring.tree import EvidenceRule, Gate, Node, ScoringTree, ShareAtLeast

LAW = settings(derandomize=True, deadline=None, max_examples=25, database=None)
LEAVES = {"a": ("A1", "A2"), "b": ("B1", "B2", "B3")}
CAPABILITIES = (*LEAVES["a"], *LEAVES["b"])
KINDS = ("statement", "document", "screenshot", "demonstration", "photo_timed", "export")
FAMILIES = {
    "document": "document",
    "screenshot": "document",
    "demonstration": "seen",
    "photo_timed": "seen",
    "export": "export",
}
RULE = EvidenceRule(dict(zip(KINDS, (3, 4, 4, 5, 5, 5), strict=True)), FAMILIES, 5)
GROUPS = {"E": Fraction(1), "F": Fraction(2), "V": Fraction(3), "D": Fraction(3)}
REGISTER = (Stratum("x", 4), Stratum("y", 9), Stratum("z", 2))
GATES = (
    Gate(2, min_node={"a": Fraction(10)}, min_evidence_share=Fraction(1, 5)),
    Gate(
        3, min_capability={"A1": Fraction(2)}, share_at_least=(ShareAtLeast(Fraction(2), Fraction(1, 2), CAPABILITIES),)
    ),
    Gate(4, share_at_least=(ShareAtLeast(Fraction(3), Fraction(3, 5)),)),
)

weights = st.fractions(min_value=0, max_value=9, max_denominator=4)
exponents = st.sampled_from([1, 1, 1, 0, -1, 2, 0.5, -math.inf])
levels = st.one_of(st.integers(1, 5), st.sampled_from([1.5, 2.4, 3.3, 4.9]))


@st.composite
def trees(draw: st.DrawFn) -> ScoringTree:
    def node(name: str, parent: str | None) -> Node:
        return Node(name, parent, draw(weights), draw(exponents))

    inner = [node("index", None), node("a", "index"), node("b", "index")]
    leaves = [node(leaf, parent) for parent, kids in LEAVES.items() for leaf in kids]
    cuts = tuple(Fraction(cut) for cut in (20, 40, 60, 80))
    return ScoringTree((*inner, *leaves), cuts, GATES, GROUPS, RULE)


@st.composite
def answer_lists(draw: st.DrawFn) -> list[Observation]:
    answers: list[Observation] = []
    for i in range(draw(st.integers(1, 25))):
        state = draw(st.sampled_from(["value"] * 8 + ["dont_know", "blank", "not_applicable"]))
        unit = draw(st.sampled_from(["s1", "s2", "s3", "s4", "s5", "s6"]))
        answers.append(
            Observation(
                capability=draw(st.sampled_from(CAPABILITIES)),
                group=draw(st.sampled_from(["E", "F", "V", "D"])),
                unit=unit,
                respondent=draw(st.sampled_from([unit, f"{unit}'s guide"])),
                answer=f"answer {i}",
                state=state,
                value=draw(levels) if state == "value" else None,
                stratum={"s1": "x", "s2": "x", "s3": "y", "s4": "y", "s5": "y", "s6": "z"}[unit],
                selection=draw(st.sampled_from(["census", "random", "random", "chosen"])),
                owner=draw(st.sampled_from([True, True, True, False])),
                evidence=tuple(draw(st.lists(st.sampled_from(KINDS), max_size=2, unique=True))),
                approver=draw(st.sampled_from([None, "lead"])) if state == "not_applicable" else None,
            )
        )
    return answers


def scored(tree: ScoringTree, answers: list[Observation]) -> ScoreSheet:
    return score(tree, answers, strata=REGISTER)


def figures(sheet: ScoreSheet) -> dict[str, Fraction | int | None]:
    """Every level, score and attained level, verified and claimed."""
    made: dict[str, Fraction | int | None] = {
        "attained": sheet.attained.level,
        "attained claimed": sheet.attained_claimed.level,
    }
    for name, node in sheet.nodes.items():
        made |= {f"{name} score": node.score, f"{name} claimed": node.claimed}
        made |= {f"{name} low": node.bounds[0], f"{name} high": node.bounds[1]}
    for name, capability in sheet.capabilities.items():
        made |= {f"{name} level": capability.level, f"{name} claimed level": capability.claimed}
    return made


@LAW
@given(trees(), answer_lists(), st.data())
def test_raising_an_answer_lowers_nothing(tree, answers, data):
    valued = [i for i, o in enumerate(answers) if o.value is not None and o.value < 5]
    assume(valued)
    chosen = data.draw(st.sampled_from(valued))
    higher = list(answers)
    higher[chosen] = replace(answers[chosen], value=data.draw(st.sampled_from([4.95, 5]), label="raised to"))
    before, after = figures(scored(tree, answers)), figures(scored(tree, higher))
    for name, figure in before.items():
        assert (figure is None) == (after[name] is None), name
        assert figure is None or after[name] >= figure, name


@LAW
@given(trees(), answer_lists(), st.randoms(use_true_random=False))
def test_order_changes_nothing(tree, answers, chance):
    shuffled = list(answers)
    chance.shuffle(shuffled)
    nodes, gates = list(tree.nodes), list(tree.gates)
    chance.shuffle(nodes)
    chance.shuffle(gates)
    mixed = replace(tree, nodes=tuple(nodes), gates=tuple(gates))
    assert scored(mixed, shuffled).digest == scored(tree, answers).digest


@LAW
@given(trees(), answer_lists(), st.fractions(min_value=Fraction(1, 9), max_value=99, max_denominator=9))
def test_scaling_the_weights_of_siblings_changes_nothing(tree, answers, factor):
    scaled = replace(tree, nodes=tuple(replace(n, weight=n.weight * factor) for n in tree.nodes))
    assert scored(scaled, answers).digest == scored(tree, answers).digest


@LAW
@given(trees(), answer_lists(), st.permutations(["one", "two", "three", "four", "five"]))
def test_renaming_changes_no_figure(tree, answers, names):
    new = dict(zip(CAPABILITIES, names, strict=True))
    nodes = tuple(replace(n, id=new.get(n.id, n.id)) for n in tree.nodes)
    gates = tuple(
        replace(
            g,
            min_capability={new[c]: v for c, v in g.min_capability.items()},
            share_at_least=tuple(
                replace(s, of=s.of if s.of == "all" else tuple(new[c] for c in s.of)) for s in g.share_at_least
            ),
        )
        for g in tree.gates
    )
    renamed = [
        replace(o, capability=new[o.capability], answer=f"x{i}", respondent=f"r {o.respondent}")
        for i, o in enumerate(answers)
    ]
    after = figures(scored(replace(tree, nodes=nodes, gates=gates), renamed))
    before = figures(scored(tree, answers))
    assert {" ".join([new.get(k.split()[0], k.split()[0]), *k.split()[1:]]): v for k, v in before.items()} == after


@LAW
@given(trees(), answer_lists(), answer_lists())
def test_weight_zero_is_inert(tree, answers, others):
    light = replace(tree, nodes=tuple(replace(n, weight=Fraction(0)) if n.id == "A2" else n for n in tree.nodes))
    light = replace(light, gates=())
    with_others = [o for o in answers if o.capability != "A2"]
    with_others += [replace(o, answer=f"other {i}") for i, o in enumerate(others) if o.capability == "A2"]
    before, after = figures(scored(light, answers)), figures(scored(light, with_others))
    assert {k: v for k, v in before.items() if "A2" not in k} == {k: v for k, v in after.items() if "A2" not in k}


@LAW
@given(trees(), answer_lists(), answer_lists())
def test_a_group_of_weight_zero_is_inert(tree, answers, others):
    light = replace(tree, group_weights={**GROUPS, "D": Fraction(0)}, gates=())
    said = [o for o in answers if o.group != "D"]
    more = [replace(o, answer=f"other {i}", group="D", state="value", value=5) for i, o in enumerate(others)]
    levels_before = {c: s.level for c, s in scored(light, said).capabilities.items()}
    assert {c: s.level for c, s in scored(light, [*said, *more]).capabilities.items()} == levels_before


@LAW
@given(trees(), answer_lists())
def test_contributions_sum_and_effective_weights_share_one_whole(tree, answers):
    sheet = scored(tree, answers)
    for node in sheet.nodes.values():
        if node.contributions:
            assert sum(node.contributions.values()) == node.score
    whole = sum(sheet.nodes[c].effective_weight for c in CAPABILITIES)
    assert whole in {0, 1}
    assert sheet.nodes["index"].score is None or whole == 1


@LAW
@given(trees(), answer_lists())
def test_bounds_hold_the_score_and_proof_never_exceeds_the_claim(tree, answers):
    sheet = scored(tree, answers)
    for node in sheet.nodes.values():
        assert 0 <= node.bounds[0] <= node.bounds[1] <= 1
        assert 0 <= node.coverage <= 1
        if node.score is not None:
            assert node.bounds[0] <= node.score <= node.bounds[1]
            assert node.score <= node.claimed
    for capability in sheet.capabilities.values():
        assert capability.level is None or 1 <= capability.level <= capability.claimed <= 5


@LAW
@given(trees(), answer_lists(), st.lists(levels, min_size=2, max_size=2))
def test_an_approved_na_equal_to_its_siblings_mean_leaves_the_parent_unchanged(tree, answers, values):
    """B3 at the mean of B1 and B2 says nothing new about b: taking it out as N/A changes no score."""
    weight = {n.id: n.weight for n in tree.nodes}
    p = next(n.p for n in tree.nodes if n.id == "b")
    assume(weight["B1"] + weight["B2"] > 0)
    p = p if p in {1, -math.inf} else 1
    tree = replace(tree, nodes=tuple(replace(n, p=p) if n.id == "b" else n for n in tree.nodes))
    told = [
        Observation(c, "D", "log", "log", c, value=v, evidence=("export",)) for c, v in zip("xy", values, strict=True)
    ]
    told = [replace(o, capability=c) for o, c in zip(told, ("B1", "B2"), strict=True)]
    scores = {c: (Fraction(str(v)) - 1) / 4 for c, v in zip(("B1", "B2"), values, strict=True) if weight[c] > 0}
    middle = 1 + 4 * mean(scores, weight, p)
    rest = [o for o in answers if o.capability in LEAVES["a"]]
    equal = Observation("B3", "D", "log", "log", "z", value=middle, evidence=("export",))
    na = replace(equal, value=None, state="not_applicable", approver="lead")
    with_it, without = (scored(replace(tree, gates=()), [*rest, *told, last]) for last in (equal, na))
    assert {n: without.nodes[n].score for n in ("a", "b", "index")} == {
        n: with_it.nodes[n].score for n in ("a", "b", "index")
    }


@LAW
@given(trees(), answer_lists())
def test_changing_an_na_moves_no_other_node(tree, answers):
    na = Observation("A1", "V", "s1", "s1", "na", state="not_applicable", stratum="x", approver="lead")
    before, after = scored(tree, [*answers, na]), scored(tree, answers)
    for name in ("b", "B1", "B2", "B3", "A2"):
        assert before.nodes[name].score == after.nodes[name].score


@LAW
@given(
    trees(), st.sampled_from([(1, ("export",), Fraction(0)), (5, ("export",), Fraction(1)), (5, (), Fraction(1, 2))])
)
def test_the_ends_of_the_scale(tree, end):
    level, shown, expected = end
    answers = [Observation(c, "V", "s", "s", c, value=level, evidence=shown) for c in CAPABILITIES]
    sheet = score(tree, answers)
    assert sheet.index.score in {expected, None}
    assert (sheet.index.score is None) == all(
        weight == 0 or all(n.weight == 0 for n in tree.nodes if n.parent == parent)
        for parent, weight in ((n.id, n.weight) for n in tree.nodes if n.id in LEAVES)
    )


@LAW
@given(trees(), answer_lists())
def test_the_same_input_gives_the_same_digest(tree, answers):
    assert scored(tree, answers).digest == scored(tree, list(answers)).digest


@LAW
@given(trees(), answer_lists())
def test_explanations_recompute(tree, answers):
    sheet = scored(tree, answers)
    steps = explain(sheet, "index").steps
    for step in steps.values():
        if not step.weights:
            continue
        parts = {i: Fraction(w) for i, w in step.weights}
        assert sum(parts.values()) == 1
        if step.code.startswith("node"):
            values = {i: score for i in parts if (score := sheet.nodes[i].score) is not None}
            assert step.value == "none" or mean(values, parts, step.params["p"]) == Fraction(step.value)
        elif step.value != "none":
            assert sum(w * Fraction(steps[i].value) for i, w in parts.items()) == Fraction(step.value)
    loose = {i for step in steps.values() for i in step.inputs if i not in steps}
    assert loose <= {o.answer for o in answers}


@pytest.mark.parametrize("p", [1, 0, -1, 2, -math.inf])
@LAW
@given(data=st.data())
def test_a_mean_lies_between_its_ends_and_is_the_value_of_equals(p, data):
    values = data.draw(st.dictionaries(st.sampled_from("abc"), st.fractions(min_value=0, max_value=1), min_size=1))
    shares = {c: data.draw(st.integers(1, 9)) for c in values}
    made = mean(values, shares, p)
    floor = Fraction(1, 100) if p <= 0 else Fraction(0)
    assert made == 0 or min(max(v, floor) for v in values.values()) <= made <= max(
        max(v, floor) for v in values.values()
    )
    same = dict.fromkeys(values, Fraction(3, 7))
    assert mean(same, shares, p) == Fraction(3, 7)
