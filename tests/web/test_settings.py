"""What an operator may set: good values, and one sentence for every bad one."""

import stat
from pathlib import Path
from threading import Thread

import pytest

from questionnaires.locale_text import LOCALES
from web import storage
from web.settings import Settings, SettingsError


def read(**values):
    return Settings.read({f"ZHIDIAN_{name.upper()}": value for name, value in values.items()})


def test_defaults_listen_on_this_machine_only():
    usual = read()
    assert (usual.host, usual.port, usual.workers, usual.https) == ("127.0.0.1", 8000, 1, False)
    assert usual.origins == ("http://127.0.0.1:8000", "http://localhost:8000")
    assert str(usual.timezone) == "Asia/Shanghai"


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"port": "0"}, "ZHIDIAN_PORT"),
        ({"port": "٨٠"}, "ZHIDIAN_PORT"),
        ({"port": "70000"}, "ZHIDIAN_PORT"),
        ({"https": "maybe"}, "ZHIDIAN_HTTPS"),
        ({"database_url": "mysql://x/y"}, "ZHIDIAN_DATABASE_URL"),
        ({"origins": "plan.example.com"}, "ZHIDIAN_ORIGINS"),
        ({"origins": "https://plan.example.com/path"}, "ZHIDIAN_ORIGINS"),
        ({"content": "/no/such/folder"}, "ZHIDIAN_CONTENT"),
        ({"timezone": "Mars/Base"}, "ZHIDIAN_TIMEZONE"),
        ({"timezone": "../etc/passwd"}, "ZHIDIAN_TIMEZONE"),
        ({"workers": "2"}, "ZHIDIAN_REDIS_URL"),
    ],
)
def test_a_bad_value_is_one_sentence_that_names_the_variable(values, named):
    with pytest.raises(SettingsError) as caught:
        read(**values)
    for locale in LOCALES:
        assert named in caught.value.sentence(locale)
        assert "\n" not in caught.value.sentence(locale)
    assert caught.value.sentence("en") == str(caught.value)


def test_a_password_in_a_bad_address_is_not_printed():
    with pytest.raises(SettingsError) as caught:
        read(database_url="oracle://me:geheim@db/x")
    assert all("geheim" not in caught.value.sentence(locale) for locale in LOCALES)


def test_a_relative_database_file_is_pinned_to_where_it_was_named(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert read(database_url="sqlite:///mine.db").database_url == f"sqlite:///{tmp_path}/mine.db"


def test_another_address_moves_the_origins_that_followed_the_old_one():
    assert read().listening_on(port=9000).origins == ("http://127.0.0.1:9000", "http://localhost:9000")
    fixed = read(origins="https://plan.example.com")
    assert fixed.listening_on("0.0.0.0", 9000).origins == ("https://plan.example.com",)
    with pytest.raises(SettingsError):
        read().listening_on(port=0)


def test_settings_survive_the_way_to_a_child(tmp_path):
    chosen = read(data_dir=str(tmp_path), content=str(tmp_path), https="1", timezone="Europe/Paris", port="8100")
    assert Settings.read(chosen.environment()) == chosen


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setenv("ZHIDIAN_DATA_DIR", str(tmp_path / "data"))
    for cached in (storage.settings, storage.secret):
        cached.cache_clear()
    yield tmp_path / "data"
    for cached in (storage.settings, storage.secret):
        cached.cache_clear()


def test_the_secret_is_made_once_for_its_owner_only(folder):
    first = storage.secret()
    storage.secret.cache_clear()
    assert storage.secret() == first
    assert len(first) == 32
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == ["secret.key"]


def test_processes_that_start_together_share_one_secret(folder):
    made = []
    threads = [Thread(target=lambda: made.append(storage.secret.__wrapped__())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 8
    assert set(made) == {(folder / "secret.key").read_bytes()}


def test_a_damaged_secret_is_one_sentence(folder):
    folder.mkdir()
    Path(folder / "secret.key").write_bytes(b"short")
    with pytest.raises(SettingsError, match=r"secret\.key"):
        storage.secret()
