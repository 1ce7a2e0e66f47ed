"""Reading YAML: plain data, the line of every node, overlays by id, and problems with file and line."""

import os

import pytest

from questionnaires.findings import ContentError
from questionnaires.overlaying import Place
from questionnaires.pack import read_pack


@pytest.fixture
def library(tmp_path):
    def write(folder="base", **files):
        for name, text in files.items():
            path = tmp_path / folder / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path / folder

    return write


def problems(root, overlay=None):
    with pytest.raises(ContentError) as caught:
        read_pack(root, overlay)
    return [(f.file, f.line, f.code) for f in caught.value.findings]


def test_plain_data_with_lines(library):
    pack = read_pack(
        library(things="# first\nthings:\n  - id: a\n    when: 2024-05-01\n    on: [1, 2.5, true, null]\n")
    )
    # YAML 1.1 reads `on` as true; keys stay text, dates stay text
    assert pack.documents == {
        "things.yaml": {"things": [{"id": "a", "when": "2024-05-01", "on": [1, 2.5, True, None]}]}
    }
    assert pack.line("things.yaml", "things", 0, "when") == 4
    assert pack.place("things.yaml", "things", 0, "when", "deeper") == Place("things.yaml", 4)
    assert pack.place("other.yaml", "x") == Place("other.yaml", 1)


def test_other_keys_than_words_become_words(library):
    (made,) = read_pack(library(things="[1, 2]: x\n3: y\ntrue: z\nw: 1\n")).documents.values()
    assert (made[3], made["true"], made["w"], len(made)) == ("y", "z", 1, 4)


def test_the_hash_is_that_of_the_content_and_not_of_its_layout(library):
    one = read_pack(library("one", a="x: 1\ny: [2]\n"))
    two = read_pack(library("two", a="# said otherwise\ny:\n  - 2\nx: 1\n"))
    three = read_pack(library("three", a="x: 1\ny: [3]\n"))
    assert one.hash == two.hash != three.hash


def test_the_version_is_that_of_the_head(library):
    assert read_pack(library("one", pack="version: 2.1.0\n")).version == "2.1.0"
    assert read_pack(library("two", pack="- 1\n")).version == ""


def test_samples_are_no_part_of_a_pack(tmp_path, library):
    library("base/samples/home", rows="x: 1\n")
    assert read_pack(library(a="x: 1\n")).documents == {"a.yaml": {"x": 1}}


def test_folders_come_in_order(tmp_path, library):
    library("base/in", b="x: 1\n", a="x: 2\n")
    assert list(read_pack(library(z="x: 3\n")).folder("in/")) == ["in/a.yaml", "in/b.yaml"]


BASE = "rows:\n  - {id: a, x: 1, list: [1, 2]}\n  - {id: b, x: 2}\nother: {k: 1}\n"
EXTRA = "rows:\n  - id: b\n    x: 5\n  - id: c\n    deep: {k: [7]}\nmore: 1\nother:\n  l: 2\n"


def test_an_overlay_overrides_by_id_and_adds_at_the_end(library):
    pack = read_pack(library(a=BASE), library("mine", a=EXTRA, new="y: 1\n"))
    assert pack.documents == {
        "a.yaml": {
            "rows": [{"id": "a", "x": 1, "list": [1, 2]}, {"id": "b", "x": 5}, {"id": "c", "deep": {"k": [7]}}],
            "other": {"k": 1, "l": 2},
            "more": 1,
        },
        "new.yaml": {"y": 1},
    }


def test_every_node_knows_the_file_it_came_from(library):
    mine = library("mine", a=EXTRA)
    pack = read_pack(library(a=BASE), mine)
    own = f"{mine.as_posix()}/a.yaml"
    assert pack.place("a.yaml", "rows", 0, "x") == Place("a.yaml", 2)
    assert pack.place("a.yaml", "rows", 1, "x") == Place(own, 3)
    assert pack.place("a.yaml", "rows", 1, "id") == Place(own, 2)
    assert pack.place("a.yaml", "rows", 2, "deep", "k", 0) == Place(own, 5)
    assert pack.place("a.yaml", "other", "k") == Place("a.yaml", 4)
    assert pack.place("a.yaml", "other", "l") == Place(own, 8)


def test_lists_without_ids_are_replaced_whole(library):
    pack = read_pack(library(a="x: [1, 2]\ny: [{id: [1]}]\n"), library("mine", a="x: [3]\ny: [{id: [2]}]\n"))
    assert pack.documents["a.yaml"] == {"x": [3], "y": [{"id": [2]}]}


def test_a_missing_overlay_folder_of_this_package_changes_nothing(library, tmp_path):
    assert read_pack(library(a=BASE), tmp_path / "nothing").hash == read_pack(library(a=BASE)).hash


def test_an_id_twice_in_an_overlay_would_be_lost(library):
    mine = library("mine", a="rows:\n  - {id: c}\n  - {id: d}\n  - {id: c}\n")
    assert problems(library(a=BASE), mine) == [(f"{mine.as_posix()}/a.yaml", 4, "P006")]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "P001"),
        ("a: 1\nb: ]\n", 2, "P001"),
        ("a: &x 1\nb: *x\n", 1, "P002"),
        ("a: 1\nb: !!python/object 2\n", 2, "P002"),
        ("a: 1\nb: 2\na: 3\n", 3, "P003"),
        (f"a: {'[' * 40}{']' * 40}\n", 1, "P001"),
        ("a: 1\n---\nb: 2\n", 2, "P001"),
        ("a: \x00\n", 1, "P001"),
        (b"a: \xff\xfe\n", 1, "P005"),
    ],
)
def test_what_cannot_be_read(text, line, code, library):
    assert problems(library(a=text)) == [("a.yaml", line, code)]


def test_a_file_that_is_too_large(library):
    assert problems(library(a=b"#" * 2_000_001)) == [("a.yaml", 1, "P004")]


def test_only_plain_files_are_opened(library):
    base = library(a="x: 1\n")
    (base / "endless.yaml").symlink_to("/dev/zero")
    (base / "itself.yaml").symlink_to(base / "itself.yaml")
    (base / "nowhere.yaml").symlink_to(base / "missing")
    (base / "folder.yaml").mkdir()
    os.mkfifo(base / "pipe.yaml")
    names = ["endless.yaml", "folder.yaml", "itself.yaml", "nowhere.yaml", "pipe.yaml"]
    assert problems(base) == [(name, 1, "P008") for name in names]


def test_a_link_to_a_plain_file_is_read(library):
    base = library(a="x: 1\n")
    (base / "b.yaml").symlink_to(base / "a.yaml")
    assert read_pack(base).documents == {"a.yaml": {"x": 1}, "b.yaml": {"x": 1}}


def test_an_empty_file_has_no_data(library):
    assert read_pack(library(a="# nothing yet\n")).documents == {"a.yaml": None}


def test_all_problems_of_all_files_come_at_once(library):
    found = problems(library(a="a: [\n", b="a: 1\na: 2\na: 3\n"))
    assert [(file, code) for file, _, code in found] == [("a.yaml", "P001"), ("b.yaml", "P003"), ("b.yaml", "P003")]


def test_an_entry_overrides_by_its_id_whatever_its_file_is_called(library):
    base = library("base/in", a="rows: [{id: a, x: 1, y: 1}]\n", b="rows: [{id: b, x: 2}]\n").parent
    library("base/whole", one="id: one\nx: 1\ny: 1\n")
    mine = library("mine/in", ours="rows:\n  - {id: b, x: 5}\n  - {id: c, x: 6}\n  - {id: a, x: 7}\n").parent
    library("mine/whole", ours="id: one\nx: 9\n", new="id: two\nx: 3\n")
    pack = read_pack(base, mine)
    assert pack.documents == {
        "in/a.yaml": {"rows": [{"id": "a", "x": 7, "y": 1}]},
        "in/b.yaml": {"rows": [{"id": "b", "x": 5}]},
        "in/ours.yaml": {"rows": [{"id": "c", "x": 6}]},
        "whole/one.yaml": {"id": "one", "x": 9, "y": 1},
        "whole/new.yaml": {"id": "two", "x": 3},
    }
    assert pack.place("in/b.yaml", "rows", 0, "x") == Place(f"{mine}/in/ours.yaml", 2)
    assert pack.place("in/ours.yaml", "rows", 0) == Place(f"{mine}/in/ours.yaml", 3)
    assert pack.place("whole/one.yaml", "x") == Place(f"{mine}/whole/ours.yaml", 2)
    assert pack.place("whole/one.yaml", "y").file == "whole/one.yaml"


def test_an_id_twice_in_two_files_of_an_overlay_would_be_lost(library):
    base = library("base/in", a="rows: [{id: a, x: 1}]\n").parent
    mine = library("mine/in", one="rows: [{id: a, x: 5}]\n", two="rows:\n  - {id: a, x: 6}\n").parent
    assert problems(base, mine) == [(f"{mine}/in/two.yaml", 2, "P006")]


def test_a_folder_of_another_kind_is_left_alone(library):
    base = library("base/platforms", home="id: home\nx: 1\n").parent
    mine = library("mine/industries", ours="id: home\nx: 2\n").parent
    assert read_pack(base, mine).documents == {
        "platforms/home.yaml": {"id": "home", "x": 1},
        "industries/ours.yaml": {"id": "home", "x": 2},
    }


@pytest.mark.parametrize("name", ["code", "key", "category"])
def test_an_entry_is_known_by_its_code_as_by_its_id(name, library):
    base = library("base/in", a=f"rows: [{{{name}: a, x: 1, y: 1}}, {{{name}: b, x: 2}}]\n").parent
    mine = library("mine/in", ours=f"rows:\n  - {{{name}: c, x: 6}}\n  - {{{name}: a, x: 7}}\n").parent
    pack = read_pack(base, mine)
    assert pack.documents == {
        "in/a.yaml": {"rows": [{name: "a", "x": 7, "y": 1}, {name: "b", "x": 2}]},
        "in/ours.yaml": {"rows": [{name: "c", "x": 6}]},
    }
    assert pack.place("in/a.yaml", "rows", 0, "x") == Place(f"{mine}/in/ours.yaml", 3)
    assert pack.place("in/a.yaml", "rows", 1, "x") == Place("in/a.yaml", 1)


def test_a_code_twice_in_an_overlay_would_be_lost(library):
    mine = library("mine", a="rows:\n  - {code: c}\n  - {code: c}\n")
    assert problems(library(a="rows: [{code: a}]\n"), mine) == [(f"{mine.as_posix()}/a.yaml", 3, "P006")]
