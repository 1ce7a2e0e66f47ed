"""The machine formats ``zhidian.scoring/1`` → ``zhidian.scores/1``: the product's own scoring on any tree."""

from scoring.machine.scoring import score_document

__all__ = ["score_document"]
