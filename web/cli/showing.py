"""Scores, roadmaps and engagements as lines for a terminal and as rows for a program."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from reports.phrases import numbers
from web.cli.words import locale, say

if TYPE_CHECKING:
    from assessment.engagement_cards import EngagementCard
    from questionnaires.framework import Framework
    from roadmap.initiatives import Catalogue
    from roadmap.plan import Snapshot
    from scoring.sheet import NodeScore, ScoreSheet


def short(digest: str) -> str:
    """Return the first figures of a digest, enough to compare by eye."""
    return digest[:12]


def called(card: "EngagementCard") -> str:
    """Return the name of an engagement in the language of the terminal."""
    return (card.name_en or card.name) if locale() == "en" else card.name


def engagement_line(card: "EngagementCard") -> str:
    """Return an engagement as a line."""
    return say(
        "engagements.line",
        id=card.id,
        name=called(card) + (say("engagements.sample") if card.sample else ""),
        stores=card.stores,
        returned=card.forms_returned,
        asked=card.forms_asked,
        index="—" if card.index is None else numbers.plain(card.index, 1),
        done=card.items_done,
        total=card.items_total,
    )


def engagement_row(card: "EngagementCard") -> dict[str, Any]:
    """Return an engagement as JSON data."""
    return {
        "id": card.id,
        "name": card.name,
        "name_en": card.name_en,
        "industry": card.industry,
        "sample": card.sample,
        "archived": card.archived,
        "stores": card.stores,
        "forms_returned": card.forms_returned,
        "forms_asked": card.forms_asked,
        "phase": card.phase,
        "index": card.index,
        "attained": card.attained,
        "items_done": card.items_done,
        "items_total": card.items_total,
        "updated": card.updated.isoformat(),
    }


def score_lines(card: "EngagementCard", sheet: "ScoreSheet", framework: "Framework") -> Iterator[str]:
    """Yield an assessment as lines: the index, then every dimension."""
    low, high = sheet.index.bounds
    yield say(
        "assess.done",
        name=called(card),
        index=numbers.score(sheet.index.score),
        low=numbers.score(low),
        high=numbers.score(high),
        level=sheet.attained.level or "—",
        claimed=sheet.attained_claimed.level or "—",
        evidence=numbers.percent(sheet.evidence_share),
    )
    for dimension in framework.dimensions:
        node = sheet.nodes.get(dimension.id)
        if node is not None:
            value = say("assess.insufficient") if node.score is None else numbers.score(node.score).rjust(5)
            yield f"  {dimension.id:<4} {value}  {dimension.name.in_(locale())}"
    yield say("assess.digest", answers=sheet.n_answers, version=sheet.content_version, digest=short(sheet.digest))


def score_row(sheet: "ScoreSheet", framework: "Framework") -> dict[str, Any]:
    """Return an assessment as JSON data; scores on 0-100."""
    return {
        "index": _node(sheet.index),
        "attained": sheet.attained.level,
        "attained_claimed": sheet.attained_claimed.level,
        "evidence_share": float(sheet.evidence_share),
        "answers": sheet.n_answers,
        "dimensions": {
            dimension.id: _node(sheet.nodes[dimension.id])
            for dimension in framework.dimensions
            if dimension.id in sheet.nodes
        },
        "capabilities": {
            name: None if one.level is None else float(one.level) for name, one in sorted(sheet.capabilities.items())
        },
        "content_version": sheet.content_version,
        "digest": sheet.digest,
    }


def _node(node: "NodeScore") -> dict[str, Any]:
    def shown(value: Fraction | None) -> float | None:
        return None if value is None else float(value * 100)

    low, high = node.bounds
    return {
        "score": shown(node.score),
        "claimed": shown(node.claimed),
        "bounds": [shown(low), shown(high)],
        "coverage": float(node.coverage),
    }


def net_range(snapshot: "Snapshot") -> str:
    """Return the plan's profit increment from P10 to P90."""
    net = snapshot.plan.net
    return numbers.money_range(net.p10, net.p90, locale())


def plan_lines(snapshot: "Snapshot", catalogue: "Catalogue") -> Iterator[str]:
    """Yield a roadmap as lines: its figures, then every item by start."""
    plan = snapshot.plan
    solution = plan.selection.solution
    yield say(
        "plan.done",
        version=snapshot.version,
        items=len(plan.items),
        start=plan.start,
        finish=plan.finish,
        net=net_range(snapshot),
        stress=numbers.money(plan.net.stress, locale()),
    )
    yield say(
        "plan.proof",
        gap=f"{solution.gap:.2%}",
        seconds=f"{solution.seconds:.1f}",
        coverage=numbers.percent(plan.selection.coverage / (plan.selection.best_coverage or 1)),
        digest=short(snapshot.digest),
    )
    for item in sorted(plan.items, key=lambda one: (one.start, one.initiative)):
        name = catalogue.initiatives[item.initiative].name.in_(locale())
        yield "  " + say(
            "plan.item", wave=item.wave, start=item.start, finish=item.finish, id=item.initiative, name=name
        )
