"""Why a number was not stored, in one sentence: what was written, and what belongs there. Pure."""

from questionnaires.locale_text import Locale
from web.answer.items import Item
from web.api.wording import speaker

SHOWN = 40


def refusal(item: Item, locale: Locale) -> str:
    """Return the sentence for a number that cannot be one, with the bounds of its question."""
    t = speaker(locale)
    unit = t(f"unit_{item.unit}") if item.unit else ""
    if item.most is None:
        return t("no_number", value=item.text[:SHOWN], unit=unit)
    return t("out_of_bounds", value=item.text[:SHOWN], most=item.most, unit=unit)
