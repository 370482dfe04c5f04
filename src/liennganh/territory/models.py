"""Administrative units, their dated names, and the successions between them.

All periods are half-open: ``valid_from`` is the first day, ``valid_to`` the first day no longer.
``valid_from`` is empty where nobody here knows when a unit began; what may be *listed* for a day
is therefore never read from it but from the coverage of the table (``queries.covers``).
"""

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    PROVINCE = "province", _("Cấp tỉnh")
    DISTRICT = "district", _("Cấp huyện")
    COMMUNE = "commune", _("Cấp xã")


class SuccessionKind(models.TextChoices):
    KEEP = "keep", _("Giữ nguyên")
    MERGE = "merge", _("Sáp nhập")
    SPLIT = "split", _("Chia tách")
    RENAME = "rename", _("Đổi tên")
    RAISE = "raise", _("Đổi loại, chuyển cấp")
    ABOLISH = "abolish", _("Giải thể")


def in_force(day: dt.date, prefix: str = "") -> Q:
    """Return the condition "this period holds the day"; ``prefix`` is a lookup such as ``unit__``."""
    starts, ends = f"{prefix}valid_from", f"{prefix}valid_to"
    return (Q(**{f"{starts}__isnull": True}) | Q(**{f"{starts}__lte": day})) & (
        Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gt": day})
    )


def _forward(name: str) -> models.CheckConstraint:
    """Build the rule that a period ends after it begins."""
    return models.CheckConstraint(
        condition=Q(valid_from__isnull=True)
        | Q(valid_to__isnull=True)
        | Q(valid_from__lt=models.F("valid_to")),
        name=name,
    )


class SuppliedList(models.Model):
    """The communes of one unit for days that the table does not cover, given by an officer."""

    parent = models.ForeignKey(
        "Unit", on_delete=models.PROTECT, related_name="supplied_lists", verbose_name=_("thuộc")
    )
    valid_from = models.DateField(_("từ ngày"))
    valid_to = models.DateField(_("đến trước ngày"))
    note = models.TextField(_("nguồn của danh sách"))
    supplied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    supplied_at = models.DateTimeField(_("lúc"))

    class Meta:
        verbose_name = _("danh sách địa bàn bổ sung")
        constraints = [_forward("supplied_list_runs_forward")]

    def __str__(self) -> str:
        return f"{self.parent} ({self.valid_from} – {self.valid_to})"


class UnitQuerySet(models.QuerySet["Unit"]):
    def on(self, day: dt.date) -> "UnitQuerySet":
        """Keep the units that exist on the day (unknown beginnings count as existing)."""
        return self.filter(in_force(day))

    def within(self, unit: "Unit") -> "UnitQuerySet":
        """Keep the unit itself and everything below it."""
        return self.filter(path__startswith=unit.path)

    def with_names(self) -> "UnitQuerySet":
        """Fetch all names along, so that ``name_on`` costs no query."""
        return self.prefetch_related("names")


class Unit(models.Model):
    """A unit of one stretch of history: a merger makes a new one, a new name or kind does not.

    ``key`` is our own and never changes; official codes and names are dated in ``UnitName``.
    ``path`` is made of the keys from the province down, each between slashes: ``/20/178/``.
    """

    key = models.CharField(max_length=40, unique=True)
    level = models.CharField(_("cấp"), max_length=8, choices=Level)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    path = models.CharField(max_length=130, db_index=True)
    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)
    supplied_list = models.ForeignKey(
        SuppliedList, null=True, blank=True, on_delete=models.PROTECT, related_name="units"
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("địa bàn")
        constraints = [
            _forward("unit_runs_forward"),
            models.CheckConstraint(
                condition=Q(level=Level.PROVINCE, parent__isnull=True)
                | (~Q(level=Level.PROVINCE) & Q(parent__isnull=False)),
                name="unit_province_has_no_parent",
            ),
        ]
        indexes = [models.Index(fields=["level", "valid_from"], name="unit_by_level_and_start")]

    def __str__(self) -> str:
        return self.latest_name

    def exists_on(self, day: dt.date) -> bool:
        """Say whether the unit exists on the day; an unknown beginning counts as existing."""
        return _holds(self.valid_from, self.valid_to, day)

    def naming_on(self, day: dt.date) -> "UnitName":
        """Return the name row in force; for a day outside the unit's life, the nearest one.

        Costs one query, or none after ``with_names()``.
        """
        rows = _by_start(self.names.all())
        begun = [row for row in rows if row.valid_from is None or row.valid_from <= day]
        return begun[-1] if begun else rows[0]

    def name_on(self, day: dt.date) -> str:
        """Return the printable name of the day: "Tỉnh Ninh Bình", "Phường Hoa Lư"."""
        return self.naming_on(day).printed

    @property
    def latest_name(self) -> str:
        """The last printable name the unit bears or bore."""
        return _by_start(self.names.all())[-1].printed


class UnitName(models.Model):
    """What a unit is called, of which kind it is, and its official code, over a period.

    ``verified`` is False while nobody here has read the law that is cited ("chưa xác minh").
    """

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("tên"), max_length=100)
    kind = models.CharField(_("loại"), max_length=20)
    code = models.CharField(_("mã"), max_length=5, blank=True)
    folded = models.CharField(max_length=100)
    sort_key = models.CharField(max_length=420)
    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến trước ngày"), null=True, blank=True)
    legal_basis = models.CharField(_("căn cứ"), max_length=200, blank=True)
    verified = models.BooleanField(_("đã xác minh"), default=False)

    class Meta:
        verbose_name = _("tên địa bàn")
        constraints = [
            _forward("unit_name_runs_forward"),
            models.UniqueConstraint(fields=["unit", "valid_from"], name="unit_name_one_per_start"),
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(valid_from__isnull=True),
                name="unit_name_one_unknown_start",
            ),
        ]
        indexes = [
            models.Index(fields=["folded"], name="unit_name_by_folded"),
            models.Index(fields=["code"], name="unit_name_by_code"),
        ]

    def __str__(self) -> str:
        return self.printed

    @property
    def printed(self) -> str:
        """Kind and name, as offices write it: "Thành phố Đồng Nai"."""
        return f"{self.kind} {self.name}"


class UnitSuccession(models.Model):
    """What became of a unit on a day.

    ``successor`` is empty for a unit that was abolished with none. ``share`` (0 to 1) says how much
    of the predecessor passed over in a split, and is empty where the law gives no figure.
    """

    predecessor = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="successions")
    successor = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.CASCADE, related_name="origins"
    )
    kind = models.CharField(_("cách thay đổi"), max_length=8, choices=SuccessionKind)
    effective = models.DateField(_("có hiệu lực từ ngày"))
    share = models.DecimalField(max_digits=7, decimal_places=6, null=True, blank=True)
    legal_basis = models.CharField(_("căn cứ"), max_length=200, blank=True)
    verified = models.BooleanField(_("đã xác minh"), default=False)

    class Meta:
        verbose_name = _("kế thừa giữa các địa bàn")
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="succession_one_per_pair"
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=False) | Q(kind=SuccessionKind.ABOLISH),
                name="succession_has_successor_or_abolishes",
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gt=0, share__lte=1),
                name="succession_share_is_a_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor or '–'} ({self.get_kind_display()})"


def _holds(start: dt.date | None, end: dt.date | None, day: dt.date) -> bool:
    return (start is None or start <= day) and (end is None or day < end)


def _by_start(names: Iterable[UnitName]) -> list[UnitName]:
    return sorted(names, key=lambda row: row.valid_from or dt.date.min)
