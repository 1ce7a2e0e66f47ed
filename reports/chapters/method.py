"""R12: how the numbers were made, who answered, what is missing, and which versions stand behind them."""

from reports.chapters import feet
from reports.model import Block, Bullets, Cell, Column, Heading, Lede, Row, Section, Source, Table
from reports.phrases import labels, numbers
from reports.reading import Reading
from scoring.sheet import Remark

TOGETHER = 2


def method(r: Reading) -> Section:
    """Compose R12."""
    c = r.dossier.coverage
    title = r.t(
        "r12.title",
        answers=numbers.plain(c.answers),
        support=r.support,
        returned=c.forms_returned,
        asked=c.forms_asked,
    )
    blocks: list[Block] = [
        Lede(r.t("r12.lede")),
        Heading(r.t("r12.method")),
        Bullets(_method(r)),
        Heading(r.t("r12.coverage")),
        _coverage(r),
        Source(_missing(r)),
        Heading(r.t("r12.warnings")),
        Bullets(_warnings(r)),
        Heading(r.t("r12.limits")),
        Bullets(tuple(r.t(f"r12.limits.{index}") for index in (1, 2, 3))),
        Heading(r.t("r12.versions")),
        _versions(r),
    ]
    return Section("R12", r.t("r12.label"), title, tuple(blocks), feet.scores(r), flows=True)


def _method(r: Reading) -> tuple[str, ...]:
    framework = r.dossier.framework
    weights = r.join(f"{r.of(labels.GROUPS, g)} {numbers.plain(w)}" for g, w in framework.group_weights.items())
    cap = min((kind.cap for kind in framework.evidence_kinds.values()), default=3)
    lines = [
        r.t("r12.method.1", cap=cap),
        r.t("r12.method.2", weights=weights),
        r.t(
            "r12.method.3",
            foundations=numbers.percent(framework.split["foundations"]),
            areas=numbers.percent(framework.split["areas"]),
        ),
        r.t("r12.method.4"),
    ]
    changed = r.dossier.profile.dimension_weights
    if changed:
        lines.append(r.t("r12.weights.changed", weights=r.join(f"{r.name(d)} {w}" for d, w in sorted(changed.items()))))
    if r.plan:
        solution = r.plan.selection.solution
        gap = feet.proven(r.plan)
        key = "optimal" if feet.optimal(solution) else "feasible" if gap else "unproven"
        status = r.t(f"r12.status.{key}", gap=gap)
        key = "r12.method.5.greedy" if solution.engine == "greedy" else "r12.method.5"
        lines.append(r.t(key, engine=solution.engine.upper(), status=status))
        lines.append(r.t("r12.method.6", draws=r.plan.draws))
    return tuple(lines)


def _coverage(r: Reading) -> Table:
    c = r.dossier.coverage
    columns = (
        Column(r.t("col.stratum"), 46),
        Column(r.t("col.asked"), 18, right=True, nowrap=True),
        Column(r.t("col.returned"), 18, right=True, nowrap=True),
        Column(r.t("col.share"), 18, right=True, nowrap=True),
    )

    def row(name: str, returned: int, asked: int, *, total: bool = False) -> Row:
        share = numbers.percent(returned / asked) if asked else "—"
        tone = "strong" if total else "plain"
        return Row((Cell(name, tone), Cell(str(asked), tone), Cell(str(returned), tone), Cell(share, tone)))

    rows = [row(r.name(name), got, asked) for name, (got, asked) in sorted(c.by_stratum.items())][:39]
    rows.append(row(r.t("r12.coverage.all"), c.forms_returned, c.forms_asked, total=True))
    return Table(r.t("r12.coverage.table"), columns, tuple(rows))


def _missing(r: Reading) -> str:
    c = r.dossier.coverage
    parts = [r.t("r12.missing", n=len(c.missing_forms))] if c.missing_forms else []
    parts.append(r.t("r12.dontknow", share=numbers.percent(c.dont_know_share)))
    return ("" if r.locale == "zh" else " ").join(parts)


def _warnings(r: Reading) -> tuple[str, ...]:
    """Say each remark, but remarks of one kind about many capabilities in one sentence."""
    kinds: dict[str, list[Remark]] = {}
    for remark in r.dossier.sheet.warnings:
        kinds.setdefault(remark.code, []).append(remark)
    words: list[str] = []
    for code, remarks in kinds.items():
        about = tuple(remark.params["capability"] for remark in remarks if "capability" in remark.params)
        if len(about) > TOGETHER:
            answers = sum(remark.params.get("n", 0) for remark in remarks)
            words.append(r.say(f"{code}.many", {"n": len(about), "answers": answers, "capabilities": about}))
        else:
            words += [r.say(remark.code, remark.params) for remark in remarks]
    shown = tuple(dict.fromkeys(words))
    return shown or (r.t("r12.warnings.none"),)


def _versions(r: Reading) -> Table:
    d = r.dossier
    columns = (Column(r.t("col.source"), 24), Column(r.t("col.figure"), 76))
    rows = [
        (r.t("r12.version.content"), d.content_version),
        (r.t("r12.version.hash"), d.content_hash),
        (r.t("r12.version.score"), d.sheet.digest),
    ]
    if d.snapshot:
        rows.append(
            (f"{r.t('r12.version.plan')} · {r.t('r12.version.plan.n', n=d.snapshot.version)}", d.snapshot.digest)
        )
    rows.append((r.t("r12.version.dossier"), d.digest))
    rows.append((r.t("r12.version.wave"), r.t("r12.version.wave.n", n=d.wave, date=r.day(d.as_of))))
    return Table(r.t("r12.versions.table"), columns, tuple(Row((Cell(a), Cell(b))) for a, b in rows))
