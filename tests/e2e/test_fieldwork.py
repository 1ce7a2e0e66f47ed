"""A guide answers on a phone; a consultant codes a visit with a stopwatch, plans another one and settles a request."""

import re

from playwright.sync_api import expect


def test_a_guide_answers_on_a_narrow_phone_without_a_name(site, visit):
    window = visit(width=360, height=740, java_script_enabled=False, has_touch=True, is_mobile=True)
    page = window.go(site.links["G91"])
    expect(page).to_have_url(re.compile(r"/answer/.+/G91/guide$"))
    expect(page.get_by_text("不记名")).to_be_visible()
    page.get_by_role("link", name="开始填写").tap()
    expect(page).to_have_url(re.compile("/guide/company"))
    while not page.url.endswith("/submit"):
        groups = page.get_by_role("group").filter(has=page.get_by_role("radio"))
        for index in range(groups.count()):
            groups.nth(index).get_by_role("radio").nth(1).check()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert "G91" not in page.locator("main").inner_text()
        here = page.url
        page.get_by_role("button", name=re.compile("^存好")).tap()
        expect(page).not_to_have_url(here)
    expect(page.get_by_text("16 条答案已安全")).to_be_visible()
    page.get_by_role("button", name="交卷").tap()
    expect(page.get_by_role("heading", name="收到了，谢谢")).to_be_visible()
    page = window.go(site.links["G91"])
    expect(page.get_by_role("heading", name="收到了，谢谢")).to_be_visible()
    expect(page.get_by_role("heading", name="接下来怎么用")).to_be_visible()
    desk = visit().enter("consultant", f"/e/{site.engagement}/people")
    row = desk.get_by_role("row").filter(has=desk.get_by_text("导购 G91"))
    expect(row.get_by_text("已交")).to_be_visible()
    expect(row.get_by_role("link")).to_have_count(0)


def test_a_consultant_times_a_sight_on_a_visit(site, visit, axe):
    window = visit(width=360, height=740)
    page = window.enter("consultant", site.links["visit"] + "/arrival")
    timed = page.get_by_role("textbox", name=re.compile("^扫一个入会码"))
    timed.fill("一分钟")
    page.get_by_role("button", name=re.compile("^存好")).click()
    expect(page.get_by_role("alert").first).to_contain_text("1 题还没存上")
    expect(timed).to_have_value("一分钟")
    assert axe(page) == []
    timed.fill("45")
    page.get_by_role("checkbox", name="直播").check()
    page.get_by_role("button", name=re.compile("^存好")).click()
    expect(page).to_have_url(re.compile("/manager$"))
    page = window.go(site.links["visit"] + "/arrival")
    expect(timed).to_have_value("45")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    board = window.go(f"/e/{site.engagement}/people?tab=visits")
    row = board.get_by_role("row").filter(has=board.get_by_text("V01"))
    expect(row.get_by_text("在记")).to_be_visible()
    expect(row.get_by_role("button", name="删去")).to_have_count(0)


def test_a_stopwatch_times_a_sight_by_keyboard_and_touch_without_a_network(site, visit, axe):
    window = visit(width=360, height=740, has_touch=True)
    page = window.enter("consultant", site.links["visit"] + "/arrival")
    page.clock.install()
    page.reload()
    watch = page.locator("#O\\.MEM1\\.2").get_by_role("group", name="秒表")
    go = watch.locator(".go")
    field = page.get_by_role("textbox", name=re.compile("^扫一个入会码"))
    assert go.bounding_box()["height"] >= 56
    assert axe(page) == []
    page.context.set_offline(True)
    go.focus()
    page.keyboard.press("Enter")
    expect(go).to_have_text("停表")
    page.clock.run_for(42_000)
    page.keyboard.press("Space")
    expect(field).to_have_value("42")
    expect(watch.get_by_role("status")).to_have_text("停表，已填 42 秒，可以改")
    go.tap()
    page.clock.run_for(8_000)
    go.tap()
    expect(field).to_have_value("50")
    watch.get_by_role("button", name="清零").tap()
    expect(watch.get_by_role("timer")).to_have_text("0:00.0")
    expect(field).to_have_value("50")
    field.fill("49")
    go.tap()
    page.clock.run_for(700_000)
    go.tap()
    expect(field).to_have_value("600")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.set_offline(False)
    field.fill("55")
    page.get_by_role("textbox", name=re.compile("^看两位")).fill("42")
    page.clock.run_for(5_000)
    expect(page.locator("#O\\.SVC5\\.1").get_by_role("alert")).to_contain_text("“42”不能用：这里填 0 到 2 的整数")


def test_a_page_without_script_has_the_field_alone(site, visit):
    page = visit(java_script_enabled=False).enter("consultant", site.links["visit"] + "/arrival")
    assert page.locator(".stopwatch:visible").count() == 0
    expect(page.get_by_role("textbox", name=re.compile("^扫一个入会码"))).to_be_visible()


def test_visits_are_planned_and_taken_off_the_list(site, visit):
    page = visit().enter("consultant", f"/e/{site.engagement}/people?tab=visits")
    page.get_by_text("加一次走访").click()
    page.get_by_role("combobox", name="门店").select_option("S07")
    page.get_by_role("combobox", name="顾问").select_option("C02")
    page.get_by_role("button", name="加入安排").click()
    row = page.get_by_role("row").filter(has=page.get_by_text("V02"))
    expect(row.get_by_text("未开始")).to_be_visible()
    row.get_by_role("button", name="删去").click()
    expect(row).to_have_count(0)


def test_stores_are_drawn_at_random_and_planned(site, visit, axe):
    page = visit(width=360).enter("consultant", f"/e/{site.engagement}/people?tab=visits")
    expect(page.get_by_text("表格导入").first).to_be_visible()
    page.get_by_text("随机抽店").click()
    form = page.locator("form").filter(has=page.get_by_role("button", name="抽取并排进走访"))
    numbers = form.get_by_label(re.compile("可抽"))
    for index in range(numbers.count()):
        numbers.nth(index).fill("0")
    form.get_by_label("种子").fill("20261120")
    form.get_by_role("combobox", name="顾问").select_option("C02")
    form.get_by_role("button", name="抽取并排进走访").click()
    expect(page.get_by_role("alert").first).to_contain_text("至少填一家")
    numbers.first.fill("1")
    assert axe(page) == []
    form.get_by_role("button", name="抽取并排进走访").click()
    log = page.locator("#draws")
    expect(log.get_by_text("20261120")).to_be_visible()
    drawn = re.search(r"S\d\d", log.inner_text().split("中：")[-1])[0]
    row = page.locator("#visits").get_by_role("row").filter(has=page.get_by_text(re.compile(r"V\d\d · "))).last
    expect(row.get_by_text("随机抽取")).to_have_count(1)
    assert drawn
    row.get_by_role("button", name="删去").click()
    expect(log.get_by_text("20261120")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_request_is_settled_with_the_level_it_shows(site, visit, axe):
    page = visit(width=360).enter("consultant", f"/e/{site.engagement}/people?tab=requests")
    row = page.get_by_role("row").filter(has=page.get_by_text("带利润假设的预算"))
    row.get_by_role("button", name="更新").click()
    form = page.locator("form").filter(has=page.get_by_role("button", name="保存"))
    form.get_by_label("状态").select_option("received")
    form.get_by_label(re.compile("^STR2")).select_option("3")
    assert axe(page) == []
    form.get_by_role("button", name="保存").click()
    expect(row.get_by_text("已收到")).to_be_visible()
    expect(row.get_by_text("STR2 3 级")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
