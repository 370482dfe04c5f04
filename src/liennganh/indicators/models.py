"""The catalogue: what is counted, how it adds up, and where the figure comes from."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Measure(models.TextChoices):
    """What is counted. Kinds are never added to each other (domain.md §6.4)."""

    OBJECTS = "objects", _("đơn vị, cơ sở")
    EVENTS = "events", _("lượt, buổi, vụ")
    PERSONS = "persons", _("người")
    MONEY = "money", _("tiền")
    SHARE = "share", _("tỷ lệ")


class Flow(models.TextChoices):
    STOCK = "stock", _("số tại thời điểm")
    FLOW = "flow", _("số phát sinh trong kỳ")


class OverUnits(models.TextChoices):
    SUM = "sum", _("cộng")
    RATIO_OF_SUMS = "ratio_of_sums", _("tổng tử số chia tổng mẫu số")
    MAX = "max", _("lớn nhất")
    SIDE_BY_SIDE = "side_by_side", _("để cạnh nhau, không cộng")
    REGISTER = "register", _("do sổ theo dõi công bố")


class OverTime(models.TextChoices):
    SUM = "sum", _("cộng các kỳ")
    LATEST = "latest", _("lấy kỳ mới nhất")
    MAX = "max", _("lấy kỳ lớn nhất")
    CUMULATIVE = "cumulative", _("số lũy kế, không cộng")
    REGISTER = "register", _("do sổ theo dõi công bố")


class Source(models.TextChoices):
    TYPED = "typed", _("cơ quan báo cáo nhập")
    REGISTER = "register", _("sổ theo dõi")


class Indicator(models.Model):
    """One indicator. Definitions are copied into each closed round, so the past never moves."""

    code = models.CharField(_("mã"), max_length=40, unique=True)
    name = models.CharField(_("tên"), max_length=300)
    unit = models.CharField(_("đơn vị tính"), max_length=40)
    measure = models.CharField(max_length=10, choices=Measure.choices)
    flow = models.CharField(max_length=10, choices=Flow.choices)
    over_units = models.CharField(_("cộng theo địa bàn"), max_length=20, choices=OverUnits.choices)
    over_time = models.CharField(_("cộng theo thời gian"), max_length=20, choices=OverTime.choices)
    # None where neither direction is good in itself (cases found, establishments counted).
    higher_is_better = models.BooleanField(default=True, null=True)
    # What is counted are communes and the like, so that a merger of units breaks the series.
    counts_units = models.BooleanField(default=False)
    numerator = models.CharField(_("tử số"), max_length=300, blank=True)
    denominator = models.CharField(_("mẫu số"), max_length=300, blank=True)
    definition = models.TextField(_("định nghĩa"), blank=True)
    group = models.CharField(_("nhóm"), max_length=40)  # a key of indicators.catalogue.GROUPS
    dimensions = models.JSONField(_("phân tổ"), default=list, blank=True)
    source = models.CharField(_("nguồn"), max_length=10, choices=Source.choices)
    register = models.CharField(_("sổ theo dõi"), max_length=40, blank=True)
    protected = models.BooleanField(_("số được bảo vệ"), default=False)
    legal_source = models.CharField(_("căn cứ"), max_length=200, blank=True)
    keywords = models.TextField(_("từ gợi ý"), blank=True)
    # An indicator made on the spot for one plan belongs to that plan's office.
    own = models.BooleanField(_("chỉ số riêng"), default=False)

    class Meta:
        ordering = ["group", "code"]
        verbose_name = _("chỉ số")
        verbose_name_plural = _("chỉ số")
        constraints = [
            models.CheckConstraint(
                condition=~Q(measure="share")
                | Q(over_units__in=["ratio_of_sums", "side_by_side", "register"]),
                name="shares_are_never_summed",
            ),
            models.CheckConstraint(
                condition=Q(source="typed") | ~Q(register=""),
                name="register_indicator_names_its_register",
            ),
            models.CheckConstraint(
                condition=Q(protected=False) | Q(source="register"),
                name="protected_figures_are_never_typed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def is_share(self) -> bool:
        """Tell whether the indicator is a numerator over a denominator."""
        return self.measure == Measure.SHARE
