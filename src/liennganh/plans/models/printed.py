"""A plan as printed. Its rows are written once, at confirmation, and refuse every change."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.models import Agency, Mode
from liennganh.documents.models import Document

from .intake import Intake


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
    # kind, horizon, numerator, denominator, group, condition, baseline, period; empty where the
    # plan was read before meanings were.
    meaning = models.JSONField(default=dict)
    # What the plan does not print about it, and what the office answered, beside the print.
    asks = models.JSONField(default=list)
    asked_answer = models.JSONField(default=dict)

    class Meta(PrintedItem.Meta):
        verbose_name = _("chỉ tiêu trong kế hoạch")


class PrintedQualitative(PrintedItem):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="qualitative")
    what = models.TextField(_("nội dung"))
    proof = models.TextField(_("minh chứng"), blank=True)  # as printed
    deadline = models.CharField(max_length=10, blank=True)
    asked_answer = models.JSONField(default=dict)  # the office's own proof, where none is printed

    class Meta(PrintedItem.Meta):
        verbose_name = _("chỉ tiêu định tính trong kế hoạch")


class PrintedTask(PrintedItem):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="tasks")
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.ORDERED)
    deadline = models.CharField(max_length=10, blank=True)
    common = models.BooleanField(_("việc chung"), default=False)
    cycle = models.CharField(_("chu kỳ"), max_length=12, blank=True)

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
    # Names as printed: who reports, through whom, to whom.
    reporters = models.JSONField(default=list)
    through = models.JSONField(default=list)
    recipients = models.JSONField(default=list)

    class Meta(PrintedItem.Meta):
        verbose_name = _("chế độ báo cáo trong kế hoạch")


class PrintedBudget(PrintedItem):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="budget")
    amount_vnd = models.DecimalField(max_digits=20, decimal_places=0)
    years_from = models.PositiveSmallIntegerField(_("từ năm"), null=True)
    years_to = models.PositiveSmallIntegerField(_("đến năm"), null=True)
    per_year = models.BooleanField(_("mỗi năm"), default=False)
    source = models.CharField(_("nguồn"), max_length=12, blank=True)
    source_words = models.TextField(_("nguồn như in"), blank=True)
    # "total" is made of the parts that follow it, "part" is within the total before it.
    standing = models.CharField(max_length=6, blank=True)

    class Meta(PrintedItem.Meta):
        verbose_name = _("kinh phí trong kế hoạch")


class PlanLegalBasis(PrintedItem):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="legal_bases")
    number = models.CharField(max_length=60, blank=True)  # some are cited by their title alone
    title = models.TextField(_("tên văn bản"), blank=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=240, blank=True)
    issued_on = models.CharField(_("ngày ban hành"), max_length=10, blank=True)  # partial ISO
    upper = models.BooleanField(_("văn bản cấp trên được thực hiện"), default=False)

    class Meta(PrintedItem.Meta):
        verbose_name = _("căn cứ của kế hoạch")
