"""Two devices and one form: what differs is shown, what is untouched overwrites nothing."""

from hypothesis import given
from hypothesis import strategies as st

from questionnaires.answers import Answer
from web.answer.merging import Clash, OwnChanges, after_saving, fingerprint, merge

A1, A2, A3 = (Answer("q", level) for level in (1, 2, 3))
answers = st.sampled_from([A1, A2, A3, Answer("q", None, "dont_know"), Answer("q", 1, note="n")])
maybe = st.none() | answers


def one(mine, rendered, stored, *, alone=False):
    current = {} if stored is None else {"q": stored}
    return merge({"q": mine}, {"q": fingerprint(rendered)}, current, alone=alone)


def test_a_new_answer_is_written():
    assert one(A1, None, None).write == (A1,)


def test_an_answer_posted_twice_is_written_once():
    assert one(A1, None, A1) == merge({}, {}, {}, alone=False)


def test_an_untouched_old_page_never_overwrites():
    assert one(A1, A1, A2).write == ()
    assert one(A1, A1, A2).clashes == {}


def test_the_same_question_changed_on_two_devices_is_a_clash():
    merged = one(A3, A1, A2)
    assert merged.write == ()
    assert merged.clashes == {"q": Clash(A3, A2)}


def test_ones_own_later_word_holds():
    assert one(A3, A1, A2, alone=True).write == (A3,)


def test_a_page_rendered_after_the_other_device_saved_settles_the_clash():
    assert one(A3, A2, A2).write == (A3,)


def test_a_program_that_sends_no_fingerprint_is_taken_at_its_word():
    assert merge({"q": A2}, {}, {"q": A1}, alone=False).write == (A2,)


@given(maybe, answers, maybe, st.booleans())
def test_nothing_is_lost_or_written_twice(rendered, mine, stored, alone):
    merged = one(mine, rendered, stored, alone=alone)
    assert len(merged.write) + len(merged.clashes) <= 1
    if not merged.write and not merged.clashes:  # silence means: nothing new was said here
        assert fingerprint(mine) in {fingerprint(stored), fingerprint(rendered)}
    if merged.clashes:
        assert stored != mine
        assert fingerprint(stored) != fingerprint(rendered)


@given(st.integers(0, 50), st.lists(st.tuples(st.booleans(), st.integers(1, 3)), max_size=12))
def test_a_browser_claims_only_revisions_it_made(start, steps):
    """Replay saves by this browser and by others; the claim never covers a foreign one."""
    revision, own, foreign = start, None, []
    for mine, size in steps:
        if mine:
            own = after_saving(own, revision, revision + size)
        else:
            foreign.append(revision + size)
        revision += size
    for rendered in range(revision + 1):
        if own and own.covers(rendered, revision):
            assert not [r for r in foreign if r > rendered]


def test_a_cookie_that_makes_no_sense_claims_nothing():
    for text in ("", "-", "1", "a-b", "-1-2", "1-2-3", "1" * 50 + "-2", "١-٢"):
        assert OwnChanges.parse(text) is None
    assert OwnChanges.parse(str(OwnChanges(3, 9))) == OwnChanges(3, 9)
