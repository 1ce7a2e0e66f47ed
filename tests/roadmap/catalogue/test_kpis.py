"""The KPI of an initiative: figures one by one in both languages, and those that get better by falling."""

from roadmap.catalogue import load_catalogue

INITIATIVES = load_catalogue().initiatives


def test_a_kpi_lists_as_many_figures_in_both_languages():
    for initiative in INITIATIVES.values():
        assert initiative.kpi.zh.count("、") == initiative.kpi.en.count(", "), initiative.kpi


def test_what_costs_time_money_or_customers_falls():
    falling = {initiative.kpi.zh.split("、")[0] for initiative in INITIATIVES.values() if initiative.kpi_falls}
    costs = {
        "缺货丢单率",
        "报表工时",
        "年工具费",
        "重复率",
        "每个有效新会员的成本",
        "渠道获客成本",
        "首响时长",
        "爽约率",
    }
    assert falling == costs
