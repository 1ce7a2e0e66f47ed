"""How many answers stand behind a number and how many of them show evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from scoring.evidence import STATEMENT
from scoring.sheet import ScoreSheet


@dataclass(frozen=True, slots=True)
class Support:
    """Answers with a value, and those of them that show more than a statement."""

    answers: int
    shown: int

    @property
    def share(self) -> Fraction | None:
        """Share of answers with evidence; None without answers."""
        return Fraction(self.shown, self.answers) if self.answers else None


def support(sheet: ScoreSheet, capabilities: Iterable[str]) -> Support | None:
    """Return what stands behind some capabilities; None for a sheet without its trace."""
    trace = sheet.trace
    if trace is None:
        return None
    found = [
        observation
        for capability in capabilities
        if capability in trace.assessed
        for observation in trace.assessed[capability].observations
        if observation.state == "value"
    ]
    return Support(len(found), sum(bool(set(observation.evidence) - {STATEMENT}) for observation in found))
