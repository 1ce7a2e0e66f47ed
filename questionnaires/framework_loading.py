"""Build the framework from plain data."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

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
from questionnaires.locale_text import locale_text, locale_text_or_none
from questionnaires.pack import Pack


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
            name=locale_text(row["name"]),
            stands_for=locale_text(row["stands_for"]),
            lead_indicator=locale_text(row["lead_indicator"]),
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
        levels=tuple(Level(r["level"], locale_text(r["name"]), locale_text(r["meaning"])) for r in rules["levels"]),
        roles=tuple(
            Role(r["id"], locale_text(r["name"]), tuple(r["owns"]), int(r["minutes"]))
            for r in pack.documents["framework/roles.yaml"]["roles"]
        ),
        evidence_kinds={
            r["id"]: EvidenceKind(r["id"], locale_text(r["name"]), int(r["cap"]), r.get("family"))
            for r in rules["evidence_kinds"]
        },
        pair_cap=int(rules["pair_cap"]),
        group_weights={g: Fraction(w) for g, w in rules["group_weights"].items()},
        split={b: Fraction(w) for b, w in rules["split"].items()},
        cuts=tuple(rules["cuts"]),
        gates=tuple(gate_from(r) for r in rules["gates"]),
        code_lists={
            name: {code: locale_text(words) for code, words in codes.items()}
            for name, codes in pack.documents["framework/code_lists.yaml"].items()
        },
    )


def capability_from(row: Mapping[str, Any]) -> Capability:
    """Build one capability; its dimension is the letters of its id."""
    return Capability(
        id=row["id"],
        dimension=row["id"].rstrip("0123456789"),
        name=locale_text(row["name"]),
        why=locale_text(row["why"]),
        anchors=tuple(Anchor(a["level"], locale_text(a), tuple(a.get("evidence", ()))) for a in row["anchors"]),
        asked=tuple(row["asked"]),
        core=bool(row["core"]),
        source=tuple(row.get("source", ())),
        na_when=locale_text_or_none(row.get("na_when")),
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
