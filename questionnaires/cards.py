"""What goes out and comes back beside the questionnaires: document requests, cards to talk from, training situations."""

from dataclasses import dataclass

from questionnaires.locale_text import LocaleText
from questionnaires.readings import Reading


@dataclass(frozen=True, slots=True)
class Request:
    """One thing the company is asked to send.

    ``role`` is the executive role that has it; ``accepts`` the evidence kinds it may come as; ``days`` the time to
    answer when nobody agrees on another. ``reading`` turns the one number it shows into a level; without it a
    consultant holds the document against the anchors. ``privacy`` goes out with the request.
    """

    id: str
    capabilities: tuple[str, ...]
    role: str
    title: LocaleText
    ask: LocaleText
    why: LocaleText
    accepts: tuple[str, ...]
    days: int
    privacy: LocaleText
    number: LocaleText | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class SalesMoment:
    """One of the four moments in which a sale is won or lost: what to ask, what to time, which figure follows.

    ``initiatives`` are ids of the initiative library, which this package does not read.
    """

    id: str
    title: LocaleText
    capabilities: tuple[str, ...]
    asks: tuple[LocaleText, ...]
    kpis: tuple[LocaleText, ...]
    initiatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One of the three reasons to upgrade: each role scores its urgency 1-5, and facts test what was said."""

    id: str
    title: LocaleText
    ask: LocaleText
    facts: tuple[LocaleText, ...]
    capabilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vignette:
    """A short store situation on one capability, to train raters: its level, and why neither neighbour."""

    id: str
    capability: str
    story: LocaleText
    level: int
    why: LocaleText
