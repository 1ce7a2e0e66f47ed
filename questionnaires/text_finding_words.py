"""What findings on the texts themselves say: languages, anchors, stems, lengths, terms. See ``finding_words``."""

from collections.abc import Mapping

from questionnaires.locale_text import LocaleText as Words

REMEDY_TRANSLATE = Words("请译出来，并检查 zh 和 en 是否写反。", "Translate it; check that zh and en are not swapped.")

TEXT_FINDINGS: Mapping[str, tuple[Words, Words]] = {
    "Q010": (
        Words("中文“{text}”里没有汉字。", "The Chinese text “{text}” has no Chinese character."),
        REMEDY_TRANSLATE,
    ),
    "Q011": (
        Words("英文“{text}”里有中文字符。", "The English text “{text}” has Chinese characters."),
        REMEDY_TRANSLATE,
    ),
    "Q012": (
        Words("中文“{text}”里用了半角标点。", "The Chinese text “{text}” has western punctuation."),
        Words("请改用全角标点。", "Use full-width punctuation."),
    ),
    "Q020": (
        Words("{id} 的锚点级别是 {found}。", "{id} has anchors for levels {found}."),
        Words("请按 1 到 5 级依次写五条。", "Write five anchors, levels 1 to 5 in order."),
    ),
    "Q021": (
        Words(
            "{id} 的第 {first} 级和第 {second} 级文字相同（{locale}）。",
            "Levels {first} and {second} of {id} read the same in {locale}.",
        ),
        Words("请写出差别。", "Word the difference."),
    ),
    "Q021.option": (
        Words(
            "{id} 有两个选项文字相同（{locale}）：“{text}”。",
            "Two options of {id} read the same in {locale}: “{text}”.",
        ),
        Words("请写出差别，或删掉一个。", "Word the difference, or remove one."),
    ),
    "Q022": (
        Words("{id} 在问同意程度。", "{id} asks for agreement or a degree."),
        Words("请改问最近一次真实发生的事。", "Ask about the last real event."),
    ),
    "Q022.able": (
        Words("{id} 问的是会不会（“{text}”）。", "{id} asks what could be (“{text}”)."),
        Words("请改问最近一次真实发生的事。", "Ask about the last real event."),
    ),
    "Q023": (
        Words("{id} 的第 {level} 级只凭口述就能成立。", "Level {level} of {id} can be claimed by word alone."),
        Words("请列出能证明它的证据。", "List the evidence that proves it."),
    ),
    "Q024": (
        Words(
            "{id} 的第 {first} 级和第 {second} 级几乎一样（{locale}，相似度 {share}）。",
            "Levels {first} and {second} of {id} read almost the same in {locale} ({share}).",
        ),
        Words("请写出看得见的差别。", "Word the difference one can see."),
    ),
    "Q025": (
        Words(
            "{id} 各级里的“{unit}”数没有逐级升高。",
            "The numbers of {id} counted in “{unit}” do not climb with the level.",
        ),
        Words("请改正数字，或换成别的事实。", "Correct the numbers, or use another fact."),
    ),
    "Q026": (
        Words("{id} 的第 {level} 级用了含糊的词“{text}”。", "Level {level} of {id} hides behind “{text}”."),
        Words("请改成看得见的事实。", "Say what can be seen instead."),
    ),
    "Q027": (
        Words(
            "{id} 的第 {level} 级没有说出看得见的东西（{locale}）。",
            "Level {level} of {id} names nothing that can be seen ({locale}).",
        ),
        Words(
            "请写出记录、数字、系统、频次或岗位；确实看得见的新词，请加进 wording.yaml 的 observable。",
            "Name a record, number, system, rhythm or role; add the word to `observable` in wording.yaml if it is one.",
        ),
    ),
    "Q050": (
        Words("{id} 的题干太长。", "The stem of {id} is long."),
        Words(
            "请控制在 {zh} 个汉字、{en} 个英文单词以内。",
            "Keep it within {zh} Chinese characters and {en} English words.",
        ),
    ),
    "Q051": (
        Words("{id} 的第 {level} 级太长。", "Level {level} of {id} is long."),
        Words(
            "请控制在 {zh} 个汉字、{en} 个英文单词以内。",
            "Keep it within {zh} Chinese characters and {en} English words.",
        ),
    ),
    "Q052.role": (
        Words("角色 {id} 的访谈要 {n} 分钟，超过 {most} 分钟。", "The interview of {id} takes {n} minutes of {most}."),
        Words("请少问一些。", "Ask less."),
    ),
    "Q052.form": (
        Words("问卷 {id} 要答 {n} 分钟，超过 {most} 分钟。", "The form {id} takes {n} minutes of {most}."),
        Words("请少问一些。", "Ask less."),
    ),
    "Q054": (
        Words("{id} 的题干可能一题两问（“{zh}”）。", "The stem of {id} may ask two things at once (“{en}”)."),
        Words("请只问一件事，或拆成两题。", "Ask one thing, or make two questions of it."),
    ),
    "Q054.marks": (
        Words("{id} 的题干有两个问号。", "The stem of {id} has two question marks."),
        Words("请只问一件事；另一件放进 probes。", "Ask one thing; the other belongs in `probes`."),
    ),
    "Q055.long": (
        Words(
            "{id} 平均每句 {n} 字，一线读起来费力。",
            "{id} has sentences of {n} Chinese characters, hard going for the front line.",
        ),
        Words(
            "请拆成短句，平均不超过 {most} 字。", "Cut them to {most} on average: guides read between two customers."
        ),
    ),
    "Q055.short": (
        Words("{id} 用了缩写“{text}”，没有解释。", "{id} uses the abbreviation “{text}” unexplained."),
        Words(
            "请写全称，或加进 wording.yaml 的 explained。", "Write it out, or add it to `explained` in wording.yaml."
        ),
    ),
    "Q056.missing": (
        Words("{n} 个能力项还没有盲排结果（{text} 等）。", "{n} capabilities have not been read blind ({text} …)."),
        Words(
            "请让没看过的人把打乱的锚点排回顺序，结果写进 agreement.yaml。",
            "Have fresh readers order the shuffled anchors and put the result into agreement.yaml.",
        ),
    ),
    "Q056.low": (
        Words("{id} 的盲排一致度只有 {value}（{locale}）。", "Blind readers of {id} agree on {value} only ({locale})."),
        Words("请改写锚点，直到一致度达到 {least}。", "Reword its anchors until they agree on {least}."),
    ),
    "T001": (
        Words("两种语言的数字不一致：中文 {zh}，英文 {en}。", "The numbers differ: Chinese {zh}, English {en}."),
        Words("请让两边写同样的数字。", "Write the same numbers in both."),
    ),
    "T002": (
        Words("两种语言的占位符不一致：中文 {zh}，英文 {en}。", "The placeholders differ: Chinese {zh}, English {en}."),
        Words("请让两边用同样的占位符。", "Use the same placeholders in both."),
    ),
    "T003": (
        Words(
            "中文 {zh} 字、英文 {en} 个字母，长短悬殊。",
            "{zh} Chinese characters against {en} English ones: one says less.",
        ),
        Words("请核对两边说的是不是同一件事。", "Check that both say the same."),
    ),
    "T004.unsaid": (
        Words(
            "中文有“{term}”，英文没有对应的词（{say}）。",
            "The Chinese says “{term_en}”; the English does not say {say}.",
        ),
        Words(
            "请用术语表里的译法，或在 glossary.yaml 补上。",
            "Use the glossary's word, or add the word to glossary.yaml.",
        ),
    ),
    "T004.barred": (
        Words("“{term}”译成了“{word}”。", "The English says “{word}” for what is “{say}” everywhere else."),
        Words("请统一译作“{say}”。", "Say “{say}”."),
    ),
    "T005": (
        Words(
            "中文写了“{term}”，这里应写“{instead}”。",
            "The Chinese has another word than the glossary's where “{say}” is meant.",
        ),
        Words(
            "请改写；若是行业固定说法，请在 glossary.yaml 单列一条。",
            "Write the glossary's word; a fixed term of the trade gets an entry of its own in glossary.yaml.",
        ),
    ),
}
