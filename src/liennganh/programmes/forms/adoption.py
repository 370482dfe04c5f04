"""For which place a plan is put to work, and which units report."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.forms import DayField
from liennganh.agencies.models import Agency
from liennganh.indicators.models import Indicator
from liennganh.territory.models import Unit

from .fields import ManyField
from .target import Offer


class PlaceForm(forms.Form):
    """The unit and the lead agency, chosen in the address."""

    q = forms.CharField(
        label=_("Tìm địa bàn khác"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: thành phố Lạng Sơn, phường Hoa Lư, tỉnh Ninh Bình."),
    )
    unit = forms.ChoiceField(label=_("Địa bàn của kế hoạch"), widget=forms.RadioSelect)
    lead = forms.ChoiceField(label=_("Cơ quan chủ trì chương trình"))

    def __init__(
        self,
        units: Mapping[str, str],
        agencies: Iterable[Agency],
        *,
        initial: Mapping[str, Any],
    ) -> None:
        super().__init__(initial=dict(initial))
        self.fields["unit"].choices = list(units.items())  # type: ignore[attr-defined]
        self.fields["lead"].choices = [  # type: ignore[attr-defined]
            (agency.pk, str(agency)) for agency in agencies
        ]


class SupplyForm(forms.Form):
    """The communes of a day that the table of units does not know."""

    names = forms.CharField(
        label=_("Danh sách xã, phường, thị trấn của thời điểm đó"),
        widget=forms.Textarea(attrs={"rows": 12}),
        strip=False,
        help_text=_("Mỗi dòng một đơn vị, ví dụ: Phường Đông Kinh."),
    )
    note = forms.CharField(
        label=_("Nguồn của danh sách"),
        max_length=300,
        help_text=_("Ví dụ: Nghị quyết, niên giám thống kê, chính kế hoạch này."),
    )
    valid_from = DayField(label=_("Danh sách đúng từ ngày"))
    valid_to = DayField(label=_("đến trước ngày"))


class UnitsForm(forms.Form):
    """Which of the units below report."""

    units = ManyField(label=_("Địa bàn báo cáo"), required=False)

    def __init__(self, units: Sequence[Unit], day: dt.date, data: Any = None) -> None:
        self.by_key = {unit.key: unit for unit in units}
        super().__init__(data, initial={"units": list(self.by_key)})
        self.fields["units"].choices = [  # type: ignore[attr-defined]
            (unit.key, unit.name_on(day)) for unit in units
        ]

    @property
    def chosen(self) -> list[Unit]:
        return [self.by_key[key] for key in self.cleaned_data["units"]]


class ExtraForm(forms.Form):
    """Indicators that no target names: a plan without figures still wants reports."""

    extra = ManyField(label=_("Chỉ số theo dõi thêm"), required=False)

    def __init__(self, offer: Offer, data: Any = None) -> None:
        self.offer = offer
        super().__init__(data)
        self.fields["extra"].choices = offer.by_group()  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Indicator]:
        return [self.offer.catalogue[key] for key in self.cleaned_data["extra"]]


class WithoutCalendarForm(forms.Form):
    """The officer's word that a programme is to begin without a calendar of reports."""

    without_calendar = forms.BooleanField(
        label=_("Chưa lập lịch báo cáo"),
        required=False,
        help_text=_("Chỉ khi không chọn báo cáo nào. Có thể thêm sau ở trang Lịch báo cáo."),
    )

    def refuse_silence(self, *, reports: bool) -> None:
        """Ask back where no report is chosen and nobody has said that this is meant."""
        if reports or self.cleaned_data["without_calendar"]:
            return
        self.add_error(
            "without_calendar",
            _(
                "Chưa chọn báo cáo nào: chương trình sẽ không có kỳ báo cáo và không có số liệu. "
                "Hãy chọn ít nhất một loại báo cáo, hoặc đánh dấu “Chưa lập lịch báo cáo”."
            ),
        )
