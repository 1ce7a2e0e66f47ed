"""Read a pack row by row: strict shapes, every problem a finding with file and line, ids that stand only once."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator

from questionnaires.findings import Finding
from questionnaires.locale_text import LocaleText
from questionnaires.naming import place_name
from questionnaires.pack import Pack
from roadmap.finding_words import said
from roadmap.initiatives import Range

MINOR_UNITS = 100
"""Fen in a yuan: files hold yuan, the engine counts minor units."""

BESIDE = ("calendars/",)
"""Folders of a library whose files are no rows and are read by their own module."""

SHAPES = {"missing": "R001.missing", "extra_forbidden": "R001.unknown"}
"""What Pydantic calls a wrong shape → how it is worded."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Keys = tuple[str | int, ...]
AnyRow = TypeVar("AnyRow", bound="Row")


class Row(BaseModel):
    """A strict row: unknown keys are refused, so a misspelt one is found."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Row):
    """A text in both languages."""

    zh: Words
    en: Words

    def frozen(self) -> LocaleText:
        """Return the engine's text."""
        return LocaleText(self.zh, self.en)


class RangeRow(Row):
    """A triangular range in numeric order."""

    low: float
    base: float
    high: float

    @model_validator(mode="after")
    def ordered(self) -> "RangeRow":
        """Refuse a range that is not in numeric order."""
        if not self.low <= self.base <= self.high:
            raise ValueError("a range needs low ≤ base ≤ high")
        return self

    def rate(self) -> Range:
        """Return the range as it stands (fractions)."""
        return Range(self.low, self.base, self.high)

    def money(self) -> Range:
        """Return the range of yuan in minor units."""
        return Range(self.low * MINOR_UNITS, self.base * MINOR_UNITS, self.high * MINOR_UNITS)


class RowReader:
    """Turn the documents of a pack into validated rows and remember where each stands."""

    def __init__(self, pack: Pack, prefix: str) -> None:
        """Read from ``pack``; ``prefix`` goes before the file name in findings."""
        self.pack = pack
        self.prefix = prefix
        self.findings: list[Finding] = []
        self.places: dict[int, tuple[str, Keys]] = {}
        self._seen: dict[tuple[type[Row], str], Row] = {}
        self._whole: set[str] = set()
        self._lists: dict[str, set[str]] = {}

    def rows(self, document: str, under: str, kind: type[AnyRow], *, key: str = "id") -> list[AnyRow]:
        """Read the list ``under`` of a document; rows without the right shape and second ids become findings."""
        self._lists.setdefault(document, set()).add(under)
        data: Any = self.pack.documents.get(document)
        entries: Any = cast("Mapping[str, Any]", data).get(under) if isinstance(data, Mapping) else None
        if not isinstance(entries, list):
            self._tell(document, (), "R001.list", {"name": under})
            return []
        found: list[AnyRow] = []
        for index, entry in enumerate(cast("list[Any]", entries)):
            found += self._row(document, (under, index), kind, entry, key)
        return found

    def document(self, document: str, kind: type[AnyRow], *, key: str | None = "id") -> list[AnyRow]:
        """Read a whole document as one row: a list of one, or of none when it has not the right shape."""
        self._whole.add(document)
        return self._row(document, (), kind, self.pack.documents.get(document), key)

    def unread(self) -> list[Finding]:
        """Return an error for every document nothing asked for, and for every key of a file of lists nothing asked for.

        What the base keeps for others to read (``BESIDE``) is left out; an overlay of it is read by nobody.
        """
        found: list[Finding] = []
        for document, data in self.pack.documents.items():
            lists = self._lists.get(document)
            if document in self._whole or (document.startswith(BESIDE) and self.pack.place(document).file == document):
                continue
            if lists is None:
                found.append(self._said(document, (), "R040", {}))
                continue
            keys = list(cast("Mapping[str | int, Any]", data)) if isinstance(data, Mapping) else []
            found += [self._said(document, (key,), "R001.unknown", {"name": key}) for key in keys if key not in lists]
        return found

    def refuse(self, document: str, keys: Keys, code: str, message: str, remedy: str, zh: str = "") -> None:
        """Note an error at a place of a document; ``zh`` says it in Chinese."""
        self.findings.append(self._finding(document, keys, code, message, remedy, zh))

    def about(
        self, row: Row, code: str, message: str, remedy: str, *at: str | int, warning: bool = False, zh: str = ""
    ) -> Finding:
        """Return a finding about a row that was read, pointing at a key inside it."""
        document, keys = self.places[id(row)]
        return self._finding(document, (*keys, *at), code, message, remedy, zh, warning=warning)

    def _finding(
        self, document: str, keys: Keys, code: str, message: str, remedy: str, zh: str, *, warning: bool = False
    ) -> Finding:
        place = self.pack.shown(self.prefix, document, *keys)
        severity = "warning" if warning else "error"
        return Finding(place.file, place.line, code, severity, ".".join(map(str, keys)), message, remedy, zh)

    def _said(self, document: str, keys: Keys, key: str, params: Mapping[str, object]) -> Finding:
        message, remedy, zh = said(key, params)
        return self._finding(document, keys, key.partition(".")[0], message, remedy, zh)

    def _tell(self, document: str, keys: Keys, key: str, params: Mapping[str, object]) -> None:
        message, remedy, zh = said(key, params)
        self.refuse(document, keys, key.partition(".")[0], message, remedy, zh)

    def _row(self, document: str, keys: Keys, kind: type[AnyRow], data: Any, key: str | None) -> list[AnyRow]:
        try:
            row = kind.model_validate(data)
        except ValidationError as error:
            for problem in error.errors():
                place = (*keys, *problem["loc"])
                name = place_name(self.pack.documents.get(document), place) or document
                words_key = SHAPES.get(problem["type"], "R001")
                self._tell(document, place, words_key, {"name": name, "problem": problem["msg"]})
            return []
        return [row] if self._first(document, keys, row, key) else []

    def _first(self, document: str, keys: Keys, row: "Row", key: str | None) -> bool:
        name = document if key is None else str(getattr(row, key))
        if (type(row), name) in self._seen:
            self._tell(document, keys, "R002", {"id": name})
            return False
        self._seen[type(row), name] = row
        self.places[id(row)] = (document, keys)
        return True
