"""The terms of a plan in words: what two sets differ in, and what a plan was built under."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.content import ContentPack
from assessment.settling import TermsChange
from assessment.terms import PlanTerms, Term
from questionnaires.framework import Framework
from questionnaires.locale_text import LocaleText
from roadmap.initiatives import Catalogue
from web.components import numbers
from web.components.clock import moment
from web.components.conflict import ConflictView, Difference
from web.i18n.sentences import NOTHING, both, joined, same

NONE = same("—")


@dataclass(frozen=True, slots=True)
class TermNames:
    """What the ids in terms are called, and the currency of the money in them."""

    catalogue: Catalogue
    framework: Framework
    currency: str

    def initiative(self, ident: str) -> LocaleText:
        """Name an initiative; an id the content has no more stays as it is."""
        found = self.catalogue.initiatives.get(ident)
        return found.name if found else same(ident)

    def role(self, ident: str) -> LocaleText:
        """Name a role."""
        return self.catalogue.roles.get(ident, same(ident))

    def dimension(self, ident: str) -> LocaleText:
        """Name a dimension."""
        return next((one.name for one in self.framework.dimensions if one.id == ident), same(ident))

    def money(self, amount: int) -> LocaleText:
        """Write an amount; none of it is a dash."""
        return numbers.money(amount, self.currency) if amount else NONE


def names_in(pack: ContentPack, currency: str) -> TermNames:
    """Return the names of a content pack."""
    return TermNames(pack.catalogue, pack.library.framework, currency)


def figures(terms: PlanTerms, names: TermNames) -> Iterator[tuple[str, LocaleText, LocaleText]]:
    """Go through money, coverage, people, season and weights: key, label, value."""
    yield "budget", both("terms.budget"), names.money(terms.budget)
    yield "monthly", both("terms.monthly"), names.money(terms.monthly)
    yield "theta", both("terms.theta"), numbers.percent(terms.theta)
    for role, weeks in terms.capacity.items():
        yield f"capacity.{role}", names.role(role), both("terms.weeks", n=f"{weeks:g}")
    yield "peaks", both("terms.peaks"), peaks(terms)
    for dimension, weight in terms.weights.items():
        yield f"weight.{dimension}", both("terms.weight", name=names.dimension(dimension)), same(weight)


def peaks(terms: PlanTerms) -> LocaleText:
    """Name the months of peak season."""
    months = [
        both("terms.month", n=first) if first == last else both("profile.peak", first=first, last=last)
        for first, last in terms.blackouts
    ]
    return joined(months) if months else NONE


def said_by(term: Term) -> LocaleText:
    """Say who set a term and when; nothing for one that came with the profile."""
    return both("terms.said", who=term.by, day=numbers.day(term.on)) if term.by and term.on else NOTHING


def differences(before: PlanTerms, after: PlanTerms, names: TermNames) -> tuple[Difference, ...]:
    """Return every term that differs, with both values."""
    first, second = _worded(before, names), _worded(after, names)
    keys = (*first, *(key for key in second if key not in first))
    found: list[Difference] = []
    for key in keys:
        one, other = first.get(key), second.get(key)
        mine, theirs = one[1] if one else NONE, other[1] if other else NONE
        label = (one or other or ("", NONE))[0]
        if mine != theirs and isinstance(label, LocaleText):
            found.append(Difference(label, mine, theirs))
    return tuple(found)


def _worded(terms: PlanTerms, names: TermNames) -> Mapping[str, tuple[LocaleText, LocaleText]]:
    found = {key: (label, value) for key, label, value in figures(terms, names)}
    for kind, term in terms.every():
        label = both(f"terms.{kind}.of", name=names.initiative(term.initiative))
        found[f"{kind}.{term.initiative}"] = (label, same(term.reason) if term.reason else both("terms.noreason"))
    return found


def conflict_of(mine: PlanTerms, theirs: PlanTerms, names: TermNames) -> ConflictView:
    """Return what differs between the set that was not saved and the one that was saved meanwhile."""
    return ConflictView(shown=True, rows=differences(mine, theirs, names))


@dataclass(frozen=True, slots=True)
class TermsLine:
    """One change of the terms."""

    at: LocaleText
    who: str
    what: LocaleText


def told(change: TermsChange, names: TermNames) -> TermsLine:
    """Return a change in one sentence."""
    parts = [
        both("terms.change", name=d.name, before=d.mine, after=d.theirs)
        for d in differences(change.before, change.after, names)
    ]
    return TermsLine(moment(change.at), change.who, joined(parts, apart=True))
