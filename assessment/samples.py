"""A sample engagement: plain files a consultant could have made, read through the same doors as a client's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from assessment.content import ContentPack, load_pack
from assessment.content_reading import LIBRARY
from assessment.engagement import CompanyProfile, DataFlow, Need, System
from assessment.facts import GivenFact
from assessment.fieldwork import Fieldwork
from assessment.industries import TargetChange
from assessment.resources import Resource
from assessment.sample_rows import EngagementRow, NeedsRow, ResourcesRow
from assessment.sheets import SheetContext, read_table
from questionnaires import Answer
from questionnaires.yaml_nodes import read_document
from roadmap.pack_rows import Row

SAMPLES = LIBRARY / "samples"
FIRST = "home"
FORMS = {
    "executive": "executive_coding.csv",
    "short": "short_coding.csv",
    "manager": "manager_forms.csv",
    "guide": "guide_forms.csv",
}
"""Table of answers by instrument; a sample that has no such file asked nobody that way."""
AnyRow = TypeVar("AnyRow", bound=Row)


@dataclass(frozen=True, slots=True)
class SampleEngagement:
    """Everything of one sample, as the use cases would have stored it. The profile is marked ``sample``."""

    profile: CompanyProfile
    consultants: tuple[str, ...]
    as_of: date
    wave: int
    work: Fieldwork
    systems: tuple[System, ...]
    flows: tuple[DataFlow, ...]
    facts: tuple[GivenFact, ...]
    resources: tuple[Resource, ...]
    needs: tuple[Need, ...]
    targets: tuple[TargetChange, ...]


def sample_names() -> tuple[str, ...]:
    """Return the names of the samples the package carries, the first one being that of the guided tour."""
    found = sorted(folder.name for folder in SAMPLES.iterdir() if (folder / "engagement.yaml").is_file())
    return tuple(sorted(found, key=lambda name: name != FIRST))


def read_sample(name: str = FIRST, content: ContentPack | None = None) -> SampleEngagement:
    """Read the sample called ``name``.

    Raises KeyError when there is none, InvalidSheet for a table and pydantic's ValidationError for a file that cannot be
    used.
    """
    folder = SAMPLES / name
    if not (folder / "engagement.yaml").is_file():
        raise KeyError(name)
    pack = content or load_pack()
    about = _yaml(folder / "engagement.yaml", EngagementRow)
    context = SheetContext(pack)
    context = SheetContext(pack, stores=_table(folder, "stores", context))
    context = SheetContext(pack, context.stores, _table(folder, "people", context))
    context = SheetContext(pack, context.stores, context.people, _table(folder, "systems", context))
    return SampleEngagement(
        profile=about.profile.frozen(),
        consultants=about.consultants,
        as_of=about.as_of,
        wave=about.wave,
        work=Fieldwork(
            stores=context.stores,
            people=context.people,
            answers=_answers(folder, context),
            visits=_table(folder, "visits", context),
            documents=_table(folder, "documents", context),
            approvals=_table(folder, "approvals", context, "na_approvals.csv"),
            store_visits=_optional(folder, "store_visits", context),
            mystery=_optional(folder, "mystery", context),
            requests=_optional(folder, "requests", context),
        ),
        systems=context.systems,
        flows=_table(folder, "flows", context),
        facts=_table(folder, "facts", context),
        resources=_yaml(folder / "resources.yaml", ResourcesRow).frozen(),
        needs=_yaml(folder / "needs.yaml", NeedsRow).frozen(),
        targets=tuple(TargetChange(t.capability, t.level, t.reason.frozen()) for t in about.targets),
    )


def _table(folder: Path, kind: str, context: SheetContext, filename: str = "") -> tuple[Any, ...]:
    file = folder / (filename or f"{kind}.csv")
    return read_table(kind, file.name, file.read_bytes(), context)


def _optional(folder: Path, kind: str, context: SheetContext) -> tuple[Any, ...]:
    """Return the rows of a table that not every sample has."""
    return _table(folder, kind, context) if (folder / f"{kind}.csv").is_file() else ()


def _answers(folder: Path, context: SheetContext) -> Mapping[tuple[str, str], Mapping[str, Answer]]:
    return {
        (row.person, instrument): {answer.question: answer for answer in row.answers}
        for instrument, filename in FORMS.items()
        if (folder / filename).is_file()
        for row in _table(folder, f"answers:{instrument}", context, filename)
    }


def _yaml(file: Path, kind: type[AnyRow]) -> AnyRow:
    return kind.model_validate(read_document(file, file.name).data)
