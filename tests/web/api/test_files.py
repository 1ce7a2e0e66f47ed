"""Drawings, reports and invitation sheets: for those who may see them, with the right headers."""

import re
from types import SimpleNamespace
from urllib.parse import quote

import pytest

from reports.drawing import CHARTS
from web.api.downloads import disposition
from web.api.invitation_sheets import public_address
from web.storage import database, now


@pytest.fixture
def consultant(site):
    return site.browser("consultant@x.example")


@pytest.mark.parametrize("name", ["radar", "ten_bars", "index_band", "dumbbell", "leverage"])
def test_a_drawing_is_the_reports_own_in_the_readers_language(site, consultant, name):
    path = f"/e/{site.engagement}/files/chart/{name}.svg"
    zh, en = consultant.get(path + "?locale=zh"), consultant.get(path + "?locale=en")
    assert zh.response.headers["content-type"].startswith("image/svg+xml")
    assert zh.html.startswith("<svg")
    assert zh.html != en.html
    assert "sandbox" in zh.response.headers["content-security-policy"]
    assert "script" not in zh.html


def test_a_browser_asks_again_and_is_told_nothing_changed(site, consultant):
    path = f"/e/{site.engagement}/files/chart/radar.svg"
    tag = consultant.get(path).response.headers["etag"]
    same = consultant.get(path, headers={"if-none-match": tag})
    assert (same.status, same.html) == (304, "")
    assert consultant.get(path + "?width=400", headers={"if-none-match": tag}).status == 200


def test_every_drawing_of_a_plan(planned):
    from assessment.accounts import operator
    from assessment.planning import roadmap_versions, snapshot_of_version

    consultant = planned.browser("consultant@x.example")
    for name in CHARTS:
        page = consultant.get(f"/e/{planned.engagement}/files/chart/{name}.svg?width=900&row=26&rev=7")
        assert page.status == 200, name
    actor = operator(database())
    (version,) = roadmap_versions(database(), actor, planned.engagement)
    plan = snapshot_of_version(database(), actor, planned.engagement, version.version).plan
    gantt = consultant.get(f"/e/{planned.engagement}/files/chart/gantt.svg").html
    assert f'data-id="{plan.items[0].initiative}"' in gantt


def test_without_a_plan_there_is_no_drawing_of_it(site, consultant):
    for name in ("gantt", "profit", "waterfall", "unknown"):
        assert consultant.get(f"/e/{site.engagement}/files/chart/{name}.svg").status == 404


def test_client_roles_see_the_drawings_of_their_own_engagement(site):
    for role in ("client_owner", "executive", "team_member", "viewer"):
        assert site.browser(f"{role}@x.example").get(f"/e/{site.engagement}/files/chart/radar.svg").status == 200


def test_the_report_as_a_page_needs_no_pdf_libraries(site, consultant):
    page = consultant.get(f"/e/{site.engagement}/files/report.html?locale=en")
    assert page.status == 200
    assert "Heyu Home" in page.words
    assert "script" not in page.response.headers["content-security-policy"]


@pytest.fixture
def finished(site):
    """A finished report job with a file on the shelf, as the worker leaves it."""
    from assessment.accounts import operator
    from assessment.jobs import create_job, finish
    from web.jobs.shelf import put

    name = "a" * 64 + "-zh.pdf"
    put(name, b"%PDF-1.7 test")
    job = create_job(database(), operator(database()), site.engagement, "report", {"locale": "zh"}, now())
    finish(database(), job, {"file": name, "name": "禾屿家居 计划/1.pdf"})
    return job


def test_a_finished_report_is_downloaded_by_those_who_may(site, consultant, finished):
    page = consultant.get(f"/e/{site.engagement}/files/report/{finished}.pdf")
    assert page.response.content == b"%PDF-1.7 test"
    headers = page.response.headers
    assert headers["content-type"] == "application/pdf"
    assert headers["cache-control"] == "private, no-store"
    assert headers["x-content-type-options"] == "nosniff"
    want = f"attachment; filename=\"zhidian-zh.pdf\"; filename*=UTF-8''{quote('禾屿家居 计划-1.pdf', safe='')}"
    assert headers["content-disposition"] == want


READERS = ("owner", "consultant", "analyst", "client_owner", "executive", "viewer")


def test_whoever_may_read_the_report_may_read_it_as_page_and_as_pdf(site, finished):
    for role in (*READERS, "team_member"):
        browser = site.browser(f"{role}@x.example")
        paths = (f"report/{finished}.pdf", "report.html")
        statuses = [browser.get(f"/e/{site.engagement}/files/{path}").status for path in paths]
        assert statuses == ([404, 404] if role == "team_member" else [200, 200]), role


def test_a_viewer_reads_reports_and_makes_none(site, finished):
    browser = site.browser("viewer@x.example")
    answer = browser.post(f"/e/{site.engagement}/files/report", {"locale": "zh"}, follow_redirects=False)
    assert answer.status == 404


def test_a_report_is_not_found_by_others_or_elsewhere(site, consultant, finished):
    for browser in (site.browser(), site.browser("outsider@x.example")):
        assert browser.get(f"/e/{site.engagement}/files/report/{finished}.pdf").status == 404
    assert consultant.get(f"/e/elsewhere/files/report/{finished}.pdf").status == 404


@pytest.mark.parametrize("name", ["../secret.key", "x.pdf", "a" * 64 + "-xx.pdf", "", None])
def test_only_files_on_the_shelf_leave_the_house(site, consultant, finished, name):
    from assessment.jobs import finish

    finish(database(), finished, {"file": name})
    assert consultant.get(f"/e/{site.engagement}/files/report/{finished}.pdf").status == 404


def test_an_unfinished_report_is_not_there_yet(site, consultant):
    from assessment.accounts import operator
    from assessment.jobs import latest_jobs

    page = consultant.post(f"/e/{site.engagement}/files/report", {"locale": "en"}, follow_redirects=False)
    assert page.response.headers["location"] == f"/e/{site.engagement}/report"
    consultant.post(f"/e/{site.engagement}/files/report", {"locale": "en"}, follow_redirects=False)
    (job,) = latest_jobs(database(), operator(database()), site.engagement, "report", 5)  # asked twice, made once
    assert (job.state, job.params["locale"]) == ("queued", "en")
    assert consultant.get(f"/e/{site.engagement}/files/report/{job.id}.pdf").status == 404


def test_invitation_sheets_one_page_a_store_in_both_languages(site, consultant):
    path = f"/e/{site.engagement}/files/invitations"
    assert "还没有邀请" in consultant.get(path).words
    page = consultant.post(path, [("person", "M26"), ("person", "M29")])
    assert page.path == path
    assert page.html.count('<section class="sheet"') == page.html.count('class="qr"') == 2
    assert "用手机扫码" in page.words
    assert "Scan the code" in page.words
    links = re.findall(r'href="(http://zhidian\.test/a/[^"]+)"', page.html)
    assert len(set(links)) == 2
    assert site.browser().get(links[0].removeprefix("http://zhidian.test")).status == 200
    again = consultant.get(path)
    assert set(re.findall(r'href="(http://zhidian\.test/a/[^"]+)"', again.html)) == set(links)  # printed again


def test_inviting_nobody_in_particular_invites_every_manager(site, consultant):
    page = consultant.post(f"/e/{site.engagement}/files/invitations", {})
    assert page.html.count('<section class="sheet"') == 30


def test_inviting_an_unknown_person_is_one_sentence(site, consultant):
    page = consultant.post(f"/e/{site.engagement}/files/invitations", {"person": "M99"})
    assert page.status == 422
    assert "M99" in page.words


def test_a_sheet_opened_on_this_machine_only_says_so(site, consultant):
    from web.settings import Settings

    consultant.post(f"/e/{site.engagement}/files/invitations", {"person": "M26"})
    assert "只有本机能打开" not in consultant.get(f"/e/{site.engagement}/files/invitations").words

    request = SimpleNamespace(headers={"host": "127.0.0.1:8000"}, url=SimpleNamespace(scheme="http"))
    assert public_address(request, Settings.read({})) == "http://127.0.0.1:8000"
    chosen = Settings.read({"ZHIDIAN_ORIGINS": "http://localhost:8000,https://plan.example.com"})
    assert public_address(request, chosen) == "https://plan.example.com"


def test_health(site):
    page = site.browser().get("/healthz")
    assert (page.status, page.response.json()) == (200, {"status": "ok"})


def test_health_of_a_database_that_is_not_ready(site, monkeypatch):
    from web.api import health

    monkeypatch.setattr(health, "database", lambda: (_ for _ in ()).throw(RuntimeError))
    assert site.browser().get("/healthz").status == 503


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("计划.pdf", "计划.pdf"),
        ("a/b\\c:d.pdf", "a-b-c-d.pdf"),
        ('x"\r\ny.pdf', "x-y.pdf"),
        ("...", "plan.pdf"),
        ("", "plan.pdf"),
    ],
)
def test_a_file_name_cannot_leave_header_or_folder(name, saved):
    assert (
        disposition(name, "plan.pdf") == f"attachment; filename=\"plan.pdf\"; filename*=UTF-8''{quote(saved, safe='')}"
    )


@pytest.mark.parametrize(("locale", "caveat"), [("zh", "本对照仅供参考"), ("en", "Indicative only")])
def test_the_cross_walk_goes_out_with_its_caveat_to_the_consulting_team_alone(site, locale, caveat):
    path = f"/e/{site.engagement}/files/crosswalk.txt?locale={locale}"
    sent = site.browser("consultant@x.example").get(path)
    assert sent.status == 200
    assert sent.response.headers["content-type"] == "text/plain; charset=utf-8"
    assert sent.response.headers["content-disposition"].startswith(
        f'attachment; filename="zhidian-crosswalk-{locale}.txt"'
    )
    lines = sent.response.content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith(caveat)
    assert sum(line.startswith("  ") and not line.startswith("    ") for line in lines) == 16
    for role in ("client_owner", "executive", "viewer"):
        assert site.browser(f"{role}@x.example").get(path).status == 404
