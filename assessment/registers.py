"""Registers: lists of frozen entries that a consultant keeps — stores, people, systems, … One mechanism for all."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlmodel import Session, col, delete, select

from assessment.access import Actor, Permission
from assessment.audit import record
from assessment.codec import checked, decode_all, encode, print_of
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.errors import Conflict, InvalidInput, NotFound, Problem
from assessment.tables import Entry
from questionnaires.locale_text import LocaleText

Item = TypeVar("Item")
ID = re.compile(r"[\w.-]{1,64}")
"""Ids stand in addresses of pages, so they hold nothing that would need escaping there but letters of any script."""


def _no_columns(_item: Any) -> dict[str, Any]:
    return {}


def _no_problems(_session: Session, _engagement: str, _items: Sequence[Any]) -> Iterator[Problem]:
    return iter(())


def _no_ties(_session: Session, _engagement: str, _ids: Sequence[str]) -> Iterator[Problem]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Register(Generic[Item]):
    """One kind of register.

    ``keys`` names the entries of a list; ``columns`` gives the columns besides the document; ``misfits`` yields what
    is wrong with entries in this engagement; ``ties`` yields what still hangs on entries about to be removed.
    ``composed`` keys are made of ids that were checked in their own register.
    """

    name: str
    kind: type[Item]
    table: type[Entry]
    keys: Callable[[Sequence[Item]], Sequence[str]]
    columns: Callable[[Item], dict[str, Any]] = _no_columns
    misfits: Callable[[Session, str, Sequence[Item]], Iterator[Problem]] = _no_problems
    ties: Callable[[Session, str, Sequence[str]], Iterator[Problem]] = _no_ties
    composed: bool = False
    to_read: Permission = "engagement.view"
    to_write: Permission = "register.edit"

    def entries(self, db: Database, actor: Actor, engagement: str) -> tuple[Item, ...]:
        """Return the entries in the order of the list."""
        with db.view() as session:
            enter(session, actor, engagement, self.to_read)
            return self.read(session, engagement)

    def replace(self, db: Database, actor: Actor, engagement: str, items: Sequence[Item], now: datetime) -> int:
        """Make ``items`` the whole list and return their number. All or nothing.

        Raises:
            InvalidInput: naming every entry that cannot be used, and every one that cannot go because things hang on it.
        """
        with db.unit() as session:
            enter_to_change(session, actor, engagement, self.to_write, now)
            detail = self.write(session, engagement, items)
            record(session, actor, f"{self.name}.replaced", self.name, now, detail, engagement=engagement)
        return len(items)

    def save(
        self, db: Database, actor: Actor, engagement: str, item: Item, now: datetime, *, expected: str | None = None
    ) -> None:
        """Add an entry at the end, or change the one of this id in its place.

        ``expected`` is the print (see ``print_of``) of the entry the change was made on; without it the last save wins.

        Raises:
            InvalidInput: when the entry cannot be used.
            Conflict: when somebody else changed it since; ``theirs`` is what stands now, None when it is gone.
        """
        with db.unit() as session:
            enter_to_change(session, actor, engagement, self.to_write, now)
            key = self.keys([item])[0]
            items = list(self.read(session, engagement))
            at = list(self.keys(items)).index(key) if key in self.keys(items) else len(items)
            there = items[at] if at < len(items) else None
            if expected is not None and expected != print_of(there) and there != item:
                raise Conflict(item, there)
            items[at : at + 1] = [item]
            self.write(session, engagement, items)
            record(session, actor, f"{self.name}.saved", f"{self.name} {key}", now, engagement=engagement)

    def remove(self, db: Database, actor: Actor, engagement: str, key: str, now: datetime) -> None:
        """Take an entry off the list.

        Raises:
            NotFound: when there is none of this id.
            InvalidInput: when something still hangs on it.
        """
        with db.unit() as session:
            enter_to_change(session, actor, engagement, self.to_write, now)
            items = self.read(session, engagement)
            kept = [item for item, name in zip(items, self.keys(items), strict=True) if name != key]
            if len(kept) == len(items):
                raise NotFound
            self.write(session, engagement, kept)
            record(session, actor, f"{self.name}.removed", f"{self.name} {key}", now, engagement=engagement)

    def read(self, session: Session, engagement: str) -> tuple[Item, ...]:
        """Return the entries inside a unit of work."""
        table = self.table
        rows = session.exec(
            select(table.body).where(table.engagement_id == engagement).order_by(col(table.position), table.id)
        )
        return decode_all(self.kind, tuple(rows))

    def write(self, session: Session, engagement: str, items: Sequence[Item]) -> dict[str, int]:
        """Make ``items`` the list inside a unit of work; return how many came, changed and went."""
        clean = [checked(self.kind, item) for item in items]
        wanted = dict(zip(self.keys(clean), enumerate(clean), strict=True))
        problems = [*self._bad_keys(self.keys(clean)), *self.misfits(session, engagement, clean)]
        rows = {r.id: r for r in session.exec(select(self.table).where(self.table.engagement_id == engagement))}
        gone = sorted(rows.keys() - wanted.keys())
        problems += self.ties(session, engagement, gone) if gone else ()
        if problems:
            raise InvalidInput(tuple(problems))
        self._delete(session, engagement, gone)
        changed = 0
        for key, (position, item) in wanted.items():
            body = encode(self.kind, item)
            values: dict[str, Any] = {"position": position, "body": body, **self.columns(item)}
            row = rows.get(key)
            if row is None:
                session.add(self.table(engagement_id=engagement, id=key, **values))
            else:
                changed += row.body != body
                for name, value in values.items():
                    setattr(row, name, value)
        session.flush()
        return {"added": len(wanted.keys() - rows.keys()), "changed": changed, "removed": len(gone)}

    def _delete(self, session: Session, engagement: str, ids: Sequence[str]) -> None:
        if ids:
            table = self.table
            session.exec(delete(table).where(col(table.engagement_id) == engagement, col(table.id).in_(ids)))

    def _bad_keys(self, keys: Sequence[str]) -> Iterator[Problem]:
        seen: set[str] = set()
        for key in keys:
            if not self.composed and not ID.fullmatch(key):
                text = LocaleText(
                    f"编号“{key}”不可用，请用字母、数字、点和横线。",
                    f"The id “{key}” cannot be used; use letters, digits, dots and dashes.",
                )
                yield Problem(self.name, text)
            if key in seen:
                yield Problem(key, LocaleText("编号重复。", "This id is there twice."))
            seen.add(key)
