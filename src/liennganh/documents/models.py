"""The archive: files that came in and documents that were issued."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.models import Agency


class Direction(models.TextChoices):
    INCOMING = "incoming", _("văn bản đến")
    ISSUED = "issued", _("văn bản đi")
    EVIDENCE = "evidence", _("minh chứng")


class StoredFile(models.Model):
    """Bytes, kept once per content and never changed."""

    sha256 = models.CharField(max_length=64, unique=True)
    path = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("tệp lưu trữ")

    def __str__(self) -> str:
        return self.sha256[:12]


class Document(models.Model):
    """A file as somebody handed it in or as the system issued it, with what is known of it."""

    direction = models.CharField(max_length=10, choices=Direction.choices)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="documents")
    filename = models.CharField(_("tên tệp"), max_length=255)
    type_name = models.CharField(_("loại văn bản"), max_length=60, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=240, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    title = models.TextField(_("trích yếu"), blank=True)
    text = models.TextField(blank=True)
    folded = models.TextField(blank=True, editable=False)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="documents", verbose_name=_("cơ quan giữ")
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True)
    added_at = models.DateTimeField(_("lúc"))

    class Meta:
        ordering = ["-added_at", "-pk"]
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")

    def __str__(self) -> str:
        return self.title or self.filename
