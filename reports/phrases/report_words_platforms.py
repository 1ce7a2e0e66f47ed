"""Words of the chapter R9."""

from reports.phrases.wording import Catalogue

PLATFORMS: Catalogue = {
    "r9.label": ("R9 · 参考平台匹配", "R9 · Platform fit"),
    "r9.lede": (
        "平台是可以换的数据文件，不是结论。先问四件事：理念、需要的功能、开放、成长；用不到的功能不加分，不能整批导出会员与订单的直接出局。",
        "A platform is a file that can be replaced, not the conclusion. Four questions come first: philosophy, the functions needed, openness, growth. What nobody needs earns nothing; without bulk export of members and orders a platform is out.",
    ),
    "r9.fit": ("四问得分，0–100", "Four questions, 0–100"),
    "r9.fit.table": ("参考平台的四问得分与总分", "Scores of the reference platforms on four questions, and the total"),
    "r9.P1": ("P1 理念：模块讲得清为谁、同一身份、有方法", "P1 Philosophy: needs stated, one identity, a method"),
    "r9.P2": ("P2 基本功能：按需求加权的覆盖", "P2 Functions: coverage weighted by need"),
    "r9.P3": ("P3 开放：接口、导出，并接得上现有系统", "P3 Openness: interfaces, export, connectors to what is there"),
    "r9.P4": ("P4 成长：更新、增减模块、退出条款", "P4 Growth: releases, add-ons, exit terms"),
    "r9.weight": ("权重 {share}", "weight {share}"),
    "r9.total": ("总分", "Total"),
    "r9.export": ("会员与订单可整批导出", "Bulk export of members and orders"),
    "r9.export.yes": ("可以", "yes"),
    "r9.export.no": ("不可以：出局", "no: out"),
    "r9.chosen": ("本方案用", "used in this plan"),
    "r9.fit.source": (
        "P1、P4 为评分条目（0–4）的平均；P2 为差距优先度里能用深度 2 及以上的模块补上的部分；P3 为条目平均乘以有连接器的现有系统占比。平台资料截至 {date}，D 级，选型前请厂商书面确认。",
        "P1 and P4 are means of rubric lines (0–4); P2 is the share of gap priority that a module of depth 2 or more can close; P3 is the mean of its lines times the share of present systems with a connector. Platform data as of {date}, grade D: have vendors confirm in writing.",
    ),
    "r9.plans": ("同一份路线图，换一个平台重算", "The same roadmap, run again on the other platform"),
    "r9.plans.table": (
        "同一份路线图在两个平台上的投入与净增",
        "Spend and net gain of the same roadmap on both platforms",
    ),
    "r9.plans.items": ("能做的举措", "Initiatives"),
    "r9.plans.money": ("外部投入", "External spend"),
    "r9.plans.weeks": ("内部人周", "Person-weeks"),
    "r9.plans.net": ("净增利润（中位）", "Net gain (median)"),
    "r9.plans.ratio": ("每花 {one} 平台费，净增", "Net gain for each {one} of platform fees"),
    "r9.plans.lacks": ("平台没有、要另想办法的", "Not offered, done another way"),
    "r9.plans.lacks.none": ("0 项", "0 items"),
    "r9.plans.lacks.some": ("{n} 项：{names}", "{n} {n:s|item|items}: {names}"),
    "r9.plans.source": (
        "两次都在同样的预算、人力与旺季下重新选择和排期；净增为 {months} 个月折现后的中位数，平台费按 D 级年费计。",
        "Both runs choose and schedule anew within the same budget, people and peak season; net gain is the discounted median over {months} months, platform fees are grade-D yearly fees.",
    ),
    "r9.plans.none": (
        "还没有在第二个平台上重算过路线图，这里只比匹配。",
        "The roadmap has not been run on a second platform yet, so only the fit is compared.",
    ),
    "r9.modules": (
        "{n} 个模块对得上差距，按需求从大到小",
        "{n} {n:s|module answers|modules answer} gaps, the most needed first",
    ),
    "r9.modules.table": (
        "模块：需求、各平台覆盖与深度、另想的办法",
        "Modules: need, coverage and depth by platform, other way",
    ),
    "r9.modules.need": ("{gaps} 项差距", "{gaps} {gaps:s|gap|gaps}"),
    "r9.modules.source": (
        "需求 = 这个模块能补的差距占全部差距优先度的比例（一项差距可由几个模块补，合计超过 100%）。覆盖 = 其中深度 2 及以上的部分；小字是深度。P2 按差距算：有一个模块补得上就算，所以 P2 满分时，单个模块仍可为 0%。",
        "Need = share of all gap priority the module can work on (several modules may work on one gap, so it adds up to more than 100%). Coverage = the part at depth 2 or more; depth in small type. P2 counts gaps: one module that closes a gap is enough, so a module can show 0% where P2 is full.",
    ),
    "r9.modules.none": (
        "0 个模块对得上差距：没有差距要靠系统来补。",
        "0 modules answer gaps: no gap has to be closed by a system.",
    ),
    "r9.modules.ok": ("已覆盖", "covered"),
    "r9.rest": ("另有 {n} 个模块，见在线方案。", "{n} more {n:s|module is|modules are} in the online plan."),
    "r9.facts": ("签约前要知道的", "What to know before signing"),
    "r9.facts.table": ("参考平台：适合谁、许可、部署、风险", "Reference platforms: for whom, licence, hosting, risks"),
    "r9.facts.for": ("适合", "Best for"),
    "r9.facts.licence": ("许可", "Licence"),
    "r9.facts.hosting": ("部署与数据", "Hosting and data"),
    "r9.facts.risks": ("主要风险", "Main risks"),
    "col.criterion": ("四问", "Question"),
    "col.moduleneed": ("需求", "Need"),
    "col.otherway": ("本平台不够时", "Where ours falls short"),
    "col.compared": ("比什么", "Compared"),
}
