"""What terms of a plan must be like before they are stored: one clear sentence for each that cannot hold."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from assessment.errors import Problem
from assessment.terms import PlanTerms, Term, TermKind
from questionnaires.locale_text import LocaleText
from roadmap.compliance import barred, pulled_in
from roadmap.initiatives import Catalogue, Initiative
from roadmap.situation import IndustryRules

MOST_WEEKS, MOST_WEIGHT = 200, 100


@dataclass(frozen=True, slots=True)
class TermGround:
    """What terms are checked against: content, trade and its name, dimensions, and initiatives that have begun."""

    catalogue: Catalogue
    industry: IndustryRules
    trade: LocaleText
    weights: Mapping[str, int]
    begun: Collection[str] = ()

    def name(self, ident: str) -> LocaleText:
        """Return an initiative's name."""
        return self.catalogue.initiatives[ident].name


def term_problems(terms: PlanTerms, ground: TermGround) -> tuple[Problem, ...]:
    """Return everything that cannot be stored, each where its field stands on the page."""
    unknown = tuple(_unknown(terms, ground))
    found = unknown or (*_demands(terms, ground), *_waivers(terms, ground))
    return (*_figures(terms, ground), *_rows(terms), *found)


def _figures(terms: PlanTerms, ground: TermGround) -> Iterator[Problem]:
    if terms.budget < 0:
        yield Problem("budget", LocaleText("预算不能为负数。", "A budget is not negative."))
    if terms.monthly < 0 or (terms.monthly and terms.monthly > terms.budget):
        yield Problem(
            "monthly",
            LocaleText(
                "每月上限不能超过总预算，先填总预算。", "A month's limit is within the budget; set the budget first."
            ),
        )
    if not 0 <= terms.theta <= 1:
        yield Problem("theta", LocaleText("要在 0% 到 100% 之间。", "Must lie between 0% and 100%."))
    for role, weeks in sorted(terms.capacity.items()):
        if role not in ground.catalogue.roles or not 0 <= weeks <= MOST_WEEKS:
            text = LocaleText(
                f"人力按角色填，每月 0 到 {MOST_WEEKS} 人周。",
                f"Capacity is by role, 0 to {MOST_WEEKS} person-weeks a month.",
            )
            yield Problem(f"capacity.{role}", text)
    yield from _weights(terms, ground)


def _weights(terms: PlanTerms, ground: TermGround) -> Iterator[Problem]:
    for dimension, weight in sorted(terms.weights.items()):
        if dimension not in ground.weights or not 0 <= weight <= MOST_WEIGHT:
            text = LocaleText(
                f"权重是 0 到 {MOST_WEIGHT} 的整数。", f"A weight is a whole number from 0 to {MOST_WEIGHT}."
            )
            yield Problem(f"weight.{dimension}", text)
    if terms.weights and not any({**ground.weights, **terms.weights}.values()):
        first = next(iter(terms.weights))
        yield Problem(f"weight.{first}", LocaleText("不能全部为 0。", "Not all of them can be 0."))


def _rows(terms: PlanTerms) -> Iterator[Problem]:
    """Check that every row has a reason and stands there once."""
    seen: set[tuple[TermKind, str]] = set()
    for kind, term in terms.every():
        if not term.reason.strip():
            yield _at(
                kind, term, "写明理由，路线图和报告会印出来。", "Give the reason; the plan and the report print it."
            )
        if (kind, term.initiative) in seen:
            yield _at(kind, term, "这一项列了两次，删掉一行。", "Listed twice; remove one row.")
        seen.add((kind, term.initiative))


def _unknown(terms: PlanTerms, ground: TermGround) -> Iterator[Problem]:
    for kind, term in terms.every():
        if term.initiative not in ground.catalogue.initiatives:
            ident = term.initiative
            yield _at(kind, term, f"内容库里没有 {ident}，删掉这一行。", f"The content has no {ident}; remove the row.")


def _demands(terms: PlanTerms, ground: TermGround) -> Iterator[Problem]:
    ruled_out, waived = ({t.initiative for t in terms.of(kind)} for kind in ("must_not", "waived"))
    for term in terms.must:
        name, ident = ground.name(term.initiative), term.initiative
        if ident in ruled_out:
            zh = f"“{name.zh}”同时列在必须做和不做里，去掉一处。"
            yield _at("must", term, zh, f"“{name.en}” is both demanded and ruled out; remove one.")
        if ident in waived:
            zh = f"“{name.zh}”已当作具备而免去，就不能再必须做，去掉一处。"
            yield _at(
                "must", term, zh, f"“{name.en}” is waived as there already, so it cannot be demanded; remove one."
            )
        stop = _stop(ground.catalogue.initiatives[ident], ground, waived)
        if stop is not None:
            yield Problem(f"must.{ident}", stop)
    for one, other in combinations(terms.must, 2):
        if other.initiative in ground.catalogue.initiatives[one.initiative].exclusive_with:
            first, second = ground.name(one.initiative), ground.name(other.initiative)
            zh = f"“{first.zh}”与“{second.zh}”只能选一个，去掉一处。"
            yield _at("must", other, zh, f"Only one of “{first.en}” and “{second.en}” can be chosen; remove one.")
    for term in terms.must_not:
        if term.initiative in ground.begun:
            name = ground.name(term.initiative)
            zh = f"“{name.zh}”已经开始，先在路线图上把它报为取消。"
            yield _at("must_not", term, zh, f"“{name.en}” has begun; report it as dropped on the roadmap first.")


def _stop(initiative: Initiative, ground: TermGround, waived: Collection[str]) -> LocaleText | None:
    """Return why a demanded initiative cannot be generated in this trade, itself or by what has to come before it."""
    trade, name = ground.trade, initiative.name
    if barred(initiative, ground.catalogue, ground.industry) is not None:
        return LocaleText(
            f"{trade.zh}行业的合规规则不允许“{name.zh}”，不能列为必须做。",
            f"The compliance rules of this trade ({trade.en}) bar “{name.en}”; it cannot be demanded.",
        )
    for need in sorted(needed_by(initiative, ground) - set(waived)):
        if barred(ground.catalogue.initiatives[need], ground.catalogue, ground.industry) is not None:
            before = ground.name(need)
            return LocaleText(
                f"“{name.zh}”要先做“{before.zh}”，而{trade.zh}行业不允许后者。",
                f"“{name.en}” waits for “{before.en}”, which this trade ({trade.en}) bars.",
            )
    return None


def needed_by(initiative: Initiative, ground: TermGround) -> set[str]:
    """Return what has to come directly before an initiative: by its own list, or by a compliance flag in force."""
    return {*initiative.needs, *pulled_in(initiative, ground.catalogue, ground.industry)}


def prerequisites(ground: TermGround) -> set[str]:
    """Return every initiative another one waits for; only these can be waived."""
    return {need for one in ground.catalogue.initiatives.values() for need in needed_by(one, ground)}


def _waivers(terms: PlanTerms, ground: TermGround) -> Iterator[Problem]:
    known = prerequisites(ground) if terms.waived else set[str]()
    for term in terms.waived:
        if term.initiative not in known:
            name = ground.name(term.initiative)
            zh = f"没有举措要等“{name.zh}”，无需免去；不想做就列在“不做”里。"
            yield _at("waived", term, zh, f"Nothing waits for “{name.en}”; to leave it out, rule it out instead.")


def _at(kind: TermKind, term: Term, zh: str, en: str) -> Problem:
    return Problem(f"{kind}.{term.initiative}", LocaleText(zh, en))
