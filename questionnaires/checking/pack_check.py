"""Run all rules over a pack that was read."""

from questionnaires.checking import anchors, identities, languages, numbers, references, routes, tables, wording
from questionnaires.checking.ground import Ground
from questionnaires.findings import Finding
from questionnaires.pack import Pack

RULES = (
    identities.check,
    references.check,
    languages.check,
    anchors.check,
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
    return sorted(ground.findings)
