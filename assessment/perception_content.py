"""Content behind perception gaps: what each kind of difference between executives and stores suggests."""

from dataclasses import dataclass
from typing import Literal

from questionnaires.locale_text import LocaleText

PerceptionKind = Literal["ahead", "hidden", "not_communicated"]


@dataclass(frozen=True, slots=True)
class PerceptionDefinition:
    """``ahead``: executives see more than stores. ``hidden``: stores do more. ``not_communicated``: stores do not know."""

    id: PerceptionKind
    initiatives: tuple[str, ...]
    why: LocaleText
