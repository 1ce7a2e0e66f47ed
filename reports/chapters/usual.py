"""R8: what the trade usually begins with, and where this plan has it."""

from collections.abc import Sequence

from assessment.usual_waves import UsualPlace, usual_places
from reports.reading import Reading
from roadmap.plan import Plan


def placed(r: Reading, place: UsualPlace) -> str:
    """Say where the plan has it: in which wave from which month, or why not."""
    if place.reason is not None:
        return r.t(f"r8.usual.{place.state}", why=r.say(place.reason.code, place.reason.params))
    return r.t(f"r8.usual.{place.state}", wave=place.wave, start=place.start)


def usual(r: Reading, plan: Plan) -> str:
    """Say how much of the trade's usual first wave is in wave 1, name the rest, and what of the usual next step is missing."""
    places = usual_places(r.dossier.industry, plan)
    first = [place for place in places if place.usual == 1]
    follow = [place for place in places if place.usual == 2]
    said = [_counted(r, "first", first, [p for p in first if p.state != "on_time"])] if first else []
    said += [_counted(r, "next", follow, [p for p in follow if p.wave is None])] if follow else []
    return r.sentences(said)


def _counted(r: Reading, key: str, all_: Sequence[UsualPlace], others: Sequence[UsualPlace]) -> str:
    counts = {"n": len(all_), "here": len(all_) - len(others)}
    if not others:
        return r.t(f"r8.usual.{key}.all", **counts)
    rest = r.list(f"{r.name(p.initiative)}{r.aside(placed(r, p).rstrip('。.'))}" for p in others)
    return r.t(f"r8.usual.{key}", **counts, rest=rest)
