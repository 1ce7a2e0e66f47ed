"""Needs as a table: one row per need, levers one a line in a cell. A draft may be incomplete, but never name a tool."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.engagement import LeverOfNeed, Need
from assessment.need_examples import NeedExample
from assessment.needs import check_need
from assessment.register_words import LEVER_KINDS
from assessment.sheets.cells import code_of
from assessment.sheets.coded import names_of
from assessment.sheets.columns import Choices, Column, ReadRow, SheetContext, TableSpec
from assessment.sheets.problems import SheetProblem
from assessment.sheets.reading import at, doubled, unknown
from assessment.sheets.words import LEVERS, L
from questionnaires.locale_text import LocaleText

PARTS = 5
PARTS_EN = 3
REFUSED = frozenset({"names_a_tool", "unknown_capability", "unknown_lever", "parked_suggests"})
SIDES = ("executives", "stores")


def _columns(capabilities: Choices, initiatives: Choices) -> tuple[Column, ...]:
    line = L("一行一个：类别 | 名称 | 现状 | 目标 | 负责人", "one a line: kind | name | current | target | owner")
    line_en = L("同样顺序的英文：名称 | 现状 | 目标", "in English, same order: name | current | target")
    parts = [
        ("importance_executives", "重要性·高层 1-10", "Importance, executives 1-10"),
        ("importance_stores", "重要性·门店 1-10", "Importance, stores 1-10"),
        ("satisfaction_executives", "满意度·高层 1-10", "Satisfaction, executives 1-10"),
        ("satisfaction_stores", "满意度·门店 1-10", "Satisfaction, stores 1-10"),
    ]
    return (
        Column("id", L("需求编号", "Need id"), "id", required=True),
        Column("request", L("N1 原话", "N1 Words said"), required=True, limit=300, width=30),
        Column("request_en", L("N1 原话（英文）", "N1 Words said (English)"), limit=400, width=30),
        Column("said_by", L("谁说的", "Said by"), required=True, limit=60),
        Column("said_on", L("哪天说的", "Said on"), "date", required=True),
        Column(
            "statement",
            L("N2 需求陈述", "N2 Need statement"),
            help=L("方向+指标+对象+情境，不写工具", "direction, measure, object, situation; no tool"),
            limit=400,
            width=44,
        ),
        Column("statement_en", L("N2 需求陈述（英文）", "N2 Need statement (English)"), limit=500, width=44),
        Column("flow", L("N3 真正流转的", "N3 What really flows"), limit=300, width=30),
        Column("flow_en", L("N3 真正流转的（英文）", "N3 What really flows (English)"), limit=400, width=30),
        Column("levers", L("N4 系统杠杆", "N4 Levers"), help=line, limit=2000, width=50),
        Column("levers_en", L("N4 系统杠杆（英文）", "N4 Levers (English)"), help=line_en, limit=2000, width=50),
        Column("goal", L("N5 战略目标", "N5 Goal"), limit=120),
        Column("goal_en", L("N5 战略目标（英文）", "N5 Goal (English)"), limit=200),
        Column("efficiency", L("N5 效率", "N5 Efficiency"), limit=120),
        Column("efficiency_en", L("N5 效率（英文）", "N5 Efficiency (English)"), limit=200),
        Column("capability", L("N5 能力编号", "N5 Capability id"), "id", codes=capabilities),
        Column("lever", L("N5 利润杠杆", "N5 Profit lever"), "choice", choices=LEVERS),
        Column("capabilities", L("相关能力", "Capabilities"), "list", codes=capabilities, width=22),
        Column("initiatives", L("举措", "Initiatives"), "list", codes=initiatives, width=30),
        *(Column(key, L(zh, en), "number", low=1, high=10) for key, zh, en in parts),
        Column("feature_only", L("只是功能，搁置", "Feature only, parked"), "flag"),
    )


def needs_table(context: SheetContext) -> TableSpec[Need]:
    """Return the table of needs."""
    pack = context.content
    capabilities = pack.library.framework.capabilities
    initiatives = names_of(pack.catalogue.initiatives)
    columns = _columns(names_of(capabilities), initiatives)

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        problems = doubled(rows, "id", lambda row: row.text("id"))
        problems += unknown(rows, "initiatives", initiatives, "举措", "initiative", initiatives)
        for row in rows:
            lines = _lever_problems(row)
            problems += lines
            if not lines:
                found = [p for p in check_need(_build(row), pack.need_words, capabilities) if p.code in REFUSED]
                problems += [at(row, _column_of(p.step), "need", zh=p.text.zh, en=p.text.en) for p in found]
        return problems

    about = L(
        "从原话到匹配检验；草稿可以不全，但需求陈述里不能写工具。",
        "From words said to fit test; drafts may be incomplete, but a need statement never names a tool.",
    )
    examples = tuple(_told(example) for example in pack.need_examples)
    return TableSpec("needs", L("需求", "Needs"), about, columns, _build, _cells, check, examples)


def _told(example: NeedExample) -> LocaleText:
    """Say a worked example in one line: what was said, the need, what flows, levers."""
    zh = f"例：{example.request.zh}→ {example.need.zh}。流转：{example.flows.zh}；杠杆：{'、'.join(x.zh for x in example.levers)}"
    levers = ", ".join(lever.en for lever in example.levers)
    return L(zh, f"Example: {example.request.en} → {example.need.en}. Flows: {example.flows.en}; levers: {levers}")


def _column_of(step: str) -> str:
    return {"N2": "statement", "N5": "capability"}.get(step, "id")


def _lines(text: str) -> list[list[str]]:
    """Split a cell into lines and those at the bars."""
    lines = [line for line in text.replace("｜", "|").splitlines() if line.strip()]
    return [[part.strip() for part in line.split("|")] for line in lines]


def _lever_problems(row: ReadRow) -> list[SheetProblem]:
    lines, english = _lines(row.text("levers")), _lines(row.text("levers_en"))
    wrong = [("levers", p) for p in lines if len(p) != PARTS or code_of(p[0], LEVER_KINDS) is None]
    wrong += [("levers_en", p) for p in english if len(p) != PARTS_EN]
    return [at(row, key, "not_a_lever", value=" | ".join(parts)[:60]) for key, parts in wrong]


def _levers(row: ReadRow) -> tuple[LeverOfNeed, ...]:
    english = _lines(row.text("levers_en"))
    levers: list[LeverOfNeed] = []
    for index, (kind, name, current, target, owner) in enumerate(_lines(row.text("levers"))):
        words = english[index] if index < len(english) else ["", "", ""]
        levers.append(LeverOfNeed(_kind(kind), name, current, target, owner, *words))
    return tuple(levers)


def _kind(word: str) -> Any:
    """Return the code of a lever's kind; the check has proven that there is one."""
    return code_of(word, LEVER_KINDS)


def _build(row: ReadRow) -> Need:
    rated = {
        what: {side: row.values[f"{what}_{side}"] for side in SIDES if row.values.get(f"{what}_{side}") is not None}
        for what in ("importance", "satisfaction")
    }
    return Need(
        id=row.text("id"),
        request=row.text("request"),
        said_by=row.text("said_by"),
        said_on=row.text("said_on"),
        statement=row.text("statement"),
        flow=row.text("flow"),
        levers=_levers(row),
        serves={key: row.text(key) for key in ("goal", "efficiency", "capability", "lever")},
        serves_en={key: row.text(f"{key}_en") for key in ("goal", "efficiency") if row.text(f"{key}_en")},
        initiatives=row.items("initiatives"),
        capabilities=row.items("capabilities"),
        importance=rated["importance"],
        satisfaction=rated["satisfaction"],
        feature_only=bool(row.values.get("feature_only")),
        **{k: row.text(k) for k in ("statement_en", "request_en", "flow_en")},
    )


def _cells(need: Need) -> Mapping[str, Any]:
    plain = ("id", "request", "request_en", "said_by", "said_on", "statement", "statement_en", "flow", "flow_en")
    levers = [f"{x.kind} | {x.name} | {x.current} | {x.target} | {x.owner}" for x in need.levers]
    english = [f"{x.name_en} | {x.current_en} | {x.target_en}" for x in need.levers]
    return {
        **{key: getattr(need, key) for key in (*plain, "capabilities", "initiatives", "feature_only")},
        "levers": "\n".join(levers),
        "levers_en": "\n".join(english) if any(x.name_en for x in need.levers) else "",
        **{key: need.serves.get(key, "") for key in ("goal", "efficiency", "capability", "lever")},
        **{f"{key}_en": need.serves_en.get(key, "") for key in ("goal", "efficiency")},
        **{f"importance_{side}": need.importance.get(side) for side in SIDES},
        **{f"satisfaction_{side}": need.satisfaction.get(side) for side in SIDES},
    }
