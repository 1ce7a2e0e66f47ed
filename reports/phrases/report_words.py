"""The report's own sentences, Chinese and English together. Titles are conclusions with a verb or a number."""

from reports.phrases.report_words_bands import BANDS
from reports.phrases.report_words_figures import FIGURES
from reports.phrases.report_words_front import FRONT
from reports.phrases.report_words_govern import GOVERN
from reports.phrases.report_words_leads import LEADS
from reports.phrases.report_words_needs import NEEDS
from reports.phrases.report_words_plan import PLAN
from reports.phrases.report_words_platforms import PLATFORMS
from reports.phrases.report_words_resources import RESOURCES
from reports.phrases.report_words_rules import RULES
from reports.phrases.report_words_scores import SCORES
from reports.phrases.report_words_steps import JOURNEY_STEPS
from reports.phrases.report_words_systems import SYSTEMS
from reports.phrases.wording import Catalogue

REPORT: Catalogue = {
    **FIGURES,
    **FRONT,
    **SCORES,
    **BANDS,
    **PLAN,
    **SYSTEMS,
    **RULES,
    **PLATFORMS,
    **NEEDS,
    **GOVERN,
    **RESOURCES,
    **LEADS,
    **JOURNEY_STEPS,
}
