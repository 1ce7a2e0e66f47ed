"""Short forms for writing column definitions, and vocabularies that only tables need."""

from assessment.grades import GRADES
from questionnaires.locale_text import LocaleText

L = LocaleText

PERSON_KINDS = {
    "executive": L("高层", "executive"),
    "manager": L("店长", "manager"),
    "guide": L("导购", "guide"),
    "client_team": L("客户项目组", "client team"),
    "consultant": L("顾问", "consultant"),
}
FORMS = {"short": L("短表", "short form")}
REQUEST_STATUSES = {
    "open": L("未发出", "not asked yet"),
    "asked": L("已索取", "asked"),
    "received": L("已收到", "received"),
    "not_available": L("没有", "not available"),
}
GRADED = {grade: L(f"{grade} {name.zh}", f"{grade} {name.en}") for grade, name in GRADES.items()}
SELECTIONS = {
    "random": L("随机抽取", "drawn at random"),
    "chosen": L("有意选取", "chosen"),
    "census": L("全部", "all of them"),
}
HOLDINGS = {
    "members": L("会员", "members"),
    "orders": L("订单", "orders"),
    "payments": L("收款", "payments"),
    "contacts": L("联系人", "contacts"),
    "leads": L("线索", "leads"),
    "quotes": L("报价", "quotes"),
    "cases": L("案例", "cases"),
    "stock": L("库存", "stock"),
    "jobs": L("派工单", "jobs"),
    "bookings": L("预约", "bookings"),
    "reports": L("报表", "reports"),
    "staff": L("员工", "staff"),
}
MOMENTS = {
    "found": L("被找到", "being found"),
    "first_trust": L("首次信任", "first trust"),
    "follow_up": L("跟进", "follow-up"),
    "closing": L("踢单", "closing"),
    "order": L("下单", "order"),
    "service": L("服务", "service"),
    "return": L("复购", "return"),
    "refer": L("转介绍", "refer"),
}
NAMED_BY = {
    "executive": L("高层", "executives"),
    "store": L("门店", "stores"),
    "data": L("数据", "data"),
    "consultant": L("顾问", "consultant"),
}
LEVERS = {
    "ACQ": L("拉新", "acquire"),
    "CNV": L("转化", "convert"),
    "TKT": L("客单", "ticket"),
    "REP": L("复购", "repeat"),
    "REF": L("转介绍", "refer"),
    "CST": L("降本", "cost"),
}
LEVER_KINDS = {
    "people": L("人员", "people"),
    "process": L("流程", "process"),
    "data": L("数据", "data"),
    "resource": L("资源", "resource"),
    "tool": L("工具", "tool"),
}
EFFORTS = (1, 3)
