"""Words of the chapters R8, R10, R12."""

from reports.phrases.wording import Catalogue

PLAN: Catalogue = {
    "r8.label": ("R8 · 举措与路线图", "R8 · Initiatives and roadmap"),
    "r8.title": (
        (
            "{waves} 个波次 {n} 项举措，{finish}完成：先{first}",
            "{n} {n:s|initiative|initiatives} in {waves} {waves:s|wave|waves}, done by {finish}: first {first}",
        ),
        (
            "{waves} 个波次 {n} 项举措，{finish}完成",
            "{n} {n:s|initiative|initiatives} in {waves} {waves:s|wave|waves}, done by {finish}",
        ),
    ),
    "r8.none": (
        "0 项举措进入方案，{n} 项各有放不进来的理由",
        "0 initiatives fit; {n} are out, each for a stated reason",
    ),
    "r8.none.lede": (
        "在现在的预算（{money}）、人力与旺季下，没有一项既放得下又划算。先看下面的理由，再决定放宽哪一条。",
        "Within the budget ({money}), the people and the peak season of today nothing both fits and pays. Read the reasons below, then decide which limit to widen.",
    ),
    "r8.critical": (
        "关键路径上有 {critical} 项（◆），终点 {finish}。",
        "{critical} {critical:s|item is|items are} on the critical path (◆), which ends on {finish}.",
    ),
    "r8.gaps": (
        "{n} 处差距里，补上 {closed} 处，提升但不到目标 {raised} 处，没有举措提升的 {left} 处；按优先度算，补上全部差距的 {share}。",
        "Of {n} {n:s|gap|gaps} it closes {closed}, raises {raised} short of the target and leaves {left}; by priority that closes {share} of the whole gap.",
    ),
    "r8.gaps.urgent": (
        "最优先的 {n} 处里：补上 {closed} 处，提升 {raised} 处，不动 {left} 处。",
        "Of the {n} most urgent: {closed} closed, {raised} raised, {left} left.",
    ),
    "r8.gaps.most": (
        "在这些预算、人手、先后与时间里，任何方案最多补上 {best}。",
        "Within this budget, these people, this order and time no plan can close more than {best}.",
    ),
    "r8.peak": (
        "旺季里门店的举措和大系统不启动、不上线，总部的工作照常。",
        "In peak season nothing that touches stores, and no large system, starts or goes live; head-office work goes on.",
    ),
    "r8.progress": (
        "截至 {today}，按人周完成 {percent}，{late} 项比计划晚。",
        "By {today} {percent} of the person-weeks are done; {late} {late:s|item is|items are} late.",
    ),
    "r8.progress.finish": (
        "照这样 {finish}完成，净增中位 {net}（计划 {planned}）。",
        "At this rate it ends on {finish} with a median net gain of {net} ({planned} planned).",
    ),
    "r8.gantt.source": (
        "橙框与 ◆：关键路径（晚一天，终点就晚一天；等人、等门店也算）· 斜纹：旺季 · ◆ 黑：闸门。人周为内部投入；外部投入见波次表。",
        "Orange frame and ◆: critical path (a day late makes the end a day late; waiting for people or stores counts) · hatch: peak season · black ◆: gate. Effort is internal; external spend stands in the table of waves.",
    ),
    "r8.terms": ("方案排在这些条件之内", "The terms the plan keeps to"),
    "r8.terms.limits": (
        "外部预算 {money}，能补的差距至少补上 {coverage}；每月人周：{people}。",
        "External budget {money}; at least {coverage} of the gap that can be closed; person-weeks a month: {people}.",
    ),
    "r8.terms.monthly": (
        "预算按月拨付，每月至多 {money}，当月没用完的不结转。",
        "The budget is released by the month, at most {money}; what is left of a month is not carried over.",
    ),
    "r8.terms.none": ("没有指定必须做或不做的举措。", "No initiative was demanded or ruled out."),
    "r8.terms.role": ("{role} {weeks}", "{role} {weeks}"),
    "r8.terms.table": ("指定的举措与理由", "Initiatives demanded, ruled out or taken as given, with reasons"),
    "r8.terms.col.kind": ("条件", "Term"),
    "r8.terms.col.reason": ("理由", "Reason"),
    "r8.terms.must": ("必须做", "Must do"),
    "r8.terms.must_not": ("不做", "Must not do"),
    "r8.terms.waived": ("视为已有", "Taken as given"),
    "r8.terms.said": ("{who}，{day}", "{who}, {day}"),
    "r8.terms.noreason": ("未写理由", "no reason given"),
    "r8.waves": (
        "波次看何时做完，闸门看何时开工：每道闸门都可以停",
        "Waves go by finish, gates fund what starts after them: each gate may stop the rest",
    ),
    "gate.rise": ("{kpi}上升", "a rise in {kpi}"),
    "gate.fall": ("{kpi}下降", "a fall in {kpi}"),
    "gate.releases": (
        "给此后开工的 {n} 项放款（{money}）",
        "funds the {n} {n:s|item|items} starting after it ({money})",
    ),
    "gate.last": ("此后没有新的开工", "nothing new starts after it"),
    "gate.running": ("已在做、开工时已放款：{ids:few}", "already running, funded when they started: {ids:few}"),
    "gate.committed": ("到这天已承诺 {money}", "{money} committed by then"),
    "r8.wave.gate": ("{date}复盘：{kpi}", "{date} review: {kpi}"),
    "r8.trace.label": ("R8 · 从差距到利润", "R8 · From gap to profit"),
    "r8.trace.title": (
        "{n} 项举措，每一项都说得出补哪个差距、看什么指标",
        "{n} {n:s|initiative|initiatives}, each tied to the gap it closes and the KPI that proves it",
    ),
    "r8.trace.lede": (
        "从左到右读：举措 → 差距 → {platform}的模块 → 指标 → 利润杠杆。不计利润的举措标出它让哪一步成立。",
        "Read across: initiative → gap → module of {platform} → KPI → profit lever. Initiatives that claim no profit name what they enable.",
    ),
    "r8.trace.table": ("举措、差距、模块、指标、杠杆", "Initiative, gap, module, KPI, lever"),
    "r8.enables": ("支撑{lever}", "enables {lever}"),
    "r8.enables.all": ("支撑全部杠杆", "enables all levers"),
    "r8.gap": (
        "{capability} {level:level}\u00a0→\u00a0{target:rung}",
        "{capability} {level:level}\u00a0→\u00a0{target:rung}",
    ),
    "r8.nogap": ("为后面的举措铺路", "clears the way for later items"),
    "r8.module.none": ("平台没有：{way}", "not offered: {way}"),
    "r8.module.plain": ("平台没有", "not offered"),
    "r8.why.label": ("R8 · 为什么选，为什么不选", "R8 · Why these, why not others"),
    "r8.why.title": (
        "选了 {n} 项，没选 {out} 项，每一项都有理由",
        "{n} chosen and {out} not, each for a stated reason",
    ),
    "r8.why.table": ("选中的举措：理由与日期", "Chosen initiatives: reasons and dates"),
    "r8.whynot.heading": ("没选的 {n} 项，为什么", "Why {n} {n:s|was|were} not chosen"),
    "r8.whynot.table": ("没选的举措与理由", "Initiatives not chosen, with reasons"),
    "r8.usual.on_time": ("第 {wave} 波，{start:month}起", "wave {wave}, from {start:month}"),
    "r8.usual.later": ("推后到第 {wave} 波，{start:month}起", "later: wave {wave}, from {start:month}"),
    "r8.usual.there": ("已经具备：{why}", "in place: {why}"),
    "r8.usual.left_out": ("没选：{why}", "left out: {why}"),
    "r8.usual.first": (
        "这个行业通常先做的 {n} 项里，{here} 项在这里的第 1 波。其余：{rest}。",
        "Of the {n} initiatives this trade usually begins with, {here} {here:s|is|are} in wave 1 here. The others: {rest}.",
    ),
    "r8.usual.first.all": (
        "这个行业通常先做的 {n} 项，这里都在第 1 波。",
        "What this trade usually begins with ({n}) is all in wave 1 here.",
    ),
    "r8.usual.next": (
        "通常接着做的 {n} 项里，{here} 项在方案里。没有的：{rest}。",
        "Of the {n} that usually follow, {here} {here:s|is|are} in the plan. Not in it: {rest}.",
    ),
    "r8.usual.next.all": ("通常接着做的 {n} 项都在方案里。", "What usually follows ({n}) is all in the plan."),
    "r8.there": ("已经具备，不再做（{n} 项）", "Already there, not repeated ({n})"),
    "r8.there.table": ("已经具备的举措与依据", "Initiatives already there, with reasons"),
    "r8.forbidden": ("合规不允许（{n} 项）", "Not allowed here ({n})"),
    "r8.forbidden.table": ("不允许的举措与规则", "Initiatives not allowed, with rules"),
    "r8.rest": ("另有 {n} 项，见在线路线图。", "{n} more {n:s|is|are} in the online roadmap."),
    "r10.label": ("R10 · 利润测算", "R10 · Profit"),
    "r10.title": (
        (
            "{months} 个月净增 {range}；若只兑现 44%，净增 {stress}",
            "{range} net gain in {months} months; {stress} if only 44% is delivered",
        ),
    ),
    "r10.title.loss": (
        "{months} 个月净增 {range}；若只兑现 44%，净亏 {stress}",
        "{range} net gain in {months} months; a loss of {stress} if only 44% is delivered",
    ),
    "r10.lede": (
        "投入 {money} 与 {weeks} 人周。{payback}{dshare} 的中位数建立在 D 级默认值上，试点后用自己的数重算。",
        "Spend is {money} and {weeks} person-weeks. {payback}{dshare} of the median rests on grade-D defaults, to be replaced after the pilot.",
    ),
    "r10.payback": (
        (
            "按计划第 {month} 个月回本，44% 时第 {stress} 个月。",
            "Payback comes in month {month}, at 44% in month {stress}. ",
        ),
        (
            "按计划第 {month} 个月回本，44% 时期内不回本。",
            "Payback comes in month {month}, at 44% not within the horizon. ",
        ),
    ),
    "r10.payback.none": ("期内不回本。", "There is no payback within the horizon. "),
    "r10.indication": (
        "数据不足 12 个月或试点不足 3 店：以下数字只作参考，不作承诺。",
        "With under 12 months of data or fewer than three pilot stores these figures are an indication only.",
    ),
    "r10.range.source": (
        "线为中位，条为 P10–P90。橙色：收益只有 44%、成本多 45% 的压力情形，不是预测。{draws} 次抽样，种子 {seed}。",
        "Line = median, bar = P10–P90. Orange: the stress case of 44% of the benefit and 45% more cost, not a forecast. {draws} draws, seed {seed}.",
    ),
    "r10.waterfall": ("{lever}占增利的 {share}", "{lever} brings {share} of the gain"),
    "r10.waterfall.source": (
        "工字线：P10–P90。橙线：只兑现 44% 的净增。重叠：同一环节的多项举措不重复计，并折现到开始日。",
        "I-bar: P10–P90. Orange: net gain if only 44% is delivered. Overlap: effects on the same step are not counted twice, and are discounted.",
    ),
    "r10.quarters": ("一季一季看：投入、增利与累计净增", "Quarter by quarter: spend, gain and cumulative net"),
    "r10.quarter": ("第 {n} 季", "Q{n}"),
    "r10.quarters.source": (
        "未折现；总数为折现后，故合计不等于各季之和。",
        "Quarters are undiscounted; the total is discounted, so they do not add up to it.",
    ),
    "r10.items": ("从各项举措到整个方案的净增", "From the initiatives to the net of the plan"),
    "r10.items.source": (
        "都是期内、折现的中位数。净增 = 毛增利 − 一次性投入（外部投入与内部人力）− 运行费用（维护、折扣、佣金）。单项按单独做算，重叠、共用年费与中位数相加的出入单列。",
        "Medians over the horizon, discounted. Net = gross benefit − one-off cost (external money and internal work) − running cost (upkeep, discounts, commissions). Each is valued alone; overlap, shared fees and what adding medians leaves stand apart.",
    ),
    "r10.items.rest": ("其余 {n} 项", "{n} more"),
    "r10.items.all": ("{n} 项举措合计", "{n} {n:s|initiative|initiatives} together"),
    "r10.items.overlap": ("同一环节的效果重叠", "Overlap on the same step"),
    "r10.items.fees": ("共用的平台模块年费", "Yearly fees of shared modules"),
    "r10.items.medians": ("中位数相加的出入", "What adding medians leaves"),
    "r10.items.plan": ("整个方案", "The plan"),
    "r10.stress": (
        "若只兑现 44%：毛增利 {gross} × {kept} = {left}；成本 {cost} × {raised} = {more}；净增 {net}。",
        "If only 44% is delivered: gross benefit {gross} × {kept} = {left}; cost {cost} × {raised} = {more}; net {net}.",
    ),
    "r8.net": ("净增 {money}", "net {money}"),
    "r10.defaults": (
        "{n} 个默认值还没有换成自己的数",
        "{n} {n:s|default has|defaults have} not been replaced by the company's own figures",
    ),
    "r10.defaults.table": ("默认值（D 级）", "Defaults (grade D)"),
    "r10.defaults.none": ("测算没有用到默认值。", "No default was used."),
    "r10.default.mark": ("行业默认值", "the trade's default"),
    "r10.default.note": (
        "空着的数先用行业默认值（D 级），换成自己的数后重算。",
        "A blank takes the trade's default (grade D) until the company's own figure replaces it.",
    ),
    "r10.chain": (
        "投入、费用按 {written} 家店左右的连锁写成；逐店做的部分按门店数折算（× {factor}，D 级），总部的部分不变。",
        "Work, money and fees are written for about {written} stores; what is done store by store follows yours (× {factor}, grade D), head-office work does not.",
    ),
    "r12.label": ("R12 · 方法与数据质量", "R12 · Method and data quality"),
    "r12.title": (
        "{answers} 条答案，{support}，表单回收 {returned} / {asked}",
        "{answers} {answers:s|answer|answers}, {returned} of {asked} forms returned; {support}",
    ),
    "r12.lede": (
        "得分是估计，不是考试分数。下面说明它怎么来、缺什么、凭哪一版内容算出。",
        "Scores are estimates, not exam marks. This page says how they were made, what is missing, and from which content.",
    ),
    "r12.method": ("怎么算", "How it is computed"),
    "r12.method.1": (
        "每项能力有五句行为描述，最高一句“完全做到”的就是它的级。没有证据的自述最高算到 {cap} 级。",
        "Each capability has five anchors; its level is the highest fully met. A statement without evidence counts up to level {cap}.",
    ),
    "r12.method.2": (
        "来源组加权合成能力的级：{weights}。门店按类型分层平均。",
        "Source groups are weighted into the level of a capability: {weights}. Stores enter as a stratified mean.",
    ),
    "r12.method.3": (
        "维度得分 =（能力的级 − 1）÷ 4 的加权平均 × 100；指数 = 基础 {foundations}、领域 {areas} 的加权平均。",
        "Dimension score = weighted mean of (level − 1) ÷ 4 × 100; index = {foundations} foundations, {areas} areas.",
    ),
    "r12.method.4": (
        "达到的等级看指数，也看最低的维度与证据：短板不补，总分再高也不升级。",
        "The attained level looks at the index and at the weakest dimensions and the evidence: a weak base holds it down.",
    ),
    "r12.method.5": (
        "举措在预算、人力、先后与旺季约束下由整数规划选出（{engine}，{status}）；日期由关键路径与人力排定。",
        "Initiatives are chosen by integer programming within budget, people, order and peak season ({engine}, {status}); dates follow critical path and people.",
    ),
    "r12.method.5.greedy": (
        "求解器在限时内没有找到更好的方案，举措按每一份投入的净增逐项选出，预算、人力、先后与旺季都已核对；日期由关键路径与人力排定。",
        "The solver found nothing better in time, so initiatives were taken one by one by net gain, within budget, people, order and peak season; dates follow critical path and people.",
    ),
    "r12.method.6": (
        "利润由 {draws} 次抽样得到 P10、P50、P90；效果的上下限与等级见内容包。",
        "Profit comes from {draws} draws as P10, P50 and P90; effects and their grades are in the content pack.",
    ),
    "r12.status.optimal": ("已证最优", "proven optimal"),
    "r12.status.feasible": ("与最优差距 {gap}", "within {gap} of the optimum"),
    "r12.status.unproven": ("限时内求得，未证最优", "found in time, not proven optimal"),
    "r12.status.infeasible": ("约束有冲突", "constraints conflict"),
    "r12.coverage": ("谁答了", "Who answered"),
    "r12.coverage.table": ("各类门店的表单回收", "Forms returned by store type"),
    "r12.coverage.all": ("全部门店", "All stores"),
    "r12.missing": (
        "还缺 {n} 家店的表单；缺失不当 0 分，也不补猜。",
        "{n} {n:s|store has|stores have} not returned {n:s|its|their} form; missing answers are neither 0 nor guessed.",
    ),
    "r12.dontknow": (
        "“不知道”占 {share}；“不知道”不计入得分，超过三成的能力单独列出。",
        "Don't-knows are {share}; they do not enter scores, and capabilities with more than 30% are listed.",
    ),
    "r12.warnings": ("读数时要知道", "What a reader must know"),
    "r12.warnings.none": ("没有需要特别说明的。", "There is nothing special to note."),
    "r12.weights.changed": (
        "这家公司改过维度权重：{weights}。",
        "This company changed weights of dimensions: {weights}.",
    ),
    "r12.versions": ("版本与摘要", "Versions and digests"),
    "r12.version.content": ("内容包", "Content pack"),
    "r12.version.hash": ("内容摘要", "Content digest"),
    "r12.version.score": ("得分摘要", "Score digest"),
    "r12.version.plan": ("方案摘要", "Plan digest"),
    "r12.version.dossier": ("卷宗摘要", "Dossier digest"),
    "r12.version.plan.n": ("第 {n} 版", "version {n}"),
    "r12.version.wave": ("评估", "Assessment"),
    "r12.version.wave.n": ("第 {n} 轮，截至 {date}", "wave {n}, as of {date}"),
    "r12.versions.table": ("印出这份报告的版本与摘要", "Versions and digests behind this report"),
    "r12.limits": ("这份报告不能说明什么", "What this report does not show"),
    "r12.limits.1": (
        "没有与同行比较：没有自己的常模，就不排名。",
        "There is no ranking against peers: no norm data, no rank.",
    ),
    "r12.limits.2": (
        "不评价任何个人；单店数据只在顾问团队内。",
        "No person is rated; figures of single stores stay within the team.",
    ),
    "r12.limits.3": (
        "利润是区间，不是承诺；上线后以对照组的实测替换。",
        "Profit is a range, not a promise; after go-live hold-out results replace it.",
    ),
}
