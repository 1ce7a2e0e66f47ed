"""A posted form read strictly: every field is checked, every problem is named, nothing is guessed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from assessment.errors import InvalidInput, Problem
from questionnaires.locale_text import LOCALES, LocaleText
from reports.phrases import numbers as written
from web.i18n import catalogue
from web.i18n.sentences import both, same, sentences

SHORT, LONG = 120, 2000
CENTS = 100
NO_NAMES: Mapping[str, LocaleText] = MappingProxyType({})
LABELS: Mapping[str, str] = MappingProxyType(
    {
        **{f"name{end}": f"resource.form.name{alike}" for end, alike in ((".zh", ""), (".en", ".en"))},
        **{f"{name}.en": f"resource.form.{name}.en" for name in ("can", "helps", "rights", "note")},
        **{
            name: f"profile.{name}" for name in ("name", "name_en", "industry", "scope", "platform", "compare", "start")
        },
        **{name: f"profile.{name}" for name in ("currency", "budget", "peaks")},
        **{f"{name}.{e}": f"profile.{name}.{e}" for name in ("confidentiality", "policy") for e in ("zh", "en")},
        **{
            name: f"resource.form.{name}"
            for name in ("cls", "type", "can", "helps", "moment", "named", "effort", "use")
        },
        **{name: f"resource.form.{name}" for name in ("ready", "rights", "flag", "owner", "note")},
        **{name: f"facts.{name}" for name in ("value", "period", "source", "source.zh", "source.en", "grade")},
    }
)
"""Name of a field, or of its group, → the words that label it on its page."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One thing wrong with a form: the field as it is labelled, how to mend it, and the name of its control."""

    field: LocaleText
    text: LocaleText
    name: str = ""


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
        return self._between(name, self.text(name, limit=24), low, high)

    def _between(self, name: str, text: str, low: float, high: float, unit: str = "") -> Decimal | None:
        if not text:
            return None
        try:
            value = Decimal(text.replace(",", "").replace("，", ""))
        except InvalidOperation:
            self.wrong(name, "number")
            return None
        if not value.is_finite() or not Decimal(str(low)) <= value <= Decimal(str(high)):
            self.wrong(name, "range", low=f"{_written(low)}{unit}", high=f"{_written(high)}{unit}")
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

    def share(self, name: str, most: float = 1) -> float | None:
        """Return a share of 1 from a per cent, written ``35`` or ``35%``; None when empty.

        A number below 1 without the sign is refused: it may be meant as a share of 1 or as a per cent.
        """
        text = self.text(name, limit=24).replace("％", "%")
        bare = text.removesuffix("%").rstrip()
        value = self._between(name, bare, 0, most * 100, unit="%")
        if value is not None and 0 < value < 1 and bare == text:
            self.wrong(name, "per_cent", share=f"{value * 100:f}".rstrip("0").rstrip("."), typed=text)
            return None
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


def _written(limit: float) -> str:
    return written.plain(limit, 0 if float(limit).is_integer() else 1)


def problem_lines(error: InvalidInput, names: Mapping[str, LocaleText] = NO_NAMES) -> tuple[ProblemLine, ...]:
    """Return the problems of a refused form with the fields' own labels; ``names`` are those this form alone knows."""
    return tuple(ProblemLine(names.get(p.where) or label_of(p.where), p.text, p.where) for p in error.problems)


def label_of(field: str) -> LocaleText:
    """Return what a field is called on the page, or its own name when no page labels it."""
    group = field.partition(".")[0]
    key = LABELS.get(field) or LABELS.get(group)
    if key is not None:
        return LocaleText(*(catalogue()[locale][key] for locale in LOCALES))
    known = (key for key in (f"form.{group}", field) if key in sentences()["zh"])
    return next((both(key) for key in known), same(field))
