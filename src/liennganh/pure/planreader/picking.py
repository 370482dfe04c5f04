"""Whom a name picks out: a body, a class that exists, or nobody in particular."""

from functools import lru_cache

from . import lexicon as lx
from .patterns import phrase, squeeze


@lru_cache(maxsize=256)
def is_generic(name: str) -> bool:
    """Say whether a name picks out nobody: "các cơ quan, đơn vị liên quan"."""
    low = squeeze(name).lower()
    if phrase(lx.GENERIC_MARKS).search(low):
        return True
    if phrase(lx.REAL_CLASS).fullmatch(low):
        return False
    return phrase(lx.GENERIC_CLASS).fullmatch(low) is not None


def named(names: list[str]) -> tuple[str, ...]:
    """Drop generic names and repetitions."""
    return tuple(dict.fromkeys(n for n in names if not is_generic(n)))


def leading(names: list[str]) -> tuple[str, ...]:
    """Drop what names nobody from those an item sets to work.

    "Các sở, ban, ngành báo cáo …" does hand work out, to every department there is; only "các cơ
    quan, đơn vị liên quan" does not say to whom.
    """
    return tuple(dict.fromkeys(n for n in names if not is_generic(n) or _departments(n)))


def _departments(name: str) -> bool:
    low = squeeze(name).lower()
    return (
        phrase(lx.DEPARTMENTS).match(low) is not None
        and phrase(lx.ANY_UNIT).search(low) is None
        and phrase(lx.GENERIC_MARKS).search(low) is None
    )
