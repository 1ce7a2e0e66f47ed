"""What consultants bring home as tables: store visits, documents, facts, approved not-applicables, targets."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, cast

from assessment.fact_checks import beyond, misfits
from assessment.fact_definitions import FactDefinition
from assessment.facts import GivenFact
from assessment.fieldwork import DocumentFinding, NaApproval, VisitFinding
from assessment.industries import TargetChange
from assessment.periods import is_to_come, period_of
from assessment.register_words import SELECTIONS
from assessment.sheets.cells import CellError
from assessment.sheets.coded import names_of, registered
from assessment.sheets.columns import Column, ReadRow, SheetContext, TableSpec
from assessment.sheets.levels import LevelWord, level_of, level_word
from assessment.sheets.problems import SheetProblem
from assessment.sheets.reading import at, doubled, unknown
from assessment.sheets.words import GRADED, L
from questionnaires.locale_text import LocaleText
from roadmap.initiatives import Grade
from scoring.observation import Group, Selection

NOTE = Column("note", L("记录", "Note"), limit=2000, width=50)


def _value_column() -> Column:
    return Column(
        "value",
        L("等级", "Level"),
        help=L("1 到 5、不知道、不适用：原因", "1 to 5, don't know, n/a: reason"),
        required=True,
        limit=300,
    )


def _capability_column(context: SheetContext) -> Column:
    return Column("capability", L("能力编号", "Capability id"), "id", required=True, codes=capability_names(context))


def capability_names(context: SheetContext) -> dict[str, LocaleText]:
    """Return the name of every capability by its code."""
    return names_of(context.content.library.framework.capabilities)


def _evidence_column(context: SheetContext) -> Column:
    kinds = {k.id: k.name for k in context.content.library.framework.evidence_kinds.values()}
    return Column("evidence", L("证据", "Evidence"), "choices", choices=kinds, width=20)


def _levels(rows: Sequence[ReadRow]) -> list[SheetProblem]:
    """Return the problems of the level cells."""
    problems: list[SheetProblem] = []
    for row in rows:
        try:
            level_of(row.text("value"))
        except CellError as error:
            problems.append(at(row, "value", error.code, **error.params))
    return problems


def _level(row: ReadRow) -> LevelWord:
    return level_of(row.text("value"))


def visits_table(context: SheetContext) -> TableSpec[VisitFinding]:
    """Return the table of what was seen in visited stores."""
    columns = (
        Column("unit", L("门店编号", "Store id"), "id", required=True, codes=registered(context.stores)),
        _capability_column(context),
        _value_column(),
        _evidence_column(context),
        NOTE,
        Column("selection", L("选店方式", "How chosen"), "choice", required=True, choices=SELECTIONS),
    )
    stores = [store.id for store in context.stores]
    capabilities = capability_names(context)

    def build(row: ReadRow) -> VisitFinding:
        said = _level(row)
        note = row.text("note") or said.na_reason
        selection = cast("Selection", row.text("selection"))
        return VisitFinding(
            row.text("unit"), row.text("capability"), said.level, said.reason, row.items("evidence"), note, selection
        )

    def cells(row: VisitFinding) -> Mapping[str, Any]:
        return {
            "unit": row.store,
            "capability": row.capability,
            "value": level_word(row.value, row.reason, row.note),
            "evidence": row.evidence,
            "note": row.note,
            "selection": row.selection,
        }

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        return [
            *unknown(rows, "unit", stores, "门店", "store"),
            *unknown(rows, "capability", capabilities, "能力", "capability", capabilities),
            *doubled(rows, "capability", lambda row: f"{row.text('unit')} {row.text('capability')}"),
            *_levels(rows),
        ]

    about = L("一行一家店的一项能力。", "One row per store and capability.")
    return TableSpec("visits", L("走店", "Visits"), about, columns, build, cells, check)


def documents_table(context: SheetContext) -> TableSpec[DocumentFinding]:
    """Return the table of what documents and exports show."""
    columns = (
        Column("unit", L("谁的资料", "Whose"), "id", L("总部写 HQ", "HQ for head office"), required=True),
        _capability_column(context),
        _value_column(),
        _evidence_column(context),
        NOTE,
    )
    capabilities = capability_names(context)

    def build(row: ReadRow) -> DocumentFinding:
        said = _level(row)
        note = row.text("note") or said.na_reason
        return DocumentFinding(
            row.text("unit"), row.text("capability"), said.level, said.reason, row.items("evidence"), note
        )

    def cells(row: DocumentFinding) -> Mapping[str, Any]:
        return {
            "unit": row.unit,
            "capability": row.capability,
            "value": level_word(row.value, row.reason, row.note),
            "evidence": row.evidence,
            "note": row.note,
        }

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        return [
            *unknown(rows, "capability", capabilities, "能力", "capability", capabilities),
            *doubled(rows, "capability", lambda row: f"{row.text('unit')} {row.text('capability')}"),
            *_levels(rows),
        ]

    about = L("一行一份资料对应的一项能力。", "One row per document and capability.")
    return TableSpec("documents", L("资料", "Documents"), about, columns, build, cells, check)


def approvals_table(context: SheetContext) -> TableSpec[NaApproval]:
    """Return the table of approved not-applicables."""
    units = {**registered(context.stores), **registered(context.people), "HQ": L("总部", "head office")}
    lists = context.content.library.framework.code_lists
    columns = (
        Column("group", L("来源", "Source"), "choice", required=True, choices=lists["source_group"]),
        _capability_column(context),
        Column("unit", L("门店或人员编号", "Store or person id"), "id", required=True, codes=units),
        Column("reason", L("原因", "Reason"), required=True, limit=300, width=40),
        Column("approver", L("批准人", "Approved by"), required=True, limit=60),
    )
    capabilities = capability_names(context)

    def build(row: ReadRow) -> NaApproval:
        group = cast("Group", row.text("group"))
        return NaApproval(group, row.text("capability"), row.text("unit"), row.text("reason"), row.text("approver"))

    def cells(row: NaApproval) -> Mapping[str, Any]:
        return {column.key: getattr(row, column.key) for column in columns}

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        key = ("group", "capability", "unit")
        return [
            *unknown(rows, "capability", capabilities, "能力", "capability", capabilities),
            *unknown(rows, "unit", units, "门店或人员", "store or person"),
            *doubled(rows, "unit", lambda row: " ".join(row.text(k) for k in key)),
        ]

    about = L(
        "经顾问批准的“不适用”，不计入分母。", "Not-applicables a consultant approved; they leave the denominator."
    )
    return TableSpec("approvals", L("不适用", "Not applicable"), about, columns, build, cells, check)


def targets_table(context: SheetContext) -> TableSpec[TargetChange]:
    """Return the table of targets the workshop changed."""
    columns = (
        _capability_column(context),
        Column("level", L("目标等级", "Target level"), "number", required=True, low=1, high=5),
        Column("reason", L("理由", "Reason"), required=True, limit=200, width=40),
        Column("reason_en", L("理由（英文）", "Reason (English)"), limit=300, width=40),
    )
    capabilities = capability_names(context)

    def build(row: ReadRow) -> TargetChange:
        reason = LocaleText(row.text("reason"), row.text("reason_en") or row.text("reason"))
        return TargetChange(row.text("capability"), float(row.values["level"]), reason)

    def cells(row: TargetChange) -> Mapping[str, Any]:
        return {"capability": row.capability, "level": row.level, "reason": row.reason.zh, "reason_en": row.reason.en}

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        return [
            *unknown(rows, "capability", capabilities, "能力", "capability", capabilities),
            *doubled(rows, "capability", lambda row: row.text("capability")),
        ]

    about = L("研讨会改动的目标，每个写明理由。", "Targets the workshop changed, each with its reason.")
    return TableSpec("targets", L("目标", "Targets"), about, columns, build, cells, check)


def facts_table(context: SheetContext) -> TableSpec[GivenFact]:
    """Return the table of the profit model's numbers."""
    definitions = context.content.fact_definitions
    columns = (
        Column("id", L("编号", "Id"), "id", required=True, width=24),
        Column("name", L("数字", "Number"), info=True, width=22),
        Column("unit", L("单位", "Unit"), info=True),
        Column("value", L("值", "Value"), limit=40, help=L("空着就用行业常用值", "blank: the trade's usual figure")),
        Column("grade", L("可靠度", "Grade"), "choice", choices=GRADED),
        Column("period", L("期间", "Period"), limit=60),
        Column("source", L("来源", "Source"), limit=120, width=26),
        Column("source_en", L("来源（英文）", "Source (English)"), limit=120, width=26),
        Column("help", L("怎么算", "How to count"), info=True, width=40),
    )

    def build(row: ReadRow) -> GivenFact:
        grade = cast("Grade", row.text("grade") or "D")
        words = {k: row.text(k) for k in ("source", "source_en")} | {"period": period_of(row.text("period"))}
        return GivenFact(row.text("id"), _fact(row, definitions[row.text("id")].kind), grade, **words)

    def cells(row: GivenFact) -> Mapping[str, Any]:
        own = {c.key: getattr(row, c.key) for c in columns if not c.info}
        definition = definitions.get(row.id)
        if definition is None:
            return own
        return {**own, "name": definition.name, "unit": definition.unit, "help": definition.help}

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        problems = unknown(rows, "id", definitions, "数字", "number")
        problems += doubled(rows, "id", lambda row: row.text("id"))
        titles = {c.key: c.title for c in columns}
        understood: dict[str, tuple[ReadRow, GivenFact]] = {}
        for row in rows:
            if row.values.get("value") and not row.text("grade"):
                problems.append(at(row, "grade", "required", column=titles["grade"]))
            definition = definitions.get(row.text("id"))
            if definition is None:
                continue
            problems += _period(row, definition, titles["period"], context.today)
            try:
                fact = GivenFact(definition.id, _fact(row, definition.kind))
            except CellError as error:
                problems.append(at(row, "value", error.code, column=titles["value"], **error.params))
                continue
            understood[definition.id] = (row, fact)
            if beyond(fact, definition):
                limits = {"value": f"{fact.value:,g}", "limit": f"{definition.highest:,g}"}
                problems.append(at(row, "value", "beyond", column=titles["value"], **limits))
        for misfit in misfits([fact for _, fact in understood.values()], len(context.stores)):
            words = {"text_zh": misfit.text.zh, "text_en": misfit.text.en}
            problems.append(at(understood[misfit.where][0], "value", "contradicts", column=titles["value"], **words))
        return problems

    about = L(
        "利润测算要的数字；空着的用行业常用值并标明。",
        "Numbers of the profit model; blanks take the trade's usual figures, marked as such.",
    )
    return TableSpec("facts", L("数字", "Facts"), about, columns, build, cells, check)


def _period(row: ReadRow, definition: FactDefinition, title: LocaleText, today: date | None) -> Iterator[SheetProblem]:
    text = row.text("period")
    try:
        period = period_of(text)
    except ValueError:
        yield at(row, "period", "not_a_period", column=title, value=text[:40])
        return
    if today and not definition.planned and is_to_come(period, today):
        yield at(row, "period", "ahead", column=title, value=text[:40])


def _fact(row: ReadRow, kind: str) -> float | None:
    """Return the number as the client wrote it: yuan, a count, or a share."""
    from assessment.sheets.cells import understand

    shape = "share" if kind == "share" else "number"
    column = Column("value", L("值", "Value"), shape, low=0)
    return understand(row.values.get("value"), column)
