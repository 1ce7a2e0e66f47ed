"""What the rules stand on: the pack, its documents in their shapes, and findings that know their place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from pydantic import BaseModel, RootModel, ValidationError

from questionnaires.checking import card_shapes, shapes, word_shapes
from questionnaires.findings import Finding, Severity, worded
from questionnaires.naming import place_name
from questionnaires.pack import Pack
from questionnaires.yaml_nodes import Key

PREFIX = "questionnaires/library/"
FRAMEWORK = "framework/"
CAPABILITIES = "framework/capabilities/"
INSTRUMENTS = "instruments/"
SELECTIONS = "selections/"
DIMENSIONS, ROLES, RULES = f"{FRAMEWORK}dimensions.yaml", f"{FRAMEWORK}roles.yaml", f"{FRAMEWORK}scoring.yaml"
TRACE, CODE_LISTS = f"{FRAMEWORK}source_trace.yaml", f"{FRAMEWORK}code_lists.yaml"
REQUESTS, MOMENTS, REASONS = "cards/requests.yaml", "cards/sales_moments.yaml", "cards/reasons.yaml"
GLOSSARY, WORDING = f"{FRAMEWORK}glossary.yaml", f"{FRAMEWORK}wording.yaml"
AGREEMENT = f"{FRAMEWORK}agreement.yaml"
VIGNETTES, MYSTERY = "cards/vignettes.yaml", "cards/mystery.yaml"


class CodeLists(RootModel[Mapping[str, Mapping[str, shapes.Text]]]):
    """``framework/code_lists.yaml``: list → code → words."""


SINGLE: Mapping[str, type[BaseModel]] = {
    "pack.yaml": shapes.Head,
    DIMENSIONS: shapes.Dimensions,
    ROLES: shapes.Roles,
    RULES: shapes.Rules,
    TRACE: word_shapes.SourceTrace,
    GLOSSARY: word_shapes.GlossaryFile,
    WORDING: word_shapes.Wording,
    AGREEMENT: word_shapes.AgreementFile,
    CODE_LISTS: CodeLists,
    REQUESTS: card_shapes.Requests,
    MOMENTS: card_shapes.SalesMoments,
    REASONS: card_shapes.Reasons,
    VIGNETTES: card_shapes.Vignettes,
    MYSTERY: card_shapes.Mystery,
}
OPTIONAL = frozenset({AGREEMENT})
"""Documents a pack may do without."""

FOLDERS: Mapping[str, type[BaseModel]] = {
    CAPABILITIES: shapes.Capabilities,
    INSTRUMENTS: shapes.Instrument,
    SELECTIONS: shapes.Selection,
}
MISSHAPEN = {
    "missing": "Q001.missing",
    "extra_forbidden": "Q001.unknown",
    "string_type": "Q001.text",
    "string_too_short": "Q001.text",
    "int_type": "Q001.number",
    "int_from_float": "Q001.number",
    "greater_than": "Q001.number",
    "value_error": "Q001.fraction",
    "literal_error": "Q001.choice",
}
"""Pydantic's kinds of error that have words of their own; the others are a wrong shape."""

AnyRow = TypeVar("AnyRow")
At = tuple[str, tuple[Key, ...]]
"""A place: the document and the keys that lead there."""


@dataclass(slots=True)
class Ground:
    """A pack being checked. ``documents`` holds those of the right shape; the rules run when all are."""

    pack: Pack
    documents: dict[str, BaseModel] = field(default_factory=dict[str, BaseModel])
    findings: list[Finding] = field(default_factory=list[Finding])

    def error(self, key: str, at: At, /, **params: object) -> None:
        """Note a defect that makes the pack unusable."""
        self._note(key, at, "error", params)

    def warn(self, key: str, at: At, /, **params: object) -> None:
        """Note what a reader should look at."""
        self._note(key, at, "warning", params)

    def _note(self, key: str, at: At, severity: Severity, params: Mapping[str, object]) -> None:
        document, keys = at
        place = self.pack.shown(PREFIX, document, *keys)
        self.findings.append(worded(key, place.file, place.line, ".".join(map(str, keys)), params, severity))

    def shape_documents(self) -> None:
        """Read every document in its shape; what is missing, misplaced or misshapen becomes a finding."""
        for name in SINGLE:
            if name not in self.pack.documents and name not in OPTIONAL:
                self.error("Q002", (name, ()), name=name)
        for name, data in sorted(self.pack.documents.items()):
            kind = SINGLE.get(name) or next((k for prefix, k in FOLDERS.items() if name.startswith(prefix)), None)
            if kind is None:
                self.error("Q003", (name, ()))
            else:
                self._shape(name, data, kind)

    def _shape(self, name: str, data: Any, kind: type[BaseModel]) -> None:
        try:
            self.documents[name] = kind.model_validate(data)
        except ValidationError as error:
            for problem in error.errors():
                keys = problem["loc"]
                shown = place_name(data, keys) or name
                choices = problem.get("ctx", {}).get("expected", "")
                self.error(MISSHAPEN.get(problem["type"], "Q001.shape"), (name, keys), name=shown, choices=choices)

    @property
    def capabilities(self) -> Iterator[tuple[At, shapes.Capability]]:
        """All capabilities with their places."""
        for name, document in self._below(CAPABILITIES):
            rows = cast("shapes.Capabilities", document).capabilities
            yield from self.rows(name, "capabilities", rows)

    @property
    def instruments(self) -> Iterator[tuple[At, shapes.Instrument]]:
        """All instruments with their places."""
        for name, document in self._below(INSTRUMENTS):
            yield (name, ()), cast("shapes.Instrument", document)

    @property
    def questions(self) -> Iterator[tuple[At, shapes.Question, shapes.Instrument]]:
        """All questions with their places and instruments."""
        for (name, _), instrument in self.instruments:
            for at, question in self.rows(name, "questions", instrument.questions):
                yield at, question, instrument

    @property
    def selections(self) -> Iterator[tuple[At, shapes.Selection]]:
        """All selections of instruments with their places."""
        for name, document in self._below(SELECTIONS):
            yield (name, ()), cast("shapes.Selection", document)

    @property
    def mystery(self) -> list[tuple[At, shapes.Point]]:
        """The points of the mystery sheet with their places."""
        return self.rows(MYSTERY, "points", cast("card_shapes.Mystery", self.documents[MYSTERY]).points)

    @property
    def requests(self) -> list[tuple[At, card_shapes.Request]]:
        """All data and document requests with their places."""
        return self.rows(REQUESTS, "requests", cast("card_shapes.Requests", self.documents[REQUESTS]).requests)

    @property
    def moments(self) -> list[tuple[At, card_shapes.SalesMoment]]:
        """The four sales moments with their places."""
        return self.rows(MOMENTS, "moments", cast("card_shapes.SalesMoments", self.documents[MOMENTS]).moments)

    @property
    def reasons(self) -> list[tuple[At, card_shapes.Reason]]:
        """The three reasons with their places."""
        return self.rows(REASONS, "reasons", cast("card_shapes.Reasons", self.documents[REASONS]).reasons)

    @property
    def vignettes(self) -> list[tuple[At, card_shapes.Vignette]]:
        """The training situations with their places."""
        return self.rows(VIGNETTES, "vignettes", cast("card_shapes.Vignettes", self.documents[VIGNETTES]).vignettes)

    @property
    def dimensions(self) -> list[tuple[At, shapes.Dimension]]:
        """All dimensions with their places."""
        return self.rows(DIMENSIONS, "dimensions", cast("shapes.Dimensions", self.documents[DIMENSIONS]).dimensions)

    @property
    def roles(self) -> list[tuple[At, shapes.Role]]:
        """All roles with their places."""
        return self.rows(ROLES, "roles", cast("shapes.Roles", self.documents[ROLES]).roles)

    @property
    def items(self) -> list[tuple[At, word_shapes.SourceItem]]:
        """All points of the source article with their places."""
        return self.rows(TRACE, "items", cast("word_shapes.SourceTrace", self.documents[TRACE]).items)

    @property
    def terms(self) -> list[tuple[At, word_shapes.Term]]:
        """The terms of the glossary with their places."""
        return self.rows(GLOSSARY, "terms", cast("word_shapes.GlossaryFile", self.documents[GLOSSARY]).terms)

    @property
    def rules(self) -> shapes.Rules:
        """The rules of scoring."""
        return cast("shapes.Rules", self.documents[RULES])

    @property
    def code_lists(self) -> Mapping[str, Mapping[str, shapes.Text]]:
        """The closed vocabularies."""
        return cast("CodeLists", self.documents[CODE_LISTS]).root

    def rows(self, name: str, under: str, rows: Sequence[AnyRow]) -> list[tuple[At, AnyRow]]:
        """Return rows with their places."""
        return [((name, (under, i)), row) for i, row in enumerate(rows)]

    def _below(self, prefix: str) -> Iterator[tuple[str, BaseModel]]:
        return ((name, document) for name, document in self.documents.items() if name.startswith(prefix))


def inside(at: At, *keys: Key) -> At:
    """Return the place of an entry of a row."""
    return at[0], (*at[1], *keys)
