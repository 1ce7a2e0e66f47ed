"""Worked examples of the way from a request to a need."""

from dataclasses import dataclass

from questionnaires.locale_text import LocaleText


@dataclass(frozen=True, slots=True)
class NeedExample:
    """What was said, the need behind it, what really flows, and levers beyond the tool."""

    id: str
    request: LocaleText
    need: LocaleText
    flows: LocaleText
    levers: tuple[LocaleText, ...]
