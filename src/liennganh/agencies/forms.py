"""Forms of the directory of agencies, and the field for a day as offices write it."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.pure.vietnamese import format_date, parse_date
from liennganh.territory.models import Level
from liennganh.ui.sayings import fault

from .kinds import KINDS
from .models import Agency, Mode


class DayField(forms.CharField):
    """A day typed as dd/mm/yyyy; gives a date, or None where it may be left empty."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Ngày/tháng/năm, ví dụ 05/6/2026"))
        super().__init__(**options)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return parse_date(text)
        except ValueError as error:
            raise ValidationError(fault(error)) from error

    def prepare_value(self, value: Any) -> Any:
        return format_date(value) if isinstance(value, dt.date) else value


def _kinds() -> list[tuple[str, str]]:
    return [(kind.key, kind.label) for kind in KINDS.values()]


class AgencyFilter(forms.Form):
    """What the list of agencies is narrowed to."""

    q = forms.CharField(
        label=_("Tìm theo tên"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"type": "search"}),
    )
    level = forms.ChoiceField(
        label=_("Cấp"), required=False, choices=[("", _("Mọi cấp")), *Level.choices]
    )
    kind = forms.ChoiceField(
        label=_("Loại"), required=False, choices=[("", _("Mọi loại")), *_kinds()]
    )
    past = forms.BooleanField(label=_("Cả cơ quan không còn hoạt động"), required=False)


class AgencyForm(forms.Form):
    """An agency's names, way of being addressed and days."""

    name = forms.CharField(label=_("Tên đầy đủ"), max_length=200)
    short_name = forms.CharField(label=_("Tên ngắn"), max_length=100, required=False)
    mode = forms.ChoiceField(
        label=_("Cách giao việc"),
        choices=Mode.choices,
        help_text=_("Tòa án, Viện kiểm sát, Mặt trận và các đoàn thể thì đề nghị, không giao."),
    )
    valid_from = DayField(label=_("Hoạt động từ ngày"), required=False)
    valid_to = DayField(
        label=_("Đến trước ngày"), required=False, help_text=_("Ngày đầu tiên không còn hoạt động")
    )


class NewAgencyForm(forms.Form):
    """A new agency of a unit of one's own province."""

    unit = forms.ChoiceField(label=_("Địa bàn"))
    kind = forms.ChoiceField(label=_("Loại"), choices=_kinds())
    name = forms.CharField(label=_("Tên đầy đủ"), max_length=200)
    short_name = forms.CharField(label=_("Tên ngắn"), max_length=100, required=False)
    mode = forms.ChoiceField(
        label=_("Cách giao việc"),
        choices=[("", _("Theo loại cơ quan")), *Mode.choices],
        required=False,
    )

    def __init__(self, *args: Any, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = units


class AliasForm(forms.Form):
    """Another name under which plans speak of the agency."""

    name = forms.CharField(label=_("Tên gọi khác"), max_length=200)


if TYPE_CHECKING:
    _ModelChoice = forms.ModelChoiceField[Agency]
else:  # generic in the stubs only
    _ModelChoice = forms.ModelChoiceField


class AgencyChoice(_ModelChoice):
    """A choice among agencies, each shown with its unit."""

    def label_from_instance(self, obj: Agency) -> str:
        return f"{obj.name} – {obj.unit}"


class SuccessionForm(forms.Form):
    """Who takes over, in which field, from which day, by which decision."""

    successor = AgencyChoice(label=_("Cơ quan tiếp nhận"), queryset=Agency.objects.none())
    field = forms.CharField(
        label=_("Lĩnh vực"),
        max_length=120,
        required=False,
        help_text=_("Để trống nếu nhận toàn bộ"),
    )
    effective_on = DayField(label=_("Từ ngày"))
    legal_basis = forms.CharField(
        label=_("Căn cứ"), max_length=200, help_text=_("Số quyết định hoặc nghị quyết")
    )


class MemberForm(forms.Form):
    """Somebody's role in the agency."""

    username = forms.CharField(
        label=_("Tên đăng nhập"), max_length=150, help_text=_("Người này đã có tài khoản")
    )
    role = forms.ChoiceField(label=_("Vai trò"), choices=Role.choices)
    valid_from = DayField(label=_("Từ ngày"))

    def clean_username(self) -> User:
        """Return the person of that name, or refuse."""
        user = User.objects.filter(username=self.cleaned_data["username"].strip()).first()
        if user is None or not user.is_active:
            raise ValidationError(
                _(
                    "Không có tài khoản đang dùng nào mang tên đăng nhập này. Kiểm tra lại cách viết."
                )
            )
        return user
