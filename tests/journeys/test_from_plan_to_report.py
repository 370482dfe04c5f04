"""The journey that the product is for: from a plan as printed to the official report."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone

from liennganh.accounts.roles import Role
from liennganh.drafting.models import OfficialReport
from liennganh.drafting.queries import draft_of, paper_of
from liennganh.programmes.models import Programme, TrackedIndicator
from liennganh.pure.officialdocs import check
from liennganh.pure.vietnamese import format_number
from liennganh.reporting.expected import asked_in
from liennganh.reporting.models import Round
from tests.journeys import issuing, planning, reporting
from tests.journeys.desks import Desks, press, text_of
from tests.journeys.office import Arrival, person
from tests.journeys.reporting import Reporter
from tests.plans_at_hand import PLANS, needs_plans

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KHANH_HOA = Arrival(
    file=Path(__file__).parents[2] / "samples" / "ke-hoach-khanh-hoa-2026-2030.docx",
    province="56",
    unit="Tỉnh Khánh Hòa",
    kind="so_y_te",
    lead="Sở Y tế",
    signed_on=dt.date(2026, 1, 12),
    read_on=dt.date(2026, 1, 20),
    due_on=dt.date(2026, 3, 2),
    period="2026-Q1",
    holds={"report": 3, "budget": 1},
    says="Phòng ngừa từ sớm, từ cơ sở",
    # Who reports when is a reporting duty, not a task as well.
    rejects="báo cáo kết quả thực hiện định kỳ",
)
LANG_SON = Arrival(
    file=PLANS / "lang-son-217-kh-ubnd-2024.txt",
    province="20",
    unit="Thành phố Lạng Sơn, tỉnh Lạng Sơn",
    kind="phong_ldtbxh",
    lead="Phòng Lao động - Thương binh và Xã hội thành phố",
    signed_on=dt.date(2024, 5, 6),
    read_on=dt.date(2024, 5, 13),
    due_on=dt.date(2024, 6, 3),
    period="2024-H1",
    holds={"target": 11, "task": 45, "report": 3},
    says="mại dâm",
    source="Niên giám thống kê 2023",
)


@pytest.mark.parametrize(
    "arrival",
    [
        pytest.param(KHANH_HOA, id="khanh-hoa"),
        pytest.param(LANG_SON, id="lang-son", marks=[pytest.mark.plans, needs_plans]),
    ],
)
def test_a_plan_goes_from_its_text_to_its_issued_report(  # noqa: PLR0915 - one story
    arrival: Arrival, desks: Desks, clock: time_machine.Traveller, tmp_path: Path
) -> None:
    clock.move_to(dt.datetime.combine(arrival.read_on, dt.time(2), tzinfo=dt.UTC))
    office = arrival.office()
    lan = desks.of(office.lan)
    planning.upload(lan, arrival)
    planning.see_text_beside_items(lan, arrival)
    planning.go_by_keyboard(lan)
    planning.edit_a_task(lan, lead="Công an tỉnh")
    planning.reject_a_task(lan, arrival.rejects)
    planning.accept_the_rest(lan)
    planning.settle_names(lan)
    planning.confirm(lan)
    planning.adopt(lan, source=arrival.source)

    programme = Programme.objects.select_related("lead_agency", "unit").get()
    clock.move_to(dt.datetime.combine(arrival.due_on, dt.time(2), tzinfo=dt.UTC))
    desks.leave()  # weeks have gone by: everybody signs in anew
    lan = desks.of(office.lan)
    round_ = reporting.open_rounds(programme, arrival.due_on, arrival.period)
    communes, agencies = reporters_of(round_)
    reporting.send_after_mistakes(desks.of(communes[0].user), communes[0])
    for one in (*communes[1:], *agencies):
        reporting.send(desks.of(one.user), one)
    comment = "Số người tham dự cao hơn danh sách, đề nghị kiểm tra lại."
    reporting.give_back(lan, communes[1].report, comment=comment)
    communes[1] = corrected(communes[1])
    reporting.correct_and_send(desks.of(communes[1].user), communes[1], comment=comment)
    reporting.approve_all(lan, round_, len(communes) + len(agencies))

    tracked, shown = expected_share(communes)
    reporting.open_programme(lan, programme, round_)
    row = text_of(reporting.figure_row(lan, tracked))
    assert shown in row
    absent = round_.reports.exclude(state="approved").select_related("agency")
    waiting = reporting.who_is_missing(lan)
    assert all(str(one.agency) in waiting for one in absent)
    assert not any(str(one.report.agency) in waiting for one in communes)
    proof = reporting.why(lan, tracked)
    for one in communes:
        part, whole = one.knows[tracked.pk]
        assert str(one.report.agency) in proof
        assert f"{format_number(part)}/{format_number(whole)}" in proof
    assert shown in issuing.draft(lan, round_.label, signer="Lê Văn Ký")

    lan.goto(f"/bao-cao/ky/{round_.pk}/")
    issuing.close_without_the_missing(lan, len(absent))
    assert shown in issuing.reopen_draft(lan, round_.label)
    press(lan, "Trình ký")
    issuing.agree(desks.of(office.minh))
    lan.reload()
    issuing.issue(lan, number="15", day=f"{arrival.due_on:%d/%m/%Y}")
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(issuing.download(lan, tmp_path))
    said = issuing.printed_text(path)
    assert shown in said
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said
    assert "Số: 15/BC" in said
    report = OfficialReport.objects.get()
    paper = paper_of(report, draft_of(report.round, at=timezone.now(), report=report))
    assert check(path.read_bytes(), paper) == ()


def corrected(reporter: Reporter) -> Reporter:
    """Return the reporter after she has looked again: every part is three smaller."""
    knows = {key: (numbers[0] - 3, *numbers[1:]) for key, numbers in reporter.knows.items()}
    return replace(reporter, knows=knows)


def expected_share(communes: list[Reporter]) -> tuple[TrackedIndicator, str]:
    """Return a share that the communes report, and "part/whole" worked out by hand."""
    tracked = next(
        one
        for one in communes[0].asked
        if one.indicator.over_units == "ratio_of_sums" and one.reporters == "units"
    )
    part = sum(one.knows[tracked.pk][0] for one in communes)
    whole = sum(one.knows[tracked.pk][1] for one in communes)
    return tracked, f"{format_number(part)}/{format_number(whole)}"


def reporters_of(round_: Round) -> tuple[list[Reporter], list[Reporter]]:
    """Seat three commune officers and two agency officers, each with numbers of their own."""
    places, others = reporting.reports_with_figures(round_)
    asked = asked_in(round_.programme)
    seated = [
        Reporter(
            user=person(f"nguoi{number}", f"Người Báo Cáo {number}", report.agency, role),
            report=report,
            knows=reporting.invented(asked.of(report.agency_id), number),
        )
        for number, (report, role) in enumerate(
            [(one, Role.COMMUNE_OFFICER) for one in places[:3]]
            + [(one, Role.AGENCY_OFFICER) for one in others[:2]],
            start=1,
        )
    ]
    return seated[:3], seated[3:]
