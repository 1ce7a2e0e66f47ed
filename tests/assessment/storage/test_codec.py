"""What is stored comes back, equal things are spelt equally, and what is remembered is never out of date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.codec import canonical, checked, decode, encode, fingerprint
from assessment.engagement import Person, Store
from assessment.errors import InvalidInput
from assessment.receipts import receipt_of
from assessment.remembering import Memory

text = st.text(max_size=30)
stores = st.builds(
    Store,
    id=text,
    name=text,
    ownership=st.sampled_from(["own", "franchise"]),
    format=text,
    region_tier=text,
    city=text,
    stratum=text,
)
people = st.builds(
    Person,
    id=text,
    name=text,
    kind=st.sampled_from(["executive", "manager"]),
    roles=st.lists(text, max_size=3).map(tuple),
    store=st.none() | text,
)


@given(st.one_of(stores, people))
def test_what_is_stored_comes_back(entry):
    kind = type(entry)
    stored = encode(kind, entry)
    assert decode(kind, stored) == checked(kind, entry) == entry
    assert encode(kind, decode(kind, stored)) == stored


def test_an_older_entry_reads_with_the_defaults_of_newer_fields():
    old = '{"id":"S01","name":"一店","ownership":"own","format":"standard","region_tier":"t12"}'
    assert decode(Store, old) == Store("S01", "一店", "own", "standard", "t12")


def test_what_does_not_fit_is_named_field_by_field():
    with pytest.raises(InvalidInput) as refused:
        checked(Store, Store(1, None, "rented", "standard", "t12"))  # type: ignore[arg-type]
    assert [p.where for p in refused.value.problems] == ["id", "name", "ownership"]
    assert refused.value.sentence("en").endswith("(2 more)")


@dataclass(frozen=True, slots=True)
class Thing:
    """Everything a fingerprint must be able to spell."""

    exact: Fraction
    day: date
    some: frozenset[str]
    table: Mapping[str, float]
    flag: bool = True


def test_equal_things_have_equal_fingerprints():
    one = Thing(Fraction(1, 2), date(2026, 1, 1), frozenset("abc"), {"x": 1.0, "y": 2.0})
    two = Thing(Fraction(2, 4), date(2026, 1, 1), frozenset("cba"), {"y": 2.0, "x": 1.0})
    assert fingerprint(one) == fingerprint(two)
    assert fingerprint(one, 1) != fingerprint(one, 2)
    assert fingerprint(None) != fingerprint("")
    with pytest.raises(TypeError, match="object"):
        fingerprint(object())


def test_numbers_that_are_none_have_no_spelling():
    with pytest.raises(ValueError, match="JSON"):
        canonical({"x": float("nan")})


def test_a_receipt_depends_on_every_answer_and_nothing_else():
    events = {"M.SAL1": "a", "M.SAL2": "b"}
    receipt = receipt_of("e", "M01", "manager", events)
    assert receipt == receipt_of("e", "M01", "manager", dict(reversed(events.items())))
    others = [
        receipt_of("f", "M01", "manager", events),
        receipt_of("e", "M02", "manager", events),
        receipt_of("e", "M01", "executive", events),
        receipt_of("e", "M01", "manager", {**events, "M.SAL2": "c"}),
    ]
    assert receipt not in others
    assert len(receipt) == 9
    assert not set(receipt) & set("01IO")


def test_what_was_used_longest_ago_is_forgotten_first():
    memory, made = Memory[str](2), []

    def make(key):
        return memory.recall(key, lambda: made.append(key) or key)

    for key in ("a", "b", "a", "c", "a", "b"):
        assert make(key) == key
    assert made == ["a", "b", "c", "b"]
    assert memory.find("c") is None
