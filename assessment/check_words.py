"""The words of this package's content findings, apart from the rules that find them: the defect and its remedy."""

from collections.abc import Mapping

from questionnaires.locale_text import LocaleText

L = LocaleText

FINDINGS: dict[str, tuple[LocaleText, LocaleText]] = {
    "A001": (
        L("两种语言写混了：“{zh}” / “{en}”。", "The languages are mixed up: “{zh}” / “{en}”."),
        L("zh 写中文，en 写英文。", "Write Chinese under zh and English under en."),
    ),
    "A003": (
        L("没有编号为 {ident} 的{what_zh}。", "{ident} is no {what_en}."),
        L("改成已有的编号。", "Use an id that exists."),
    ),
    "A003.effect": (
        L(
            "效果 {effect} 用到的数字 {ident} 没有人问。",
            "The effect {effect} works on {ident}, which is not asked for.",
        ),
        L("补上这个数字，或改效果。", "Add the fact or mend the effect."),
    ),
    "A004": (
        L("十个维度的权重要齐全，合计 100。", "The weights need all ten dimensions and the sum 100."),
        L("改权重。", "Mend the weights."),
    ),
    "A005.types": (
        L(
            "{trade} 的 {cls} 类资源只有 {n} 种，少于 {least} 种。",
            "{trade} has {n} kinds of {cls}, fewer than {least}.",
        ),
        L("补资源类型。", "Add kinds of resources."),
    ),
    "A005.kpis": (
        L("{trade} 的指标少于 {least} 个。", "{trade} has fewer than {least} KPIs."),
        L("补指标。", "Add some."),
    ),
    "A005.category": (
        L("没有一个问题问到工具类别 {ident}。", "No question asks for the tool category {ident}."),
        L("补上这个类别。", "Add the category."),
    ),
    "A005.rules": (
        L("{cls} 类资源只带出 {n} 个举措，少于 {least} 个。", "{cls} leads to {n} initiatives, fewer than {least}."),
        L("补一条规则。", "Add a rule."),
    ),
    "A006": (
        L("旅程里没有 {ident} 这一步。", "{ident} is no step of the journey."),
        L("用旅程里的步骤。", "Use a step of the journey."),
    ),
    "A007.missing": (
        L("数字 {ident} 没有默认值。", "{ident} has no default."),
        L("补一个，可靠度 D。", "Add one, grade D."),
    ),
    "A007.share": (
        L("{ident} 是比例，不能是 {value}。", "{ident} is a share and cannot be {value}."),
        L("写成 0 到 1 之间的数。", "Write it between 0 and 1."),
    ),
    "A008": (
        L(
            "首波里的 {ident} 要先做 {need}，而它不在首波里。",
            "{ident} in the first wave needs {need}, which is not in it.",
        ),
        L("补上前置举措，或把它移出首波。", "Add what comes before, or take the other out."),
    ),
    "A009": (
        L("规则 {rule} 永远不会生效。", "The rule {rule} can never fire."),
        L("改它的条件。", "Mend its conditions."),
    ),
    "A010": (
        L(
            "规则 {rule} 会带出 {ident}，而它在 {trade} 行业被禁止。",
            "The rule {rule} suggests {ident}, which is forbidden in {trade}.",
        ),
        L("用 not_industry 排除这个行业。", "Leave the trade out with `not_industry`."),
    ),
    "A010.wave": (
        L("首波里的 {ident} 在 {trade} 行业被禁止。", "{ident} in the first wave is forbidden in {trade}."),
        L("换成合规的做法。", "Take the lawful way instead."),
    ),
    "A011.twice": (
        L("“{word}”出现了两次。", "“{word}” stands twice."),
        L("留一个。", "Keep one."),
    ),
    "A011.both": (
        L("“{word}”既被禁用，又在 {pattern} 里。", "“{word}” cannot be barred and belong to {pattern}."),
        L("二选一。", "Choose one."),
    ),
    "A012.unknown": (
        L("系统分析不会得出 {ident}。", "The analysis never finds {ident}."),
        L("用分析里有的代码。", "Use a code of the analysis."),
    ),
    "A012.missing": (
        L("系统分析的发现 {ident} 没有条目。", "The finding {ident} of the analysis has no entry."),
        L("写明它带出哪些举措。", "Say which initiatives it suggests."),
    ),
    "A013": (
        L("没有程序会读这个文件。", "Nothing reads this file."),
        L(
            "把它放到覆盖目录的 questionnaires/、roadmap/ 或 assessment/ 下面。",
            "Put it below questionnaires/, roadmap/ or assessment/ of the overlay.",
        ),
    ),
    "A014.missing": (
        L("没有 {ident} 的画像。", "There is no narrative {ident}."),
        L("在 texts/narratives.yaml 补上。", "Add it to texts/narratives.yaml."),
    ),
    "A014.unknown": (
        L("{ident} 不是任何维度的等级。", "{ident} is no level of a dimension."),
        L("写成维度加等级，如 MEM-2。", "Write a dimension and a level, as MEM-2."),
    ),
    "A014.sentences": (
        L(
            "画像 {ident} 有 {n} 句，应为两到三句。",
            "The narrative {ident} has {n} sentences; two or three are wanted.",
        ),
        L("写店里的样子、代价、下一步。", "Say what the shop floor looks like, what it costs, what comes next."),
    ),
    "A015": (
        L("{section} 没有一条不设条件的标题规则。", "{section} has no title rule without bounds."),
        L("删掉最后一条的 when。", "Remove the bounds of its last rule."),
    ),
    "A015.section": (
        L(
            "标题规则 {ident} 写给 {section}，报告里没有这一节的标题规则。",
            "{ident} is for {section}, which takes no title by rule.",
        ),
        L("用已有规则里的章节。", "Use a section that has rules."),
    ),
    "A015.figure": (
        L("{section} 没有数字“{name}”。", "{section} has no figure “{name}”."),
        L("用这一节已有的数字，见 docs/content.md。", "Use a figure of the section, see docs/content.md."),
    ),
    "A015.form": (
        L("“{name}”不能写成“{form}”，可用 {allowed}。", "“{name}” is written {allowed}, not as “{form}”."),
        L("换一种写法。", "Use such a form."),
    ),
    "A015.bound": (
        L("“{name}”是文字，不能设上下限。", "“{name}” is a word and has no bounds."),
        L("改用一个数字。", "Bound a number."),
    ),
    "A015.sometimes": (
        L(
            "{section} 不一定有数字“{name}”，不设条件的标题不能用它。",
            "{section} may lack “{name}”: a rule without bounds cannot rest on it.",
        ),
        L("加上 when，或换一个总有的数字。", "Bound the rule, or use a figure that is always there."),
    ),
    "A016.twice": (
        L("对照表里 {ident} 出现了两次。", "The cross-walk names {ident} twice."),
        L("请删掉一个。", "Take one out."),
    ),
    "A016.chain": (
        L("对照表的 {ident} 属于未知的环节 {chain}。", "{ident} of the cross-walk belongs to {chain}, no group of it."),
        L("请用 chains 里的编号。", "Use an id of chains."),
    ),
    "A016.fit": (
        L(
            "对照表的 {ident} 写着 {fit}，与列出的能力不符。",
            "{ident} of the cross-walk says {fit}, which its capabilities deny.",
        ),
        L("none 不列能力，close 与 partial 至少列一项。", "None names no capability, close and partial one or more."),
    ),
    "A016.official": (
        L(
            "对照表没有写官方第 {level} 级叫什么。",
            "The cross-walk does not say what the official level {level} is called.",
        ),
        L("在 official 补上，两种语言。", "Add it to `official`, in both languages."),
    ),
    "A016.caveat": (
        L("对照表没有写明“仅供参考”。", "The caveat of the cross-walk does not say that it is indicative."),
        L("请写明。", "Say so."),
    ),
    "A017": (
        L("原文条目写的 {ident} 不存在。", "The source trace names {ident}, which does not exist."),
        L("改成已有的编号；说明文字写进 note。", "Use an id that exists; words belong in `note`."),
    ),
    "A018": (
        L(
            "指标 {ident} 的日期是 {month}，不在最近 {most} 个月内。",
            "Key figure {ident} is dated {month}, not within {most} months.",
        ),
        L("换成新的数字，或写“待填”。", "Replace the figure, or leave it open."),
    ),
    "A019": (
        L("{where} 提到品牌“{word}”。", "{where} names the brand {word}."),
        L("写做什么，不写用谁家的。", "Say what is done, not whose tool does it."),
    ),
    "A020": (
        L("示例 {ident}：{zh}", "Example {ident}: {en}"),
        L("示例自己要守规矩。", "An example keeps the rules it teaches."),
    ),
    "A021": (
        L("“{word}”是法律不允许的报酬。", "“{word}” is pay the law bars."),
        L(
            "改为最多两级、只按实际成交付；写禁止时，同一句里要有“不、禁”。",
            "Keep to two levels, paid for real sales only; a text that forbids it says so in the same sentence.",
        ),
    ),
    "A022.figure": (
        L("标题规则 {ident} 没有用到任何数字。", "The title {ident} uses no figure."),
        L("结论要落在本节的数字上。", "Rest the conclusion on a figure of the section."),
    ),
    "A022.number": (
        L("画像 {ident} 写死了数字“{n}”。", "The narrative {ident} states the number {n} of no company."),
        L("画像只说店里的样子，数字由报告给。", "Say what the shop floor looks like; the report gives the figures."),
    ),
    "A022.empty": (
        L(
            "报告的 {section} 没有内容可印：{what}是空的。",
            "{section} of the report has nothing to print: no {what_en}.",
        ),
        L("补上，或从覆盖目录里去掉这个空表。", "Fill it, or take the empty list out of the overlay."),
    ),
}

WHAT: dict[str, LocaleText] = {
    "industry": L("行业", "industry"),
    "class": L("资源大类", "resource class"),
    "type": L("资源类型", "type of resource"),
    "category": L("工具类别", "tool category"),
    "initiative": L("举措", "initiative"),
    "fact": L("数字", "fact"),
    "capability": L("能力", "capability"),
}


def said(key: str, params: Mapping[str, object]) -> tuple[str, str, str]:
    """Return what is wrong and how to mend it in English, then both in Chinese, of the finding ``key`` (code, variant)."""
    problem, remedy = FINDINGS[key]
    return problem.en.format(**params), remedy.en, problem.zh.format(**params) + remedy.zh
