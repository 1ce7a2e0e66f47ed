"""Run all rules over a pack that was read."""

from questionnaires.checking import (
    agreement,
    anchors,
    identities,
    languages,
    likeness,
    numbers,
    plainness,
    references,
    routes,
    tables,
    tracing,
    wording,
)
from questionnaires.checking.ground import GLOSSARY, PREFIX, TRACE, Ground
from questionnaires.checking.pairs import check_pairs
from questionnaires.findings import Finding
from questionnaires.glossary import glossary_from
from questionnaires.pack import Pack

RULES = (
    identities.check,
    references.check,
    tracing.check,
    languages.check,
    anchors.check,
    likeness.check,
    plainness.check,
    agreement.check,
    numbers.check,
    routes.check,
    tables.check,
    wording.check,
)


def check_pack(pack: Pack) -> list[Finding]:
    """Return the findings sorted by place; entries of the wrong shape hide what is said about their content."""
    ground = Ground(pack)
    ground.shape_documents()
    if not ground.findings:
        for rule in RULES:
            rule(ground)
        # the trace names points of the source in each language: it does not translate them
        ground.findings += check_pairs(pack, PREFIX, glossary_from(pack.documents[GLOSSARY]), apart={TRACE})
    return sorted(ground.findings)
