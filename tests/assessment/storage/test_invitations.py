"""Invitation links: printable twice, useless in the database, narrow, and gone when they should be."""

import pytest

from assessment.answering import save_answers
from assessment.engagements import archive
from assessment.errors import Forbidden, InvalidInput, InvitationGone, NotFound
from assessment.invitations import Respondent, exchange, invitations, invite, respondent_of, revoke
from assessment.responses import responses
from assessment.tables import InvitationRow, RespondentPassRow

SECRET = b"of this installation"


@pytest.fixture
def links(world):
    return invite(world.db, world.carl, world.engagement, ["M01", "P01"], world.now, SECRET)


def test_a_link_opens_one_form(world, links, event):
    assert [(link.person, link.instrument) for link in links] == [("M01", "manager"), ("P01", "executive")]
    cookie, respondent = exchange(world.db, links[0].token, world.now)
    assert respondent == Respondent(world.engagement, "M01", "manager")
    assert respondent_of(world.db, cookie, world.now) == respondent
    assert save_answers(world.db, respondent, world.engagement, "M01", "manager", [event()], world.now).safe == 1


def test_the_same_sheet_can_be_printed_again(world, links):
    assert invite(world.db, world.alice, world.engagement, ["M01", "P01", "M01"], world.later(days=1), SECRET) == links
    assert invitations(world.db, world.alice, world.engagement, SECRET) == links
    assert invite(world.db, world.alice, world.engagement, ["M02"], world.now, SECRET)[0].person == "M02"


def test_the_database_holds_no_token(world, links):
    cookie, _ = exchange(world.db, links[0].token, world.now)
    with world.db.view() as session:
        kept = [*session.exec(InvitationRow.__table__.select()), *session.exec(RespondentPassRow.__table__.select())]
    assert links[0].token not in str(kept)
    assert cookie not in str(kept)
    assert len({link.token for link in links}) == 2
    assert all(len(link.token) == 32 for link in links)


def test_a_link_works_on_several_devices_until_it_expires(world, links):
    one, _ = exchange(world.db, links[0].token, world.now)
    two, _ = exchange(world.db, links[0].token, world.later(days=29))
    assert one != two
    assert respondent_of(world.db, one, world.later(days=15)) is None, "a cookie lives two weeks"
    assert respondent_of(world.db, two, world.later(days=29, hours=1))
    assert respondent_of(world.db, two, links[0].expires) is None, "and never longer than its link"
    with pytest.raises(InvitationGone):
        exchange(world.db, links[0].token, links[0].expires)
    fresh = invite(world.db, world.alice, world.engagement, ["M01"], links[0].expires, SECRET)
    assert fresh[0].token != links[0].token
    assert exchange(world.db, fresh[0].token, links[0].expires)


def test_a_withdrawn_link_and_its_cookies_are_dead_at_once(world, links):
    cookie, _ = exchange(world.db, links[0].token, world.now)
    revoke(world.db, world.carl, world.engagement, "M01", world.now)
    assert respondent_of(world.db, cookie, world.now) is None
    with pytest.raises(InvitationGone):
        exchange(world.db, links[0].token, world.now)
    assert [link.person for link in invitations(world.db, world.alice, world.engagement, SECRET)] == ["P01"]
    assert invite(world.db, world.alice, world.engagement, ["M01"], world.now, SECRET)[0].token != links[0].token


def test_unknown_tokens_and_cookies_open_nothing(world, links):
    with pytest.raises(NotFound) as refused:
        exchange(world.db, "x" * 32, world.now)
    assert refused.value.code == "invitation_gone"
    assert respondent_of(world.db, "x", world.now) is None
    assert respondent_of(world.db, links[0].token, world.now) is None


def test_an_archived_engagement_takes_no_answers(world, links):
    cookie, _ = exchange(world.db, links[0].token, world.now)
    archive(world.db, world.alice, world.engagement, True, world.now)
    assert respondent_of(world.db, cookie, world.now) is None
    with pytest.raises(InvitationGone):
        exchange(world.db, links[0].token, world.now)


def test_after_a_change_of_the_secret_new_links_are_made(world, links):
    assert invitations(world.db, world.alice, world.engagement, b"another") == ()
    fresh = invite(world.db, world.alice, world.engagement, ["M01"], world.now, b"another")
    assert exchange(world.db, fresh[0].token, world.now)


def test_nobody_is_invited_without_a_form(world):
    with pytest.raises(InvalidInput) as refused:
        invite(world.db, world.alice, world.engagement, ["T01", "M01", "nobody"], world.now, SECRET)
    assert [p.where for p in refused.value.problems] == ["T01", "nobody"]
    assert invitations(world.db, world.alice, world.engagement, SECRET) == ()


def test_the_board_knows_the_links(world, links, content):
    exchange(world.db, links[0].token, world.later(hours=1))
    revoke(world.db, world.carl, world.engagement, "P01", world.now)
    board = {r.person: r for r in responses(world.db, world.alice, world.engagement, content)}
    assert (board["M01"].invited, board["M01"].opened, board["M01"].revoked) == (world.now, world.later(hours=1), False)
    assert (board["P01"].invited, board["P01"].revoked) == (None, True)
    assert (board["M02"].invited, board["M02"].revoked) == (None, False)


def test_only_consultants_invite(world, links):
    calls = (
        lambda actor: invite(world.db, actor, world.engagement, ["M01"], world.now, SECRET),
        lambda actor: invitations(world.db, actor, world.engagement, SECRET),
        lambda actor: revoke(world.db, actor, world.engagement, "M01", world.now),
    )
    for call in calls:
        for insider in (world.ann, *world.clients):
            with pytest.raises(Forbidden):
                call(insider)
        for stranger in world.strangers:
            with pytest.raises(NotFound):
                call(stranger)
    assert invitations(world.db, world.alice, world.engagement, SECRET, world.now) == links
    assert invitations(world.db, world.alice, world.engagement, SECRET, links[0].expires) == ()
