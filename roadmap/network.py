"""Tasks and links as a network, and ``zhidian.network/1``, the machine format of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError, field_validator

from roadmap.calendar import MONDAY_TO_FRIDAY, Calendar

LinkType = Literal["FS", "SS", "FF", "SF"]
Moment = date | int
"""A date, or an offset in working days from the network's start."""
WEEKDAYS_ONLY = Calendar()
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class NetworkInputError(ValueError):
    """A network that cannot be dated; ``path`` points into the document, ``sentence`` says how to mend it."""

    def __init__(self, path: str, problem: str, remedy: str = "") -> None:
        """Keep place and sentence."""
        self.path = path
        self.sentence = f"{path}: {problem} {remedy}".strip()
        super().__init__(self.sentence)


@dataclass(frozen=True, slots=True)
class Task:
    """Work of ``duration`` working days (0: a milestone).

    ``pinned`` fixes the start, whatever the links say; ``not_before`` and ``not_after`` bound start and finish
    (``not_after`` is the last day allowed and binds levelling only); ``actual_start`` and ``actual_finish`` (last
    day worked) are history. ``load`` maps role → use per day, for levelling.
    """

    id: str
    duration: int
    pinned: Moment | None = None
    not_before: Moment | None = None
    not_after: Moment | None = None
    actual_start: Moment | None = None
    actual_finish: Moment | None = None
    load: Mapping[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True)
class Link:
    """``after`` depends on ``before``; ``lag`` in working days, negative for a lead."""

    before: str
    after: str
    type: LinkType = "FS"
    lag: int = 0


@dataclass(frozen=True, slots=True)
class Network:
    """What is to be dated. ``start`` is day 0; when it is no working day, day 0 is the next one."""

    start: date
    tasks: tuple[Task, ...]
    links: tuple[Link, ...] = ()
    calendar: Calendar = WEEKDAYS_ONLY

    def offset(self, moment: Moment) -> int:
        """Return a moment as an offset in working days."""
        return moment if isinstance(moment, int) else self.calendar.offset(self.start, moment)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CalendarDocument(_Part):
    """``calendar``. Weekdays are names or numbers: Monday is 0 where a 0 stands among them, else 1 (ISO 8601)."""

    weekdays: tuple[int, ...] = MONDAY_TO_FRIDAY
    holidays: tuple[date, ...] = ()
    workdays: tuple[date, ...] = ()

    @field_validator("weekdays", mode="before")
    @classmethod
    def _numbers(cls, given: Any) -> Any:
        if not isinstance(given, list) or not given:
            raise ValueError("name at least one weekday, such as 0 to 4 for Monday to Friday")
        days: list[int] = []
        for day in given:  # pyright: ignore[reportUnknownVariableType]
            if isinstance(day, str):
                matches = [n for n, name in enumerate(WEEKDAYS) if len(day) >= 3 and name.startswith(day.lower())]
                if not matches:
                    raise ValueError(f"{day!r} is no weekday")
                days.append(matches[0])
            elif isinstance(day, int):
                days.append(day if 0 in given else day - 1)
        if not set(days) <= set(range(7)):
            raise ValueError("weekdays are numbered 0 to 6 from Monday, or 1 to 7")
        return tuple(sorted(set(days)))


class TaskDocument(_Part):
    """One of ``tasks``; moments are dates or offsets."""

    id: Annotated[str, Field(min_length=1)]
    duration: Annotated[int, Field(strict=True, ge=0)]
    pinned: int | date | None = None
    not_before: int | date | None = None
    actual_start: int | date | None = None
    actual_finish: int | date | None = None


class LinkDocument(_Part):
    """One of ``links``."""

    before: Annotated[str, Field(validation_alias="from")]
    after: Annotated[str, Field(validation_alias="to")]
    type: LinkType = "FS"
    lag: Annotated[int, Field(strict=True)] = 0


class NetworkDocument(_Part):
    """A whole document; the first day is called ``start`` or ``start_date``."""

    format: Literal["zhidian.network/1"]
    start: Annotated[date, Field(validation_alias=AliasChoices("start", "start_date"))]
    calendar: CalendarDocument = CalendarDocument()
    tasks: tuple[TaskDocument, ...]
    links: tuple[LinkDocument, ...] = ()


def read_network(data: object) -> Network:
    """Read a ``zhidian.network/1`` document. Raises `NetworkInputError` naming the place of the first defect."""
    try:
        document = NetworkDocument.model_validate(data)
    except ValidationError as error:
        raise _first_defect(error) from None
    calendar = document.calendar
    return Network(
        document.start,
        tuple(Task(**task.model_dump()) for task in document.tasks),
        tuple(Link(link.before, link.after, link.type, link.lag) for link in document.links),
        Calendar(calendar.weekdays, frozenset(calendar.holidays), frozenset(calendar.workdays), id="document"),
    )


def check_network(network: Network) -> None:
    """Raise `NetworkInputError` for repeated ids and links to nowhere (cycles show in the forward pass)."""
    known: set[str] = set()
    for index, task in enumerate(network.tasks):
        if task.id in known:
            raise NetworkInputError(f"tasks[{index}].id", f"{task.id!r} appears twice.", "Give each its own id.")
        known.add(task.id)
    for index, link in enumerate(network.links):
        for end, name in (("from", link.before), ("to", link.after)):
            if name not in known:
                raise NetworkInputError(f"links[{index}].{end}", f"there is no task {name!r}.", "List it in tasks.")


def _first_defect(error: ValidationError) -> NetworkInputError:
    first: Any = error.errors(include_url=False)[0]
    path = ""
    for part in first["loc"]:
        if part not in {"int", "date"}:
            path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    if first["type"] == "missing":
        return NetworkInputError(path, "is missing.", "Add it.")
    if first["type"] == "extra_forbidden":
        return NetworkInputError(path, "is not a field of zhidian.network/1.", "Remove it.")
    return NetworkInputError(
        path or "the document", f"{first['msg'].removeprefix('Value error, ')}.", "Mend the value."
    )
