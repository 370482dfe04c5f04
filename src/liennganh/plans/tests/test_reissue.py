"""A plan that is issued again shows only what differs from the reading before it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import Cast

from liennganh.errors import DomainError
from liennganh.plans import actions, queue
from liennganh.plans.models import Intake, IntakeItem, ItemKind, ItemState, Plan
from liennganh.plans.queries import items_of, open_questions
from liennganh.plans.reissue import Comparison, compare, earlier_readings, likely_earlier
from liennganh.plans.tests.samples import (
    AT,
    PLAN,
    a_plan,
    a_target,
    a_task,
    answer_everything,
    read_in,
)

RAISED = PLAN.replace("Ít nhất 70% số xã", "Ít nhất 80% số xã")
TRAINING = "- Tổ chức tập huấn cho cán bộ cấp xã về hỗ trợ người bán dâm hòa nhập cộng đồng.\n\n"
OTHERWISE = RAISED.replace(TRAINING, "- Mở đường dây nóng tiếp nhận tin báo của người dân.\n\n")


@pytest.fixture
def lan(client: Client, cast: Cast) -> Client:
    client.force_login(cast.lan)
    return client


def again(cast: Cast, earlier: Intake, text: str = PLAN) -> Intake:
    """Read a later issue in and let it follow the earlier reading."""
    intake = read_in(cast, text)
    actions.take_over(by=cast.lan, intake=intake, earlier=earlier, at=AT)
    return intake


def difference(intake: Intake) -> Comparison:
    found = compare(intake, items_of(intake))
    assert found is not None
    return found


class TestWhichOne:
    def of(self, cast: Cast, text: str) -> Intake | None:
        intake = read_in(cast, text)
        return likely_earlier(intake, earlier_readings(cast.lan, intake))

    def test_the_same_file_read_twice(self, cast: Cast) -> None:
        first = read_in(cast)
        assert self.of(cast, PLAN) == first

    def test_the_same_number_of_the_same_issuer(self, cast: Cast) -> None:
        plan = a_plan(cast)
        assert self.of(cast, RAISED.replace("phòng, chống mại dâm năm", "phòng ngừa năm")) == (
            plan.intake
        )

    def test_the_same_title_under_a_new_number(self, cast: Cast) -> None:
        plan = a_plan(cast)
        assert self.of(cast, RAISED.replace("12/KH-UBND", "31/KH-UBND")) == plan.intake

    def test_a_plan_that_the_text_says_it_replaces(self, cast: Cast) -> None:
        plan = a_plan(cast)
        text = RAISED.replace("12/KH-UBND", "31/KH-UBND").replace(
            "phòng, chống mại dâm năm 2026", "bảo vệ trẻ em năm 2027"
        )
        assert self.of(cast, text) is None
        replacing = "ban hành Kế hoạch thay thế Kế hoạch số 12/KH-UBND ngày 15/01/2026 như sau"
        assert self.of(cast, text.replace("ban hành Kế hoạch như sau", replacing)) == plan.intake

    def test_another_plan_follows_none(self, cast: Cast) -> None:
        a_plan(cast)
        text = PLAN.replace("12/KH-UBND", "40/KH-UBND").replace("mại dâm", "ma túy")
        assert self.of(cast, text) is None

    def test_readings_out_of_sight_are_not_offered(self, cast: Cast) -> None:
        first, intake = read_in(cast), read_in(cast)
        assert earlier_readings(cast.lan, intake) == [first]
        assert earlier_readings(cast.yen, intake) == []
        with pytest.raises(DomainError, match="Không thấy bản đọc trước"):
            actions.take_over(by=cast.lan, intake=first, earlier=intake, at=AT)


class TestTakingOver:
    def test_of_the_same_text_nothing_is_left_to_look_at(self, cast: Cast) -> None:
        plan = a_plan(cast)
        intake = again(cast, plan.intake)
        found = difference(intake)
        assert (*found.changes, *found.added, *found.removed) == ()
        assert not intake.items.filter(state=ItemState.PROPOSED).exists()
        assert {item.note for item in intake.items.all()} == {"Như bản trước"}
        actions.edit_header(by=cast.lan, intake=intake, at=AT)
        intake.refresh_from_db()
        assert not [one for one in open_questions(intake) if one.blocking]

    def test_only_what_differs_waits(self, cast: Cast) -> None:
        intake = again(cast, a_plan(cast).intake, OTHERWISE)
        found = difference(intake)
        assert [change.item.kind for change in found.changes] == [ItemKind.TARGET]
        change = found.changes[0]
        assert (change.before, change.now) == ("ít nhất 70% · hạn 2026", "ít nhất 80% · hạn 2026")
        assert [one.text.strip() for one in change.stretches if one.mark == "gone"] == ["70"]
        assert [one.text.strip() for one in change.stretches if one.mark == "new"] == ["80"]
        words = [intake.text[item.start : item.end] for item in found.added]
        assert len(words) == 1
        assert "đường dây nóng" in words[0]
        assert [
            "tập huấn" in item.intake.text[item.start : item.end] for item in found.removed
        ] == [True]
        waiting = {item.pk for item in intake.items.filter(state=ItemState.PROPOSED)}
        assert waiting == {change.item.pk, found.added[0].pk}

    def test_what_officers_corrected_stays_corrected(self, cast: Cast) -> None:
        first = read_in(cast)
        task, target = a_task(first), a_target(first)
        actions.edit_item(by=cast.lan, item=task, at=AT, data={"support": ["Hội Thiện Tâm"]})
        actions.edit_item(by=cast.lan, item=target, at=AT, data={"deadline": "2026-12"})
        actions.reject_item(by=cast.lan, item=a_task(first, "Đấu tranh"), at=AT)
        intake = again(cast, first, RAISED)
        assert a_task(intake).data["support"] == ["Hội Thiện Tâm"]
        assert a_task(intake).state == ItemState.ACCEPTED
        assert a_task(intake, "Đấu tranh").state == ItemState.REJECTED
        changed = a_target(intake)
        assert changed.state == ItemState.PROPOSED
        assert (changed.data["value"], changed.data["deadline"]) == ("80", "2026-12")

    def test_an_item_that_an_officer_had_added_is_added_again(self, cast: Cast) -> None:
        first = read_in(cast)
        start = first.text.index("bố trí kinh phí")
        actions.add_item(
            by=cast.lan, intake=first, at=AT, kind=ItemKind.TASK, start=start, end=start + 15
        )
        intake = again(cast, first, RAISED)
        added = intake.items.get(as_read__isnull=True)
        assert intake.text[added.start : added.end] == "bố trí kinh phí"
        assert added.state == ItemState.ACCEPTED
        assert not difference(intake).removed

    def test_a_place_that_an_officer_moved_is_found_again(self, cast: Cast) -> None:
        first = read_in(cast)
        item = a_task(first, "Chủ trì, phối hợp")
        cut = first.text.index(" Tổng hợp kết quả")
        actions.edit_item(by=cast.lan, item=item, at=AT, data={}, span=(item.start, cut))
        intake = again(cast, first, f"\n\n{RAISED}")
        moved = a_task(intake, "Chủ trì, phối hợp")
        assert intake.text[moved.start : moved.end].endswith("Kế hoạch này.")
        assert moved.state == ItemState.ACCEPTED

    def test_names_confirmed_before_are_confirmed(self, cast: Cast) -> None:
        plan = a_plan(cast)
        intake = again(cast, plan.intake, OTHERWISE)
        assert queue.open_names(items_of(intake)) == 0

    def test_what_nobody_had_decided_is_not_decided_now(self, cast: Cast) -> None:
        intake = again(cast, read_in(cast))
        assert not intake.items.exclude(state=ItemState.PROPOSED).exists()

    def test_it_is_one_step_that_can_be_taken_back(self, cast: Cast) -> None:
        intake = again(cast, a_plan(cast).intake, RAISED)
        actions.undo(by=cast.lan, intake=intake, at=AT)
        assert not intake.items.exclude(state=ItemState.PROPOSED).exists()

    def test_what_was_decided_here_is_left_alone(self, cast: Cast) -> None:
        earlier = a_plan(cast).intake
        intake = read_in(cast, RAISED)
        actions.reject_item(by=cast.lan, item=a_task(intake), at=AT)
        actions.take_over(by=cast.lan, intake=intake, earlier=earlier, at=AT)
        assert a_task(intake).state == ItemState.REJECTED


class TestPages:
    def test_the_queue_asks_first_and_then_shows_only_what_differs(
        self, lan: Client, cast: Cast
    ) -> None:
        a_plan(cast)
        intake = read_in(cast, OTHERWISE)
        address = reverse("plans:queue", args=[intake.pk])
        assert "đã được đọc vào trước đây?" in lan.get(address).content.decode()
        lan.post(address, {"o": "ban-truoc", "viec": "ban-truoc"})
        lan.post(address, {"o": "phan-dau", "viec": "phan-dau"})
        intake.refresh_from_db()
        stops = queue.stops_of(intake, items_of(intake), level=50)
        assert [stop.kind for stop in stops] == ["item", "item", "end"]
        target = queue.item_key(a_target(intake))
        page = lan.get(f"{address}?o={target}").content.decode()
        assert "<del>" in page
        assert "ít nhất 70%" in page

    def test_a_plan_that_follows_none_is_not_asked_about_again(
        self, lan: Client, cast: Cast
    ) -> None:
        a_plan(cast)
        intake = read_in(cast, RAISED)
        address = reverse("plans:queue", args=[intake.pk])
        lan.post(address, {"o": "ban-truoc", "viec": "ban-moi"})
        assert "đã được đọc vào trước đây?" not in lan.get(address).content.decode()
        assert intake.items.filter(state=ItemState.PROPOSED).count() == intake.items.count()

    def test_the_officer_picks_the_earlier_reading(self, lan: Client, cast: Cast) -> None:
        plan = a_plan(cast)
        intake = read_in(cast, OTHERWISE)
        address = reverse("plans:reissue", args=[intake.pk])
        assert (
            "chọn một bản đọc trước"
            in lan.post(address, {"ban": "0"}, follow=True).content.decode()
        )
        page = lan.post(address, {"ban": plan.intake_id}, follow=True).content.decode()
        for words in ("khác: 1", "thêm: 1", "bỏ: 1", "đường dây nóng", "tập huấn"):
            assert words in page

    def test_the_earlier_plan_is_offered_as_superseded(self, lan: Client, cast: Cast) -> None:
        plan = a_plan(cast)
        intake = again(cast, plan.intake, RAISED)
        answer_everything(cast, intake)
        address = reverse("plans:confirm", args=[intake.pk])
        assert f'value="{plan.pk}" selected' in lan.get(address).content.decode()
        intake.refresh_from_db()
        lan.post(address, {"version": intake.version, "thay-the": plan.pk})
        assert Plan.objects.get(intake=intake).supersedes == plan

    def test_the_page_costs_the_same_for_many_items(self, lan: Client, cast: Cast) -> None:
        costs = []
        for number in (5, 100):
            earlier = read_in(cast)
            intake = again(cast, earlier, OTHERWISE)
            task = a_task(intake, "đường dây nóng")
            IntakeItem.objects.bulk_create(
                IntakeItem(
                    intake=intake, kind=task.kind, start=task.start, end=task.end - place % 9,
                    section=task.section, data=task.data, as_read=None,
                )
                for place in range(number)
            )  # fmt: skip
            with CaptureQueriesContext(connection) as queries:
                assert lan.get(reverse("plans:reissue", args=[intake.pk])).status_code == 200
            costs.append(len(queries))
        assert costs[0] == costs[1] <= 16
