"""The log: append-only rows, each sealed by a hash over itself and the row before."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from liennganh.audit.verbs import Verb


class Event(models.Model):
    """One write, or one sensitive read. Never changed, never deleted."""

    seq = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField(_("lúc"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("người thực hiện"),
    )
    actor_label = models.CharField(max_length=160)
    agency_label = models.CharField(_("cơ quan"), max_length=240, blank=True)
    verb = models.CharField(_("việc"), max_length=60)
    object_type = models.CharField(max_length=80)
    object_id = models.CharField(max_length=80)
    object_label = models.CharField(_("đối tượng"), max_length=240)
    before = models.JSONField(_("trước"), null=True)
    after = models.JSONField(_("sau"), null=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["-seq"]
        verbose_name = _("sự kiện")
        verbose_name_plural = _("sự kiện")
        indexes = [
            models.Index(fields=["object_type", "object_id"], name="event_object"),
            models.Index(fields=["at"], name="event_at"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.verb} {self.object_label}"

    @property
    def verb_label(self) -> str:
        """Return the verb as the interface says it."""
        return str(Verb(self.verb).label)


class ChainHead(models.Model):
    """The last link, locked by each writer so that two never follow the same row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        verbose_name = _("dòng cuối của nhật ký")
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="chain_has_one_head"),
        ]

    def __str__(self) -> str:
        return f"{self.seq}"


class Erasure(models.Model):
    """A sealed record whose own key was destroyed, or has to be as soon as it turns up again.

    Kept for ever: it is what undoes the return of a key from an older copy of the key store.
    """

    sealed = True

    ref = models.CharField(primary_key=True, max_length=80)
    at = models.DateTimeField(_("lúc"))

    class Meta:
        verbose_name = _("hồ sơ đã hủy khóa")
        verbose_name_plural = _("hồ sơ đã hủy khóa")

    def __str__(self) -> str:
        return self.ref
