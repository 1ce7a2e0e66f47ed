"""Checks of the rules that lead from resources to initiatives: references, sense, coverage, and what the law bars."""

from collections.abc import Iterator

from assessment.content_reading import ContentRows
from assessment.content_rows import RuleRow
from questionnaires import Finding, Framework
from roadmap.initiatives import Catalogue

INITIATIVES_PER_CLASS = 2
TOP_VALUE = 5
STEPS = 5


def check_rules(rows: ContentRows, framework: Framework, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield the defects of ``resources/rules.yaml``."""
    trades = tuple(framework.code_lists["industry"])
    for rule in rows.rules.values():
        yield from _references(rows, rule, trades, catalogue)
        fires = fires_in(rule, trades)
        if not fires or not _satisfiable(rows, rule):
            yield rows.about(rule, "A009", f"The rule {rule.id} can never fire.", "Mend its conditions.", "when")
        for trade in fires:
            for barred in sorted(set(rule.suggests) & set(catalogue.forbidden.get(trade, ()))):
                message = f"The rule {rule.id} suggests {barred}, which is forbidden in {trade}."
                yield rows.about(rule, "A010", message, "Leave the trade out with `not_industry`.", "suggests")
    for cls in rows.classes.values():
        own = {i for rule in rows.rules.values() if rule.cls in {cls.id, None} for i in rule.suggests}
        if len(own) < INITIATIVES_PER_CLASS:
            message = f"{cls.id} leads to {len(own)} initiatives, fewer than {INITIATIVES_PER_CLASS}."
            yield rows.about(cls, "A005", message, "Add a rule.")


def fires_in(rule: RuleRow, trades: tuple[str, ...]) -> tuple[str, ...]:
    """Return the trades in which the rule may fire."""
    when = rule.when
    return tuple(t for t in trades if (not when.industry or t in when.industry) and t not in when.not_industry)


def _references(rows: ContentRows, rule: RuleRow, trades: tuple[str, ...], catalogue: Catalogue) -> Iterator[Finding]:
    for ident in rule.suggests:
        if ident not in catalogue.initiatives:
            yield rows.about(rule, "A003", f"{ident} is no initiative.", "Use the id of an initiative.", "suggests")
    for ident in (*rule.when.industry, *rule.when.not_industry):
        if ident not in trades:
            yield rows.about(rule, "A003", f"{ident} is no industry.", "Use the id of an industry.", "when")
    fact = rule.when.fact
    for ident in (fact.id, fact.over) if fact else ():
        if ident is not None and ident not in rows.facts:
            yield rows.about(rule, "A003", f"{ident} is no fact.", "Use the id of a fact.", "when", "fact")


def _satisfiable(rows: ContentRows, rule: RuleRow) -> bool:
    """Whether a resource can exist that meets the rule."""
    when = rule.when
    value = when.value is None or when.value.at_least <= TOP_VALUE
    ready = when.readiness is None or when.readiness.at_least <= STEPS - (when.lacks is not None)
    kinds = [k for k in rows.types.values() if rule.cls is None or k.cls == rule.cls]
    trait = when.trait is None or any(when.trait in kind.traits for kind in kinds)
    noted = when.noted is None or when.noted.key != when.not_noted
    fact = rows.facts.get(when.fact.id) if when.fact else None
    limit = fact is None or when.fact is None or fact.kind != "share" or when.fact.more_than < 1
    return value and ready and trait and noted and limit
