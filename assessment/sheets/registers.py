"""The registers of a company as tables: stores, people, systems, data flows."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from assessment.engagement import DataFlow, FlowMode, Ownership, Person, PersonKind, Store, System
from assessment.register_words import HOLDINGS
from assessment.sheets.coded import registered
from assessment.sheets.columns import Column, ReadRow, SheetContext, TableSpec
from assessment.sheets.problems import SheetProblem
from assessment.sheets.reading import at, doubled, unknown
from assessment.sheets.words import FORMS, PERSON_KINDS, L

FIRST_YEAR = 1900


def stores_table(context: SheetContext) -> TableSpec[Store]:
    """Return the table of stores."""
    lists = context.content.library.framework.code_lists
    columns = (
        Column("id", L("门店编号", "Store id"), "id", L("如 S01，不重复", "such as S01, once only"), required=True),
        Column("name", L("门店", "Store"), required=True, limit=60, width=20),
        Column("name_en", L("门店（英文）", "Store (English)"), limit=80, width=20),
        Column("ownership", L("经营方式", "Ownership"), "choice", required=True, choices=lists["ownership"]),
        Column("format", L("店型", "Format"), "open_choice", required=True, choices=lists["store_format"], limit=40),
        Column(
            "region_tier",
            L("城市层级", "City tier"),
            "open_choice",
            required=True,
            choices=lists["region_tier"],
            limit=40,
        ),
        Column("city", L("城市", "City"), limit=40),
        Column("city_en", L("城市（英文）", "City (English)"), limit=60),
        Column(
            "stratum",
            L("分层", "Stratum"),
            help=L(
                "同一层的门店彼此相像；空着就按经营方式、店型、层级组合",
                "stores that resemble each other; blank: ownership, format, tier",
            ),
            limit=60,
            width=18,
        ),
        Column("stratum_en", L("分层（英文）", "Stratum (English)"), limit=60, width=18),
        Column("manager", L("店长姓名", "Manager's name"), limit=40),
        Column("opened", L("开业年份", "Opened"), limit=20, help=L("四位数的年份", "the year, four digits")),
    )
    last = context.today.year + 1 if context.today else 9999

    def build(row: ReadRow) -> Store:
        return Store(
            id=row.text("id"),
            name=row.text("name"),
            ownership=cast("Ownership", row.text("ownership")),
            format=row.text("format"),
            region_tier=row.text("region_tier"),
            **{k: row.text(k) for k in ("city", "stratum", "manager", "opened", "name_en", "city_en", "stratum_en")},
        )

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        problems = doubled(rows, "id", lambda row: row.text("id"))
        for row in rows:
            year = row.text("opened")
            if year and not (re.fullmatch(r"[0-9]{4}", year) and FIRST_YEAR <= int(year) <= last):
                limits = {"low": FIRST_YEAR, "high": last, "value": year}
                problems.append(at(row, "opened", "not_a_year", column=columns[-1].title, **limits))
        return problems

    about = L("一行一家在营门店。", "One row per store in operation.")
    return TableSpec("stores", L("门店", "Stores"), about, columns, build, _fields(columns), check)


def people_table(context: SheetContext) -> TableSpec[Person]:
    """Return the table of people."""
    framework = context.content.library.framework
    roles = {role.id: role.name for role in framework.roles}
    columns = (
        Column(
            "id",
            L("人员编号", "Person id"),
            "id",
            L("如 P01、M01，不重复", "such as P01, M01, once only"),
            required=True,
        ),
        Column(
            "name",
            L("姓名", "Name"),
            help=L("导购不记名，填编号即可", "guides stay anonymous: repeat the id"),
            required=True,
            limit=60,
        ),
        Column("name_en", L("姓名（英文）", "Name (English)"), limit=60),
        Column("kind", L("身份", "Kind"), "choice", required=True, choices=PERSON_KINDS),
        Column(
            "roles",
            L("角色", "Roles"),
            "list",
            L("高层填他负责的角色，可几个", "for executives: the roles they answer for, one or more"),
            choices=roles,
            width=24,
        ),
        Column("title", L("职务", "Title"), limit=60, width=20),
        Column("title_en", L("职务（英文）", "Title (English)"), limit=80, width=24),
        Column(
            "store",
            L("门店编号", "Store id"),
            "id",
            L("店长、导购必填", "required for managers and guides"),
            codes=registered(context.stores),
        ),
        Column(
            "form",
            L("问卷", "Form"),
            "choice",
            L("一位高层兼几个角色时填“短表”", "“short form” for an executive who holds several roles"),
            choices=FORMS,
        ),
        Column("email", L("邮箱", "E-mail"), limit=120, width=26),
    )
    known = [store.id for store in context.stores]

    def build(row: ReadRow) -> Person:
        ident, kind = row.text("id"), cast("PersonKind", row.text("kind"))
        if kind == "guide":  # what would name a guide is not kept, whatever the table says
            return Person(id=ident, name=ident, kind=kind, store=row.text("store") or None)
        return Person(
            id=ident,
            name=row.text("name"),
            kind=kind,
            roles=row.items("roles"),
            store=row.text("store") or None,
            title=row.text("title"),
            email=row.text("email"),
            name_en=row.text("name_en"),
            title_en=row.text("title_en"),
            form="short" if row.text("form") == "short" else "",
        )

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        problems = doubled(rows, "id", lambda row: row.text("id"))
        problems += unknown(rows, "store", known, "门店", "store")
        problems += [
            at(row, "store", "store_required")
            for row in rows
            if row.text("kind") in {"manager", "guide"} and not row.text("store")
        ]
        problems += [
            at(row, "form", "short_form") for row in rows if row.text("form") and row.text("kind") != "executive"
        ]
        executives = [row for row in rows if row.text("kind") == "executive"]
        problems += unknown(executives, "roles", roles, "角色", "role")
        return problems

    about = L(
        "一行一个人：高层、店长、导购、客户项目组、顾问。",
        "One row per person: executives, managers, guides, client team, consultants.",
    )
    return TableSpec("people", L("人员", "People"), about, columns, build, _fields(columns), check)


def systems_table(context: SheetContext) -> TableSpec[System]:
    """Return the table of systems."""
    categories = context.content.library.framework.code_lists["tool_category"]
    columns = (
        Column("id", L("系统编号", "System id"), "id", required=True),
        Column("name", L("系统", "System"), required=True, limit=60, width=20),
        Column("name_en", L("系统（英文）", "System (English)"), limit=80, width=20),
        Column("category", L("类别", "Category"), "choice", required=True, choices=categories, width=20),
        Column("purpose", L("用途", "Purpose"), limit=200, width=26),
        Column("purpose_en", L("用途（英文）", "Purpose (English)"), limit=200, width=26),
        Column("vendor", L("厂商", "Vendor"), limit=80),
        Column("yearly_cost", L("年费（元）", "Yearly cost (yuan)"), "money", low=0),
        Column("owner", L("负责人", "Owner"), limit=60),
        Column("accounts", L("账号数", "Accounts"), "integer", low=0),
        Column("active_accounts", L("上月在用账号", "Used last month"), "integer", low=0),
        Column("holds", L("存什么数据", "Data held"), "list", choices=HOLDINGS, width=22),
        Column("members", L("会员记录数", "Member records"), "integer", low=0),
        Column("contract_end", L("合同到期", "Contract ends"), "date"),
        Column("main_member_system", L("会员主系统", "Main member system"), "flag"),
    )

    def build(row: ReadRow) -> System:
        return System(
            id=row.text("id"),
            name=row.text("name"),
            category=row.text("category"),
            yearly_cost=row.values.get("yearly_cost") or 0,
            accounts=row.values.get("accounts"),
            active_accounts=row.values.get("active_accounts"),
            holds=row.items("holds"),
            members=row.values.get("members") or 0,
            main_member_system=bool(row.values.get("main_member_system")),
            **{k: row.text(k) for k in ("purpose", "vendor", "owner", "contract_end", "name_en", "purpose_en")},
        )

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        problems = doubled(rows, "id", lambda row: row.text("id"))
        main = [row for row in rows if row.values.get("main_member_system")]
        problems += [at(row, "main_member_system", "second_main_system") for row in main[1:]]
        for row in rows:
            used, paid = row.values.get("active_accounts"), row.values.get("accounts")
            if used is not None and paid is not None and used > paid:
                problems.append(at(row, "active_accounts", "more_active_than_accounts", value=used, limit=paid))
        return problems

    about = L("一行一个在用或在付费的系统、工具、插件。", "One row per system, tool or plug-in in use or paid for.")
    return TableSpec("systems", L("系统", "Systems"), about, columns, build, _fields(columns), check)


def flows_table(context: SheetContext) -> TableSpec[DataFlow]:
    """Return the table of data flows between systems."""
    modes = context.content.library.framework.code_lists["flow_mode"]
    columns = (
        Column("source", L("从系统", "From system"), "id", required=True, codes=registered(context.systems)),
        Column("target", L("到系统", "To system"), "id", required=True, codes=registered(context.systems)),
        Column("objects", L("流转的数据", "Data"), "list", required=True, choices=HOLDINGS, width=22),
        Column("mode", L("方式", "Mode"), "choice", required=True, choices=modes),
        Column("frequency", L("频率", "Frequency"), limit=40),
        Column("frequency_en", L("频率（英文）", "Frequency (English)"), limit=40),
        Column("failure_alert", L("出错有人知道", "Failure is noticed"), "flag"),
    )
    known = [system.id for system in context.systems]

    def build(row: ReadRow) -> DataFlow:
        return DataFlow(
            source=row.text("source"),
            target=row.text("target"),
            objects=row.items("objects"),
            mode=cast("FlowMode", row.text("mode")),
            frequency=row.text("frequency"),
            failure_alert=bool(row.values.get("failure_alert")),
            frequency_en=row.text("frequency_en"),
        )

    def check(rows: Sequence[ReadRow]) -> list[SheetProblem]:
        problems = unknown(rows, "source", known, "系统", "system")
        problems += unknown(rows, "target", known, "系统", "system")
        problems += [at(r, "target", "flow_to_itself") for r in rows if r.text("source") == r.text("target")]
        problems += doubled(rows, "source", lambda row: f"{row.text('source')} → {row.text('target')}")
        return problems

    about = L("一行一条数据流：从哪个系统到哪个系统。", "One row per flow of data from one system to another.")
    return TableSpec("flows", L("数据流", "Data flows"), about, columns, build, _fields(columns), check)


def _fields(columns: Sequence[Column]) -> Any:
    """Return how an object whose attributes are named like the columns becomes cells."""

    def cells(row: object) -> Mapping[str, Any]:
        return {column.key: getattr(row, column.key) for column in columns}

    return cells
