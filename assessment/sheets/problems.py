"""What can be wrong with a table somebody hands in: every problem with its place, a stable code and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from assessment.errors import InvalidInput, Problem
from questionnaires.locale_text import LocaleText

SENTENCES: dict[str, tuple[str, str]] = {
    "too_large": ("文件超过 {limit} MB，请拆成几份。", "The file is larger than {limit} MB; split it."),
    "wrong_type": ("只收 .xlsx 和 .csv 文件。", "Only .xlsx and .csv files can be read."),
    "unreadable": (
        "这个文件打不开，请在表格软件里另存为 .xlsx 再试。",
        "This file cannot be opened; save it again as .xlsx.",
    ),
    "suspicious": (
        "文件解开后异常大，或含有不该有的内容，没有打开。",
        "The file unpacks to an unusual size or holds what a table never holds; it was not opened.",
    ),
    "not_utf8": (
        "CSV 不是 UTF-8 编码，请另存为“CSV UTF-8”或 .xlsx。",
        "The CSV is not UTF-8; save it as “CSV UTF-8” or as .xlsx.",
    ),
    "wrong_sheet": (
        "找不到工作表“{wanted}”，请用导出的模板。",
        "There is no sheet “{wanted}”; use the exported template.",
    ),
    "no_header": ("第一行没有列名，请用导出的模板。", "The first row holds no column names; use the template."),
    "no_rows": ("表里没有一行内容。", "The table holds no rows."),
    "too_many_rows": ("超过 {limit} 行，请拆开。", "There are more than {limit} rows; split the table."),
    "too_many_columns": ("超过 {limit} 列，请用导出的模板。", "There are more than {limit} columns; use the template."),
    "missing_column": ("缺少“{column}”这一列。", "The column “{column}” is missing."),
    "unknown_column": (
        "不认识列名“{column}”，请删掉或改成模板里的列名。",
        "The column “{column}” is not known; delete it or use a name of the template.",
    ),
    "value_without_name": (
        "这一格在最后一个列名的右边，没有列名。",
        "This cell stands right of the last column name.",
    ),
    "doubled_column": ("列名“{column}”出现了两次。", "The column “{column}” stands twice."),
    "formula": (
        "“{column}”里是公式，请粘贴成数值。",
        "“{column}” holds a formula; paste its value instead.",
    ),
    "cell_error": ("“{column}”里是错误值 {value}。", "“{column}” holds the error value {value}."),
    "required": ("“{column}”不能空着。", "“{column}” must not be blank."),
    "too_long": ("“{column}”超过 {limit} 个字。", "“{column}” is longer than {limit} characters."),
    "bad_id": (
        "“{value}”不能作编号：只用字母、数字、-、_，最多 {limit} 位。",
        "“{value}” cannot be an id: use letters, digits, - and _, at most {limit}.",
    ),
    "not_a_number": ("“{column}”里的“{value}”不是数。", "“{value}” in “{column}” is not a number."),
    "not_whole": ("“{column}”要整数，不能是“{value}”。", "“{column}” needs a whole number, not “{value}”."),
    "out_of_range": (
        "“{column}”里的 {value} 超出范围 {low} 到 {high}。",
        "{value} in “{column}” is outside {low} to {high}.",
    ),
    "not_a_share": (
        "“{column}”是比例，写 0 到 1 之间的数或百分数，不能是“{value}”。",
        "“{column}” is a share: write a number between 0 and 1 or a percentage, not “{value}”.",
    ),
    "not_a_date": (
        "“{column}”里的“{value}”不是日期，写成 2026-11-20。",
        "“{value}” in “{column}” is no date; write 2026-11-20.",
    ),
    "not_yes_no": ("“{column}”只能填是或否，不能是“{value}”。", "“{column}” takes yes or no, not “{value}”."),
    "unknown_choice": (
        "“{column}”里的“{value}”不在可选范围：{choices}。",
        "“{value}” in “{column}” is none of: {choices}.",
    ),
    "unknown_reference": (
        "没有编号为“{value}”的{what_zh}。{near}",
        "There is no {what_en} with the id “{value}”.{near}",
    ),
    "unknown_code": (
        "“{column}”里的“{value}”不是编号，也不是名称：对照“编号”页填写。{near}",
        "“{value}” in “{column}” is neither a code nor a name; see the page “Codes”.{near}",
    ),
    "doubled": ("“{value}”在第 {first} 行已经有了。", "“{value}” already stands in row {first}."),
    "store_required": ("店长、导购要写明门店。", "A manager or guide needs a store."),
    "short_form": ("短表只用于高层。", "The short form is for executives."),
    "not_a_consultant": ("“{value}”不是名单里的顾问。", "“{value}” is no consultant of the register."),
    "not_met": (
        "“{column}”里的“{value}”不可用：{wanted}。",
        "“{value}” in “{column}” cannot be used: {wanted}.",
    ),
    "received_date": ("没有收到的资料不填收到日期。", "What was not received has no day of receipt."),
    "not_a_time": ("“{value}”不是时间，写成 15:40。", "“{value}” is no time of day; write 15:40."),
    "no_manager": (
        "门店“{value}”没有登记店长，请先补人员表。",
        "The store “{value}” has no registered manager; complete the people first.",
    ),
    "several_managers": (
        "门店“{value}”登记了几位店长，请填人员编号。",
        "The store “{value}” has several managers; give the person's id.",
    ),
    "second_main_system": ("会员主系统只能有一个。", "Only one system can be the main member system."),
    "more_active_than_accounts": (
        "在用账号 {value} 多于账号总数 {limit}。",
        "{value} used accounts are more than the {limit} there are.",
    ),
    "flow_to_itself": ("数据不能从一个系统流向它自己。", "Data cannot flow from a system to itself."),
    "class_of_type": (
        "“{value}”属于 {wanted} 类，不是 {given}。",
        "“{value}” belongs to the class {wanted}, not {given}.",
    ),
    "not_a_period": (
        "“{column}”里的“{value}”不是期间，写成 2025、2026-10 或 2025-11/2026-10。",
        "“{value}” in “{column}” is no period; write 2025, 2026-10 or 2025-11/2026-10.",
    ),
    "ahead": (
        "“{column}”里的 {value} 还没到：这里填数字统计自哪段时间。",
        "{value} in “{column}” lies ahead: give the time the number was measured in.",
    ),
    "beyond": (
        "“{column}”里的 {value} 大得不合常理，最多 {limit}。核对单位和位数。",
        "{value} in “{column}” is larger than any chain has, at most {limit}. Check unit and digits.",
    ),
    "contradicts": ("“{column}”：{text_zh}", "“{column}”: {text_en}"),
    "not_a_year": (
        "“{column}”里的“{value}”不是年份，写 {low} 到 {high} 之间的四位数。",
        "“{value}” in “{column}” is no year; write four digits from {low} to {high}.",
    ),
    "not_a_pair": ("“{value}”要写成“名称=内容”。", "Write “{value}” as name=content."),
    "not_a_lever": (
        "杠杆一行一个，写成“类别 | 名称 | 现状 | 目标 | 负责人”，不能是“{value}”。",
        "One lever a line, as “kind | name | current | target | owner”, not “{value}”.",
    ),
    "na_reason": ("填了不适用，请写原因。", "Say why it does not apply."),
    "need": ("{zh}", "{en}"),
    "not_a_level": (
        "“{value}”不是等级：填 1 到 5，或“不知道”“不适用：原因”。",
        "“{value}” is no level: write 1 to 5, “don't know” or “n/a: reason”.",
    ),
    "answer_blank": (
        "“{column}”写了证据或记录，却没有填答案。",
        "“{column}” has evidence or a note but no answer.",
    ),
    "wrong_audience": (
        "“{value}”不是这份问卷的对象。",
        "“{value}” is not somebody this form is for.",
    ),
    "person_or_store": ("填人员编号或门店编号。", "Give the person's id or the store's."),
}


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """One problem. ``row`` counts from 1 as the spreadsheet shows it, ``column`` is its letter; 0 and empty: the whole."""

    code: str
    sheet: str
    row: int
    column: str
    text: LocaleText

    @property
    def where(self) -> str:
        """Return the place as spreadsheets write it: ``stores!C7``."""
        return f"{self.sheet}!{self.column}{self.row or ''}" if self.column or self.row else self.sheet


def problem(code: str, sheet: str, row: int = 0, letter: str = "", /, **params: Any) -> SheetProblem:
    """Return a problem worded in both languages; LocaleText parameters take the wording of their language."""

    def words(locale: int) -> str:
        chosen: dict[str, Any] = {"near": ""} | {
            k: (v.zh, v.en)[locale] if isinstance(v, LocaleText) else v for k, v in params.items()
        }
        return SENTENCES[code][locale].format(**chosen)

    return SheetProblem(code, sheet, row, letter, LocaleText(words(0), words(1)))


class InvalidSheet(InvalidInput):
    """A table that cannot be used. ``found`` holds every problem in the order of the sheet; nothing was accepted."""

    def __init__(self, found: Iterable[SheetProblem]) -> None:
        """Keep the problems by row and column as the sheet shows them (Z stands before AA)."""
        self.found = tuple(sorted(found, key=lambda p: (p.row, len(p.column), p.column)))
        super().__init__(tuple(Problem(p.where, p.text) for p in self.found))
