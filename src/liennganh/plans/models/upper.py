"""The plan above a plan, and which item here carries out which item there."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from .intake import Intake, IntakeItem
from .printed import Plan, PrintedQualitative, PrintedTarget, PrintedTask

_LOWER = ("item", "target", "qualitative", "task")
_UPPER = ("upper_target", "upper_qualitative", "upper_task")


def _one_of(names: tuple[str, ...]) -> Q:
    """Return the condition that exactly one of these columns is filled."""
    condition = Q()
    for chosen in names:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition


class UpperPlan(models.Model):
    """What an officer said of a plan above: this one is meant, or it is not, whatever is cited.

    It hangs on the reading, which a plan keeps after its confirmation.
    """

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="uppers")
    upper = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="lowers")
    meant = models.BooleanField(default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("kế hoạch cấp trên")
        constraints = [
            models.UniqueConstraint(fields=["intake", "upper"], name="upper_plan_once"),
        ]

    def __str__(self) -> str:
        return f"{self.intake} → {self.upper}"


class CarriedOut(models.Model):
    """An officer's word on a pair of items: the lower carries out the upper, or it does not.

    While the lower plan is under review the pair hangs on ``item``; at confirmation it passes to
    the printed row that the item became.
    """

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="carried_out")
    upper = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="carried_out_by")
    item = models.ForeignKey(IntakeItem, on_delete=models.CASCADE, null=True, related_name="+")
    target = models.ForeignKey(
        PrintedTarget, on_delete=models.PROTECT, null=True, related_name="carries_out"
    )
    qualitative = models.ForeignKey(
        PrintedQualitative, on_delete=models.PROTECT, null=True, related_name="carries_out"
    )
    task = models.ForeignKey(
        PrintedTask, on_delete=models.PROTECT, null=True, related_name="carries_out"
    )
    upper_target = models.ForeignKey(
        PrintedTarget, on_delete=models.PROTECT, null=True, related_name="carried_out_by"
    )
    upper_qualitative = models.ForeignKey(
        PrintedQualitative, on_delete=models.PROTECT, null=True, related_name="carried_out_by"
    )
    upper_task = models.ForeignKey(
        PrintedTask, on_delete=models.PROTECT, null=True, related_name="carried_out_by"
    )
    confirmed = models.BooleanField(default=True)  # False: the officer says it does not
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("mục thực hiện kế hoạch cấp trên")
        constraints = [
            models.CheckConstraint(condition=_one_of(_LOWER), name="carried_out_one_lower"),
            models.CheckConstraint(condition=_one_of(_UPPER), name="carried_out_one_upper"),
            models.UniqueConstraint(
                *(Coalesce(F(name), Value(0)) for name in (*_LOWER, *_UPPER)),
                name="carried_out_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lower_key} → {self.upper_key}"

    @property
    def lower_key(self) -> str:
        """The lower item as pages name it: its kind and number."""
        if self.item is not None:
            return f"{self.item.kind}-{self.item_id}"
        return self._key(_LOWER[1:])

    @property
    def upper_key(self) -> str:
        """The upper item as pages name it."""
        return self._key(_UPPER).removeprefix("upper_")

    def _key(self, names: tuple[str, ...]) -> str:
        return next(
            f"{name}-{pk}" for name in names if (pk := getattr(self, f"{name}_id")) is not None
        )
