"""What people do to their own account, each written to the log."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError


@transaction.atomic
def record_sign_in(*, by: User, at: dt.datetime) -> None:
    """Write to the log that somebody signed in."""
    record(by=by, verb=Verb.SIGN_IN, obj=by, at=at)


@transaction.atomic
def change_password(*, by: User, password: str, at: dt.datetime) -> User:
    """Give the person a new password, which ends the other sessions.

    The caller has validated the password by ``AUTH_PASSWORD_VALIDATORS`` (the forms do).

    Raises:
        DomainError: the new password is the present one.

    """
    if by.check_password(password):
        raise DomainError(
            _("Mật khẩu mới trùng mật khẩu đang dùng. Chọn mật khẩu khác."), field="new_password1"
        )
    forced = by.must_change_password
    by.set_password(password)
    by.must_change_password = False
    by.save(update_fields=["password", "must_change_password"])
    # The log holds that it changed, never a password or its hash.
    record(
        by=by,
        verb=Verb.UPDATE,
        obj=by,
        at=at,
        before={"must_change_password": forced},
        after={"must_change_password": False, "password": "changed"},
    )
    return by


@transaction.atomic
def create_user(
    *,
    by: User | None,
    username: str,
    full_name: str,
    password: str,
    at: dt.datetime,
    title: str = "",
) -> User:
    """Make an account with a provisional password, which its first sign-in replaces.

    ``by`` is None for the operator of the server. The e-mail address stays empty: nothing is sent.

    Raises:
        DomainError: the name is taken, or is no usable name for signing in.

    """
    if User.objects.filter(username__iexact=username).exists():
        raise DomainError(
            _("Đã có tài khoản “%(name)s”. Chọn tên đăng nhập khác.") % {"name": username},
            field="username",
        )
    user = User(username=username, full_name=full_name, title=title, must_change_password=True)
    user.set_password(password)
    try:
        user.full_clean(exclude=["email"])
    except ValidationError as error:
        raise DomainError(" ".join(error.messages)) from error
    user.save()
    record(
        by=by,
        verb=Verb.CREATE,
        obj=user,
        at=at,
        after={"username": username, "full_name": full_name, "title": title},
    )
    return user
