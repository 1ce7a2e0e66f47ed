"""The front end is built when its inputs change, and runs on any address."""

import pytest

from web import build, compat
from web.build import BuildError


@pytest.fixture
def project(tmp_path):
    for name, text in {
        "rxconfig.py": "1",
        "reflex.lock/package.json": "{}",
        "assets/app.css": "a{}",
        "web/app.py": "x",
        "web/pages/home/page.py": "y",
        "web/i18n/zh.json": "{}",
        "web/api/auth.py": "z",
        "web/answer/words/zh.json": "{}",
        "web/jobs/queue.py": "q",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    "name", ["rxconfig.py", "reflex.lock/package.json", "assets/app.css", "web/pages/home/page.py", "web/i18n/zh.json"]
)
def test_a_change_of_an_input_changes_the_hash(project, name):
    before = build.input_hash(project)
    (project / name).write_text("changed")
    assert build.input_hash(project) != before


@pytest.mark.parametrize("name", ["web/api/auth.py", "web/answer/words/zh.json", "web/jobs/queue.py"])
def test_what_pages_are_not_made_of_does_not(project, name):
    before = build.input_hash(project)
    (project / name).write_text("changed")
    assert build.input_hash(project) == before


def test_a_renamed_input_changes_the_hash_too(project):
    before = build.input_hash(project)
    (project / "web/i18n/zh.json").rename(project / "web/i18n/en.json")
    assert build.input_hash(project) != before


def test_pages_are_up_to_date_only_with_their_own_stamp(project, monkeypatch):
    client, stamp = project / "client", project / "stamp"
    client.mkdir()
    monkeypatch.setattr(build, "CLIENT", client)
    monkeypatch.setattr(build, "STAMP", stamp)
    assert not build.is_built(project)
    (client / "index.html").write_text("<html>")
    stamp.write_text(build.input_hash(project))
    assert build.is_built(project)
    (project / "web/app.py").write_text("new")
    assert not build.is_built(project)


def test_the_address_of_the_build_gives_way_to_the_pages_own():
    text = build.portable('a=`ws://localhost:8000/_event`,b="http://localhost:8000"')
    assert "localhost:" not in text
    assert text.count("location.origin") == 2


def test_an_address_chunk_written_in_a_new_way_is_refused():
    with pytest.raises(BuildError):
        build.portable("const nothing = 1")
    with pytest.raises(BuildError):
        build.portable('a="ws://localhost:8000/_event",b=localhost:9')


def test_the_patched_chunk_loses_its_compressed_copies(tmp_path):
    assets = tmp_path / "assets"
    assets.mkdir()
    chunk = assets / "reflex-env-abc.js"
    chunk.write_text('x="ws://localhost:1/_event"')
    for ending in (".gz", ".br"):
        (assets / f"reflex-env-abc.js{ending}").write_bytes(b"old")
    build.make_portable(tmp_path)
    assert [path.name for path in assets.iterdir()] == ["reflex-env-abc.js"]
    with pytest.raises(FileNotFoundError):
        compat.environment_chunk(tmp_path / "nowhere")


def test_two_builds_at_once_are_one(project, monkeypatch):
    """A second server that starts meanwhile waits for the first build and then has nothing left to do."""
    import threading

    built, stamp = [], project / "stamp"
    (project / "client").mkdir()
    (project / "client" / "index.html").write_text("<html>")
    for name, value in {
        "CLIENT": project / "client",
        "STAMP": stamp,
        "LOCK": project / "lock",
        "ROOT": project,
    }.items():
        monkeypatch.setattr(build, name, value)
    monkeypatch.setattr(build, "input_hash", lambda _root=None: "same")

    def export(_say):
        built.append(threading.current_thread().name)
        stamp.write_text("same")
        return True

    monkeypatch.setattr(build, "_export", export)
    with build.alone():
        waiting = [threading.Thread(target=build.build) for _ in range(3)]
        for thread in waiting:
            thread.start()
        assert built == []
    for thread in waiting:
        thread.join()
    assert len(built) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Compiling: ━━━━━━━━━━ 100% 35/34 0:00:08", "Compiling"),
        (
            "─── Compiling production app and preparing for export. ───",
            "Compiling production app and preparing for export",
        ),
        ("Creating Production Build:  ━━━━╸ 50% 2/4 0:00:08", "Creating Production Build"),
        ("Installing @radix-ui/themes", "Installing @radix-ui/themes"),
    ],
)
def test_a_step_is_named_without_the_count_that_overruns_itself(line, said):
    assert build.stage(line) == said
