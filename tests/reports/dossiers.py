"""A believable dossier made by hand: a home-furnishing chain of 30 stores, nothing computed by the pipeline."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction as F
from functools import cache

from assessment.dossier import Coverage, Dossier
from assessment.engagement import CompanyProfile, LeverOfNeed, Need, Person, Store
from assessment.resources import AppraisedResource, Resource
from questionnaires import load_library
from questionnaires.framework import Framework
from questionnaires.locale_text import LocaleText as L
from roadmap.initiatives import Catalogue, ComplianceFlag, Defaults, Initiative, Module, Platform, Raise, Range
from roadmap.plan import (
    Chosen,
    ModuleUse,
    Money,
    Plan,
    PlanItem,
    Quarter,
    Reason,
    Selection,
    Snapshot,
    Solution,
    Valuation,
)
from roadmap.situation import Fact, Facts
from scoring.sheet import (
    Attained,
    CapabilityScore,
    Condition,
    Gap,
    GroupEstimate,
    NodeScore,
    PerceptionGap,
    Remark,
    ScoreSheet,
)
from scoring.tree import Targets

WAN = 1_000_000  # 10,000 yuan in fen
SCORES = {
    "STR": 46.7,
    "ORG": 38.3,
    "OPS": 36.3,
    "DIG": 30.4,
    "MEM": 32.5,
    "SAL": 43.8,
    "SVC": 47.1,
    "MKT": 40.4,
    "RES": 23.9,
    "BIZ": 35.0,
}
# id, zh, en, wave, start, days, critical, needs, lever, benefit in wan, one-off in wan, weeks, module, flags
ITEMS = [
    ("I-STR01", "需求还原工作坊", "Need-reframing workshop", 1, "2026-12-01", 12, False, (), None, 0, 0, 1, "ORG", ()),
    (
        "I-STR03",
        "一把手治理委员会",
        "Steering group led by the owner",
        1,
        "2026-12-01",
        18,
        False,
        (),
        None,
        0,
        0,
        1,
        "ORG",
        (),
    ),
    (
        "I-OPS07",
        "广告案例合规审查",
        "Advertising and case review",
        1,
        "2026-12-07",
        20,
        False,
        (),
        None,
        0,
        2,
        2,
        "ORG",
        ("ADV",),
    ),
    (
        "I-RES01",
        "资源盘点与建档",
        "Resource census and register",
        1,
        "2026-12-07",
        32,
        False,
        (),
        None,
        0,
        0,
        3,
        "LIB",
        (),
    ),
    (
        "I-SAL04",
        "线索分配与响应时限",
        "Lead routing and reply times",
        1,
        "2026-12-14",
        40,
        False,
        (),
        "CNV",
        96,
        6,
        3,
        "CRM",
        ("PIPL",),
    ),
    (
        "I-RES05",
        "授权客户案例库",
        "Library of consented cases",
        1,
        "2026-12-28",
        50,
        False,
        ("I-RES01", "I-OPS07"),
        None,
        0,
        6,
        4,
        "LIB",
        ("ADV", "PIPL"),
    ),
    ("I-SAL01", "统一素材库", "One content library", 1, "2027-01-04", 32, False, (), "CNV", 32, 4, 5, "LIB", ()),
    (
        "I-RES06",
        "案例进入成交环节",
        "Cases in the deal",
        1,
        "2027-02-22",
        20,
        False,
        ("I-RES05",),
        "CNV",
        85,
        0,
        2,
        "LIB",
        ("ADV",),
    ),
    ("I-DIG01", "系统与账号盘点", "System and account census", 2, "2027-03-01", 26, True, (), None, 0, 0, 2, "ORG", ()),
    ("I-STR02", "数字化盈利账本", "Digital profit ledger", 2, "2027-03-01", 18, False, (), None, 0, 0, 2, "ORG", ()),
    (
        "I-OPS06",
        "客户数据合规整改",
        "Customer data compliance",
        2,
        "2027-03-08",
        44,
        False,
        (),
        None,
        0,
        8,
        4,
        "ORG",
        ("PIPL",),
    ),
    (
        "I-RES03",
        "专家、设计师与工长计划",
        "Expert and designer programme",
        2,
        "2027-03-15",
        72,
        False,
        ("I-RES01",),
        "ACQ",
        118,
        6,
        5,
        "LIB",
        ("COMM",),
    ),
    (
        "I-DIG05",
        "平台四问选型",
        "Platform choice by four questions",
        2,
        "2027-03-29",
        26,
        True,
        ("I-DIG01",),
        None,
        0,
        0,
        3,
        "ORG",
        (),
    ),
    (
        "I-BIZ04",
        "分佣与结算自动化",
        "Automatic commission settlement",
        2,
        "2027-04-05",
        52,
        False,
        (),
        "CST",
        34,
        10,
        5,
        "COMM",
        ("COMM",),
    ),
    (
        "I-MEM02",
        "统一会员中心上线",
        "Unified member centre",
        2,
        "2027-04-26",
        116,
        True,
        ("I-DIG05", "I-OPS06"),
        None,
        0,
        30,
        12,
        "MEMB",
        ("PIPL",),
    ),
    (
        "I-MEM04",
        "会员档案字段标准",
        "Standard fields of the member file",
        2,
        "2027-04-26",
        18,
        False,
        ("I-DIG05",),
        None,
        0,
        0,
        2,
        "MEMB",
        ("PIPL",),
    ),
    (
        "I-ORG03",
        "线上业绩归属与分润",
        "Credit and commission for online sales",
        2,
        "2027-05-31",
        44,
        False,
        ("I-BIZ04",),
        "CNV",
        42,
        0,
        3,
        "ORG",
        (),
    ),
    (
        "I-SAL03",
        "浏览信号与双向提醒",
        "Browsing signals and reminders",
        2,
        "2027-07-12",
        38,
        False,
        ("I-OPS06",),
        "CNV",
        28,
        6,
        4,
        "CRM",
        ("PIPL",),
    ),
    (
        "I-MEM03",
        "散落会员归集",
        "Bring scattered members together",
        3,
        "2027-08-23",
        60,
        True,
        ("I-MEM02",),
        "REP",
        12,
        6,
        6,
        "MEMB",
        ("PIPL",),
    ),
    (
        "I-OPS04",
        "指标树与周月复盘",
        "KPI tree and weekly review",
        3,
        "2027-08-30",
        38,
        False,
        (),
        None,
        0,
        4,
        3,
        "BI",
        (),
    ),
    (
        "I-SAL05",
        "一对一专属券",
        "One-to-one coupon",
        3,
        "2027-09-06",
        32,
        False,
        ("I-MEM02",),
        "CNV",
        22,
        4,
        2,
        "CRM",
        (),
    ),
    (
        "I-SAL08",
        "漏斗与话术复盘",
        "Funnel and talk review",
        3,
        "2027-10-11",
        52,
        False,
        ("I-OPS04",),
        "CNV",
        24,
        0,
        2,
        "ORG",
        (),
    ),
    (
        "I-MKT01",
        "老带新计划",
        "Referral programme",
        3,
        "2027-10-25",
        74,
        True,
        ("I-MEM03",),
        "REF",
        96,
        12,
        4,
        "MKT",
        ("COMM", "PLAT"),
    ),
]
OUT = {
    "I-SAL07": ("导购工作台", "Guide workbench", Reason("budget", {"period": 7})),
    "I-DIG03": ("集成中枢", "Integration hub", Reason("window", {"tag": "system", "length": 3})),
    "I-MEM07": ("分层权益", "Tiers and benefits", Reason("precedence", {"before": "I-MEM02", "after": "I-MEM07"})),
    "I-SVC03": ("排班优化", "Rota planning", Reason("capacity", {"role": "store_ops", "period": 9})),
}
FORBIDDEN = {"I-MKT03": ("红包小游戏", "Red-packet play", Reason("must_not", {"id": "I-MKT03"}))}
THERE = {"I-DIG06": ("统一登录", "Single sign-on", Reason("started", {"id": "I-DIG06", "start": 0}))}
ROLES = {
    "business": L("业务负责人", "Business owner"),
    "it": L("IT 与数据", "IT and data"),
    "store_ops": L("营运与培训", "Operations and training"),
    "finance_hr": L("财务与人力", "Finance and HR"),
    "legal": L("法务合规", "Legal and compliance"),
}
MODULES = {
    "LIB": L("素材与案例库", "Content and case library"),
    "CRM": L("客户跟进", "CRM"),
    "COMM": L("分佣结算", "Commission"),
    "MEMB": L("会员中心", "Member centre"),
    "BI": L("指标看板", "Dashboards"),
    "MKT": L("营销活动", "Campaigns"),
}


@cache
def framework() -> Framework:
    return load_library().framework


def _range(value: int) -> Range:
    return Range(value * 0.6, value, value * 1.4)


def catalogue() -> Catalogue:
    initiatives: dict[str, Initiative] = {}
    capabilities = {d.id: d.capabilities for d in framework().dimensions}
    for ident, zh, en, *rest in ITEMS:
        lever, benefit, one_off, weeks, module, flags = *rest[5:7], *rest[7:11]
        del benefit
        dimension = ident[2:5]
        initiatives[ident] = Initiative(
            ident,
            L(zh, en),
            (Raise(capabilities[dimension][0], 4, "platform"),),
            rest[4],
            {"business": float(weeks)},
            2,
            "C2",
            _range(one_off * WAN),
            _range(0),
            L(f"{zh}的达成率", f"completion of: {en.lower()}"),
            lever,
            None if lever else "ALL",
            (1, 3),
            module,
            True,
            flags,
            None,
        )
    for ident, (zh, en, _) in {**OUT, **FORBIDDEN, **THERE}.items():
        initiatives[ident] = Initiative(
            ident,
            L(zh, en),
            (),
            (),
            {},
            2,
            "C1",
            _range(0),
            _range(0),
            L("指标", "KPI"),
            None,
            "ALL",
            (1, 3),
            "ANY",
            False,
            (),
            None,
        )
    modules = {key: Module(key, name, 2) for key, name in MODULES.items()}
    platform = Platform(
        "hub",
        1,
        "hub",
        L("保留现有工具 + 数据中枢", "Keep tools plus data hub"),
        L("", ""),
        modules,
        (),
        (),
        (),
        (),
        True,
        L("", ""),
        L("", ""),
        (),
        "2026-10",
    )
    flags = {
        code: ComplianceFlag(
            code,
            L(zh, en),
            L(
                f"{zh}：不得以他人效果作保证；须事先取得书面同意并留存记录。",
                f"{en}: no promise of results by others; written consent first, kept on record.",
            ),
            "广告法 第九条",
            ("home",),
            (),
            L("先审后发，逐条留痕", "Review before release and keep the record"),
            "2026-10",
        )
        for code, zh, en in (
            ("ADV", "广告与案例", "Advertising"),
            ("PIPL", "个人信息", "Personal information"),
            ("PLAT", "平台规则", "Platform rules"),
            ("COMM", "佣金与居间", "Commission"),
        )
    }
    defaults = Defaults(600_000, 10, 36, 18, 0.1, 0.8, 0.44, 0.45, (1, 0.7), {}, {}, 20000)
    return Catalogue(initiatives, {}, MODULES, {"hub": platform}, flags, {}, ROLES, defaults)  # type: ignore[arg-type]


def money(p50: float, spread: float = 0.4, stress: float = 0.28) -> Money:
    return Money(
        round(p50 * (1 - spread) * WAN), round(p50 * WAN), round(p50 * (1 + spread) * WAN), round(p50 * stress * WAN)
    )


def spread(p50: float) -> Money:
    return Money(round((p50 - 14) * WAN), round(p50 * WAN), round((p50 + 16) * WAN), round(p50 * 0.28 * WAN))


def plan() -> Plan:
    items = []
    for ident, zh, _, wave, start, days, critical, needs, lever, benefit, one_off, weeks, module, flags in ITEMS:
        begin = date.fromisoformat(start)
        use = ModuleUse(module, 2 if module in MODULES else 3, 1.0, offered=True)
        value = Valuation(
            ident,
            one_off * WAN,
            0,
            0,
            benefit * WAN // 24,
            6,
            money(benefit),
            money(benefit - one_off),
            "conversion" if lever == "CNV" else None,
            () if lever else ("ALL",),
            0.5,
            indication_only=False,
        )
        items.append(
            PlanItem(
                ident,
                begin,
                begin + timedelta(days=days),
                wave,
                critical,
                0 if critical else 12,
                0,
                (Reason("precedence", {"before": needs[0], "after": ident}),) if needs else (),
                "business",
                use,
                (framework().dimension(ident[2:5]).capabilities[0],),
                (Reason("must", {"id": ident}),),
                flags,
                needs,
                {"business": float(weeks)},
                value,
            )
        )
    quarters = tuple(
        Quarter(i, cost * WAN, money(gain), spread(gain - cost))
        for i, (cost, gain) in enumerate([(30, 4), (34, 22), (26, 48), (14, 70), (4, 88), (4, 92), (4, 94), (4, 94)], 1)
    )
    return Plan(
        tuple(items),
        Selection(
            tuple(Chosen(i.initiative, 0) for i in items),
            {k: v[2] for k, v in OUT.items()},
            8.4,
            10.0,
            0.8,
            Solution("feasible", 3.6e8, 3.61e8, 0.003, 4.1, "SCIP", reproducible=True),
        ),
        {k: v[2] for k, v in THERE.items()},
        {k: v[2] for k, v in FORBIDDEN.items()},
        "hub",
        date(2026, 12, 1),
        max(i.finish for i in items),
        36,
        104 * WAN,
        83.0,
        money(503),
        Money(240 * WAN, 360 * WAN, 510 * WAN, 100 * WAN),
        quarters,
        11,
        19,
        0.46,
        False,
        20260206,
        20000,
    )


def _gap(delta: float, stores: float, unknown: float) -> PerceptionGap:
    d, s = F(str(delta)), F(str(stores))
    verdict = "gap" if abs(d) >= 1 else "watch" if abs(d) >= F(1, 2) else "aligned"
    return PerceptionGap(d, s + d, (s + d - F(1, 2), s + d + F(1, 2)), 7, "F", s, 28, F(str(unknown)), verdict)  # type: ignore[arg-type]


GAPS = {
    "ORG3": (1.6, 2.0, 0.34),
    "MEM2": (1.4, 2.0, 0.11),
    "DIG5": (1.1, 2.2, 0.06),
    "STR3": (1.0, 3.2, 0.09),
    "SAL1": (0.7, 2.8, 0.04),
    "MKT5": (0.6, 2.3, 0.18),
    "OPS1": (0.2, 2.6, 0.07),
    "SVC5": (-0.7, 2.9, 0.03),
    "RES5": (-1.2, 2.5, 0.08),
}


def sheet() -> ScoreSheet:
    fw = framework()
    nodes: dict[str, NodeScore] = {}
    capabilities: dict[str, CapabilityScore] = {}
    for dimension in fw.dimensions:
        base = F(str(SCORES[dimension.id])) / 100
        for index, capability in enumerate(dimension.capabilities):
            level = 1 + 4 * base + F(index - len(dimension.capabilities) // 2, 6)
            level = min(max(level, F(1)), F(5))
            gap = _gap(*GAPS[capability]) if capability in GAPS else None
            groups = {
                g: GroupEstimate(g, n, n, 1, 0, level, level, level, F(1), F(4), "mean")
                for g, n in (("E", 2), ("F", 28), ("V", 6), ("D", 1))
                if hash((capability, g)) is not None and not (g == "F" and index % 3 == 2)
            }
            capabilities[capability] = CapabilityScore(
                capability,
                "scored",
                level,
                min(level + F(2, 5), F(5)),
                groups,
                F(1),
                "medium",
                gap,
                (f"a-{capability}",),
            )
        nodes[dimension.id] = NodeScore(
            dimension.id,
            base,
            base + F(8, 100),
            (base - F(2, 100), base + F(6, 100)),
            F(96, 100),
            F(1, 10),
            {},
            dimension.capabilities[0],
        )
    if "BIZ6" in capabilities:
        old = capabilities["BIZ6"]
        capabilities["BIZ6"] = CapabilityScore("BIZ6", "insufficient", None, None, old.groups, F(0), "none", None, ())
    index = NodeScore("index", F(377, 1000), F(456, 1000), (F(35, 100), F(42, 100)), F(97, 100), F(1), {}, "RES1")
    attained = Attained(2, Condition("cut", {"level": 3, "cut": 40, "have": F(377, 1000)}, holds=False), (Condition("cut", {"level": 3, "cut": 40, "have": F(377, 1000)}, holds=False),))
    return ScoreSheet(
        index,
        nodes,
        capabilities,
        attained,
        attained,
        F(61, 100),
        (),
        3486,
        "1.4.0",
        "c" * 64,
        "a41f" + "0" * 56 + "9c02",
    )


def resources() -> tuple[AppraisedResource, ...]:
    rows = [
        (
            "designers",
            "RC-E",
            "设计师与工长圈",
            "Designers and site supervisors",
            "渠道经理 4 周内可用；缺居间合同与披露",
            "Usable in four weeks by the channel manager; contract and disclosure missing",
            "让正在装修的客户找到我们",
            "Helps customers who are fitting out find us",
            ("found", "first_trust"),
            4.3,
            3,
            0.08,
            2.64,
            True,
            ("I-RES03",),
            ("COMM",),
            ("store",),
        ),
        (
            "quotes",
            "RC-M",
            "报过价未签约的方案",
            "Schemes quoted, not signed",
            "导购可用；客户已同意联系",
            "Usable by guides; customers agreed to contact",
            "给跟进一个理由",
            "Gives follow-up a reason",
            ("follow_up",),
            4.2,
            3,
            0.06,
            2.63,
            True,
            ("I-SAL04",),
            ("PIPL",),
            ("data",),
        ),
        (
            "schemes",
            "RC-X",
            "3D 方案库",
            "3D scheme library",
            "按户型可查，随时可用",
            "Searchable by floor plan, usable now",
            "首次见面就能看到自己家的样子",
            "Shows a first-time visitor a home like theirs",
            ("first_trust",),
            4.0,
            4,
            0.22,
            2.6,
            False,
            ("I-SAL01",),
            (),
            ("data",),
        ),
        (
            "flats",
            "RC-X",
            "毛坯样板间开放日",
            "Show-flat days",
            "19 个在施楼盘可开放",
            "19 estates could open",
            "首次信任",
            "First trust",
            ("first_trust",),
            3.8,
            4,
            0.18,
            2.6,
            True,
            ("I-RES07",),
            (),
            ("store",),
        ),
        (
            "groups",
            "RC-M",
            "老业主群",
            "Owner groups",
            "店长可用",
            "Usable by managers",
            "转介绍",
            "Referral",
            ("refer",),
            4.1,
            3,
            0.12,
            2.41,
            True,
            ("I-MKT01",),
            ("PLAT",),
            ("store",),
        ),
        (
            "homes",
            "RC-K",
            "已交付楼盘实景",
            "Finished-home cases",
            "214 户已授权",
            "214 homes with consent",
            "首次信任",
            "First trust",
            ("first_trust",),
            4.6,
            2,
            0.05,
            2.19,
            True,
            ("I-RES05",),
            ("PIPL",),
            ("store",),
        ),
        (
            "costs",
            "RC-K",
            "真实造价清单",
            "Real-cost lists",
            "在店长手机里",
            "On managers' phones",
            "踢单",
            "Closing",
            ("closing",),
            4.4,
            2,
            0.03,
            2.13,
            True,
            ("I-RES06",),
            (),
            ("store",),
        ),
        (
            "process",
            "RC-X",
            "量房到安装过程",
            "Measure-to-install process",
            "3 店试过",
            "Tried in three stores",
            "跟进",
            "Follow-up",
            ("follow_up",),
            3.6,
            2,
            0.10,
            0.81,
            True,
            (),
            (),
            ("consultant",),
        ),
        (
            "upkeep",
            "RC-M",
            "保养服务档案",
            "Upkeep records",
            "纸质 40%",
            "40% on paper",
            "复购",
            "Return",
            ("return",),
            3.5,
            2,
            0.15,
            0.74,
            True,
            (),
            ("PIPL",),
            ("store",),
        ),
        (
            "live",
            "RC-E",
            "首席设计师直播",
            "Chief-designer live shows",
            "每月 2 场",
            "Twice a month",
            "被找到",
            "Being found",
            ("found",),
            3.2,
            3,
            None,
            0.64,
            False,
            (),
            (),
            ("executive",),
        ),
        (
            "alliance",
            "RC-C",
            "装饰公司联盟",
            "Decoration-firm alliance",
            "月结靠表格",
            "Settled by sheet",
            "被找到",
            "Being found",
            ("found",),
            3.7,
            2,
            0.35,
            0.6,
            False,
            ("I-BIZ04",),
            ("COMM",),
            ("executive",),
        ),
        (
            "estates",
            "RC-C",
            "物业合作",
            "Estate managers",
            "协议到期 9 家",
            "Nine agreements expired",
            "被找到",
            "Being found",
            ("found",),
            3.9,
            1,
            0.15,
            0.55,
            True,
            (),
            ("COMM",),
            ("store",),
        ),
    ]
    found = []
    for (
        ident,
        cls,
        zh,
        en,
        can,
        can_en,
        helps,
        helps_en,
        moments,
        value,
        ready,
        use,
        index,
        overlooked,
        suggests,
        flags,
        named,
    ) in rows:
        readiness = frozenset(("identified", "digitised", "owner", "fresh", "rights")[:ready])
        resource = Resource(
            ident,
            zh,
            cls,
            "x",
            can,
            helps,
            moments,
            {},
            readiness,
            use,
            1,
            named,
            flags=flags,
            name_en=en,
            can_be_used_en=can_en,
            helps_en=helps_en,
        )  # type: ignore[arg-type]
        found.append(AppraisedResource(resource, value, ready, index, overlooked, (), suggests, ()))
    return tuple(found)


def dossier(**changes: object) -> Dossier:
    """Build the dossier; keyword arguments replace its fields."""
    fw = framework()
    levels: Mapping[str, F] = {c: F(4) if c.startswith(("SAL", "SVC", "RES")) else F(3) for c in fw.capabilities}
    scores = sheet()
    gaps = sorted(
        (
            Gap(s.id, s.level, levels[s.id], (levels[s.id] - s.level) / 10, F(1, 60), F(0), F(0), s.answers)
            for s in scores.capabilities.values()
            if s.level is not None and levels[s.id] - s.level >= F(1, 2)
        ),
        key=lambda g: (-g.priority, g.capability),
    )
    stores = tuple(
        Store(
            f"S{i:02d}",
            f"门店{i}",
            "own" if i < 19 else "franchise",
            "标准",
            "一二线" if i % 2 else "三四线",
            stratum="直营" if i < 19 else "加盟",
        )
        for i in range(1, 31)
    )
    people = (
        Person("gu", "顾一鸣", "executive", ("owner",), "董事长", name_en="Gu Yiming"),
        Person("lin", "林佳", "client_team", name_en="Lin Jia"),
        Person("he", "何俊", "executive", ("it",), name_en="He Jun"),
    )
    need = Need(
        "need-1",
        "我要一个裂变小程序。",
        "顾一鸣",
        "2026-10-21",
        "把看过方案的顾客 48 小时内得到第二次沟通的比例从 31% 提到 70%，并让老业主带来的每位客户可计可谢。",
        "信任",
        (LeverOfNeed("people", "责任", "无", "有", "沈桥"),),
        {"goal": "签单率"},
        ("I-SAL04",),
        importance={"executives": 9, "stores": 9},
        satisfaction={"executives": 4, "stores": 2},
        statement_en="Raise the share of customers contacted again within 48 hours of seeing a scheme from 31% to 70%, and count and thank every owner who brings a customer.",
        request_en="I want a referral mini-programme.",
    )
    facts = Facts(
        {
            "conversion": Fact("conversion", 0.22, "A"),
            "ticket": Fact("ticket", 2_860_000, "A"),
            "enrolment_rate": Fact("enrolment_rate", 0.35, "D", assumed=True),
            "discount_rate": Fact("discount_rate", 0.08, "D", assumed=True),
            "member_ticket": Fact("member_ticket", 1_780_000, "D", assumed=True),
            "members_total": Fact("members_total", 51200, "D", assumed=True),
        }
    )
    fields: dict[str, object] = {
        "engagement_id": "e1",
        "profile": CompanyProfile(
            "禾屿家居",
            "home",
            "hub",
            start=date(2026, 12, 1),
            budget=120 * WAN,
            blackouts=((2, 2), (9, 10)),
            confidentiality=L("仅供董事会", "board only"),
            name_en="Heyu Home",
            sample=True,
        ),
        "wave": 1,
        "as_of": date(2026, 11, 20),
        "composed_at": datetime(2026, 11, 20, 9, tzinfo=UTC),
        "consultants": ("周岚", "许哲"),
        "framework": fw,
        "catalogue": catalogue(),
        "stores": stores,
        "people": people,
        "coverage": Coverage(
            30, 30, 28, 7, 6, 17, 3486, 0.07, 0.61, {"直营": (18, 18), "加盟": (10, 12)}, ("S29", "S30")
        ),
        "sheet": scores,
        "targets": Targets(levels),
        "gaps": tuple(gaps),
        "resources": resources(),
        "systems": (),
        "flows": (),
        "silos": (),
        "facts": facts,
        "needs": (need,),
        "snapshot": Snapshot(1, plan(), scores.digest, "1.4.0", "c" * 64, "7c1e" + "0" * 56 + "40d2"),
        "progress": {},
        "forecast": None,
        "comparisons": (),
        "owners": {"I-RES05": "lin", "I-STR03": "gu", "I-MEM02": "he"},
        "content_version": "1.4.0",
        "content_hash": "c" * 64,
        "digest": "d0551e" + "0" * 58,
    }
    return Dossier(**{**fields, **changes})  # type: ignore[arg-type]


__all__ = ["Remark", "dossier"]
