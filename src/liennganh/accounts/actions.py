"""What people do to their own account, each written to the log."""

import datetime as dt

from django.db import transaction

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
            "Mật khẩu mới trùng mật khẩu đang dùng. Chọn mật khẩu khác.", field="new_password1"
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
