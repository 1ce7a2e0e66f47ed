"""Check the content of this package: every defect as a finding with file, line and remedy.

Codes: R001 shape · R002 id twice · R010 unknown reference · R011 cycle · R012 effect and initiative disagree · R013
lever, effect and what is enabled · R014 flag without its prerequisite · R015 word without its flag · R016 capability out
of reach · R017 module and platform · R018 too few platforms · R019 unknown to the profit model · R020 wrong direction ·
R021 defaults incomplete · R022 money outside its band · R023 language · R024 months · R025 exclusive with itself ·
R026 initiative without a playbook · R027 number of entries of a playbook · R028 text too long · R029 numbers differ
between the languages · R030 neither source nor own addition · R031 rubric and its lines · R032 connector to an unknown
kind of tool · R033 bands of fees · R034 chain of prerequisites too long · R035 nothing raised beyond its prerequisites ·
R036 flag not reviewed of late · R037 deep commission · R038 fee without a date · R039 public proof not barred ·
R040 file nothing reads. T001 to T005 are what the two languages of a text owe each other.
"""

from datetime import date
from pathlib import Path

from questionnaires.findings import ContentError, Finding
from roadmap.catalogue import Rows, read_catalogue_pack
from roadmap.checking import check_rows
from roadmap.checking.beside import beside


def check_catalogue(overlay: Path | None = None, today: date | None = None) -> list[Finding]:
    """Return all findings of initiatives, effects, platforms, flags and defaults, with the overlay laid over them.

    An empty list means sound. Files that cannot be read hide everything else, and entries of the wrong shape hide what
    is said about their content: mend those first. Without a day (``today``) nothing is called old. Reads files and changes
    nothing.
    """
    try:
        pack = read_catalogue_pack(overlay)
    except ContentError as error:
        return error.findings
    rows = Rows(pack)
    unread = rows.unread()
    if rows.findings or rows.defaults is None:
        return sorted([*rows.findings, *unread])
    return sorted([*unread, *check_rows(rows, rows.defaults, beside(overlay, today))])
