"""Lists of tasks, one task, one share of it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.documents.models import Document
from liennganh.programmes.actions import report_progress
from liennganh.programmes.models import AssignmentState, Programme, Task, TaskAssignment
from liennganh.pure.vietnamese import fold

from .factories import NOW, Work, make_work


@pytest.fixture(autouse=True)
def _in_february() -> Iterator[None]:
    with time_machine.travel(dt.datetime(2026, 2, 2, 9, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def work(cast: Cast) -> Work:
    return make_work(cast)


def _open(client: Client, user: User, name: str, *args: Any, **query: str) -> Any:
    client.force_login(user)
    return client.get(reverse(f"programmes:{name}", args=args), query)


def _report(share: TaskAssignment, by: User, progress: int = 100) -> None:
    report_progress(
        by=by, assignment=share, progress=progress, note="Xong.", at=NOW, version=share.version
    )


def _many(programme: Programme, agency: Agency, number: int) -> None:
    """Give an agency many tasks, late ones and standing ones."""
    tasks = Task.objects.bulk_create(
        Task(
            programme=programme,
            text=f"Việc số {n}",
            folded=fold(f"Việc số {n}"),
            due_on=dt.date(2026, 1, 5) if n % 2 else None,
            standing=not n % 2,
            order=100 + n,
        )
        for n in range(number)
    )
    TaskAssignment.objects.bulk_create(
        TaskAssignment(task=task, agency=agency, role="lead", mode="giao") for task in tasks
    )


@pytest.mark.usefixtures("work")
def test_an_agency_sees_its_own_tasks_and_nobody_elses(client: Client, cast: Cast) -> None:
    page = _open(client, cast.cuong, "my_tasks")
    assert "Tổ chức đợt kiểm tra" in page.content.decode()
    assert "Truyền thông tại cơ sở" not in page.content.decode()


def test_what_came_back_stands_first_then_what_is_late(
    client: Client, cast: Cast, work: Work
) -> None:
    _many(work.programme, cast.police, 4)
    returned = TaskAssignment.objects.get(task__text="Việc số 2")
    TaskAssignment.objects.filter(pk=returned.pk).update(state=AssignmentState.RETURNED)
    rows = list(_open(client, cast.cuong, "my_tasks").context["page"])
    assert rows[0] == returned
    assert [row.late for row in rows[1:4]] == [True, True, False]
    assert rows[-1].task.standing


def test_my_tasks_are_searched_folded_and_filtered(client: Client, cast: Cast, work: Work) -> None:
    _many(work.programme, cast.police, 4)
    found = _open(client, cast.cuong, "my_tasks", q="dot kiem tra").context["page"]
    assert [row.task.text for row in found] == ["Tổ chức đợt kiểm tra cơ sở kinh doanh dịch vụ"]
    late = _open(client, cast.cuong, "my_tasks", state="late").context["page"]
    assert {row.task.text for row in late} == {"Việc số 1", "Việc số 3"}
    none = _open(client, cast.cuong, "my_tasks", q="không có gì như thế")
    assert "Xem tất cả" in none.content.decode()


@pytest.mark.parametrize("number", [10, 1000])
def test_lists_of_tasks_cost_the_same_however_many_there_are(
    client: Client,
    cast: Cast,
    work: Work,
    number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    _many(work.programme, cast.police, number)
    for user, name, args in (
        (cast.cuong, "my_tasks", ()),
        (cast.lan, "tasks", (work.programme.key,)),
        (cast.lan, "agencies", (work.programme.key,)),
        (cast.lan, "list", ()),
    ):
        client.force_login(user)
        with django_assert_max_num_queries(20):
            page = client.get(reverse(f"programmes:{name}", args=args))
        assert len(page.context["page"]) <= 50
        assert len(page.content) < 300_000


def test_a_task_of_a_thousand_communes_is_paged(
    client: Client, cast: Cast, work: Work, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    task = work.communes[0].task
    agencies = Agency.objects.bulk_create(
        Agency(key=f"x{n}", unit=cast.province, kind="other", name=f"Xã {n}", folded=f"xa {n}")
        for n in range(1000)
    )
    TaskAssignment.objects.bulk_create(
        TaskAssignment(task=task, agency=one, role="lead", mode="giao") for one in agencies
    )
    client.force_login(cast.lan)
    with django_assert_max_num_queries(26):
        page = client.get(reverse("programmes:task", args=[task.pk]))
    assert len(page.context["page"]) == 50
    assert page.context["page"].paginator.count == 1003
    with django_assert_max_num_queries(26):
        share = client.get(reverse("programmes:assignment", args=[work.communes[0].pk]))
    assert share.context["more_others"] == 990


def test_the_lead_agency_sees_all_tasks_and_who_is_late(
    client: Client, cast: Cast, work: Work
) -> None:
    _many(work.programme, cast.police, 2)
    page = _open(client, cast.lan, "tasks", work.programme.key)
    tasks = {task.text: task for task in page.context["page"]}
    assert tasks["Truyền thông tại cơ sở"].shares == 3
    assert tasks["Việc số 1"].late == 1
    assert tasks["Việc số 1"].lead == "Công an tỉnh"
    agencies = list(_open(client, cast.lan, "agencies", work.programme.key).context["page"])
    first = agencies[0]
    assert (first, first.total, first.late) == (cast.police, 3, 1)


def test_tasks_given_to_nobody_are_found(client: Client, cast: Cast, work: Work) -> None:
    task = Task.objects.create(programme=work.programme, text="Bỏ quên", standing=True, order=9)
    page = _open(client, cast.lan, "tasks", work.programme.key, state="nobody")
    assert list(page.context["page"]) == [task]
    assert "chưa giao ai" in page.content.decode()


def test_tasks_of_one_agency_in_one_state(client: Client, cast: Cast, work: Work) -> None:
    _report(work.police, cast.cuong)
    page = _open(
        client, cast.lan, "tasks", work.programme.key, agency=str(cast.police.pk), state="reported"
    )
    assert list(page.context["page"]) == [work.police.task]


def test_others_are_led_to_their_own_tasks(client: Client, cast: Cast, work: Work) -> None:
    page = _open(client, cast.cuong, "tasks", work.programme.key)
    assert page.status_code == 302
    assert page["Location"].endswith(f"?programme={work.programme.key}")
    assert _open(client, cast.cuong, "agencies", work.programme.key).status_code == 403


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("programme_officer", 200),
        ("leader", 200),
        ("agency_officer", 200),
        ("commune_officer", 404),
        ("tip_receiver", 200),
        ("social_worker", 404),
        ("auditor", 404),
        ("administrator", 404),
        ("outsider", 404),
    ],
)
def test_a_share_is_seen_by_its_agency_the_lead_agency_and_leaders(
    client: Client, cast: Cast, work: Work, who: str, status: int
) -> None:
    user = cast.everybody[who]
    assert _open(client, user, "assignment", work.police.pk).status_code == status
    assert _open(client, user, "task", work.police.task_id).status_code == status


def _answer(client: Client, share: TaskAssignment, **changes: Any) -> Any:
    fields = {"what": "answer", "progress": "60", "note": "Đã kiểm tra 12 cơ sở.", "version": "1"}
    return client.post(reverse("programmes:assignment", args=[share.pk]), fields | changes)


def test_an_agency_answers_with_several_pieces_of_evidence(
    client: Client, cast: Cast, work: Work
) -> None:
    client.force_login(cast.cuong)
    files = [SimpleUploadedFile(name, b"noi dung") for name in ("bien-ban.pdf", "bang-ke.xlsx")]
    assert _answer(client, work.police, evidence=files).status_code == 302
    work.police.refresh_from_db()
    assert (work.police.state, work.police.progress) == ("doing", 60)
    update = work.police.updates.get()
    assert {one.filename for one in update.evidence.all()} == {"bien-ban.pdf", "bang-ke.xlsx"}
    assert {one.agency for one in update.evidence.all()} == {cast.police}


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("progress", {"progress": "101"}),
        ("progress", {"progress": "một nửa"}),
        ("note", {"progress": "100", "note": ""}),
        ("evidence", {"evidence": SimpleUploadedFile("rong.pdf", b"")}),
    ],
)
def test_a_refused_answer_keeps_what_was_typed_and_points_at_the_field(
    client: Client, cast: Cast, work: Work, field: str, changes: dict[str, Any]
) -> None:
    client.force_login(cast.cuong)
    page = _answer(client, work.police, **changes)
    assert page.status_code == 200
    assert list(page.context["answer_form"].errors) == [field]
    if "note" not in changes:
        assert "Đã kiểm tra 12 cơ sở." in page.content.decode()
    assert not work.police.updates.exists()


def test_a_stored_file_that_is_too_large_leaves_nothing_behind(
    client: Client, cast: Cast, work: Work, settings: Any
) -> None:
    settings.MAX_UPLOAD_BYTES = 4
    before = Document.objects.count()
    client.force_login(cast.cuong)
    page = _answer(client, work.police, evidence=SimpleUploadedFile("a.pdf", b"12345"))
    assert "evidence" in page.context["answer_form"].errors
    assert Document.objects.count() == before


def test_the_second_of_two_colleagues_keeps_her_text_and_is_told(
    client: Client, cast: Cast, work: Work
) -> None:
    _report(work.police, cast.cuong, 30)
    client.force_login(cast.cuong)
    page = _answer(client, work.police, version="1")
    assert page.status_code == 409
    body = page.content.decode()
    assert "chưa có gì của bạn bị ghi đè" in body
    assert "Đã kiểm tra 12 cơ sở." in body


def test_the_lead_agency_cannot_answer_for_another(client: Client, cast: Cast, work: Work) -> None:
    client.force_login(cast.lan)
    assert _answer(client, work.police).status_code == 403


def test_evidence_is_handed_to_the_agency_and_the_lead_agency_only(
    client: Client, cast: Cast, work: Work
) -> None:
    client.force_login(cast.cuong)
    _answer(client, work.police, evidence=SimpleUploadedFile("bien-ban.html", b"<b>x</b>"))
    proof = Document.objects.get(direction="evidence")
    address = reverse("programmes:evidence", args=[work.police.pk, proof.pk])
    for user, status in ((cast.cuong, 200), (cast.lan, 200), (cast.hoa, 404), (cast.yen, 404)):
        client.force_login(user)
        assert client.get(address).status_code == status
    client.force_login(cast.lan)
    handed = client.get(address)
    assert handed["Content-Disposition"].startswith("attachment")
    assert handed["Content-Type"] == "application/octet-stream"
    foreign = reverse("programmes:evidence", args=[work.health.pk, proof.pk])
    assert client.get(foreign).status_code == 404


def test_a_second_person_accepts_or_gives_back_on_the_page(
    client: Client, cast: Cast, work: Work
) -> None:
    _report(work.police, cast.cuong)
    client.force_login(cast.lan)
    address = reverse("programmes:assignment", args=[work.police.pk])
    refused = client.post(address, {"what": "return", "note": ""})
    assert "note" in refused.context["check_form"].errors
    assert client.post(address, {"what": "return", "note": "Thiếu biên bản."}).status_code == 302
    client.force_login(cast.cuong)
    assert "Thiếu biên bản." in client.get(address).content.decode()


def test_the_check_is_not_offered_to_whom_it_is_not_due(
    client: Client, cast: Cast, work: Work
) -> None:
    _report(work.health, cast.lan)
    assert _open(client, cast.lan, "assignment", work.health.pk).context["check_form"] is None
    assert _open(client, cast.thao, "assignment", work.health.pk).context["check_form"]
    client.force_login(cast.lan)
    address = reverse("programmes:assignment", args=[work.health.pk])
    assert client.post(address, {"what": "accept", "note": ""}).status_code == 403


def test_the_lead_agency_dates_a_task_and_gives_it_on(
    client: Client, cast: Cast, work: Work
) -> None:
    client.force_login(cast.lan)
    task = work.health.task
    address = reverse("programmes:task", args=[task.pk])
    both = client.post(address, {"what": "day", "due_on": "30/6/2026", "standing": "on"})
    assert "due_on" in both.context["day_form"].errors
    early = client.post(address, {"what": "day", "due_on": "01/01/2020"})
    assert "due_on" in early.context["day_form"].errors
    assert client.post(address, {"what": "day", "due_on": "30/6/2026"}).status_code == 302
    task.refresh_from_db()
    assert task.due_on == dt.date(2026, 6, 30)
    asked = {"what": "assign", "giao-agency": cast.court.pk, "giao-role": "support"}
    ordered = client.post(address, asked | {"giao-mode": "giao"})
    assert "mode" in ordered.context["assign_form"].errors
    assert client.post(address, asked | {"giao-mode": "de_nghi"}).status_code == 302
    assert TaskAssignment.objects.filter(task=task, agency=cast.court).exists()
    client.force_login(cast.cuong)
    mine = reverse("programmes:task", args=[work.police.task_id])
    assert client.post(mine, {"what": "day", "due_on": "30/6/2026"}).status_code == 403


@pytest.mark.usefixtures("work")
def test_programmes_are_listed_to_those_in_their_line(client: Client, cast: Cast) -> None:
    for who, number in (
        ("programme_officer", 1), ("leader", 1), ("agency_officer", 1), ("commune_officer", 1),
        ("auditor", 0), ("administrator", 0), ("outsider", 0),
    ):  # fmt: skip
        page = _open(client, cast.everybody[who], "list")
        assert len(page.context["page"]) == number, who
    found = _open(client, cast.lan, "list", q="mai dam", year="2026").context["page"]
    assert [row.mine for row in found] == [1]
    assert not _open(client, cast.lan, "list", year="2030").context["page"].object_list


def test_an_answer_that_changed_since_it_was_read_is_not_accepted(
    client: Client, cast: Cast, work: Work
) -> None:
    share = work.police
    for progress, note in ((100, "Đã làm xong."), (100, "Thực ra chưa xong.")):
        read = share.version
        report_progress(
            by=cast.cuong, assignment=share, progress=progress, note=note, at=NOW, version=read
        )
        share.refresh_from_db()
    client.force_login(cast.lan)
    address = reverse("programmes:assignment", args=[share.pk])
    refused = client.post(address, {"what": "accept", "note": "", "version": read})
    assert refused.status_code == 409
    assert TaskAssignment.objects.get(pk=share.pk).state == "reported"
    shown = refused.context["check_form"]["version"].value()
    assert client.post(address, {"what": "accept", "note": "", "version": shown}).status_code == 302
    assert TaskAssignment.objects.get(pk=share.pk).state == "checked"
