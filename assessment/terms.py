"""The terms of a plan: money, people, coverage, and what is demanded, ruled out or taken as given, with reasons. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal, get_args

from assessment.engagement import CompanyProfile, TermNote
from roadmap.initiatives import Defaults

TermKind = Literal["must", "must_not", "waived"]
TERM_KINDS: Final[tuple[TermKind, ...]] = get_args(TermKind)


@dataclass(frozen=True, slots=True)
class Term:
    """An initiative the plan must hold, must not hold, or takes as there already: why, who said so, on which day."""

    initiative: str
    reason: str = ""
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """What a plan has to respect, complete in itself. Money in minor units; ``monthly`` 0 releases all of it at once.

    ``capacity`` maps every role → person-weeks a month; ``theta`` is the share of the best coverage of gaps to be kept;
    ``blackouts`` are calendar months of peak season, both ends included; ``weights`` holds only the dimensions whose
    weight differs from the trade's.
    """

    budget: int
    capacity: Mapping[str, float]
    theta: float
    monthly: int = 0
    blackouts: tuple[tuple[int, int], ...] = ()
    weights: Mapping[str, int] = field(default_factory=dict[str, int])
    must: tuple[Term, ...] = ()
    must_not: tuple[Term, ...] = ()
    waived: tuple[Term, ...] = ()

    def of(self, kind: TermKind) -> tuple[Term, ...]:
        """Return the terms of one kind."""
        return {"must": self.must, "must_not": self.must_not, "waived": self.waived}[kind]

    def every(self) -> Iterator[tuple[TermKind, Term]]:
        """Go through all terms that name an initiative."""
        for kind in TERM_KINDS:
            for term in self.of(kind):
                yield kind, term


def terms_of(profile: CompanyProfile, defaults: Defaults) -> PlanTerms:
    """Return the terms a profile holds; what it leaves open is filled from the content."""

    def noted(kind: TermKind, ident: str, reason: str = "") -> Term:
        note = profile.term_notes.get(f"{kind}.{ident}")
        return Term(ident, reason or (note.reason if note else ""), note.by if note else "", note.on if note else None)

    return PlanTerms(
        budget=profile.budget,
        monthly=profile.budget_per_month,
        capacity={**defaults.capacity, **profile.capacity},
        theta=defaults.theta if profile.theta is None else profile.theta,
        blackouts=profile.blackouts,
        weights=dict(profile.dimension_weights),
        must=tuple(noted("must", ident) for ident in profile.must),
        must_not=tuple(noted("must_not", ident) for ident in profile.must_not),
        waived=tuple(noted("waived", ident, reason) for ident, reason in profile.waived.items()),
    )


def with_terms(profile: CompanyProfile, terms: PlanTerms, defaults: Defaults) -> CompanyProfile:
    """Return the profile with these terms in it; peak seasons stay the profile's own."""
    return replace(
        profile,
        budget=terms.budget,
        budget_per_month=terms.monthly,
        capacity=dict(terms.capacity),
        theta=None if terms.theta == defaults.theta else terms.theta,
        dimension_weights=dict(terms.weights),
        must=tuple(term.initiative for term in terms.must),
        must_not=tuple(term.initiative for term in terms.must_not),
        waived={term.initiative: term.reason for term in terms.waived},
        term_notes={f"{kind}.{t.initiative}": TermNote(t.reason, t.by, t.on) for kind, t in terms.every()},
    )


def stamped(terms: PlanTerms, before: PlanTerms, by: str, on: date) -> PlanTerms:
    """Return the terms with the author and the day on every one that is new or has another reason than ``before``."""

    def mark(kind: TermKind) -> tuple[Term, ...]:
        known = {(term.initiative, term.reason): term for term in before.of(kind)}
        return tuple(
            known.get((term.initiative, term.reason)) or replace(term, by=by, on=on) for term in terms.of(kind)
        )

    return replace(terms, must=mark("must"), must_not=mark("must_not"), waived=mark("waived"))
