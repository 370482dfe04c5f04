"""The review one decision at a time: order, what is taken together, and every press."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import Cast
from tests.long_plan import TEXT

from liennganh.errors import DomainError
from liennganh.plans import actions, queue
from liennganh.plans.cards import item_card, rest_card
from liennganh.plans.likely import corrected, corrections_for, wider_span
from liennganh.plans.models import Intake, IntakeItem, ItemKind, ItemState
from liennganh.plans.queries import items_of, open_questions
from liennganh.plans.queue import Stop
from liennganh.plans.telling import tell
from liennganh.plans.tests.samples import AT, PLAN, a_target, a_task, read_in

HTMX = {"HX-Request": "true"}


@pytest.fixture
def lan(client: Client, cast: Cast) -> Client:
    client.force_login(cast.lan)
    return client


def stops(intake: Intake, level: int = 95) -> list[Stop]:
    return queue.stops_of(intake, items_of(intake), level=level)


def weigh(intake: Intake, confidence: float, *items: IntakeItem) -> None:
    """Set how sure the reader is of all items, or of these."""
    rows = intake.items.filter(pk__in=[item.pk for item in items]) if items else intake.items.all()
    rows.update(confidence=confidence)


def at(intake: Intake, key: str = "", **more: str) -> str:
    query = "&".join(f"{name}={value}" for name, value in {"o": key, **more}.items() if value)
    return f"{reverse('plans:queue', args=[intake.pk])}?{query}"


def press(client: Client, intake: Intake, key: str, deed: str, **fields: object) -> str:
    """Press a button of a stop as htmx does; return the next card."""
    sent = {"o": key, "viec": deed, **fields}
    answer = client.post(reverse("plans:queue", args=[intake.pk]), sent, headers=HTMX)
    assert answer.status_code == 200
    return answer.content.decode()


def stop_in(page: str) -> str:
    return str(re.findall(r'data-stop="([^"]+)"', page)[0])


class TestOrder:
    def test_the_head_comes_first_then_the_least_certain_of_all_kinds(self, cast: Cast) -> None:
        intake = read_in(cast)
        weigh(intake, 0.99)
        target, task = a_target(intake), a_task(intake)
        weigh(intake, 0.7, target)
        weigh(intake, 0.4, task)
        keys = [stop.key for stop in stops(intake)]
        expected = ["phan-dau", f"muc-{task.pk}", f"muc-{target.pk}"]
        assert [key for key in keys if key in expected] == expected
        assert keys[-3:] == ["con-lai", "ten", "xong"]

    def test_a_task_that_nobody_leads_is_seen_however_sure(self, cast: Cast) -> None:
        intake = read_in(cast)
        weigh(intake, 1.0)
        task = a_task(intake, "Tăng cường tuyên truyền")
        assert queue.item_key(task) in [stop.key for stop in stops(intake)]
        actions.accept_item(by=cast.lan, item=task, at=AT)
        assert queue.item_key(task) in [stop.key for stop in stops(intake)]
        actions.edit_item(by=cast.lan, item=task, at=AT, data={"common": True})
        assert queue.item_key(task) not in [stop.key for stop in stops(intake)]

    def test_a_choice_that_the_plan_leaves_open_is_seen(self, cast: Cast) -> None:
        intake = read_in(cast)
        weigh(intake, 1.0)
        target = a_target(intake)
        target.data = {**target.data, "asks": ["horizon"], "asked_answer": {}}
        assert queue.wants_a_look(target, 95)
        target.data["asked_answer"] = {"horizon": "yearly"}
        assert not queue.wants_a_look(target, 95)

    def test_the_sure_ones_are_counted_with_how_many_of_them_may_be_wrong(self, cast: Cast) -> None:
        intake = read_in(cast)
        weigh(intake, 0.96)
        sure = queue.sure_items(items_of(intake), 95)
        assert len(sure) > 3
        assert queue.expected_wrong(sure) == pytest.approx(0.04 * len(sure))
        assert rest_card(sure, 95, 0.4).wrong == "chưa đến 1 mục"
        assert rest_card(sure, 95, 2.6).wrong == "khoảng 3 mục"
        assert queue.sure_items(items_of(intake), 97) == []

    def test_work_goes_on_behind_what_was_settled_and_ends_with_what_was_skipped(self) -> None:
        first, second, third = (Stop(key, "item") for key in "abc")
        end = Stop("xong", "end")
        before = [first, second, third, end]
        assert queue.stop_after(before, "b", [first, third, end]) == third
        assert queue.stop_after(before, "c", [first, second, end]) == first
        assert queue.stop_after(before, "c", [end]) == end


class TestTelling:
    def test_a_task_is_told_as_a_sentence(self) -> None:
        data = {
            "lead": ["Sở Y tế"], "support": ["Công an tỉnh", "Sở Tư pháp"], "deadline": "2026-06-30",
        }  # fmt: skip
        assert tell(ItemKind.TASK, data) == (
            "Sở Y tế chủ trì, phối hợp với Công an tỉnh và Sở Tư pháp; hạn 30/06/2026."
        )
        assert tell(ItemKind.TASK, {"lead": []}) == "Chưa rõ ai chủ trì."
        assert tell(ItemKind.TASK, {"lead": ["Tòa án"], "mode": "de_nghi"}).startswith("Đề nghị")

    def test_a_duty_is_told_with_who_reports_to_whom_through_whom(self) -> None:
        data = {
            "kind": "quarterly", "due": "day 10 of the last month of the quarter", "before": True,
            "reporters": ["UBND các xã"], "through": ["Sở Y tế"], "recipients": ["UBND tỉnh"],
        }  # fmt: skip
        told = tell(ItemKind.REPORT, data)
        assert told.startswith("Báo cáo quý · trước ngày 10")
        assert told.endswith("UBND các xã gửi UBND tỉnh qua Sở Y tế.")

    def test_a_target_is_told_with_what_it_means(self, cast: Cast) -> None:
        told = tell(ItemKind.TARGET, a_target(read_in(cast)).data)
        assert "70%" in told
        assert "Cách tính" in told


class TestCorrections:
    def test_the_body_of_the_heading_is_offered_as_lead(self, cast: Cast) -> None:
        intake = read_in(cast)
        item = a_task(intake)
        actions.edit_item(by=cast.lan, item=item, at=AT, data={"lead": [], "common": True})
        codes = [one.code for one in corrections_for(item, items_of(intake))]
        assert codes[0] == "lead:Sở Y tế"
        assert corrected(item, codes[0]) == {"lead": ["Sở Y tế"], "support": [], "common": False}

    def test_a_task_with_a_lead_is_not_offered_the_lead_of_the_task_before(
        self, cast: Cast
    ) -> None:
        intake = read_in(cast)
        first, item = [one for one in items_of(intake) if one.kind == ItemKind.TASK][:2]
        first.data = {**first.data, "lead": ["Hội Nông dân"]}
        item.section = []
        item.data = {**item.data, "lead": ["Sở Tư pháp"]}
        guess = "lead:Hội Nông dân"
        assert guess not in [one.code for one in corrections_for(item, [first, item])]
        item.data = {**item.data, "lead": []}
        assert [one.code for one in corrections_for(item, [first, item])] == [guess]

    def test_a_heading_that_names_a_body_is_said_to_be_unsure_not_missing(self, cast: Cast) -> None:
        item = a_task(read_in(cast))
        item.data = {**item.data, "lead": []}
        item.section = ["Sở Y tế"]
        assert "Đề mục phía trên ghi Sở Y tế" in item_card(item, [item], []).reasons[0]
        item.section = ["Nhiệm vụ chung"]
        assert "không nêu tên cơ quan chủ trì" in item_card(item, [item], []).reasons[0]

    def test_a_lead_that_stood_among_the_supporting_is_not_named_twice(self, cast: Cast) -> None:
        item = a_task(read_in(cast), "Chủ trì, phối hợp")
        assert item.data["support"] == ["Công an tỉnh"]
        assert corrected(item, "lead:Công an tỉnh")["support"] == []

    def test_a_choice_is_offered_as_keys(self, cast: Cast) -> None:
        intake = read_in(cast)
        target = a_target(intake)
        target.data = {**target.data, "asks": ["horizon"], "asked_answer": {}}
        codes = [one.code for one in corrections_for(target, items_of(intake))]
        assert codes[:2] == ["answer:horizon:yearly", "answer:horizon:cumulative"]
        assert corrected(target, codes[0]) == {"asked_answer": {"horizon": "yearly"}}

    @pytest.mark.parametrize("code", ["", "value:9", "lead:", "answer:horizon:yearly", "kind:x"])
    def test_a_correction_that_is_none_is_refused(self, cast: Cast, code: str) -> None:
        item = a_task(read_in(cast))
        with pytest.raises(DomainError):
            corrected(item, code)

    def test_the_next_and_the_last_sentence_are_taken_in(self, cast: Cast) -> None:
        text = PLAN.replace(
            "III. KINH PHÍ", "Phát tờ rơi. Treo pa nô. Dán áp phích.\n\nIII. KINH PHÍ"
        )
        intake = read_in(cast, text)
        start = intake.text.index("Treo pa nô.")
        item = actions.add_item(
            by=cast.lan, intake=intake, at=AT, kind=ItemKind.TASK, start=start, end=start + 11
        )
        wide = wider_span(item, "after")
        assert intake.text[slice(*wide)] == "Treo pa nô. Dán áp phích."
        assert intake.text[slice(*wider_span(item, "before"))] == "Phát tờ rơi. Treo pa nô."
        item.end = len(intake.text)
        with pytest.raises(DomainError, match="không còn câu nào"):
            wider_span(item, "after")


class TestReasons:
    def test_a_lead_out_of_a_heading_is_said_to_be_one(self, cast: Cast) -> None:
        intake = read_in(cast)
        item = next(one for one in items_of(intake) if one.pk == a_task(intake).pk)
        reasons = item_card(item, items_of(intake), open_questions(intake)).reasons
        assert any("lấy từ đề mục" in reason and "Sở Y tế" in reason for reason in reasons)

    def test_unclear_characters_of_a_scan_are_pointed_at(self, cast: Cast) -> None:
        intake = read_in(cast)
        target = a_target(intake)
        at_figure = intake.text.index("70%")
        intake.doubts = [[at_figure, at_figure + 3, 0.4]]
        intake.save(update_fields=["doubts"])
        item = next(one for one in items_of(intake) if one.pk == target.pk)
        reasons = item_card(item, items_of(intake), []).reasons
        assert any("không rõ ở “70%”" in reason for reason in reasons)


class TestPages:
    def test_a_whole_review_by_the_main_key_alone(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        page = lan.get(at(intake)).content.decode()
        for _ in range(60):
            if stop_in(page) == "xong":
                break
            found = re.findall(r'value="([^"]+)" data-key(?:-too)?="(?:Enter|c|1)"', page)
            version = re.findall(r'name="version" value="(\d+)"', page)
            keys = re.findall(r'name="muc" value="(\d+)"', page)
            page = press(
                lan,
                intake,
                stop_in(page),
                found[0],
                muc=keys,
                **({"version": version[0]} if version else {}),
            )
        assert stop_in(page) == "xong"
        intake.refresh_from_db()
        assert not [one for one in open_questions(intake) if one.blocking]

    def test_without_scripts_a_press_leads_to_the_next_stops_page(
        self, lan: Client, cast: Cast
    ) -> None:
        intake = read_in(cast)
        address = reverse("plans:queue", args=[intake.pk])
        answer = lan.post(address, {"o": "phan-dau", "viec": "phan-dau", "tu": "90"}, follow=True)
        page = answer.content.decode()
        assert answer.redirect_chain[0][0].endswith("#quyet-dinh")
        assert "tu=90" in answer.redirect_chain[0][0]
        assert stop_in(page).startswith("muc-")
        assert "Đã xác nhận phần đầu văn bản" in page
        assert 'id="van-ban"' in page

    def test_only_the_items_that_were_shown_as_sure_are_taken(
        self, lan: Client, cast: Cast
    ) -> None:
        intake = read_in(cast)
        weigh(intake, 0.99)
        shown = queue.sure_items(items_of(intake), 95)
        press(lan, intake, "con-lai", "nhan-con-lai", muc=[item.pk for item in shown[:2]])
        accepted = intake.items.filter(state=ItemState.ACCEPTED)
        assert {item.pk for item in accepted} == {item.pk for item in shown[:2]}

    def test_a_stale_press_changes_nothing_and_stays(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        item = a_target(intake)
        actions.edit_item(by=cast.thao, item=a_target(intake), at=AT, data={"value": "75"})
        page = press(lan, intake, queue.item_key(item), "bac", version=1)
        assert stop_in(page) == queue.item_key(item)
        assert "Lê Phương Thảo" in page
        assert a_target(intake).state == ItemState.ACCEPTED

    def test_a_form_is_filled_in_in_place_and_a_wrong_one_shown_again(
        self, lan: Client, cast: Cast
    ) -> None:
        intake = read_in(cast)
        item = a_target(intake)
        key = queue.item_key(item)
        page = lan.get(at(intake, key, sua="1"), headers=HTMX).content.decode()
        assert 'name="value"' in page
        assert '<span class="hint">o=' not in page  # no address beside a field
        sent = {"comparator": ">=", "unit": "percent", "version": item.version}
        page = press(lan, intake, key, "sua", value="abc", **sent)
        assert stop_in(page) == key
        assert "errorlist" in page
        press(lan, intake, key, "sua", value="75", **sent)
        assert a_target(intake).data["value"] == "75"
        assert a_target(intake).state == ItemState.ACCEPTED

    def test_undo_leads_back_to_the_item(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        item = a_target(intake)
        key = queue.item_key(item)
        press(lan, intake, key, "bac", version=item.version)
        page = press(lan, intake, "con-lai", "hoan-tac")
        assert stop_in(page) == key
        assert a_target(intake).state == ItemState.PROPOSED

    def test_what_is_said_is_said_to_those_who_hear_the_page(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        item = a_target(intake)
        page = press(lan, intake, queue.item_key(item), "nhan", version=item.version)
        live = page.split('id="bao-lai"')[1]
        assert "Đã nhận." in live
        assert "mục cần xem" in live

    def test_the_head_is_corrected_in_place(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        fields = {
            "type": "Kế hoạch", "number": "13/KH-UBND", "issuer": "UBND tỉnh", "date": "15/01/2026",
            "title": "Tên khác", "period_from": "2026", "period_to": "2025", "version": "1",
        }  # fmt: skip
        page = press(lan, intake, "phan-dau", "phan-dau:sua", **fields)
        assert stop_in(page) == "phan-dau"
        assert "Năm cuối" in page
        press(lan, intake, "phan-dau", "phan-dau:sua", **{**fields, "period_to": "2026"})
        intake.refresh_from_db()
        assert intake.header_confirmed
        assert intake.header["title"] == "Tên khác"

    def test_a_name_can_be_kept_as_printed(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        page = lan.get(at(intake, "ten", het="1")).content.decode()
        key = stop_in(page)
        assert key.startswith("ten-")
        press(lan, intake, key, "ten:printed", het="1")
        row = next(
            owner
            for item in items_of(intake)
            for owner in item.owners.all()
            if f"ten-{owner.pk}" == key
        )
        assert row.confirmed
        assert row.agency is None

    def test_no_button_or_one_of_no_meaning_is_told(self, lan: Client, cast: Cast) -> None:
        intake = read_in(cast)
        key = queue.item_key(a_target(intake))
        assert "Chưa chọn việc cần làm" in press(lan, intake, key, "")
        assert "Chọn một trong các cách hiểu" in press(
            lan,
            intake,
            stop_in(lan.get(at(intake, "ten", het="1")).content.decode()),
            "ten:x",
            het="1",
        )


class TestCosts:
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

    @pytest.mark.parametrize(
        ("key", "limit"), [("muc", 13), ("con-lai", 13), ("ten", 24), ("xong", 13)]
    )
    def test_a_stop_costs_the_same_for_ten_items_and_three_hundred(
        self, lan: Client, cast: Cast, key: str, limit: int
    ) -> None:
        costs = []
        for number in (10, 300):
            intake = self.crowded(cast, number)
            stop = queue.item_key(a_task(intake)) if key == "muc" else key
            with CaptureQueriesContext(connection) as queries:
                assert lan.get(at(intake, stop)).status_code == 200
            costs.append(len(queries))
        assert costs[0] == costs[1] <= limit

    def test_the_list_of_a_hundred_and_fifty_items_on_twenty_pages_weighs_under_300_kb(
        self, lan: Client, cast: Cast
    ) -> None:
        intake = read_in(cast, TEXT)
        tasks = list(intake.items.filter(kind=ItemKind.TASK))
        for task in tasks[: 150 - intake.items.count()]:
            task.pk = None
            task.save()
        assert intake.items.count() == 150
        page = lan.get(reverse("plans:review", args=[intake.pk])).content
        assert len(page) < 300_000

    def test_the_page_of_many_items_stays_light(self, lan: Client, cast: Cast) -> None:
        intake = self.crowded(cast, 150)
        assert len(lan.get(at(intake)).content) < 150_000
        card = lan.get(at(intake, "con-lai"), headers=HTMX).content
        assert len(card) < 60_000
