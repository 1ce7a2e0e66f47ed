"""Draw the stores to visit at random: log the draw, and put what was drawn on the list of visits."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel import Session, col, select

from assessment.access import Actor
from assessment.audit import record
from assessment.codec import decode, encode
from assessment.database import Database
from assessment.door import enter_to_change
from assessment.drawing import HIGHEST_SEED, StratumDraw, VisitDraw, drawn, frame_of, taken
from assessment.errors import InvalidInput, Problem
from assessment.fieldwork import StoreVisit
from assessment.register_kinds import STORE_VISITS, STORES, VISITS
from assessment.tables import VisitDrawRow
from questionnaires.locale_text import LocaleText

KIND = tuple[StratumDraw, ...]


def draw_visits(
    db: Database,
    actor: Actor,
    engagement: str,
    wanted: Mapping[str, int],
    seed: int,
    visitor: str,
    day: date,
    now: datetime,
) -> VisitDraw:
    """Draw ``wanted`` stores of each stratum with ``seed``, log it, and plan a visit of ``visitor`` to each, as random.

    Stores visited already or on the list are not drawn again; those chosen stay marked as chosen.

    Raises:
        InvalidInput: naming the strata that have fewer stores left; for no store at all, a seed that is none, or a
            visitor who is no consultant of the register.
    """
    with db.unit() as session:
        enter_to_change(session, actor, engagement, STORE_VISITS.to_write, now)
        visits = STORE_VISITS.read(session, engagement)
        frame = frame_of(STORES.read(session, engagement), taken(visits, VISITS.read(session, engagement)))
        problems = tuple(_problems(frame, wanted, seed))
        if problems:
            raise InvalidInput(problems)
        draw = VisitDraw(seed, now, actor.name, drawn(frame, wanted, seed))
        first = next_number(visits)
        planned = (
            StoreVisit(f"V{first + n:02d}", store, visitor, day, "random") for n, store in enumerate(draw.stores)
        )
        STORE_VISITS.write(session, engagement, (*visits, *planned))
        strata = encode(KIND, draw.strata)
        session.add(
            VisitDrawRow(
                engagement_id=engagement, seed=seed, strata=strata, at=now, user=actor.user, user_name=actor.name
            )
        )
        detail = {"seed": seed, "stores": len(draw.stores)}
        record(session, actor, "store_visits.drawn", "store_visits", now, detail, engagement=engagement)
    return draw


def draws_in(session: Session, engagement: str) -> tuple[VisitDraw, ...]:
    """Return the log of draws inside a unit of work, oldest first."""
    row = VisitDrawRow
    rows = session.exec(select(row).where(row.engagement_id == engagement).order_by(col(row.seq)))
    return tuple(VisitDraw(r.seed, r.at, r.user_name, decode(KIND, r.strata)) for r in rows)


def next_number(visits: tuple[StoreVisit, ...]) -> int:
    """Return the number of the next visit on the list."""
    numbers = [int(visit.id[1:]) for visit in visits if visit.id[:1] == "V" and visit.id[1:].isdecimal()]
    return max(numbers, default=0) + 1


def _problems(frame: Mapping[str, tuple[str, ...]], wanted: Mapping[str, int], seed: int) -> tuple[Problem, ...]:
    found = [
        Problem(stratum, _too_many(n, len(frame.get(stratum, ()))))
        for stratum, n in wanted.items()
        if not 0 <= n <= len(frame.get(stratum, ()))
    ]
    if not found and not sum(wanted.values()):
        found.append(
            Problem(
                "wanted", LocaleText("一家也没有要抽：至少填一家。", "Nothing to draw: ask for one store at least.")
            )
        )
    if not 0 <= seed <= HIGHEST_SEED:
        text = f"0 – {HIGHEST_SEED}"
        found.append(Problem("seed", LocaleText(f"种子填 {text} 的整数。", f"The seed is a whole number, {text}.")))
    return tuple(found)


def _too_many(n: int, left: int) -> LocaleText:
    return LocaleText(
        f"要抽 {n} 家，还能抽的只有 {left} 家：填 0 到 {left}。",
        f"{n} were asked for and {left} are left to draw from: write 0 to {left}.",
    )
