"""What selection refuses, in one sentence."""


class SelectionInputError(ValueError):
    """A problem that cannot be read; ``path`` points into the document, ``sentence`` says how to mend it."""

    def __init__(self, path: str, problem: str, remedy: str = "") -> None:
        """Keep place and sentence."""
        self.path = path
        self.sentence = f"{path}: {problem} {remedy}".strip()
        super().__init__(self.sentence)


class NoPlanInTimeError(RuntimeError):
    """The time ran out before any plan was found or shown to be impossible."""

    def __init__(self, seconds: float) -> None:
        """Keep the sentence."""
        self.sentence = f"No plan was found within {seconds:g} s and none was shown to be impossible; allow more time."
        super().__init__(self.sentence)
