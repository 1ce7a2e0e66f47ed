"""The terms of a plan as a form, the form as terms, and the search for an initiative to name in one."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assessment.content import ContentPack
from assessment.engagement import CompanyProfile
from assessment.settling import Settled
from assessment.term_checks import MOST_WEEKS, MOST_WEIGHT
from assessment.terms import TERM_KINDS, PlanTerms, Term, TermKind
from assessment.wave import industry_of
from questionnaires.locale_text import LocaleText
from web.components.posted import CENTS, Posted
from web.i18n.sentences import NOTHING
from web.pages.roadmap.terms_words import TermNames, TermsLine, names_in, peaks, said_by, told

REASON = 400
HITS = 8


@dataclass(frozen=True, slots=True)
class TermRow:
    """An initiative that is named in a term. ``name`` is the name of its reason's field."""

    name: str
    id: str
    text: LocaleText
    reason: str = ""
    note: LocaleText = NOTHING


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of a role or a dimension; ``usual`` stands in the empty field."""

    name: str
    text: LocaleText
    value: str
    usual: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An initiative that was found."""

    id: str
    text: LocaleText


@dataclass(frozen=True, slots=True)
class TermsView:
    """The form. ``stamp`` is the print of the terms it was drawn from."""

    stamp: str = ""
    budget: str = ""
    monthly: str = ""
    theta: str = ""
    capacity: tuple[FigureRow, ...] = ()
    weights: tuple[FigureRow, ...] = ()
    weighted: bool = False
    peaks: LocaleText = NOTHING
    must: tuple[TermRow, ...] = ()
    must_not: tuple[TermRow, ...] = ()
    waived: tuple[TermRow, ...] = ()
    changes: tuple[TermsLine, ...] = ()
    undoable: bool = False


def form_of(pack: ContentPack, profile: CompanyProfile, settled: Settled) -> TermsView:
    """Return the form as the terms stand."""
    terms, names = settled.terms, names_in(pack, profile.currency)
    usual = industry_of(profile, pack).weights
    return TermsView(
        stamp=settled.stamp,
        budget=_major(terms.budget),
        monthly=_major(terms.monthly),
        theta=f"{terms.theta * 100:g}",
        capacity=tuple(
            FigureRow(f"capacity.{role}", name, f"{terms.capacity.get(role, 0):g}")
            for role, name in pack.catalogue.roles.items()
        ),
        weights=tuple(_weight(d, name, terms, usual) for d, name in _dimensions(pack, names)),
        weighted=bool(terms.weights),
        peaks=peaks(terms),
        must=_rows("must", terms, names),
        must_not=_rows("must_not", terms, names),
        waived=_rows("waived", terms, names),
        changes=tuple(told(change, names) for change in settled.changes),
        undoable=settled.undoable,
    )


def _major(amount: int) -> str:
    return f"{amount / CENTS:.0f}" if amount else ""


def _dimensions(pack: ContentPack, names: TermNames) -> list[tuple[str, LocaleText]]:
    return [(one.id, names.dimension(one.id)) for one in pack.library.framework.dimensions]


def _weight(dimension: str, name: LocaleText, terms: PlanTerms, usual: Mapping[str, int]) -> FigureRow:
    own = terms.weights.get(dimension)
    return FigureRow(f"weight.{dimension}", name, "" if own is None else str(own), str(usual.get(dimension, 0)))


def _rows(kind: TermKind, terms: PlanTerms, names: TermNames) -> tuple[TermRow, ...]:
    return tuple(
        TermRow(f"{kind}.{t.initiative}", t.initiative, names.initiative(t.initiative), t.reason, said_by(t))
        for t in terms.of(kind)
    )


def with_row(view: TermsView, pack: ContentPack, kind: object, ident: str) -> TermsView:
    """Return the form with an initiative named in a term; one that is there already, or unknown, changes nothing."""
    known = pack.catalogue.initiatives.get(ident)
    if kind not in TERM_KINDS or known is None:
        return view
    rows: tuple[TermRow, ...] = getattr(view, kind)
    if any(row.id == ident for row in rows):
        return view
    return replace(view, **{kind: (*rows, TermRow(f"{kind}.{ident}", ident, known.name))})


def without_row(view: TermsView, name: str) -> TermsView:
    """Return the form without the row of this name."""
    kept = {kind: tuple(row for row in getattr(view, kind) if row.name != name) for kind in TERM_KINDS}
    return replace(view, **kept)


def found(pack: ContentPack, query: str) -> tuple[Hit, ...]:
    """Return the initiatives whose id or name, in either language, holds every word of the query."""
    words = _folded(query).split()
    if not words:
        return ()
    texts = {i.id: _folded(f"{i.id} {i.name.zh} {i.name.en}") for i in pack.catalogue.initiatives.values()}
    ids = [ident for ident, text in texts.items() if all(word in text for word in words)]
    return tuple(Hit(ident, pack.catalogue.initiatives[ident].name) for ident in sorted(ids))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def terms_from(form: Mapping[str, Any], view: TermsView, pack: ContentPack, base: PlanTerms) -> PlanTerms:
    """Return the terms a form describes; peak seasons, and a figure left empty, stay as in ``base``.

    Raises:
        InvalidInput: naming every field that cannot be used.
    """
    posted = Posted(form)
    theta = posted.share("theta")
    capacity = {role: posted.number(f"capacity.{role}", 0, MOST_WEEKS) for role in pack.catalogue.roles}
    made = replace(
        base,
        budget=posted.money("budget") or 0,
        monthly=posted.money("monthly") or 0,
        theta=base.theta if theta is None else theta,
        capacity={**base.capacity, **{role: float(weeks) for role, weeks in capacity.items() if weeks is not None}},
        weights=_weights(posted, pack),
        **{kind: _terms(posted, getattr(view, kind)) for kind in TERM_KINDS},
    )
    posted.check()
    return made


def _weights(posted: Posted, pack: ContentPack) -> dict[str, int]:
    names = {one.id: f"weight.{one.id}" for one in pack.library.framework.dimensions}
    return {key: posted.whole(name, 0, MOST_WEIGHT, 0) for key, name in names.items() if posted.text(name)}


def _terms(posted: Posted, rows: tuple[TermRow, ...]) -> tuple[Term, ...]:
    return tuple(Term(row.id, posted.text(row.name, limit=REASON)) for row in rows)


def labels_of(view: TermsView) -> Mapping[str, LocaleText]:
    """Return what the fields of the form are called that have names of their own."""
    rows = (*view.must, *view.must_not, *view.waived)
    return {row.name: row.text for row in (*view.capacity, *view.weights)} | {row.name: row.text for row in rows}
