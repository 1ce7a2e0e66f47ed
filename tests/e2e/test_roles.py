"""Each role signs in and sees what it may; a stranger is told “not found”, everywhere in the same words."""

import re

import pytest
from playwright.sync_api import expect

INSIDE = ("owner", "consultant", "analyst")
CLIENT = ("client_owner", "executive", "team_member", "viewer")
PLANNERS = ("owner", "consultant")
REPORTERS = ("owner", "consultant", "analyst", "client_owner", "executive")
MOVERS = ("owner", "consultant", "analyst", "client_owner", "team_member")


@pytest.mark.parametrize("role", [*INSIDE, *CLIENT])
def test_a_role_sees_its_engagement_and_the_acts_it_may_do(site, visit, role):
    page = visit().sign_in(role)
    card = page.get_by_role("link", name=re.compile("禾屿家居"))
    expect(card).to_be_visible()
    expect(card.get_by_text("示例数据")).to_be_visible()
    expect(page.get_by_role("link", name="新建项目")).to_have_count(1 if role in PLANNERS else 0)
    card.click()
    expect(page).to_have_url(re.compile(f"/e/{site.engagement}$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{site.address}/e/{site.engagement}/roadmap")
    page.get_by_role("button", name="表", exact=True).click()
    page.get_by_role("row").get_by_role("button").first.click()
    save = page.get_by_role("button", name=re.compile("保存"))
    expect(save).to_have_count(1 if role in MOVERS else 0)
    expect(page.get_by_role("button", name="重新生成方案")).to_have_count(1 if role in PLANNERS else 0)
    page.goto(f"{site.address}/e/{site.engagement}/report")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    make = page.get_by_role("button", name="做中文报告")
    if role in REPORTERS:
        expect(make.first).to_be_visible()
    else:
        expect(make).to_have_count(0)


def test_a_wrong_password_is_told_on_the_page(visit):
    page = visit().go("/signin")
    page.get_by_label("邮箱").fill("owner@x.example")
    page.get_by_label("密码").fill("wrong")
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("邮箱或密码不对")


@pytest.mark.parametrize("path", ["", "/roadmap", "/people", "/resources", "/facts", "/report"])
def test_an_outsider_is_told_not_found(site, visit, path):
    page = visit().enter("outsider", f"/e/{site.engagement}{path}")
    expect(page.get_by_role("heading", name="没有找到这个页面")).to_be_visible()
    expect(page.get_by_text("禾屿家居")).to_have_count(0)


def test_an_outsider_has_an_empty_list(visit):
    page = visit().enter("outsider")
    expect(page.get_by_text("还没有项目")).to_be_visible()
    expect(page.get_by_text("禾屿家居")).to_have_count(0)


def test_nobody_is_sent_to_sign_in_and_no_data_with_it(site, visit):
    window = visit()
    frames = []
    window.page.on("websocket", lambda ws: ws.on("framereceived", lambda payload: frames.append(str(payload))))
    page = window.go(f"/e/{site.engagement}")
    expect(page).to_have_url(re.compile("/signin"))
    assert "禾屿" not in "".join(frames)
    assert "禾屿" not in page.content()


def test_files_of_an_engagement_are_not_found_without_a_session(site, visit):
    page = visit().go(f"/e/{site.engagement}/files/chart/radar.svg")
    expect(page.get_by_role("heading", name="没有找到")).to_be_visible()
    assert visit().context.request.get(f"{site.address}/e/{site.engagement}/files/report.html").status == 404


def test_the_session_never_reaches_a_script_or_a_socket_frame(site, visit):
    window = visit()
    frames = []
    window.page.on("websocket", lambda ws: ws.on("framereceived", lambda payload: frames.append(str(payload))))
    page = window.enter("consultant", f"/e/{site.engagement}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    (cookie,) = [c for c in window.context.cookies() if c["name"] == "zd_session"]
    assert cookie["httpOnly"]
    assert "zd_session" not in page.evaluate("document.cookie")
    assert frames
    assert cookie["value"] not in "".join(frames)


def test_signing_out_ends_it(site, visit):
    window = visit()
    window.sign_in("viewer")
    page = window.go(f"/e/{site.engagement}")
    page.get_by_role("button", name="退出").click()
    expect(page).to_have_url(re.compile("/signin"))
    window.go(f"/e/{site.engagement}")
    expect(page).to_have_url(re.compile("/signin"))
