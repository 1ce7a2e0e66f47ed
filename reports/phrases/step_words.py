"""Sentences for the steps of a derivation: from a number down to the answers behind it."""

from reports.phrases.scoring_words import CONDITIONS
from reports.phrases.wording import Catalogue

STEPS: Catalogue = {
    "node_scored": (
        (
            "{node:name} {score:score} 分（自述 {claimed:score}，缺失界 {low:score}–{high:score}，覆盖 {coverage:percent}）。失分最多在“{lost_at:name}”：{lost_level:level} 级，补满可加 {lost:score} 分",
            "{node:name} {score:score} (claimed {claimed:score}, bounds {low:score}–{high:score}, coverage {coverage:percent}). It loses most at {lost_at:name}, level {lost_level:level}: closing it adds {lost:score}",
        ),
        (
            "{node:name} {score:score} 分（自述 {claimed:score}，缺失界 {low:score}–{high:score}，覆盖 {coverage:percent}）",
            "{node:name} {score:score} (claimed {claimed:score}, bounds {low:score}–{high:score}, coverage {coverage:percent})",
        ),
    ),
    "node_insufficient": (
        "{node:name}：数据不足，覆盖 {coverage:percent}，不给分",
        "{node:name}: insufficient data, coverage {coverage:percent}, no score",
    ),
    "node_not_applicable": ("{node:name}：不适用", "{node:name}: not applicable"),
    "capability_scored": (
        "{capability:name} {level:level} 级（自述 {claimed:level}，覆盖 {coverage:percent}，把握{confidence:word}）",
        "{capability:name} level {level:level} (claimed {claimed:level}, coverage {coverage:percent}, confidence {confidence:word})",
    ),
    "capability_insufficient": (
        "{capability:name}：数据不足，覆盖 {coverage:percent}",
        "{capability:name}: insufficient data, coverage {coverage:percent}",
    ),
    "capability_missing": ("{capability:name}：没有人答", "{capability:name}: nobody answered"),
    "capability_not_applicable": ("{capability:name}：不适用", "{capability:name}: not applicable"),
    "capability_adjudicated": (
        "{capability:name} {level:level} 级，由顾问裁定",
        "{capability:name} level {level:level}, decided by the consultant",
    ),
    "adj": ("裁定（{author:name}，{at}）：{text}", "Decision ({author:name}, {at}): {text}"),
    "group": (
        (
            "{group:word} {verified:level}（自述 {claimed:level}；{n} / {asked} 个单位，{basis:word}；不知道 {dont_know}）",
            "{group:word} {verified:level} (claimed {claimed:level}; {n} of {asked} units, {basis:word}; don't know {dont_know})",
        ),
        (
            "{group:word}：没有可用的答案（问了 {asked} 个单位，不知道 {dont_know}）",
            "{group:word}: no usable answer ({asked} units asked, don't know {dont_know})",
        ),
    ),
    "unit": (
        ("{unit:name} {value:level}（自述 {claimed:level}）", "{unit:name} {value:level} (claimed {claimed:level})"),
        ("{unit:name}：没有可用的答案", "{unit:name}: no usable answer"),
    ),
    "answer": (
        (
            "答 {claimed:rung} 级；证据（{evidence:names}）撑到 {cap:rung}，别的来源撑到 {others:rung}，计 {value:rung}",
            "Answer: level {claimed:rung}; evidence ({evidence:names}) carries {cap:rung}, other sources carry {others:rung}, counts {value:rung}",
        ),
        (
            "答 {claimed:rung} 级；证据（{evidence:names}）撑到 {cap:rung}，计 {value:rung}",
            "Answer: level {claimed:rung}; evidence ({evidence:names}) carries {cap:rung}, counts {value:rung}",
        ),
        (
            "答 {claimed:rung} 级；没有证据，别的来源撑到 {others:rung}，计 {value:rung}",
            "Answer: level {claimed:rung}; no evidence, other sources carry {others:rung}: counts {value:rung}",
        ),
        (
            "答 {claimed:rung} 级；没有证据，最高算到 {cap:rung}，计 {value:rung}",
            "Answer: level {claimed:rung}; without evidence it counts up to {cap:rung}: {value:rung}",
        ),
    ),
    "answer_missing": (
        ("{state:word}：{reason}", "{state:word}: {reason}"),
        ("{state:word}", "{state:word}"),
    ),
    "attained": (
        (
            "达到第 {level} 级；缺的数据可让它落在第 {low}–{high} 级",
            "Attained level {level}; what is missing could make it {low} to {high}",
        ),
        ("达到第 {level} 级", "Attained level {level}"),
    ),
    "attained_insufficient": ("等级未定：数据不足", "No level yet: insufficient data"),
    **CONDITIONS,
}

MARKS: Catalogue = {
    "weight": ("权重 {share:percent} · {text}", "weight {share:percent} · {text}"),
    "holds": ("满足：{text}", "met: {text}"),
    "fails": ("未满足：{text}", "not met: {text}"),
    "left_out": ("未计入 {input:name}：{reason:word}", "Left out {input:name}: {reason:word}"),
    "apart": ("未计入（{reason:word}）· {text}", "Left out ({reason:word}) · {text}"),
    "waived": ("{text}（不适用，免去）", "{text} (not applicable, waived)"),
}
