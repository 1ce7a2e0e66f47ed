"""The receipt of a form: short enough to write down, and only these answers have it."""

import hashlib
from collections.abc import Mapping

from assessment.codec import canonical

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs nobody mistakes for another."""


def receipt_of(engagement: str, person: str, instrument: str, events: Mapping[str, str]) -> str:
    """Return the receipt of a form from its current events (question → event id).

    >>> receipt_of("e", "p", "manager", {"M.SAL2": "1"}) == receipt_of("e", "p", "manager", {"M.SAL2": "2"})
    False
    """
    digest = hashlib.sha256(canonical([engagement, person, instrument, dict(events)]).encode()).digest()
    signs = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:8])
    return f"{signs[:4]}-{signs[4:]}"
