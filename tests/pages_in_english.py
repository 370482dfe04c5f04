"""The text of a page, with what went through the catalogue marked: what the translation tests read."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.utils import translation
from django.utils.translation import trans_real

# Two signs of the private use area around each string that was translated.
OPEN, CLOSE = "\ue000", "\ue001"
_MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
)
_READ_OUT = ("aria-label", "title", "placeholder", "alt", "content")
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


def mark_translations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the marks around everything that gettext gives in English from here on."""
    for name in ("gettext", "pgettext", "ngettext", "npgettext"):
        given = getattr(trans_real, name)

        def marked(*args: Any, given: Any = given) -> str:
            text: str = given(*args)
            return f"{OPEN}{text}{CLOSE}" if translation.get_language() == "en" else text

        monkeypatch.setattr(vars(translation)["_trans"], name, marked, raising=False)


class _Texts(HTMLParser):
    """Texts and spoken attributes; what says lang="vi" is data in its own language."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.skipped: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        skip = given.get("lang") == "vi" or tag in {"script", "style", "textarea"}
        skip = skip or any(self.skipped)
        if tag not in _VOID:
            self.skipped.append(skip)
        if not skip:
            for name, value in given.items():
                if value and (name in _READ_OUT or name.startswith("data-text")):
                    self.texts.append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self.skipped:
            self.skipped.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(self.skipped):
            self.texts.append(" ".join(data.split()))


def texts_of(html: str) -> list[str]:
    """Return the texts of a page outside of what is marked as Vietnamese data."""
    reader = _Texts()
    reader.feed(html)
    return reader.texts


def without_marked(text: str) -> str:
    """Return what of a text did not go through the catalogue."""
    while (rest := _MARKED.sub("", text)) != text:
        text = rest
    # A text cut short has lost its closing mark.
    return re.sub(f"{OPEN}.*", "", text)


def strings_kept(*, leaving: tuple[str, ...] = ()) -> set[str]:
    """Return every text in the database: names, texts of plans, labels, reports.

    Models named in ``leaving`` ("plans.intakechange") are left out.
    """
    found: set[str] = set()
    for model in apps.get_models():
        if model._meta.label_lower in leaving:
            continue
        fields = [
            field.attname
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField | models.JSONField)
        ]
        waiting: list[Any] = list(model._default_manager.values_list(*fields))
        while waiting:
            value = waiting.pop()
            if isinstance(value, str):
                found.update(" ".join(line.split()) for line in value.splitlines())
            elif isinstance(value, dict):
                waiting.extend(value.values())
            elif isinstance(value, list | tuple):
                waiting.extend(value)
    return found
