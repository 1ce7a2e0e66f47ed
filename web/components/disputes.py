"""What a consultant still has to decide: capabilities on which the answers contradict each other."""

from assessment.dossier import Dossier
from scoring.sheet import Remark

DISPUTES = frozenset({"executives_na_stores_answer", "na_unapproved"})


def disputes_of(d: Dossier) -> tuple[Remark, ...]:
    """Return the contradictions nobody has decided yet, in the order of the score sheet."""
    scores = d.sheet.capabilities
    return tuple(
        remark
        for remark in d.sheet.warnings
        if remark.code in DISPUTES
        and not (remark.params["capability"] in scores and scores[remark.params["capability"]].adjudicated)
    )
