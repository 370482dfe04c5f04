"""Section V: each target reached or not, what stands in the way."""

from collections.abc import Iterable

from liennganh.drafting.facts import Facts
from liennganh.drafting.narratives import gathered
from liennganh.drafting.sentences import Line, target_line
from liennganh.drafting.words import count, lower_first
from liennganh.pure.officialdocs import point_letter
from liennganh.pure.rollup import AttainmentStatus
from liennganh.reporting.frozen import TargetResult

_NOT_REACHED = "Không đạt"
#: The order in which an assessment goes through its targets, and the words for each.
_ORDER = (
    "Đạt",
    "Đúng tiến độ",
    "Có nguy cơ không đạt",
    "Chậm tiến độ",
    _NOT_REACHED,
    "Chưa đủ số liệu",
)
_WORDS = {
    AttainmentStatus.MET: "Đạt",
    AttainmentStatus.ON_TRACK: "Đúng tiến độ",
    AttainmentStatus.AT_RISK: "Có nguy cơ không đạt",
    AttainmentStatus.BEHIND: "Chậm tiến độ",
    AttainmentStatus.INSUFFICIENT: "Chưa đủ số liệu",
}


def verdict(facts: Facts, target: TargetResult) -> str:
    """Return the word for how a target stands; behind at its own deadline is "không đạt"."""
    ended = facts.day("ends_on")
    late = target.attainment.status is AttainmentStatus.BEHIND
    if late and ended is not None and ended >= target.deadline and facts.as_of >= target.deadline:
        return _NOT_REACHED
    return _WORDS[target.attainment.status]


def assessment(facts: Facts) -> Iterable[Line]:
    """Return section V: the targets by how they stand, then what the reporters find difficult."""
    yield Line("1. Mức độ hoàn thành chỉ tiêu")
    yield from _targets(facts)
    yield Line("2. Tồn tại, khó khăn và nguyên nhân")
    obstacles = gathered(facts.reports, "obstacles")
    yield from obstacles or [
        Line("Các báo cáo đã duyệt không nêu khó khăn, vướng mắc.", "báo cáo của các đơn vị")
    ]


def _targets(facts: Facts) -> Iterable[Line]:
    if not facts.targets:
        yield Line("Chương trình không đặt chỉ tiêu bằng số.")
        return
    by_word: dict[str, list[TargetResult]] = {}
    for target in facts.targets:
        by_word.setdefault(verdict(facts, target), []).append(target)
    present = [word for word in _ORDER if word in by_word]
    said = ", ".join(f"{count(len(by_word[word]))} {lower_first(word)}" for word in present)
    yield Line(
        f"Trong {count(len(facts.targets))} chỉ tiêu của chương trình: {said} (chi tiết tại Phụ lục I).",
        "số liệu của kỳ đối chiếu với chỉ tiêu",
    )
    views = {view.definition.tracked_id: view for view in facts.figures}
    for ordinal, word in enumerate(present, start=1):
        yield Line(f"{point_letter(ordinal)}) {word}:")
        for target in by_word[word]:
            yield target_line(target, views.get(target.tracked_id))
