"""The words of the answer pages in both languages."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from questionnaires.locale_text import LOCALES, Locale

FOLDER = Path(__file__).parent / "words"


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return locale → key → text."""
    return {locale: json.loads((FOLDER / f"{locale}.json").read_text("utf-8")) for locale in LOCALES}


def speaker(locale: Locale) -> Callable[..., str]:
    """Return the function that words a key in ``locale``; KeyError when the key is unknown."""

    def t(key: str, **params: Any) -> str:
        return catalogue()[locale][key].format(**params)

    return t
