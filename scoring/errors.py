"""What scoring refuses, in one sentence."""


class ScoringInputError(ValueError):
    """An input that cannot be scored; ``path`` points into the document, ``sentence`` says how to mend it."""

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        """Keep place, problem and remedy."""
        self.path = path
        self.problem = problem
        self.remedy = remedy
        self.sentence = f"{path}: {problem} {remedy}".strip()
        super().__init__(self.sentence)
