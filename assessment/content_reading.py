"""Read this package's library: YAML rows that were proven to have the right shape, then frozen objects."""

from collections.abc import Mapping
from pathlib import Path

from assessment.check_words import said
from assessment.content_rows import (
    ChannelRow,
    ClassRow,
    ConditionRow,
    FactRow,
    IndustryRow,
    JourneyRow,
    NeedExampleRow,
    NeedWordsRow,
    PerceptionRow,
    RuleRow,
    SiloRow,
    ToolCategoryRow,
    TypeRow,
    WordsRow,
)
from assessment.crosswalk import Crosswalk
from assessment.crosswalk_rows import CrosswalkRow
from assessment.fact_definitions import FactDefinition
from assessment.industries import Industry, Journey, JourneyPoint, Kpi, TargetChange
from assessment.narratives import Narrative
from assessment.need_examples import NeedExample
from assessment.need_words import NeedWords, WordList
from assessment.perception_content import PerceptionDefinition
from assessment.register_content import SiloContent, SiloDefinition, ToolCategory
from assessment.resource_rules import Condition, FactTest, Noted, ResourceRule
from assessment.resources import ResourceClassInfo, ResourceType
from assessment.text_rows import NarrativeRow, TitleRow
from assessment.titles import Bound, TitleRule
from questionnaires.findings import ContentError, Finding
from questionnaires.locale_text import LocaleText
from questionnaires.pack import Pack, read_pack
from roadmap.pack_rows import Keys, Row, RowReader

LIBRARY = Path(__file__).parent / "library"
OVERLAY = "assessment"
PREFIX = "assessment/library/"
GENERIC = "generic"
"""The trade without assumptions: the first to be offered, and what an unknown trade falls back on."""


def touching(overlay: Path | None, package: str) -> Path | None:
    """Return the overlay when it touches a package, so that an untouched library is loaded once per process."""
    return overlay if overlay is not None and (overlay / package).is_dir() else None


def read_content_pack(overlay: Path | None = None) -> Pack:
    """Read the YAML of this package, with the overlay's ``assessment`` folder laid over it. Samples are no content."""
    return read_pack(LIBRARY, overlay / OVERLAY if overlay else None)


class ContentRows(RowReader):
    """The validated rows of this package's library; what cannot be read becomes a finding."""

    def __init__(self, pack: Pack) -> None:
        """Read every row of every file, collecting findings instead of stopping at the first."""
        super().__init__(pack, PREFIX)
        self.industries = {
            row.id: row for document in pack.folder("industries/") for row in self.document(document, IndustryRow)
        }
        self.facts = {row.id: row for row in self.rows("facts.yaml", "facts", FactRow)}
        self.classes = {row.id: row for row in self.rows("resources/classes.yaml", "classes", ClassRow)}
        self.types = {row.id: row for row in self.rows("resources/types.yaml", "types", TypeRow)}
        self.rules = {row.id: row for row in self.rows("resources/rules.yaml", "rules", RuleRow)}
        self.categories = {row.id: row for row in self.rows("tool_categories.yaml", "tool_categories", ToolCategoryRow)}
        self.silos = {row.code: row for row in self.rows("silos.yaml", "findings", SiloRow, key="code")}
        self.channels = {row.category: row for row in self.rows("silos.yaml", "channels", ChannelRow, key="category")}
        self.perception = {row.id: row for row in self.rows("perception.yaml", "perception", PerceptionRow)}
        self.need_words = next(iter(self.document("needs/tool_words.yaml", NeedWordsRow, key=None)), None)
        self.need_examples = {row.id: row for row in self.rows("needs/examples.yaml", "examples", NeedExampleRow)}
        self.narratives = {row.id: row for row in self.rows("texts/narratives.yaml", "narratives", NarrativeRow)}
        self.titles = {row.id: row for row in self.rows("texts/titles.yaml", "titles", TitleRow)}
        self.crosswalk = next(iter(self.document("crosswalk/miit2024.yaml", CrosswalkRow)), None)

    def refuse(self, document: str, keys: Keys, code: str, message: str, remedy: str, zh: str = "") -> None:
        """Note an error at a place of a document, in the consultant's own file when the overlay brought it."""
        self.findings.append(self._located(document, keys, code, message, remedy, zh))

    def says(self, row: Row, key: str, *at: str | int, **params: object) -> Finding:
        """Return the finding ``key`` about a row, pointing at a key inside it, in both languages."""
        document, keys = self.places[id(row)]
        return self.says_at(document, (*keys, *at), key, **params)

    def says_at(self, document: str, keys: Keys, key: str, **params: object) -> Finding:
        """Return the finding ``key`` (a code, with a variant after a point) about a place of a document."""
        return self._located(document, keys, key.split(".", maxsplit=1)[0], *said(key, params))

    def _located(self, document: str, keys: Keys, code: str, message: str, remedy: str, zh: str) -> Finding:
        place = self.pack.shown(self.prefix, document, *keys)
        return Finding(place.file, place.line, code, "error", ".".join(map(str, keys)), message, remedy, zh)

    def frozen_industries(self) -> dict[str, Industry]:
        """Return the trades by id, after the one that assumes nothing: a new engagement starts with the first."""
        rows = sorted(self.industries.items(), key=lambda entry: (entry[0] != GENERIC, entry[0]))
        return {key: _industry(row) for key, row in rows}

    def frozen_classes(self) -> dict[str, ResourceClassInfo]:
        """Return the classes of resources in the order of the file."""
        return {
            key: ResourceClassInfo(row.id, row.name.frozen(), row.ask.frozen()) for key, row in self.classes.items()
        }

    def frozen_types(self) -> dict[str, ResourceType]:
        """Return the kinds of resources in the order of the file."""
        return {
            key: ResourceType(row.id, row.cls, row.name.frozen(), row.industries, frozenset(row.traits), row.private)
            for key, row in self.types.items()
        }

    def frozen_rules(self) -> tuple[ResourceRule, ...]:
        """Return the rules in the order of the file, which is the order they are printed in."""
        return tuple(
            ResourceRule(row.id, row.cls, _condition(row.when), row.suggests, row.why.frozen())
            for row in self.rules.values()
        )

    def frozen_facts(self) -> dict[str, FactDefinition]:
        """Return the facts in the order they are asked."""
        return {
            key: FactDefinition(
                row.id,
                row.name.frozen(),
                row.unit.frozen(),
                row.kind,
                row.help.frozen(),
                row.scales,
                row.most,
                row.planned,
            )
            for key, row in self.facts.items()
        }

    def frozen_categories(self) -> dict[str, ToolCategory]:
        """Return the kinds of tools in the order they are asked."""
        return {key: ToolCategory(row.id, row.holds, row.ask.frozen()) for key, row in self.categories.items()}

    def frozen_crosswalk(self) -> Crosswalk:
        """Return the cross-walk to the official index."""
        if self.crosswalk is None:
            raise ContentError(self.findings)
        return self.crosswalk.frozen()

    def frozen_silos(self) -> SiloContent:
        """Return what the system analysis can find."""
        definitions = {
            key: SiloDefinition(row.code, row.limit, row.initiatives, row.why.frozen())
            for key, row in self.silos.items()
        }
        return SiloContent(definitions, {key: row.name.frozen() for key, row in self.channels.items()})

    def frozen_perception(self) -> dict[str, PerceptionDefinition]:
        """Return what a perception gap suggests, by its kind."""
        return {
            key: PerceptionDefinition(row.id, row.initiatives, row.why.frozen()) for key, row in self.perception.items()
        }

    def frozen_need_words(self) -> NeedWords:
        """Return the words needs are checked with; ContentError when the file could not be read."""
        row = self.need_words
        if row is None:
            raise ContentError(self.findings)
        barred = WordList(
            row.tools.zh + row.features.zh + row.brands.zh, row.tools.en + row.features.en + row.brands.en
        )
        return NeedWords(barred, _words(row.directions), _words(row.measures), _words(row.situations))

    def frozen_need_examples(self) -> tuple[NeedExample, ...]:
        """Return the worked examples in the order of the file."""
        return tuple(
            NeedExample(
                row.id,
                row.request.frozen(),
                row.need.frozen(),
                row.flows.frozen(),
                tuple(t.frozen() for t in row.levers),
            )
            for row in self.need_examples.values()
        )

    def frozen_narratives(self) -> dict[str, Narrative]:
        """Return the narratives by id: a dimension and a level, as ``MEM-2``."""
        return {
            key: Narrative(key.partition("-")[0], int(key[-1]), row.text.frozen())
            for key, row in self.narratives.items()
        }

    def frozen_titles(self) -> tuple[TitleRule, ...]:
        """Return the rules of the titles in the order of the file, which is the order they are tried in."""
        return tuple(
            TitleRule(
                row.id,
                row.section,
                tuple(Bound(figure, limit.at_least, limit.at_most) for figure, limit in row.when.items()),
                row.text.frozen(),
            )
            for row in self.titles.values()
        )


def _words(row: WordsRow) -> WordList:
    return WordList(row.zh, row.en)


def _industry(row: IndustryRow) -> Industry:
    return Industry(
        id=row.id,
        name=row.name.frozen(),
        shape=row.shape.frozen(),
        weights=dict(row.weights),
        repeat_business=row.repeat_business,
        flags=row.flags,
        lever_order=row.lever_order,
        first_wave=row.first_wave,
        next_wave=row.next_wave,
        systems=row.systems,
        kpis=tuple(
            Kpi(k.id, k.name.frozen(), k.grade, k.as_of or "", k.value.frozen() if k.value else None) for k in row.kpis
        ),
        journey=_journey(row.journey),
        sales_moments=_moments(row),
        fact_defaults=dict(row.fact_defaults),
        targets=tuple(TargetChange(t.capability, t.level, t.reason.frozen()) for t in row.targets),
    )


def _moments(row: IndustryRow) -> Mapping[str, LocaleText]:
    said = row.sales_moments
    return {
        "first_trust": said.first_trust.frozen(),
        "follow_up": said.follow_up.frozen(),
        "closing": said.closing.frozen(),
        "order": said.order.frozen(),
    }


def _journey(row: JourneyRow) -> Journey:
    return Journey(
        steps=tuple(JourneyPoint(s.id, s.name.frozen(), s.capabilities) for s in row.steps),
        peak=JourneyPoint(row.peak.step, row.peak.text.frozen()),
        end=JourneyPoint(row.end.step, row.end.text.frozen()),
        breaks=tuple(JourneyPoint(b.step, b.text.frozen()) for b in row.breaks),
    )


def _condition(row: ConditionRow) -> Condition:
    return Condition(
        value_at_least=row.value.at_least if row.value else None,
        readiness_at_least=int(row.readiness.at_least) if row.readiness else None,
        lacks=row.lacks,
        trait=row.trait,
        untracked=row.utilisation == "untracked",
        noted=Noted(row.noted.key, row.noted.value) if row.noted else None,
        not_noted=row.not_noted,
        fact=FactTest(row.fact.id, row.fact.more_than, row.fact.over) if row.fact else None,
        industry=row.industry,
        not_industry=row.not_industry,
        type=row.type,
        not_type=row.not_type,
    )
