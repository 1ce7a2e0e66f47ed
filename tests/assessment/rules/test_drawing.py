"""Drawing stores at random: worked out by hand, and laws."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from assessment.drawing import VisitDraw, drawn, frame_of, shares
from assessment.engagement import Store

STORES = tuple(
    Store(f"S{n:02d}", f"{n}店", "own", "flagship", "t12", stratum="直营" if n <= 20 else "加盟") for n in range(1, 31)
)
SIZES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 60), min_size=1)


def test_the_seed_alone_decides_and_anybody_can_draw_again():
    frame = frame_of(STORES, ())
    once = drawn(frame, {"直营": 4, "加盟": 2}, 20261120)
    assert once == drawn(frame, {"直营": 4, "加盟": 2}, 20261120)
    assert once != drawn(frame, {"直营": 4, "加盟": 2}, 20261121)
    by_hand = sorted(frame["直营"], key=lambda s: hashlib.sha256(f"20261120:{s}".encode()).hexdigest())[:4]
    assert (once[0].stratum, once[0].stores, once[0].frame) == ("直营", tuple(by_hand), frame["直营"])
    assert len(once[1].stores) == 2


def test_more_of_the_same_seed_adds_and_takes_nothing_back():
    frame = frame_of(STORES, ())
    few, many = (drawn(frame, {"直营": n}, 7)[0].stores for n in (3, 5))
    assert many[:3] == few


def test_stores_visited_or_listed_are_not_drawn():
    frame = frame_of(STORES, {"S01", "S21", "S22"})
    assert [len(ids) for ids in frame.values()] == [19, 8]
    every = drawn(frame, {"直营": 19, "加盟": 8}, 1)
    assert VisitDraw(1, None, "", every).stores == tuple(s for part in every for s in part.stores)
    assert {"S01", "S21", "S22"} & {s for part in every for s in part.stores} == set()


def test_every_store_has_about_the_same_chance():
    frame = frame_of(STORES[:10], ())
    counts = dict.fromkeys(frame["直营"], 0)
    for seed in range(2000):
        for store in drawn(frame, {"直营": 3}, seed)[0].stores:
            counts[store] += 1
    assert all(500 <= n <= 700 for n in counts.values())


@given(SIZES, st.integers(0, 40))
def test_shares_give_each_stratum_one_and_never_more_than_it_has(sizes, total):
    found = shares(sizes, total)
    assert all(min(size, 1) <= found[key] <= size for key, size in sizes.items())
    assert sum(found.values()) >= min(total, sum(sizes.values()))
    strata = sum(size > 0 for size in sizes.values())
    assert sum(found.values()) <= max(total, strata) + strata
