"""What can go wrong between a dossier and its report, each with one sentence a consultant can act on."""


class ReportError(Exception):
    """A report cannot be made. ``code`` names the sentence in the catalogue, ``sentence`` is it in English."""

    def __init__(self, code: str, sentence: str) -> None:
        """Keep the code beside the sentence, so that tests and translations use the code."""
        self.code = code
        self.sentence = sentence
        super().__init__(sentence)


class FontError(ReportError):
    """The fonts of the report cannot be fetched, checked or cut."""


class ChartError(ReportError):
    """A chart cannot be drawn: unknown name, or nothing to draw yet."""


class RenderError(ReportError):
    """The PDF engine is missing, refused its input or ran into a limit."""
