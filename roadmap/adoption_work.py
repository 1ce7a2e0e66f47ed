"""Whether work on front-line adoption belongs into a plan, and by when: it multiplies what everything else earns.

The optimiser counts benefits at one share of adoption. So a few courses are laid out: no work on adoption, or this much
of it finished by that month, each with the share it leads to. The course whose plan is worth most, made quickly by
insertion, is the one that is then optimised; its work is demanded and its deadline a rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from roadmap.initiatives import Catalogue
from roadmap.plan import Valued
from roadmap.prerequisites import closure, earliest_starts
from roadmap.selection import SelectionProblem
from roadmap.situation import Constraints
from roadmap.valuation.adoption import ADOPTION, Lift, adoption_path, share_at, usually_reached
from roadmap.valuation.claims import ramp_months

SPARE_MONTHS = (0, 3, 6)
"""How long after the earliest possible finish the work may take; it competes with quick gains for the same people."""


@dataclass(frozen=True, slots=True)
class Course:
    """Adoption work: ``finish_by`` maps initiative → month by which it is finished; ``share`` is what it leads to."""

    share: float
    finish_by: Mapping[str, int] = field(default_factory=dict[str, int])

    def laid_over(self, problem: SelectionProblem) -> SelectionProblem:
        """Return the problem with this work demanded in time."""
        late = {
            _tag(ident): tuple(range(month, problem.periods))
            for ident, month in self.finish_by.items()
            if ident not in problem.started
        }
        options = tuple(
            replace(option, tags=(*option.tags, _tag(option.id))) if _tag(option.id) in late else option
            for option in problem.options
        )
        must = (*problem.must, *(ident for ident in sorted(self.finish_by) if ident not in problem.must))
        return replace(problem, options=options, must=must, forbidden_periods={**problem.forbidden_periods, **late})


def lifters(valued: Valued) -> dict[str, float]:
    """Return the candidates that lift front-line adoption above today's level, with the level reached."""
    now = valued.levels.get(ADOPTION) or 1.0
    reached = {i: c.raises[ADOPTION][0] for i, c in valued.proposal.candidates.items() if ADOPTION in c.raises}
    return {ident: level for ident, level in reached.items() if level > now}


def _tag(ident: str) -> str:
    return f"adoption {ident}"


def courses(valued: Valued, catalogue: Catalogue, constraints: Constraints, kept: Sequence[str]) -> tuple[Course, ...]:
    """Return the courses worth trying, the one without any work first."""
    level = valued.levels.get(ADOPTION) or 1.0
    table, share = catalogue.defaults.adoption, catalogue.defaults.adoption_reached
    found = [Course(share_at(level, table))]
    candidates = valued.proposal.candidates
    lifting = sorted((level, ident) for ident, level in lifters(valued).items() if ident in kept)
    needs = {ident: candidates[ident].needs for ident in kept}
    months = {ident: candidates[ident].months for ident in kept}
    earliest = earliest_starts(needs, months, constraints.not_before, constraints.started)
    for top, _ in enumerate(lifting, 1):
        chain = closure((ident for _, ident in lifting[:top]), needs.__getitem__)
        lifts = [(reached, ident) for reached, ident in lifting if ident in chain]
        for spare in SPARE_MONTHS:
            by = {ident: earliest[ident] + candidates[ident].months + spare for _, ident in lifts}
            steps = [
                Lift(by[i], usually_reached(level, reached, share), ramp_months(catalogue.initiatives[i]))
                for reached, i in lifts
            ]
            if max(by.values()) <= catalogue.defaults.choice_months:
                path = adoption_path(level, steps, catalogue.defaults.horizon_months, table)[:, 0].tolist()
                found.append(Course(_weighted(path, catalogue.defaults.choice_months), by))
    return tuple(found)


def _weighted(path: Sequence[float], growth: int) -> float:
    """Return the mean of a path, months weighted by how much of the plan's benefit flows in them."""
    weights = [min(1.0, month / growth) for month in range(len(path))]
    return sum(weight * share for weight, share in zip(weights, path, strict=True)) / sum(weights)
