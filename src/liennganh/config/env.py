"""Typed readers of environment variables that fail loudly instead of guessing."""

import os
from pathlib import Path


class BadSettingError(Exception):
    """An environment variable holds something that cannot be used."""


def env_str(name: str, default: str = "") -> str:
    """Return a variable, or the content of the file named by ``NAME_FILE`` (for secrets)."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def env_bool(name: str, *, default: bool) -> bool:
    """Return a yes/no variable."""
    text = os.environ.get(name, "").strip().lower()
    if not text:
        return default
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    raise BadSettingError(f"{name} must be true or false, not {text!r}")


def env_int(name: str, default: int) -> int:
    """Return a whole-number variable."""
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    try:
        return int(text)
    except ValueError:
        raise BadSettingError(f"{name} must be a whole number, not {text!r}") from None


def env_list(name: str, default: str = "") -> list[str]:
    """Return a comma-separated variable."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]
