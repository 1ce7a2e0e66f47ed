"""Sentences for gate conditions, remarks and explanation steps of scoring."""

from reports.phrases.wording import Catalogue

SCORING: Catalogue = {
    "cut": ("指数达到 {cut}", "the index reaches {cut}"),
}
