"""When the reports of one kind are due, and which days they cover."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.agencies.forms import DayField
from liennganh.plans.models import PrintedReportDuty
from liennganh.programmes.proposals import DutySpec
from liennganh.pure.periods import (
    AfterEnd,
    DueKind,
    DueRule,
    DueRuleError,
    MonthDay,
    OnceIn,
    OnceOn,
    PeriodKind,
    WindowRule,
    YearDays,
    build_due_rule,
    due_sentence,
)
from liennganh.ui.sayings import said

# Decree 09/2019/NĐ-CP, as read in the decisions built on it, closes figures on the 14th.
_CLOSING_DAY = 14
# Which field is to blame when a rule of a kind cannot be built.
_FIELD = {
    DueKind.NONE: "due_kind",
    DueKind.YEAR_DAYS: "days",
    DueKind.ONCE_ON: "on",
    DueKind.ONCE_IN: "month",
    DueKind.MONTH_DAY: "day",
    DueKind.AFTER_END: "days_after",
}
_DAY_MONTH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})")


class DutyForm(forms.Form):
    """One kind of report. Only the fields of the chosen way of naming the day count."""

    active = forms.BooleanField(label=_lazy("Có báo cáo này"), required=False)
    due_kind = forms.ChoiceField(
        label=_lazy("Hạn nộp"), choices=lambda: [(kind.value, said(kind.label)) for kind in DueKind]
    )
    days = forms.CharField(
        label=_lazy("Các ngày trong năm"),
        required=False,
        max_length=120,
        help_text=_lazy("Ngày/tháng, ví dụ 31/5; nhiều ngày thì cách nhau bằng dấu phẩy."),
    )
    on = DayField(label=_lazy("Ngày cụ thể"), required=False)
    month = forms.CharField(
        label=_lazy("Tháng cụ thể"),
        required=False,
        max_length=10,
        help_text=_lazy("Tháng/năm, ví dụ 11/2026."),
    )
    day = forms.IntegerField(
        label=_lazy("Ngày trong tháng"),
        required=False,
        help_text=_lazy("31 là ngày cuối tháng."),
    )
    months_after = forms.TypedChoiceField(
        label=_lazy("của tháng"),
        coerce=int,
        required=False,
        choices=[
            (0, _lazy("tháng cuối kỳ")),
            (1, _lazy("tháng liền sau kỳ")),
            (2, _lazy("tháng thứ hai sau kỳ")),
            (-1, _lazy("tháng trước tháng cuối kỳ")),
            (-2, _lazy("tháng thứ hai trước tháng cuối kỳ")),
        ],
    )
    days_after = forms.IntegerField(label=_lazy("Số ngày sau khi chốt số liệu"), required=False)
    working = forms.BooleanField(label=_lazy("tính ngày làm việc"), required=False)
    before = forms.BooleanField(
        label=_lazy("Văn bản ghi “trước ngày …”: nộp đúng ngày đó đã là muộn"), required=False
    )
    closing = forms.TypedChoiceField(
        label=_lazy("Số liệu tính theo"), coerce=int, required=False, empty_value=None
    )
    reporters = forms.CharField(label=_lazy("Nơi báo cáo"), required=False, max_length=300)
    through = forms.CharField(label=_lazy("Gửi qua nơi tổng hợp"), required=False, max_length=300)
    recipients = forms.CharField(label=_lazy("Nơi nhận báo cáo"), required=False, max_length=300)

    def __init__(
        self,
        kind: PeriodKind,
        data: Any = None,
        *,
        spec: DutySpec | None = None,
        always: bool = False,
    ) -> None:
        self.kind, self.spec = kind, spec
        super().__init__(data, prefix=f"bc-{kind.value}", initial=_initial(spec))
        if always:
            del self.fields["active"]
        days = {_CLOSING_DAY} | ({spec.window.closing_day} if spec else set()) - {None}
        self.fields["closing"].choices = [  # type: ignore[attr-defined]
            ("", _("tháng dương lịch")),
            *(
                (day, _("tháng chốt vào ngày %(day)02d") % {"day": day})
                for day in sorted(one for one in days if one)
            ),
        ]

    @property
    def stands_out(self) -> bool:
        """Tell whether the plan prints this report, the officer has ticked it, or it has an error."""
        return self.spec is not None or bool(self["active"].value()) or bool(self.errors)

    @property
    def printed(self) -> PrintedReportDuty | None:
        return self.spec.printed if self.spec else None

    @property
    def name(self) -> str:
        """Return what the form is about, for the list of errors."""
        return said(f"Báo cáo {self.kind.label}")

    @property
    def sentence(self) -> str:
        """Return the rule that the form began with, in words."""
        return due_sentence(self.spec.due) if self.spec else ""

    def clean(self) -> dict[str, Any]:
        """Build the rule; what cannot be is said at the field that names the day."""
        given = super().clean() or {}
        if self.errors or not given.get("active", True):
            return given
        kind = DueKind(given["due_kind"])
        try:
            given["due"] = due = self._due(kind, given)
        except DueRuleError as error:
            self.add_error(_FIELD[kind], str(error))
        else:
            if problem := due.problem_with(self.kind):
                self.add_error(_FIELD[kind], problem)
        return given

    def _due(self, kind: DueKind, given: dict[str, Any]) -> DueRule:
        return build_due_rule(
            kind,
            days=_year_days(given["days"]) if kind == DueKind.YEAR_DAYS else None,
            on=given["on"],
            **_month(given["month"]) if kind == DueKind.ONCE_IN else {},
            day=given["day"],
            months_after=given["months_after"] or 0,
            days_after=given["days_after"],
            working=given["working"],
            before=given["before"],
        )

    def duty(self) -> DutySpec | None:
        """Return the duty as the officer wants it; None where there is none of this kind."""
        given = self.cleaned_data
        if not given.get("active", True):
            return None
        return DutySpec(
            kind=self.kind,
            window=WindowRule(given["closing"]),
            due=given["due"],
            printed=self.printed,
            recipients=given["recipients"],
            reporters=given["reporters"],
            through=given["through"],
        )


def _year_days(text: str) -> list[tuple[int, int]]:
    """Read "31/5, 30/11" into (month, day) pairs."""
    found = []
    for part in filter(None, (one.strip() for one in re.split(r"[,;]|\bvà\b", text))):
        match = _DAY_MONTH.fullmatch(part)
        if match is None:
            raise DueRuleError(
                _("“%(part)s” không phải là ngày/tháng, ví dụ 31/5.") % {"part": part}
            )
        found.append((int(match[2]), int(match[1])))
    if not found:
        raise DueRuleError(_("Chưa ghi ngày đến hạn nào trong năm."))
    return found


def _month(text: str) -> dict[str, int]:
    match = _MONTH_YEAR.fullmatch(text.strip())
    return {"month": int(match[1]), "year": int(match[2])} if match else {}


def _initial(spec: DutySpec | None) -> dict[str, Any]:
    if spec is None:
        return {"due_kind": DueKind.NONE.value}
    return {
        "active": True,
        "before": spec.due.before,
        "closing": spec.window.closing_day,
        "recipients": spec.recipients,
        "reporters": spec.reporters,
        "through": spec.through,
        **_due_fields(spec.due),
    }


def _due_fields(due: DueRule) -> dict[str, Any]:
    match due.when:
        case YearDays(days):
            named = ", ".join(f"{day}/{month}" for month, day in days)
            return {"due_kind": DueKind.YEAR_DAYS.value, "days": named}
        case OnceOn(day):
            return {"due_kind": DueKind.ONCE_ON.value, "on": day}
        case OnceIn(year, month):
            return {"due_kind": DueKind.ONCE_IN.value, "month": f"{month}/{year}"}
        case MonthDay(day, months_after):
            return {"due_kind": DueKind.MONTH_DAY.value, "day": day, "months_after": months_after}
        case AfterEnd(days, working):
            return {"due_kind": DueKind.AFTER_END.value, "days_after": days, "working": working}
        case _:
            return {"due_kind": DueKind.NONE.value}
