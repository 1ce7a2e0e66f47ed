"""Sentences for findings about systems and for suggestions of gaps, resources, needs, silos and perception gaps."""

from reports.phrases.wording import Catalogue

SILOS: Catalogue = {
    "silo.islands": (
        "存会员资料的系统分成互不相通的 {n} 块",
        "systems that hold member data fall into {n} parts that never talk",
    ),
    "silo.members_outside": (
        "{records:count} 条会员记录，只有 {share:percent} 在“{system:name}”里",
        "only {share:percent} of {records:count} member records are in {system:name}",
    ),
    "silo.no_main_system": (
        "{n} 个系统存会员资料，没有一个是主系统",
        "{n} systems hold member data and none is the main system",
    ),
    "silo.flows_by_hand": (
        "{flows} 条数据流里 {by_hand} 条靠手工，自动的只有 {share:percent}",
        "{by_hand} of {flows} data flows are done by hand; {share:percent} run by themselves",
    ),
    "silo.duplicate_tools": (
        "同一用途买了 {n} 个工具，一年 {cost:money}：{systems:names}",
        "{n} tools are paid for one purpose, {cost:money} a year: {systems:names}",
    ),
    "silo.channel_unconnected": (
        "“{system:name}”收来的会员没有流进“{main:name}”",
        "members collected by {system:name} never reach {main:name}",
    ),
    "silo.single_person": (
        "{n} 个系统只靠一个人：{person:name}",
        "{n} systems depend on one person: {person:name}",
    ),
    "silo.single_bridge": (
        "“{system:name}”一断，{cut} 个系统就断开",
        "if {system:name} fails, {cut} systems are cut off",
    ),
    "silo.no_alert": (
        "{share:percent} 的自动数据流出错时没有人知道",
        "{share:percent} of the automatic flows can fail without anybody knowing",
    ),
    "silo.unused_seats": (
        "“{system:name}”买了 {accounts} 个账号，用的只有 {share:percent}",
        "{share:percent} of the {accounts} seats of {system:name} are used",
    ),
    "silo.bought_unused": (
        "“{system:name}”一年花 {cost:money}，几乎没人用（{active} / {accounts}）",
        "{system:name} costs {cost:money} a year and is hardly used ({active} of {accounts})",
    ),
}

SUGGESTIONS: Catalogue = {
    "suggest.resource": ("资源“{resource:name}”：{why_zh}", "resource {resource:name}: {why_en}"),
    "suggest.need": ("需求：“{need:name}”", "need: “{need:name}”"),
    "suggest.perception.ahead": (
        "“{capability:name}”高层比门店高 {delta:one} 级",
        "executives put {capability:name} {delta:one} levels above stores",
    ),
    "suggest.perception.hidden": (
        "“{capability:name}”门店做得比高层以为的好",
        "stores do more on {capability:name} than executives think",
    ),
    "suggest.perception.not_communicated": (
        "“{capability:name}”有 {share:percent} 的门店答不知道",
        "{share:percent} of stores don't know about {capability:name}",
    ),
}

SITUATION: Catalogue = {**SILOS, **SUGGESTIONS}
