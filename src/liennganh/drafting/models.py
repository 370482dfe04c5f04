"""The official report on its way from draft to issue."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liennganh.documents.models import Document
from liennganh.reporting.models import Round


class DraftState(models.TextChoices):
    DRAFT = "draft", _("đang soạn")
    REVIEW = "review", _("trình ký")
    ISSUED = "issued", _("đã phát hành")


class OfficialReport(models.Model):
    """A report drafted from a snapshot, edited by people, issued as a document."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="official_reports")
    state = models.CharField(max_length=8, choices=DraftState.choices, default=DraftState.DRAFT)
    # superior, issuer, symbol, place, subject, signature, recipients … (see drafting.compose)
    header = models.JSONField(default=dict)
    sections = models.JSONField(default=list)  # [{key, heading, text, generated}]
    number = models.CharField(_("số"), max_length=20, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("báo cáo chính thức")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="issued") | Q(document__isnull=False),
                name="issued_report_has_its_document",
            ),
            models.UniqueConstraint(
                fields=["round"], condition=~Q(state="issued"), name="one_draft_a_round"
            ),
        ]

    def __str__(self) -> str:
        return str(self.header.get("subject", ""))[:200]
