from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.exact import exact, ratio, rounded


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (3, 3),
        (3.0, 3),
        (2.4, Fraction(12, 5)),
        ("2/5", Fraction(2, 5)),
        (Decimal("0.1"), Fraction(1, 10)),
        (Fraction(6, 2), 3),
        (True, 1),
    ],
)
def test_numbers_are_what_was_written(written, number):
    assert exact(written) == number


@pytest.mark.parametrize("nonsense", [float("nan"), float("inf"), "three"])
def test_what_is_no_finite_number_is_refused(nonsense):
    with pytest.raises(ValueError):
        exact(nonsense)


def test_spelling_and_rounding():
    assert ratio(3) == "3/1"
    assert ratio(Fraction(13, 7)) == "13/7"
    assert rounded(0.12345678949) == 0.123456789
