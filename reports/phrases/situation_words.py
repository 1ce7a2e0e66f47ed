"""Sentences for findings about systems and for suggestions of resources, needs and perception gaps."""

from reports.phrases.wording import Catalogue

SITUATION: Catalogue = {}
