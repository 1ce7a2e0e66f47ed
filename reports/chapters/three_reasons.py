"""R2: the three reasons to upgrade, urgency said by each role against the figures that test it. One sentence a reason."""

from fractions import Fraction

from assessment.reasons import ReasonFact, WeighedReason
from reports.model import Block, Bullets, Cell, Column, Heading, Paragraph, Row, Source, Table
from reports.phrases import labels, numbers
from reports.reading import Reading

FIRST = "long_run"
"""The reason that policies and subsidies test."""


def three_reasons(r: Reading) -> list[Block]:
    """Compose the card; where nobody scored and nothing tests a reason, it says insufficient data."""
    found = r.dossier.reasons
    if not found:
        return [Heading(r.t("r2.reasons")), Paragraph(r.t("r2.reasons.none"))]
    columns = (
        Column(r.t("col.reason"), 22),
        Column(r.t("col.urgency"), 22),
        Column(r.t("col.facts"), 28),
        Column(r.t("col.caps"), 28),
    )
    rows = tuple(_row(r, one) for one in found)
    return [
        Heading(r.t("r2.reasons")),
        Table(r.t("r2.reasons.table"), columns, rows),
        Bullets(tuple(sentence(r, one) for one in found)),
        Source(r.t("r2.reasons.source")),
    ]


def sentence(r: Reading, one: WeighedReason) -> str:
    """Say in one sentence how urgent a reason is said to be, how far roles are apart, what tests it."""
    params: dict[str, object] = {"reason": r.text(one.reason.title), "facts": len(_facts(r, one))}
    levels = [level for _, level in _levels(r, one) if level is not None]
    if levels:
        params["level"] = sum(levels, Fraction(0)) / len(levels)
    if not one.said:
        return r.t("r2.sentence.unsaid", **params)
    every = [value for values in one.said.values() for value in values]
    params |= {"n": len(one.said), "low": min(every), "high": max(every)}
    return r.t("r2.sentence.apart", **params, spread=one.spread) if one.apart else r.t("r2.sentence.same", **params)


def _row(r: Reading, one: WeighedReason) -> Row:
    said = r.list(r.t("r2.role", role=r.role(role), value=_span(values)) for role, values in one.said.items())
    facts = r.list(_facts(r, one))
    levels = r.list(
        r.t("r2.capability", capability=r.capability(c), level=level)
        if level is not None
        else f"{r.capability(c)} {r.t('word.insufficient')}"
        for c, level in _levels(r, one)
    )
    return Row(
        (
            Cell(r.text(one.reason.title), "strong"),
            Cell(said or r.t("r2.unsaid"), "hot" if one.apart else "plain" if said else "faint"),
            Cell(facts or r.t("r2.untested"), "plain" if facts else "faint"),
            Cell(levels or "—"),
        )
    )


def _span(values: tuple[int, ...]) -> str:
    return numbers.RANGE.join(str(value) for value in dict.fromkeys((values[0], values[-1])))


def _facts(r: Reading, one: WeighedReason) -> list[str]:
    found = [r.t("r2.fact", fact=r.of(labels.FACTS, f.id), value=_value(r, f), grade=f.grade) for f in one.facts]
    notes = r.dossier.profile.policy_notes
    if one.reason.id == FIRST and notes is not None:
        found.append(r.t("r2.policy", text=r.text(notes).rstrip(".。")))
    return found


def _value(r: Reading, fact: ReasonFact) -> str:
    return r.money(round(fact.value)) if fact.kind == "money" else numbers.percent(fact.value)


def _levels(r: Reading, one: WeighedReason) -> list[tuple[str, Fraction | None]]:
    """Return the verified levels of the capabilities a reason rests on, as far as asked; None where data are insufficient."""
    scores = r.dossier.sheet.capabilities
    return [(c, scores[c].level) for c in one.reason.capabilities if c in scores]
