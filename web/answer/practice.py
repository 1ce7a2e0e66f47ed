"""Practising to rate: a short store situation, five anchors to choose from, then the right level and why. Stores nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.errors import NotFound
from questionnaires.cards import Vignette
from questionnaires.framework import Framework
from questionnaires.locale_text import Locale
from web.api.person import actor_or_none, locale_of
from web.api.rendering import page
from web.api.wording import speaker
from web.storage import content

ENGAGEMENT = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What may follow ``?from=``: the engagement whose people page the reader came from."""


@dataclass(frozen=True, slots=True)
class Line:
    """One anchor. ``marks`` are keys of words: that it is the right one, that it was chosen."""

    level: int
    text: str
    marks: tuple[str, ...]


def practice_page(
    vignettes: Sequence[Vignette], ident: str, framework: Framework, chosen: int | None, origin: str, locale: Locale
) -> dict[str, Any] | None:
    """Return what the template is given, or None when there is no situation of that name.

    ``chosen`` is the level picked; None shows the question, without a word about the answer. ``origin`` is the id of an
    engagement to go back to, or empty.
    """
    at = next((n for n, one in enumerate(vignettes) if one.id == ident), None)
    if at is None:
        return None
    one, following = vignettes[at], vignettes[at + 1].id if at + 1 < len(vignettes) else ""
    capability = framework.capabilities[one.capability]
    came = f"?from={origin}" if origin else ""
    return {
        "heading": speaker(locale)("practice"),
        "here": f"/practice/{one.id}",
        "query": came,
        "origin": origin,
        "number": at + 1,
        "count": len(vignettes),
        "capability": f"{capability.id} {capability.name.in_(locale)}",
        "story": one.story.in_(locale),
        "lines": [Line(a.level, a.text.in_(locale), _marks(a.level, one, chosen)) for a in capability.anchors],
        "chosen": chosen,
        "level": one.level if chosen else None,
        "why": one.why.in_(locale) if chosen else "",
        "following": f"/practice/{following}{came}" if following else "",
        "away": f"/e/{origin}/people" if origin else "/",
    }


def _marks(level: int, one: Vignette, chosen: int | None) -> tuple[str, ...]:
    if chosen is None:
        return ()
    right = ("practice_right_one",) if level == one.level else ()
    return (*right, "practice_yours") if level == chosen else right


def _level(request: Request) -> int | None:
    """Return the level picked; anything else in its place counts as nothing picked."""
    said = request.query_params.get("level", "")
    return int(said) if said in {"1", "2", "3", "4", "5"} else None


async def practise(request: Request) -> Response:
    """Show one situation to the consulting team, the first where none is named.

    Raises:
        NotFound: for everybody else and for a situation that does not exist; the two look the same.
    """
    actor = await actor_or_none(request)
    library = content().library
    if actor is None or not actor.internal or not library.vignettes:
        raise NotFound
    said = request.query_params.get("from", "")
    origin = said if ENGAGEMENT.fullmatch(said) else ""
    ident = request.path_params.get("vignette", library.vignettes[0].id)
    locale = locale_of(request)
    shown = practice_page(library.vignettes, ident, library.framework, _level(request), origin, locale)
    if shown is None:
        raise NotFound
    return page(request, "practice.html", **shown)


ROUTES = [
    Route("/practice", practise, methods=["GET"]),
    Route("/practice/{vignette}", practise, methods=["GET"]),
]
