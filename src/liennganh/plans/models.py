"""A plan being read (intake) and a plan as printed (immutable)."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.models import Agency, Mode
from liennganh.documents.models import Document


class ItemKind(models.TextChoices):
    TARGET = "target", _("chỉ tiêu")
    TASK = "task", _("nhiệm vụ")
    REPORT = "report", _("chế độ báo cáo")
    BUDGET = "budget", _("kinh phí")
    LEGAL_BASIS = "legal_basis", _("căn cứ")


class IntakeState(models.TextChoices):
    FAILED = "failed", _("chưa đọc được")
    REVIEW = "review", _("đang rà soát")
    CONFIRMED = "confirmed", _("đã xác nhận")
    DISCARDED = "discarded", _("đã bỏ")


class Intake(models.Model):
    """One file on its way from upload to confirmed plan."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="intakes")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="intakes")
    state = models.CharField(max_length=10, choices=IntakeState.choices)
    failure = models.TextField(_("lý do"), blank=True)  # Vietnamese, fit to show
    warnings = models.JSONField(default=list)
    text = models.TextField(blank=True)
    # Headings of the text: start, end, level, label, text, outermost first in document order.
    outline = models.JSONField(default=list)
    # As read, then as corrected: type, number, issuer, date, title, period and their spans.
    header = models.JSONField(default=dict)
    header_confirmed = models.BooleanField(default=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True)
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("lượt đọc kế hoạch")

    def __str__(self) -> str:
        return str(self.header.get("title") or self.document)[:200]


class ItemState(models.TextChoices):
    PROPOSED = "proposed", _("chưa xem")
    ACCEPTED = "accepted", _("đã nhận")
    REJECTED = "rejected", _("đã bác")


class IntakeItem(models.Model):
    """Something that the reader (or the officer) found in the text, beside its sentence."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=12, choices=ItemKind.choices)
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.PROPOSED)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    section = models.JSONField(default=list)  # heading texts, outermost first
    # target: comparator value upper unit deadline what per_year · task: lead support mode deadline
    # common · report: kind due before · budget: amount_vnd · legal_basis: number
    data = models.JSONField(default=dict)
    as_read = models.JSONField(null=True)  # null when the officer added it
    confidence = models.FloatField(default=1.0)
    note = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["start", "end", "pk"]
        verbose_name = _("mục đọc được")
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="item_span_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.start}–{self.end}"


class IntakeOwner(models.Model):
    """An agency named by a task under review: as printed, and matched or not yet."""

    item = models.ForeignKey(IntakeItem, on_delete=models.CASCADE, related_name="owners")
    role = models.CharField(
        max_length=8, choices=[("lead", _("chủ trì")), ("support", _("phối hợp"))]
    )
    printed = models.CharField(_("tên in trong kế hoạch"), max_length=300)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True)
    # "every commune" and the like: a class that resolves to units, not to one agency
    whole_class = models.CharField(max_length=20, blank=True)
    confirmed = models.BooleanField(default=False)
    # What became of the agency since the plan was issued; Vietnamese, fit to show.
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["role", "pk"]
        verbose_name = _("cơ quan đọc được")

    def __str__(self) -> str:
        return self.printed


class IntakeChange(models.Model):
    """One step of a review, with what it takes to undo it and to tell a second officer of it.

    ``before`` maps an item's key to {"fields": the fields as they were, or null where the step
    made the item; "version": the item's version after the step}.
    """

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="changes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True)
    at = models.DateTimeField()
    label = models.CharField(max_length=200)
    before = models.JSONField(default=dict)
    undone = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("thay đổi khi rà soát")

    def __str__(self) -> str:
        return self.label


class PrintedRowChangedError(TypeError):
    """Code tried to change what a plan says. A plan is superseded, never rewritten."""


class PrintedQuerySet(models.QuerySet[Any]):
    """Rows that are written once. ``save()`` of an existing row ends in ``_update``, too."""

    def update(self, **kwargs: Any) -> NoReturn:  # noqa: ARG002 - Django's signature
        raise PrintedRowChangedError(self.model.__name__)

    def _update(self, values: Any) -> NoReturn:  # noqa: ARG002 - Django's signature
        raise PrintedRowChangedError(self.model.__name__)

    def delete(self) -> NoReturn:
        raise PrintedRowChangedError(self.model.__name__)


class Plan(models.Model):
    """A plan as printed. Nothing here changes after confirmation; a later plan supersedes."""

    key = models.SlugField(max_length=80, unique=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="plans")
    intake = models.OneToOneField(Intake, on_delete=models.PROTECT, related_name="plan")
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="plans", verbose_name=_("cơ quan đọc vào")
    )
    type_name = models.CharField(_("loại văn bản"), max_length=60)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=240, blank=True)
    # Some plans print only a month or a year: "2023-02".
    issued_on = models.CharField(_("ngày ban hành"), max_length=10, blank=True)
    title = models.TextField(_("trích yếu"))
    period_from = models.PositiveSmallIntegerField(_("từ năm"))
    period_to = models.PositiveSmallIntegerField(_("đến năm"))
    text = models.TextField()
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True)
    confirmed_at = models.DateTimeField()
    folded = models.TextField(editable=False, default="")

    objects = PrintedQuerySet.as_manager()

    class Meta:
        ordering = ["-confirmed_at"]
        base_manager_name = "objects"
        verbose_name = _("kế hoạch")
        constraints = [
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")), name="plan_years_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type_name} {self.number} {self.title}".replace("  ", " ")[:240]


class PrintedItem(models.Model):
    """What every printed item has: its place in the text, and that text."""

    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    section = models.JSONField(default=list)

    objects = PrintedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["start", "pk"]
        base_manager_name = "objects"

    def __str__(self) -> str:
        return self.text[:120]


class PrintedTarget(PrintedItem):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="targets")
    what = models.TextField(_("nội dung"))
    comparator = models.CharField(max_length=2)  # >= > <= < = + -
    value = models.DecimalField(max_digits=20, decimal_places=4)
    upper = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    unit = models.CharField(max_length=10)  # percent count rate currency
    deadline = models.CharField(max_length=10, blank=True)
    per_year = models.BooleanField(default=False)

    class Meta(PrintedItem.Meta):
        verbose_name = _("chỉ tiêu trong kế hoạch")


class PrintedTask(PrintedItem):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="tasks")
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.ORDERED)
    deadline = models.CharField(max_length=10, blank=True)
    common = models.BooleanField(_("việc chung"), default=False)

    class Meta(PrintedItem.Meta):
        verbose_name = _("nhiệm vụ trong kế hoạch")


class PrintedTaskOwner(models.Model):
    task = models.ForeignKey(PrintedTask, on_delete=models.PROTECT, related_name="owners")
    role = models.CharField(
        max_length=8, choices=[("lead", _("chủ trì")), ("support", _("phối hợp"))]
    )
    printed = models.CharField(max_length=300)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True)
    whole_class = models.CharField(max_length=20, blank=True)

    objects = PrintedQuerySet.as_manager()

    class Meta:
        ordering = ["role", "pk"]
        verbose_name = _("cơ quan nhận nhiệm vụ trong kế hoạch")
        base_manager_name = "objects"

    def __str__(self) -> str:
        return self.printed


class PrintedReportDuty(PrintedItem):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="report_duties")
    kind = models.CharField(max_length=12)
    due = models.CharField(max_length=80, blank=True)
    before = models.BooleanField(default=False)

    class Meta(PrintedItem.Meta):
        verbose_name = _("chế độ báo cáo trong kế hoạch")


class PrintedBudget(PrintedItem):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="budget")
    amount_vnd = models.DecimalField(max_digits=20, decimal_places=0)

    class Meta(PrintedItem.Meta):
        verbose_name = _("kinh phí trong kế hoạch")


class PlanLegalBasis(PrintedItem):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="legal_bases")
    number = models.CharField(max_length=60)

    class Meta(PrintedItem.Meta):
        verbose_name = _("căn cứ của kế hoạch")
