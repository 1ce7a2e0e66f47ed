"""Why the plan stands on its platform: what the comparison says for it, and what it says against it."""

from assessment.comparing import rivals
from assessment.dossier import Dossier, PlatformComparison
from questionnaires.locale_text import LocaleText
from reports.phrases import numbers as written
from web.components import numbers
from web.components.bilingual import Bilingual
from web.i18n.sentences import NOTHING, both


def verdict_of(d: Dossier) -> LocaleText:
    """Return the sentences on the platforms compared; nothing when there is no other one.

    The profile chooses the platform; profit and fit of the best-fitting other, and of one that earns more still, are
    compared with that choice, and the sentences say openly when they speak for another one.
    """
    if d.snapshot is None:
        return NOTHING
    main = next((one for one in d.comparisons if one.platform == d.snapshot.plan.platform), None)
    if main is None:
        return NOTHING
    told = [_sentence(d, main, other, n) for n, other in enumerate(rivals(d.comparisons, main.platform))]
    return LocaleText("".join(one.zh for one in told), " ".join(one.en for one in told))


def _sentence(d: Dossier, main: PlatformComparison, other: PlatformComparison, place: int) -> LocaleText:
    currency, p = d.profile.currency, Bilingual(d)
    return both(
        f"verdict.{'also' if place else _case(main, other)}",
        main=p.name(main.platform),
        other=p.name(other.platform),
        why=both("verdict.profile" if d.profile.platform == main.platform else "verdict.asked"),
        money=numbers.money(abs(main.net_p50 - other.net_p50), currency),
        fit=written.plain(main.fit["total"]),
        fit2=written.plain(other.fit["total"]),
    )


def _case(main: PlatformComparison, other: PlatformComparison) -> str:
    """Return which of the two profit and fit speak for; a platform that gives no data back speaks for itself."""
    if main.fit["knocked_out"]:
        return "out"
    if other.fit["knocked_out"]:
        return "other_out"
    earns, fits = main.net_p50 >= other.net_p50, main.fit["total"] >= other.fit["total"]
    if earns and fits:
        return "agree"
    if fits:
        return "fit"
    return "money" if earns else "against"
