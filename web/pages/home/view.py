"""The list of engagements as cards: who, where in the way, what is next."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.engagements import EngagementCard
from questionnaires.locale_text import LocaleText
from web.components import numbers
from web.components.clock import there
from web.i18n.sentences import NOTHING, both, same


@dataclass(frozen=True, slots=True)
class Card:
    """One engagement. ``returned`` is the share of forms that came back, as a CSS width."""

    id: str
    client: LocaleText
    sample: bool
    archived: bool
    about: LocaleText
    phase: LocaleText
    level: int
    index: LocaleText
    forms: LocaleText
    returned: str
    moves: LocaleText
    next: LocaleText
    updated: LocaleText


@dataclass(frozen=True, slots=True)
class HomeView:
    """The page. ``loaded`` is False until the first answer of the server."""

    cards: tuple[Card, ...] = ()
    loaded: bool = False
    may_create: bool = False
    searching: bool = False


def home_of(
    cards: Iterable[EngagementCard], industries: dict[str, LocaleText], *, may_create: bool, searching: bool
) -> HomeView:
    """Return the page for the engagements found."""
    return HomeView(
        cards=tuple(card_of(card, industries) for card in cards),
        loaded=True,
        may_create=may_create,
        searching=searching,
    )


def card_of(card: EngagementCard, industries: dict[str, LocaleText]) -> Card:
    """Return one card."""
    share = card.forms_returned / card.forms_asked if card.forms_asked else 0
    industry = industries.get(card.industry, same(card.industry))
    return Card(
        id=card.id,
        client=LocaleText(card.name, card.name_en or card.name),
        sample=card.sample,
        archived=card.archived,
        about=both("home.about", industry=industry, n=card.stores),
        phase=both(f"phase.{card.phase}"),
        level=card.attained or 0,
        index=numbers.points(card.index),
        forms=same(f"{card.forms_returned} / {card.forms_asked}"),
        returned=f"{share:.0%}",
        moves=same(f"{card.items_done} / {card.items_total}") if card.items_total else NOTHING,
        next=next_of(card),
        updated=numbers.day(there(card.updated)),
    )


def next_of(card: EngagementCard) -> LocaleText:
    """Say what is most useful now."""
    if not card.forms_asked:
        return both("home.next.people")
    if card.index is None:
        return both("home.next.answers")
    if not card.items_total:
        return both("home.next.plan")
    if card.forms_returned < card.forms_asked:
        return both("home.next.forms", n=card.forms_asked - card.forms_returned)
    return both("home.next.track", n=card.items_total - card.items_done)
