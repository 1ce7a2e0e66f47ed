"""Passwords: argon2id by the library's recommended settings; a wrong name costs the same time as a wrong password."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 8
_hasher = PasswordHasher()


def hashed(password: str) -> str:
    """Return the hash to keep, salted; two hashes of one password differ."""
    return _hasher.hash(password)


def matches(password: str, digest: str | None) -> bool:
    """Return whether ``password`` belongs to ``digest``. Without a digest the work is done all the same, in vain."""
    try:
        return _hasher.verify(digest or _nobody(), password) and digest is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    return _hasher.hash("nobody has this password")
