"""Scans whose pages are known, in place of those that tesseract reads."""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PIL import Image
from tests.cast import Cast

from liennganh import scanning
from liennganh.plans import actions
from liennganh.plans.actions import background
from liennganh.plans.models import Intake
from liennganh.plans.tests.samples import AT, PLAN


def clock() -> dt.datetime:
    return AT


def picture(pages: int = 1) -> bytes:
    out = io.BytesIO()
    sheets = [Image.new("L", (40, 40), 255 - n) for n in range(pages)]
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


class Sheets:
    """A scan whose pages are known; what happens at a page can be set."""

    def __init__(self) -> None:
        head, middle, rest = PLAN.partition("II. NHIỆM VỤ")
        first, second, third = head, *(middle + rest).split("IV. TỔ CHỨC", 1)
        self.texts = [first, second, "IV. TỔ CHỨC" + third]
        self.at: dict[int, Callable[[], scanning.Page | None]] = {}
        self.asked: list[int] = []

    def count(self) -> int:
        return len(self.texts)

    def page(self, number: int, *, cancelled: Callable[[], bool]) -> scanning.Page:
        self.asked.append(number)
        happens = self.at.get(number)
        found = happens() if happens else None
        if cancelled():
            raise scanning.CancelledError
        return found or scanning.Page(number, self.texts[number - 1], certainty=0.95)


def sheets_in_place(monkeypatch: pytest.MonkeyPatch) -> Sheets:
    """Let every scan consist of the same known pages; their worker looks at each whether to stop."""
    made = Sheets()

    @contextmanager
    def opened(_data: bytes, _filename: str) -> Iterator[Sheets]:
        yield made

    monkeypatch.setattr(scanning, "opened", opened)
    monkeypatch.setattr(background, "_BEAT_SECONDS", 0)
    return made


def upload(cast: Cast, at: dt.datetime = AT) -> Intake:
    return actions.start_intake(
        by=cast.lan, agency=cast.health, filename="ban-quet.tif", content=picture(), at=at
    )
