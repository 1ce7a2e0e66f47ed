"""Words of the chapters R3, R4, R7."""

from reports.phrases.wording import Catalogue

SCORES: Catalogue = {
    "r3.label": ("R3 · 十维成熟度", "R3 · Ten-dimension maturity"),
    "r3.title": (
        (
            "{n} 个维度低于目标，{first}和{second}差得最远：{low} 与 {low2} 分",
            "{n} {n:s|dimension misses its target|dimensions miss their targets}; {first} and {second} are furthest off at {low} and {low2}",
        ),
        (
            "{n} 个维度低于目标，{first}差得最远：{low} 分",
            "{n} {n:s|dimension misses its target|dimensions miss their targets}; {first} is furthest off at {low}",
        ),
        ("{n} 个维度低于目标", "{n} {n:s|dimension misses its target|dimensions miss their targets}"),
    ),
    "r3.title.met": ("十个维度都达到目标，指数 {score}", "All ten dimensions meet their targets; the index is {score}"),
    "r3.lede": (
        "指数 {score}（核实），自述 {claimed}。{level}",
        "The index is {score} verified and {claimed} claimed. {level}",
    ),
    "r3.level": ("达到第 {level} 级“{name}”：{meaning}。", "Attained level {level}, {name}: {meaning}."),
    "r3.level.none": ("数据不足，等级未定。", "There is too little data for a level."),
    "r3.next": ("到第 {level} 级还差什么", "What keeps it from level {level}"),
    "r3.holds": ("另外 {n} 条已经满足", "{n} more {n:s|condition is|conditions are} met"),
    "r3.fails": ("未满足：{text}", "not met: {text}"),
    "r3.more": ("另有 {n} 条未满足，见在线等级说明", "{n} more not met; see the level online"),
    "r3.profile": ("轮廓", "Profile"),
    "r3.bars": ("得分与目标", "Scores and targets"),
    "r3.table": (
        "十个维度：核实、自述、覆盖与最低的能力",
        "Ten dimensions: verified, claimed, coverage and lowest capability",
    ),
    "r3.table.source": (
        "缺失界：所有缺答都按 1 级或 5 级算时的得分。覆盖：有足够数据的能力占权重的比例。",
        "Bounds: the score if every missing answer were level 1 or level 5. Coverage: weight of capabilities with enough data.",
    ),
    "r3.caps.title": (
        "{n} 项能力里有 {below} 项低于目标，最低的那项决定上限",
        "{below} of {n} capabilities {below:s|is|are} below target; the lowest sets the ceiling",
    ),
    "r3.caps.title.met": ("{n} 项能力都到了目标", "All {n} scored capabilities meet their targets"),
    "r3.caps.label": ("R3 · 能力明细", "R3 · Capabilities"),
    "r3.caps.caption": ("{block}：能力等级", "{block}: levels of capabilities"),
    "r3.caps.source": (
        "级从 1“随人”到 5“进化”。n 为答到这项能力的单位数，按来源组：高层 / 门店表单 / 走访 / 资料。把握由覆盖、证据与一致程度定。",
        "Levels 1 to 5. n = units that answered, by source: executives / store forms / visits / documents. Confidence follows coverage, evidence and agreement.",
    ),
    "r4.label": ("R4 · 认知差距", "R4 · Perception gap"),
    "r4.title": (
        (
            "高层比门店多看到 {more} 项，门店走在前面 {less} 项",
            "Executives see {more} {more:s|capability|capabilities} better than stores do; stores lead in {less}",
        ),
    ),
    "r4.title.more": (
        "高层看到、门店没看到的有 {n} 项，{first}差 {delta} 级",
        "Stores do not see {n} {n:s|thing|things} executives see; {first} differs by {delta} levels",
    ),
    "r4.title.less": (
        "门店走在前面的有 {n} 项，{first}差 {delta} 级",
        "Stores lead in {n} {n:s|capability|capabilities}; {first} differs by {delta} levels",
    ),
    "r4.title.none": (
        "{n} 项能力上，高层与门店的看法一致",
        "Executives and stores agree on {n} {n:s|capability|capabilities}",
    ),
    "r4.lede": (
        "同一项能力分别问高层和门店，比较双方自述的等级。差 1 级及以上，或差半级以上且检验过不是偶然，才点名；括号里的没有点名。{unknown}",
        "Executives and stores were asked about the same capability; claimed levels are compared. Named are differences of a level or more, and of half a level where a test rules out chance; those in brackets are not. {unknown}",
    ),
    "r4.unknown": (
        "有 {n} 项超过三成门店答“不知道”，这本身就是发现。",
        "On {n} {n:s|capability|capabilities} more than 30% of stores don't know, which is a finding of its own.",
    ),
    "r4.figure": ("最大的 {n} 处差别", "The {n} largest {n:s|difference|differences}"),
    "r4.table": ("点名的差距：双方等级、人数与含义", "Named gaps: both levels, numbers asked and meaning"),
    "r4.col.n": ("n 高层 / 门店", "n exec. / stores"),
    "r4.col.range": ("高层区间", "Exec. range"),
    "r4.source": (
        "门店为分层均值；差值 = 高层 − 门店。不足 3 店的差值不印。",
        "Stores: stratified mean. Gap = executives − stores. Gaps from fewer than three stores are not printed.",
    ),
    "r4.rest": ("另有 {n} 项点名的差距，见图。", "{n} more named {n:s|gap is|gaps are} in the chart."),
    "r4.none": ("没有可以印出的配对能力。", "There is no paired capability that may be printed."),
    "r4.gaps.label": ("R4 · 能力差距", "R4 · Capability gaps"),
    "r4.gaps.title": (
        (
            "{n} 项能力离目标差半级以上，前 5 项占优先度的 {share}",
            "{n} {n:s|capability misses its target|capabilities miss their targets} by half a level or more; the first 5 carry {share} of the priority",
        ),
        (
            "{n} 项能力离目标差半级以上",
            "{n} {n:s|capability misses its target|capabilities miss their targets} by half a level or more",
        ),
    ),
    "r4.gaps.title.none": (
        "{n} 项有分的能力都在目标半级以内",
        "All {n} scored capabilities are within half a level of their targets",
    ),
    "r4.gaps.lede": (
        "先补优先度高的，不是分最低的：差得多、权重大、顾客又在意，才排在前面。",
        "Priority, not the lowest score, sets the order: a large gap that weighs much and that customers care about comes first.",
    ),
    "r4.gaps.lede.none": ("没有要补的差距，可以把目标往上提。", "There is no gap to close; targets may be raised."),
    "r4.gaps.unknown": ("另有 {n} 项数据不足，不在表里。", "{n} more {n:s|has|have} too little data to be listed."),
    "r4.gaps.table": ("能力差距，按优先度", "Capability gaps by priority"),
    "r4.gaps.source": (
        "优先度 =（目标 − 现在）÷ 4 × 在指数里的权重 × 需求的机会系数 × 行业稳定系数，× 100。答案 = 这项能力背后的答案数。",
        "Priority = (target − now) ÷ 4 × weight in the index × opportunity of the need × stability in the trade, × 100. Answers = answers behind the capability.",
    ),
    "r4.gaps.origins": ("†\u00a0目标不是默认：{list}。", "†\u00a0Not the default target: {list}."),
    "r4.gaps.rest": ("另有 {n} 项，见在线清单。", "{n} more {n:s|is|are} in the online list."),
    "r4.gaps.partly": ("提升，未到目标", "raises it, short of the target"),
    "r4.gaps.open": ("方案里没有举措提升它", "no initiative of the plan raises it"),
    "r4.gaps.noplan": ("还没有路线图", "no roadmap yet"),
    "r7.label": ("R7 · 资源盘点", "R7 · Resource register"),
    "r7.title": (
        (
            "手里的 {n} 项资源，{overlooked} 项被忽视：{first}只用了 {use}",
            "Of {n} {n:s|resource|resources} owned, {overlooked} {overlooked:s|is|are} overlooked; {first} is used in only {use} of its moments",
        ),
        (
            "手里的 {n} 项资源，{overlooked} 项被忽视",
            "Of {n} {n:s|resource|resources} owned, {overlooked} {overlooked:s|is|are} overlooked",
        ),
    ),
    "r7.title.none": ("手里的 {n} 项资源都用上了", "All {n} {n:s|resource|resources} owned are in use"),
    "r7.title.empty": (
        "还没有登记资源：先问店长 1 个问题",
        "0 resources are listed so far: ask each manager one question",
    ),
    "r7.lede": (
        "通过两问才算资源：能用吗？帮哪一步成交？“被忽视”= 门店或数据提到而高层没提到，或价值 ≥ 3.5 且利用率 < 20%。",
        "A thing is a resource if it can be used and helps a deal. “Overlooked” means named by stores or data but not by executives, or value ≥ 3.5 and use below 20%.",
    ),
    "r7.missing": ("缺授权或合同", "Rights missing"),
    "r7.named": ("{who}提到", "named by {who}"),
    "r7.figure": ("左上角就是机会", "The upper left is the opportunity"),
    "r7.first": ("先用这三项", "Use these three first"),
    "r7.first.item": ("{can}。", "{can}."),
    "r7.table": ("杠杆指数前 {n} 项", "Top {n} by leverage index"),
    "r7.source": (
        "指数 = 价值 ×（1 − 利用率）×（就绪 + 1）÷ 6 ÷ 投入（1–3）。利用率没有记录的按 0 算。数字 = 表中行号。",
        "Index = value × (1 − use) × (readiness + 1) ÷ 6 ÷ effort (1–3). Untracked use counts as 0. Numbers are rows of the table.",
    ),
    "r7.untracked": ("未记录", "not tracked"),
    "r7.rest": ("另有 {n} 项，见资源登记表。", "{n} more {n:s|is|are} in the resource register."),
}
