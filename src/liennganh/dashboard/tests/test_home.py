"""The first page: three lists for those who work, and what is there for the others."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Cast, make_user

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.dashboard.days import day_name
from liennganh.dashboard.queries.mywork import my_work
from liennganh.drafting.models import OfficialReport
from liennganh.programmes.models import Task, TaskAssignment, TaskUpdate
from liennganh.reporting.actions import return_report
from liennganh.reporting.tests.factories import NOW, Field

TODAY = dt.date(2026, 5, 25)


def text_of(user: User, client: Client, address: str = "dashboard:home") -> str:
    client.force_login(user)
    response = client.get(reverse(address))
    assert response.status_code == 200
    return response.content.decode()


def give(field: Field, due_on: dt.date | None, state: str = "open", text: str = "- Việc") -> Task:
    task = Task.objects.create(
        programme=field.programme, text=text, due_on=due_on, standing=due_on is None
    )
    assignment = TaskAssignment.objects.create(
        task=task, agency=field.cast.police, role="lead", mode="giao", state=state, progress=40
    )
    if state == "returned":
        TaskUpdate.objects.create(
            assignment=assignment,
            at=NOW,
            by=field.cast.lan,
            state="returned",
            progress=40,
            note="Ghi rõ số văn bản",
        )
    return task


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2026, 12, 7), "Thứ Hai, 07/12"),
        (dt.date(2027, 1, 3), "Chủ Nhật, 03/01/2027"),
        (dt.date(2026, 12, 1), "Hôm nay, Thứ Ba, 01/12"),
        (dt.date(2026, 12, 2), "Ngày mai, Thứ Tư, 02/12"),
    ],
)
def test_a_day_is_called_by_its_name(day: dt.date, name: str) -> None:
    assert day_name(day, dt.date(2026, 12, 1)) == name


def test_a_returned_report_stands_first_with_the_reviewers_words(field: Field) -> None:
    field.open()
    report = field.submit(field.cast.commune_agencies[0], field.cast.hoa)
    return_report(by=field.cast.lan, report=report, comment="Số buổi khác kỳ trước", at=NOW)
    work = my_work(field.cast.hoa, TODAY)
    (line,) = work.returned
    assert (line.words, line.words_by) == ("Số buổi khác kỳ trước", "Trần Thị Lan")
    assert line.what == "Báo cáo 6 tháng đầu năm 2026"
    assert line.how_far == "2/2 ô đã điền"
    assert line.url == reverse("reporting:edit", args=[report.pk])
    assert not work.due


def test_reports_and_tasks_stand_together_by_day(field: Field) -> None:
    field.open()
    give(field, dt.date(2026, 5, 28))
    give(field, dt.date(2026, 5, 31), text="Việc cùng ngày với báo cáo")
    days = my_work(field.cast.cuong, TODAY).due
    assert [day.name for day in days] == ["Thứ Năm, 28/05", "Chủ Nhật, 31/05"]
    assert [line.kind for line in days[1].lines] == ["report", "task"]


def test_late_work_says_by_how_many_days_and_returned_work_is_not_told_twice(field: Field) -> None:
    give(field, dt.date(2026, 5, 20))
    give(field, dt.date(2026, 5, 1), state="returned")
    work = my_work(field.cast.cuong, TODAY)
    assert [line.days_late for line in work.late] == [5]
    assert work.late[0].what == "Việc"
    assert [line.words for line in work.returned] == ["Ghi rõ số văn bản"]


def test_work_without_a_day_is_counted_and_not_listed(field: Field) -> None:
    give(field, None)
    work = my_work(field.cast.cuong, TODAY)
    assert work.nothing
    assert work.standing == 1


def test_nothing_to_do_says_so(cast: Cast, client: Client) -> None:
    assert "Không có việc nào bị trả lại, đến hạn hay quá hạn." in text_of(cast.hoa, client)


def test_the_lead_agency_sees_what_waits_for_review_and_check(field: Field, client: Client) -> None:
    field.open()
    field.submit(field.cast.commune_agencies[0], field.cast.hoa)
    give(field, None, state="reported", text="Việc đã báo cáo xong")
    text = text_of(field.cast.lan, client)
    assert "Báo cáo chờ duyệt" in text
    assert field.cast.commune_agencies[0].name in text
    assert "Việc đã báo cáo xong" in text


def test_the_rest_of_what_waits_for_a_check_is_one_press_away(field: Field, client: Client) -> None:
    for number in range(9):
        give(field, None, state="reported", text=f"Việc thứ {number}")
    text = text_of(field.cast.lan, client)
    url = reverse("programmes:tasks", args=["ct-thu"])
    assert f'<a href="{url}?state=reported">Xem cả 9 phần việc</a>' in text


def test_who_reported_a_task_is_not_asked_to_check_it(field: Field, client: Client) -> None:
    task = give(field, None, state="reported", text="Việc của chính Lan")
    TaskUpdate.objects.create(
        assignment=task.assignments.get(), at=NOW, by=field.cast.lan, state="reported", progress=100
    )
    assert "Việc của chính Lan" not in text_of(field.cast.lan, client)
    assert "Việc của chính Lan" in text_of(field.cast.thao, client)


def test_a_leader_sees_how_the_programmes_stand(field: Field, client: Client) -> None:
    field.open()
    text = text_of(field.cast.minh, client)
    assert "Chờ ký" in text
    assert "0/3 xã đã gửi, 3 chưa gửi" in text


def test_the_auditor_sees_the_state_of_the_log(cast: Cast, client: Client) -> None:
    text = text_of(cast.an, client)
    assert "Nhật ký nguyên vẹn" in text
    assert reverse("audit:list") in text


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("inspector", "Sổ kiểm tra liên ngành chưa mở"),
        ("tip_receiver", "Sổ tiếp nhận tin báo chưa mở"),
        ("social_worker", "Hồ sơ hỗ trợ không đi qua các trang chương trình"),
        ("administrator", "Vai quản trị không tham gia chương trình"),
    ],
)
def test_other_roles_are_told_what_is_there_for_them(
    cast: Cast, client: Client, who: str, words: str
) -> None:
    assert words in text_of(cast.everybody[who], client)


def test_somebody_without_a_hat_is_told_whom_to_ask(cast: Cast, client: Client) -> None:
    cast.hoa.memberships.all().delete()
    assert "chưa được giao vai nào" in text_of(cast.hoa, client)


@pytest.mark.parametrize("who", ["agency_officer", "commune_officer", "auditor", "inspector"])
def test_only_who_steers_opens_the_summary_of_programmes(
    cast: Cast, client: Client, who: str
) -> None:
    client.force_login(cast.everybody[who])
    assert client.get(reverse("dashboard:overview")).status_code == 403


def test_a_report_at_the_signing_stage_waits_for_the_leader(field: Field, client: Client) -> None:
    round_ = field.open()
    report = OfficialReport.objects.create(
        round=round_, state="review", header={"subject": "Kết quả 6 tháng"}, created_at=NOW
    )
    text = text_of(field.cast.minh, client)
    assert "Kết quả 6 tháng" in text
    assert reverse("drafting:detail", args=[report.pk]) in text
    head = make_user("giam-doc", "Hà Thu Giang", field.cast.health, Role.LEADER)
    assert "Kết quả 6 tháng" in text_of(head, client)
    assert "Không có báo cáo nào đang trình ký." in text_of(field.cast.minh, client)
    assert "Kết quả 6 tháng" in text_of(field.cast.lan, client)
    assert "Kết quả 6 tháng" not in text_of(field.cast.hoa, client)
