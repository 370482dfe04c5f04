"""Giving and ending roles, and changing hats."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Agency, Membership
from liennganh.agencies.rules import may_manage_members
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError


@transaction.atomic
def add_member(
    *,
    by: User | None,
    user: User,
    agency: Agency,
    role: str,
    valid_from: dt.date,
    at: dt.datetime,
) -> Membership:
    """Give somebody a role in an agency from a day on.

    Nobody gives a role to herself: who keeps the accounts does not by that come to read the cases.

    Raises:
        PermissionDenied: only administrators of the same province may.
        DomainError: the role is unknown, the person has it already, or it is for oneself.

    """
    if not may_manage_members(by, agency):
        raise PermissionDenied
    if by is not None and by.pk == user.pk:
        raise DomainError(
            _("Không tự giao vai cho chính mình. Hãy nhờ một người quản trị khác trong tỉnh."),
            field="username",
        )
    if role not in Role.values:
        raise DomainError(
            _("Không có vai trò này. Hãy chọn một vai trò trong danh sách."), field="role"
        )
    if Membership.objects.current(valid_from).filter(user=user, agency=agency, role=role).exists():
        raise DomainError(
            _("%(name)s đã có vai trò này tại %(agency)s.")
            % {"name": user.full_name, "agency": agency.name},
            field="role",
        )
    membership = Membership.objects.create(
        user=user, agency=agency, role=role, valid_from=valid_from
    )
    record(
        by=by,
        verb=Verb.CREATE,
        obj=membership,
        at=at,
        after={"user": user.username, "agency": agency.key, "role": role, "from": valid_from},
    )
    return membership


@transaction.atomic
def end_member(
    *, by: User | None, membership: Membership, on: dt.date, at: dt.datetime
) -> Membership:
    """End somebody's role: the day given is the first without it.

    Raises:
        PermissionDenied: only administrators of the same province may.
        DomainError: the day lies before the role began, or it is one's own role of administrator,
            which would lock the province out.

    """
    if not may_manage_members(by, membership.agency):
        raise PermissionDenied
    if by is not None and by.pk == membership.user_id and membership.role == Role.ADMINISTRATOR:
        raise DomainError(
            _(
                "Không tự kết thúc vai quản trị của mình, vì tỉnh có thể mất người quản trị. Hãy nhờ "
                "một người quản trị khác."
            )
        )
    if on < membership.valid_from:
        raise DomainError(_("Ngày kết thúc không thể trước ngày bắt đầu vai trò."), field="on")
    before = {"to": membership.valid_to}
    Membership.objects.filter(pk=membership.pk).update(valid_to=on)
    membership.valid_to = on
    record(by=by, verb=Verb.UPDATE, obj=membership, at=at, before=before, after={"to": on})
    return membership


@transaction.atomic
def change_hat(*, by: User, membership: Membership, at: dt.datetime) -> Membership:
    """Put on another of one's own hats. The caller keeps the choice in the session.

    Raises:
        PermissionDenied: the membership is somebody else's or does not hold on the day.

    """
    if membership.user_id != by.pk:
        raise PermissionDenied
    if not Membership.objects.current(timezone.localdate(at)).filter(pk=membership.pk).exists():
        raise PermissionDenied
    before = by.hat.pk if by.hat is not None else None
    by.hat = membership
    record(
        by=by,
        verb=Verb.CHANGE_HAT,
        obj=membership,
        at=at,
        before={"membership": before},
        after={"membership": membership.pk},
    )
    return membership
