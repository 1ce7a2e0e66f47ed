"""Read the package's YAML files and build the frozen library of one content pack."""

from functools import cache
from pathlib import Path

from questionnaires.card_loading import reason_from, requests_from, sales_moment_from, vignette_from
from questionnaires.findings import ContentError, Finding, worded
from questionnaires.framework_loading import framework_from
from questionnaires.instrument_loading import instrument_from, mystery_from, selection_from
from questionnaires.instruments import Library
from questionnaires.pack import Pack, read_pack
from questionnaires.urgency import with_reasons

LIBRARY = Path(__file__).parent / "library"
OVERLAY = "questionnaires"


def read_library_pack(overlay: Path | None = None) -> Pack:
    """Read the YAML of this package, with the overlay's ``questionnaires`` folder laid over it."""
    if overlay is not None and not overlay.is_dir():
        raise ContentError([worded("P007", overlay.as_posix(), 1)])
    return read_pack(LIBRARY, overlay / OVERLAY if overlay else None)


def load_library(overlay: Path | None = None) -> Library:
    """Load the whole library; ContentError with file and line when the pack cannot be used.

    An overlay is checked first, because nobody else proved it; warnings do not stop it. Loaded once per overlay and
    process: content is immutable while the program runs.
    """
    return _loaded(overlay)


@cache
def _loaded(overlay: Path | None) -> Library:
    pack = read_library_pack(overlay)
    if overlay is not None and (errors := _errors(pack)):
        raise ContentError(errors)
    return library_from(pack)


def library_from(pack: Pack) -> Library:
    """Turn a pack that was read into frozen objects."""
    try:
        framework = framework_from(pack)
        instruments = {data["id"]: instrument_from(data, framework) for data in pack.folder("instruments/").values()}
        instruments |= {
            data["id"]: selection_from(data, instruments[data["of"]], framework)
            for data in pack.folder("selections/").values()
        }
        cards = pack.folder("cards/")
        reasons = tuple(map(reason_from, cards["cards/reasons.yaml"]["reasons"]))
        instruments = {
            key: with_reasons(instrument, reasons) if instrument.group == "E" else instrument
            for key, instrument in instruments.items()
        }
        return Library(
            framework=framework,
            instruments=instruments,
            requests=requests_from(cards["cards/requests.yaml"]),
            sales_moments=tuple(map(sales_moment_from, cards["cards/sales_moments.yaml"]["moments"])),
            reasons=reasons,
            vignettes=tuple(map(vignette_from, cards["cards/vignettes.yaml"]["vignettes"])),
            mystery=mystery_from(cards["cards/mystery.yaml"], framework),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ContentError(_errors(pack) or [_unusable(pack, error)]) from error


def _errors(pack: Pack) -> list[Finding]:
    from questionnaires.checking.pack_check import check_pack  # Pydantic stays off the path of a sound library

    return [finding for finding in check_pack(pack) if finding.severity == "error"]


def _unusable(pack: Pack, error: Exception) -> Finding:
    """Name the place as well as it can be known, should the checks ever miss what the loader trips over."""
    what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
    return worded("Q000", pack.root, 1, params={"problem": what})
