"""Posts of a page that were sent and never answered: what of the stored answers is this page's own. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qsl

from starlette.datastructures import ImmutableMultiDict

from questionnaires.answers import Answer
from questionnaires.instruments import Question
from web.answer.merging import fingerprint
from web.answer.posted import Form, read_screen

FIELD = "was"
MOST_POSTS, MOST_FIELDS, LONGEST = 4, 600, 200_000


def earlier_posts(posted: Form) -> tuple[Form, ...]:
    """Return the posts of this page that were sent before and whose answer never arrived; nonsense is left out."""
    found: list[Form] = []
    for text in [str(each) for each in posted.getlist(FIELD)][:MOST_POSTS]:
        try:
            pairs = parse_qsl(text[:LONGEST], keep_blank_values=True, max_num_fields=MOST_FIELDS)
        except ValueError:
            continue
        found.append(ImmutableMultiDict(pairs))
    return tuple(found)


def own_prints(
    posts: Iterable[Form], questions: Sequence[Question], kinds: frozenset[str], current: Mapping[str, Answer]
) -> dict[str, frozenset[str]]:
    """Return question → the fingerprints of the answers these posts would have stored."""
    found: dict[str, set[str]] = {}
    for post in posts:
        for key, answer in read_screen(post, questions, kinds, current).answers.items():
            found.setdefault(key, set()).add(fingerprint(answer))
    return {key: frozenset(prints) for key, prints in found.items()}
