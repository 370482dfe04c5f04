"""The pages, as a browser without scripts and as htmx asks for them."""

import re

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import Cast

from liennganh.documents.models import Document
from liennganh.plans import actions
from liennganh.plans.models import (
    Intake,
    IntakeItem,
    IntakeState,
    ItemKind,
    ItemState,
    Plan,
)
from liennganh.plans.tests.samples import (
    AT,
    PLAN,
    a_plan,
    a_target,
    a_task,
    answer_everything,
    read_in,
)

HTMX = {"HX-Request": "true"}


@pytest.fixture
def lan(client: Client, cast: Cast) -> Client:
    client.force_login(cast.lan)
    return client


def file(content: bytes = PLAN.encode(), name: str = "ke-hoach.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


class TestUpload:
    def test_a_file_leads_to_its_review(self, lan: Client) -> None:
        answer = lan.post(reverse("plans:upload"), {"file": file()})
        intake = Intake.objects.get()
        assert answer.status_code == 302
        assert answer["Location"] == reverse("plans:review", args=[intake.pk])

    def test_a_file_above_the_limit_is_refused_while_it_comes(
        self, lan: Client, settings: LazySettings
    ) -> None:
        settings.MAX_UPLOAD_BYTES = 1024 * 1024
        answer = lan.post(reverse("plans:upload"), {"file": file(b"x" * (3 * 1024 * 1024))})
        assert "Tệp lớn hơn 1 MB" in answer.content.decode()
        assert not Document.objects.exists()

    def test_the_token_is_still_asked_for(self, cast: Cast) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(cast.lan)
        assert strict.post(reverse("plans:upload"), {"file": file()}).status_code == 403
        assert not Document.objects.exists()

    @pytest.mark.parametrize(
        ("sent", "message"),
        [({}, "Chưa chọn tệp nào"), ({"file": file(b"")}, "Tệp rỗng")],
    )
    def test_no_file_and_an_empty_one_are_told(
        self, lan: Client, sent: dict[str, SimpleUploadedFile], message: str
    ) -> None:
        assert message in lan.post(reverse("plans:upload"), sent).content.decode()
        assert not Intake.objects.exists()

    def test_a_secret_file_is_refused_on_the_page(self, lan: Client) -> None:
        answer = lan.post(reverse("plans:upload"), {"file": file(f"MẬT\n\n{PLAN}".encode())})
        assert "không được lưu lại" in answer.content.decode()
        assert not Document.objects.exists()

    def test_what_failed_can_be_pasted(self, lan: Client) -> None:
        lan.post(reverse("plans:upload"), {"file": file(b"PK\x03\x04 hong", "hong.docx")})
        intake = Intake.objects.get()
        page = lan.get(reverse("plans:failed", args=[intake.pk])).content.decode()
        for offer in ("Thử lại", "Tải tệp khác", "Đọc nội dung đã dán"):
            assert offer in page
        lan.post(reverse("plans:retry", args=[intake.pk]), {"text": PLAN})
        intake.refresh_from_db()
        assert intake.state == IntakeState.REVIEW

    def test_pasting_nothing_is_told(self, lan: Client) -> None:
        lan.post(reverse("plans:upload"), {"file": file(b"PK\x03\x04 hong", "hong.docx")})
        address = reverse("plans:retry", args=[Intake.objects.get().pk])
        answer = lan.post(address, {"text": "  "})
        assert "Chưa có nội dung nào" in answer.content.decode()


class TestReview:
    def test_the_text_stands_beside_every_item(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        page = lan.get(reverse("plans:review", args=[intake.pk])).content.decode()
        for item in intake.items.all():
            assert f'id="muc-{item.pk}"' in page
            assert page.count(f'id="doan-{item.pk}"') == 1

    def test_the_least_certain_come_first_unless_asked_otherwise(
        self, lan: Client, cast: Cast
    ) -> None:
        intake = read_in(cast)
        last = intake.items.filter(kind=ItemKind.TASK).order_by("-start")[0]
        IntakeItem.objects.filter(pk=last.pk).update(confidence=0.1)
        address = reverse("plans:review", args=[intake.pk])

        def first_task(page: str) -> str:
            group = page.split('id="nhom-task"')[1]
            return str(re.findall(r'id="muc-(\d+)"', group)[0])

        assert first_task(lan.get(address).content.decode()) == str(last.pk)
        by_text = lan.get(address, {"thu-tu": "van-ban"}).content.decode()
        assert first_task(by_text) != str(last.pk)

    def test_every_action_works_as_a_plain_form(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        item = a_target(intake)
        for name, state in (("accept", "accepted"), ("reopen", "proposed"), ("reject", "rejected")):
            answer = lan.post(reverse(f"plans:{name}", args=[item.pk]))
            assert answer["Location"].endswith(f"#muc-{item.pk}")
            item.refresh_from_db()
            assert item.state == state
        lan.post(reverse("plans:undo", args=[intake.pk]))
        item.refresh_from_db()
        assert item.state == "proposed"

    def test_a_task_that_nobody_leads_becomes_common_work_with_one_press(
        self, lan: Client, cast: Cast
    ) -> None:
        item = a_task(read_in(cast), "Tăng cường tuyên truyền")
        lan.post(reverse("plans:common", args=[item.pk]))
        item.refresh_from_db()
        assert item.data["common"] is True
        assert item.state == ItemState.ACCEPTED

    def test_htmx_gets_the_item_and_the_bar_alone(self, lan: Client, cast: Cast) -> None:
        item = a_target(read_in(cast))
        answer = lan.post(reverse("plans:accept", args=[item.pk]), headers=HTMX)
        page = answer.content.decode()
        assert page.count("<li ") == 1
        assert 'data-state="accepted"' in page
        assert 'id="tien-do"' in page
        assert "<html" not in page

    def test_a_stale_press_shows_the_item_as_it_is_and_says_why(
        self, lan: Client, cast: Cast
    ) -> None:
        item = a_target(read_in(cast))
        actions.edit_item(by=cast.thao, item=item, at=AT, data={"value": "75"})
        answer = lan.post(reverse("plans:reject", args=[item.pk]), {"version": 1}, headers=HTMX)
        page = answer.content.decode()
        assert "Lê Phương Thảo đã thay đổi mục này" in page
        assert "ít nhất 75%" in page

    def test_a_target_is_corrected_in_a_form(self, lan: Client, cast: Cast) -> None:
        item = a_target(read_in(cast))
        address = reverse("plans:edit", args=[item.pk])
        assert 'value="70"' in lan.get(address).content.decode()
        sent = {"comparator": ">", "value": "72,5", "unit": "percent", "deadline": "12/2026"}
        lan.post(address, sent)
        item.refresh_from_db()
        assert item.data["value"] == "72.5"
        assert (item.data["comparator"], item.data["deadline"]) == (">", "2026-12")

    def test_a_number_that_reads_in_two_ways_is_asked_about(self, lan: Client, cast: Cast) -> None:
        item = a_target(read_in(cast))
        sent = {"comparator": ">", "value": "72.5", "unit": "percent"}
        page = lan.post(reverse("plans:edit", args=[item.pk]), sent).content.decode()
        assert "hai cách" in page
        assert a_target(item.intake).state == ItemState.PROPOSED

    def test_a_span_is_changed_by_pasting_its_words(self, lan: Client, cast: Cast) -> None:
        item = a_task(read_in(cast))
        address = reverse("plans:edit", args=[item.pk])
        sent = {"lead": "Sở Y tế", "mode": "giao", "quote": "Tổ chức tập huấn cho cán bộ"}
        page = lan.post(address, sent, headers=HTMX).content.decode()
        assert 'id="van-ban"' in page
        item.refresh_from_db()
        assert item.intake.text[item.start : item.end] == "Tổ chức tập huấn cho cán bộ"
        assert "Không thấy đoạn này" in lan.post(address, {**sent, "quote": "abc"}).content.decode()
        twice = lan.post(address, {**sent, "quote": "Sở Y tế"}).content.decode()
        assert "2 chỗ" in twice

    def test_a_report_is_corrected_in_words(self, lan: Client, cast: Cast) -> None:
        item = read_in(cast).items.filter(kind=ItemKind.REPORT)[0]
        sent = {"kind": "annual", "due_way": "yearly", "due_words": "15/11", "before": "on"}
        lan.post(reverse("plans:edit", args=[item.pk]), sent)
        item.refresh_from_db()
        assert (item.data["kind"], item.data["due"], item.data["before"]) == (
            "annual",
            "11-15",
            True,
        )

    def test_a_task_is_split_in_a_form(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        item = a_task(intake, "Chủ trì, phối hợp")
        before = intake.items.count()
        address = reverse("plans:split", args=[item.pk])
        offset = re.findall(r'name="offset" value="(\d+)"', lan.get(address).content.decode())[0]
        lan.post(address, {"offset": offset})
        assert intake.items.count() == before + 1

    def test_a_missed_item_is_added_by_pasting_its_words(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        sent = {"kind": "task", "quote": "bố trí kinh phí"}
        answer = lan.post(reverse("plans:add", args=[intake.pk]), sent)
        added = intake.items.get(as_read__isnull=True)
        assert answer["Location"] == reverse("plans:edit", args=[added.pk])

    def test_the_head_is_saved_and_its_faults_are_shown(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        address = reverse("plans:header", args=[intake.pk])
        page = lan.post(address, {"type": "Kế hoạch", "date": "30/2/2026"}).content.decode()
        assert "Không có ngày 30/02/2026" in page
        lan.post(address, {"type": "Kế hoạch", "title": "T", "period_to": "2027"})
        intake.refresh_from_db()
        assert intake.header["period"] == [2027, 2027]
        assert intake.header_confirmed


def test_names_are_settled_on_their_page(lan: Client, cast: Cast) -> None:
    intake = read_in(cast)
    address = reverse("plans:owners", args=[intake.pk])
    assert "Công an tỉnh" in lan.get(address).content.decode()
    lan.post(reverse("plans:save_suggested", args=[intake.pk]))
    save = reverse("plans:save_owner", args=[intake.pk])
    lan.post(save, {"printed": "Công an tỉnh", "choice": f"agency:{cast.court.pk}"})
    owner = a_task(intake, "Đấu tranh").owners.get()
    assert owner.agency == cast.court
    lan.post(save, {"printed": "Công an tỉnh", "choice": "class:departments"})
    owner.refresh_from_db()
    assert owner.agency_id is None
    assert owner.whole_class == "departments"
    assert (
        "Chọn một trong"
        in lan.post(save, {"printed": "Công an tỉnh"}, follow=True).content.decode()
    )


def test_an_agency_of_another_province_cannot_be_chosen(lan: Client, cast: Cast) -> None:
    intake = read_in(cast)
    sent = {"printed": "Sở Y tế", "choice": f"agency:{cast.outside_agency.pk}"}
    assert lan.post(reverse("plans:save_owner", args=[intake.pk]), sent).status_code == 404


def test_the_plan_is_confirmed_on_its_page_and_shown(lan: Client, cast: Cast) -> None:
    intake = read_in(cast)
    address = reverse("plans:confirm", args=[intake.pk])
    assert "Việc phải làm trước" in lan.get(address).content.decode()
    assert "còn" in lan.post(address, follow=True).content.decode()
    answer_everything(cast, intake)
    intake.refresh_from_db()
    answer = lan.post(address, {"version": intake.version})
    plan = Plan.objects.get()
    assert answer["Location"] == reverse("plans:plan", args=[plan.key])
    page = lan.get(answer["Location"]).content.decode()
    assert "ít nhất 70%" in page
    assert lan.get(reverse("plans:review", args=[intake.pk]))["Location"] == answer["Location"]


def test_plans_are_found_whatever_the_accents(lan: Client, cast: Cast) -> None:
    a_plan(cast)
    address = reverse("plans:list")
    assert "12/KH-UBND" in lan.get(address, {"tim": "phong chong MAI DAM"}).content.decode()
    assert "Không có kế hoạch nào khớp" in lan.get(address, {"tim": "ma túy"}).content.decode()
    assert "12/KH-UBND" in lan.get(address, {"nam": "2026"}).content.decode()
    assert "Không có kế hoạch" in lan.get(address, {"nam": "2031"}).content.decode()


def addresses_of(intake: Intake, plan: Plan) -> dict[str, list[str]]:
    item = a_target(intake)
    whole = ["review", "header", "accept_many", "mark_common", "undo", "add", "owners"]
    whole += ["save_owner", "save_suggested", "confirm", "failed", "retry", "discard"]
    single = ["item", "accept", "reject", "reopen", "common", "edit", "split"]
    return {
        "intake": [
            *(reverse(f"plans:{name}", args=[intake.pk]) for name in whole),
            *(reverse(f"plans:{name}", args=[item.pk]) for name in single),
        ],
        "plan": [reverse("plans:plan", args=[plan.key])],
    }


def test_readings_are_for_programme_officers_of_the_agency_and_plans_for_the_province(
    client: Client, cast: Cast
) -> None:
    plan, intake = a_plan(cast), read_in(cast)
    addresses = addresses_of(intake, plan)
    for name, user in cast.everybody.items():
        client.force_login(user)
        if name != "programme_officer":
            for address in addresses["intake"]:
                answers = {client.get(address).status_code, client.post(address).status_code}
                assert answers <= {404, 405}, (name, address)
            expected = 404 if name in {"outsider", "auditor", "administrator"} else 200
            assert client.get(addresses["plan"][0]).status_code == expected, name
        may_upload = name in ("programme_officer", "outsider")
        upload = client.get(reverse("plans:upload")).status_code
        assert upload == (200 if may_upload else 403), name
    intake.refresh_from_db()
    assert intake.state == IntakeState.REVIEW


class TestQueries:
    def cost(self, client: Client, address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    def crowded(self, cast: Cast, number: int) -> Intake:
        intake = read_in(cast)
        task = a_task(intake)
        for place in range(number):
            item = IntakeItem.objects.create(
                intake=intake, kind=ItemKind.TASK, start=task.start, end=task.end - place % 9,
                section=task.section, data=task.data, as_read=None,
            )  # fmt: skip
            item.owners.create(role="lead", printed="Sở Y tế", agency=cast.health)
        return intake

    @pytest.mark.parametrize(("name", "limit"), [("review", 12), ("owners", 20), ("confirm", 12)])
    def test_pages_cost_the_same_for_ten_items_and_three_hundred(
        self, lan: Client, cast: Cast, name: str, limit: int
    ) -> None:
        few, many = self.crowded(cast, 10), self.crowded(cast, 300)
        costs = [self.cost(lan, reverse(f"plans:{name}", args=[one.pk])) for one in (few, many)]
        assert costs[0] == costs[1] <= limit

    def test_lists_cost_the_same_for_more_plans(self, lan: Client, cast: Cast) -> None:
        a_plan(cast)
        read_in(cast)
        before = self.cost(lan, reverse("plans:list"))
        for _ in range(3):
            a_plan(cast)
            read_in(cast)
        assert self.cost(lan, reverse("plans:list")) == before <= 12

    def test_writes_for_many_items_cost_no_more(self, cast: Cast) -> None:
        def cost(number: int) -> int:
            intake = self.crowded(cast, number)
            with CaptureQueriesContext(connection) as queries:
                answer_everything(cast, intake)
                actions.confirm_intake(by=cast.lan, intake=intake, at=AT)
            return len(queries)

        assert cost(60) == cost(10)

    def test_undoing_a_mass_step_is_bounded(self, cast: Cast) -> None:
        intake = self.crowded(cast, 300)
        actions.accept_all(by=cast.lan, intake=intake, at=AT)
        with CaptureQueriesContext(connection) as queries:
            actions.undo(by=cast.lan, intake=intake, at=AT)
        assert len(queries) < 30
