"""One clock: the day of a use case is the day of the readers, not of London."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from web import storage
from web.components.clock import there, today


def test_the_present_day_is_the_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """At seven in the morning in Shanghai it is still yesterday in London."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 11, 24, 23, 0, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(storage, "datetime", Clock)
    assert storage.now() == datetime(2026, 11, 25, 7, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert storage.now().date().isoformat() == today().isoformat() == "2026-11-25"
    assert there(datetime(2026, 11, 24, 15, 59, tzinfo=UTC)).isoformat() == "2026-11-24"
