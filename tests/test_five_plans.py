"""The five plans of the mission, each from its text to its official report, by command line.

Three communes and two agencies report one round; the figures roll up; the report says them; and
taking a figure back takes it out of both.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Agency, Membership
from liennganh.cli import whole_group
from liennganh.indicators.actions import load_catalogue
from liennganh.programmes.models import Programme, TrackedIndicator
from liennganh.reporting.expected import asked_in
from liennganh.reporting.models import Report
from liennganh.territory.actions import load_table
from tests.plans_at_hand import PLANS, needs_plans

pytestmark = [pytest.mark.django_db, pytest.mark.plans, needs_plans]


@dataclass(frozen=True)
class Case:
    """A plan, the unit it is adopted for, and who leads it."""

    file: str
    unit: str
    lead: str
    kind: str
    period: str
    province: str
    day: str


CASES = (
    Case(
        "hai-phong-5807-kh-ubnd-2011.txt",
        "Thành phố Hải Phòng",
        "Sở Lao động - Thương binh và Xã hội",
        "lao_dong",
        "2012-Q1",
        "31",
        "2011-09-30",
    ),
    Case(
        "ninh-binh-184-kh-ubnd-2021.txt",
        "Tỉnh Ninh Bình",
        "Sở Lao động - Thương binh và Xã hội",
        "lao_dong",
        "2022-Q1",
        "37",
        "2021-11-17",
    ),
    Case(
        "thanh-hoa-tin-ke-hoach-2021.txt",
        "Tỉnh Thanh Hóa",
        "Sở Lao động, Thương binh và Xã hội",
        "lao_dong",
        "2022-Q1",
        "38",
        "2021-11-17",
    ),
    Case(
        "ninh-thuan-long-ghep-2023.txt",
        "Tỉnh Ninh Thuận",
        "Sở Lao động - Thương binh và Xã hội",
        "lao_dong",
        "2023-H1",
        "56",
        "2023-02-01",
    ),
    Case(
        "lang-son-217-kh-ubnd-2024.txt",
        "Thành phố Lạng Sơn, tỉnh Lạng Sơn",
        "Phòng Lao động - Thương binh và Xã hội thành phố",
        "lao_dong",
        "2024-H1",
        "20",
        "2024-05-06",
    ),
)
PASSWORD = "mot-mat-khau-dai"


def liennganh(*arguments: object, stdin: str = "") -> str:
    """Run a command, which must succeed, and return what it printed."""
    result = CliRunner().invoke(whole_group(), [str(part) for part in arguments], input=stdin)
    assert result.exit_code == 0, f"{arguments}: {result.output} {result.exception!r}"
    return result.stdout.strip()


def _officer(username: str, agency: Agency, role: Role) -> User:
    liennganh(
        "create-user", username, "--name", f"Người dùng {username}", "--agency", agency.key,
        "--role", role, "--password", PASSWORD,
    )  # fmt: skip
    return User.objects.get(username=username)


def _values(report: Report, part: int, whole: int) -> dict[str, object]:
    """Answer every figure that the report is asked for with the same numbers."""
    asked = asked_in(report.round.programme).of(report.agency_id)
    return {str(one.pk): [part, whole] if one.indicator.is_share else part for one in asked}


def _fill(report: Report, by: User, values: Mapping[str, object], folder: Path) -> None:
    path = folder / f"{report.pk}.json"
    path.write_text(json.dumps({**values, "results": f"Kết quả của {report.agency}."}))
    liennganh(
        "fill", report.round.programme.key, "--period", report.round.period_key,
        "--agency", report.agency.key, "--by", by.username, "--submit", path,
    )  # fmt: skip


def _figure(programme: Programme, period: str, tracked: TrackedIndicator) -> dict[str, object]:
    told = json.loads(liennganh("indicators", programme.key, "--period", period, "--json"))
    found: dict[str, object] = next(
        one for one in told["indicators"] if one["label"] == tracked.label
    )
    return found


def _report_text(programme: Programme, period: str, path: Path) -> str:
    path.unlink(missing_ok=True)
    liennganh("report", programme.key, "--period", period, "--out", path)
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file.split("-")[0])
def test_a_plan_goes_from_its_text_to_its_official_report(  # noqa: PLR0915 - one story
    case: Case, tmp_path: Path
) -> None:
    load_table({case.province})
    load_catalogue()
    key = liennganh("create-agency", case.lead, "--unit", case.unit, "--on", case.day)
    lead = Agency.objects.get(key=key)
    lan = _officer("lan", lead, Role.PROGRAMME_OFFICER)

    plan_key = liennganh("import-plan", PLANS / case.file, "--by", "lan")
    programme_key = liennganh("adopt", plan_key, "--by", "lan", "--unit", case.unit)
    programme = Programme.objects.get(key=programme_key)
    assert programme.tasks.count() == programme.plan.tasks.count() > 0
    assert programme.tracked_targets.count() == programme.plan.targets.count()

    # The calendar opens the rounds; a clock is given, not waited for.
    last_day = f"{programme.ends_on.year}-12-31"
    programme.adopted_at = programme.adopted_at.replace(year=programme.starts_on.year - 1)
    programme.save(update_fields=["adopted_at"])
    liennganh("rounds", programme.key, "--open-until", last_day)
    reports = list(
        Report.objects.filter(
            round__programme=programme, round__period_key=case.period
        ).select_related("agency", "round__programme")
    )
    committees = set(programme.reporting_units.values_list("agency_id", flat=True))
    communes = [one for one in reports if one.agency_id in committees][:3]
    agencies = [
        one for one in reports if one.agency_id not in committees and one.agency_id != lead.pk
    ][:2]
    assert (len(communes), len(agencies)) == (3, 2)

    for number, report in enumerate([*communes, *agencies]):
        role = Role.COMMUNE_OFFICER if report in communes else Role.AGENCY_OFFICER
        by = _officer(f"nguoi{number}", report.agency, role)
        _fill(report, by, _values(report, part=number + 1, whole=10), tmp_path)
    liennganh("approve", programme.key, "--period", case.period, "--by", "lan")

    tracked = next(
        one
        for one in asked_in(programme).of(communes[0].agency_id)
        if one.indicator.over_units in {"ratio_of_sums", "sum"}
    )
    figure = _figure(programme, case.period, tracked)
    if tracked.indicator.is_share:
        assert (figure["numerator"], figure["denominator"]) == (6, 30)
    else:
        assert figure["value"] == 6
    said = _report_text(programme, case.period, tmp_path / "bao-cao.docx")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said
    shown = "6/30" if tracked.indicator.is_share else "6"
    assert shown in said

    # One fact taken back: the figure and the sentence follow, and follow again when it returns.
    Report.objects.get(pk=communes[0].pk)
    _reopen(communes[0], lan)
    fewer = _figure(programme, case.period, tracked)
    assert fewer["numerator" if tracked.indicator.is_share else "value"] == 5
    assert str(communes[0].agency) in str(fewer["missing"])
    if tracked.indicator.is_share:
        assert "5/20" in _report_text(programme, case.period, tmp_path / "bao-cao.docx")
    by = User.objects.get(username="nguoi0")
    report = Report.objects.select_related("agency", "round__programme").get(pk=communes[0].pk)
    _fill(report, by, _values(report, part=1, whole=10), tmp_path)
    liennganh("approve", programme.key, "--period", case.period, "--by", "lan")
    assert _figure(programme, case.period, tracked) == figure
    assert _report_text(programme, case.period, tmp_path / "bao-cao.docx") == said

    liennganh("close", programme.key, "--period", case.period, "--by", "lan", "--without-missing")
    frozen = _figure(programme, case.period, tracked)
    assert Decimal(str(frozen["value"])) == Decimal(str(figure["value"]))
    assert liennganh("verify-log") == "Nhật ký nguyên vẹn."
    assert Membership.objects.filter(user=lan).count() == 1


def _reopen(report: Report, by: User) -> None:
    liennganh(
        "reopen", report.round.programme.key, "--period", report.round.period_key,
        "--agency", report.agency.key, "--by", by.username, "--reason", "Số liệu cần xem lại.",
    )  # fmt: skip
