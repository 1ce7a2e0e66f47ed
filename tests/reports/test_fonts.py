"""The two faces: pinned, checked, cut to a set anybody can derive, kept, and told when something is wrong."""

import json
import tarfile

import pytest
from fontTools.ttLib import TTFont

from reports import FontError, ensure_fonts
from reports.coverage_set import NAME_CHARACTERS, code_points
from reports.fonts import INTEGRITY, PACKAGE, VERSION, cut

RARE = "镕堃喆㐂䶮禾屿"
SIGNS = "¥–−◇◆●·…→↑≥≤÷×“”‘’（）①"


@pytest.fixture(scope="module")
def faces(fonts):
    found = [TTFont(fonts.regular, lazy=True), TTFont(fonts.bold, lazy=True)]
    yield found
    for face in found:
        face.close()


def test_both_faces_hold_rare_names_and_every_sign_of_the_charts(faces):
    for face in faces:
        known = face.getBestCmap()
        assert {c for c in RARE + SIGNS + NAME_CHARACTERS if ord(c) not in known} == set()


def test_the_faces_are_static_truetype_without_hints(faces):
    for face in faces:
        assert "glyf" in face
        assert "fvar" not in face
        assert "fpgm" not in face


def test_the_middle_dot_is_narrow_and_widths_are_those_the_charts_count_with(faces):
    from reports.charts.metrics import width

    for bold, face in enumerate(faces):
        known, advances = face.getBestCmap(), face["hmtx"]
        assert advances[known[0xB7]][0] == 300
        for character in "aW1 ·–—−¥会（":
            assert advances[known[ord(character)]][0] == pytest.approx(width(character, 1000, bold=bool(bold)))


def test_the_licence_travels_with_the_faces(fonts):
    assert "SIL Open Font License" in fonts.notice.read_text(encoding="utf-8")
    assert fonts.notice.with_name("OFL.txt").is_file()


def test_a_filled_cache_is_used_as_it_is(fonts):
    before = fonts.regular.stat().st_mtime_ns
    assert ensure_fonts(fonts.regular.parent) == fonts
    assert fonts.regular.stat().st_mtime_ns == before


def test_the_stamp_names_what_the_faces_were_made_of(fonts):
    stamp = json.loads(fonts.regular.with_name("stamp.json").read_text(encoding="utf-8"))
    assert (stamp["package"], stamp["version"], stamp["integrity"]) == (PACKAGE, VERSION, INTEGRITY)


def test_another_package_is_refused_and_nothing_is_kept(tmp_path):
    other = tmp_path / "fonts.tgz"
    with tarfile.open(other, "w:gz"):
        pass
    with pytest.raises(FontError) as refused:
        ensure_fonts(tmp_path / "cache", archive=other)
    assert refused.value.code == "fonts.tampered"
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(FontError) as refused:
        ensure_fonts(blocked / "cache", archive=tmp_path / "none.tgz")
    assert refused.value.code == "fonts.unwritable"


def test_without_a_registry_the_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm"))
    with pytest.raises(FontError, match="connect to the internet") as refused:
        ensure_fonts(tmp_path / "cache")
    assert refused.value.code == "fonts.offline"
    assert not (tmp_path / "cache" / "regular.ttf").exists()


def test_a_face_can_be_cut_to_any_set(fonts, tmp_path):
    cut(fonts.bold, tmp_path / "small.ttf", [ord(c) for c in "支点·Zhidian"])
    with TTFont(tmp_path / "small.ttf") as face:
        assert set(face.getBestCmap()) == {ord(c) for c in "支点·Zhidian"}


def test_the_set_is_whole():
    points = code_points()
    assert 23_000 < len(points) < 28_000
    assert {ord(c) for c in RARE + SIGNS} <= points
