"""Words of the chapter R7 on what the plan does with what a resource leads to."""

from reports.phrases.wording import Catalogue

RESOURCES: Catalogue = {
    "r7.state.planned": ("在方案里：第 {wave} 波，{start:month}起", "in the plan: wave {wave}, from {start:month}"),
    "r7.state.there": ("已经具备：{why}", "already there: {why}"),
    "r7.state.left_out": ("不在方案里：{why}", "not in the plan: {why}"),
    "r7.state.noplan": ("还没有方案", "no plan yet"),
}
