"""What is said about a library whose entries all have the right shape."""

from collections.abc import Iterator

from questionnaires.findings import Finding
from roadmap.catalogue import Rows
from roadmap.catalogue_rows import DefaultsRow
from roadmap.checking.ageing import check_ages
from roadmap.checking.beside import Beside
from roadmap.checking.chains import check_chains
from roadmap.checking.earnings import check_earnings
from roadmap.checking.law import check_law
from roadmap.checking.platforms import check_platforms
from roadmap.checking.playbooks import check_playbooks
from roadmap.checking.references import check_references
from roadmap.checking.wording import check_wording


def check_rows(rows: Rows, defaults: DefaultsRow, near: Beside | None = None) -> Iterator[Finding]:
    """Yield every finding; what needs a whole web of references is only checked when none is broken."""
    near = near or Beside()
    broken = list(check_references(rows, near))
    yield from broken
    yield from check_wording(rows, near.glossary)
    yield from check_earnings(rows, defaults)
    yield from check_platforms(rows, near.framework)
    yield from check_ages(rows, near.today)
    yield from check_law(rows)
    yield from check_playbooks(rows)
    if not broken:
        yield from check_chains(rows, near.framework)
