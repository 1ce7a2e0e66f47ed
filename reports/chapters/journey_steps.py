"""R5: the trade's journey step by step, held against what this company's own answers and visits say."""

from assessment.industries import JourneyPoint
from reports.model import Block, Cell, Column, Heading, Row, Source, Table
from reports.phrases import labels, numbers
from reports.reading import Reading
from scoring.sheet import CapabilityScore

ORDER = "E", "F", "V", "D"


def steps(r: Reading) -> list[Block]:
    """List every step with the level of its weakest capability and who said so; the rest is marked as the trade's."""
    found = r.dossier.industry.journey.steps
    known = sum(bool(_scored(r, step)) for step in found)
    columns = (Column(r.t("col.step"), 26), Column(r.t("col.weakesthere"), 34), Column(r.t("col.saidby"), 40))
    rows = tuple(_row(r, number, step) for number, step in enumerate(found, 1))
    heading = r.t("r5.steps", known=known, n=len(found))
    return [Heading(heading), Table(r.t("r5.steps.table"), columns, rows), Source(r.t("r5.steps.source"))]


def _scored(r: Reading, step: JourneyPoint) -> list[CapabilityScore]:
    scores = r.dossier.sheet.capabilities
    return [scores[c] for c in step.capabilities if c in scores and scores[c].level is not None]


def _row(r: Reading, number: int, step: JourneyPoint) -> Row:
    name = Cell(f"{number} {r.text(step.text)}")
    scored = _scored(r, step)
    if not scored:
        return Row((name, Cell(r.t("r5.steps.default"), "faint"), Cell("—", "faint")))
    weakest = min(scored, key=lambda one: (one.level or 0, one.id))
    target = r.dossier.targets.levels.get(weakest.id)
    short = target is not None and weakest.level is not None and weakest.level < target
    level = r.t("r5.steps.level", capability=r.capability(weakest.id), level=weakest.level)
    return Row((name, Cell(level, "hot" if short else "plain", _anchor(r, weakest)), Cell(_said(r, weakest))))


def _anchor(r: Reading, score: CapabilityScore) -> str:
    """Give the sentence of the level reached, which is what was found in the stores."""
    anchors = r.dossier.framework.capabilities[score.id].anchors
    return next((r.text(a.text) for a in anchors if score.level is not None and a.level == int(score.level)), "")


def _said(r: Reading, score: CapabilityScore) -> str:
    """Name each source with its size and what it says."""
    groups = [score.groups[group] for group in ORDER if group in score.groups]
    told = [
        r.t("r5.steps.group", who=r.of(labels.GROUPS, g.group), n=g.units, level=numbers.level(g.verified))
        for g in groups
        if g.verified is not None
    ]
    return r.list(told) or r.t("r5.steps.withheld")
