"""Every code that scoring, roadmap and assessment emit has a sentence in both languages.

The codes are read from the source, so that a new one fails here before a reader meets it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from assessment.content import load_pack
from assessment.perception_content import PerceptionKind
from assessment.silos import CODES as SILOS
from reports.phrases import labels
from reports.phrases.report_words import REPORT
from reports.phrases.say import CODES
from reports.phrases.step_words import MARKS, STEPS
from reports.phrases.wording import Catalogue, Names, UnknownCodeError, choose

ROOT = Path(__file__).resolve().parents[2]
EMITTERS = {"Reason": 0, "Remark": 0, "Condition": 0, "_row": 0, "Silo": 0, "Suggestion": 3, "_silo": 0}
PACKAGES = ("scoring", "roadmap", "assessment")


def emitted() -> Iterator[tuple[str, str]]:
    """Yield (code, where) for every literal code handed to a Reason, Remark, Condition, Silo or Suggestion."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" in path.parts or path.name == "bench.py":
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in EMITTERS:
                    for code in literals(node, EMITTERS[node.func.id]):
                        yield code, f"{path.relative_to(ROOT)}:{node.lineno}"


def literals(call: ast.Call, position: int) -> Iterator[str]:
    argument = next((k.value for k in call.keywords if k.arg == "code"), None)
    if argument is None and len(call.args) > position:
        argument = call.args[position]
    branches = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
    for branch in branches:
        if isinstance(branch, ast.Constant) and isinstance(branch.value, str) and branch.value:
            yield branch.value


def step_codes() -> set[str]:
    """Return the codes of derivation steps: literals of ``Step(code=…)`` and of the expressions that choose one."""
    found: set[str] = set()
    for path in (ROOT / "scoring").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Step":
                value = next((k.value for k in node.keywords if k.arg == "code"), None)
                for part in ast.walk(value) if value else ():
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        found.add(part.value)
    found |= {"node_scored", "node_insufficient", "node_not_applicable"}  # chosen before they are handed over
    return found


def test_every_emitted_code_is_worded():
    lacking = {code: where for code, where in emitted() if code not in CODES}
    assert lacking == {}


def test_the_collector_sees_the_emitters():
    found = {code for code, _ in emitted()}
    assert {"must", "budget", "na_unapproved", "min_node", "cut", "insufficient", "link", "suggest.need"} <= found


@pytest.mark.parametrize("code", ["visited_only", "forms_indicative", "insufficient_data", *sorted(SILOS)])
def test_codes_chosen_from_a_list_are_worded(code):
    assert code in CODES


@pytest.mark.parametrize("kind", get_args(PerceptionKind))
def test_perception_suggestions_are_worded(kind):
    assert f"suggest.perception.{kind}" in CODES


def test_every_silo_of_the_content_is_worded():
    pack = load_pack(None)
    assert set(pack.silos.definitions) <= set(CODES)


def test_every_step_of_a_derivation_is_worded():
    found = step_codes()
    assert {"unit", "group", "answer"} <= found
    states = {"capability_scored", "capability_insufficient", "capability_missing", "capability_not_applicable"}
    prefixes = {"capability_", "adjudicated"}
    assert (found - prefixes) | states <= set(STEPS)


def test_every_reason_for_leaving_out_is_worded():
    reasons = {"zero_weight", "not_applicable", "insufficient", "no_value", "adjudicated", "not_owner"}
    reasons |= {"na_unapproved", "dont_know", "blank", "chosen"}
    assert reasons <= set(labels.WORDS)


@pytest.mark.parametrize("catalogue", [CODES, STEPS, MARKS, REPORT], ids=["codes", "steps", "marks", "report"])
def test_both_languages_ask_for_the_same_parameters(catalogue: Catalogue):
    """A sentence may use a number in one language only for its plural; else both say the same."""
    for code, entry in catalogue.items():
        for zh, en in [entry] if isinstance(entry[0], str) else entry:
            assert zh.strip(), code
            assert en.strip(), code
            assert fields(zh) | {"why"} == fields(en) | {"why"}, code


def fields(template: str) -> set[str]:
    import string

    names = {
        name for _, name, form, _ in string.Formatter().parse(template) if name and not (form or "").startswith("s|")
    }
    return {"why" if name in {"why_zh", "why_en"} else name for name in names}


def test_an_unknown_code_never_reaches_a_reader():
    with pytest.raises(UnknownCodeError, match="no wording for 'nonsense'"):
        choose(CODES, "nonsense", {}, Names("en"))


def test_a_missing_parameter_is_named():
    with pytest.raises(UnknownCodeError, match="needs the parameter 'capability'"):
        choose(CODES, "na_unapproved", {"n": 1}, Names("zh"))


def test_every_fact_of_the_content_is_named():
    pack = load_pack(None)
    assert set(pack.fact_definitions) <= set(labels.FACTS)


def test_every_closed_word_of_the_content_is_named():
    pack = load_pack(None)
    levers = {i.lever for i in pack.catalogue.initiatives.values() if i.lever}
    enables = {i.enables for i in pack.catalogue.initiatives.values() if i.enables}
    assert levers | enables <= set(labels.LEVERS)
    assert set(pack.catalogue.roles) == set(labels.ROLES)
    assert set(pack.resource_types) == set() or {t.cls for t in pack.resource_types.values()} <= set(
        labels.RESOURCE_CLASSES
    )


def test_no_sentence_of_the_report_is_left_over():
    """Every key is asked for somewhere; numbered families and states are asked for by their stem."""
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "reports").rglob("*.py")
        if not path.name.startswith("report_words")
    )
    stems = ("contents.how.", "r12.limits.", "r12.status.", "fig.gantt.legend.", "fig.silo.legend.")
    stems += ("aim.raised", "aim.closed", "r1.move.closed", "r1.move.raised", "r1.ask.chair.")
    stems += ("r7.state.", "r9.choice.", "r9.plans.proof.")
    stems += ("r13.checked.", "r2.strength.", "r8.usual.", "r9.P", "r11.week", "r11.month", "r11.quarter")
    unused = [
        key for key in REPORT if f'"{key}"' not in source and f"'{key}'" not in source and not key.startswith(stems)
    ]
    assert unused == []
