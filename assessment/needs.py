"""Needs, N1 to N5: words said → need statement → what really flows → levers → what it serves; and how urgent it is.

Rules: domain §1.4. A need says what should get better and by how much, never with which tool.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Literal

from assessment.engagement import Need
from assessment.need_words import NeedWords, WordList
from questionnaires.locale_text import LocaleText
from roadmap.situation import Suggestion

Step = Literal["N1", "N2", "N3", "N4", "N5"]
LEVERS_AT_LEAST = 3
FIT = ("goal", "efficiency", "capability", "lever")
PROFIT_LEVERS = frozenset({"ACQ", "CNV", "TKT", "REP", "REF", "CST"})
SCALE = (1, 10)
WORTH_A_LOOK, STRONG, EXTREME = 10, 12, 15


@dataclass(frozen=True, slots=True)
class NeedProblem:
    """What a need still lacks, at which step: a code and a sentence for the consultant."""

    step: Step
    code: str
    text: LocaleText


@dataclass(frozen=True, slots=True)
class Opportunity:
    """Opportunity 0-20 as executives and as stores see it, side by side, and the mean of those who answered."""

    executives: Fraction | None
    stores: Fraction | None
    mean: Fraction
    strength: Literal["extreme", "strong", "worth_a_look", "low"]


def barred_words(text: str, words: WordList) -> tuple[str, ...]:
    """Return the tool and brand words in a statement, in the order of the list; English ones match whole words.

    >>> barred_words("用小程序提高复购率", WordList(("小程序",), ("app",)))
    ('小程序',)
    """
    zh = [w for w in words.zh if w in text]
    longest = [w for w in zh if not any(w != other and w in other for other in zh)]
    en = [w for w in words.en if _whole_word(w, text)]
    return (*longest, *en)


def _whole_word(word: str, text: str) -> bool:
    return _pattern(word).search(text) is not None


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])", re.IGNORECASE)


def _says_one_of(text: str, words: WordList) -> bool:
    return any(w in text for w in words.zh) or any(_whole_word(w, text) for w in words.en)


def check_need(need: Need, words: NeedWords, capabilities: Collection[str]) -> tuple[NeedProblem, ...]:
    """Return everything a need lacks, in the order of the steps; empty when it can be worked with."""
    return (*_said(need), *_stated(need, words), *_flow(need), *_levers(need), *_fit(need, capabilities))


def _problem(step: Step, code: str, zh: str, en: str) -> NeedProblem:
    return NeedProblem(step, code, LocaleText(zh, en))


def _said(need: Need) -> list[NeedProblem]:
    found: list[NeedProblem] = []
    if not need.request.strip():
        found.append(_problem("N1", "no_request", "写下原话。", "Write down the words as they were said."))
    if not need.said_by.strip():
        found.append(_problem("N1", "no_author", "写明是谁说的。", "Say who said it."))
    if not _is_date(need.said_on):
        found.append(_problem("N1", "no_date", "写明哪天说的（如 2026-10-21）。", "Say on which day (as 2026-10-21)."))
    return found


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _stated(need: Need, words: NeedWords) -> list[NeedProblem]:
    if not need.statement.strip():
        return [_problem("N2", "no_statement", "写下需求陈述。", "Write the need statement.")]
    found: list[NeedProblem] = []
    tools = dict.fromkeys(w for text in (need.statement, need.statement_en) for w in barred_words(text, words.barred))
    if tools:
        zh = f"需求陈述里不写工具：{'、'.join(tools)}。写要变好的是什么。"
        en = f"A need names no tool: {', '.join(tools)}. Say what should get better."
        found.append(_problem("N2", "names_a_tool", zh, en))
    if not _says_one_of(need.statement, words.directions):
        zh, en = "写明方向：提高、降低、缩短……", "Say the direction: raise, cut, shorten…"
        found.append(_problem("N2", "no_direction", zh, en))
    if not _says_one_of(need.statement, words.measures) and not re.search(r"\d", need.statement):
        zh, en = "写明用什么指标看。", "Say by which measure."
        found.append(_problem("N2", "no_measure", zh, en))
    if not _says_one_of(need.statement, words.situations):
        zh, en = "写明在什么情境下。", "Say in which situation."
        found.append(_problem("N2", "no_situation", zh, en))
    return found


def _flow(need: Need) -> list[NeedProblem]:
    if need.flow.strip():
        return []
    return [_problem("N3", "no_flow", "写明真正流转的是什么、为谁。", "Say what really flows, and for whom.")]


def _levers(need: Need) -> list[NeedProblem]:
    found: list[NeedProblem] = []
    if len(need.levers) < LEVERS_AT_LEAST:
        zh, en = "至少写三个系统杠杆。", "Name at least three levers."
        found.append(_problem("N4", "few_levers", zh, en))
    for lever in need.levers:
        if not all(part.strip() for part in (lever.name, lever.current, lever.target, lever.owner)):
            zh = f"杠杆“{lever.name or '?'}”要有现状、目标和负责人。"
            en = f"The lever “{lever.name_en or lever.name or '?'}” needs a current value, a target and an owner."
            found.append(_problem("N4", "lever_incomplete", zh, en))
    return found


def serves_something(need: Need) -> bool:
    """Return whether the fit test names a goal, an efficiency, a capability or a profit lever."""
    return any(need.serves.get(key, "").strip() for key in FIT)


def is_feature_only(need: Need) -> bool:
    """Return whether the request goes on the parked list: nothing is served, or the consultant parked it."""
    return need.feature_only or not serves_something(need)


def _fit(need: Need, capabilities: Collection[str]) -> list[NeedProblem]:
    found: list[NeedProblem] = []
    capability, lever = need.serves.get("capability", "").strip(), need.serves.get("lever", "").strip()
    unknown = sorted({c for c in (capability, *need.capabilities) if c and c not in capabilities})
    if unknown:
        zh = f"没有这项能力：{'、'.join(unknown)}。"
        found.append(_problem("N5", "unknown_capability", zh, f"No such capability: {', '.join(unknown)}."))
    if lever and lever not in PROFIT_LEVERS:
        zh = f"没有这个利润杠杆：{lever}。"
        found.append(_problem("N5", "unknown_lever", zh, f"No such profit lever: {lever}."))
    if is_feature_only(need):
        if need.initiatives:
            zh = "只有功能、没有需求的，不能带出举措。"
            found.append(_problem("N5", "parked_suggests", zh, "A parked request cannot suggest initiatives."))
    elif not lever or not capability:
        zh = "写明提升哪项能力、落到哪个利润杠杆。"
        found.append(_problem("N5", "fit_incomplete", zh, "Say which capability and which profit lever it serves."))
    return found


def opportunity_score(importance: float, satisfaction: float) -> Fraction:
    """Return importance + max(0, importance − satisfaction), 0-20; both run 1-10.

    >>> opportunity_score(9, 4), opportunity_score(5, 7)
    (Fraction(14, 1), Fraction(5, 1))
    """
    i, s = Fraction(str(importance)), Fraction(str(satisfaction))
    return i + max(Fraction(0), i - s)


def opportunity_of(need: Need) -> Opportunity | None:
    """Return the opportunity of a need, or None when nobody rated it."""
    sides = {
        side: opportunity_score(need.importance[side], need.satisfaction[side])
        for side in ("executives", "stores")
        if side in need.importance and side in need.satisfaction
    }
    if not sides:
        return None
    mean = sum(sides.values(), Fraction(0)) / len(sides)
    return Opportunity(sides.get("executives"), sides.get("stores"), mean, strength(mean))


def strength(opportunity: Fraction) -> Literal["extreme", "strong", "worth_a_look", "low"]:
    """Return how strong an opportunity is: above 15 extreme, from 12 strong, from 10 worth a look."""
    if opportunity > EXTREME:
        return "extreme"
    if opportunity >= STRONG:
        return "strong"
    return "worth_a_look" if opportunity >= WORTH_A_LOOK else "low"


def opportunity_by_capability(needs: Collection[Need]) -> dict[str, Fraction]:
    """Return the factor each capability's gap gets from the needs behind it: opportunity/10, never below 1.

    10 is where a need becomes worth a look, so it changes nothing; 20 doubles. The strongest need counts. Parked requests
    and needs nobody rated change nothing.
    """
    found: dict[str, Fraction] = {}
    for need in needs:
        rated = opportunity_of(need)
        if rated is None or is_feature_only(need):
            continue
        factor = max(Fraction(1), rated.mean / WORTH_A_LOOK)
        served = {*need.capabilities, need.serves.get("capability", "").strip()} - {""}
        for capability in served:
            found[capability] = max(found.get(capability, Fraction(1)), factor)
    return dict(sorted(found.items()))


def need_suggestions(needs: Collection[Need]) -> tuple[Suggestion, ...]:
    """Return why each initiative is worth considering because of a need; ``weight`` is opportunity/10, at least 1."""
    found: list[Suggestion] = []
    for need in needs:
        if is_feature_only(need):
            continue
        rated = opportunity_of(need)
        weight = max(1.0, float(rated.mean) / WORTH_A_LOOK) if rated else 1.0
        params = {"need": need.id, "opportunity": float(rated.mean) if rated else None}
        found += [Suggestion(i, "need", need.id, "suggest.need", params, weight) for i in need.initiatives]
    return tuple(found)
