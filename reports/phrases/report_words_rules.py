"""Words of the chapter R13."""

from reports.phrases.wording import Catalogue

RULES: Catalogue = {
    "r13.label": ("R13 · 合规提示", "R13 · Compliance"),
    "r13.lede": (
        "合规提示供方向参考，各地规则不同，上线前须由律师审核。每条写明出处、核对到哪一步、审核之前不能做什么。",
        "These notes give orientation; rules differ by city and a lawyer must review them before go-live. Each names its source, how far it was checked and what may not happen before the review.",
    ),
    "r13.lede.none": (
        "这份方案的举措与登记的资源都没有带合规标记。行业规则会变，上线前仍请律师看一遍。",
        "Neither the initiatives of this plan nor the resources on record carry a flag. Rules change: have a lawyer look before go-live all the same.",
    ),
    "r13.overview": ("哪条规则碰到哪些举措", "Which rule touches which initiatives"),
    "r13.overview.table": (
        "合规标记：涉及的举措、先做什么、表述最近核对",
        "Flags: initiatives touched, what comes first, when the wording was last checked",
    ),
    "r13.first": ("{initiative}，{date}前", "{initiative} by {date}"),
    "r13.first.open": ("{initiative}（不在方案里）", "{initiative} (not in the plan)"),
    "r13.resources": ("另有资源 {n} 项", "also {n} {n:s|resource|resources}"),
    "r13.flag": (
        ("{flag}：{n} 项举措要先过这一关", "{flag}: {n} {n:s|initiative has|initiatives have} to pass it first"),
        (
            "{flag}：{owned} 项资源要先过这一关",
            "{flag}: {owned} {owned:s|resource has|resources have} to pass it first",
        ),
    ),
    "r13.points.table": ("{flag}：规则、出处、核对", "{flag}: rule, basis, check"),
    "r13.checked.source": ("见到条文或报道", "text or report seen"),
    "r13.checked.lawyer": ("请律师核对", "lawyer to check"),
    "r13.rest": ("另有 {n} 条，见内容包。", "{n} more {n:s|point is|points are} in the content pack."),
    "r13.uses": ("审核之前不能做：{uses}。", "Not before the review: {uses}."),
    "r13.barred": (
        "本行业或规则不允许的举措有 {n} 项，已从方案里拿掉：{names}。",
        "{n} {n:s|initiative is|initiatives are} not allowed here and {n:s|was|were} taken out: {names}.",
    ),
    "r13.source": (
        "{flag}：{source}；表述最近核对 {reviewed}（{by}）",
        "{flag}: {source}; wording last checked {reviewed}, {by}",
    ),
    "r13.by": ("{reviewer}审定", "by {reviewer}"),
    "r13.by.none": ("未经律师审定", "not by a lawyer"),
    "r13.lawyer": (
        "以上由顾问整理，不是法律意见。",
        "Compiled by consultants; this is no legal advice.",
    ),
    "col.first": ("先做什么", "What comes first"),
    "col.reviewed": ("表述最近核对", "Wording last checked"),
    "col.basis": ("出处", "Basis"),
    "col.checked": ("核对", "Check"),
}
