"""What cannot be planned because the question does not hang together."""


class RoadmapInputError(ValueError):
    """A pipeline input that names something unknown; ``path`` says where, ``sentence`` how to mend it."""

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        """Keep place and sentence."""
        self.path = path
        self.sentence = f"{path}: {problem} {remedy}"
        super().__init__(self.sentence)
