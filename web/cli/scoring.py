"""``zhidian score``: the scoring engine on a file, so that programs and consultants can bring their own framework."""

from web.cli.engines import Input, Output, read, write
from web.cli.failures import one_sentence


def score(input: Input, output: Output = None) -> None:  # noqa: A002 - the option is called --input in the specification
    """Score a ``zhidian.scoring/1`` document and write ``zhidian.scores/1``."""
    from scoring.machine import score_document

    with one_sentence():
        write(score_document(read(input)), output)
