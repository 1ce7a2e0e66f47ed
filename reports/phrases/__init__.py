"""Every sentence a reader sees, in Chinese and English: codes of the lower packages, derivations, the report itself."""

from reports.phrases.say import say
from reports.phrases.unfolding import Line, explanation
from reports.phrases.wording import Names, UnknownCodeError

__all__ = ["Line", "Names", "UnknownCodeError", "explanation", "say"]
