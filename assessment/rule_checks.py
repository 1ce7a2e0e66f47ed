"""Checks of the rules that lead from resources to initiatives: references, sense, coverage, and what the law bars."""

from collections.abc import Iterator

from assessment.content_reading import ContentRows
from assessment.content_rows import RuleRow
from assessment.references import unknown
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
            yield rows.says(rule, "A009", "when", rule=rule.id)
        for trade in fires:
            for barred in sorted(set(rule.suggests) & set(catalogue.forbidden.get(trade, ()))):
                yield rows.says(rule, "A010", "suggests", rule=rule.id, ident=barred, trade=trade)
    for cls in rows.classes.values():
        own = {i for rule in rows.rules.values() if rule.cls in {cls.id, None} for i in rule.suggests}
        if len(own) < INITIATIVES_PER_CLASS:
            yield rows.says(cls, "A005.rules", cls=cls.id, n=len(own), least=INITIATIVES_PER_CLASS)


def fires_in(rule: RuleRow, trades: tuple[str, ...]) -> tuple[str, ...]:
    """Return the trades in which the rule may fire."""
    when = rule.when
    return tuple(t for t in trades if (not when.industry or t in when.industry) and t not in when.not_industry)


def _references(rows: ContentRows, rule: RuleRow, trades: tuple[str, ...], catalogue: Catalogue) -> Iterator[Finding]:
    yield from unknown(rows, rule, "initiative", rule.suggests, catalogue.initiatives, "suggests")
    yield from unknown(rows, rule, "industry", (*rule.when.industry, *rule.when.not_industry), trades, "when")
    yield from unknown(rows, rule, "type", (*rule.when.type, *rule.when.not_type), rows.types, "when")
    fact = rule.when.fact
    named = [ident for ident in (fact.id, fact.over) if ident is not None] if fact else []
    yield from unknown(rows, rule, "fact", named, rows.facts, "when", "fact")


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
