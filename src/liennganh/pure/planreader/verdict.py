"""Whether a text is a plan at all, with the reasons in Vietnamese."""

from dataclasses import dataclass

from . import lexicon as lx
from .model import Reading
from .patterns import phrase

_SEVERAL = 3  # tasks
_SHORT = 60  # words
_ENOUGH = 3  # marks


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer and why; true by itself where it is a plan without a doubt.

    ``is_plan`` with ``reasons`` is a text to be taken with a warning, such as a press item about a
    plan; without ``is_plan`` the reasons say what is missing.
    """

    is_plan: bool
    reasons: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.is_plan and not self.reasons


def looks_like_plan(reading: Reading) -> Verdict:
    """Judge by the form: a title or number of a plan, sections, tasks, targets."""
    reasons: list[str] = []
    head = reading.document
    if head.type in {name for name, _, _ in lx.DOCUMENT_TYPES} or (
        head.type == lx.LETTER and head.date
    ):
        marks = 2
    else:
        # A press item about a plan has no head, but says so in its first lines.
        marks = int(phrase(lx.PLAN_NAME).search(reading.text[:600]) is not None)
        reasons.append("Không thấy tên loại văn bản (KẾ HOẠCH, QUYẾT ĐỊNH, V/v …) ở đầu.")
    if len(reading.tasks) >= _SEVERAL:
        marks += 2
    elif reading.tasks:
        marks += 1
    else:
        reasons.append("Không thấy nhiệm vụ nào được giao.")
    if reading.targets:
        marks += 1
    if not any(h.kind for h in reading.outline):
        reasons.append("Không thấy các mục như mục tiêu, nhiệm vụ, tổ chức thực hiện.")
    else:
        marks += 1
    led = sum(task.lead != () for task in reading.tasks)
    told = head.type in {lx.PRESS, lx.LETTER} and led > 0 and _about_a_plan(reading)
    if told:
        # A letter or a press item has not the form of a plan, but hands out its work.
        marks += 2
    words = len(reading.text.split())
    hits = len(phrase(lx.PLAN_WORDS).findall(reading.text[:50_000]))
    if words and hits * 100 < words / 2 and not told:
        reasons.append("Ít dùng từ ngữ của một kế hoạch.")
        marks -= 1
    if words < _SHORT:
        reasons.append("Văn bản quá ngắn.")
        marks -= 2
    if other := _other_kind(reading.text):
        return Verdict(is_plan=False, reasons=(other, *reasons))
    if marks < _ENOUGH:
        return Verdict(is_plan=False, reasons=tuple(reasons))
    if head.type == lx.PRESS:
        return Verdict(is_plan=True, reasons=(_RETOLD,))
    return Verdict(is_plan=True, reasons=())


_RETOLD = (
    "Đây có vẻ là tin báo về một kế hoạch, không phải bản kế hoạch; hãy đối chiếu với văn bản gốc."
)
_BEGINNING = 1_500


def _about_a_plan(reading: Reading) -> bool:
    return phrase(lx.DIRECTIVE_WORDS).search(reading.text[:_BEGINNING]) is not None


def _other_kind(text: str) -> str:
    """Return the reason why a text that names its own kind is no plan, or ``""``."""
    lines = [line.strip(" *#|:.") for line in text[:_BEGINNING].split("\n")]
    for line in lines:
        for name, printed in lx.OTHER_KINDS:
            if line == printed or line.startswith(printed + " "):
                return f"Văn bản tự ghi là {name}, không phải kế hoạch."
    return ""
