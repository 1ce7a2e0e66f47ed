"""People in front of answer pages: an invited manager, a second device, a consultant."""

from typing import Any

import pytest


@pytest.fixture
def manager() -> str:
    """A manager of the sample whose form was never filled in."""
    return "M26"


@pytest.fixture
def invited(site: Any, manager: str) -> Any:
    """The manager's phone after opening the link, and the way back to it."""
    from assessment.accounts import operator
    from assessment.invitations import invite
    from web.storage import database, now, secret

    (invitation,) = invite(database(), operator(database()), site.engagement, [manager], now(), secret())
    phone = site.browser()
    phone.link = f"/a/{invitation.token}"
    phone.form = f"/answer/{site.engagement}/{manager}/manager"
    phone.first = phone.get(phone.link)
    assert phone.first.status == 200
    return phone


@pytest.fixture
def stored(site: Any, manager: str) -> Any:
    """What the database holds for the manager: question → answer."""
    from assessment.accounts import operator
    from assessment.answering import answers_of
    from web.storage import database

    return lambda person=manager, instrument="manager": answers_of(
        database(), operator(database()), site.engagement, person, instrument
    )
