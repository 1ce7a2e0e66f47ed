"""What is asked: the framework, the instruments, and the reader that proves them sound.

load_library   YAML → Library
applicable     (instrument, roles, answers) → questions that apply
level_of       (question, answer) → the level it speaks for
check          (overlay) → findings
"""

from questionnaires.answers import Answer, Missing
from questionnaires.cards import Reason, Request, SalesMoment, Vignette
from questionnaires.checks import check
from questionnaires.findings import ContentError, Finding
from questionnaires.framework import Capability, Dimension, Framework
from questionnaires.instruments import OBSERVED, Instrument, Library, MysterySheet, Question
from questionnaires.levelling import level_of, ticked
from questionnaires.loading import load_library, read_library_pack
from questionnaires.locale_text import LOCALES, Locale, LocaleText
from questionnaires.routing import applicable, minutes, scope_of

__all__ = [
    "LOCALES",
    "OBSERVED",
    "Answer",
    "Capability",
    "ContentError",
    "Dimension",
    "Finding",
    "Framework",
    "Instrument",
    "Library",
    "Locale",
    "LocaleText",
    "Missing",
    "MysterySheet",
    "Question",
    "Reason",
    "Request",
    "SalesMoment",
    "Vignette",
    "applicable",
    "check",
    "level_of",
    "load_library",
    "minutes",
    "read_library_pack",
    "scope_of",
    "ticked",
]
