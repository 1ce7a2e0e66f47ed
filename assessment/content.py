"""The content pack: everything below all library folders, with one version and one hash, loaded and frozen.

``load_pack`` is what the use cases work with; ``check_pack`` is what ``zhidian check`` prints.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from assessment.check_words import said
from assessment.content_reading import ContentRows, read_content_pack, touching
from assessment.crosswalk import Crosswalk
from assessment.fact_definitions import FactDefinition
from assessment.industries import Industry
from assessment.narratives import Narrative
from assessment.need_examples import NeedExample
from assessment.need_words import NeedWords
from assessment.perception_content import PerceptionDefinition
from assessment.register_content import SiloContent, ToolCategory
from assessment.resource_rules import ResourceRule
from assessment.resources import ResourceClassInfo, ResourceType
from assessment.titles import TitleRule
from questionnaires import Finding, Library, load_library
from questionnaires.findings import ContentError
from roadmap.catalogue import catalogue_from, read_catalogue_pack
from roadmap.initiatives import Catalogue

PACKAGES = ("questionnaires", "roadmap", "assessment")
ENDINGS = frozenset({".yaml", ".yml"})
SAMPLES = "samples"
"""Samples are no content; those of an overlay are loaded by nobody."""


@dataclass(frozen=True, slots=True)
class ContentPack:
    """All content of one version.

    ``version`` is the semantic version of the pack, ``hash`` the SHA-256 over the libraries of all packages and the
    overlay: both are stored with every score and printed in every report.
    """

    library: Library
    catalogue: Catalogue
    industries: Mapping[str, Industry]
    resource_classes: Mapping[str, ResourceClassInfo]
    resource_types: Mapping[str, ResourceType]
    resource_rules: tuple[ResourceRule, ...]
    fact_definitions: Mapping[str, FactDefinition]
    tool_categories: Mapping[str, ToolCategory]
    silos: SiloContent
    perception: Mapping[str, PerceptionDefinition]
    need_words: NeedWords
    need_examples: tuple[NeedExample, ...]
    narratives: Mapping[str, Narrative]
    titles: tuple[TitleRule, ...]
    crosswalk: Crosswalk
    version: str
    hash: str


def load_pack(overlay: Path | None = None) -> ContentPack:
    """Load the pack of all packages, with the operator's overlay laid over it by id.

    Raise ContentError with file and line when a part cannot be used. Loaded once per overlay and process.
    """
    return _loaded(overlay)


@cache
def _loaded(overlay: Path | None) -> ContentPack:
    library = load_library(touching(overlay, "questionnaires"))
    moves = read_catalogue_pack(overlay)
    own = read_content_pack(overlay)
    rows = ContentRows(own)
    if rows.findings:
        raise ContentError(rows.findings)
    parts = (library.framework.content_hash, moves.hash, own.hash)
    return ContentPack(
        library=library,
        catalogue=catalogue_from(moves),
        industries=rows.frozen_industries(),
        resource_classes=rows.frozen_classes(),
        resource_types=rows.frozen_types(),
        resource_rules=rows.frozen_rules(),
        fact_definitions=rows.frozen_facts(),
        tool_categories=rows.frozen_categories(),
        silos=rows.frozen_silos(),
        perception=rows.frozen_perception(),
        need_words=rows.frozen_need_words(),
        need_examples=rows.frozen_need_examples(),
        narratives=rows.frozen_narratives(),
        titles=rows.frozen_titles(),
        crosswalk=rows.frozen_crosswalk(),
        version=library.framework.version,
        hash=hashlib.sha256(":".join(parts).encode()).hexdigest(),
    )


def check_pack(overlay: Path | None = None, today: date | None = None) -> list[Finding]:
    """Return every defect of the whole pack, errors and warnings, sorted by file and line.

    The checks of the lower packages run first; those of this package need a framework and a catalogue that can be
    read and are left out when there are none. Without a day (``today``) nothing is called old.
    """
    from assessment.checks import check_content
    from questionnaires import check
    from roadmap import check_catalogue

    findings = [*check(overlay), *check_catalogue(overlay, today), *strays(overlay)]
    try:
        findings += check_content(overlay, today)
    except ContentError as error:
        findings += error.findings
    return sorted(set(findings))


def strays(overlay: Path | None) -> list[Finding]:
    """Return the YAML files of an overlay that no package looks at: outside its folder, or passed over in it."""
    if overlay is None or not overlay.is_dir():
        return []
    files = sorted(path for path in overlay.rglob("*") if path.suffix.lower() in ENDINGS)
    return [
        Finding(path.as_posix(), 1, "A013", "error", "", *said("A013", {}))
        for path in files
        if path.relative_to(overlay).parts[0] not in PACKAGES or _passed_over(path.relative_to(overlay))
    ]


def _passed_over(path: Path) -> bool:
    return path.suffix not in ENDINGS or SAMPLES in path.parts
