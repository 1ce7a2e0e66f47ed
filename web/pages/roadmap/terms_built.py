"""What the shown plan was built under: every term with its reason, from the version itself."""

from dataclasses import dataclass

from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from web.i18n.sentences import NOTHING, both
from web.pages.roadmap.terms_words import NONE, TermNames, figures, said_by


@dataclass(frozen=True, slots=True)
class BuiltFigure:
    """A figure the plan kept to."""

    label: LocaleText
    value: LocaleText


@dataclass(frozen=True, slots=True)
class BuiltTerm:
    """An initiative that was demanded, ruled out or waived."""

    kind: LocaleText
    name: LocaleText
    id: str
    reason: str
    note: LocaleText


@dataclass(frozen=True, slots=True)
class BuiltTerms:
    """The terms of the shown version; ``kept`` is False for one published before terms were kept."""

    kept: bool = False
    title: LocaleText = NOTHING
    figures: tuple[BuiltFigure, ...] = ()
    named: tuple[BuiltTerm, ...] = ()


def built_terms(d: Dossier) -> BuiltTerms:
    """Return what the plan was built under."""
    if d.snapshot is None or d.terms is None:
        return BuiltTerms()
    names = TermNames(d.catalogue, d.framework, d.profile.currency)
    lines = [BuiltFigure(label, value) for _, label, value in figures(d.terms, names) if value != NONE]
    named = [
        BuiltTerm(both(f"terms.{kind}"), names.initiative(t.initiative), t.initiative, t.reason, said_by(t))
        for kind, t in d.terms.every()
    ]
    title = both("terms.built", n=d.snapshot.version)
    return BuiltTerms(kept=True, title=title, figures=tuple(lines), named=tuple(named))
