"""Keep session cookies and invitation tokens out of every log line."""

import logging
import re

COOKIES = ("zd_session", "zd_answer")
_PATTERNS = (
    re.compile(r"(['\"]?cookie['\"]?\s*[:=]\s*)(['\"])(?:\\.|(?!\2).)*\2", re.IGNORECASE),
    re.compile(rf"({'|'.join(COOKIES)})=[^;\s'\"]+"),
    re.compile(r"(/a/)[A-Za-z0-9_-]{16,}"),
)
_REPLACEMENTS = (r"\1\2…\2", r"\1=…", r"\1…")


def without_secrets(text: str) -> str:
    """Return ``text`` with the values of cookies and tokens struck out.

    >>> without_secrets("{'cookie': 'zd_session=abc', 'host': 'x'}")
    "{'cookie': '…', 'host': 'x'}"
    >>> without_secrets("GET /a/0123456789abcdefXYZ")
    'GET /a/…'
    """
    for pattern, replacement in zip(_PATTERNS, _REPLACEMENTS, strict=True):
        text = pattern.sub(replacement, text)
    return text


class SecretFilter(logging.Filter):
    """Strike secrets out of a record's message and of its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; it is always kept."""
        record.msg, record.args = without_secrets(record.getMessage()), None
        if record.exc_info:
            record.exc_text = without_secrets(logging.Formatter().formatException(record.exc_info))
        return True


NOISY = (
    "reflex_base.event.processor.event_processor",
    "reflex",
    "granian.access",
    "_granian",
    "engineio.server",
    "socketio.server",
)


def install() -> None:
    """Put the filter on the loggers that see requests and on every handler of the root logger."""
    for name in NOISY:
        logger = logging.getLogger(name)
        if not any(isinstance(f, SecretFilter) for f in logger.filters):
            logger.addFilter(SecretFilter())
    for handler in logging.getLogger().handlers:
        handler.addFilter(SecretFilter())
