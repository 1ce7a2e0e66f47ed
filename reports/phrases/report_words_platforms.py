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
    "r9.P2": (
        "P2 基本功能：按需求加权的覆盖，一项差距有一个模块补得上就算",
        "P2 Functions: coverage weighted by need; one module that closes a gap is enough",
    ),
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
    "r9.plans": ("同一份路线图，换一个平台重算", "The same roadmap, run again on other platforms"),
    "r9.plans.table": (
        "同一份路线图在各平台上的投入与净增",
        "Spend and net gain of the same roadmap on each platform",
    ),
    "r9.plans.items": ("能做的举措", "Initiatives"),
    "r9.plans.money": ("外部投入", "External spend"),
    "r9.plans.weeks": ("内部人周", "Person-weeks"),
    "r9.plans.net": ("净增利润（中位）", "Net gain (median)"),
    "r9.plans.ratio": ("每花 {one} 平台费，净增", "Net gain for each {one} of platform fees"),
    "r9.plans.lacks": ("平台没有、要另想办法的", "Not offered, done another way"),
    "r9.plans.lacks.none": ("0 项", "0 items"),
    "r9.plans.lacks.some": ("{n} 项：{names}", "{n} {n:s|item|items}: {names}"),
    "r9.plans.proof": ("搜索结果", "Search"),
    "r9.plans.proof.optimal": ("已证明最优", "proven best"),
    "r9.plans.proof.feasible": ("限时内最好，未证明", "best in time, not proven"),
    "r9.plans.proof.infeasible": ("约束下排不出方案", "no plan within the limits"),
    "r9.plans.proof.no_plan": ("限时内没有找到方案", "no plan found in time"),
    "r9.plans.proof.": ("没有记录", "not noted"),
    "r9.plans.source": (
        "每个平台都在同样的预算、人力与旺季下重新选择和排期；本方案以外的平台搜索时间较短，没有证明最优的，净增可能还能更高。净增为 {months} 个月折现后的中位数，平台费按 D 级年费计，平台实施的人周另计。",
        "Every run chooses and schedules anew within the same budget, people and peak season. The search is shorter on platforms other than the plan's: where the best is not proven, the net gain may be higher still. Net gain is the discounted median over {months} months, platform fees are grade-D yearly fees, and work to set a platform up comes on top.",
    ),
    "r9.plans.none": (
        "还没有在别的平台上重算过路线图，这里只比匹配。",
        "The roadmap has not been run on another platform yet, so only the fit is compared.",
    ),
    "r9.choice": ("请董事会决定：平台留，还是换", "For the board to decide: keep the platform or change it"),
    "r9.choice.none": (
        "重算过的平台里，没有一个比{main:name}更匹配或净增更多；平台不必再议。",
        "No platform the roadmap was run on fits better or earns more than {main:name}; nothing is left to decide here.",
    ),
    "r9.choice.both": (
        "{other:name}匹配 {fit2} 分，高 {lead} 分；同样约束下净增多 {net}，外部投入 {spend2}（本方案 {spend}）。",
        "{other:name} fits at {fit2}, {lead} points better; within the same limits it earns {net} more, for {spend2} of external spend (this plan: {spend}).",
    ),
    "r9.choice.fit": (
        "{other:name}匹配 {fit2} 分，高 {lead} 分；同样约束下净增却少 {net}，外部投入 {spend2}（本方案 {spend}）。",
        "{other:name} fits at {fit2}, {lead} points better; within the same limits it earns {net} less, for {spend2} of external spend (this plan: {spend}).",
    ),
    "r9.choice.money": (
        "{other:name}同样约束下净增多 {net}，外部投入 {spend2}（本方案 {spend}）；匹配 {fit2} 分，低 {lead} 分。",
        "{other:name} earns {net} more within the same limits, for {spend2} of external spend (this plan: {spend}); it fits at {fit2}, {lead} points lower.",
    ),
    "r9.choice.out": (
        "{main:name}不能整批导出会员与订单，按规则出局；{other:name}匹配 {fit2} 分，净增相差 {net}，外部投入 {spend2}（本方案 {spend}）。",
        "{main:name} cannot export members and orders in bulk and is out by the rules; {other:name} fits at {fit2}, its net gain differs by {net}, for {spend2} of external spend (this plan: {spend}).",
    ),
    "r9.choice.work": (
        "换过去要先实施：通常 {low}–{high} 人周，“{main:name}”是 {low2}–{high2} 人周（D 级，都不在上面的数里）。",
        "Changing means setting it up first: {low}–{high} person-weeks as a rule, {low2}–{high2} for {main:name} (grade D, neither in the figures above).",
    ),
    "r9.choice.systems": (
        "登记的 {n} 个系统里，{loose} 个没有现成的连接器。",
        "Of the {n} systems on record, {loose} {loose:s|has|have} no ready connector.",
    ),
    "r9.choice.unproven": (
        "有一次重算限时内没有证明最优，差额会变。",
        "One of the two runs was not proven best in its time, so the difference may move.",
    ),
    "r9.choice.why.profile": (
        "方案仍用“{main:name}”，因为公司资料选的是它；顾问不替客户改平台。",
        "The plan stays on {main:name} because the company's profile names it; consultants do not change a client's platform for it.",
    ),
    "r9.choice.why.asked": (
        "方案仍用“{main:name}”，因为生成这一版时指定了它。",
        "The plan stays on {main:name} because it was asked for when this version was made.",
    ),
    "r9.choice.keeps": ("现有 {n} 个系统照用，不必搬家。", "The {n} systems in use stay; nothing has to be moved."),
    "r9.choice.decide": (
        "签约前定：留，写明理由；换，先按新平台重算路线图，再谈合同。",
        "Decide before signing: keep it and write down why, or change it and run the roadmap on the new one before any contract.",
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
