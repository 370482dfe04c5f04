"""The form of a report, built from what the agency is asked; and the small forms around it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from liennganh.programmes.models import TrackedIndicator
from liennganh.pure.vietnamese import (
    NotANumberError,
    format_date,
    format_number,
    parse_date,
    parse_number,
)
from liennganh.reporting.cells import (
    Cell,
    CellError,
    Narrative,
    allows_nil,
    check_cell,
    field_name,
)
from liennganh.reporting.models import Report, Status
from liennganh.reporting.questions import (
    CHOICES,
    answer_of,
    cell_of,
    is_asked_plainly,
    question_of,
    reports_for_one,
)
from liennganh.ui.sayings import fault

TEXTS = ("situation", "results", "obstacles", "proposals")


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of the form: its fields, and what stands beside them."""

    tracked: TrackedIndicator
    status: BoundField
    # Value, or numerator and denominator, each with its label without the indicator's name.
    numbers: tuple[tuple[BoundField, str], ...]
    to_date: tuple[BoundField, str] | None
    note: BoundField
    previous: str
    remark: str  # the reviewer's words on this figure
    percent: str
    # The question that stands before the numbers, where one word says both of them.
    question: str = ""
    answer: BoundField | None = None

    @property
    def shows_numbers(self) -> bool:
        """Tell whether the numbers beside a question want to be seen: something stands there."""
        return any(field.value() or field.errors for field, _label in self.numbers)


class ReportForm(forms.Form):
    """Everything that a reporter types. ``cells`` holds the answers that could be read.

    A wrong number spoils its own cell only: the others are in ``cells`` and can be saved.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    situation = forms.CharField(
        label=_("Tình hình"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    results = forms.CharField(
        label=_("Kết quả chính"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    obstacles = forms.CharField(
        label=_("Khó khăn, vướng mắc"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    proposals = forms.CharField(
        label=_("Đề xuất, kiến nghị"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        report: Report,
        asked: Sequence[TrackedIndicator],
        previous: Mapping[int, Cell] | None = None,
        remarks: Mapping[str, str] | None = None,
    ) -> None:
        self.asked = asked
        self.previous = previous or {}
        self.remarks = remarks or {}
        self.actual_until = report.round.actual_until
        self.cells: dict[int, Cell] = {}
        self.questions: dict[int, str] = {}
        stored = {row.tracked_id: Cell.of(row) for row in report.observations.all()}
        initial: dict[str, Any] = {
            "version": report.version,
            **{text: getattr(report, text) for text in TEXTS},
        }
        plain = any(one.indicator.counts_units for one in asked) and reports_for_one(report)
        for tracked in asked:
            cell = stored.get(tracked.pk, Cell())
            # A page that showed the question is read with it, though numbers were saved meanwhile.
            shown = data is not None and field_name(tracked.pk, "answer") in data
            if plain and is_asked_plainly(tracked, Cell() if shown else cell):
                self.questions[tracked.pk] = question_of(tracked)
                # What the answer says is not written into the boxes as well: one of the two counts.
                cell = Cell(note=cell.note)
                answer = answer_of(stored.get(tracked.pk, Cell()))
                initial[field_name(tracked.pk, "answer")] = answer
            initial |= typed(tracked, cell)
        super().__init__(data, initial=initial)
        for tracked in asked:
            self._add_fields(tracked)

    def _add_fields(self, tracked: TrackedIndicator) -> None:
        if tracked.pk in self.questions:
            self.fields[field_name(tracked.pk, "answer")] = forms.ChoiceField(
                label=self.questions[tracked.pk],
                choices=CHOICES,
                required=False,
                widget=forms.RadioSelect,
            )
        choices = [("", _("(để trống)")), (Status.REPORTED, _("có số liệu"))]
        if allows_nil(tracked):
            choices.append((Status.NIL, _("không phát sinh")))
        choices.append((Status.NOT_APPLICABLE, _("không áp dụng")))
        self.fields[field_name(tracked.pk, "status")] = forms.ChoiceField(
            label=f"{tracked.label} – {_('trạng thái')}", choices=choices, required=False
        )
        for part, label in self._parts(tracked):
            self.fields[field_name(tracked.pk, part)] = forms.CharField(
                # In the list of errors a field stands alone: it names its indicator.
                label=f"{tracked.label} – {label}",
                required=False,
                max_length=40,
                widget=forms.TextInput(
                    attrs={"inputmode": "decimal", "autocomplete": "off", "class": "num"}
                ),
            )
        self.fields[field_name(tracked.pk, "note")] = forms.CharField(
            label=_("Ghi chú"), required=False, max_length=300
        )

    def _parts(self, tracked: TrackedIndicator) -> list[tuple[str, Any]]:
        indicator = tracked.indicator
        whole = _("Ước cả kỳ") if self.actual_until else _("Số liệu")
        parts: list[tuple[str, Any]] = [("value", whole)]
        if indicator.is_share:
            parts = [
                ("numerator", tracked.numerator or indicator.numerator or _("Tử số")),
                ("denominator", tracked.denominator or indicator.denominator or _("Mẫu số")),
            ]
        if self.actual_until is not None:
            day = format_date(self.actual_until)
            parts.append(("to_date", _("Thực hiện đến %(day)s") % {"day": day}))
        return parts

    def clean(self) -> dict[str, Any]:
        """Read every cell; an error stands at the field that is wrong."""
        cleaned = super().clean() or self.cleaned_data
        for tracked in self.asked:
            cell = self._read(tracked, cleaned)
            if cell is None:
                continue
            try:
                check_cell(tracked, cell)
            except CellError as error:
                wrong = error.field if error.field in self.fields else None
                self.add_error(wrong or field_name(tracked.pk, "status"), error.message)
            else:
                self.cells[tracked.pk] = cell
        return cleaned

    def _read(self, tracked: TrackedIndicator, cleaned: dict[str, Any]) -> Cell | None:
        """Return the cell as typed, or None where a number could not be read."""
        numbers: dict[str, Decimal] = {}
        readable = field_name(tracked.pk, "status") in cleaned
        for part, _label in self._parts(tracked):
            name = field_name(tracked.pk, part)
            text = (cleaned.get(name) or "").strip()
            if not text:
                continue
            try:
                numbers[part] = parse_number(text)
            except NotANumberError as error:
                self.add_error(name, fault(error))
                readable = False
        if not readable:
            return None
        status = cleaned.get(field_name(tracked.pk, "status")) or ""
        if not status and numbers:
            # Whoever types a number means it; choosing the word as well is not asked of her.
            status = Status.REPORTED.value
        note = cleaned.get(field_name(tracked.pk, "note")) or ""
        if answer := cleaned.get(field_name(tracked.pk, "answer")):
            if not numbers and not status:
                return cell_of(answer, note)
            self.add_error(
                field_name(tracked.pk, "answer"),
                _("Đã chọn câu trả lời mà vẫn ghi số. Xóa các số, hoặc chọn “Chưa trả lời”."),
            )
            return None
        return Cell(status=status, note=note, **numbers)

    @property
    def narrative(self) -> Narrative:
        """Return the four texts as typed (after validation)."""
        return Narrative(**{text: self.cleaned_data.get(text, "") for text in TEXTS})

    def rows(self) -> Iterator[Row]:
        """Return the indicators in order, each with its fields and what stands beside them."""
        for tracked in self.asked:
            fields = {
                part: (self[field_name(tracked.pk, part)], str(label))
                for part, label in self._parts(tracked)
            }
            to_date = fields.pop("to_date", None)
            numbers = tuple(fields.values())
            before = self.previous.get(tracked.pk)
            yield Row(
                tracked=tracked,
                status=self[field_name(tracked.pk, "status")],
                numbers=numbers,
                to_date=to_date,
                note=self[field_name(tracked.pk, "note")],
                previous=cell_text(before) if before is not None else "",
                remark=self.remarks.get(str(tracked.pk), ""),
                percent=_percent([field for field, _label in numbers])
                if tracked.indicator.is_share
                else "",
                question=self.questions.get(tracked.pk, ""),
                answer=self[field_name(tracked.pk, "answer")]
                if tracked.pk in self.questions
                else None,
            )

    def place_of(self, tracked: TrackedIndicator, field: str) -> str:
        """Return where an error of a blank cell stands: at its question, if it has one."""
        return field_name(tracked.pk, "answer") if tracked.pk in self.questions else field

    def is_wrong(self, tracked: TrackedIndicator) -> bool:
        """Tell whether something that was typed for the indicator is refused (after validation)."""
        return any(name.startswith(field_name(tracked.pk, "")) for name in self.errors)

    def texts(self) -> list[BoundField]:
        """Return the fields of the four texts."""
        return [self[text] for text in TEXTS]


def typed(tracked: TrackedIndicator, cell: Cell) -> dict[str, str]:
    """Return a cell as it would stand in the fields of the form."""
    return {
        field_name(tracked.pk, part): format_number(value)
        if isinstance(value, Decimal)
        else str(value or "")
        for part, value in asdict(cell).items()
    }


def _percent(numbers: list[BoundField]) -> str:
    try:
        above, below = (parse_number(str(field.value() or "")) for field in numbers)
    except NotANumberError:
        return ""
    return share_text(above, below)


def share_text(above: Decimal, below: Decimal) -> str:
    """Return numerator over denominator as a percentage with one decimal; "" over zero."""
    return f"{format_number(round(above * 100 / below, 1))}%" if below else ""


def cell_text(cell: Cell) -> str:
    """Return a cell in words, as a reader sees it: "12", "3/8 (37,5%)", "không phát sinh"."""
    if not cell.status:
        return str(_("(để trống)"))
    if cell.status != Status.REPORTED:
        below = f" (/{format_number(cell.denominator)})" if cell.denominator is not None else ""
        return f"{Status(cell.status).label}{below}"
    if cell.value is not None:
        return format_number(cell.value)
    above, below = (
        "…" if number is None else format_number(number)
        for number in (cell.numerator, cell.denominator)
    )
    share = (
        share_text(cell.numerator, cell.denominator)
        if cell.numerator is not None and cell.denominator is not None
        else ""
    )
    return f"{above}/{below} ({share})" if share else f"{above}/{below}"


class DayField(forms.CharField):
    """A day typed as dd/mm/yyyy."""

    def clean(self, value: Any) -> dt.date | None:
        """Return the day; nothing typed is None where that is allowed."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_date(text)
        except ValueError as error:
            raise forms.ValidationError(fault(error)) from None


class AdHocForm(forms.Form):
    """A round that no calendar asked for."""

    label = forms.CharField(label=_("Tên kỳ"), max_length=120)
    starts_on = DayField(label=_("Số liệu từ ngày"), max_length=10)
    ends_on = DayField(label=_("đến hết ngày"), max_length=10)
    due_on = DayField(label=_("Hạn nộp"), max_length=10, required=False)


class DueForm(forms.Form):
    """The day of a round for which the plan prints none."""

    due_on = DayField(label=_("Hạn nộp"), max_length=10)


class FilterForm(forms.Form):
    """What the table of a round shows; it lives in the address."""

    q = forms.CharField(label=_("Tìm đơn vị"), required=False, max_length=100)
    state = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[
            ("", _("tất cả")),
            ("draft", _("chưa gửi")),
            ("submitted", _("đã gửi")),
            ("returned", _("trả lại")),
            ("approved", _("đã duyệt")),
        ],
    )
    late = forms.ChoiceField(
        label=_("Thời hạn"),
        required=False,
        choices=[("", _("tất cả")), ("yes", _("muộn hoặc quá hạn"))],
    )
    sort = forms.ChoiceField(
        label=_("Xếp theo"),
        required=False,
        choices=[("", _("tên")), ("state", _("trạng thái")), ("sent", _("ngày gửi"))],
    )
