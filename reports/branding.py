"""How a consultancy or client may dress a report: validated values only, never templates, styles or markup."""

import io
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, field_validator

from reports.errors import ReportError

LOGO_BYTES = 1_000_000
LOGO_PIXELS = 4_000_000
CONTRAST = 4.5
Hex = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f]*$")]


class BrandingError(ReportError):
    """A branding value is refused; the sentence says which and what is allowed."""


class Branding(BaseModel):
    """Two colours, a logo, names, a footer. ``accent`` marks decisions, ``rule`` is the line at the head of a page."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    accent: Hex = "#2b4cb3"
    rule: Hex = "#1d1c1a"
    firm: Annotated[Line, Field(max_length=60)] = ""
    footer: Annotated[Line, Field(max_length=120)] = ""
    confidentiality: Annotated[Line, Field(max_length=40)] = ""
    page_size: Literal["A4", "Letter"] = "A4"
    logo: bytes | None = None

    @field_validator("accent", "rule")
    @classmethod
    def _readable(cls, value: str) -> str:
        if contrast(value, "#ffffff") < CONTRAST:
            raise ValueError(f"{value} is too light on white (contrast under {CONTRAST} : 1); choose a darker colour")
        return value.lower()

    @field_validator("logo")
    @classmethod
    def _image(cls, value: bytes | None) -> bytes | None:
        return None if value is None else reencode(value)


def branding(**values: object) -> Branding:
    """Build a ``Branding``; BrandingError holds one sentence naming the value that is refused."""
    try:
        return Branding.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "branding"
        reason = first["msg"].removeprefix("Value error, ")
        raise BrandingError("branding.refused", f"The branding value “{where}” is refused: {reason}.") from error


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two hex colours (WCAG 2.1).

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def reencode(data: bytes) -> bytes:
    """Read a PNG or JPEG and write it again as PNG without metadata; ValueError says what is wrong."""
    from PIL import Image, UnidentifiedImageError  # only needed with a logo

    if len(data) > LOGO_BYTES:
        raise ValueError("the logo is larger than 1 MB; save it smaller")
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > LOGO_PIXELS:
                raise ValueError("the logo has more than 4 million pixels; save it smaller")
            image.load()
            clean = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("the logo is not a readable PNG or JPEG; export it again as PNG") from error
    clean.thumbnail((1200, 400))
    out = io.BytesIO()
    clean.save(out, format="PNG", optimize=False)
    return out.getvalue()
