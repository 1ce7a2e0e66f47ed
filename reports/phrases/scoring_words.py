"""Sentences for gate conditions and remarks of scoring."""

from reports.phrases.wording import Catalogue

CONDITIONS: Catalogue = {
    "cut": ("指数到 {cut}，现在 {have:score}", "the index reaches {cut}; it is {have:score}"),
    "min_node": (
        "{node:name}到 {need:score} 分，现在 {have:score}",
        "{node:name} reaches {need:score}; it is {have:score}",
    ),
    "min_capability": (
        "“{capability:name}”到 {need:rung} 级，现在 {have:level}",
        "{capability:name} reaches level {need:rung}; it is {have:level}",
    ),
    "share_at_least": (
        "{of} 项能力里有 {need:percent} 到 {at:rung} 级，现在 {count} 项（{have:percent}）",
        "{need:percent} of {of} capabilities reach level {at:rung}; {count} do ({have:percent})",
    ),
    "evidence_share": (
        "把握在“中”及以上的权重到 {need:percent}，现在 {have:percent}",
        "{need:percent} of the weight is scored with medium confidence or better; it is {have:percent}",
    ),
    "insufficient": (
        "数据覆盖 {have:percent}，到 {need:percent} 才给指数",
        "coverage is {have:percent}; an index needs {need:percent}",
    ),
}

REMARKS: Catalogue = {
    "executives_na_stores_answer": (
        "“{capability:name}”：{executives} 位高层说不适用，{stores} 家店却在做；按门店的答案计分。",
        "{capability:name}: {executives} {executives:s|executive says|executives say} it does not apply, {stores} {stores:s|store does|stores do} it; the stores' answers count.",
    ),
    "na_unapproved": (
        "“{capability:name}”有 {n} 条“不适用”没有人批准，按缺失处理。",
        "{capability:name}: {n} {n:s|not-applicable lacks approval and counts|not-applicables lack approval and count} as missing.",
    ),
    "not_communicated": (
        "“{capability:name}”：{group:word}里 {share:percent} 答不知道（n = {n}），规则没有传到。",
        "{capability:name}: {share:percent} of {group:lower} don't know (n = {n}); the rule has not reached them.",
    ),
    "visited_only": (
        "{n} 项能力随机走访的店不足 4 家，走访数据不代表全部门店：{capabilities:names}。",
        "For {n} {n:s|capability|capabilities} fewer than four stores drawn at random were visited; visits do not stand for all stores: {capabilities:names}.",
    ),
    "forms_indicative": (
        "{n} 项能力的门店表单回收不足，只作参考：{capabilities:names}。",
        "For {n} {n:s|capability|capabilities} too few store forms came back; read this as an indication: {capabilities:names}.",
    ),
    "insufficient_data": (
        "{n} 项能力数据不足，不给分：{capabilities:names}。",
        "{n} {n:s|capability has|capabilities have} too little data for a score: {capabilities:names}.",
    ),
    "unsupported": (
        "{node:name}比运营与工具的平均高出 1 级以上：基础撑不住，会掉回来。",
        "{node:name} stands more than a level above operations and tools: the base does not carry it.",
    ),
    "stratum_unknown": (
        "{n} 家店没有写明类型，分层平均里没有它们。",
        "{n} {n:s|store names|stores name} no known type and {n:s|is|are} left out of the stratified means.",
    ),
    "level_within_bounds": (
        "缺的数据会左右等级：最低第 {low} 级，最高第 {high} 级。",
        "The level depends on what is missing: {low} at the lowest, {high} at the highest.",
    ),
    "adjudication_unreasoned": (
        "“{capability:name}”的裁定没有写理由。",
        "The decision on {capability:name} names no reason.",
    ),
    "outside_the_tree": (
        "{answers} 条答案问的是这次没有评估的能力，未计入。",
        "{answers} {answers:s|answer is|answers are} about capabilities that are not assessed here and are left out.",
    ),
}

MANY: Catalogue = {
    "executives_na_stores_answer.many": (
        "{n} 项能力高层说不适用、门店却在做，按门店的答案计分：{capabilities:names}。",
        "On {n} capabilities executives say not applicable while stores do it; the stores' answers count: {capabilities:names}.",
    ),
    "na_unapproved.many": (
        "{answers} 条“不适用”没有人批准，按缺失处理，涉及 {n} 项能力：{capabilities:names}。",
        "{answers} not-applicables on {n} capabilities lack approval and count as missing: {capabilities:names}.",
    ),
    "not_communicated.many": (
        "{n} 项能力超过三成门店答不知道，规则没有传到：{capabilities:names}。",
        "On {n} capabilities more than 30% of stores don't know; the rules have not reached them: {capabilities:names}.",
    ),
}
"""Remarks of one kind about several capabilities, in one sentence."""

SCORING: Catalogue = {**CONDITIONS, **REMARKS, **MANY}
