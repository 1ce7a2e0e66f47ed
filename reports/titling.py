"""Action titles by rule: the content decides which conclusion stands over a chapter, the chapter gives the figures."""

from collections.abc import Mapping

from assessment.titles import FIGURES, TitleRule, rules_for
from questionnaires.locale_text import LOCALES, Locale, LocaleText
from reports.phrases.typography import title_fits
from reports.phrases.wording import Names, fill
from reports.reading import Reading

Figure = int | float | str | LocaleText | None
"""A figure of a chapter. Words are given in both languages, ids and numbers as they are."""


def action_title(r: Reading, section: str, figures: Mapping[str, Figure]) -> str:
    """Return the first title of ``section`` whose bounds hold, whose figures are there and which fits two lines.

    A rule has to fit in both languages, so that both reports conclude the same. Figures that are None count as missing.
    Where nothing fits, the shortest title that can be filled in is taken; a section without any rule is called by its
    number. Raise ValueError when the chapter gives a figure that `assessment.titles.FIGURES` does not declare.
    """
    if undeclared := sorted(figures.keys() - FIGURES.get(section, figures).keys()):
        raise ValueError(f"{section} declares no figure {undeclared}; add it to assessment.titles.FIGURES")
    known = {name: value for name, value in figures.items() if value is not None}
    found: list[str] = []
    for rule in rules_for(r.dossier.titles, section):
        if not rule.holds(known):
            continue
        own = _filled(rule, r.locale, known, r.names)
        if own is None:
            continue
        if all(_stands(rule, locale, known, r.names_in(locale)) for locale in LOCALES):
            return own
        found.append(own)
    return min(found, key=len, default=section)


def _stands(rule: TitleRule, locale: Locale, figures: Mapping[str, Figure], names: Names) -> bool:
    text = _filled(rule, locale, figures, names)
    return text is not None and title_fits(text, locale)


def _filled(rule: TitleRule, locale: Locale, figures: Mapping[str, Figure], names: Names) -> str | None:
    """Fill in a rule; None where an overlay's rule asks for a figure or a form that does not exist."""
    told = {name: value.in_(locale) if isinstance(value, LocaleText) else value for name, value in figures.items()}
    try:
        return fill(rule.text.in_(locale), told, names)
    except (KeyError, ValueError, TypeError):
        return None
