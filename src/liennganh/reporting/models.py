"""Rounds, reports, figures, reviews, and what was frozen at closing."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.models import Agency
from liennganh.programmes.models import Programme, ReportingDuty, TrackedIndicator
from liennganh.territory.models import Unit
from liennganh.ui.sayings import said


class RoundState(models.TextChoices):
    OPEN = "open", _("đang mở")
    CLOSED = "closed", _("đã khóa")


class Round(models.Model):
    """One period of one duty, in which every expected reporter reports."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="rounds")
    duty = models.ForeignKey(ReportingDuty, on_delete=models.PROTECT, related_name="rounds")
    period_key = models.CharField(max_length=24)  # pure.periods.Period.key
    label = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField()  # inclusive
    opens_on = models.DateField()
    due_on = models.DateField(null=True)
    due_before = models.BooleanField(default=False)  # "trước ngày": late on the day itself
    # Due before its figures are closed: actual figures reach this day, the whole is estimated.
    actual_until = models.DateField(null=True)
    state = models.CharField(max_length=6, choices=RoundState.choices, default=RoundState.OPEN)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-starts_on", "-pk"]
        verbose_name = _("kỳ báo cáo")
        constraints = [
            models.UniqueConstraint(fields=["duty", "period_key"], name="round_opens_once"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="round_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True)
                | Q(state="closed", closed_at__isnull=False),
                name="closed_round_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return said(self.label)


class ReportState(models.TextChoices):
    """Where a report stands; lateness is computed from dates, never stored."""

    DRAFT = "draft", _("chưa gửi")
    SUBMITTED = "submitted", _("đã gửi")
    RETURNED = "returned", _("trả lại")
    APPROVED = "approved", _("đã duyệt")


class Report(models.Model):
    """What one agency reports in one round."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="reports")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="reports")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.DRAFT)
    situation = models.TextField(_("tình hình"), blank=True)
    results = models.TextField(_("kết quả chính"), blank=True)
    obstacles = models.TextField(_("khó khăn, vướng mắc"), blank=True)
    proposals = models.TextField(_("đề xuất, kiến nghị"), blank=True)
    saved_at = models.DateTimeField(null=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True)  # of the first submission: decides lateness
    # Of the latest submission: who may not approve it.
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)  # rises with every save

    class Meta:
        ordering = ["agency__folded", "pk"]
        verbose_name = _("báo cáo")
        constraints = [
            models.UniqueConstraint(fields=["round", "agency"], name="one_report_an_agency"),
        ]
        indexes = [models.Index(fields=["agency", "state"], name="report_agency_state")]

    def __str__(self) -> str:
        return f"{self.agency} – {self.round}"


class Status(models.TextChoices):
    """What a cell says. A blank cell has no row: missing is not zero."""

    REPORTED = "reported", _("có số liệu")
    NIL = "nil", _("không phát sinh")
    NOT_APPLICABLE = "not_applicable", _("không áp dụng")


class Basis(models.TextChoices):
    """Whether a figure was counted or is an estimate of a period that has not ended."""

    ACTUAL = "actual", _("thực hiện")
    ESTIMATE = "estimate", _("ước cả kỳ")


class Observation(models.Model):
    """One figure: of one report, for one tracked indicator."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="observations")
    tracked = models.ForeignKey(TrackedIndicator, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=16, choices=Status.choices)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    numerator = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    denominator = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    basis = models.CharField(max_length=8, choices=Basis.choices, default=Basis.ACTUAL)
    # What was done up to the round's ``actual_until``, beside an estimate of the whole.
    to_date = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("ô số liệu")
        constraints = [
            models.UniqueConstraint(fields=["report", "tracked"], name="one_figure_a_cell"),
            # A draft may hold half a share; submitting demands the whole (cells.gap).
            models.CheckConstraint(
                condition=~Q(status="reported")
                | Q(value__isnull=False)
                | Q(numerator__isnull=False)
                | Q(denominator__isnull=False)
                | Q(to_date__isnull=False),
                name="reported_cell_has_a_figure",
            ),
            # "Không phát sinh" of a share keeps its denominator: 12 establishments, none visited.
            models.CheckConstraint(
                condition=Q(status="reported")
                | Q(status="nil", value__isnull=True, numerator__isnull=True)
                | Q(value__isnull=True, numerator__isnull=True, denominator__isnull=True),
                name="nil_cell_has_no_figure",
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True) | Q(numerator__lte=F("denominator")),
                name="part_is_not_above_whole",
            ),
            models.CheckConstraint(
                condition=(Q(value__isnull=True) | Q(value__gte=0))
                & (Q(numerator__isnull=True) | Q(numerator__gte=0)),
                name="figures_are_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.tracked_id}"


class ReportVersion(models.Model):
    """What a report said when it was submitted, reopened or approved. Never changed."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=ReportState.choices)
    content = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        verbose_name = _("bản báo cáo")
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="version_numbered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} v{self.number}"


class Verdict(models.TextChoices):
    RETURN = "return", _("trả lại")
    APPROVE = "approve", _("duyệt")
    REOPEN = "reopen", _("mở lại")


class Review(models.Model):
    """What the lead agency said of a report; every round of review keeps its own row."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="reviews")
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    comment = models.TextField(_("ý kiến"), blank=True)
    cells = models.JSONField(default=dict)  # tracked indicator id → comment on that figure
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("ý kiến về báo cáo")
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="approve") | ~Q(comment=""), name="return_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.verdict}"


class Snapshot(models.Model):
    """A closed round: every figure with its parts and the definitions used.

    A round that was reopened and closed again has several; the one of the highest version counts.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="snapshots")
    version = models.PositiveIntegerField(default=1)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-version"]
        verbose_name = _("bản khóa số liệu")
        constraints = [
            models.UniqueConstraint(fields=["round", "version"], name="snapshot_numbered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.round} v{self.version} {self.sha256[:12]}"
