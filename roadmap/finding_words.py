"""What the checks of the roadmap library say, in both languages: the defect and how to mend it."""

from collections.abc import Mapping

from questionnaires.locale_text import LocaleText as Words

FINDINGS: Mapping[str, tuple[Words, Words]] = {
    "R001": (Words("{name} 的写法不对。", "{name}: {problem}."), Words("请照相邻的条目写。", "Mend the entry.")),
    "R001.missing": (Words("缺少 {name}。", "{name} is missing."), Words("请补上。", "Add it.")),
    "R001.unknown": (
        Words("没有 {name} 这一项。", "There is no entry {name}."),
        Words("请检查拼写，或删掉它。", "Check the spelling or remove it."),
    ),
    "R001.list": (
        Words("缺少列表“{name}”。", "The list “{name}” is missing."),
        Words("请写“{name}:”和它的条目。", "Write `{name}:` and its entries."),
    ),
    "R040": (
        Words("没有程序会读这个文件。", "Nothing reads this file."),
        Words("请检查文件名和所在文件夹。", "Check its name and folder."),
    ),
    "R002": (
        Words("编号 {id} 出现了两次。", "The id {id} stands twice."),
        Words("请改其中一个。", "Give one of them another id."),
    ),
    "R010": (
        Words("{id} 不存在（应为{kind_zh}）。", "There is no {kind} {id}."),
        Words("请改正编号，或补上该条目。", "Correct the id or add the entry."),
    ),
    "R011.needs": (
        Words("前置关系绕成一圈：{cycle}。", "Each of these waits for the next: {cycle}."),
        Words("请去掉其中一个前置。", "Remove one prerequisite."),
    ),
    "R011.modules": (
        Words("模块之间的依赖绕成一圈：{cycle}。", "Each of these modules requires the next: {cycle}."),
        Words("请去掉其中一个依赖。", "Remove one requirement."),
    ),
    "R012.listed": (
        Words("效果 {effect} 列出了 {id}，而它写的是另一个效果。", "{effect} lists {id}, which names another effect."),
        Words("请让两边一致。", "Let both name each other."),
    ),
    "R012.named": (
        Words("{id} 写了效果 {effect}，效果却没有列出它。", "{id} names {effect}, which does not list it."),
        Words("请让两边一致。", "Let both name each other."),
    ),
    "R013.either": (
        Words(
            "{id} 要么写它直接撬动的利润杠杆，要么写它为什么铺路。",
            "{id} has to name either a lever it moves or what it enables.",
        ),
        Words("lever 与 enables 请只留一个。", "Keep one of lever and enables."),
    ),
    "R013.both": (
        Words(
            "{id} 只有杠杆没有效果，或只有效果没有杠杆。",
            "{id} claims profit by a lever without an effect, or by an effect without a lever.",
        ),
        Words("请两个都写，或都不写。", "Give it both, or neither."),
    ),
    "R014": (
        Words(
            "{id} 带有 {flag} 提示，但前面没有 {first}。", "{id} carries {flag} but {first} does not come before it."
        ),
        Words("请把 {first} 加进它或其前置的 needs。", "Add {first} to needs, or to what it needs."),
    ),
    "R015": (
        Words("{id} 提到“{word}”，却没有带 {flag} 提示。", "{id} speaks of {word} but does not carry {flag}."),
        Words("请补上 {flag}，或改写措辞。", "Add {flag} to its flags, or reword it."),
    ),
    "R016": (
        Words(
            "没有举措能把 {capability} 提到 {level} 级以上。",
            "No initiative raises {capability} to level {level} or more.",
        ),
        Words("请补一个举措，或让现有举措走得更远。", "Add one, or let an existing one reach further."),
    ),
    "R017.unused": (
        Words("没有举措用到模块 {module}。", "No initiative uses the module {module}."),
        Words("请让某个举措用它，或删掉它。", "Let one use it, or remove it."),
    ),
    "R017.unoffered": (
        Words("没有一个平台提供模块 {module}。", "No platform offers the module {module}."),
        Words("请让某个平台提供它（depth 大于 0），或删掉它。", "Let one offer it (depth above 0), or remove it."),
    ),
    "R017.none": (
        Words(
            "{id} 要靠平台提升能力，却没有写模块。",
            "{id} raises a capability through a platform but runs on no module.",
        ),
        Words("请写明模块，或改为 via: people。", "Name the module, or say via: people."),
    ),
    "R017.silent": (
        Words("平台 {platform} 没有说明模块 {module}。", "{platform} says nothing about the module {module}."),
        Words("请补上；不提供就写 depth: 0。", "Add it; depth 0 when it is not offered."),
    ),
    "R018": (
        Words("只有一个平台，无法比较。", "A platform alone cannot be compared."),
        Words("请再补一个。", "Add a second one."),
    ),
    "R019.parameter": (
        Words("利润模型里没有参数 {name}。", "The profit model has no parameter {name}."),
        Words("可用的有：{choices}。", "Use one of {choices}."),
    ),
    "R019.fact": (
        Words("利润模型不认识数据 {name}。", "The profit model does not know the fact {name}."),
        Words("请写会收集的数据，或改写成区间。", "Name a fact that is asked for, or give a range instead."),
    ),
    "R020.fall": (
        Words("{name} 要下降才带来利润。", "{name} has to fall to bring profit."),
        Words("请把变化的正负号反过来。", "Turn the signs of the change."),
    ),
    "R020.rise": (
        Words("{name} 要上升才带来利润。", "{name} has to rise to bring profit."),
        Words("请把变化的正负号反过来。", "Turn the signs of the change."),
    ),
    "R021.cap": (
        Words("作用于 {name} 的各项效果合计没有上限。", "Nothing caps what effects on {name} may come to together."),
        Words(
            "请给效果写 cap，或在 defaults 里给参数写上限。", "Give the effect a cap, or the parameter one in defaults."
        ),
    ),
    "R021.band": (
        Words("费用档 {band} 没有金额。", "Cost band {band} has no money."),
        Words("请补进 bands。", "Add it to bands."),
    ),
    "R021.levels": (
        Words("采用率缺少第 {levels} 级。", "Adoption has no share for level {levels}."),
        Words("请写全 1 到 5 级。", "Give a share for each level from 1 to 5."),
    ),
    "R021.adoption": (
        Words("采用率必须随级别上升，且在 0 与 1 之间。", "Adoption has to rise with the level, between 0 and 1."),
        Words("请调整数值。", "Put the shares in order."),
    ),
    "R021.weights": (
        Words("后续效果的权重不得上升。", "The weights of further effects must never rise."),
        Words("请按从大到小排列。", "Put them in falling order."),
    ),
    "R022": (
        Words("{id} 的一次性费用 {money} 元不在 {band} 档内。", "{id} costs {money} once, outside band {band}."),
        Words("请改费用档或金额。", "Change the band or the money."),
    ),
    "R023": (
        Words("这段文字没有写成中英两种语言。", "This text does not stand in both languages."),
        Words("请在 zh 下写中文，在 en 下写英文。", "Write Chinese under zh and English under en."),
    ),
    "R024": (
        Words("{id} 的最早见效月晚于最迟见效月。", "{id} has its first benefit latest before earliest."),
        Words("请先写较早的月份。", "Write the earlier month first."),
    ),
    "R025": (
        Words("{id} 在 {where} 里写了自己。", "{id} names itself under {where}."),
        Words("请删掉。", "Take it out."),
    ),
    "R026": (
        Words("{id} 没有执行手册。", "{id} has no playbook."),
        Words("请在 playbooks 里补一份。", "Write one under playbooks."),
    ),
    "R027": (
        Words(
            "{id} 的 {where} 有 {count} 条，应为 {low} 至 {high} 条。", "{id} has {count} {where}, not {low} to {high}."
        ),
        Words("请增减到这个范围。", "Add or remove entries."),
    ),
    "R028.zh": (
        Words("这段中文有 {count} 字，超过 {limit} 字。", "The Chinese text counts {count} characters, over {limit}."),
        Words("请改短，或拆成两条。", "Shorten it, or make two of it."),
    ),
    "R028.en": (
        Words("这段英文有 {count} 词，超过 {limit} 词。", "The English text counts {count} words, over {limit}."),
        Words("请改短，或拆成两条。", "Shorten it, or make two of it."),
    ),
    "R029": (
        Words("两种语言的数字不一致：中文 {zh}，英文 {en}。", "The numbers differ: Chinese {zh}, English {en}."),
        Words("请让两边写同样的数字。", "Write the same numbers in both."),
    ),
    "R030": (
        Words("{id} 没有注明原文出处，也没有标为自行补充。", "{id} cites no source item and is not marked as our own."),
        Words("请在 source 中注明，或写 own_addition: true。", "Cite one in `source`, or write `own_addition: true`."),
    ),
    "R031.line": (
        Words("平台 {platform} 的评分行 {line} 写了 {n} 次。", "{platform} scores the line {line} {n} times."),
        Words("请按 rubric.yaml 每行写一次。", "Write every line of rubric.yaml once."),
    ),
    "R031.unknown": (
        Words(
            "平台 {platform} 在 {criterion} 下写了 {line}，评分表里没有这一行。",
            "{platform} scores {line} under {criterion}, which the rubric does not have.",
        ),
        Words("请改成 rubric.yaml 里的行。", "Use a line of rubric.yaml."),
    ),
    "R031.weights": (
        Words("四个问题的权重相加不是 100。", "The weights of the four questions do not sum to 100."),
        Words("请调整权重。", "Mend the weights."),
    ),
    "R032": (
        Words(
            "平台 {platform} 的连接器 {category} 不是已知的工具类别。",
            "{platform} connects to {category}, no kind of tool.",
        ),
        Words("请用 code_lists.yaml 里 tool_category 的编号。", "Use an id of tool_category in code_lists.yaml."),
    ),
    "R033": (
        Words("平台 {platform} 的费用档 {low} 高于 {high}。", "The fees of {platform} run from {low} down to {high}."),
        Words("请先写较低的档。", "Write the lower band first."),
    ),
    "R034": (
        Words(
            "{id} 前面排着一长串：连它共 {n} 个，最多 {most} 个。",
            "{id} ends a chain of {n} initiatives; {most} is the most.",
        ),
        Words("请去掉一个前置，或合并两个举措。", "Drop a prerequisite, or make one of two."),
    ),
    "R035": (
        Words(
            "{id} 提升的能力，前置举措已经提到同样的级别。", "{id} raises nothing that is not raised as far before it."
        ),
        Words("请写出它自己的提升，或去掉那个前置。", "Let it reach further, or drop the prerequisite."),
    ),
    "R036": (
        Words(
            "{flag} 提示的表述最近核对于 {day}，不在最近 {most} 个月内。",
            "The wording of {flag} was last checked on {day}, not within {most} months.",
        ),
        Words(
            "请核对后改 reviewed；由律师审定的，写上 reviewer。",
            "Check it, then change `reviewed`; name the lawyer who settled it in `reviewer`.",
        ),
    ),
    "R037": (
        Words("“{text}”超过两级，法律不允许。", "“{text}”: more than two levels of commission are against the law."),
        Words("请改为不超过两级，只按实际成交付。", "Keep to two levels at most, paid for real sales only."),
    ),
    "R037.pay": (
        Words(
            "“{text}”属于入门费、拉人头或团队计酬，多少级都不允许。",
            "“{text}”: entry fee, reward per head and pay by a team's sales are against the law at any depth.",
        ),
        Words("请改为只按实际成交付给成交的人。", "Pay for real sales only, to whoever made them."),
    ),
    "R038": (
        Words(
            "平台 {platform} 的模块 {module} 写了年费，没有写价格口径与日期。",
            "{module} of {platform} has a fee without a date.",
        ),
        Words("请补 price: {{model, band, as_of}}。", "Add price: {{model, band, as_of}}."),
    ),
    "R039": (
        Words("{cls} 在 {trade} 的公开见证没有被禁止。", "Public testimonials by {cls} are not barred in {trade}."),
        Words("请在 forbidden.yaml 保留这个行业。", "Keep the trade in forbidden.yaml."),
    ),
}
"""Finding → (what is wrong, how to mend it). A point in the key separates variants of one code."""

KINDS: Mapping[str, Words] = {
    "initiative": Words("举措", "initiative"),
    "capability": Words("能力项", "capability"),
    "role": Words("角色", "role"),
    "module": Words("模块", "module"),
    "part": Words("本平台的模块", "module of this platform"),
    "effect": Words("效果", "effect"),
    "executive": Words("高管角色", "executive role"),
    "doer": Words("执行角色", "doer"),
    "source": Words("原文条目", "source item"),
}
"""What an id may stand for."""


def said(key: str, params: Mapping[str, object]) -> tuple[str, str, str]:
    """Return defect and remedy in English, and both in Chinese.

    >>> said("R002", {"id": "I-STR01"})
    ('The id I-STR01 stands twice.', 'Give one of them another id.', '编号 I-STR01 出现了两次。请改其中一个。')
    """
    problem, remedy = FINDINGS[key]
    zh = problem.zh.format(**params) + remedy.zh.format(**params)
    return problem.en.format(**params), remedy.en.format(**params), zh
