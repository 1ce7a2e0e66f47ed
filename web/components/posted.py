"""A posted form read strictly: every field is checked, every problem is named, nothing is guessed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from assessment.errors import InvalidInput, Problem
from questionnaires.locale_text import LocaleText
from web.components import numbers
from web.i18n.sentences import both, same, sentences

SHORT, LONG = 120, 2000
CENTS = 100


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One thing wrong with a form: the field as it is labelled, and how to mend it."""

    field: LocaleText
    text: LocaleText


class Posted:
    """A form as the browser sent it. Reading collects problems; ``check`` raises them all at once."""

    def __init__(self, form: Mapping[str, Any]) -> None:
        self._form = form
        self.problems: list[Problem] = []

    def wrong(self, name: str, key: str, **params: Any) -> None:
        """Note a problem of a field."""
        self.problems.append(Problem(name, both(f"wrong.{key}", **params)))

    def text(self, name: str, *, required: bool = False, limit: int = SHORT) -> str:
        """Return a trimmed text."""
        found = str(self._form.get(name) or "").strip()
        if required and not found:
            self.wrong(name, "missing")
        if len(found) > limit:
            self.wrong(name, "long", n=limit)
        return found[:limit]

    def number(self, name: str, low: float, high: float) -> Decimal | None:
        """Return a number between two limits; None when the field is empty or wrong."""
        text = self.text(name, limit=24).replace(",", "").replace("，", "")
        if not text:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation:
            self.wrong(name, "number")
            return None
        if not value.is_finite() or not Decimal(str(low)) <= value <= Decimal(str(high)):
            self.wrong(name, "range", low=numbers.plain(low), high=numbers.plain(high))
            return None
        return value

    def whole(self, name: str, low: int, high: int, default: int) -> int:
        """Return a whole number between two limits; ``default`` for an empty field."""
        value = self.number(name, low, high)
        if value is not None and value != value.to_integral_value():
            self.wrong(name, "whole")
        return default if value is None else int(value)

    def money(self, name: str, highest: float = 1e11) -> int | None:
        """Return minor units from an amount in major units; None when empty."""
        value = self.number(name, 0, highest)
        return None if value is None else int(value * CENTS)

    def share(self, name: str) -> float | None:
        """Return a share of 1 from a per cent; None when empty."""
        value = self.number(name, 0, 100)
        return None if value is None else float(value / 100)

    def day(self, name: str) -> date | None:
        """Return a date; None when empty."""
        text = self.text(name, limit=10)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.wrong(name, "day")
            return None

    def choice(self, name: str, options: Collection[str], *, required: bool = True) -> str:
        """Return one of ``options``; an empty text when nothing need be chosen."""
        found = self.text(name)
        if found not in options and (found or required):
            self.wrong(name, "choice")
            return ""
        return found

    def ticked(self, group: str, options: Iterable[str]) -> tuple[str, ...]:
        """Return the options of a group whose box is ticked (fields are named ``group.option``)."""
        return tuple(option for option in options if self._form.get(f"{group}.{option}"))

    def check(self) -> None:
        """Raise InvalidInput when anything is wrong."""
        if self.problems:
            raise InvalidInput(tuple(self.problems))


def problem_lines(error: InvalidInput) -> tuple[ProblemLine, ...]:
    """Return the problems of a refused form with the fields' own labels."""
    return tuple(ProblemLine(label_of(problem.where), problem.text) for problem in error.problems)


def label_of(field: str) -> LocaleText:
    """Return what a field is called on the page, or its own name when no page labels it."""
    key = f"form.{field.partition('.')[0]}"
    return both(key) if key in sentences()["zh"] else same(field)
