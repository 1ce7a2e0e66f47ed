"""The agreement of blind readers is computed from the orders they gave, which stand beside it."""

from itertools import combinations
from statistics import mean

from questionnaires.loading import read_library_pack


def test_every_value_follows_from_the_orders():
    rows = read_library_pack().documents["framework/agreement.yaml"]["readings"]
    assert len(rows) == 63
    for row in rows:
        for locale in ("zh", "en"):
            reading = row[locale]
            shares = [sum(a < b for a, b in combinations(order, 2)) / 10 for order in reading["orders"]]
            assert all(sorted(order) == list("12345") for order in reading["orders"])
            assert len(shares) >= 3
            assert abs(mean(shares) - reading["value"]) < 0.001
