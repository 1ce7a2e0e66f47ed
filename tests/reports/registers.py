"""What the chain of the tests has on record: systems, flows, needs, urgencies. Loaded by conftest as ``reports_registers``."""

from collections.abc import Sequence
from typing import Any

from assessment.engagement import DataFlow, LeverOfNeed, Need, System
from questionnaires import Answer
from questionnaires.cards import Reason


def systems() -> tuple[System, ...]:
    """Return a register with a main member system, an island, a duplicate and a tool nobody uses."""

    def system(ident: str, zh: str, en: str, kind: str, members: int = 0, **more: Any) -> System:
        holds = ("members",) if members else ("orders",)
        return System(ident, zh, kind, members=members, name_en=en, **{"holds": holds, **more})

    money = {"yearly_cost": 6_000_000, "owner": "何俊"}
    return (
        system("crm", "客户系统", "Customer system", "crm", 51_200, main_member_system=True, **money),
        system("shop", "自有商城", "Own online shop", "mall", 38_400, accounts=12, active_accounts=4, **money),
        system("till", "门店收银", "Store tills", "pos", accounts=92, active_accounts=88, yearly_cost=5_400_000),
        system("works", "订单系统", "Order system", "erp", **money),
        system("form", "报名表单", "Sign-up form", "forms", 2_600, yearly_cost=240_000),
        system("form2", "自购表单", "Form bought by stores", "forms", 1_900, yearly_cost=360_000),
        system(
            "fission", "裂变插件", "Referral plug-in", "marketing", holds=("leads",), yearly_cost=980_000, accounts=3
        ),
    )


def flows() -> tuple[DataFlow, ...]:
    return (
        DataFlow("shop", "crm", ("members",), "file", "每周", frequency_en="weekly"),
        DataFlow("shop", "till", ("orders",), "manual", "每天", frequency_en="daily"),
        DataFlow("till", "works", ("orders",), "api", "每小时", failure_alert=True, frequency_en="hourly"),
        DataFlow("form", "crm", ("leads",), "manual"),
    )


def lever(kind: Any, zh: tuple[str, str, str], en: tuple[str, str, str], owner: str = "沈桥") -> LeverOfNeed:
    return LeverOfNeed(kind, *zh, owner, *en)


def need() -> Need:
    return Need(
        id="need-1",
        request="我要一个裂变小程序。",
        said_by="顾一鸣",
        said_on="2026-10-21",
        statement="把看过方案的顾客 48 小时内得到第二次沟通的比例从 31% 提到 70%，并让老业主带来的每位顾客可计可谢。",
        flow="邻里与老业主之间的信任。",
        levers=(
            lever("people", ("跟进责任", "无时限", "48 小时内"), ("Duty to follow up", "no limit", "within 48 hours")),
            lever(
                "data", ("谁看过方案", "不知道", "当天可见"), ("Who looked", "unknown", "visible the same day"), "何俊"
            ),
        ),
        serves={"goal": "签单率", "efficiency": "不靠记忆跟单", "capability": "SAL2", "lever": "CNV"},
        initiatives=("I-SAL04", "I-RES05"),
        importance={"executives": 9, "stores": 9},
        satisfaction={"executives": 4, "stores": 2},
        statement_en=(
            "Raise the share of customers contacted again within 48 hours of seeing a scheme from 31% to 70%, "
            "and count and thank every owner who brings a customer."
        ),
        request_en="I want a referral mini-programme.",
        flow_en="Trust between neighbours and past owners.",
        serves_en={"goal": "Sign rate", "efficiency": "No follow-up from memory"},
    )


def needs() -> tuple[Need, ...]:
    """Return three needs: a strong one, one that only executives rated, and a feature that serves nothing."""
    joined = Need(
        id="need-2",
        request="把会员打通。",
        said_by="何俊",
        said_on="2026-10-23",
        statement="把认出老业主的时间从 94 秒降到 10 秒以内。",
        flow="顾客身份与上一次订单。",
        levers=(lever("data", ("主系统占比", "31%", "90%"), ("Share in the main system", "31%", "90%")),),
        serves={"goal": "复购", "efficiency": "少开两个后台", "capability": "MEM2", "lever": "REP"},
        initiatives=("I-ZZZ99",),
        importance={"executives": 8},
        satisfaction={"executives": 5},
        statement_en="Cut the time to recognise a past owner from 94 seconds to under 10.",
        request_en="Join up the member data.",
        flow_en="Customer identity and the last order.",
        serves_en={"goal": "Repeat purchase", "efficiency": "Two screens fewer"},
    )
    studio = Need(
        id="need-3",
        request="上一套直播间设备。",
        said_by="林佳",
        said_on="上周",
        statement="把每场到店人数从 6 组提到 15 组。",
        flow="到店理由。",
        levers=(),
        serves={},
        initiatives=(),
        statement_en="Raise visits per event from 6 to 15 groups.",
        request_en="Buy a live-streaming studio.",
    )
    return (joined, studio, need())


def urgencies(cards: Sequence[Reason]) -> dict[tuple[str, str], dict[str, Answer]]:
    """Return what two executives said about the three reasons; on the second one they are three apart."""
    said = {"gu": (4, 5, 3), "he": (4, 2, 4)}
    return {
        (who, "reasons"): {card.id: Answer(card.id, value) for card, value in zip(cards, values, strict=True)}
        for who, values in said.items()
    }
