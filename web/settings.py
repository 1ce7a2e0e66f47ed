"""What an operator may set, read from the environment once. Knows nothing of Reflex.

Every wrong value ends in one sentence that names the variable and says what it should be.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta, timezone, tzinfo
from functools import cache
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from questionnaires.locale_text import Locale, LocaleText

HIGHEST_PORT = 65535
DATABASES = ("sqlite", "postgresql", "postgresql+psycopg")
SQLITE = "sqlite:///"
CHINA = "Asia/Shanghai"
ROOT = Path(__file__).resolve().parent.parent


class SettingsError(Exception):
    """A variable of the environment has a value that cannot be used; the text is one sentence, without its full stop."""

    def __init__(self, text: LocaleText) -> None:
        self.text = text
        super().__init__(text.en)

    def sentence(self, locale: Locale) -> str:
        """Return what to tell the operator, in one language."""
        return self.text.in_(locale)


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one server.

    ``origins`` are the addresses a browser may come from; ``https`` marks cookies as secure; ``content`` is the
    overlay folder of the content pack; ``redis`` is needed as soon as there is more than one app process;
    ``timezone`` is the clock readers live by; ``cache_dir`` holds what can be made again, such as the fonts.
    """

    host: str
    port: int
    data_dir: Path
    cache_dir: Path
    database_url: str
    origins: tuple[str, ...]
    content: Path | None
    https: bool
    proxy_hops: int
    workers: int
    redis: str
    timezone: tzinfo

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Read and check the settings.

        Raises:
            SettingsError: naming the variable, its value and what it should be.
        """
        host = environment.get("ZHIDIAN_HOST", "127.0.0.1")
        port = _whole(environment, "ZHIDIAN_PORT", 8000, 1, HIGHEST_PORT)
        data_dir = Path(environment.get("ZHIDIAN_DATA_DIR") or "var").expanduser().absolute()
        redis = environment.get("ZHIDIAN_REDIS_URL", "")
        workers = _whole(environment, "ZHIDIAN_WORKERS", 1, 1, 64)
        if workers > 1 and not redis:
            raise SettingsError(
                LocaleText(
                    "ZHIDIAN_WORKERS 大于 1 时各进程要共享页面状态，请同时设置 ZHIDIAN_REDIS_URL",
                    "ZHIDIAN_WORKERS is above 1 and needs ZHIDIAN_REDIS_URL, because page states are shared",
                )
            )
        return cls(
            host=host,
            port=port,
            data_dir=data_dir,
            cache_dir=Path(environment.get("ZHIDIAN_CACHE_DIR") or ROOT / ".cache").expanduser().absolute(),
            database_url=_database(environment, data_dir),
            origins=_origins(environment, host, port),
            content=_content(environment),
            https=_flag(environment, "ZHIDIAN_HTTPS"),
            proxy_hops=_whole(environment, "ZHIDIAN_PROXY_HOPS", 0, 0, 9),
            workers=workers,
            redis=redis,
            timezone=_timezone(environment),
        )

    def listening_on(self, host: str | None = None, port: int | None = None) -> Self:
        """Return the settings with another address; origins that only followed the old address follow the new one.

        Raises:
            SettingsError: when the port is none.
        """
        host, port = host or self.host, self.port if port is None else port
        if not 1 <= port <= HIGHEST_PORT:
            raise SettingsError(
                LocaleText(
                    f"端口是 {port}，请给 1 到 {HIGHEST_PORT} 之间的整数",
                    f"the port is {port}: give a whole number from 1 to {HIGHEST_PORT}",
                )
            )
        followed = self.origins == _own_origins(self.host, self.port)
        return replace(self, host=host, port=port, origins=_own_origins(host, port) if followed else self.origins)

    def environment(self) -> dict[str, str]:
        """Return the variables that give a child process these very settings."""
        variables = {
            "ZHIDIAN_HOST": self.host,
            "ZHIDIAN_PORT": str(self.port),
            "ZHIDIAN_DATA_DIR": str(self.data_dir),
            "ZHIDIAN_CACHE_DIR": str(self.cache_dir),
            "ZHIDIAN_DATABASE_URL": self.database_url,
            "ZHIDIAN_ORIGINS": ",".join(self.origins),
            "ZHIDIAN_HTTPS": "1" if self.https else "0",
            "ZHIDIAN_PROXY_HOPS": str(self.proxy_hops),
            "ZHIDIAN_WORKERS": str(self.workers),
            "ZHIDIAN_REDIS_URL": self.redis,
            "ZHIDIAN_TIMEZONE": str(self.timezone),
        }
        return variables | ({"ZHIDIAN_CONTENT": str(self.content)} if self.content else {})


def _whole(environment: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    """Return a whole number between ``low`` and ``high``."""
    text = environment.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
        raise SettingsError(
            LocaleText(
                f"{name} 的值是 {text!r}，请给 {low} 到 {high} 之间的整数",
                f"{name} is {text!r}: give a whole number from {low} to {high}",
            )
        )
    return int(text)


def _flag(environment: Mapping[str, str], name: str) -> bool:
    """Return a yes or no."""
    text = environment.get(name, "0").lower()
    if text not in {"0", "1", "no", "yes", "false", "true", ""}:
        raise SettingsError(LocaleText(f"{name} 的值是 {text!r}，请给 1 或 0", f"{name} is {text!r}: give 1 or 0"))
    return text in {"1", "yes", "true"}


def _database(environment: Mapping[str, str], data_dir: Path) -> str:
    """Return the database URL; without one, an SQLite file in the data folder."""
    url = environment.get("ZHIDIAN_DATABASE_URL") or f"sqlite:///{data_dir / 'zhidian.db'}"
    if url.partition(":")[0] not in DATABASES or "://" not in url:
        shown = url.partition("@")[2] or url  # never print a password
        forms = ("sqlite:///path/to/file.db", "postgresql+psycopg://user@host/name")
        raise SettingsError(
            LocaleText(
                f"ZHIDIAN_DATABASE_URL 的值是 {shown!r}，请写成 {forms[0]} 或 {forms[1]}",
                f"ZHIDIAN_DATABASE_URL is {shown!r}: give {forms[0]} or {forms[1]}",
            )
        )
    if url.startswith(SQLITE) and ":memory:" not in url:  # a child process may start in another folder
        return SQLITE + str(Path(url.removeprefix(SQLITE)).expanduser().absolute())
    return url


def _origins(environment: Mapping[str, str], host: str, port: int) -> tuple[str, ...]:
    """Return the exact origins browsers may come from."""
    text = environment.get("ZHIDIAN_ORIGINS", "")
    if not text:
        return _own_origins(host, port)
    origins = tuple(part.strip().rstrip("/") for part in text.split(",") if part.strip())
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path:
            raise SettingsError(
                LocaleText(
                    f"ZHIDIAN_ORIGINS 里有 {origin!r}，请写成 https://plan.example.com 这样的地址",
                    f"ZHIDIAN_ORIGINS holds {origin!r}: give addresses such as https://plan.example.com",
                )
            )
    return origins


def _own_origins(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses this machine answers to."""
    names = dict.fromkeys(("127.0.0.1", "localhost", *([host] if host not in {"0.0.0.0", "::"} else [])))  # noqa: S104
    return tuple(f"http://{name}:{port}" for name in names)


def _timezone(environment: Mapping[str, str]) -> tzinfo:
    """Return the time zone of the readers; China's needs no time zone data on the machine."""
    name = environment.get("ZHIDIAN_TIMEZONE") or CHINA
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        if name == CHINA:
            return timezone(timedelta(hours=8), CHINA)
        raise SettingsError(
            LocaleText(
                f"ZHIDIAN_TIMEZONE 的值是 {name!r}，请写成 {CHINA} 或 Europe/Paris 这样的时区名",
                f"ZHIDIAN_TIMEZONE is {name!r}: give a name such as {CHINA} or Europe/Paris",
            )
        ) from None


def _content(environment: Mapping[str, str]) -> Path | None:
    """Return the overlay folder of the content pack, if one is named."""
    text = environment.get("ZHIDIAN_CONTENT", "")
    if text and not Path(text).is_dir():
        raise SettingsError(
            LocaleText(
                f"ZHIDIAN_CONTENT 的值是 {text!r}，没有这个文件夹",
                f"ZHIDIAN_CONTENT is {text!r}: there is no such folder",
            )
        )
    return Path(text).absolute() if text else None


@cache
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings.read()
