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
LEVERS = {
    "ACQ": L("拉新", "acquire"),
    "CNV": L("转化", "convert"),
    "TKT": L("客单", "ticket"),
    "REP": L("复购", "repeat"),
    "REF": L("转介绍", "refer"),
    "CST": L("降本", "cost"),
}
EFFORTS = (1, 3)
