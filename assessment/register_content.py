"""Content behind the system register: kinds of tools, what they usually hold, and what the analysis can find."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaires.locale_text import LocaleText


@dataclass(frozen=True, slots=True)
class ToolCategory:
    """A kind of tool the register asks for, with what it usually holds and the question that finds it."""

    id: str
    holds: tuple[str, ...]
    ask: LocaleText


@dataclass(frozen=True, slots=True)
class SiloDefinition:
    """A finding the analysis can make: the limit its rule compares with and the initiatives it suggests."""

    code: str
    limit: float
    initiatives: tuple[str, ...]
    why: LocaleText


@dataclass(frozen=True, slots=True)
class SiloContent:
    """All findings by code, and the channels (tool category → name) through which members come in."""

    definitions: Mapping[str, SiloDefinition]
    channels: Mapping[str, LocaleText]
