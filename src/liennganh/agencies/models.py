"""Agencies of a unit, how they are called, what became of them, and who works there."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from liennganh.accounts.roles import Role
from liennganh.territory.models import Unit


class Mode(models.TextChoices):
    """How an agency can be addressed (domain.md §1.2): ordered, or asked."""

    ORDERED = "giao", _("giao")
    REQUESTED = "de_nghi", _("đề nghị")


class Agency(models.Model):
    """A body that can hold tasks and report: a department, police, court, association, UBND."""

    key = models.CharField(_("mã"), max_length=80, unique=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="agencies", verbose_name=_("địa bàn")
    )
    kind = models.CharField(_("loại"), max_length=40)  # a key of agencies.kinds.KINDS
    name = models.CharField(_("tên"), max_length=200)
    short_name = models.CharField(_("tên ngắn"), max_length=100, blank=True)
    folded = models.CharField(max_length=200, db_index=True, editable=False)
    mode = models.CharField(
        _("cách giao việc"), max_length=10, choices=Mode.choices, default=Mode.ORDERED
    )
    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)

    class Meta:
        ordering = ["folded"]
        verbose_name = _("cơ quan")
        verbose_name_plural = _("cơ quan")
        indexes = [models.Index(fields=["unit", "kind"], name="agency_unit_kind")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gt=models.F("valid_from")),
                name="agency_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def exists_on(self, day: dt.date) -> bool:
        """Tell whether the agency existed on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day < self.valid_to
        )


class AgencyAlias(models.Model):
    """Another name under which plans speak of an agency."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("tên gọi khác"), max_length=200)
    folded = models.CharField(max_length=200, db_index=True, editable=False)

    class Meta:
        verbose_name = _("tên gọi khác của cơ quan")
        constraints = [
            models.UniqueConstraint(fields=["agency", "folded"], name="alias_once_per_agency"),
        ]

    def __str__(self) -> str:
        return self.name


class AgencySuccession(models.Model):
    """Which agency took over from which, in which field, from which day."""

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="origins")
    field = models.CharField(_("lĩnh vực"), max_length=120, blank=True)
    effective_on = models.DateField(_("từ ngày"))
    legal_basis = models.CharField(_("căn cứ"), max_length=200)

    class Meta:
        verbose_name = _("kế thừa giữa các cơ quan")
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "field"], name="one_succession_per_field"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self, on: dt.date | None = None) -> "MembershipQuerySet":
        """Return the memberships that hold on a day (today in Viet Nam when none is given)."""
        day = on or timezone.localdate()
        return self.filter(
            Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))
        )


class Membership(models.Model):
    """Somebody's role in an agency, with dates. The hat that is worn."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("vai trò"), max_length=30, choices=Role.choices)
    valid_from = models.DateField(_("từ ngày"))
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("vai")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "agency", "role", "valid_from"], name="one_hat_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.agency}"
