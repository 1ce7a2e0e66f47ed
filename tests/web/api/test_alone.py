"""The API server alone: no Reflex on the machine, and still a way to sign in and to code."""

import subprocess
import sys

from web.api.routes import application


def test_answers_files_and_jobs_need_no_reflex():
    code = (
        "import sys\n"
        "sys.modules['reflex'] = sys.modules['reflex_base'] = None\n"
        "import web.api.asgi, web.jobs.worker, web.jobs.work, web.supervisor\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_it_has_its_own_log_in(site):
    browser = site.browser()
    page = browser.get("/signin?next=/answer/x/y/z")
    assert [value for form in page.forms for name, value in form.fields if name == "next"] == [
        "/signin",
        "/answer/x/y/z",
    ]
    assert "evil" not in browser.get("/signin?next=//evil.example").html
    assert "答题与接口服务" in browser.get("/").words
    consultant = site.browser("consultant@x.example")
    assert "已登录：consultant" in consultant.get("/").words
    assert "已登录" not in consultant.post("/auth/logout").words


def test_inside_the_page_server_the_pages_keep_their_addresses():
    paths = {route.path for route in application().routes}
    assert not {"/", "/signin"} & paths
    assert {"/", "/signin"} <= {route.path for route in application(alone=True).routes}


def test_every_own_page_carries_the_closing_headers(site):
    browser = site.browser("consultant@x.example")
    for path in ("/signin", "/", "/a/none", f"/answer/{site.engagement}/P03/executive", "/e/x/files/report.html"):
        headers = browser.get(path).response.headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "no-store" in headers["cache-control"]
