"""Files as they come: honest ones in every dialect, and hostile ones."""

import io
import time
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from assessment.sheets import InvalidSheet, read_table
from assessment.sheets.archives import MAX_PARTS
from assessment.sheets.opening import MAX_BYTES, MAX_ROWS

HEAD = ["id", "name", "ownership", "format", "region_tier"]
ROW = ["S1", "一店", "own", "standard", "t12"]


@pytest.fixture
def codes(context):
    def found(filename: str, data: bytes) -> list[str]:
        with pytest.raises(InvalidSheet) as caught:
            read_table("stores", filename, data, context)
        return [p.code for p in caught.value.found]

    return found


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def one_sheet(*rows, title="stores") -> Workbook:
    book = Workbook()
    page = book.worksheets[0]
    page.title = title
    for row in rows:
        page.append(row)
    return book


def csv_of(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def repacked(data: bytes, part: str, change) -> bytes:
    """Return a workbook with one part of its archive changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, change(content) if info.filename == part else content)
    return stream.getvalue()


SHEET1 = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_csv_in_the_dialects_of_spreadsheets(context, delimiter, mark):
    data = (mark + delimiter.join(HEAD) + "\r\n" + delimiter.join(ROW) + "\r\n").encode()
    assert read_table("stores", "t.CSV", data, context)[0].name == "一店"


def test_headers_in_either_language_and_with_the_star_of_the_template(context):
    zh = ["门店编号 *", "门店*", "经营方式", "店型", "城市层级"]
    en = ["store ID", "Store", "OWNERSHIP", "Format", "City tier"]
    for head in (zh, en):
        assert read_table("stores", "t.xlsx", saved(one_sheet(head, ROW)), context)[0].id == "S1"


@pytest.mark.parametrize("title", ["stores", "STORES", "门店", "Stores", "Sheet1"])
def test_the_sheet_by_name_or_the_only_one(context, title):
    assert len(read_table("stores", "t.xlsx", saved(one_sheet(HEAD, ROW, title=title)), context)) == 1


def test_several_sheets_need_the_right_name(codes):
    book = one_sheet(HEAD, ROW, title="Sheet1")
    book.create_sheet("Sheet2")
    assert codes("t.xlsx", saved(book)) == ["wrong_sheet"]


def test_empty_rows_and_comment_rows_are_skipped_and_numbers_stay_right(context):
    book = one_sheet(HEAD, ["# 编号如 S01", "说明"], [None] * 5, [" ", None, "", None, None], ROW)
    assert [s.id for s in read_table("stores", "t.xlsx", saved(book), context)] == ["S1"]
    with pytest.raises(InvalidSheet) as caught:
        read_table("stores", "t.xlsx", saved(one_sheet(HEAD, [None] * 5, ["S 1", *ROW[1:]])), context)
    assert [p.where for p in caught.value.found] == ["stores!A3"]


@pytest.mark.parametrize("name", ["t.xls", "t.xlsm", "t.pdf", "t", "t.xlsx.exe"])
def test_other_kinds_of_files_are_refused(codes, name):
    assert codes(name, saved(one_sheet(HEAD, ROW))) == ["wrong_type"]


def test_a_file_over_the_limit_is_refused_unread(codes):
    assert codes("t.csv", b"x" * (MAX_BYTES + 1)) == ["too_large"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0 old workbook", b"id,name\n"])
def test_what_is_no_workbook_is_unreadable(codes, data):
    assert codes("t.xlsx", data) == ["unreadable"]


def test_an_archive_that_is_no_workbook_is_unreadable(codes):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert codes("t.xlsx", stream.getvalue()) == ["unreadable"]


def test_a_sheet_that_is_broken_xml_is_unreadable(codes):
    data = repacked(saved(one_sheet(HEAD, ROW)), SHEET1, lambda xml: xml[: len(xml) // 2])
    assert codes("t.xlsx", data) == ["unreadable"]


def test_a_csv_that_is_not_utf8_says_how_to_save_it(codes):
    assert codes("t.csv", "id,name\nS1,一店\n".encode("gb18030")) == ["not_utf8"]


@pytest.mark.parametrize(
    "data", [b'id,name\nS1,"open', b"id,name\nS1,\x00\n", b'id,name\nS1,"' + b"x" * 200_000 + b'"\n']
)
def test_a_csv_with_an_open_quote_or_nonsense_is_refused(codes, data):
    assert codes("t.csv", data)[0] in {"unreadable", "missing_column"}


@pytest.mark.parametrize("data", [b"", b"\n\n", b",,,\n"])
def test_no_column_names(codes, data):
    assert codes("t.csv", data) == ["no_header"]


def test_a_table_without_rows_is_told_so(codes):
    assert codes("t.csv", csv_of(",".join(HEAD))) == ["no_rows"]


def test_a_bomb_is_not_unpacked(codes):
    bomb = repacked(saved(one_sheet(HEAD, ROW)), SHEET1, lambda _: b"<x>" + b"0" * 70_000_000)
    assert len(bomb) < 200_000
    begun = time.perf_counter()
    assert codes("t.xlsx", bomb) == ["suspicious"]
    assert time.perf_counter() - begun < 60


def test_a_bomb_that_lies_about_its_size_is_measured(codes):
    bomb = bytearray(repacked(saved(one_sheet(HEAD, ROW)), SHEET1, lambda _: b"<x>" + b"0" * 70_000_000))
    real = (70_000_003).to_bytes(4, "little")
    while (at := bomb.find(real)) >= 0:
        bomb[at : at + 4] = (1000).to_bytes(4, "little")
    assert codes("t.xlsx", bytes(bomb))[0] in {"suspicious", "unreadable"}


def test_too_many_parts_are_suspicious(codes):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for i in range(MAX_PARTS + 1):
            archive.writestr(f"p{i}", "")
    assert codes("t.xlsx", stream.getvalue()) == ["suspicious"]


@pytest.mark.parametrize(
    "evil", [b'<!DOCTYPE a [<!ENTITY b "c">]>', b"<!doctype", b'<!ENTITY b SYSTEM "file:///etc/passwd">']
)
def test_xml_with_entities_of_its_own_is_not_opened(codes, evil):
    data = repacked(
        saved(one_sheet(HEAD, ROW)), SHEET1, lambda xml: xml.replace(b"<worksheet", evil + b"<worksheet", 1)
    )
    assert codes("t.xlsx", data)[0] in {"suspicious", "unreadable"}


def test_a_cell_in_the_last_row_of_a_spreadsheet_costs_no_time(codes):
    far = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>S 9</t></is></c></row></sheetData>'
    data = repacked(saved(one_sheet(HEAD, ROW)), SHEET1, lambda xml: xml.replace(b"</sheetData>", far))
    begun = time.perf_counter()
    assert "bad_id" in codes("t.xlsx", data)
    assert time.perf_counter() - begun < 60  # seconds, not hours, however busy the machine


def test_a_row_number_beyond_any_spreadsheet(codes):
    far = b'<row r="99999999999"><c r="A99999999999" t="inlineStr"><is><t>S 9</t></is></c></row></sheetData>'
    data = repacked(saved(one_sheet(HEAD, ROW)), SHEET1, lambda xml: xml.replace(b"</sheetData>", far))
    begun = time.perf_counter()
    assert codes("t.xlsx", data)[0] in {"suspicious", "unreadable"}
    assert time.perf_counter() - begun < 60  # seconds, not hours, however busy the machine


def test_too_many_rows_and_columns(codes):
    lines = [",".join(HEAD), *(f"S{i},店,own,standard,t12" for i in range(MAX_ROWS + 1))]
    assert codes("t.csv", csv_of(*lines)) == ["too_many_rows"]
    assert codes("t.csv", csv_of(",".join(f"c{i}" for i in range(601)))) == ["too_many_columns"]


def test_a_formula_is_refused_and_never_its_remembered_result(codes, context):
    book = one_sheet(HEAD, ["S1", "=HYPERLINK(1)", "own", "standard", "t12"])
    with pytest.raises(InvalidSheet) as caught:
        read_table("stores", "t.xlsx", saved(book), context)
    assert [(p.code, p.where) for p in caught.value.found] == [("formula", "stores!B2")]
    assert "name" in caught.value.found[0].text.en


def test_dates_of_a_spreadsheet_are_dates(context):
    head = ["id", "name", "category", "contract_end", "purpose"]
    row = ["a", "甲", "crm", date(2027, 6, 30), datetime(2027, 6, 30, 9, 5)]
    data = saved(one_sheet(head, row, ["b", "乙", "pos", datetime(2027, 7, 1), None], title="systems"))
    first, second = read_table("systems", "t.xlsx", data, context)
    assert (first.contract_end, first.purpose, second.contract_end) == ("2027-06-30", "2027-06-30 09:05", "2027-07-01")


def test_an_error_value_is_refused(codes):
    book = one_sheet(HEAD, ["S1", "#DIV/0!", "own", "standard", "t12"])
    book.worksheets[0]["B2"].data_type = "e"
    assert codes("t.xlsx", saved(book)) == ["cell_error"]


@pytest.mark.parametrize("name", ["=1+1", "+86 21", "-小店", "@home", "=cmd|'/c calc'!A1"])
def test_text_that_looks_like_a_formula_stays_text(context, name):
    book = one_sheet(HEAD, ["S1", "", "own", "standard", "t12"])
    cell = book.worksheets[0]["B2"]
    cell.value, cell.data_type = name, "s"
    assert read_table("stores", "t.xlsx", saved(book), context)[0].name == name
    line = ",".join(HEAD) + f'\nS1,"{name}",own,standard,t12'
    assert read_table("stores", "t.csv", line.encode(), context)[0].name == name


def test_all_problems_are_listed_at_once_in_the_order_of_the_table(context):
    rows = [[*HEAD, "colour", "name"], ["S 1", "", "rented", "standard", "t12"], ["S2", "二店", "own", "", "t12"]]
    with pytest.raises(InvalidSheet) as caught:
        read_table("stores", "t.xlsx", saved(one_sheet(*rows)), context)
    assert [(p.code, p.where) for p in caught.value.found] == [
        ("unknown_column", "stores!F1"),
        ("doubled_column", "stores!G1"),
        ("bad_id", "stores!A2"),
        ("required", "stores!B2"),
        ("unknown_choice", "stores!C2"),
        ("required", "stores!D3"),
    ]
    assert "直营、加盟" in caught.value.found[4].text.zh
    assert "Own, Franchise" in caught.value.found[4].text.en
    assert len(caught.value.problems) == 6  # what the use cases and pages show


def test_a_missing_column_is_named_in_the_readers_language(context):
    with pytest.raises(InvalidSheet) as caught:
        read_table("stores", "t.xlsx", saved(one_sheet(HEAD[:-1], ROW[:-1])), context)
    assert [(p.code, p.text.zh, p.text.en) for p in caught.value.found] == [
        ("missing_column", "缺少“城市层级”这一列。", "The column “City tier” is missing.")
    ]


def test_values_right_of_the_last_name_are_not_dropped(codes):
    assert codes("t.xlsx", saved(one_sheet(HEAD, [*ROW, None, "surprise"]))) == ["value_without_name"]
