"""R3 narratives, R5, R6, R9, R11, R13: what they say equals the dossier, and what is missing is said."""

import re
from dataclasses import replace

import pytest

from assessment.narratives import band_of
from questionnaires.locale_text import LocaleText
from reports import compose
from reports.html import render_html
from reports.model import Bullets, Columns, Figure, Lede, Paragraph, ReportModel, Section, Table
from reports.phrases.typography import fits, title_fits
from reports.platform_needs import depth_in, module_needs, served
from roadmap.plan import Reason
from scoring import find_gaps, score, tree_from_framework

LOCALES = ("zh", "en")
NEW = ("R2", "R3.bands", "R5", "R6", "R9", "R11", "R13")


def chapter(model: ReportModel, ident: str) -> Section:
    return next(s for s in model.sections if s.id == ident)


def blocks(found: Section, kind: type) -> list:
    flat = []
    for block in found.blocks:
        flat += [*block.left, *block.right] if isinstance(block, Columns) else [block]
    return [block for block in flat if isinstance(block, kind)]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows if not row.group]


@pytest.mark.parametrize("ident", NEW)
def test_titles_conclude_with_the_same_numbers_in_both_languages(models, ident):
    zh, en = (chapter(models[locale], ident).title for locale in LOCALES)
    numbers = [
        sorted(re.findall(r"\d+(?:\.\d+)?%?", re.sub(r"[¥\d.,]+ ?(?:万|亿|[kmb]\b)", "", text))) for text in (zh, en)
    ]
    assert numbers[0] == numbers[1], (zh, en)
    assert title_fits(zh, "zh")
    assert fits(en)


@pytest.mark.parametrize("ident", NEW)
def test_tables_hold_the_same_rows_and_numbers_in_both_languages(models, ident):
    for zh, en in zip(*(blocks(chapter(models[locale], ident), Table) for locale in LOCALES), strict=True):
        assert [row.group for row in zh.rows] == [row.group for row in en.rows]
        for one, other in zip(rows(zh), rows(en), strict=True):
            for a, b in zip(one, other, strict=True):
                if re.fullmatch(r"[−+\d.,%–/→() ]+", a):
                    assert a == b


def test_each_dimension_prints_the_narrative_of_its_band(models, dossier):
    table = rows(blocks(chapter(models["zh"], "R3.bands"), Table)[0])
    assert len(table) == 10
    for dimension, row in zip(dossier.framework.dimensions, table, strict=True):
        level = band_of(dossier.sheet.nodes[dimension.id].score, dossier.framework)
        assert row == [dimension.name.zh, dossier.narratives[f"{dimension.id}-{level}"].text.zh]


def test_a_dimension_without_a_score_gets_no_picture(dossiers):
    sheet = dossiers.sheet()
    nodes = {**sheet.nodes, "RES": replace(sheet.nodes["RES"], score=None, claimed=None)}
    model = compose(dossiers.dossier(sheet=replace(sheet, nodes=nodes)), "en")
    row = next(r for r in blocks(chapter(model, "R3.bands"), Table)[0].rows if r.cells[0].text == "Resource")
    assert row.cells[0].note == "insufficient data"
    assert row.cells[1].text.startswith("Insufficient data")


def test_the_four_moments_show_levels_kpis_and_what_is_planned(models, dossier):
    table = blocks(chapter(models["en"], "R5"), Table)[-1]
    assert len(table.rows) == 4
    first = table.rows[0].cells
    assert first[0].note == dossier.industry.sales_moments["first_trust"].en
    for capability in ("SAL1", "RES5", "RES7"):
        level = dossier.sheet.capabilities[capability].level
        assert f"{dossier.framework.capabilities[capability].name.en} {float(level):.1f}\u00a0→\u00a04" in first[1].text
    planned = {item.initiative for item in dossier.snapshot.plan.items}
    for row, moment in zip(table.rows, dossier.sales_moments, strict=True):
        assert row.cells[3].tone == ("plain" if planned & set(moment.initiatives) else "faint")
        assert all(kpi.en[1:] in row.cells[2].text for kpi in moment.kpis)


def test_the_weakest_moment_is_that_of_the_lowest_capability(models, dossier):
    levels = {
        moment.title.en: min(dossier.sheet.capabilities[c].level for c in moment.capabilities)
        for moment in dossier.sales_moments
    }
    weakest = min(levels, key=lambda key: levels[key])
    assert chapter(models["en"], "R5").title.startswith(f"{weakest} is weakest of 4 sales moments")
    assert f"{float(levels[weakest]):.1f}" in chapter(models["en"], "R5").title


def test_peak_end_and_breaks_stand_in_chart_and_table(models, dossier):
    found = chapter(models["zh"], "R5")
    journey = dossier.industry.journey
    spec = blocks(found, Figure)[0].spec
    marks = {
        kind: [s.label for s in spec.steps if any(k == kind for k, _ in s.marks)] for kind in ("peak", "end", "break")
    }
    names = {step.step: step.text.zh for step in journey.steps}
    assert marks["peak"] == [names[journey.peak.step]]
    assert marks["end"] == [names[journey.end.step]]
    assert marks["break"] == [names[point.step] for point in journey.breaks]
    table = rows(blocks(found, Table)[0])
    assert [row[0] for row in table] == ["峰值", "结尾", "断点", "断点"]
    assert [row[2] for row in table] == [p.text.zh for p in (journey.peak, journey.end, *journey.breaks)]


def test_without_levels_the_moments_say_insufficient_data(dossiers):
    observations = tuple(o for o in dossiers.observations() if o.capability.startswith("ORG"))
    sheet = score(tree_from_framework(dossiers.framework()), observations)
    for locale, words, title in (("zh", "数据不足", "数据还不足"), ("en", "insufficient data", "lack data")):
        model = compose(dossiers.dossier(sheet=sheet, gaps=(), snapshot=None), locale)
        found = chapter(model, "R5")
        assert title in found.title
        assert all(words in row[1] for row in rows(blocks(found, Table)[-1]))


def test_what_a_core_assessment_never_asks_is_no_lack_of_data(dossiers):
    sheet = dossiers.sheet()
    core = {key: found for key, found in sheet.capabilities.items() if key not in {"SAL4", "SVC1"}}
    model = compose(dossiers.dossier(sheet=replace(sheet, capabilities=core)), "en")
    points, _, moments = blocks(chapter(model, "R5"), Table)
    assert rows(moments)[2][1] == "Closing incentives: not asked this time"
    assert rows(points)[2][3] == "Service journey and blueprint: not asked this time"


def test_the_register_is_told_in_full(models, dossier):
    found = chapter(models["en"], "R6")
    findings, flows, register = (rows(table) for table in blocks(found, Table))
    assert len(findings) == len(dossier.silos) > 3
    assert flows[0][:2] == ["Own online shop", "Customer system"]
    assert [row[5] for row in flows] == ["none", "—", "yes", "—"]
    assert sum(int(row[2].replace(",", "")) for row in register if row[2] != "—") == 94_100
    assert "54% of 94.1k member records" in found.title
    assert "2 of 4 data flows run by hand" in found.title


def test_systems_that_never_reach_the_main_one_are_islands(models):
    spec = blocks(chapter(models["zh"], "R6"), Figure)[0].spec
    assert [box.id for box in spec.boxes if box.island] == ["form2", "fission"]
    assert [box.id for box in spec.boxes if box.main] == ["crm"]
    assert {(flow.source, flow.mode) for flow in spec.flows if flow.mode == "manual"} == {
        ("shop", "manual"),
        ("form", "manual"),
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_an_empty_register_says_what_to_list(dossiers, locale):
    found = chapter(compose(dossiers.dossier(systems=(), flows=(), silos=()), locale), "R6")
    assert re.search("登记了 0 个系统|0 systems are on record", found.title)
    assert [type(block) for block in found.blocks] == [Lede]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_register_without_flows_or_findings_says_so(dossiers, locale):
    found = chapter(compose(dossiers.dossier(flows=(), silos=()), locale), "R6")
    assert len(blocks(found, Paragraph)) == 2
    assert len(blocks(found, Table)) == 1


def test_more_systems_than_the_map_holds_are_counted(dossiers):
    many = tuple(replace(dossiers.systems()[4], id=f"s{n}", members=n) for n in range(40))
    found = chapter(compose(dossiers.dossier(systems=(*dossiers.systems(), *many), silos=()), "en"), "R6")
    spec = blocks(found, Figure)[0].spec
    assert len(spec.boxes) == 24
    assert {"crm", "shop", "till", "works", "form"} <= {box.id for box in spec.boxes}
    table = blocks(found, Table)[-1]
    assert len(table.rows) == 40
    assert "7 more" in table.rest


def test_platforms_stand_side_by_side_with_the_plans_run_on_them(models, dossier):
    fit, plans, modules, _ = blocks(chapter(models["en"], "R9"), Table)
    first, second = dossier.comparisons
    total = rows(fit)[-1]
    assert total[1:3] == ["63.0", "56.0"]
    assert len(fit.columns) - 1 == min(len(dossier.catalogue.platforms), 3)
    assert rows(plans)[0][1:] == [str(first.items), str(second.items)]
    assert rows(plans)[3][1:] == ["¥3.6m", "¥4m"]
    assert rows(plans)[4][1:] == ["¥9.5", "¥6.2"]
    assert rows(plans)[5][1:] == ["1 item: Consented customer-case library", "0 items"]
    assert len(rows(modules)) == min(len(module_needs(dossier.gaps, dossier.catalogue)), 12)


def test_the_title_of_the_platforms_tells_the_trade_off(models):
    assert "7.0 分，净增却少 ¥40 万" in chapter(models["zh"], "R9").title
    assert "7.0 points better than the next platform but earns ¥400k less" in chapter(models["en"], "R9").title


def beside(dossiers, dossier, **changes):
    """Return the dossier with a third platform that fits best of all, and how the runs came out."""
    own, other = dossier.comparisons
    third = next(i for i in dossier.catalogue.platforms if i not in {own.platform, other.platform})
    best = replace(
        own, platform=third, net_p50=own.net_p50 - 300_000_00, fit={**own.fit, "total": 71.5}, status="optimal"
    )
    rows_ = (replace(own, status="optimal"), replace(other, status="optimal"), replace(best, **changes))
    return dossiers.dossier(comparisons=rows_)


def test_a_better_platform_is_put_to_the_board(dossiers, dossier):
    """The best-fitting platform and the one that earns most are both named, with price, work, and why the plan stays."""
    found = chapter(compose(beside(dossiers, dossier), "zh"), "R9")
    (decision,) = blocks(found, Bullets)
    best, richest, why, decide = decision.items
    names = {i: p.name.zh for i, p in dossier.catalogue.platforms.items()}
    own, other = dossier.comparisons
    assert f"{names['suite_generic']}匹配 71.5 分，高 8.5 分；同样约束下净增却少 ¥30 万" in best
    assert "8–20 人周" in best
    assert "7 个系统里" in best
    assert f"{names[other.platform]}同样约束下净增多 ¥40 万" in richest
    assert f"方案仍用“{names[own.platform]}”，因为生成这一版时指定了它" in why
    assert "签约前定" in decide
    assert "8.5 分" in found.title
    english = chapter(compose(beside(dossiers, dossier), "en"), "R9")
    assert len(blocks(english, Bullets)[0].items) == 4


def test_a_run_that_was_not_proven_says_so(dossiers, dossier):
    found = chapter(compose(beside(dossiers, dossier, status="feasible"), "zh"), "R9")
    assert "没有证明最优，差额会变" in blocks(found, Bullets)[0].items[0]
    plans = rows(blocks(found, Table)[1])
    assert plans[-1][1:] == ["已证明最优", "限时内最好，未证明", "已证明最优"]


def test_a_platform_without_a_plan_is_no_rival_and_has_no_figures(dossiers, dossier):
    found = chapter(compose(beside(dossiers, dossier, status="no_plan", items=0, net_p50=0), "en"), "R9")
    plans = rows(blocks(found, Table)[1])
    assert plans[0][2] == plans[3][2] == "—"
    assert plans[-1][2] == "no plan found in time"
    assert all("71.5" not in item for item in blocks(found, Bullets)[0].items)


def test_where_nothing_is_better_nothing_is_left_to_decide(dossiers, dossier):
    own, other = dossier.comparisons
    found = chapter(compose(dossiers.dossier(comparisons=(own, replace(other, net_p50=1))), "zh"), "R9")
    assert blocks(found, Bullets) == []
    assert "不必再议" in blocks(found, Paragraph)[0].text


def test_a_platform_that_does_not_export_is_out(dossiers):
    catalogue = dossiers.catalogue()
    ident, platform = next(iter(catalogue.platforms.items()))
    shut = replace(
        catalogue, platforms={**catalogue.platforms, ident: replace(platform, exports_members_and_orders=False)}
    )
    model = compose(dossiers.dossier(catalogue=shut, comparisons=()), "en")
    fit = rows(blocks(chapter(model, "R9"), Table)[0])
    assert fit[-2][1] == "no: out"
    assert fit[-1][1] == "0.0"


def test_coverage_of_a_module_weighs_its_gaps_by_priority(dossier):
    need = next(n for n in module_needs(dossier.gaps, dossier.catalogue) if n.module == "CONT")
    hub = dossier.catalogue.platforms["hub_existing"].modules["CONT"]
    priority = {gap.capability: float(gap.priority) for gap in dossier.gaps}
    assert need.weights == {c: priority[c] for c in need.weights}
    deep = sum(w for c, w in need.weights.items() if hub.overrides.get(c, hub.depth) >= 2)
    assert served(need, "hub_existing", dossier.catalogue) == pytest.approx(deep / need.total)
    assert depth_in(need, "hub_existing", dossier.catalogue) == min(
        hub.overrides.get(c, hub.depth) for c in need.weights
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_without_a_second_run_only_the_fit_is_compared(dossiers, locale):
    found = chapter(compose(dossiers.dossier(comparisons=()), locale), "R9")
    assert len(blocks(found, Table)) == 3
    assert blocks(found, Paragraph)
    bare = chapter(compose(dossiers.dossier(comparisons=(), gaps=(), snapshot=None), locale), "R9")
    assert len(blocks(bare, Table)) == 2  # no plan, no gap: fit and facts


def test_every_planned_item_has_kpi_baseline_target_and_stop_rule(models, dossier):
    *_, first, kpis, _ = blocks(chapter(models["en"], "R11"), Table)
    plan, books = dossier.snapshot.plan, dossier.catalogue.playbooks
    assert len(rows(kpis)) == len(plan.items)
    ordered = sorted(plan.items, key=lambda i: (i.wave, i.start, i.finish, i.initiative))
    for item, row in zip(ordered, [r for r in kpis.rows if not r.group], strict=True):
        book = books[item.initiative]
        assert row.cells[1].text == book.kpi.definition.en
        assert book.kpi.source.en.rstrip(".") in row.cells[1].note
        assert row.cells[3].text == book.done.en
        assert row.cells[3].note == f"Stop: {book.stop.en}"
    starting = [i for i in ordered if i.wave == 1 and (i.start - plan.start).days < 7]
    assert len(rows(first)) == len(starting)
    assert f"week 1 starts with {len(starting)}" in chapter(models["en"], "R11").title


def test_only_the_clients_own_figure_is_a_baseline(models, dossier):
    table = blocks(chapter(models["en"], "R11"), Table)[-2]
    baselines = {row.cells[2].text for row in table.rows if not row.group}
    assert any(text.startswith("Visit-to-order rate 22%") for text in baselines)
    assert "Measure in week 1" in baselines
    assert not any("(D)" in text for text in baselines)


def test_decisions_name_people_where_they_are_known_and_roles_where_not(models):
    decisions = rows(blocks(chapter(models["en"], "R11"), Table)[0])
    assert decisions[0][1] == "Steering group, chaired by Gu Yiming"
    assert decisions[2][1] == "Operations and service head"
    assert decisions[4][1] == "Shen Qiao (Sales and retail head)"


def test_a_plan_without_playbooks_still_has_a_rhythm(dossiers):
    bare = replace(dossiers.catalogue(), playbooks={})
    model = compose(dossiers.dossier(catalogue=bare, people=()), "en")
    found = chapter(model, "R11")
    assert "23 initiatives" in found.title
    assert any("23 more initiatives have no playbook yet" in p.text for p in blocks(found, Paragraph))
    assert rows(blocks(found, Table)[0])[0][1] == "Steering group, chair to be named"
    assert render_html(model)


def test_every_flag_of_the_plan_is_told_with_rule_basis_and_review(models, dossier):
    carried = {code for item in dossier.snapshot.plan.items for code in item.flags}
    carried |= {code for a in dossier.resources for code in a.resource.flags}
    found = chapter(models["en"], "R13")
    overview, *points = blocks(found, Table)
    assert len(overview.rows) == len(carried) == len(points)
    assert all(row.cells[3].text == dossier.catalogue.flags[row.cells[0].note].reviewed for row in overview.rows)
    assert {row.cells[3].note for row in overview.rows} == {"not by a lawyer"}
    touching = {code for item in dossier.snapshot.plan.items for code in item.flags}
    assert found.title.startswith(f"{len(touching)} compliance")  # what touches only what is owned is told, not counted
    for row, table in zip(overview.rows, points, strict=True):
        flag = dossier.catalogue.flags[row.cells[0].note]
        assert [r[0] for r in rows(table)] == [p.text.en for p in flag.points_of("home")][:8]
    assert any(
        "lawyer" in cell.text for table in points for row in table.rows for cell in row.cells if cell.tone == "hot"
    )


def test_the_lawyer_who_settled_a_wording_is_named(dossiers):
    catalogue = dossiers.catalogue()
    flags = {code: replace(flag, reviewer="Wang") for code, flag in catalogue.flags.items()}
    found = chapter(compose(dossiers.dossier(catalogue=replace(catalogue, flags=flags)), "zh"), "R13")
    assert {row.cells[3].note for row in blocks(found, Table)[0].rows} == {"Wang审定"}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("falls", [True, False])
def test_a_gate_looks_at_one_figure_and_says_which_way_it_has_to_move(dossiers, locale, falls):
    catalogue = dossiers.catalogue()
    two = LocaleText("首响时长、到店率", "time to first response, visit rate")
    initiatives = {k: replace(v, kpi=two, kpi_falls=falls) for k, v in catalogue.initiatives.items()}
    model = compose(dossiers.dossier(catalogue=replace(catalogue, initiatives=initiatives)), locale)
    asked = next(text for text in model.texts() if re.search("复盘：没有看到|are funded only on", text))
    moves = {"zh": f"首响时长{'下降' if falls else '上升'}", "en": f"a {'fall' if falls else 'rise'} in time to first"}
    assert moves[locale] in asked
    assert not re.search("到店率|visit rate", asked)


def test_what_a_rule_bars_is_counted_apart_from_what_the_client_ruled_out(dossiers):
    plan = dossiers.plan(
        forbidden={"I-MKT03": Reason("forbidden", {"industry": "home"}), "I-MKT02": Reason("must_not", {})}
    )
    model = compose(dossiers.dossier(snapshot=dossiers.snapshot(plan, "d" * 64)), "en")
    found = chapter(model, "R13")
    assert found.title.endswith("1 barred")
    assert any(p.text.startswith("1 initiative is not allowed here") for p in blocks(found, Paragraph))


@pytest.mark.parametrize("locale", LOCALES)
def test_before_a_plan_the_rules_concern_what_is_owned_and_without_any_flag_that_is_said(dossiers, locale):
    owned = chapter(compose(dossiers.dossier(snapshot=None), locale), "R13")
    assert re.search("项资源|resources", owned.title)
    none = chapter(compose(dossiers.dossier(snapshot=None, resources=()), locale), "R13")
    assert re.search("^0 ", none.title)
    assert [type(block) for block in none.blocks] == [Lede]


def test_hostile_and_long_names_stand_in_every_new_chapter(dossiers):
    evil = "<script>alert(1)</script>" + "极长的名称" * 20
    needs = tuple(
        replace(
            n, request=evil, request_en=evil, statement=evil, statement_en=evil, flow=evil, flow_en=evil, said_by=evil
        )
        for n in dossiers.needs()
    )
    systems = tuple(replace(s, name=evil, name_en=evil, owner=evil) for s in dossiers.systems())
    people = tuple(replace(p, name=evil, name_en=evil) for p in dossiers.people())
    sheet = dossiers.sheet()
    for locale in LOCALES:
        model = compose(
            dossiers.dossier(needs=needs, systems=systems, people=people, gaps=find_gaps(sheet, dossiers.targets())),
            locale,
        )
        assert all(fits(s.title) for s in model.sections)
        html = render_html(model)
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert" in html


def test_names_of_content_may_be_long_and_titles_still_fit(dossiers):
    long = LocaleText("极长的成交时刻" * 12, "An exceedingly long moment of a sale " * 4)
    moments = tuple(replace(m, title=long) for m in dossiers.content().library.sales_moments)
    catalogue = dossiers.catalogue()
    platforms = {key: replace(p, name=long) for key, p in catalogue.platforms.items()}
    bent = dossiers.dossier(sales_moments=moments, catalogue=replace(catalogue, platforms=platforms))
    for locale in LOCALES:
        titles = [chapter(compose(bent, locale), ident).title for ident in ("R5", "R9")]
        assert all(fits(title) for title in titles), titles
        assert re.search("1.5", titles[0]), titles


@pytest.mark.parametrize("trade", ["generic", "education", "medbeauty", "wellness", "jewellery", "fnb_retail"])
def test_no_chapter_knows_the_trade_it_is_written_for(dossiers, trade):
    industry = dossiers.content().industries[trade]
    bent = dossiers.dossier(industry=industry, profile=dossiers.profile(industry=trade))
    for locale in LOCALES:
        model = compose(bent, locale)
        assert all(fits(chapter(model, ident).title) for ident in NEW)
        journey = blocks(chapter(model, "R5"), Figure)[0].spec
        assert [step.id for step in journey.steps] == [step.step for step in industry.journey.steps]
        assert render_html(model)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_resource_leads_to_says_what_the_plan_does_with_it(dossiers, dossier, locale):
    plan, (first, *_) = dossier.snapshot.plan, dossier.resources
    inside = plan.items[0]
    left, there = "I-BIZ09", "I-DIG08"
    bent = replace(
        plan,
        already_there={there: Reason("unasked", {})},
        selection=replace(plan.selection, excluded={left: Reason("must_not")}),
    )
    asked = {(left,): "", (there,): "", (left, inside.initiative): "", ("I-BIZ08",): ""}
    rows_ = [replace(first, suggests=ids, leverage=9.0 - n) for n, ids in enumerate(asked)]
    d = dossiers.dossier(resources=tuple(rows_), snapshot=replace(dossier.snapshot, plan=bent))
    cells = [row.cells[-1] for row in blocks(chapter(compose(d, locale), "R7"), Table)[0].rows]
    words = {
        "zh": ["不在方案里：", "已经具备：", f"在方案里：第 {inside.wave} 波", "不在方案里："],
        "en": ["not in the plan: ", "already there: ", f"in the plan: wave {inside.wave}", "not in the plan: "],
    }[locale]
    assert all(cell.note.startswith(word) for cell, word in zip(cells, words, strict=True))
    assert [cell.tone for cell in cells] == ["faint", "faint", "plain", "faint"]
    bare = dossiers.dossier(resources=tuple(rows_), snapshot=None)
    assert blocks(chapter(compose(bare, locale), "R7"), Table)[0].rows[0].cells[-1].note in {
        "还没有方案",
        "no plan yet",
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_the_lead_indicators_are_printed_where_gaps_are_followed_up(models, dossier, locale):
    *_, leads = blocks(chapter(models[locale], "R11"), Table)
    gaps = {gap.capability for gap in dossier.gaps}
    followed = [d for d in dossier.framework.dimensions if gaps & set(d.capabilities)]
    assert {row[0]: row[1] for row in rows(leads)} == {
        d.name.in_(locale): d.lead_indicator.in_(locale) for d in followed
    }
    (table,) = blocks(chapter(models[locale], "R3.bands"), Table)
    notes = [row.cells[1].note for row in table.rows if not row.group]
    assert len(notes) == 10
    assert all(any(d.lead_indicator.in_(locale) in note for note in notes) for d in dossier.framework.dimensions)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_step_of_the_journey_is_held_against_the_companys_own_answers(dossiers, dossier, locale):
    tables = blocks(chapter(compose(dossier, locale), "R5"), Table)
    table = next(t for t in tables if len(t.rows) == len(dossier.industry.journey.steps))
    scores = dossier.sheet.capabilities
    default = {"zh": "行业默认", "en": "trade default"}[locale]
    for step, row in zip(dossier.industry.journey.steps, table.rows, strict=True):
        assert step.capabilities
        own = [scores[c] for c in step.capabilities if c in scores and scores[c].level is not None]
        assert row.cells[1].text.startswith(default) is not bool(own)
        if own:
            weakest = min(own, key=lambda one: (one.level, one.id))
            assert dossier.framework.capabilities[weakest.id].name.in_(locale) in row.cells[1].text
    silent = replace(dossier.sheet, capabilities={})
    found = chapter(compose(dossiers.dossier(sheet=silent), locale), "R5")
    assert sum(row[1].startswith(default) for t in blocks(found, Table) for row in rows(t)) == len(table.rows)
