"""A plan put to work: what is tracked, who does what, when reports are due."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.models import Agency, Mode
from liennganh.documents.models import Document
from liennganh.indicators.models import Indicator
from liennganh.plans.models import (
    Plan,
    PrintedQualitative,
    PrintedReportDuty,
    PrintedTarget,
    PrintedTask,
)
from liennganh.programmes.wording import bare
from liennganh.territory.models import Unit


class Programme(models.Model):
    """A plan adopted for a territory by the agency that leads it."""

    key = models.SlugField(max_length=80, unique=True)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="programmes")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="programmes")
    lead_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="led_programmes")
    title = models.TextField(_("tên chương trình"))
    starts_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến ngày"))  # inclusive
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True)
    adopted_at = models.DateTimeField()

    class Meta:
        ordering = ["-adopted_at"]
        verbose_name = _("chương trình")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="programme_days_in_order"
            ),
            models.UniqueConstraint(fields=["plan", "unit"], name="plan_adopted_once_a_unit"),
        ]

    def __str__(self) -> str:
        return self.title[:200]


class ReportingUnit(models.Model):
    """A unit below the programme's own that is expected to report, and the agency that does."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="reporting_units"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("địa bàn báo cáo")
        constraints = [
            models.UniqueConstraint(fields=["programme", "unit"], name="unit_reports_once"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}"


class Reporters(models.TextChoices):
    """Who gives the figure of a tracked indicator."""

    UNITS = "units", _("mọi địa bàn báo cáo")
    AGENCIES = "agencies", _("các cơ quan được chọn")
    REGISTER = "register", _("sổ theo dõi")


class TrackedIndicator(models.Model):
    """An indicator followed in a programme, and who reports it."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="tracked_indicators"
    )
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="tracked")
    label = models.CharField(_("tên trong chương trình"), max_length=400)
    numerator = models.CharField(_("tử số"), max_length=300, blank=True)
    denominator = models.CharField(_("mẫu số"), max_length=300, blank=True)
    reporters = models.CharField(max_length=10, choices=Reporters.choices)
    agencies = models.ManyToManyField(Agency, related_name="+", blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("chỉ số theo dõi")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "indicator", "label"], name="indicator_tracked_once"
            ),
        ]

    def __str__(self) -> str:
        return self.label


class TrackedTarget(models.Model):
    """What is followed of a printed target: an indicator, a meaning, a value, a day.

    ``upper`` closes a range; of "n of m" it is the m. ``horizon`` says over what time it counts
    (a code of ``plans.values.HORIZONS``), "" where nobody has said; ``answers`` are the office's
    answers to what the plan does not print. ``targets.target_of`` gives the meaning as a value of
    ``pure.rollup``.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="tracked_targets"
    )
    printed = models.ForeignKey(
        PrintedTarget, on_delete=models.PROTECT, null=True, related_name="tracked"
    )
    tracked = models.ForeignKey(TrackedIndicator, on_delete=models.PROTECT, related_name="targets")
    meaning = models.CharField(max_length=24)  # a value of pure.rollup.Meaning
    comparator = models.CharField(max_length=2)
    value = models.DecimalField(max_digits=20, decimal_places=4)
    upper = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    unit = models.CharField(max_length=10)
    every = models.CharField(_("chu kỳ"), max_length=10, blank=True)  # of "k times a …": "tháng"
    deadline = models.DateField(_("thời hạn"))
    baseline = models.DecimalField(
        _("số gốc"), max_digits=20, decimal_places=4, null=True, blank=True
    )
    horizon = models.CharField(_("tính theo"), max_length=12, blank=True)
    answers = models.JSONField(default=dict)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("chỉ tiêu theo dõi")

    def __str__(self) -> str:
        return self.tracked.label


class ResultState(models.TextChoices):
    OPEN = "open", _("chưa có minh chứng")
    SUBMITTED = "submitted", _("đã nộp minh chứng")
    RETURNED = "returned", _("trả lại")
    RECOGNISED = "recognised", _("đã công nhận")


class ExpectedResult(models.Model):
    """A target without a figure put to work: what is to be shown, by whom, by when, with what."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="expected_results"
    )
    printed = models.ForeignKey(
        PrintedQualitative, on_delete=models.PROTECT, null=True, related_name="tracked"
    )
    what = models.TextField(_("nội dung"))
    proof = models.TextField(_("minh chứng cần có"), blank=True)
    lead = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        related_name="expected_results",
        verbose_name=_("cơ quan chủ trì"),
    )
    deadline = models.DateField(_("thời hạn"))
    state = models.CharField(max_length=10, choices=ResultState.choices, default=ResultState.OPEN)
    version = models.PositiveIntegerField(default=1)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("chỉ tiêu định tính theo dõi")

    def __str__(self) -> str:
        return self.words[:160]

    @property
    def words(self) -> str:
        """Return what is to be shown without the bullet that the plan prints before it."""
        return bare(self.what)


class ResultUpdate(models.Model):
    """The proof that the lead handed in, or what the second person said of it."""

    result = models.ForeignKey(ExpectedResult, on_delete=models.CASCADE, related_name="updates")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ResultState.choices)
    note = models.TextField(blank=True)
    link = models.URLField(_("đường dẫn"), max_length=500, blank=True)
    number = models.DecimalField(
        _("con số"), max_digits=20, decimal_places=4, null=True, blank=True
    )
    evidence = models.ManyToManyField(Document, related_name="+", blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("lần nộp, xét minh chứng")

    def __str__(self) -> str:
        return f"{self.result_id} {self.state}"


class Task(models.Model):
    """A printed task put to work.

    ``cycle`` is a code of ``plans.values.CYCLES``, ``each_year`` a day that comes back ("05-15"),
    ``until`` the last day of either; ``occurrences.days_of`` gives the days.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="tasks")
    printed = models.ForeignKey(
        PrintedTask, on_delete=models.PROTECT, null=True, related_name="tracked"
    )
    text = models.TextField()
    folded = models.TextField(editable=False, default="")  # for the folded search
    section = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(_("thời hạn"), null=True, blank=True)
    standing = models.BooleanField(_("thường xuyên"), default=False)
    common = models.BooleanField(_("việc chung"), default=False)
    cycle = models.CharField(_("chu kỳ"), max_length=12, blank=True)
    each_year = models.CharField(_("ngày hằng năm"), max_length=5, blank=True)
    until = models.DateField(_("lặp lại đến"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("nhiệm vụ")
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__isnull=False) | Q(standing=True),
                name="task_has_a_day_or_stands",
            ),
        ]

    def __str__(self) -> str:
        return self.words[:160]

    @property
    def words(self) -> str:
        """Return the text without the bullet that the plan prints before it: for titles and lists."""
        return bare(self.text)


class AssignmentState(models.TextChoices):
    OPEN = "open", _("chưa báo cáo")
    DOING = "doing", _("đang thực hiện")
    REPORTED = "reported", _("chờ kiểm tra")
    RETURNED = "returned", _("trả lại")
    CHECKED = "checked", _("đã kiểm tra")


class TaskRole(models.TextChoices):
    LEAD = "lead", _("chủ trì")
    SUPPORT = "support", _("phối hợp")


class TaskAssignment(models.Model):
    """One agency's share of a task."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="assignments")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=8, choices=TaskRole.choices)
    mode = models.CharField(max_length=10, choices=Mode.choices)
    state = models.CharField(
        max_length=10, choices=AssignmentState.choices, default=AssignmentState.OPEN
    )
    progress = models.PositiveSmallIntegerField(_("tiến độ"), default=0)  # percent
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["task__order", "role", "pk"]
        verbose_name = _("phần việc được giao")
        constraints = [
            models.UniqueConstraint(fields=["task", "agency"], name="one_assignment_an_agency"),
            models.CheckConstraint(condition=Q(progress__lte=100), name="progress_is_a_percentage"),
        ]
        indexes = [models.Index(fields=["agency", "state"], name="assignment_agency_state")]

    def __str__(self) -> str:
        return f"{self.agency}: {self.task}"


class TaskUpdate(models.Model):
    """What an agency said of its task, or what the second person said of that."""

    assignment = models.ForeignKey(TaskAssignment, on_delete=models.CASCADE, related_name="updates")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=AssignmentState.choices)
    progress = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)
    evidence = models.ManyToManyField(Document, related_name="+", blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("lần báo cáo tiến độ")

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.state}"


class ReportingDuty(models.Model):
    """A reporting duty with its window and due rule (pure.periods, as plain dicts)."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="reporting_duties"
    )
    printed = models.ForeignKey(
        PrintedReportDuty, on_delete=models.PROTECT, null=True, related_name="duties"
    )
    kind = models.CharField(max_length=12)  # a value of pure.periods.PeriodKind
    window = models.JSONField(default=dict)
    due = models.JSONField(default=dict)
    reporters = models.CharField(_("nơi báo cáo"), max_length=300, blank=True)
    through = models.CharField(_("qua nơi tổng hợp"), max_length=300, blank=True)
    recipients = models.CharField(_("nơi nhận báo cáo"), max_length=300, blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("lịch báo cáo")
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind"], name="one_duty_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.programme}: {self.kind}"
