"""Tables out and in: a template that imports as it is, all rows or none, and a page that says what to mend."""

import io

import openpyxl
import pytest

from web.api.registers import KINDS
from web.api.uploads import LARGEST, kind_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def consultant(site):
    return site.browser("consultant@x.example")


def upload(browser, site, kind, name, data, **fields):
    path = f"/e/{site.engagement}/files/import/{kind}"
    return browser.post(path, fields, files={"file": (name, data, "application/octet-stream")}, follow_redirects=False)


def stores(site):
    from assessment.accounts import operator
    from assessment.registering import list_stores
    from web.storage import database

    return list_stores(database(), operator(database()), site.engagement)


@pytest.mark.parametrize("kind", [*KINDS, "answers:manager", "answers:executive"])
@pytest.mark.parametrize("locale", ["zh", "en"])
def test_every_template_is_a_workbook_with_a_name_in_the_readers_language(site, consultant, kind, locale):
    page = consultant.get(f"/e/{site.engagement}/files/templates/{kind}.xlsx?locale={locale}")
    assert page.status == 200
    headers = page.response.headers
    assert headers["content-type"] == XLSX
    assert headers["cache-control"] == "private, no-store"
    assert headers["content-disposition"].startswith('attachment; filename="')
    assert "filename*=UTF-8''" in headers["content-disposition"]
    assert openpyxl.load_workbook(io.BytesIO(page.response.content), read_only=False).sheetnames


def test_an_unknown_table_is_not_found(site, consultant):
    assert consultant.get(f"/e/{site.engagement}/files/templates/secrets.xlsx").status == 404
    assert consultant.get(f"/e/{site.engagement}/files/templates/answers:none.xlsx").status == 404
    assert upload(consultant, site, "secrets", "a.csv", b"id\n1").status == 404


def test_a_template_comes_back_and_the_browser_returns_to_its_page(site, consultant):
    before = stores(site)
    data = consultant.get(f"/e/{site.engagement}/files/templates/stores.xlsx").response.content
    answer = upload(consultant, site, "stores", "stores.xlsx", data)
    assert answer.status == 303
    assert answer.response.headers["location"] == f"/e/{site.engagement}/people?imported={len(before)}&kind=stores"
    assert stores(site) == before


@pytest.mark.parametrize(
    ("named", "where"),
    [
        ("/e/x/facts", "/e/x/facts?"),
        ("//evil.example", "/e/{e}/people?"),
        ("https://evil.example/e/", "/e/{e}/people?"),
    ],
)
def test_the_way_back_stays_on_this_site(site, consultant, named, where):
    data = consultant.get(f"/e/{site.engagement}/files/templates/stores.xlsx").response.content
    answer = upload(consultant, site, "stores", "stores.xlsx", data, next=named)
    assert answer.response.headers["location"].startswith(where.format(e=site.engagement))


@pytest.mark.parametrize(("locale", "words"), [("zh", "没有导入：门店"), ("en", "Not imported: Stores")])
def test_a_table_with_faults_changes_nothing_and_lists_them(site, consultant, locale, words):
    before = stores(site)
    consultant.post("/auth/locale", {"locale": locale, "next": "/healthz"})
    data = consultant.get(f"/e/{site.engagement}/files/templates/stores.xlsx").response.content
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    sheet.cell(3, 4).value = "borrowed"  # ownership
    sheet.cell(5, 4).value = "stolen"
    out = io.BytesIO()
    book.save(out)
    page = upload(consultant, site, "stores", "stores.xlsx", out.getvalue())
    assert page.status == 422
    assert words in page.words
    assert page.html.count('<th scope="row">') == 2
    assert f'href="/e/{site.engagement}/files/templates/stores.xlsx"' in page.html
    assert stores(site) == before


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("stores.xlsx", b"", "文件是空的"),
        ("stores.xlsx", b"not a workbook", "不是 XLSX 或 CSV"),
        ("stores.exe", b"MZ\x90", "不是 XLSX 或 CSV"),
        ("stores.csv", b"id\x00\n", "不是 XLSX 或 CSV"),
        ("", b"", "没有选文件"),
    ],
)
def test_what_is_no_table_is_one_sentence(site, consultant, name, data, words):
    page = upload(consultant, site, "stores", name, data)
    assert page.status == 422
    assert words in page.words


@pytest.mark.parametrize("size", [LARGEST + 1, LARGEST + 200_000])
def test_an_oversized_upload_is_refused_whole(site, consultant, size):
    page = upload(consultant, site, "stores", "stores.csv", b"a" * size)
    assert page.status == 413
    assert "超过 5 MB" in page.words


def test_an_oversized_upload_without_a_length_is_stopped_while_it_arrives(site, consultant):
    async def endless():
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        for _ in range(100):
            yield b"a" * 100_000
        yield b"\r\n--b--\r\n"

    path = f"/e/{site.engagement}/files/import/stores"
    headers = {"origin": "http://zhidian.test", "content-type": "multipart/form-data; boundary=b"}
    page = consultant.request("POST", path, content=endless(), headers=headers)
    assert page.status == 413


def test_a_bomb_is_no_workbook():
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<x/>")
        package.writestr("xl/workbook.xml", b"0" * (61 * 1024 * 1024))
    assert kind_of("bomb.xlsx", out.getvalue()) is None


def test_who_may_not_write_imports_nothing(site):
    before = stores(site)
    for email in ("viewer@x.example", "executive@x.example", "outsider@x.example"):
        assert upload(site.browser(email), site, "stores", "stores.csv", b"id\nS01\n").status == 404
    assert stores(site) == before


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_workbook_is_called_what_its_card_is_called(locale):
    from web.api.registers import name_of
    from web.i18n import catalogue

    cards = {key.removeprefix("file."): word for key, word in catalogue()[locale].items() if key.startswith("file.")}
    assert {kind: name_of(kind, locale) for kind in KINDS if kind in cards} == {
        k: cards[k] for k in KINDS if k in cards
    }
