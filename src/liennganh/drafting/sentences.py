"""One sentence for one figure: a function of the figure and its targets, and of nothing else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from liennganh.drafting.words import NAMED, lower_first, named, short_agency, upper_first
from liennganh.pure.rollup import AttainmentStatus, Basis, Flow, OverUnits
from liennganh.pure.rollup.words import amount, number
from liennganh.pure.vietnamese import fold
from liennganh.reporting.frozen import FigureView, TargetResult
from liennganh.reporting.sources import register_name

_COUNTED = re.compile(r"^(?:tổng số|số lượng|số)\s+", re.IGNORECASE)
_CHANGE = re.compile(r"^(?:tăng|giảm) ")
#: A numerator of fewer words ("Số đã đạt") does not say what was counted.
_TELLING = 3
#: What an indicator of one's own is counted in where the plan names no unit; not printed.
NO_UNIT = "số lượng"
_LEVEL = re.compile(r"\d[\d.,/-]*%?")
_AT_MOST = re.compile(r"^(?:duy trì )?(?:không quá|dưới) ")
_SIZE = re.compile(r"^.*?\d[\d.,/-]*%?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section, and where it comes from (shown beside the editor, never printed)."""

    text: str
    source: str = ""

    @property
    def said(self) -> str:
        """Return the text without its dash."""
        return self.text.removeprefix("- ")


def figure_line(
    view: FigureView,
    targets: Sequence[TargetResult],
    year_value: Decimal | None,
    *,
    says_estimate: bool = True,
) -> Line:
    """Return the sentence of a figure: what was counted, out of how many, the target, who is missing.

    ``year_value`` is the figure of the year so far. "đạt" is said only where a target is met.
    ``says_estimate`` is False where the report says once that all its figures are estimates.
    """
    said = _share(view, targets) if _is_counted_share(view) else _plain(view)
    if wanted := [requirement(one) for one in targets if not _is_said(requirement(one), said)]:
        said += f" (chỉ tiêu: {'; '.join(wanted)})"
    estimate = _estimate(view) if says_estimate else []
    notes = [*_year(view, year_value), *estimate, *_missing(view)]
    return Line("; ".join([f"- {said}", *notes]) + ".", source_of(view))


def _is_said(phrase: str, text: str) -> bool:
    """Tell whether a label printed by the plan ("Ít nhất 80% số xã …") already gives the target."""
    size = _SIZE.match(phrase)
    # "02 mô hình" and "2" are one number.
    plain = re.sub(r"\b0(?=\d\b)", "", fold(text))
    return not phrase or fold(size[0] if size else phrase) in plain


def _is_counted_share(view: FigureView) -> bool:
    figure = view.figure
    return figure.numerator is not None and figure.denominator is not None


def _share(view: FigureView, targets: Sequence[TargetResult]) -> str:
    figure = view.figure
    assert figure.numerator is not None  # noqa: S101 - looked at before
    assert figure.denominator is not None  # noqa: S101 - looked at before
    counted = f"{number(figure.numerator)}/{number(figure.denominator)}"
    if figure.value is None:
        return f"{upper_first(view.label)}: {counted}, chưa tính được tỷ lệ"
    met = bool(targets) and all(t.attainment.status is AttainmentStatus.MET for t in targets)
    result = f"{'đạt' if met else 'bằng'} {_amount(view, figure.value)}"
    what = _COUNTED.sub("", view.definition.numerator)
    if len(what.split()) >= _TELLING:
        return f"Có {counted} {lower_first(what)}, {result}"
    return f"{upper_first(view.label)}: {counted}, {result}"


def _plain(view: FigureView) -> str:
    figure, label = view.figure, upper_first(view.label)
    if figure.value is not None:
        tail = f", theo {_register(view)}" if view.definition.register else ""
        return f"{label}: {_amount(view, figure.value)}{tail}"
    if view.definition.rule.over_units is OverUnits.SIDE_BY_SIDE and view.parts:
        return f"{label}: {side_by_side(view)}"
    if view.definition.register or figure.parts:
        return f"{label}: {_without_label(view)}"
    return f"{label}: chưa có số liệu"


def side_by_side(view: FigureView) -> str:
    """Return what several agencies count of the same thing, each with its name, never added."""
    said = _beside(view)
    return ", ".join(said) + (", số của từng cơ quan, không cộng" if len(said) > 1 else "")


def _beside(view: FigureView) -> list[str]:
    said = []
    for part in view.parts:
        value = part.value if part.value is not None else part.numerator
        shown = "không phát sinh" if value is None else _amount(view, value)
        said.append(f"{short_agency(part.agency_name)} {shown}")
    return said


def _stands_beside(view: FigureView | None) -> bool:
    """Tell whether a figure has no total, only what each of several agencies counts."""
    if view is None or view.value is not None or not view.parts:
        return False
    return view.definition.rule.over_units is OverUnits.SIDE_BY_SIDE


def _amount(view: FigureView, value: Decimal) -> str:
    """Write a value with its unit; "số lượng" is no unit to print."""
    return amount(view.definition.rule, value).removesuffix(f" {NO_UNIT}")


def requirement(target: TargetResult) -> str:
    """Return what a target asks, in words: "ít nhất 80%"."""
    return target.phrase.removesuffix(f" {NO_UNIT}")


def _without_label(view: FigureView) -> str:
    text = view.sentence.rstrip(". ")
    name = view.definition.rule.name
    if name and text.lower().startswith(f"{name.lower()}:"):
        text = text[len(name) + 1 :].strip()
    return lower_first(text)


def _year(view: FigureView, year_value: Decimal | None) -> list[str]:
    flows = view.definition.rule.flow is Flow.FLOW and view.figure.value is not None
    if not flows or year_value is None or year_value == view.figure.value:
        return []
    return [f"lũy kế từ đầu năm {_amount(view, year_value)}"]


def _estimate(view: FigureView) -> list[str]:
    return ["có số ước cả kỳ"] if view.figure.basis is Basis.ESTIMATE else []


def _missing(view: FigureView) -> list[str]:
    missing = view.missing
    if not missing or not view.figure.parts:
        return []
    if len(missing) <= NAMED:
        return [f"còn {len(missing)} đơn vị chưa có số liệu: {named(missing)}"]
    return [f"còn {len(missing)}/{len(missing) + len(view.parts)} đơn vị chưa có số liệu"]


def source_of(view: FigureView) -> str:
    """Say where a figure comes from: the register, or how many approved reports."""
    if view.definition.register:
        return f"{view.definition.code} · {_register(view)}"
    expected = len(view.parts) + len(view.missing)
    return f"{view.definition.code} · báo cáo đã duyệt của {len(view.parts)}/{expected} đơn vị"


def _register(view: FigureView) -> str:
    return f"sổ theo dõi {register_name(view.definition.register)}"


def result_of(target: TargetResult, view: FigureView | None) -> str:
    """Return what was reached, to be held against the target: "80% (52/65)", "tăng 4%", "–"."""
    measured = target.attainment.measured
    if _CHANGE.match(target.phrase):
        if measured is None:
            return _unmeasured(view)
        return f"{'giảm' if measured < 0 else 'tăng'} {number(abs(measured))}%"
    if view is None or target.value is None:
        return _unmeasured(view)
    result = _amount(view, target.value)
    parts = fraction_of(target, view)
    return f"{result} ({parts})" if parts else result


def _unmeasured(view: FigureView | None) -> str:
    """Return what is known where nothing can be held against the target: the text says the same."""
    if view is None:
        return "–"
    if _stands_beside(view):
        return "; ".join(_beside(view))
    return "–" if view.value is None else _amount(view, view.value)


def fraction_of(target: TargetResult, view: FigureView | None) -> str:
    """Return numerator and denominator behind a result, "" where the result is no share."""
    if view is None or view.value is None or target.value != view.value:
        return ""
    if not _is_counted_share(view):
        return ""
    figure = view.figure
    return f"{number(figure.numerator or Decimal(0))}/{number(figure.denominator or Decimal(0))}"


def target_line(target: TargetResult, view: FigureView | None) -> Line:
    """Return how one target stands, in a line of the assessment."""
    label = upper_first(target.label)
    source = f"{source_of(view)}; thời hạn {target.deadline:%d/%m/%Y}" if view else ""
    asked = requirement(target)
    open_ = target.attainment.status is AttainmentStatus.INSUFFICIENT
    said = _why_open(target, view) if open_ else result_of(target, view)
    wanted = "" if _is_said(asked, label) or asked in said else f"; yêu cầu {asked}"
    return Line(f"- {label}: {said}{wanted}.", source)


def _why_open(target: TargetResult, view: FigureView | None) -> str:
    if view is not None and view.definition.register and view.value is None:
        return _without_label(view)
    if view is not None and view.value is not None and view.missing:
        return f"{_so_far(target, view)}, {_still_out(target, view)}"
    if view is not None and not view.parts and not view.definition.register:
        return "chưa có số liệu"
    if view is not None and view.definition.rule.over_units is OverUnits.SIDE_BY_SIDE:
        return f"{side_by_side(view)}; chưa đủ cơ sở để so sánh"
    return _bare(target, view)


def _so_far(target: TargetResult, view: FigureView) -> str:
    """Return how far a target of incomplete figures is: "mới có" only where it is not reached."""
    reached, gap = result_of(target, view), target.attainment.gap
    size = _LEVEL.search(requirement(target))
    if gap is None or size is None or _CHANGE.match(target.phrase):
        return f"hiện có {reached}"
    if _AT_MOST.match(target.phrase) or view.definition.rule.higher_is_better is False:
        return f"hiện có {reached}, {'quá' if gap > 0 else 'không quá'} mức {size[0]}"
    if gap > 0:
        return f"mới có {reached}"
    return f"đã có {reached}, {'vượt' if gap < 0 else 'bằng'} mức {size[0]}"


def _still_out(target: TargetResult, view: FigureView) -> str:
    gap = target.attainment.gap
    reached = gap is not None and gap <= 0
    return (
        f"{'nhưng ' if reached else ''}còn {len(view.missing)} đơn vị chưa báo cáo "
        "nên chưa kết luận"
    )


def _bare(target: TargetResult, view: FigureView | None) -> str:
    """Return the sentence of the assessment without the label that the line begins with."""
    text = target.attainment.sentence.rstrip(". ")
    names = [target.label]
    if view is not None:
        names += [view.label, view.definition.rule.name]
    for name in sorted(names, key=len, reverse=True):
        if name and text.casefold().startswith(f"{name.casefold()}:"):
            text = text[len(name) + 1 :].strip()
            break
    return lower_first(text)
