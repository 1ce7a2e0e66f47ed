"""What the findings of this package say, in both languages, apart from the code that detects them.

A key is a finding's code, with a variant where one code has several causes (``Q030.split``): problem, then remedy.
"""

from collections.abc import Mapping

from questionnaires.locale_text import LocaleText as Words
from questionnaires.text_finding_words import TEXT_FINDINGS

REMEDY_ID = Words("请改正编号，或补上这一条。", "Correct the id or add the entry.")

FINDINGS: Mapping[str, tuple[Words, Words]] = {
    "P001": (
        Words("这不是合法的 YAML（{problem}）。", "This is not YAML: {problem}."),
        Words("请修改这一行。", "Mend the line."),
    ),
    "P002": (
        Words("不接受别名、锚点和标签。", "Aliases, anchors and tags are not accepted."),
        Words("请把内容直接写出来。", "Write the value out."),
    ),
    "P003": (
        Words("键“{key}”出现了两次。", "The key “{key}” stands twice."),
        Words("请只留一处。", "Keep one of the two."),
    ),
    "P004": (
        Words("文件超过 {most:,} 字节。", "The file is larger than {most:,} bytes."),
        Words("请按主题拆成几个文件。", "Split it by topic."),
    ),
    "P005": (
        Words("文件不是 UTF-8 编码。", "The file is not UTF-8."),
        Words("请另存为 UTF-8。", "Save it as UTF-8."),
    ),
    "P006": (
        Words("编号 {id} 出现了两次。", "The id {id} stands twice."),
        Words("请只留一处。", "Keep one of the two."),
    ),
    "P007": (
        Words("这个内容目录不存在。", "The overlay is no folder."),
        Words("请填写已有的文件夹。", "Name an existing folder."),
    ),
    "P008": (
        Words("这不是能读的普通文件。", "This is no plain file that can be read."),
        Words("请换成普通的 YAML 文件，并检查读取权限。", "Put a plain YAML file here; check that it may be read."),
    ),
    "Q000": (
        Words("问卷库无法使用（{problem}）。", "The library cannot be used: {problem}."),
        Words("请运行 zhidian check 查看文件和行号。", "Run `zhidian check` for file and line."),
    ),
    "Q001.missing": (Words("缺少 {name}。", "{name} is missing."), Words("请补上。", "Add it.")),
    "Q001.unknown": (
        Words("没有 {name} 这一项。", "There is no entry {name}."),
        Words("请检查拼写，或删掉它。", "Check the spelling or remove it."),
    ),
    "Q001.text": (
        Words("{name} 应该是文字。", "{name} should be a text."),
        Words("请写文字；no、yes、数字要加引号。", "Write a text; put no, yes and numbers in quotes."),
    ),
    "Q001.number": (
        Words("{name} 应该是正整数。", "{name} should be a whole number."),
        Words("请写整数。", "Write a whole number."),
    ),
    "Q001.fraction": (
        Words("{name} 应该是整数或分数。", "{name} should be a whole number or a fraction."),
        Words('请写成 2 或 "3/5" 这样。', 'Write it like 2 or "3/5".'),
    ),
    "Q001.choice": (
        Words("{name} 不在可选范围内。", "{name} is none of the choices."),
        Words("可用的有：{choices}。", "Use {choices}."),
    ),
    "Q001.shape": (
        Words("{name} 的写法不对。", "{name} has the wrong shape."),
        Words("请照相邻的条目写。", "Write it as the neighbouring entries are written."),
    ),
    "Q002": (Words("缺少文件 {name}。", "The file {name} is missing."), Words("请恢复它。", "Restore it.")),
    "Q003": (
        Words("没有程序会读这个文件。", "Nothing reads this file."),
        Words("请检查文件名和所在文件夹。", "Check its name and folder."),
    ),
    "Q004": (
        Words("编号“{id}”不合规范。", "“{id}” is no well-formed id."),
        Words("请按 {pattern} 的样式写。", "Follow the pattern {pattern}"),
    ),
    "Q005": (
        Words("编号 {id} 出现了两次，第一次在 {file}:{line}。", "The id {id} stands twice, first at {file}:{line}."),
        Words("请给其中一个换编号。", "Give one of them another id."),
    ),
    "Q006.dimension": (Words("没有维度 {id}。", "There is no dimension {id}."), REMEDY_ID),
    "Q006.capability": (Words("没有能力项 {id}。", "There is no capability {id}."), REMEDY_ID),
    "Q006.node": (Words("没有维度或能力项 {id}。", "There is no dimension or capability {id}."), REMEDY_ID),
    "Q006.source": (Words("没有原文条目 {id}。", "There is no source item {id}."), REMEDY_ID),
    "Q006.evidence": (Words("没有证据类型 {id}。", "There is no evidence kind {id}."), REMEDY_ID),
    "Q006.instrument": (Words("没有问卷 {id}。", "There is no instrument {id}."), REMEDY_ID),
    "Q006.code_list": (Words("没有代码表 {id}。", "There is no code list {id}."), REMEDY_ID),
    "Q006.section": (Words("没有小节 {id}。", "There is no section {id}."), REMEDY_ID),
    "Q006.role": (Words("没有角色 {id}。", "There is no role {id}."), REMEDY_ID),
    "Q007": (
        Words("{id} 没有注明原文出处。", "{id} cites no source item."),
        Words("请在 source 中注明，或写 own_addition: true。", "Cite one in `source`, or write `own_addition: true`."),
    ),
    "Q008": (
        Words("“{id}”不是编号，无法核对。", "“{id}” is no id that could be followed up."),
        Words(
            "carried_by 只写编号，如 STR1、I-STR01、RC-M、P1、N1、R3；文字写进 note。",
            "Write ids in `carried_by` (STR1, I-STR01, RC-M, P1, N1, R3); words belong in `note`.",
        ),
    ),
    "Q030.groups": (
        Words(
            "来源组权重不能为负，且至少一个大于 0。", "Group weights must be 0 or more, and one of them more than 0."
        ),
        Words("请改正权重。", "Correct the weights."),
    ),
    "Q030.split": (
        Words("两个板块的占比合计为 {total}。", "The split adds up to {total}."),
        Words("请让它们都不为负且合计为 1。", "Let it add up to 1 with no part below 0."),
    ),
    "Q031": (
        Words("等级分界是 {found}。", "The cuts are {found}."),
        Words("请写 0 到 100 之间逐级升高的四个数。", "Write four rising numbers between 0 and 100."),
    ),
    "Q032.cap": (
        Words("{id} 最高能支持到第 {level} 级。", "{id} supports level {level}."),
        Words("请填 1 到 5。", "Give a level from 1 to 5."),
    ),
    "Q032.pair": (
        Words(
            "两类互证最高到第 {level} 级，超出单类证据的上限。",
            "Two kinds of evidence support level {level}, more than the best alone.",
        ),
        Words("请填 1 到 {most}。", "Give a level from 1 to {most}."),
    ),
    "Q032.statement": (
        Words(
            "证据类型里没有口述（statement），口头说法就没有上限。",
            "No kind of evidence is “statement”: what is only said has no cap.",
        ),
        Words("请补上。", "Add it."),
    ),
    "Q033": (
        Words("门槛 {name} 是 {value}。", "The gate's {name} is {value}."),
        Words("请填 {low} 到 {high} 之间的数。", "Give a number from {low} to {high}."),
    ),
    "Q034": (
        Words("等级阶梯不是 1 到 5 级。", "The ladder is not levels 1 to 5."),
        Words("请依次写五级。", "Write five levels in order."),
    ),
    "Q040": (
        Words("{id} 没有任何角色来回答。", "{id} is asked of no role."),
        Words("请在 roles 中写明由谁回答。", "Name its owners in `roles`."),
    ),
    "Q041": (
        Words("角色 {id} 要答 {n} 题。", "The role {id} has {n} items."),
        Words("请不要超过 {most} 题，多的交给别的角色。", "Leave it {most} at most; give some to another role."),
    ),
    "Q042.asked": (
        Words(
            "{capability}：问了角色 {id}，但它的 owns 里没有。",
            "{capability}: the role {id} is asked about it but does not own it.",
        ),
        Words("请让 owns 和题目的 roles 一致。", "Let `owns` and the `roles` of the question agree."),
    ),
    "Q042.owned": (
        Words(
            "{capability}：角色 {id} 的 owns 里有，但没有题目问它。",
            "{capability}: the role {id} owns it but is not asked.",
        ),
        Words("请让 owns 和题目的 roles 一致。", "Let `owns` and the `roles` of the question agree."),
    ),
    "Q043": (
        Words("{id} 没有向任何人提问。", "{id} is asked of nobody."),
        Words("请在 asked 中至少写一个来源。", "Name at least one source in `asked`."),
    ),
    "Q044": (
        Words("{id} 应由 {source} 提问，但没有对应的题目。", "{id} is to be asked by {source}, but no question does."),
        Words("请加上题目，或去掉这个来源。", "Add the question or remove the source."),
    ),
    "Q045": (
        Words(
            "{id} 问的是 {capability}，但它的 asked 里没有 {source}。",
            "{id} asks {capability}, which does not list {source} in `asked`.",
        ),
        Words("请在那里加上来源，或删去题目。", "Add the source there or remove the question."),
    ),
    "Q046.level": (
        Words("{id} 是分级题，却没有对应的能力项。", "{id} has anchors of no capability."),
        Words(
            "请写明能力项，或改成开放题（kind: text）。",
            "Name the capability, or make it an open question (kind: text).",
        ),
    ),
    "Q046.text": (
        Words("{id} 是开放题，不能给 {capability} 打分。", "{id} is an open question and cannot score {capability}."),
        Words("请去掉能力项，或改成 kind: level。", "Remove the capability, or use kind: level."),
    ),
    "Q047.one": (
        Words(
            "{id} 只有 {n} 个能力项同时问高层和门店。",
            "{id} has {n} capabilities asked of executives and stores alike.",
        ),
        Words(
            "至少要有 {least} 个，否则显示不出认知差距。",
            "Ask at least {least} of both, or no perception gap can be shown.",
        ),
    ),
    "Q047.all": (
        Words(
            "全部只有 {n} 个能力项同时问高层和门店。",
            "Only {n} capabilities in all are asked of executives and stores alike.",
        ),
        Words("至少要有 {least} 个。", "Ask at least {least} of both."),
    ),
    "Q048.missing": (
        Words("{id} 是 {kind} 类的观察点，缺少 {name}。", "{id} is a point of kind {kind} and lacks {name}."),
        Words("请照相邻的观察点补上。", "Add it as the neighbouring points have it."),
    ),
    "Q048.extra": (
        Words("{id} 是 {kind} 类，用不上 {name}。", "{id} is of kind {kind}, which has no use for {name}."),
        Words("请去掉它，或改正 kind。", "Remove it, or correct `kind`."),
    ),
    "Q049.level": (
        Words("{id} 的对照表指向第 {level} 级。", "The table of {id} leads to level {level}."),
        Words("请填 1 到 5。", "Give a level from 1 to 5."),
    ),
    "Q049.order": (
        Words("{id} 的对照表不是一路升或一路降。", "The table of {id} does not run one way."),
        Words(
            "请只用 at_most 或只用 at_least，界限和级别都朝一个方向走。",
            "Use at_most or at_least throughout; let bounds and levels run one way.",
        ),
    ),
    "Q049.rest": (
        Words("{id} 的对照表最后一行没有收尾。", "The table of {id} has no last line for all the rest."),
        Words("请把最后一行写成只有 level。", "Let the last line have a level only."),
    ),
    **TEXT_FINDINGS,
}
