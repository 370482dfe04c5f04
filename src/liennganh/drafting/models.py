"""The official report on its way from draft to issue."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liennganh.documents.models import Document
from liennganh.reporting.models import Round, Snapshot


class DraftState(models.TextChoices):
    DRAFT = "draft", _("đang soạn")
    REVIEW = "review", _("trình ký")
    AGREED = "agreed", _("lãnh đạo đồng ý")
    ISSUED = "issued", _("đã phát hành")


class OfficialReport(models.Model):
    """A report drafted from a round, edited by people, issued as a document and then never changed.

    ``snapshot`` is the closing that the text and the annexes rest on; None while the round was open
    when the text was drafted, so that its figures are provisional.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="official_reports")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=DraftState.choices, default=DraftState.DRAFT)
    header = models.JSONField(default=dict)  # drafting.header.Header as plain values
    # [{key, heading, text, basis, generated}]; basis is the text that the figures gave.
    sections = models.JSONField(default=list)
    number = models.CharField(_("số"), max_length=20, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)  # rises with every change

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("báo cáo chính thức")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="issued")
                | Q(document__isnull=False, snapshot__isnull=False, issued_on__isnull=False)
                & ~Q(number=""),
                name="issued_report_is_whole",
            ),
            models.UniqueConstraint(
                fields=["round"], condition=~Q(state="issued"), name="one_draft_a_round"
            ),
        ]

    def __str__(self) -> str:
        return str(self.header.get("subject", ""))[:200]


class Verdict(models.TextChoices):
    AGREE = "agree", _("đồng ý")
    RETURN = "return", _("trả lại")


class LeaderReview(models.Model):
    """What a leader said of a draft that was sent for signing."""

    report = models.ForeignKey(OfficialReport, on_delete=models.CASCADE, related_name="reviews")
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    comment = models.TextField(_("ý kiến"), blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("ý kiến lãnh đạo")
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="agree") | ~Q(comment=""), name="draft_return_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.verdict}"
