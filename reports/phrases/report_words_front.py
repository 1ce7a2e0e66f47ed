"""Words of the one-page conclusion, the contents page and the running heads."""

from assessment.grades import GRADES
from reports.phrases.wording import Catalogue

FRONT: Catalogue = {
    "report.title": ("数字化升级评估与路线图", "Digital upgrade assessment and roadmap"),
    "report.description": (
        "{company}的数字化升级评估：得分、资源、路线图与利润区间，{date}",
        "Digital upgrade assessment of {company}: scores, resources, roadmap and profit range, {date}",
    ),
    "report.keywords": ("数字化升级，评估，路线图", "digital upgrade, assessment, roadmap"),
    "report.digests": (
        (
            "内容包 {content} · 得分 {score} · 方案 {plan}",
            "pack {content} · score {score} · plan {plan}",
        ),
        ("内容包 {content} · 得分 {score}", "pack {content} · score {score}"),
    ),
    "r1.label": ("一页结论", "One-page conclusion"),
    "r1.title": (
        (
            "先{first}，再{second}：{months} 个月净增利润 {range}",
            "First {first}, then {second}: {range} more profit in {months} months",
        ),
        ("{months} 个月净增利润 {range}：先{first}", "{range} more profit in {months} months: first {first}"),
        ("{months} 个月净增利润 {range}", "{range} more profit in {months} months"),
    ),
    "r1.title.noplan": (
        "数字化指数 {score}，停在第 {level} 级：{dimension}最低，只有 {low}",
        "Index {score}, held at level {level}: {dimension} is lowest at {low}",
    ),
    "r1.title.nodata": (
        "还不能下结论：有 {n} 个维度数据不足",
        "No verdict yet: {n} {n:s|dimension lacks|dimensions lack} data",
    ),
    "r1.lede.need": (
        "原话是“{request}”。真正的需求是：{statement}",
        "The request was “{request}” The real need: {statement}",
    ),
    "r1.lede.resources": (
        "{stores} 家店里有 {n} 项资源被忽视，{name}只用了 {use}。",
        "Across {stores} {stores:s|store|stores} {n} {n:s|resource is|resources are} overlooked; {name} is used in only {use} of its moments.",
    ),
    "r1.where": ("现在的位置：第 {level} 级，{name}", "Where it stands: level {level}, {name}"),
    "r1.where.none": ("现在的位置：等级未定", "Where it stands: level open"),
    "r1.hero.interval": ("90% 区间 {low}–{high}", "90% interval {low}–{high}"),
    "r1.hero.claimed": ("自述 {claimed}，比核实高 {more}", "claimed {claimed}, {more} higher"),
    "r1.hero.even": ("自述与核实一致", "claimed and verified agree"),
    "r1.hero.evidence": (
        "{support}，覆盖 {coverage}",
        "{support}; coverage {coverage}",
    ),
    "r1.bars.source": (
        "◇ 目标 · 核实口径。n = {returned} / {asked} 店、{executives} 位高层、{visits} 次走访、{documents} 份资料；{support}。",
        "◇ target · verified. n = {returned} of {asked} stores, {executives} {executives:s|executive|executives}, {visits} {visits:s|visit|visits}, {documents} {documents:s|document|documents}; {support}.",
    ),
    "r1.bars.source.interval": (
        "◇ 目标 · 浅色为 90% 区间 · 核实口径。n = {returned} / {asked} 店、{executives} 位高层、{visits} 次走访、{documents} 份资料；{support}。",
        "◇ target · light = 90% interval · verified. n = {returned} of {asked} stores, {executives} {executives:s|executive|executives}, {visits} {visits:s|visit|visits}, {documents} {documents:s|document|documents}; {support}.",
    ),
    "r1.moves": ("三个动作", "Three moves"),
    "r1.move.title": ("{until}前，{aim}", "By {until}: {aim}"),
    "r1.move.closed": (
        "“{name}”从 {level:level} 级到 {target:rung} 级",
        "{name} from level {level:level} to {target:rung}",
    ),
    "r1.move.raised": (
        "“{name}”从 {level:level} 级往上，还到不了 {target:rung} 级",
        "{name} up from level {level:level}, short of {target:rung}",
    ),
    "aim.closed": ("补上 {n} 处差距，首先在{areas}", "close {n} {n:s|gap|gaps}, above all in {areas}"),
    "aim.closed.all": ("补上{areas}的 {n} 处差距", "close {n} {n:s|gap|gaps} in {areas}"),
    "aim.closed.led": ("补上“{first}”等 {n} 处差距", "close {n} gaps, {first} above all"),
    "aim.closed.one": ("补上“{first}”的差距", "close the gap in {first}"),
    "aim.raised": (
        "提升 {n} 项能力，首先在{areas}，还不到目标",
        "raise {n} {n:s|capability|capabilities}, above all in {areas}, short of target",
    ),
    "aim.raised.all": (
        "提升{areas}的 {n} 项能力，还不到目标",
        "raise {n} {n:s|capability|capabilities} in {areas}, short of target",
    ),
    "aim.raised.led": (
        "提升“{first}”等 {n} 项，还不到目标",
        "raise {n} capabilities, {first} above all, short of target",
    ),
    "aim.raised.one": ("提升“{first}”，还不到目标", "raise {first}, short of target"),
    "aim.none": ("为后面铺路", "clear the way"),
    "r1.move.resource": ("{name}只用了 {use}", "{name} is used in only {use} of its moments"),
    "r1.move.enables": ("{n} 项举措，为后面铺路", "{n} {n:s|initiative that clears|initiatives that clear} the way"),
    "r1.noplan": ("路线图还没有生成，这一页先说现状。", "No roadmap yet; this page shows where the company stands."),
    "r1.emptyplan": (
        "在现在的预算与人力下，没有一项举措划算。",
        "Within today's budget and people no initiative pays.",
    ),
    "r1.profit.source": (
        (
            "线为中位，条为 P10–P90。投入 {money} + {weeks} 人周；按计划第 {payback} 个月回本，44% 时第 {stress} 个月。{dshare} 的中位数建立在 D 级输入上。",
            "Line = median, bar = P10–P90. {money} + {weeks} person-weeks; pays back in month {payback}, at 44% in month {stress}. {dshare} of the median rests on grade-D inputs.",
        ),
        (
            "线为中位，条为 P10–P90。投入 {money} + {weeks} 人周；按计划第 {payback} 个月回本，44% 时期内不回本。{dshare} 的中位数建立在 D 级输入上。",
            "Line = median, bar = P10–P90. {money} + {weeks} person-weeks; pays back in month {payback}, at 44% not within the horizon. {dshare} of the median rests on grade-D inputs.",
        ),
        (
            "线为中位，条为 P10–P90。投入 {money} + {weeks} 人周；期内不回本。{dshare} 的中位数建立在 D 级输入上。",
            "Line = median, bar = P10–P90. {money} + {weeks} person-weeks; no payback within the horizon. {dshare} of the median rests on grade-D inputs.",
        ),
    ),
    "r1.voices": ("高层看到的，门店没看到", "What executives see and stores do not"),
    "r1.voices.mixed": ("高层与门店，看法差得最多的几项", "Where executives and stores differ most"),
    "r1.voices.none": ("高层与门店的看法没有大的差别。", "Executives and stores see nothing very differently."),
    "r1.meaning.unknown": ("规则没传到：{share} 的门店答不知道", "not communicated: {share} don't know"),
    "r1.meaning.more": ("高层看得到，门店感觉不到", "seen at the top, not in stores"),
    "r1.meaning.less": ("门店走在前面，做法可以复制", "stores are ahead: worth copying"),
    "r1.waves": (
        "怎么走：波次看何时做完，每道闸门都可以停下后面的",
        "The way there: waves by finish, and each gate may stop what follows",
    ),
    "r1.wave.head": ("{span} · {name}", "{span} · {name}"),
    "r1.wave.size": ("{n} 项 · {weeks} 人周 · {money}", "{n} {n:s|item|items} · {weeks} pw · {money}"),
    "r1.ask": ("请董事会今天决定", "Decisions asked of the board today"),
    "r1.ask.start": (
        (
            "批准 {gate}复盘前开工的 {n} 项：{money}、{weeks} 人周，{date}开始；其中 {later} 项做到复盘之后",
            "Approve the {n} {n:s|item that starts|items that start} before the gate review of {gate}: {money}, {weeks} person-weeks, from {date}; {later} of them {later:s|runs|run} on after it",
        ),
        (
            "批准 {gate}复盘前开工的 {n} 项：{money}、{weeks} 人周，{date}开始",
            "Approve the {n} {n:s|item that starts|items that start} before the gate review of {gate}: {money}, {weeks} person-weeks, from {date}",
        ),
    ),
    "r1.ask.begun": (
        "已开工的 {n} 项继续做到 {date}复盘",
        "Let the {n} {n:s|item|items} under way go on until the gate review of {date}",
    ),
    "r1.ask.chair.planned": (
        ("{name}任治理委员会主席，每季复盘一次", "{name} chairs the steering group, with a quarterly review"),
        ("指定一位治理委员会主席，每季复盘一次", "Name a chair of the steering group, with a quarterly review"),
    ),
    "r1.ask.chair.there": (
        (
            "治理委员会已经在运作，请{name}把各次闸门复盘排进季度会",
            "The steering group is there already: {name} puts the gate reviews on its quarterly agenda",
        ),
        (
            "治理委员会已经在运作，把各次闸门复盘排进季度会",
            "The steering group is there already: put the gate reviews on its quarterly agenda",
        ),
    ),
    "r1.ask.chair.open": (
        (
            "定下由谁拍板：方案里没有建治理委员会，建议{name}主持闸门复盘",
            "Settle who decides: the plan sets up no steering group; {name} should hold the gate reviews",
        ),
        (
            "定下由谁拍板：方案里没有建治理委员会",
            "Settle who decides at the gates: the plan sets up no steering group",
        ),
    ),
    "r1.ask.gate": (
        "{date}复盘：没有看到{kpi}，此后开工的 {n} 项（{money}）不放款",
        "{date} gate review: the {n} {n:s|item|items} starting after it ({money}) {n:s|is|are} funded only on {kpi}",
    ),
    "r1.ask.last": (
        "{date}收尾复盘：看{kpi}；此后没有新的开工",
        "{date} closing review: look for {kpi}; nothing new starts after it",
    ),
    "r1.ask.targets": ("确认各项能力的目标等级", "Confirm the target levels"),
    "r1.ask.data": ("补齐缺的表单与证据", "Complete the missing forms and evidence"),
    "foot.sources": (
        "来源：店长表单 {returned} 份、高层 {executives} 位、走访 {visits} 次、资料 {documents} 份。每个数字可在线展开到答案与证据。",
        "Sources: {returned} {returned:s|manager form|manager forms}, {executives} {executives:s|executive|executives}, {visits} {visits:s|visit|visits}, {documents} {documents:s|document|documents}. Every number opens online to answers and evidence.",
    ),
    "foot.scores": (
        "得分按核实口径；缺失与“不知道”不当 0。公式与权重见“方法与数据质量”。",
        "Scores are verified; missing and don't-know are never 0. Formulas and weights: see method and data quality.",
    ),
    "foot.plan.optimal": (
        "外部投入 {money}、内部 {weeks} 人周。方案由优化求得，已证最优。",
        "{money} external, {weeks} person-weeks internal. The plan is proven optimal.",
    ),
    "foot.plan": (
        "外部投入 {money}、内部 {weeks} 人周。方案由优化求得，与最优值相差不超过 {gap}。",
        "{money} external, {weeks} person-weeks internal. The plan is proven within {gap} of the optimum.",
    ),
    "foot.plan.unproven": (
        "外部投入 {money}、内部 {weeks} 人周。方案在限时内求得，还没有证明是最优；延长求解时间可以改进。",
        "{money} external, {weeks} person-weeks internal. Found within the time limit, not proven optimal; more time may improve it.",
    ),
    "foot.profit": (
        "利润只给区间，不给单点。{draws} 次抽样，种子 {seed}。",
        "Profit is a range, never one figure. {draws} draws, seed {seed}.",
    ),
    "contents.label": ("目录与读法", "Contents and how to read"),
    "contents.title": (
        "{pages} 个章节，从一页结论读到每个数字的来处",
        "{pages} chapters lead from one page to the source of every number",
    ),
    "contents.list": ("目录", "Contents"),
    "contents.how": ("怎么读", "How to read"),
    "contents.how.1": (
        "每页的标题就是结论；只读标题，也能读完整件事。",
        "Every title is a conclusion; the titles alone tell the story.",
    ),
    "contents.how.2": (
        "“核实”按证据封顶，“自述”按本人所说；两者的差，是没有证据的部分。",
        "“Verified” is capped by evidence, “claimed” is what people said; the difference is unsupported.",
    ),
    "contents.how.3": (
        "◇ 是目标，橙色是这张图里最该看的地方，斜纹是数据不足或旺季。",
        "◇ is the target, orange is the thing to look at, hatching means too little data or peak season.",
    ),
    "contents.how.4": (
        "钱总是区间；旁边那条橙线是“若只兑现 44%”，大型信息化项目平均只做到计划的这么多。",
        "Money is always a range; the orange line beside it is “if only 44%”, what large IT projects averaged.",
    ),
    "contents.how.5": (
        "输入的等级：" + "，".join(f"{grade} {name.zh}" for grade, name in GRADES.items()) + "。",
        "Grades of inputs: " + ", ".join(f"{grade} {name.en}" for grade, name in GRADES.items()) + ".",
    ),
    "contents.basis": ("这份报告建立在什么上", "What this report rests on"),
    "contents.basis.forms": ("店长表单", "Manager forms"),
    "contents.basis.execs": ("高层", "Executives"),
    "contents.basis.visits": ("走访", "Visits"),
    "contents.basis.docs": ("资料", "Documents"),
    "contents.basis.answers": ("答案", "Answers"),
    "contents.basis.evidence": ("有证据", "With evidence"),
    "contents.basis.evidence.of": ("占答案", "of answers"),
    "contents.basis.confidence": ("有把握", "Confident"),
    "contents.basis.confidence.of": ("占权重", "of the weight"),
    "contents.basis.of": ("共 {n} 店", "of {n} {n:s|store|stores}"),
    "contents.sample": (
        "这是一份示例：公司、人名、数字都是虚构的，只用来说明报告的样子。",
        "This is a sample: company, people and figures are invented to show what a report looks like.",
    ),
}
