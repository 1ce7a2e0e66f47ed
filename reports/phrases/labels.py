"""Names of closed vocabularies the content pack does not carry: levers, waves, states, resource words, facts."""

from questionnaires.locale_text import LocaleText

L = LocaleText

LEVERS = {
    "ACQ": L("拉新", "Acquisition"),
    "CNV": L("转化", "Conversion"),
    "TKT": L("客单", "Ticket"),
    "REP": L("复购", "Repeat"),
    "REF": L("转介绍", "Referral"),
    "CST": L("降本", "Cost"),
    "ALL": L("全部杠杆", "All levers"),
}

WAVES = {1: L("3 个月内", "by month 3"), 2: L("9 个月内", "by month 9"), 3: L("18 个月内", "by month 18")}
"""By when the items of a wave are finished: what they do is said by the gaps they close."""

BLOCKS = {
    "foundations": L("四个基础", "Four foundations"),
    "areas": L("六个领域", "Six areas"),
    "index": L("总指数", "Index"),
}

STRATA = {"": L("未分层", "no stratum"), "all": L("全部门店", "All stores")}

GROUPS = {
    "E": L("高层", "Executives"),
    "F": L("门店表单", "Store forms"),
    "V": L("走访", "Visits"),
    "D": L("资料", "Documents"),
}

CONFIDENCE = {"high": L("高", "high"), "medium": L("中", "medium"), "low": L("低", "low"), "none": L("无", "none")}

STATES = {
    "insufficient": L("数据不足", "insufficient data"),
    "not_applicable": L("不适用", "not applicable"),
    "missing": L("未作答", "not answered"),
}

RESOURCE_CLASSES = {
    "RC-M": L("会员", "Members"),
    "RC-E": L("专家", "Experts"),
    "RC-C": L("渠道", "Channels"),
    "RC-K": L("案例", "Cases"),
    "RC-X": L("行业特色", "Industry-specific"),
}

DEPTHS = {
    0: L("没有", "not offered"),
    1: L("需开发", "needs development"),
    2: L("配置即可", "by configuration"),
    3: L("开箱即用", "out of the box"),
}

MODULE_WORDS = {"ORG": L("组织自身", "the organisation"), "ANY": L("任一工具", "any tool")}

ROLES = {
    "business": L("业务", "Business"),
    "it": L("IT", "IT"),
    "store_ops": L("营运", "Operations"),
    "finance_hr": L("财务人力", "Finance, HR"),
    "legal": L("法务", "Legal"),
}
"""Who answers for an initiative before a person is named: short, for a narrow column."""

FACTS = {
    "stores": L("门店数", "Stores"),
    "visits_per_store_month": L("每店每月进店", "Visits per store and month"),
    "leads_per_month": L("每月线索", "Leads per month"),
    "lead_visit_rate": L("线索到店率", "Lead-to-visit rate"),
    "conversion": L("到店成交率", "Visit-to-order rate"),
    "ticket": L("客单价", "Ticket"),
    "gross_margin": L("毛利率", "Gross margin"),
    "members_total": L("会员总数", "Members in all"),
    "members_active": L("活跃会员", "Active members"),
    "members_dormant": L("沉睡会员", "Dormant members"),
    "member_purchases_per_year": L("会员年消费次数", "Purchases per active member and year"),
    "member_ticket": L("会员客单价", "Member ticket"),
    "member_retention": L("会员年留存率", "Member retention"),
    "member_order_share": L("会员订单占比", "Member order share"),
    "enrolment_rate": L("入会率", "Enrolment rate"),
    "referred_share": L("转介绍占比", "Referred share"),
    "discount_rate": L("让利率", "Discount rate"),
    "acquisition_spend_year": L("年获客费用", "Acquisition spend a year"),
    "guides_per_store": L("每店导购", "Guides per store"),
    "guide_turnover": L("导购年流失率", "Guide turnover a year"),
    "no_show_rate": L("爽约率", "No-show rate"),
    "booking_share": L("预约到店占比", "Booked share of visits"),
    "store_labour_cost_year": L("每店年人工", "Labour cost per store and year"),
    "process_hours_cost_year": L("流程工时年成本", "Cost of process hours a year"),
    "tool_spend_year": L("年工具费", "Tool spend a year"),
    "top_tier_share": L("高价值会员占比", "Top-tier share"),
    "pickup_share": L("自提占比", "Pick-up share"),
    "online_order_share": L("线上订单占比", "Online order share"),
    "lost_order_share": L("缺货丢单率", "Lost order share"),
    "months_of_data": L("数据月数", "Months of data"),
    "pilot_stores": L("试点门店数", "Pilot stores"),
    "acquisition_cost": L("单客获客成本", "Acquisition cost per new buyer"),
    "main_share": L("主系统会员占比", "Member records in the main system"),
    "seats_used": L("账号使用率", "Paid seats in use"),
}

BASES = {
    "mean": L("简单平均", "plain mean"),
    "stratified": L("按门店类型分层平均", "stratified by store type"),
    "simple": L("门店简单平均", "plain mean of stores"),
    "visited": L("只代表走访过的店", "visited stores only"),
}

LEFT_OUT = {
    "zero_weight": L("权重为 0", "weight 0"),
    "no_value": L("没有可用的答案", "no usable answer"),
    "adjudicated": L("由顾问裁定代替", "replaced by a decision"),
    "not_owner": L("不归其负责，只作参照", "asked out of role, shown only"),
    "na_unapproved": L("说不适用但无人批准，按缺失", "not applicable without approval, counts as missing"),
    "dont_know": L("不知道", "don't know"),
    "blank": L("未作答", "not answered"),
    "chosen": L("点名走访，只作参照", "chosen visit, shown only"),
}

RULES = {
    "gate": L("成熟度门槛", "a maturity gate"),
    "deadline": L("方案治理的时限", "the day governing has to be in place"),
    "precedence": L("先后次序", "order"),
    "needs": L("前置举措", "what it needs first"),
    "exclusive": L("二选一", "an either-or choice"),
    "forbidden_period": L("旺季", "peak season"),
    "window": L("大系统的启动间隔", "the interval between system starts"),
    "concurrent": L("门店能承受的变化", "the change stores can carry"),
    "capacity": L("人力", "people"),
    "budget": L("预算", "budget"),
}

ORIGINS = {
    "industry": L("行业", "trade"),
    "workshop": L("研讨会", "workshop"),
    "capped": L("按举措可达封顶", "capped by what can be reached"),
}

WORDS = {**STATES, **CONFIDENCE, **GROUPS, **BASES, **LEFT_OUT, **RULES, **BLOCKS}
"""Closed words that a sentence may ask for by key (form ``word``)."""
