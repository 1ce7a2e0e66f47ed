"""Words of the chapters R2 and R5."""

from reports.phrases.wording import Catalogue

NEEDS: Catalogue = {
    "r2.label": ("R2 · 为什么做与真正需求", "R2 · Why, and the real needs"),
    "r2.lede": (
        "提出来的多半是功能，要变好的是别的东西。每句原话还原成方向、指标、对象、情境，找出真正流转的是什么，再看它服务哪个目标、哪项能力、哪个利润杠杆。",
        "What is asked for is mostly a feature; what should get better is something else. Each request is turned into direction, measure, object and situation, then into what really flows, and tested against goal, capability and profit lever.",
    ),
    "r2.lede.none": (
        "还没有登记需求。访谈时先问一句：今天做不到、又非做到不可的是什么？原话、日期、谁说的都记下来，这一章会自动生成。",
        "No need is on record yet. Ask in the interviews: what must be done that cannot be done today? Note the words, the day and who said them; this chapter follows.",
    ),
    "r2.needs": ("从原话到需求，机会大的在前", "From request to need, the greatest opportunity first"),
    "r2.needs.table": ("原话、需求陈述、机会分", "Requests, needs and opportunity"),
    "r2.needs.source": (
        "机会 = 重要 +（重要 − 满足，负数按 0），0–20，高层与门店分开打分；15 以上极强，12–15 强，10–12 值得看。人数少，只作排序，不看小数。",
        "Opportunity = importance + (importance − satisfaction, at least 0), 0–20, executives and stores apart; above 15 extreme, 12–15 strong, 10–12 worth a look. Few people rated: it only ranks, without decimals.",
    ),
    "r2.said": ("{who}，{date}", "{who}, {date}"),
    "r2.strength.extreme": ("极强", "Extreme"),
    "r2.strength.strong": ("强", "Strong"),
    "r2.strength.worth_a_look": ("值得看", "Worth a look"),
    "r2.strength.low": ("弱", "Low"),
    "r2.strength.none": ("没有打分", "Not rated"),
    "r2.levers": ("真正流转的是什么，动哪些杠杆", "What really flows, and which levers move it"),
    "r2.levers.table": ("需求的系统杠杆：现在、目标、负责人", "Levers of each need: now, target, owner"),
    "r2.levers.group": ("{n} · 流转的是：{flow}", "{n} · What flows: {flow}"),
    "r2.fit": (
        "匹配检验：服务什么，方案里哪一项在做",
        "Fit test: what each need serves, and what the plan does about it",
    ),
    "r2.fit.table": (
        "需求服务的目标、效率、能力、利润杠杆与举措",
        "Goal, efficiency, capability, profit lever and initiatives of each need",
    ),
    "r2.fit.capability": (
        (
            "{capability} {level:level}\u00a0→\u00a0{target:rung}",
            "{capability} {level:level}\u00a0→\u00a0{target:rung}",
        ),
        ("{capability}：数据不足", "{capability}: insufficient data"),
    ),
    "r2.fit.none": ("方案没有选", "Not in the plan"),
    "r2.parked": (
        "先放下的 {n} 个请求：只有功能，没有需求",
        "{n} {n:s|request|requests} parked: a feature, not a need",
    ),
    "r2.parked.table": ("先放下的请求与理由", "Parked requests and why"),
    "r2.parked.unserved": (
        "说不出服务哪个目标、效率、能力或利润杠杆",
        "Serves no goal, efficiency, capability or profit lever that was named",
    ),
    "r2.parked.decided": ("顾问与客户一起放下", "Parked by consultants and client together"),
    "r2.reasons": (
        "三个理由：说的有多急，事实怎么说",
        "Three reasons: how urgent it is said to be, and what the facts say",
    ),
    "r2.reasons.table": (
        "三个理由：各角色的紧迫度、检验的事实、相关能力",
        "Three reasons: urgency by role, testing facts, capabilities",
    ),
    "r2.reasons.source": (
        "紧迫度 1–5，各角色单独打分；相差 2 分及以上的标出。只列本公司的数，行业默认值不作检验；括号里是数据等级。",
        "Urgency 1–5, each role alone; differences of 2 and more are marked. Own figures only, no industry default tests anything; grades in brackets.",
    ),
    "r2.reasons.none": ("理由卡还没有填：数据不足。", "The reasons card has not been filled in: insufficient data."),
    "r2.unsaid": ("没有打分", "Not scored"),
    "r2.untested": ("没有事实可以检验", "No fact to test it"),
    "r2.role": ("{role} {value}", "{role} {value}"),
    "r2.fact": ("{fact} {value}（{grade}）", "{fact} {value} ({grade})"),
    "r2.capability": ("{capability} {level:level}", "{capability} {level:level}"),
    "r2.policy": ("政策：{text}", "Policy: {text}"),
    "r2.sentence.apart": (
        (
            "“{reason}”：{n} 个角色打 {low}–{high} 分，相差 {spread}，先谈拢再立项；{facts} 条事实检验，相关能力平均 {level:level} 级。",
            "{reason}: {n} {n:s|role scores|roles score} it {low}–{high}, {spread} apart: agree before starting; {facts} {facts:s|fact tests|facts test} it, capabilities average level {level:level}.",
        ),
        (
            "“{reason}”：{n} 个角色打 {low}–{high} 分，相差 {spread}，先谈拢再立项；{facts} 条事实检验，相关能力数据不足。",
            "{reason}: {n} {n:s|role scores|roles score} it {low}–{high}, {spread} apart: agree before starting; {facts} {facts:s|fact tests|facts test} it, capabilities have insufficient data.",
        ),
    ),
    "r2.sentence.same": (
        (
            "“{reason}”：{n} 个角色打 {low}–{high} 分；{facts} 条事实检验，相关能力平均 {level:level} 级。",
            "{reason}: {n} {n:s|role scores|roles score} it {low}–{high}; {facts} {facts:s|fact tests|facts test} it, capabilities average level {level:level}.",
        ),
        (
            "“{reason}”：{n} 个角色打 {low}–{high} 分；{facts} 条事实检验，相关能力数据不足。",
            "{reason}: {n} {n:s|role scores|roles score} it {low}–{high}; {facts} {facts:s|fact tests|facts test} it, capabilities have insufficient data.",
        ),
    ),
    "r2.sentence.unsaid": (
        (
            "“{reason}”：0 个角色打分，数据不足；{facts} 条事实在手，相关能力平均 {level:level} 级。",
            "{reason}: 0 roles scored it, insufficient data; {facts} {facts:s|fact is|facts are} at hand, capabilities average level {level:level}.",
        ),
        (
            "“{reason}”：0 个角色打分，数据不足；{facts} 条事实在手，相关能力数据不足。",
            "{reason}: 0 roles scored it, insufficient data; {facts} {facts:s|fact is|facts are} at hand, capabilities have insufficient data.",
        ),
    ),
    "r5.label": ("R5 · 旅程与成交时刻", "R5 · Journey and sales moments"),
    "r5.lede": (
        "顾客记住的是最好的一刻和最后一步，断的地方最费钱。步骤来自行业内容，每一步都用本公司的答案与走访对照；还没问到的标“行业默认”。",
        "Customers remember the best moment and the last step, and breaks cost most. The steps are the trade's; each is held against this company's answers and visits, and what is not known yet is marked as the trade's default.",
    ),
    "r5.journey": (
        "{trade}的顾客旅程：{n} 步，会断 {breaks} 处",
        "Customer journey, {trade}: {n} steps, breaks in {breaks} {breaks:s|place|places}",
    ),
    "r5.peak": ("峰值", "Peak"),
    "r5.end": ("结尾", "End"),
    "r5.break": ("断点", "Break"),
    "r5.points.table": ("峰值、结尾与断点", "Peak, end and breaks"),
    "r5.points.source": (
        "峰值、结尾与断点是行业默认，等级是本公司的：峰值与结尾看“{peakend}”，断点看“{journey}”，核实口径。",
        "Peak, end and breaks are the trade's default, the levels are this company's: peak and end are read on {peakend}, breaks on {journey}, verified.",
    ),
    "r5.moments": (
        "四个成交时刻：现在几级，看什么数，谁来补",
        "Four sales moments: level now, which figure, what mends it",
    ),
    "r5.moments.table": (
        "成交时刻：能力等级、指标、方案里的举措",
        "Sales moments: levels, KPI, initiatives in the plan",
    ),
    "r5.moments.source": (
        "等级为核实口径，来自表单、走访与资料。深色举措在这份方案里，浅色不在。指标由门店按周记，第一波结束时对照。",
        "Levels are verified, from forms, visits and documents. Initiatives in dark type are in this plan, those in light type are not. Stores note the KPI weekly; it is compared at the end of wave 1.",
    ),
    "r5.unasked": ("{capability}：这次没有问", "{capability}: not asked this time"),
    "r5.level": (
        (
            "{capability} {level:level}\u00a0→\u00a0{target:rung}",
            "{capability} {level:level}\u00a0→\u00a0{target:rung}",
        ),
        ("{capability}：数据不足", "{capability}: insufficient data"),
    ),
    "fig.journey.title": ("顾客旅程：峰值、结尾与断点", "Customer journey: peak, end and breaks"),
    "fig.journey.desc": (
        "从左到右是顾客走的步骤，菱形是峰值，方块是结尾，叉是会断的地方",
        "Steps of the customer from left to right; diamond = peak, square = end, cross = break",
    ),
    "col.request": ("原话", "Request"),
    "col.need": ("真正的需求", "Real need"),
    "col.opportunity": ("机会", "Opportunity"),
    "col.leverkind": ("杠杆", "Lever"),
    "col.leverwhat": ("动什么", "What moves"),
    "col.current": ("现在", "Now"),
    "col.goal": ("目标", "Goal"),
    "col.efficiency": ("效率", "Efficiency"),
    "col.inplan": ("方案里的举措", "In the plan"),
    "col.whyparked": ("为什么先放下", "Why parked"),
    "col.reason": ("理由", "Reason"),
    "col.urgency": ("紧迫度（1–5）", "Urgency (1–5)"),
    "col.facts": ("检验它的事实", "Facts that test it"),
    "col.caps": ("相关能力（级）", "Capabilities (level)"),
    "col.mark": ("记号", "Mark"),
    "col.step": ("哪一步", "Step"),
    "col.what": ("发生什么", "What happens"),
    "col.moment": ("成交时刻", "Sales moment"),
    "col.levels": ("能力：现在 → 目标（级）", "Capability: now → target (level)"),
}
