"""Words of the chapter R6."""

from reports.phrases.wording import Catalogue

SYSTEMS: Catalogue = {
    "r6.label": ("R6 · 系统版图与数据孤岛", "R6 · Systems and data silos"),
    "r6.lede": (
        "先看数据怎么走，再看买哪个系统：同一份会员资料抄一次就多一次错，到不了主系统的就用不上。",
        "How data moves comes before which system to buy: every copy by hand adds an error, and what never reaches the main system cannot be used.",
    ),
    "r6.lede.none": (
        "还没有系统台账。列出每个工具的用途、费用、账号与负责人，再画数据怎么走；这一章会自动生成。",
        "There is no system register yet. List purpose, cost, accounts and owner of each tool, then how data moves; this chapter follows.",
    ),
    "r6.map": ("数据怎么走", "How data moves"),
    "r6.map.source": (
        "数字为各系统的会员记录（未去重）。橙色虚框：有会员资料，却没有一条路通到主系统。来源：系统台账 {systems} 项、数据流 {flows} 条。",
        "Figures are member records held (duplicates included). Dashed orange: member data without a way to the main system. Source: register of {systems} {systems:s|system|systems} and {flows} {flows:s|flow|flows}.",
    ),
    "r6.map.rest": (
        "图上没有画出的还有 {n} 个系统，见下表。",
        "{n} more {n:s|system is|systems are} in the table only.",
    ),
    "r6.members": ("{n} 条会员", "{n} members"),
    "r6.findings": ("查出的 {n} 个问题，谁来补", "{n} {n:s|problem|problems} found, and what mends {n:s|it|them}"),
    "r6.findings.table": ("系统问题与补上它的举措", "Problems of the systems and the initiatives that mend them"),
    "r6.findings.none": (
        "0 个问题：台账里没有孤岛、重复和闲置。",
        "0 problems: the register shows no island, duplicate or idle tool.",
    ),
    "r6.findings.source": (
        "深色举措在这份方案里，浅色不在。",
        "Initiatives in dark type are in this plan, those in light type are not.",
    ),
    "r6.flows": ("数据流：{n} 条里 {by_hand} 条靠手工", "Data flows: {by_hand} of {n} by hand"),
    "r6.flows.table": ("数据流：从哪到哪、传什么、怎么传", "Data flows: from, to, what and how"),
    "r6.flows.none": (
        "0 条数据流登记在册：系统之间怎么传数据，还没有问清楚。",
        "0 data flows are on record: nobody has asked yet how systems exchange data.",
    ),
    "r6.systems": ("系统台账：{n} 个系统，一年 {cost}", "Register: {n} {n:s|system|systems}, {cost} a year"),
    "r6.systems.table": ("系统台账：用途、会员、费用、账号、负责人", "Register: purpose, members, cost, seats, owner"),
    "r6.systems.source": (
        "账号 = 上月用过 / 已付费。费用为一年的外部费用；“—”为没有登记。",
        "Seats = used last month / paid for. Cost is external and yearly; “—” was not recorded.",
    ),
    "r6.rest": ("另有 {n} 项，见系统台账。", "{n} more {n:s|is|are} in the register."),
    "r6.alert": ("有", "yes"),
    "r6.alert.none": ("没有", "none"),
    "fig.silo.title": ("系统版图：会员数据怎么走", "System map: how member data moves"),
    "fig.silo.desc": (
        "每个框是一个系统，箭头是数据流；实线接口，长虚线表格，点线手工",
        "A box is a system, an arrow a data flow: solid by API, dashed by file, dotted by hand",
    ),
    "fig.silo.legend.api": ("接口", "API"),
    "fig.silo.legend.file": ("表格", "file"),
    "fig.silo.legend.hand": ("手工", "by hand"),
    "fig.silo.legend.main": ("会员主系统", "main member system"),
    "fig.silo.legend.island": ("孤岛", "island"),
    "col.finding": ("问题", "Problem"),
    "col.mends": ("补上它的举措", "Mended by"),
    "col.from": ("从", "From"),
    "col.to": ("到", "To"),
    "col.data": ("传什么", "Data"),
    "col.mode": ("怎么传", "How"),
    "col.often": ("多久一次", "How often"),
    "col.alert": ("出错告警", "Alert"),
    "col.system": ("系统", "System"),
    "col.kind": ("类别", "Kind"),
    "col.members": ("会员记录", "Members"),
    "col.yearly": ("年费用", "Yearly cost"),
    "col.seats": ("账号", "Seats"),
    "col.owner": ("负责人", "Owner"),
    "col.holds": ("存什么", "Holds"),
}
