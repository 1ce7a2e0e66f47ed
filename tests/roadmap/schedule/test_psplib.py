"""The standard instances of project scheduling: read, dated, checked without the solver."""

import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from roadmap.levelling import level
from roadmap.network import NetworkInputError
from roadmap.psplib import best_known, faults, read_folder, read_sm, run

# four jobs between a start (1) and an end (6); one resource of capacity 2
TEXT = """\
************************************************************************
projects                      :  1
jobs (incl. supersource/sink ):  6
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          3           2   3   4
   2        1          1           5
   3        1          1           6
   4        1          1           6
   5        1          1           6
   6        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1
------------------------------------------------------------------------
  1      1     0       0
  2      1     3       2
  3      1     2       1
  4      1     2       1
  5      1     2       1
  6      1     0       0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1
    2
************************************************************************
"""


def test_an_instance_is_read_and_dated_as_short_as_possible() -> None:
    instance = read_sm(TEXT, "small")
    assert len(instance.network.tasks) == 6
    assert len(instance.network.links) == 7
    assert instance.capacity == {"R1": 2}
    # 2 fills days 0-2 alone; 12 units of work in all, so 3, 4 and 5 need 6 units: three more days, 5 taking two of them
    found = level(instance.network, instance.capacity)
    assert (found.status, found.length) == ("optimal", 7)
    assert faults(instance, found) == []


def test_faults_are_found_without_the_solver() -> None:
    instance = read_sm(TEXT, "small")
    unlimited = level(instance.network, {})
    assert faults(instance, unlimited)[0].startswith("R1 on day ")
    turned = replace(
        instance, network=replace(instance.network, links=(replace(instance.network.links[3], before="6"),))
    )
    assert faults(replace(turned, capacity={}), unlimited) == ["6 → 5"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT.replace("REQUESTS/DURATIONS:", "REQUESTS:"),
        TEXT.replace("  2      1     3       2\n", "  2      2     3       2\n"),
        TEXT.replace("  2      1     3       2\n", "  2      1\n"),
        TEXT.replace("  R 1\n    2\n", ""),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NetworkInputError, match="single-mode PSPLIB"):
        read_sm(text, "other.sm")


def test_a_folder_of_files_and_archives_is_measured(tmp_path: Path) -> None:
    (tmp_path / "j4_1.sm").write_text(TEXT, "utf-8")
    with tarfile.open(tmp_path / "more.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "j4_1.sm", "set/j4_2.sm")
    (tmp_path / "best_known.csv").write_text("instance,ub\nj4_1,7\n", "utf-8")
    assert [instance.name for instance in read_folder(tmp_path)] == ["j4_1", "j4_2"]
    assert best_known(tmp_path) == {"j4_1": 7}
    figures = run(tmp_path, 5)["4 tasks"]
    assert (figures["instances"], figures["proven"], figures["valid"]) == (2, 2, 2)
    assert (figures["best_known_reached"], figures["mean_gap_to_best_known"]) == (1, 0)
    assert run(tmp_path, 5, limit=1)["4 tasks"]["instances"] == 1


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NetworkInputError, match="holds no PSPLIB file"):
        run(tmp_path)
