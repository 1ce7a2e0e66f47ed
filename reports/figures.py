"""Chart specifications made from scores and resources: one source for the report and the web page."""

from collections.abc import Sequence

from assessment.perception import kind_of
from assessment.resources import AppraisedResource
from reports.charts import (
    BarRow,
    DumbbellRow,
    DumbbellSpec,
    IndexBandSpec,
    LeveragePoint,
    LeverageSpec,
    RadarAxis,
    RadarSpec,
    TenBarsSpec,
)
from reports.phrases import numbers
from reports.reading import Reading
from scoring.sheet import CapabilityScore, NodeScore


def index_band(r: Reading, width: float = 313) -> IndexBandSpec:
    """Return the index with its five levels."""
    index = r.dossier.sheet.index
    return IndexBandSpec(
        title=r.t("fig.index.title"),
        desc=r.t("fig.index.desc", value=numbers.score(index.score), claimed=numbers.score(index.claimed)),
        cuts=tuple(float(cut) for cut in r.dossier.framework.cuts),
        level_names=tuple(r.text(level.name) for level in r.dossier.framework.levels),
        value=None if index.score is None else index.score * 100,
        claimed=None if index.claimed is None else index.claimed * 100,
        interval=_hundred(index),
        level=r.dossier.sheet.attained.level,
        verified_label=r.t("word.verified"),
        claimed_label=r.t("word.claimed"),
        insufficient=r.t("word.insufficient"),
        width=width,
    )


def _hundred(node: NodeScore) -> tuple[float, float] | None:
    return (node.interval[0] * 100, node.interval[1] * 100) if node.interval else None


def ten_bars(r: Reading, width: float = 313, label_room: float = 62, row_height: float = 20) -> TenBarsSpec:
    """Return ten dimensions against their targets."""
    rows: list[BarRow] = []
    foundations = 0
    for dimension in r.dossier.framework.dimensions:
        node = r.dossier.sheet.nodes.get(dimension.id)
        target = r.target(dimension)
        ends = _hundred(node) if node else None
        foundations += dimension.block == "foundations"
        rows.append(
            BarRow(
                id=dimension.id,
                label=r.text(dimension.name),
                value=None if node is None or node.score is None else node.score * 100,
                low=ends[0] if ends else None,
                high=ends[1] if ends else None,
                target=None if target is None else target * 100,
                hot=dimension.id in r.weakest,
                note=r.t("word.insufficient"),
            )
        )
    return TenBarsSpec(
        r.t("fig.bars.title"), r.t("fig.bars.desc"), tuple(rows), foundations, width, label_room, row_height
    )


def radar(r: Reading, width: float = 313, radius: float = 86) -> RadarSpec:
    """Return the profile of ten dimensions: verified, claimed, target."""
    axes: list[RadarAxis] = []
    for dimension in r.dossier.framework.dimensions:
        node = r.dossier.sheet.nodes.get(dimension.id)
        target = r.target(dimension)
        ends = _hundred(node) if node else None
        axes.append(
            RadarAxis(
                dimension.id,
                r.text(dimension.name),
                None if node is None or node.score is None else node.score * 100,
                None if node is None or node.claimed is None else node.claimed * 100,
                None if target is None else target * 100,
                ends[0] if ends else None,
                ends[1] if ends else None,
                dimension.id in r.weakest,
            )
        )
    words = (r.t("word.verified"), r.t("word.claimed"), r.t("word.target"))
    return RadarSpec(r.t("fig.radar.title"), r.t("fig.radar.desc"), tuple(axes), *words, width=width, radius=radius)


def called(score: CapabilityScore) -> bool:
    """Whether a perception gap is named: clear in size and, where there is a test over all pairs, not chance."""
    return score.gap is not None and kind_of(score.gap) in {"ahead", "hidden"}


def dumbbell(
    r: Reading, scores: Sequence[CapabilityScore], width: float = 665, label_room: float = 150
) -> DumbbellSpec:
    """Set executives against stores, capability by capability."""
    rows = tuple(
        DumbbellRow(
            s.id,
            r.capability(s.id),
            s.gap.executives,
            s.gap.stores,
            called(s),
            s.gap.ci,
            s.gap.dont_know_share,
        )
        for s in scores
        if s.gap
    )
    return DumbbellSpec(
        r.t("fig.dumbbell.title"),
        r.t("fig.dumbbell.desc"),
        rows,
        r.t("word.executives"),
        r.t("word.stores"),
        r.t("word.delta"),
        r.t("word.interval95"),
        r.t("word.dont_know"),
        width=width,
        label_room=label_room,
    )


def rank(r: Reading) -> list[AppraisedResource]:
    """Order resources by leverage index, ties by id."""
    return sorted(r.dossier.resources, key=lambda a: (-a.leverage, a.resource.id))


def leverage(
    r: Reading, resources: Sequence[AppraisedResource], width: float = 313, height: float = 230
) -> LeverageSpec:
    """Place resources by value and use, numbered as in the table beside."""
    points = tuple(
        LeveragePoint(
            number=index,
            id=a.resource.id,
            label=r.name(a.resource.id),
            value=a.value,
            use=a.resource.utilisation,
            readiness=a.readiness,
            hot=index <= 3,
        )
        for index, a in enumerate(resources, 1)
    )
    return LeverageSpec(
        r.t("fig.leverage.title"),
        r.t("fig.leverage.desc"),
        points,
        r.t("word.value"),
        r.t("word.use"),
        r.t("fig.leverage.corner"),
        r.t("fig.leverage.hot"),
        r.t("fig.leverage.size"),
        width=width,
        height=height,
    )
