"""Tables around visits and requests: the list of visits, the agency's mystery sheet, what the client is asked to send."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from assessment.fieldwork import MysteryVisit, RequestState, RequestStatus, StoreVisit
from assessment.register_words import SELECTIONS
from assessment.request_states import applying, standing
from assessment.sheets.cells import CellError
from assessment.sheets.coded import registered
from assessment.sheets.columns import Column, ReadRow, SheetContext, TableSpec
from assessment.sheets.observed import is_silent, seen_in, seen_word, wanted
from assessment.sheets.problems import SheetProblem
from assessment.sheets.reading import at, doubled, unknown
from assessment.sheets.words import REQUEST_STATUSES, L
from questionnaires.cards import Request
from questionnaires.instruments import Question
from questionnaires.locale_text import LocaleText
from scoring.observation import Selection

TIME = re.compile(r"(?:[01]?\d|2[0-3])[:：][0-5]\d")


def store_visits_table(context: SheetContext) -> TableSpec[StoreVisit]:
    """Return the list of visits: who goes to which store on which day."""
    visitors = [person for person in context.people if person.kind == "consultant"]
    columns = (
        Column("id", L("走访编号", "Visit id"), "id", L("如 V01，不重复", "such as V01, once only"), required=True),
        Column("store", L("门店编号", "Store id"), "id", required=True, codes=registered(context.stores)),
        Column("visitor", L("顾问编号", "Consultant id"), "id", required=True, codes=registered(visitors)),
        Column("day", L("日期", "Day"), "date", required=True),
        Column("selection", L("选店方式", "How chosen"), "choice", required=True, choices=SELECTIONS),
    )
    stores = [store.id for store in context.stores]
    consultants = [person.id for person in visitors]

    def build(row: ReadRow) -> StoreVisit:
        day = date.fromisoformat(row.text("day"))
        chosen = cast("Selection", row.text("selection"))
        return StoreVisit(row.text("id"), row.text("store"), row.text("visitor"), day, chosen)

    def cells(row: StoreVisit) -> Mapping[str, Any]:
        return {column.key: getattr(row, column.key) for column in columns} | {"day": row.day.isoformat()}

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        strangers = [row for row in rows if row.text("visitor") not in consultants]
        return [
            *doubled(rows, "id", lambda row: row.text("id")),
            *unknown(rows, "store", stores, "门店", "store"),
            *(at(row, "visitor", "not_a_consultant", value=row.text("visitor")) for row in strangers),
        ]

    about = L("一行一次走访：哪家店、谁去、哪天。", "One row per visit: which store, who goes, which day.")
    return TableSpec("store_visits", L("走访安排", "Visit list"), about, columns, build, cells, check)


def mystery_table(context: SheetContext) -> TableSpec[MysteryVisit]:
    """Return the mystery sheet: one row a visit, a column per point. A cell left blank, or “n/a”, says the point did not arise."""
    sheet = context.content.library.mystery
    kinds = {"store": "id", "date": "date"}
    about_visit = tuple(
        Column(
            c.id,
            c.title,
            cast("Any", kinds.get(c.id, "text")),
            c.help,
            required=c.id != "time",
            limit=40,
            codes=registered(context.stores) if c.id == "store" else {},
        )
        for c in sheet.columns
    )
    points = {p.id: p for p in sheet.points}
    columns = (*about_visit, *(_point_column(point) for point in sheet.points))
    stores = [store.id for store in context.stores]

    def build(row: ReadRow) -> MysteryVisit:
        seen = {key: seen_in(p, row.text(key)) for key, p in points.items() if _says(row, p)}
        day = date.fromisoformat(row.text("date"))
        return MysteryVisit(row.text("store"), day, row.text("visitor"), row.text("time"), seen)

    def cells(row: MysteryVisit) -> Mapping[str, Any]:
        about = {"store": row.store, "date": row.day.isoformat(), "time": row.time, "visitor": row.visitor}
        return about | {k: seen_word(points[k], v, "zh") for k, v in row.seen.items() if k in points}

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        problems = unknown(rows, "store", stores, "门店", "store")
        problems += doubled(rows, "store", lambda r: " ".join(map(r.text, ("store", "date", "time", "visitor"))))
        for row in rows:
            if row.text("time") and not TIME.fullmatch(row.text("time")):
                problems.append(at(row, "time", "not_a_time", value=row.text("time")))
            problems += [_mistake(row, point) for point in sheet.points if _says(row, point) and _bad(row, point)]
        return problems

    return TableSpec("mystery", sheet.title, sheet.intro, columns, build, cells, check)


def _point_column(point: Question) -> Column:
    help_ = point.help or L("", "")
    about = wanted(point)
    told = L(f"{point.stem.zh}{help_.zh}【{about.zh}】", f"{point.stem.en} {help_.en} [{about.en}]")
    return Column(point.id, L(point.id, point.id), help=told, limit=200, width=30)


def _says(row: ReadRow, point: Question) -> bool:
    return bool(row.text(point.id)) and not is_silent(point, row.text(point.id))


def _bad(row: ReadRow, point: Question) -> CellError | None:
    try:
        seen_in(point, row.text(point.id))
    except CellError as error:
        return error
    return None


def _mistake(row: ReadRow, point: Question) -> SheetProblem:
    error = _bad(row, point)
    name = L(f"{point.id} {point.stem.zh}", f"{point.id} {point.stem.en}")
    return at(row, point.id, error.code if error else "not_met", column=name, **(error.params if error else {}))


def requests_table(context: SheetContext) -> TableSpec[RequestState]:
    """Return what the client is asked to send: the list goes out as it is, and comes back with who, when and what became of it."""
    library = context.content.library
    requests = {request.id: request for request in library.requests}
    roles = {role.id: role.name for role in library.framework.roles}
    columns = (
        Column("id", L("编号", "Id"), required=True, limit=40, width=10),
        Column("title", L("资料", "What"), info=True, width=24),
        Column("ask", L("请这样给", "Please send"), info=True, width=50),
        Column("why", L("用来看什么", "What it shows"), info=True, width=32),
        Column("role", L("一般在谁手里", "Usually with"), info=True, width=18),
        Column("accepts", L("收什么形式", "Form"), info=True, width=18),
        Column("who", L("谁给", "Who sends it"), limit=60, width=16),
        Column("due", L("最晚日期", "Due"), "date"),
        Column("status", L("状态", "State"), "choice", choices=REQUEST_STATUSES),
        Column("received", L("收到日期", "Received"), "date"),
        Column("note", L("备注", "Note"), limit=500, width=30),
        Column("privacy", L("隐私", "Privacy"), info=True, width=40),
    )
    kinds = {k.id: k.name for k in library.framework.evidence_kinds.values()}

    def build(row: ReadRow) -> RequestState:
        return RequestState(
            row.text("id"),
            cast("RequestStatus", row.text("status") or "open"),
            row.text("who"),
            _day(row, "due"),
            _day(row, "received"),
            row.text("note"),
        )

    def cells(row: RequestState) -> Mapping[str, Any]:
        days = {
            key: value.isoformat() if value else None for key, value in (("due", row.due), ("received", row.received))
        }
        own = {"id": row.id, "who": row.who, "status": row.status, "note": row.note, **days}
        request = requests.get(row.id)
        if request is None:
            return own
        accepts = [kinds[kind] for kind in request.accepts if kind in kinds]
        return {
            **own,
            "title": request.title,
            "ask": request.ask,
            "why": request.why,
            "role": roles.get(request.role),
            "accepts": L("、".join(k.zh for k in accepts), ", ".join(k.en for k in accepts)),
            "privacy": request.privacy,
        }

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        early = [row for row in rows if row.text("received") and row.text("status") != "received"]
        return [
            *unknown(rows, "id", requests, "资料", "request"),
            *doubled(rows, "id", lambda row: row.text("id")),
            *(at(row, "received", "received_date") for row in early),
        ]

    about = L("一行一份资料：请谁在哪天之前给。", "One row per request: who sends it, and by when.")
    return TableSpec("requests", L("资料清单", "Requests"), about, columns, build, cells, check, _not_made(context))


def _day(row: ReadRow, key: str) -> date | None:
    return date.fromisoformat(row.text(key)) if row.text(key) else None


def listed(states: Sequence[RequestState], context: SheetContext) -> tuple[RequestState, ...]:
    """Return a state for every request made of this company, in the order of the content; one never touched is open."""
    return standing(_made(states, context), states, ())


def _made(states: Sequence[RequestState], context: SheetContext) -> tuple[Request, ...]:
    requests = context.content.library.requests
    return requests if context.scope is None else applying(requests, context.scope, states)


def _not_made(context: SheetContext) -> tuple[LocaleText, ...]:
    """Say which requests of the content are not made, and why; nothing when all are."""
    made = {request.id for request in _made((), context)}
    left = [request.title for request in context.content.library.requests if request.id not in made]
    if not left:
        return ()
    zh, en = "、".join(title.zh for title in left), ", ".join(title.en for title in left)
    return (
        L(
            f"另有 {len(left)} 份这次不请，因为要看的能力不在核心 26 项里：{zh}。",
            f"{len(left)} more are not asked for: what they show is outside the core 26. These are: {en}.",
        ),
    )
