"""Tables people fill in with a spreadsheet: read all or nothing with every problem named, and written as templates.

read_table      (kind, filename, bytes, context) → objects, or InvalidSheet with all problems
write_template  (kind, context, rows, locale) → XLSX bytes; reading them back gives the same rows
"""

from assessment.sheets.answer_table import PersonAnswers
from assessment.sheets.columns import SheetContext
from assessment.sheets.problems import InvalidSheet, SheetProblem
from assessment.sheets.tables import KINDS, read_table, write_template

__all__ = [
    "KINDS",
    "InvalidSheet",
    "PersonAnswers",
    "SheetContext",
    "SheetProblem",
    "read_table",
    "write_template",
]
