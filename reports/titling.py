"""Action titles by rule: the content decides which conclusion stands over a chapter, the chapter gives the figures."""

from collections.abc import Mapping

from assessment.titles import rules_for
from reports.phrases.typography import fits
from reports.phrases.wording import fill
from reports.reading import Reading


def action_title(r: Reading, section: str, figures: Mapping[str, object]) -> str:
    """Return the first title of ``section`` whose bounds hold, whose figures are there and which fits two lines.

    Figures that are None count as missing. Where nothing fits, the shortest title that can be filled in is taken; a section
    without any rule is called by its number.
    """
    known = {name: value for name, value in figures.items() if value is not None}
    found: list[str] = []
    for rule in rules_for(r.dossier.titles, section):
        if not rule.holds(known):
            continue
        try:
            text = fill(rule.text.in_(r.locale), known, r.names)
        except (
            KeyError,
            ValueError,
            TypeError,
        ):  # a rule of an overlay may ask for a figure or form that does not exist
            continue
        if fits(text):
            return text
        found.append(text)
    return min(found, key=len, default=section)
