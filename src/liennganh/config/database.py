"""Where the data lies: one URL chooses SQLite or PostgreSQL."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from liennganh.config.env import BadSettingError

# Writers take their lock when they begin, so that two of them queue up instead of failing half-way.
_SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        " PRAGMA cache_size=-16000;"
    ),
}


def database(url: str, home: Path, default_name: str) -> dict[str, Any]:
    """Return Django's settings for ``sqlite:///PATH`` or ``postgresql://USER:PASS@HOST:PORT/NAME``.

    An empty URL means a SQLite file of that name under ``home``.

    Raises:
        BadSettingError: for any other kind of URL.

    """
    if not url:
        url = f"sqlite:///{home / default_name}"
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": parts.path.removeprefix("/") if parts.path == "/:memory:" else parts.path,
            "OPTIONS": dict(_SQLITE_OPTIONS),
        }
    if parts.scheme in {"postgresql", "postgres"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    raise BadSettingError(
        f"LIENNGANH_DATABASE_URL must begin with sqlite:/// or postgresql://, not {parts.scheme!r}"
    )
