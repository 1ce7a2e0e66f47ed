"""The cross-walk from a terminal: sixteen scenarios, what our scores suggest, and never without its caveat."""

import json
import re
from fractions import Fraction

import pytest

from assessment.crosswalk import Crosswalk, Scenario, read_scenarios
from questionnaires import LocaleText
from tests.cli.conftest import Terminal
from web.cli.crosswalk_lines import crosswalk_lines, crosswalk_row, suggestion

CHINESE = re.compile(r"[\u4e00-\u9fff]")
CAVEAT = {"zh": "本对照仅供参考", "en": "Indicative only"}
TEXT = LocaleText("文", "text")
OFFICIAL = {level: LocaleText(f"官方 {level} 级", f"official level {level}") for level in range(5)}


@pytest.fixture(scope="module")
def with_sample(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal on an installation that holds the sample; nothing here writes to it."""
    from assessment.content import load_pack
    from assessment.database import Database
    from web.cli.sample import loaded

    folder = tmp_path_factory.mktemp("crosswalk")
    db = Database.open(f"sqlite:///{folder}/zhidian.db")
    db.migrate()
    loaded(db, load_pack())
    db.close()
    return Terminal(folder, {"ZHIDIAN_DATA_DIR": str(folder)})


@pytest.mark.parametrize(("language", "name"), [("zh", "禾屿家居"), ("en", "Heyu Home")])
def test_the_lines_lead_with_the_caveat_in_the_language_asked_for(
    with_sample: Terminal, language: str, name: str
) -> None:
    result = with_sample.run("crosswalk", "Heyu Home", "--locale", language)
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0].startswith(name)
    assert lines[1].startswith(CAVEAT[language])
    scenarios = [line for line in lines[2:] if line.startswith("  ") and not line.startswith("    ")]
    assert len(scenarios) == 16
    assert bool(CHINESE.search(result.stdout)) is (language == "zh")


def test_the_json_says_of_every_scenario_what_it_rests_on(with_sample: Terminal) -> None:
    result = with_sample.run("crosswalk", "禾屿家居", "--json", "--locale", "zh")
    found = json.loads(result.stdout)
    assert found["caveat"].startswith(CAVEAT["zh"])
    assert found["indicative"]
    assert len(found["scenarios"]) == 16
    for one in found["scenarios"]:
        assert one["indicative"]
        assert (one["official_level"] is None) is (one["fit"] == "none")
        assert bool(one["capabilities"]) is (one["fit"] != "none")
        assert one["suggests"]
    scores = json.loads(with_sample.run("assess", "禾屿家居", "--json").stdout)["capabilities"]
    marketing = next(one for one in found["scenarios"] if one["id"] == "marketing")
    assert marketing["capabilities"] == {c: scores[c] for c in marketing["capabilities"]}
    known = [level for level in marketing["capabilities"].values() if level is not None]
    assert marketing["our_level"] == int(sum(known) / len(known))


def test_an_unknown_engagement_and_an_unknown_language(with_sample: Terminal) -> None:
    assert with_sample.run("crosswalk", "none").exit_code == 1
    assert with_sample.run("crosswalk", "Heyu Home", "--locale", "fr").exit_code == 2


def _walk(fit: str, *capabilities: str) -> Crosswalk:
    scenario = Scenario("s", "c", TEXT, fit, capabilities, TEXT)  # type: ignore[arg-type]
    caveat = LocaleText("仅供参考", "indicative")
    return Crosswalk("x", TEXT, "2024", TEXT, caveat, {"c": TEXT}, {2: 1, 3: 2, 4: 3, 5: 4}, OFFICIAL, (scenario,))


@pytest.mark.parametrize(
    ("fit", "levels", "part"),
    [
        ("close", {"A1": Fraction(3)}, "they point to official level 2"),
        ("close", {"A1": Fraction(1)}, "official level 0"),
        ("partial", {"A1": Fraction(5)}, "ask about the rest"),
        ("close", {"A1": None}, "not scored yet"),
        ("none", {}, "say nothing"),
    ],
)
def test_what_a_scenario_suggests(fit: str, levels: dict[str, Fraction | None], part: str) -> None:
    walk = _walk(fit, *(["A1"] if fit != "none" else []))
    readings = read_scenarios(walk, levels)
    assert part in suggestion(walk, readings[0], "en")
    assert suggestion(walk, readings[0], "zh")
    assert "indicative" in "\n".join(crosswalk_lines("x", walk, readings, "en"))
    assert crosswalk_row(walk, readings, levels, "zh")["caveat"] == "仅供参考"
