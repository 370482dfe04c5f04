"""The annexes: targets, figures by reporter, and who reported when."""

import re
from collections.abc import Sequence

from liennganh.drafting.assessing import verdict
from liennganh.drafting.facts import Facts
from liennganh.drafting.reporters import lateness_in, sent_on
from liennganh.drafting.sentences import NO_UNIT, fraction_of, requirement, result_of
from liennganh.drafting.words import short_agency, shortened, upper_first
from liennganh.pure.officialdocs import Align, Appendix, Block, Column, Table, paragraph
from liennganh.pure.rollup.words import amount, number
from liennganh.pure.vietnamese import format_date
from liennganh.reporting.frozen import FigureView, Part

#: Indicators beside each other in one table; a programme with more gets several tables.
COLUMNS = 6
#: Indicators reported by no more than this many agencies are listed, not spread over columns.
FEW = 3
#: Six columns of an A4 page on its side hold heads of this length in five or six lines.
_HEADER_SIGNS = 110
_PHRASE = re.compile(r"(.{40,109})[,;(]")
_LIST_COLUMNS = 5
_STATES = {
    "approved": "Đã duyệt",
    "submitted": "Chờ duyệt",
    "returned": "Trả lại để bổ sung",
    "draft": "",
}


def annexes(facts: Facts) -> tuple[Appendix, ...]:
    """Return the annexes that have something to show, in the order in which the text cites them."""
    made = [Appendix("Mức độ hoàn thành chỉ tiêu", (_targets(facts),))] if facts.targets else []
    if blocks := _by_reporter(facts):
        spread = any(isinstance(one, Table) and len(one.columns) > _LIST_COLUMNS for one in blocks)
        made.append(Appendix("Số liệu theo đơn vị báo cáo", blocks, landscape=spread))
    if facts.reports:
        made.append(Appendix("Tình hình gửi báo cáo của các đơn vị", (_submissions(facts),)))
    return tuple(made)


def _targets(facts: Facts) -> Table:
    views = {view.definition.tracked_id: view for view in facts.figures}
    rows = []
    for ordinal, target in enumerate(facts.targets, start=1):
        view = views.get(target.tracked_id)
        fraction = fraction_of(target, view)
        result = result_of(target, view).removesuffix(f" ({fraction})")
        rows.append(
            (
                str(ordinal),
                upper_first(target.label),
                upper_first(requirement(target)) or "–",
                result,
                fraction or "–",
                verdict(facts, target),
            )
        )
    return Table(
        columns=(
            Column("TT", Align.CENTRE, 10),
            Column("Chỉ tiêu"),
            Column("Yêu cầu", Align.LEFT, 27),
            Column("Kết quả", Align.RIGHT, 24),
            Column("Tử số/\nmẫu số", Align.RIGHT, 25),
            Column("Đánh giá", Align.LEFT, 23),
        ),
        rows=tuple(rows),
        size_pt=12,
    )


def _by_reporter(facts: Facts) -> tuple[Block, ...]:
    # A register publishes by unit, not by who reports; its total stands in the text.
    typed = [view for view in facts.figures if not view.definition.register]
    asked = [view for view in typed if view.parts or view.missing]
    wide = [view for view in asked if len(view.parts) + len(view.missing) > FEW]
    few = [view for view in asked if view not in wide]
    blocks: list[Block] = []
    needed = -(-len(wide) // COLUMNS)
    size = -(-len(wide) // needed) if needed else 1
    tables = [wide[start : start + size] for start in range(0, len(wide), size)]
    for ordinal, views in enumerate(tables, start=1):
        alone = len(tables) == 1 and not few
        blocks.append(
            _spread(
                views,
                "" if alone else f"Bảng {ordinal}. Số liệu của các đơn vị",
                plain=facts.all_estimated,
            )
        )
    if few:
        caption = f"Bảng {len(tables) + 1}. Số liệu do từng cơ quan báo cáo" if tables else ""
        blocks.append(_listed(few, caption, plain=facts.all_estimated))
    if blocks:
        note = "Ghi chú: “KPS” là không phát sinh; “–” là không áp dụng; “chưa có” là chưa có báo cáo được duyệt."
        blocks.append(paragraph(note))
    return tuple(blocks)


def _spread(views: Sequence[FigureView], caption: str, *, plain: bool) -> Table:
    cells = [{part.agency_name: _cell(part, plain=plain) for part in view.parts} for view in views]
    names = list(
        dict.fromkeys(
            name
            for view in views
            for name in (*(part.agency_name for part in view.parts), *view.missing)
        )
    )
    expected = [{part.agency_name for part in view.parts} | set(view.missing) for view in views]
    rows = [
        (
            str(ordinal),
            short_agency(name),
            *(
                kept.get(name, "chưa có") if name in asked else ""
                for kept, asked in zip(cells, expected, strict=True)
            ),
        )
        for ordinal, name in enumerate(names, start=1)
    ]
    rows.append(("", "Tổng hợp", *(_total(view) for view in views)))
    return Table(
        columns=(
            Column("TT", Align.CENTRE, 10),
            Column("Đơn vị", Align.LEFT, 62),
            *(Column(_header(view), Align.RIGHT) for view in views),
        ),
        rows=tuple(rows),
        caption=caption,
        bold_rows=frozenset({len(rows) - 1}),
        size_pt=11,
    )


def _listed(views: Sequence[FigureView], caption: str, *, plain: bool) -> Table:
    rows = []
    for view in views:
        said = [(part.agency_name, _cell(part, plain=plain)) for part in view.parts]
        said += [(name, "chưa có") for name in view.missing]
        rows += [
            (
                upper_first(view.label),
                _unit_of_cells(view),
                short_agency(name),
                cell,
            )
            for name, cell in said
        ]
    return Table(
        columns=(
            Column("TT", Align.CENTRE, 10),
            Column("Chỉ tiêu"),
            Column("Đơn vị tính", Align.CENTRE, 22),
            Column("Cơ quan báo cáo", Align.LEFT, 50),
            Column("Số liệu", Align.RIGHT, 26),
        ),
        rows=tuple((str(ordinal), *row) for ordinal, row in enumerate(rows, start=1)),
        caption=caption,
        size_pt=12,
    )


def _header(view: FigureView) -> str:
    label, unit = _head(upper_first(view.label)), _unit_of_cells(view)
    return f"{label}\n({unit})" if unit else label


def _head(label: str) -> str:
    """Return a label whole; one of several lines up to its last comma, or at least between words."""
    if len(label) <= _HEADER_SIGNS:
        return label
    phrase = _PHRASE.match(label)
    return phrase[1].rstrip() if phrase else shortened(label, _HEADER_SIGNS)


def _unit_of_cells(view: FigureView) -> str:
    """Say what the cells hold: a share is printed as its two numbers, not in per cent."""
    if any(part.numerator is not None and part.denominator is not None for part in view.parts):
        return "tử số/mẫu số"
    return "" if view.unit == NO_UNIT else view.unit


def _cell(part: Part, *, plain: bool) -> str:
    if part.status == "nil":
        whole = part.denominator
        return "KPS" if whole is None else f"0/{number(whole)}"
    if part.status == "not_applicable":
        return "–"
    estimate = " (ước)" if part.basis == "estimate" and not plain else ""
    if part.numerator is not None and part.denominator is not None:
        return f"{number(part.numerator)}/{number(part.denominator)}{estimate}"
    value = part.value if part.value is not None else part.numerator
    return f"{number(value)}{estimate}" if value is not None else "chưa có"


def _total(view: FigureView) -> str:
    figure = view.figure
    if figure.value is None:
        return "–"
    total = amount(view.definition.rule, figure.value).removesuffix(f" {view.unit}")
    if figure.numerator is None or figure.denominator is None:
        return total
    return f"{number(figure.numerator)}/{number(figure.denominator)}\n= {total}"


def _submissions(facts: Facts) -> Table:
    rows = []
    for ordinal, report in enumerate(facts.reports, start=1):
        day = sent_on(report)
        rows.append(
            (
                str(ordinal),
                short_agency(report["agency_name"]),
                format_date(day) if day else "Chưa gửi",
                lateness_in(facts, report).sentence,
                _STATES.get(report["state"], ""),
            )
        )
    return Table(
        columns=(
            Column("TT", Align.CENTRE, 10),
            Column("Đơn vị"),
            Column("Ngày gửi", Align.CENTRE, 28),
            Column("Tình trạng", Align.LEFT, 36),
            Column("Kết quả duyệt", Align.LEFT, 32),
        ),
        rows=tuple(rows),
        size_pt=12,
    )
