"""A derivation as indented lines: what was computed, with what weight, from what, and what stayed out."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from questionnaires.locale_text import Locale
from reports.phrases.scoring_words import CONDITIONS
from reports.phrases.step_words import MARKS, STEPS
from reports.phrases.wording import Names, choose
from scoring.sheet import Explanation, Step

SILENT = ("unit", "answer_missing")
"""Steps without a value of which the reason says all."""


class Line(NamedTuple):
    """One line of a derivation; ``indent`` 0 is the number that was asked about."""

    indent: int
    text: str


def explanation(found: Explanation, locale: Locale, names: Names | None = None) -> tuple[Line, ...]:
    """Word a derivation from its root downwards; every step is told once, where it is first used.

    ``names`` is what ``reports.names_of`` returns for the engagement. Raises ``UnknownCodeError`` for a step without
    words.
    """
    called = names or Names(locale)
    told: set[str] = set()
    return tuple(_lines(found, found.root, 0, None, called, told))


def _lines(
    found: Explanation, ident: str, indent: int, share: str | None, names: Names, told: set[str], reason: str = ""
) -> Iterator[Line]:
    step = found.steps.get(ident)
    if step is None or ident in told:
        if reason:
            yield Line(indent, _left_out(ident, reason, names))
        return
    told.add(ident)
    if reason and step.value == "none" and step.code in SILENT:
        yield Line(indent, _left_out(ident, reason, names))
        return
    yield Line(indent, _sentence(step, share, reason, names))
    if step.code in CONDITIONS:
        return  # what a condition reads has its own derivation
    weights, excluded = dict(step.weights), dict(step.excluded)
    for below in (*step.inputs, *(other for other in excluded if other not in step.inputs)):
        yield from _lines(found, below, indent + 1, weights.get(below), names, told, excluded.get(below, ""))


def _left_out(ident: str, reason: str, names: Names) -> str:
    """Name an input by the last part of its id that somebody named."""
    parts = ident.split("/")
    last = next((part for part in reversed(parts) if names(part) != part), parts[-1])
    return choose(MARKS, "left_out", {"input": last, "reason": reason}, names)


def _sentence(step: Step, share: str | None, reason: str, names: Names) -> str:
    text = choose(STEPS, step.code, _known(step), names)
    if reason:
        return choose(MARKS, "apart", {"reason": reason, "text": text}, names)
    if step.code in CONDITIONS:
        if step.params.get("waived"):
            return choose(MARKS, "waived", {"text": text}, names)
        return choose(MARKS, "holds" if step.params.get("holds") else "fails", {"text": text}, names)
    if share is None or Fraction(share) == 1:
        return text
    return choose(MARKS, "weight", {"share": Fraction(share), "text": text}, names)


def _known(step: Step) -> Mapping[str, Any]:
    """Return the parameters that say something, the step's own value among them; conditions keep their blanks."""
    params: dict[str, Any] = dict(step.params)
    if step.code in CONDITIONS:
        return params
    if "/" in step.value:
        params["value"] = Fraction(step.value)
    possible = params.pop("possible", None)
    if possible and possible[0] != possible[1]:
        params["low"], params["high"] = possible
    if params.get("others") is not None and params["others"] <= params.get("cap", 0):
        del params["others"]  # the answer's own evidence decides
    return {key: value for key, value in params.items() if value not in (None, (), "")}
