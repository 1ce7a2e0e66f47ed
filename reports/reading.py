"""A dossier read in one language: names, wording and the few figures several chapters share."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from assessment.dossier import Dossier
from assessment.strata import strata_names
from questionnaires.framework import Dimension
from questionnaires.locale_text import Locale, LocaleText
from reports.phrases import labels, numbers
from reports.phrases.report_words import REPORT
from reports.phrases.say import say
from reports.phrases.typography import brackets
from reports.phrases.wording import Names, choose
from reports.support import support
from roadmap.initiatives import ComplianceFlag
from roadmap.outcomes import Outcome, outcomes_of
from roadmap.plan import Plan, PlanItem
from scoring.sheet import CapabilityScore


class Reading:
    """Everything a chapter asks of a dossier, in ``locale``."""

    def __init__(self, dossier: Dossier, locale: Locale) -> None:
        """Collect the names of every id the dossier mentions."""
        self.dossier = dossier
        self.locale: Locale = locale
        self.names = names_of(dossier, locale)

    def names_in(self, locale: Locale) -> Names:
        """Return what ids are called in a language, this one or the other."""
        return self.names if locale == self.locale else self._others

    @cached_property
    def _others(self) -> Names:
        return names_of(self.dossier, "en" if self.locale == "zh" else "zh")

    def t(self, key: str, **params: Any) -> str:
        """Word a sentence of the report itself."""
        return choose(REPORT, key, params, self.names)

    def say(self, code: str, params: Mapping[str, Any]) -> str:
        """Word a code emitted by scoring, roadmap or assessment."""
        return say(code, params, self.locale, self.names)

    def name(self, ident: str) -> str:
        """Name an id."""
        return self.names(ident)

    def text(self, text: LocaleText) -> str:
        """Return a content text in this language."""
        return text.in_(self.locale)

    def of(self, texts: Mapping[Any, LocaleText], key: Any) -> str:
        """Name a key of a closed vocabulary; the key itself when it is not in it."""
        return texts[key].in_(self.locale) if key in texts else str(key)

    def both(self, zh: str, en: str) -> str:
        """Choose between a text and its translation; the original stands when nobody translated it."""
        return (en or zh) if self.locale == "en" else (zh or en)

    def join(self, parts: Iterable[str]) -> str:
        """Join a short list as a reader would."""
        return ("、" if self.locale == "zh" else ", ").join(parts)

    def quoted(self, text: str) -> str:
        """Quote a name in Chinese, where nothing else sets it off; English needs no quotes."""
        return f"“{text}”" if self.locale == "zh" else text

    def aside(self, text: str) -> str:
        """Put text in the brackets of the language."""
        return brackets(text, self.locale)

    def money(self, amount: int, *, signed: bool = False) -> str:
        """Write minor units in the engagement's currency."""
        return numbers.money(amount, self.locale, self.names.currency, signed=signed)

    def day(self, value: date, *, year: bool = True) -> str:
        """Write a date."""
        return numbers.day(value, self.locale, year=year)

    @property
    def plan(self) -> Plan | None:
        """The published plan, if there is one that chooses something."""
        return self.published if self.published and self.published.items else None

    @property
    def published(self) -> Plan | None:
        """The published plan, even one that chooses nothing."""
        return self.dossier.snapshot.plan if self.dossier.snapshot else None

    @cached_property
    def dropped(self) -> frozenset[str]:
        """The initiatives that were reported as dropped."""
        return frozenset(i for i, report in self.dossier.progress.items() if report.status == "dropped")

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """What the plan does about each gap; empty without a plan."""
        d = self.dossier
        return outcomes_of(d.gaps, self.plan, d.catalogue, self.dropped) if self.plan else {}

    @cached_property
    def company(self) -> str:
        """The client's name."""
        return self.both(self.dossier.profile.name, self.dossier.profile.name_en)

    def role(self, ident: str) -> str:
        """Name an executive role; some systems and roles of the plan have the same ids."""
        return next((self.text(role.name) for role in self.dossier.framework.roles if role.id == ident), ident)

    def person(self, ident: str) -> str:
        """Name a person or, when nobody of that id is registered, a role of the catalogue by its short word."""
        return self.name(ident) if ident in self._people else self.of(labels.ROLES, ident)

    @cached_property
    def _people(self) -> frozenset[str]:
        return frozenset(person.id for person in self.dossier.people)

    def owner(self, item: PlanItem) -> str:
        """Name who answers for an initiative: a person once assigned, the role before."""
        return self.person(self.dossier.owners.get(item.initiative, "") or item.owner_role)

    def list(self, parts: Iterable[str]) -> str:
        """Join statements that contain commas themselves."""
        return ("；" if self.locale == "zh" else "; ").join(parts)

    def fragments(self, texts: Iterable[str]) -> str:
        """Join short statements into one sentence: no full stops, small beginnings; abbreviations stay as they are."""
        parts = (text.rstrip("。.") for text in texts)
        return self.list(part if part[1:2].isupper() else part[:1].lower() + part[1:] for part in parts)

    def sentences(self, parts: Iterable[str]) -> str:
        """Put whole sentences one after the other."""
        return ("" if self.locale == "zh" else " ").join(part for part in parts if part)

    def flag(self, code: str) -> str:
        """Name a compliance flag."""
        return self.text(self.flags[code].name) if code in self.flags else code

    @cached_property
    def flags(self) -> Mapping[str, ComplianceFlag]:
        """Compliance flags by code."""
        return {str(code): flag for code, flag in self.dossier.catalogue.flags.items()}

    def module(self, ident: str) -> str:
        """Name a module of a platform; dimensions share some of these ids."""
        if ident in labels.MODULE_WORDS:
            return self.text(labels.MODULE_WORDS[ident])
        return self.of(self.dossier.catalogue.modules, ident)

    def capability(self, ident: str) -> str:
        """Name a capability."""
        return self.text(self.dossier.framework.capabilities[ident].name)

    def level_name(self, level: int) -> str:
        """Name a rung of the ladder."""
        return self.text(self.dossier.framework.levels[level - 1].name)

    def target(self, dimension: Dimension) -> Fraction | None:
        """Return the dimension's target on [0, 1]: the mean of its capabilities' targets (level − 1)/4."""
        levels = self.dossier.targets.levels
        known = [levels[capability] for capability in dimension.capabilities if capability in levels]
        return (sum(known, Fraction(0)) / len(known) - 1) / 4 if known else None

    @cached_property
    def support(self) -> str:
        """Say what share of the answers shows evidence; without the trace, what share of the weight is trusted."""
        found = support(self.dossier.sheet, self.dossier.sheet.capabilities)
        if found:
            return self.t("word.support.evidence", share=numbers.percent(found.share))
        return self.t("word.support.confidence", share=numbers.percent(self.dossier.sheet.evidence_share))

    @cached_property
    def weakest(self) -> tuple[str, ...]:
        """The two dimensions furthest below their targets: the only hot marks of a chart."""
        missing: list[tuple[Fraction, str]] = []
        for dimension in self.dossier.framework.dimensions:
            node = self.dossier.sheet.nodes.get(dimension.id)
            target = self.target(dimension)
            if node and node.score is not None and target is not None and target > node.score:
                missing.append((target - node.score, dimension.id))
        return tuple(ident for _, ident in sorted(missing, key=lambda pair: (-pair[0], pair[1]))[:2])

    @cached_property
    def voices(self) -> tuple[CapabilityScore, ...]:
        """Capabilities with a printable perception gap, largest difference first."""
        scores = [s for s in self.dossier.sheet.capabilities.values() if s.gap and s.gap.verdict != "hidden"]
        return tuple(sorted(scores, key=lambda s: (-abs(s.gap.delta) if s.gap else 0, s.id)))


def names_of(dossier: Dossier, locale: Locale) -> Names:
    """Return what every id the dossier mentions is called in ``locale``, with its currency and start."""
    start = dossier.snapshot.plan.start if dossier.snapshot else dossier.profile.start
    return Names(locale, _names(dossier), dossier.profile.currency, start)


def _names(dossier: Dossier) -> dict[str, LocaleText | str]:
    names: dict[str, LocaleText | str] = {}
    framework, catalogue = dossier.framework, dossier.catalogue
    for vocabulary in framework.code_lists.values():
        names.update(vocabulary)
    names.update({**labels.FACTS, **labels.LEVERS, **labels.GROUPS, **labels.BLOCKS, **labels.STRATA})
    names.update({role.id: role.name for role in framework.roles})
    names.update(catalogue.roles)
    names.update({kind.id: kind.name for kind in framework.evidence_kinds.values()})
    names.update({**catalogue.modules, **labels.MODULE_WORDS})
    for named in (catalogue.platforms, catalogue.effects, catalogue.initiatives, framework.capabilities):
        names.update({ident: found.name for ident, found in named.items()})
    names.update({str(code): flag.name for code, flag in catalogue.flags.items()})
    names.update({dimension.id: dimension.name for dimension in framework.dimensions})
    for registered in (*dossier.stores, *dossier.people, *dossier.systems):
        names[registered.id] = _both(registered.name, registered.name_en)
    names.update(strata_names(dossier.stores, framework.code_lists))
    names.update({a.resource.id: _both(a.resource.name, a.resource.name_en) for a in dossier.resources})
    for need in dossier.needs:
        said = (need.request or need.statement, need.request_en or need.statement_en)
        names[need.id] = _both(*(text.rstrip("。.") for text in said))
    names.update({p.name: _both(p.name, p.name_en) for p in dossier.people})  # registers name owners, not ids
    return names


def _both(zh: str, en: str) -> LocaleText:
    """Pair a text with its translation; the original stands when nobody translated it."""
    return LocaleText(zh or en, en or zh)
