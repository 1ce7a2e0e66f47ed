"""The rows of a roadmap: planned, forecast, reported."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from reports.phrases import labels
from roadmap.plan import ForecastItem, PlanItem
from web.components import numbers
from web.components.bilingual import Bilingual
from web.components.choices import Choice
from web.i18n.sentences import NOTHING, both, same

ANY = ""
STORE_KINDS = ("manager", "guide")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One initiative of the plan. ``head`` names the wave above its first row; ``slip`` is empty when on time."""

    id: str
    name: LocaleText
    head: LocaleText
    wave: int
    owner: LocaleText
    owner_id: str
    status: str
    start: LocaleText
    finish: LocaleText
    slip: LocaleText
    percent: str
    weeks: LocaleText
    money: LocaleText
    net: LocaleText
    critical: bool
    blocked: LocaleText
    stale: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What the table shows; an empty text shows all."""

    wave: str = ANY
    status: str = ANY
    owner: str = ANY
    critical: bool = False

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return bool(self.wave or self.status or self.owner or self.critical)


def rows_of(d: Dossier) -> tuple[ItemRow, ...]:
    """Return all rows by wave, then date, as in the Gantt; empty before there is a plan."""
    if d.snapshot is None:
        return ()
    p = Bilingual(d)
    now = {item.initiative: item for item in d.forecast.items} if d.forecast else {}
    items = sorted(d.snapshot.plan.items, key=lambda item: (item.wave, item.start, item.finish, item.initiative))
    return headed(_row(p, item, now.get(item.initiative)) for item in items)


def _row(p: Bilingual, item: PlanItem, now: ForecastItem | None) -> ItemRow:
    d = p.dossier
    progress = d.progress.get(item.initiative)
    owner = d.owners.get(item.initiative, "")
    return ItemRow(
        id=item.initiative,
        name=p.name(item.initiative),
        head=NOTHING,
        wave=item.wave,
        owner=p.both(lambda r: r.owner(item)),
        owner_id=owner,
        status=progress.status if progress else "not_started",
        start=numbers.day(now.start if now else item.start),
        finish=numbers.day(now.finish if now else item.finish),
        slip=_slip(now),
        percent=f"{_share(now):.0%}",
        weeks=numbers.plain(sum(item.effort.values())),
        money=p.money(item.valuation.one_off),
        net=p.money(item.valuation.net.p50),
        critical=now.critical if now else item.critical,
        blocked=same(progress.blocker) if progress and progress.blocker else NOTHING,
        stale=bool(now and now.stale),
    )


def _slip(now: ForecastItem | None) -> LocaleText:
    if now is None or not now.slip_days:
        return NOTHING
    return both("item.late" if now.slip_days > 0 else "item.early", n=abs(now.slip_days))


def _share(now: ForecastItem | None) -> float:
    if now is None:
        return 0.0
    return now.percent / 100 if now.percent > 1 else now.percent


def headed(rows: Iterable[ItemRow]) -> tuple[ItemRow, ...]:
    """Put the name and the size of each wave above its first row."""
    found = list(rows)
    made: list[ItemRow] = []
    for index, row in enumerate(found):
        first = index == 0 or found[index - 1].wave != row.wave
        size = sum(other.wave == row.wave for other in found)
        head = both("item.wave", n=row.wave, name=labels.WAVES[row.wave], items=size) if first else NOTHING
        made.append(ItemRow(**{**_fields(row), "head": head}))
    return tuple(made)


def _fields(row: ItemRow) -> Mapping[str, object]:
    return {name: getattr(row, name) for name in ItemRow.__dataclass_fields__}


def filtered(rows: Iterable[ItemRow], wanted: Filter) -> tuple[ItemRow, ...]:
    """Return the rows a filter lets through, with their waves named again."""
    kept = (
        row
        for row in rows
        if (not wanted.wave or str(row.wave) == wanted.wave)
        and (not wanted.status or row.status == wanted.status)
        and (not wanted.owner or row.owner_id == wanted.owner)
        and (not wanted.critical or row.critical)
    )
    return headed(kept)


def owners_of(d: Dossier) -> tuple[Choice, ...]:
    """Return the people who can own an item: everybody but those who answered for their store."""
    p = Bilingual(d)
    return tuple(Choice(person.id, p.name(person.id)) for person in d.people if person.kind not in STORE_KINDS)
