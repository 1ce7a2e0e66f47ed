"""From one answer to the level it speaks for. Pure."""

from questionnaires.instruments import Question

LEVELS = range(1, 6)


def ticked(value: str) -> tuple[str, ...]:
    """Return the options ticked in an answer of kind ``checks``, which is their ids with spaces between.

    >>> ticked("mall live")
    ('mall', 'live')
    """
    return tuple(value.split())


def level_of(question: Question, value: int | str) -> int | None:
    """Return the level 1-5 an answer speaks for by itself, None when the question carries no table.

    One sight shows one side of a capability: a store's value is what scoring makes of all of them (the median).
    Values: the level itself (``level``), ``yes`` or ``no`` (``observe``), an option's id (``choice``), a whole number in
    the question's unit (``measure``), ids with spaces between (``checks``). ValueError for a value the question cannot
    have.

    >>> from questionnaires import load_library
    >>> visit = load_library().instruments["visit"]
    >>> point = visit.question("O.BIZ3.1")
    >>> [level_of(point, seconds) for seconds in (20, 100, 3600)]
    [3, 2, 1]
    """
    match question.kind:
        case "text":
            return None
        case "level":
            return _own_level(question, value)
        case "observe" | "choice":
            levels = {option.id: option.level for option in question.options}
            if value not in levels:
                raise _strange(question, value)
            return levels[str(value)]
        case "measure":
            if not isinstance(value, int) or isinstance(value, bool):
                raise _strange(question, value)
            return _read(question, value)
        case "checks":
            seen = set(ticked(str(value)))
            if seen - {option.id for option in question.options}:
                raise _strange(question, value)
            return _read(question, len(seen))


def _own_level(question: Question, value: int | str) -> int:
    if not isinstance(value, int) or value not in LEVELS:
        raise _strange(question, value)
    return int(value)


def _read(question: Question, number: int) -> int | None:
    return None if question.reading is None else question.reading.level(number)


def _strange(question: Question, value: int | str) -> ValueError:
    return ValueError(f"{question.id} cannot be answered by {value!r}")
