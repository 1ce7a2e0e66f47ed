"""Build the frozen framework and instruments from the package's library."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from questionnaires.findings import ContentError, Finding, worded
from questionnaires.framework import (
    Anchor,
    Capability,
    Dimension,
    EvidenceKind,
    Framework,
    GateRule,
    Level,
    Role,
)
from questionnaires.instruments import Instrument, Library, Question, Section
from questionnaires.locale_text import LocaleText
from questionnaires.pack import Pack, read_pack

LIBRARY = Path(__file__).parent / "library"
OVERLAY = "questionnaires"


def text(data: Any) -> LocaleText:
    """Return the text in both languages; KeyError when one is missing."""
    return LocaleText(str(data["zh"]), str(data["en"]))


def text_or_none(data: Any) -> LocaleText | None:
    """Return the text, or None when there is none."""
    return None if data is None else text(data)


def read_library_pack(overlay: Path | None = None) -> Pack:
    """Read the YAML of this package, with the overlay's ``questionnaires`` folder laid over it."""
    if overlay is not None and not overlay.is_dir():
        raise ContentError([worded("P007", overlay.as_posix(), 1)])
    return read_pack(LIBRARY, overlay / OVERLAY if overlay else None)


@cache
def load_library(overlay: Path | None = None) -> Library:
    """Load framework and instruments; ContentError with file and line when the pack cannot be used.

    An overlay is checked first, because nobody else proved it; warnings do not stop it. Loaded once per overlay and
    process: content is immutable while the program runs.
    """
    pack = read_library_pack(overlay)
    if overlay is not None and (errors := _errors(pack)):
        raise ContentError(errors)
    return library_from(pack)


def library_from(pack: Pack) -> Library:
    """Turn a pack that was read into frozen objects."""
    try:
        framework = framework_from(pack)
        instruments = {data["id"]: instrument_from(data) for data in pack.folder("instruments/").values()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ContentError(_errors(pack) or [_unusable(pack, error)]) from error
    return Library(framework, instruments)


def _errors(pack: Pack) -> list[Finding]:
    from questionnaires.checking.pack_check import check_pack  # Pydantic stays off the path of a sound library

    return [finding for finding in check_pack(pack) if finding.severity == "error"]


def _unusable(pack: Pack, error: Exception) -> Finding:
    """Name the place as well as it can be known, should the checks ever miss what the loader trips over."""
    what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
    return worded("Q000", pack.root, 1, params={"problem": what})


def framework_from(pack: Pack) -> Framework:
    """Build the framework from ``framework/**``."""
    rules: Mapping[str, Any] = pack.documents["framework/scoring.yaml"]
    capabilities = {
        row["id"]: capability_from(row)
        for document in pack.folder("framework/capabilities/").values()
        for row in document["capabilities"]
    }
    dimensions = tuple(
        Dimension(
            id=row["id"],
            block=row["block"],
            name=text(row["name"]),
            stands_for=text(row["stands_for"]),
            lead_indicator=text(row["lead_indicator"]),
            capabilities=tuple(sorted(c for c in capabilities if capabilities[c].dimension == row["id"])),
        )
        for row in pack.documents["framework/dimensions.yaml"]["dimensions"]
    )
    order = [c for d in dimensions for c in d.capabilities]
    return Framework(
        version=pack.version,
        content_hash=pack.hash,
        dimensions=dimensions,
        capabilities={c: capabilities[c] for c in order},
        levels=tuple(Level(r["level"], text(r["name"]), text(r["meaning"])) for r in rules["levels"]),
        roles=tuple(
            Role(r["id"], text(r["name"]), tuple(r["owns"]), int(r["minutes"]))
            for r in pack.documents["framework/roles.yaml"]["roles"]
        ),
        evidence_kinds={
            r["id"]: EvidenceKind(r["id"], text(r["name"]), int(r["cap"]), r.get("family"))
            for r in rules["evidence_kinds"]
        },
        pair_cap=int(rules["pair_cap"]),
        group_weights={g: Fraction(w) for g, w in rules["group_weights"].items()},
        split={b: Fraction(w) for b, w in rules["split"].items()},
        cuts=tuple(rules["cuts"]),
        gates=tuple(gate_from(r) for r in rules["gates"]),
        code_lists={
            name: {code: text(words) for code, words in codes.items()}
            for name, codes in pack.documents["framework/code_lists.yaml"].items()
        },
    )


def capability_from(row: Mapping[str, Any]) -> Capability:
    """Build one capability; its dimension is the letters of its id."""
    return Capability(
        id=row["id"],
        dimension=row["id"].rstrip("0123456789"),
        name=text(row["name"]),
        why=text(row["why"]),
        anchors=tuple(Anchor(a["level"], text(a), tuple(a.get("evidence", ()))) for a in row["anchors"]),
        asked=tuple(row["asked"]),
        core=bool(row["core"]),
        source=tuple(row.get("source", ())),
        na_when=text_or_none(row.get("na_when")),
    )


def gate_from(row: Mapping[str, Any]) -> GateRule:
    """Build the gate of one level; shares are written as fractions ("3/5")."""
    shares = tuple(
        (Fraction(s["level"]), Fraction(s["share"]), s["of"] if s["of"] == "all" else tuple(s["of"]))
        for s in row.get("share_at_least", ())
    )
    evidence = row.get("min_evidence_share")
    return GateRule(
        level=row["level"],
        min_node={k: Fraction(v) for k, v in row.get("min_node", {}).items()},
        min_capability={k: Fraction(v) for k, v in row.get("min_capability", {}).items()},
        share_at_least=shares,
        min_evidence_share=None if evidence is None else Fraction(evidence),
    )


def instrument_from(data: Mapping[str, Any]) -> Instrument:
    """Build one instrument with its sections and questions in the order of the file."""
    return Instrument(
        id=data["id"],
        group=data["group"],
        title=text(data["title"]),
        intro=text(data["intro"]),
        promise=text(data["promise"]),
        sections=tuple(Section(s["id"], text(s["title"])) for s in data["sections"]),
        questions=tuple(
            Question(
                id=q["id"],
                kind=q["kind"],
                section=q["section"],
                stem=text(q["stem"]),
                help=text_or_none(q.get("help")),
                probes=tuple(text(p) for p in q.get("probes", ())),
                evidence_ask=text_or_none(q.get("evidence_ask")),
                seconds=int(q["seconds"]),
                capability=q.get("capability"),
                roles=tuple(q.get("roles", ())),
            )
            for q in data["questions"]
        ),
    )
