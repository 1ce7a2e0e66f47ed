"""The day and the hour where the readers live."""

from datetime import date, datetime

from questionnaires.locale_text import LOCALES, LocaleText
from reports.phrases import numbers
from web.settings import settings
from web.storage import now


def today() -> date:
    """Return the present day of the readers."""
    return now().date()


def there(value: datetime) -> date:
    """Return the day of a moment on the readers' clock."""
    return value.astimezone(settings().timezone).date()


def moment(value: datetime) -> LocaleText:
    """Write a moment as day, hour and minute of the readers' clock."""
    here = value.astimezone(settings().timezone)
    return LocaleText(*(f"{numbers.day(here.date(), locale)} {here:%H:%M}" for locale in LOCALES))
