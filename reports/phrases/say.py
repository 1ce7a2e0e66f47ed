"""Wording of every code that scoring, roadmap and assessment emit. A code without words raises."""

from collections.abc import Mapping
from typing import Any

from questionnaires.locale_text import Locale
from reports.phrases.reason_words import REASONS
from reports.phrases.scoring_words import SCORING
from reports.phrases.situation_words import SITUATION
from reports.phrases.wording import Catalogue, Names, Template, choose

CODES: Catalogue = {**SITUATION, **SCORING, **REASONS}


def say(code: str, params: Mapping[str, Any], locale: Locale, names: Names | None = None) -> str:
    """Return the sentence for ``code``; UnknownCodeError when nobody wrote one.

    >>> say("budget", {}, "en")
    'the budget is used up'
    """
    return choose(CODES, code, params, names or Names(locale))


__all__ = ["CODES", "Template", "say"]
