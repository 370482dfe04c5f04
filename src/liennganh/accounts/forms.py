"""Forms of signing in and of passwords."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.utils.translation import gettext_lazy as _

from liennganh.accounts.models import User

if TYPE_CHECKING:
    _SetPassword = SetPasswordForm[User]
else:  # generic in the stubs only
    _SetPassword = SetPasswordForm


class SignInForm(AuthenticationForm):
    """Name and password. The same answer whether the name or the password is wrong."""

    error_messages = {
        "invalid_login": _(
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt,"
            " rồi gõ lại. Quên mật khẩu: liên hệ người quản trị hệ thống của cơ quan."
        ),
        "inactive": _("Tài khoản này đã ngừng dùng. Liên hệ người quản trị hệ thống của cơ quan."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Tên đăng nhập")
        self.fields["password"].label = _("Mật khẩu")
        # Typing Vietnamese with Telex into these two is the usual reason for failing.
        for name in ("username", "password"):
            self.fields[name].widget.attrs |= {"spellcheck": "false", "autocapitalize": "none"}


# Django's own Vietnamese lacks some of these.
PASSWORD_FAULTS = {
    "password_too_short": _("Mật khẩu quá ngắn: cần ít nhất %(min_length)d ký tự. Gõ thêm."),
    "password_too_common": _("Mật khẩu này quá hay gặp, dễ bị đoán. Chọn mật khẩu khác."),
    "password_too_similar": _("Mật khẩu quá giống tên đăng nhập hoặc họ tên. Chọn mật khẩu khác."),
}


class _SaidInVietnamese:
    """Says the faults of a password in the words of the office."""

    def add_error(self, field: str | None, error: Any) -> None:
        """Replace messages by code, and pass the error on."""
        for one in getattr(error, "error_list", ()):
            one.message = PASSWORD_FAULTS.get(one.code, one.message)
        super().add_error(field, error)  # type: ignore[misc]  # the form that this is mixed into


def _say_passwords(fields: dict[str, forms.Field]) -> None:
    fields["new_password1"].label = _("Mật khẩu mới")
    fields["new_password1"].help_text = _(
        "Ít nhất 10 ký tự, không giống tên đăng nhập, không phải mật khẩu hay gặp. Một câu ngắn dễ nhớ"
        " thì tốt hơn một từ khó nhớ."
    )
    fields["new_password2"].label = _("Gõ lại mật khẩu mới")
    fields["new_password2"].help_text = ""


class FirstPasswordForm(_SaidInVietnamese, _SetPassword):
    """The person's own password in place of the provisional one."""

    error_messages = {"password_mismatch": _("Hai lần gõ mật khẩu mới không giống nhau. Gõ lại.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_passwords(self.fields)


class ChangePasswordForm(_SaidInVietnamese, PasswordChangeForm):
    """A new password, with the present one as proof."""

    error_messages = {
        "password_mismatch": _("Hai lần gõ mật khẩu mới không giống nhau. Gõ lại."),
        "password_incorrect": _("Mật khẩu đang dùng chưa đúng. Gõ lại."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Mật khẩu đang dùng")
        _say_passwords(self.fields)
