"""Words that tell a need from a feature: what a statement may not name, and what its pattern is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordList:
    """Words of both languages; English ones match whole words, whatever their case."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedWords:
    """``barred`` names tools, features and brands. A need is direction + measure + object + situation."""

    barred: WordList
    directions: WordList
    measures: WordList
    situations: WordList
