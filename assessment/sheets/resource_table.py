"""The resource inventory as a table: the acceptance test is mandatory, everything else may come later."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from assessment.inventory import VALUE_PARTS
from assessment.register_words import MOMENTS, NAMED_BY
from assessment.resources import Moment, NamedBy, Resource, ResourceClass
from assessment.sheets.columns import Column, ReadRow, SheetContext, TableSpec
from assessment.sheets.problems import SheetProblem
from assessment.sheets.reading import at, doubled, unknown
from assessment.sheets.words import EFFORTS, L

STEPS = {
    "identified": L("已点名", "Identified by name"),
    "rights": L("有权利或授权", "Rights or consent secured"),
    "digitised": L("已数字化", "Digitised"),
    "owner": L("有负责人", "Owner named"),
    "fresh": L("半年内更新过", "Refreshed within 6 months"),
}
PARTS = {
    "reach": L("覆盖 1-5", "Reach 1-5"),
    "relevance": L("与买家相关 1-5", "Relevance to buyer 1-5"),
    "trust": L("信任 1-5", "Trust 1-5"),
    "margin": L("毛利影响 1-5", "Margin effect 1-5"),
}


def _columns(context: SheetContext) -> tuple[Column, ...]:
    pack = context.content
    classes = {key: info.name for key, info in pack.resource_classes.items()}
    types = {key: kind.name for key, kind in pack.resource_types.items()}
    flags = {str(code): flag.name for code, flag in pack.catalogue.flags.items()}
    once = L("由谁、何时、凭什么权利可用", "who may use it, by when, with what right")
    deal = L("在成交的哪一步起作用", "at which moment of a deal it helps")
    return (
        Column("id", L("资源编号", "Resource id"), "id", required=True),
        Column("name", L("资源", "Resource"), required=True, limit=80, width=24),
        Column("name_en", L("资源（英文）", "Resource (English)"), limit=120, width=24),
        Column("class", L("大类", "Class"), "choice", required=True, choices=classes),
        Column("type", L("类型", "Type"), "choice", required=True, choices=types, width=22),
        Column("can_be_used", L("能用", "Can be used"), required=True, help=once, limit=300, width=36),
        Column("can_be_used_en", L("能用（英文）", "Can be used (English)"), limit=400, width=36),
        Column("helps", L("有助成交", "Helps a deal"), required=True, help=deal, limit=300, width=36),
        Column("helps_en", L("有助成交（英文）", "Helps a deal (English)"), limit=400, width=36),
        Column("moments", L("时刻", "Moments"), "choices", required=True, choices=MOMENTS, width=22),
        *(Column(key, PARTS[key], "integer", required=True, low=1, high=5, width=10) for key in VALUE_PARTS),
        *(Column(f"step_{key}", title, "flag", width=10) for key, title in STEPS.items()),
        Column("utilisation", L("利用率", "Utilisation"), "share", help=L("没有记录就空着", "blank when not tracked")),
        Column("effort", L("投入 1-3", "Effort 1-3"), "integer", required=True, low=EFFORTS[0], high=EFFORTS[1]),
        Column("named_by", L("谁提到", "Named by"), "choices", required=True, choices=NAMED_BY),
        Column("rights", L("权利与授权", "Rights"), limit=300, width=30),
        Column("rights_en", L("权利与授权（英文）", "Rights (English)"), limit=400, width=30),
        Column("flags", L("合规标记", "Flags"), "choices", choices=flags),
        Column(
            "facts", L("事实", "Facts"), "list", help=L("如 settlement=manual", "such as settlement=manual"), width=26
        ),
        Column("owner", L("负责人", "Owner"), limit=60),
        Column("note", L("备注", "Note"), limit=500, width=30),
        Column("note_en", L("备注（英文）", "Note (English)"), limit=500, width=30),
    )


def resources_table(context: SheetContext) -> TableSpec[Resource]:
    """Return the table of resources."""
    types, classes = context.content.resource_types, context.content.resource_classes

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        problems = doubled(rows, "id", lambda row: row.text("id"))
        problems += unknown(rows, "type", types, "资源类型", "kind of resource")
        for row in rows:
            kind = types.get(row.text("type"))
            if kind is not None and kind.cls != row.text("class"):
                wanted, given = classes[kind.cls].name, row.text("class")
                said = classes[cast("ResourceClass", given)].name if given else given
                problems.append(at(row, "class", "class_of_type", value=kind.name, wanted=wanted, given=said))
            problems += [at(row, "facts", "not_a_pair", value=p) for p in row.items("facts") if "=" not in p]
        return problems

    about = L(
        "能用、又有助成交，才算资源：这两栏必填。",
        "A thing is a resource only if it can be used and helps a deal: both are mandatory.",
    )
    return TableSpec("resources", L("资源", "Resources"), about, _columns(context), _build, _cells, check)


def _build(row: ReadRow) -> Resource:
    return Resource(
        id=row.text("id"),
        name=row.text("name"),
        cls=cast("ResourceClass", row.text("class")),
        type=row.text("type"),
        can_be_used=row.text("can_be_used"),
        helps=row.text("helps"),
        moments=cast("tuple[Moment, ...]", row.items("moments")),
        value_parts={key: int(row.values[key]) for key in VALUE_PARTS},
        readiness=frozenset(key for key in STEPS if row.values.get(f"step_{key}")),
        utilisation=row.values.get("utilisation"),
        effort=int(row.values["effort"]),
        named_by=cast("tuple[NamedBy, ...]", row.items("named_by")),
        flags=row.items("flags"),
        facts=dict(_pair(text) for text in row.items("facts")) or None,
        **{k: row.text(k) for k in ("rights", "owner", "note", "name_en", "can_be_used_en", "helps_en")},
        **{k: row.text(k) for k in ("rights_en", "note_en")},
    )


def _pair(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    return key.strip(), value.strip()


def _cells(row: Resource) -> Mapping[str, Any]:
    plain = ("id", "name", "name_en", "type", "can_be_used", "can_be_used_en", "helps", "helps_en", "moments")
    more = ("utilisation", "effort", "named_by", "rights", "rights_en", "flags", "owner", "note", "note_en")
    return {
        **{key: getattr(row, key) for key in (*plain, *more)},
        "class": row.cls,
        **row.value_parts,
        **{f"step_{key}": key in row.readiness for key in STEPS},
        "facts": tuple(f"{key}={value}" for key, value in (row.facts or {}).items()),
    }
