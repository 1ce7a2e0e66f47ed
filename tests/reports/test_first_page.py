"""What the first page says holds together: a move and the gap beside it are of one area, a heading fits its rows."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reports.chapters.moves import told_gap
from reports.chapters.one_page import one_page
from reports.model import Columns, Heading
from reports.reading import Reading

LOCALES = ("zh", "en")


def test_a_move_is_measured_by_a_gap_of_the_area_it_names(dossier):
    """“Make referrals count” was once explained by the last step before a customer leaves."""
    closed = {"SVC5": Fraction(9), "MKT1": Fraction(4), "MKT2": Fraction(5), "STR2": Fraction(7)}
    assert told_gap(closed, dossier.framework, ["MKT", "SAL"]) == "MKT2"
    assert told_gap(closed, dossier.framework, ["BIZ"]) == "SVC5"
    assert told_gap({}, dossier.framework, ["BIZ"]) is None


def headings(r: Reading) -> set[str]:
    flat = []
    for block in one_page(r).blocks:
        flat += [*block.left, *block.right] if isinstance(block, Columns) else [block]
    return {block.text for block in flat if isinstance(block, Heading)}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("sign", [1, -1])
def test_a_heading_promises_no_blind_stores_when_stores_are_ahead(dossier, locale, sign):
    """Real gaps turned over, so that stores stand above executives everywhere, or nowhere."""
    sheet = dossier.sheet
    turned = {
        k: replace(s, gap=replace(s.gap, delta=sign * abs(s.gap.delta)) if s.gap else None)
        for k, s in sheet.capabilities.items()
    }
    r = Reading(replace(dossier, sheet=replace(sheet, capabilities=turned)), locale)
    assert (r.t("r1.voices") in headings(r)) is (sign > 0)
    assert (r.t("r1.voices.mixed") in headings(r)) is (sign < 0)
