"""The three waves: by when their items are finished."""

from typing import Literal

Wave = Literal[1, 2, 3]
FIRST_WAVE, SECOND_WAVE = 3, 9
"""Months by whose end the items of the first and the second wave are finished."""


def wave_of(finish_month: int) -> Wave:
    """Return the wave of an item that is finished by the end of so many months.

    >>> wave_of(3), wave_of(9), wave_of(10)
    (1, 2, 3)
    """
    if finish_month <= FIRST_WAVE:
        return 1
    return 2 if finish_month <= SECOND_WAVE else 3
