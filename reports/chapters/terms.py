"""What the plan had to respect, as part of R8: limits in one sentence, demands in a table with their reasons."""

from assessment.terms import PlanTerms, Term
from reports.model import Block, Cell, Column, Heading, Paragraph, Row, Table
from reports.phrases import numbers
from reports.reading import Reading

KINDS = {"must": "r8.terms.must", "must_not": "r8.terms.must_not", "waived": "r8.terms.waived"}


def kept_to(r: Reading) -> tuple[Block, ...]:
    """Return the terms the plan was built under; nothing for versions published before they were kept."""
    terms = r.dossier.terms
    if terms is None:
        return ()
    blocks: tuple[Block, ...] = (Heading(r.t("r8.terms")), Paragraph(_limits(r, terms)))
    rows = tuple(_row(r, kind, term) for kind, term in terms.every())
    return (*blocks, Table(r.t("r8.terms.table"), _columns(r), rows)) if rows else blocks


def _limits(r: Reading, terms: PlanTerms) -> str:
    people = r.list(
        r.t("r8.terms.role", role=_role(r, role), weeks=numbers.plain(weeks, 0 if float(weeks).is_integer() else 1))
        for role, weeks in terms.capacity.items()
    )
    monthly = r.t("r8.terms.monthly", money=r.money(terms.monthly)) if terms.monthly else ""
    words = r.t("r8.terms.limits", money=r.money(terms.budget), coverage=numbers.percent(terms.theta), people=people)
    return r.sentences((words, monthly, "" if any(terms.every()) else r.t("r8.terms.none")))


def _role(r: Reading, ident: str) -> str:
    """Name a role of the plan; an id the content has no more stays as it is."""
    name = r.dossier.catalogue.roles.get(ident)
    return r.text(name) if name else ident


def _columns(r: Reading) -> tuple[Column, ...]:
    return (
        Column(r.t("r8.terms.col.kind"), 16),
        Column(r.t("col.initiative"), 34),
        Column(r.t("r8.terms.col.reason"), 50),
    )


def _row(r: Reading, kind: str, term: Term) -> Row:
    said = r.t("r8.terms.said", who=term.by, day=r.day(term.on)) if term.by and term.on else ""
    reason = term.reason or r.t("r8.terms.noreason")
    return Row(
        (
            Cell(r.t(KINDS[kind]), "strong"),
            Cell(r.name(term.initiative), "plain", term.initiative),
            Cell(reason, "plain", said),
        )
    )
