"""From facts to the sections of a report, under the outline of periodic reports.

Every generated sentence is a function of the facts: the same facts give the same text, one figure
changed changes the sentences that rest on it and no others.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from liennganh.drafting.assessing import assessment
from liennganh.drafting.facts import Facts
from liennganh.drafting.narratives import gathered
from liennganh.drafting.reporters import sent_in_time, sent_late, unsent
from liennganh.drafting.sentences import Line, figure_line
from liennganh.drafting.shown import shown_results
from liennganh.drafting.words import count, lower_first, named, short_agency, shortened
from liennganh.indicators.catalogue import GROUPS
from liennganh.pure.rollup import AttainmentStatus
from liennganh.pure.vietnamese import format_date, format_number

SITUATION, DIRECTION, BUDGET = "A", "C", "K"
_OTHER = "Chỉ tiêu khác"
_MOST_LATE = 5
_TASK_SIGNS = 160
_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Section:
    """A section as the facts give it; without ``heading`` it stands before or after the outline."""

    key: str
    heading: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Return the lines as they are edited: "1. " a heading, "a) " a point, "- " a bullet."""
        return "\n".join(line.text for line in self.lines)


def compose(facts: Facts) -> list[Section]:
    """Return the sections I–VI with an opening and a closing paragraph."""
    return [
        Section("mo_dau", "", tuple(_opening(facts))),
        Section("tinh_hinh", "Tình hình", tuple(_situation(facts))),
        Section("chi_dao", "Chỉ đạo, điều hành", tuple(_direction(facts))),
        Section("ket_qua", "Kết quả theo từng nhóm chỉ tiêu", tuple(_results(facts))),
        Section("kinh_phi", "Kinh phí", tuple(_budget(facts))),
        Section("danh_gia", "Đánh giá", tuple(assessment(facts))),
        Section("phuong_huong", "Phương hướng, kiến nghị", tuple(_outlook(facts))),
        Section("ket_thuc", "", (_closing(facts),)),
    ]


def period_of(facts: Facts) -> str:
    """Return the period as it stands in a sentence: "quý III năm 2026"."""
    return lower_first(str(facts.round["label"]))


def _opening(facts: Facts) -> Iterable[Line]:
    yield Line(
        f"Thực hiện {facts.plan}, {facts.issuer} báo cáo kết quả {period_of(facts)} như sau:"
    )
    approved = sum(report["state"] == "approved" for report in facts.reports)
    first, last = facts.day("starts_on"), facts.day("ends_on")
    days = f"từ ngày {format_date(first)} đến ngày {format_date(last)}" if first and last else ""
    whole = len(facts.reports)
    text = f"Số liệu {days} được tổng hợp từ {approved}/{whole} báo cáo đã duyệt của các cơ quan, địa phương."
    if facts.all_estimated:
        text += " Các số liệu đều gồm số ước thực hiện cả kỳ."
    if facts.live:
        text += f" Đây là số liệu tạm tính đến ngày {format_date(facts.as_of)}, chưa khóa kỳ."
    yield Line(text, "trạng thái báo cáo của các đơn vị")


def _figures(facts: Facts, groups: Iterable[str]) -> list[Line]:
    wanted = set(groups)
    return [
        figure_line(
            view,
            facts.targets_of(view.definition.tracked_id),
            facts.year.get(view.definition.tracked_id),
            says_estimate=not facts.all_estimated,
        )
        for view in facts.figures
        if facts.groups.get(view.definition.code, "") in wanted
    ]


def _headed(parts: Iterable[tuple[str, list[Line]]]) -> Iterable[Line]:
    """Give numbers to the parts that say something; one alone needs no heading of its own."""
    filled = [(title, lines) for title, lines in parts if lines]
    if len(filled) == 1:
        yield from filled[0][1]
        return
    for ordinal, (title, lines) in enumerate(filled, start=1):
        yield Line(f"{ordinal}. {title}")
        yield from lines


def _situation(facts: Facts) -> Iterable[Line]:
    found = list(
        _headed(
            [
                ("Số liệu về tình hình", _figures(facts, SITUATION)),
                ("Phản ánh của các cơ quan, địa phương", gathered(facts.reports, "situation")),
            ]
        )
    )
    return found or [Line("Các báo cáo đã duyệt không nêu diễn biến mới trong kỳ.")]


def _direction(facts: Facts) -> Iterable[Line]:
    return _headed(
        [
            ("Kế hoạch, lồng ghép", _figures(facts, DIRECTION)),
            ("Thực hiện nhiệm vụ được giao", list(_tasks(facts))),
            ("Chế độ báo cáo", list(_reporting(facts))),
        ]
    )


def _tasks(facts: Facts) -> Iterable[Line]:
    by_state = facts.content["tasks"]
    whole = sum(by_state.values())
    if not whole:
        return
    named_states = (
        ("checked", "đã hoàn thành và được kiểm tra"),
        ("reported", "đã báo cáo, chờ kiểm tra"),
        ("doing", "đang thực hiện"),
        ("returned", "phải bổ sung"),
        ("open", "chưa báo cáo tiến độ"),
    )
    said = [
        f"{count(by_state[state])} {words}" for state, words in named_states if by_state.get(state)
    ]
    yield Line(
        f"Kế hoạch giao {count(whole)} lượt nhiệm vụ cho các cơ quan, địa phương; đến nay: "
        f"{', '.join(said)}.",
        "tiến độ nhiệm vụ",
    )
    late = facts.late_tasks
    if not late:
        return
    yield Line(f"Có {count(len(late))} nhiệm vụ quá hạn chưa báo cáo kết quả:", "hạn của nhiệm vụ")
    for task in late[:_MOST_LATE]:
        yield Line(
            f"- {shortened(task.text, _TASK_SIGNS).rstrip('.;')} ({short_agency(task.agency)}, hạn "
            f"{format_date(task.due_on)}).",
            "hạn của nhiệm vụ",
        )
    if len(late) > _MOST_LATE:
        yield Line(f"- Và {count(len(late) - _MOST_LATE)} nhiệm vụ khác.", "hạn của nhiệm vụ")


def _reporting(facts: Facts) -> Iterable[Line]:
    reports, source = facts.reports, "ngày gửi báo cáo của các đơn vị"
    in_time, late, missing = sent_in_time(facts), sent_late(facts), unsent(facts)
    said = [f"{len(in_time)}/{len(reports)} đơn vị gửi báo cáo đúng hạn"]
    if late:
        said.append(
            f"{count(len(late))} đơn vị gửi muộn ({named([r['agency_name'] for r in late])})"
        )
    if missing:
        names = named([r["agency_name"] for r in missing], 10)
        said.append(f"{count(len(missing))} đơn vị chưa gửi ({names})")
    yield Line(f"Có {'; '.join(said)}.", source)
    waiting = [r for r in reports if r["state"] != "approved" and r["submitted_at"]]
    if waiting:
        names = named([r["agency_name"] for r in waiting], 10)
        yield Line(
            f"Báo cáo của {count(len(waiting))} đơn vị đã gửi nhưng chưa được duyệt nên chưa tính "
            f"vào số liệu: {names}.",
            source,
        )


def _results(facts: Facts) -> Iterable[Line]:
    apart = {SITUATION, DIRECTION, BUDGET}
    keys = [key for key in GROUPS if key not in apart and key != "R"]
    parts = [(GROUPS[key], _figures(facts, key)) for key in keys]
    others = set(facts.groups.values()) - apart - set(keys)
    parts.append((_OTHER, _figures(facts, others)))
    parts.append(("Chỉ tiêu định tính", list(shown_results(facts))))
    parts.append(("Kết quả khác do các đơn vị nêu", gathered(facts.reports, "results")))
    return list(_headed(parts)) or [Line("Chương trình chưa theo dõi chỉ tiêu nào.")]


def _budget(facts: Facts) -> Iterable[Line]:
    if facts.budget:
        amounts = "; ".join(_money(one) for one in facts.budget[:_MOST_LATE])
        yield Line(f"Kinh phí ghi trong kế hoạch: {amounts}.", "kế hoạch đã ban hành")
    lines = _figures(facts, BUDGET)
    yield from lines
    if not lines:
        yield Line("Trong kỳ không có số liệu thực hiện kinh phí được báo cáo qua chỉ tiêu.")


def _money(amount: Decimal) -> str:
    if amount >= _MILLION and not amount % _MILLION:
        return f"{format_number(amount / _MILLION)} triệu đồng"
    return f"{format_number(amount)} đồng"


def _outlook(facts: Facts) -> Iterable[Line]:
    return _headed(
        [
            ("Phương hướng, nhiệm vụ", list(_next_steps(facts))),
            ("Kiến nghị, đề xuất", gathered(facts.reports, "proposals")),
        ]
    )


def _next_steps(facts: Facts) -> Iterable[Line]:
    lagging = {AttainmentStatus.BEHIND, AttainmentStatus.AT_RISK}
    late = [t for t in facts.targets if t.attainment.status in lagging]
    for target in late[:_MOST_LATE]:
        yield Line(
            f"- Tập trung thực hiện chỉ tiêu “{target.label}”.",
            "mức độ hoàn thành chỉ tiêu",
        )
    if len(late) > _MOST_LATE:
        yield Line(
            f"- Đẩy nhanh {count(len(late) - _MOST_LATE)} chỉ tiêu còn chậm khác (Phụ lục I)."
        )
    if facts.late_tasks:
        agencies = list(dict.fromkeys(task.agency for task in facts.late_tasks))
        yield Line(
            f"- Đôn đốc {named(agencies)} hoàn thành {count(len(facts.late_tasks))} nhiệm vụ quá hạn.",
            "hạn của nhiệm vụ",
        )
    if missing := unsent(facts):
        names = named([report["agency_name"] for report in missing])
        yield Line(f"- Đôn đốc các đơn vị chưa gửi báo cáo: {names}.", "ngày gửi báo cáo")
    yield Line(
        "- Tiếp tục thực hiện các nhiệm vụ thường xuyên của kế hoạch; thực hiện chế độ báo cáo đúng hạn."
    )


def _closing(facts: Facts) -> Line:
    to = f" {facts.addressee}" if facts.addressee else ""
    said = f"kính báo cáo{to}" if to else "báo cáo"
    return Line(f"Trên đây là báo cáo kết quả {period_of(facts)}, {facts.issuer} {said}.")
