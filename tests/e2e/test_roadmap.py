"""An item is moved on the roadmap page in three clicks, and the log says who did it."""

import re

from playwright.sync_api import expect


def test_an_item_is_updated_in_three_clicks_and_undone(site, visit):
    page = visit(width=1440).enter("team_member", f"/e/{site.engagement}/roadmap")
    page.get_by_role("button", name="表", exact=True).click()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader")).first
    name = row.get_by_role("button").inner_text()
    row.get_by_role("button").click()  # 1: pick
    panel = page.get_by_role("group", name="现在的状态")
    panel.get_by_role("button", name=re.compile("有风险")).click()  # 2: say how it goes
    expect(page.get_by_text("保存前先看后果")).to_be_visible()
    page.get_by_role("button", name=re.compile("保存")).click()  # 3: save
    expect(page.get_by_role("row").filter(has_text=name).get_by_text("有风险").first).to_be_visible()
    page.reload()
    page.get_by_role("button", name="表", exact=True).click()
    expect(page.get_by_role("row").filter(has_text=name).get_by_text("有风险").first).to_be_visible()
    expect(page.get_by_text("team_member").first).to_be_visible()  # the change log


def test_a_blocker_is_written_down(site, visit):
    page = visit(width=1440).enter("consultant", f"/e/{site.engagement}/roadmap")
    page.get_by_role("button", name="表", exact=True).click()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader")).nth(1)
    name = row.get_by_role("button").inner_text()
    row.get_by_role("button").click()
    page.get_by_role("group", name="现在的状态").get_by_role("button", name=re.compile("脱轨")).click()
    page.get_by_text("卡在哪里、谁来解决").click()
    page.get_by_role("textbox", name="卡在哪里").fill("供应商合同未签")
    page.get_by_role("button", name=re.compile("保存")).click()
    expect(page.get_by_role("row").filter(has_text=name).get_by_text("供应商合同未签")).to_be_visible()


def test_the_chart_of_the_page_is_the_reports_own_and_opens_an_item(site, visit):
    page = visit(width=1440).enter("viewer", f"/e/{site.engagement}/roadmap")
    marks = page.locator("[data-id][role=button]")
    expect(marks.first).to_be_visible()
    marks.first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="为什么选")).to_be_visible()


def test_filters_narrow_the_table(site, visit):
    page = visit(width=1440).enter("viewer", f"/e/{site.engagement}/roadmap")
    page.get_by_role("button", name="表", exact=True).click()
    rows = page.locator("table.items").get_by_role("row").filter(has=page.get_by_role("rowheader"))
    expect(rows.first).to_be_visible()
    all_rows = rows.count()
    page.get_by_label("全部波次").select_option("1")
    expect(rows).not_to_have_count(all_rows)
    assert 0 < rows.count() < all_rows
    page.get_by_role("button", name="看全部").click()
    expect(rows).to_have_count(all_rows)


def test_a_demand_is_set_with_its_reason_and_taken_back(site, visit):
    page = visit(width=1440).enter("consultant", f"/e/{site.engagement}/roadmap")
    page.get_by_role("button", name="规划条件").first.click()
    drawer = page.get_by_role("dialog", name="规划条件")
    drawer.get_by_label("找举措").fill("I-OPS05")
    drawer.get_by_role("button", name=re.compile("列为必须做")).click()
    drawer.get_by_role("button", name="保存规划条件").click()
    expect(drawer.get_by_text("写明理由").first).to_be_visible()
    drawer.get_by_label(re.compile("的理由")).fill("董事长在年会上承诺过")
    drawer.get_by_role("button", name="保存规划条件").click()
    expect(drawer).to_be_hidden()
    expect(page.get_by_text(re.compile("规划条件.*变了"))).to_be_visible()  # other tests may have changed facts as well
    page.get_by_role("button", name="撤销").click()
    expect(page.get_by_role("button", name="撤销")).to_be_hidden()
    page.get_by_role("button", name="规划条件").first.click()
    expect(drawer.get_by_label("找举措")).to_be_visible()
    expect(drawer.get_by_label(re.compile("的理由"))).to_have_count(0)


def test_those_who_do_not_plan_see_the_terms_and_change_none(site, visit):
    page = visit(width=1440).enter("viewer", f"/e/{site.engagement}/roadmap")
    expect(page.get_by_role("heading", name="第 1 版按这些条件排出")).to_be_visible()
    expect(page.get_by_role("button", name="规划条件")).to_have_count(0)
