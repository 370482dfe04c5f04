"""A plan being read: the file, what was found in it, and what the officer makes of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.models import Agency
from liennganh.documents.models import Document


class ItemKind(models.TextChoices):
    TARGET = "target", _("chỉ tiêu")
    QUALITATIVE = "qualitative", _("chỉ tiêu định tính")
    TASK = "task", _("nhiệm vụ")
    REPORT = "report", _("chế độ báo cáo")
    BUDGET = "budget", _("kinh phí")
    LEGAL_BASIS = "legal_basis", _("căn cứ")


class IntakeState(models.TextChoices):
    READING = "reading", _("đang đọc")
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
    # Stretches of which the recognition of characters is unsure: start, end, certainty 0..1.
    doubts = models.JSONField(default=list)
    # Short forms that the text itself explains: [short, full], as printed.
    abbreviations = models.JSONField(default=list)
    # Headings of the text: start, end, level, label, text, outermost first in document order.
    outline = models.JSONField(default=list)
    # As read, then as corrected: type, number, issuer, date, title, period and their spans.
    header = models.JSONField(default=dict)
    header_confirmed = models.BooleanField(default=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True)
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    # A scan is read in the background: waiting, by whom, and when it last gave a sign of life.
    queued = models.BooleanField(default=False)
    worker = models.CharField(max_length=40, blank=True)
    heartbeat = models.DateTimeField(null=True)
    # Workers that have begun with the page it is at; all but the last did not come back.
    takes = models.PositiveSmallIntegerField(default=0)
    cancel_requested = models.BooleanField(default=False)
    pages_total = models.PositiveIntegerField(default=0)  # 0: not opened yet
    # The reading of an earlier issue of the same plan, whose decisions this one has taken over;
    # and whether an officer has said which one it is, or that it is none.
    earlier = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="later")
    earlier_asked = models.BooleanField(default=False)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("lượt đọc kế hoạch")

    def __str__(self) -> str:
        return str(self.header.get("title") or self.document)[:200]

    @property
    def places(self) -> frozenset[int]:
        """Offsets of the text that a warning leads to."""
        return frozenset(w["start"] for w in self.warnings if w.get("start") is not None)


class PageState(models.TextChoices):
    WAITING = "waiting", _("chưa đọc")
    READ = "read", _("đã đọc")
    BAD = "bad", _("không đọc được")
    SKIPPED = "skipped", _("bỏ qua")


class IntakePage(models.Model):
    """A page of a scan: its text once it has been recognised, or why it was not."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()  # counted from 1
    state = models.CharField(max_length=10, choices=PageState, default=PageState.WAITING)
    text = models.TextField(blank=True)
    doubts = models.JSONField(default=list)  # start, end, certainty, within the page's text
    certainty = models.FloatField(null=True)  # mean over its words, 0..1
    problem = models.TextField(blank=True)  # Vietnamese, fit to show
    seconds = models.FloatField(null=True)  # what recognising it took

    class Meta:
        ordering = ["number"]
        verbose_name = _("trang đang đọc")
        constraints = [
            models.UniqueConstraint(fields=["intake", "number"], name="intake_page_once"),
        ]

    def __str__(self) -> str:
        return f"{self.intake_id}, {self.number}"


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
    # The fields of its kind: ``values.blank`` gives their names and shapes.
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
