"""The page of a confirmed plan: the plan above, money, who reports to whom, what targets mean."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import Cast

from liennganh.plans import actions
from liennganh.plans.models import Intake, IntakeItem, ItemKind, Plan
from liennganh.plans.queries import upper_plans
from liennganh.plans.tests.samples import AT, PLAN, a_plan, a_target, answer_everything, read_in
from liennganh.plans.tests.test_asking import with_meaning
from liennganh.plans.tests.test_plan_checks import add

COMMUNE_PLAN = PLAN.replace("TỈNH HƯƠNG GIANG", "XÃ BÃI SẬY").replace("12/KH-UBND", "03/KH-UBND")


@pytest.fixture
def lan(client: Client, cast: Cast) -> Client:
    client.force_login(cast.lan)
    return client


def page(lan: Client, plan: Plan) -> str:
    return lan.get(reverse("plans:plan", args=[plan.key])).content.decode()


def confirmed(cast: Cast, intake: Intake) -> Plan:
    answer_everything(cast, intake)
    return actions.confirm_intake(by=cast.lan, intake=intake, at=AT)


def below(cast: Cast, **basis: Any) -> Plan:
    """Confirm a commune's plan that cites the province's among its bases."""
    intake = read_in(cast, COMMUNE_PLAN)
    add(
        intake, ItemKind.LEGAL_BASIS, "Thực hiện Quyết định",
        **{"number": "12/KH-UBND", "upper": True, **basis},
    )  # fmt: skip
    return confirmed(cast, intake)


def links(cast: Cast, plan: Plan) -> list[Plan]:
    return list(upper_plans(plan, plan.legal_bases.all(), cast.lan).values())


class TestUpperPlan:
    def test_a_basis_leads_to_the_plan_above_where_it_is_known(
        self, lan: Client, cast: Cast
    ) -> None:
        above = a_plan(cast)
        plan = below(cast, issuer="Ủy ban nhân dân tỉnh Hương Giang", date="2026-01-15")
        assert links(cast, plan) == [above]
        text = page(lan, plan)
        assert "Kế hoạch cấp trên:" in text
        assert reverse("plans:plan", args=[above.key]) in text

    @pytest.mark.parametrize(
        "basis",
        [
            {"upper": False},
            {"number": "13/KH-UBND"},
            {"issuer": "Ủy ban nhân dân xã Bãi Sậy"},
            {"issuer": "Thủ tướng Chính phủ"},
            {"date": "2025-01-15"},
        ],
        ids=["not above", "another number", "another level", "the centre", "another day"],
    )
    def test_it_leads_nowhere_else(self, cast: Cast, basis: dict[str, Any]) -> None:
        a_plan(cast)
        assert links(cast, below(cast, **basis)) == []

    def test_a_number_that_two_plans_bear_leads_to_neither(self, cast: Cast) -> None:
        a_plan(cast)
        a_plan(cast)
        assert links(cast, below(cast)) == []

    def test_a_plan_out_of_sight_is_not_shown(self, cast: Cast) -> None:
        a_plan(cast)
        plan = below(cast)
        assert upper_plans(plan, plan.legal_bases.all(), cast.yen) == {}

    def test_a_basis_without_a_number_but_with_a_title_is_whole(self, cast: Cast) -> None:
        intake = read_in(cast)
        item = add(
            intake, ItemKind.LEGAL_BASIS, "Thực hiện Quyết định", title="Luật Trẻ em năm 2016"
        )
        IntakeItem.objects.filter(pk=item.pk).update(state="proposed")
        item.refresh_from_db()
        actions.accept_item(by=cast.lan, item=item, at=AT)
        plan = confirmed(cast, intake)
        assert plan.legal_bases.get(number="").title == "Luật Trẻ em năm 2016"


def test_money_stands_by_year_and_source_and_a_total_beside_it(lan: Client, cast: Cast) -> None:
    intake = read_in(cast)
    intake.items.filter(kind=ItemKind.BUDGET).delete()
    add(intake, ItemKind.BUDGET, "Kinh phí thực hiện", amount_vnd="900", standing="total")
    for words, amount, year, source in (
        ("Kế hoạch năm 2026", "400", 2026, "local"), ("500.000.000", "500", 2027, "central"),
    ):  # fmt: skip
        add(
            intake, ItemKind.BUDGET, words, amount_vnd=amount, years=[year, year], source=source,
            standing="part",
        )  # fmt: skip
    plan = confirmed(cast, intake)
    text = page(lan, plan)
    assert "Tổng số in trong kế hoạch: 900 đồng" in text
    assert '<th scope="row">năm 2026</th><td class="num">–</td><td class="num">400</td>' in text
    assert text.count("1.800") == 0
    assert '<td class="num">900</td></tr></tfoot>' in text


def test_a_report_says_who_sends_it_through_whom_to_whom(lan: Client, cast: Cast) -> None:
    intake = read_in(cast)
    item = intake.items.filter(kind=ItemKind.REPORT)[0]
    parties = {
        "reporters": ["UBND các xã"], "through": ["Sở Y tế"],
        "recipients": ["Ủy ban nhân dân tỉnh"],
    }  # fmt: skip
    actions.edit_item(by=cast.lan, item=item, at=AT, data=parties)
    text = page(lan, confirmed(cast, intake))
    assert "UBND các xã báo cáo → qua Sở Y tế → Ủy ban nhân dân tỉnh" in text


def test_a_target_is_explained_with_the_answer_of_the_office(lan: Client, cast: Cast) -> None:
    target = with_meaning(a_target(read_in(cast)), "horizon")
    actions.answer_ask(by=cast.lan, item=target, at=AT, ask="horizon", answer="yearly")
    text = page(lan, confirmed(cast, target.intake))
    assert "mỗi năm (cơ quan chọn)" in text
    assert "tính riêng từng năm" in text


def test_a_task_of_each_year_keeps_its_day_and_cycle(lan: Client, cast: Cast) -> None:
    intake = read_in(cast)
    item = intake.items.filter(kind=ItemKind.TASK)[0]
    actions.edit_item(by=cast.lan, item=item, at=AT, data={"deadline": "05-15", "cycle": "annual"})
    plan = confirmed(cast, intake)
    printed = plan.tasks.get(start=item.start)
    assert (printed.deadline, printed.cycle) == ("05-15", "annual")
    assert "hạn ngày 15/5 hằng năm" in page(lan, plan)


def test_the_plans_own_abbreviations_are_written_out(lan: Client, cast: Cast) -> None:
    intake = read_in(cast, PLAN.replace("1. Sở Y tế\n", "1. SYT\n"))
    Intake.objects.filter(pk=intake.pk).update(abbreviations=[["SYT", "Sở Y tế"]])
    intake.refresh_from_db()
    item = intake.items.filter(kind=ItemKind.TASK)[0]
    actions.edit_item(by=cast.lan, item=item, at=AT, data={"lead": ["SYT"]})
    owner = item.owners.get(printed="SYT")
    assert owner.agency == cast.health
    owners = lan.get(reverse("plans:owners", args=[intake.pk])).content.decode()
    assert "Viết đầy đủ theo kế hoạch: Sở Y tế" in owners
    assert "<dt>SYT</dt><dd>Sở Y tế</dd>" in page(lan, confirmed(cast, intake))


def test_the_page_costs_the_same_for_more_items(lan: Client, cast: Cast) -> None:
    def cost(plan: Plan) -> int:
        with CaptureQueriesContext(connection) as queries:
            page(lan, plan)
        return len(queries)

    small = a_plan(cast)
    intake = read_in(cast)
    for _turn in range(20):
        add(intake, ItemKind.BUDGET, "500.000.000", amount_vnd="500")
        add(intake, ItemKind.QUALITATIVE, "tuyên truyền", what="Bài đăng")
    assert cost(confirmed(cast, intake)) == cost(small)


class TestRowsFromBefore:
    """Items and plans kept before meanings, sources and parties were known."""

    OLD = {
        ItemKind.TARGET: ("comparator", "value", "upper", "unit", "deadline", "what", "per_year"),
        ItemKind.TASK: ("lead", "support", "mode", "deadline", "common"),
        ItemKind.REPORT: ("kind", "due", "before"),
        ItemKind.BUDGET: ("amount_vnd",),
        ItemKind.LEGAL_BASIS: ("number",),
    }

    @pytest.fixture
    def intake(self, cast: Cast) -> Intake:
        found = read_in(cast)
        found.items.filter(kind=ItemKind.QUALITATIVE).delete()
        for item in found.items.all():
            data = {name: item.data[name] for name in self.OLD[ItemKind(item.kind)]}
            read = {**data, "start": item.start, "end": item.end}
            IntakeItem.objects.filter(pk=item.pk).update(data=data, as_read=read)
        return found

    def test_every_page_of_the_review_opens(self, lan: Client, intake: Intake) -> None:
        for name in ("review", "owners", "confirm"):
            assert lan.get(reverse(f"plans:{name}", args=[intake.pk])).status_code == 200
        for item in intake.items.all():
            answer = lan.get(reverse("plans:edit", args=[item.pk]))
            assert answer.status_code == 200
        assert (
            "Máy đọc là" not in lan.get(reverse("plans:review", args=[intake.pk])).content.decode()
        )

    def test_they_become_a_plan_whose_page_opens(
        self, lan: Client, cast: Cast, intake: Intake
    ) -> None:
        plan = confirmed(cast, intake)
        assert all(target.meaning == {} for target in plan.targets.all())
        assert "ít nhất 70%" in page(lan, plan)


class TestOfElsewhere:
    def test_a_plan_of_another_province_is_for_reading_only(self, lan: Client, cast: Cast) -> None:
        theirs = confirmed(cast, read_in(cast, PLAN.replace("TỈNH HƯƠNG GIANG", "TỈNH SÔNG VÀNG")))
        assert "đọc để tham khảo, không triển khai ở đây" in page(lan, theirs)
        assert reverse("programmes:adopt", args=[theirs.key]) not in page(lan, theirs)

    def test_the_own_plan_can_be_put_to_work(self, lan: Client, cast: Cast) -> None:
        ours = a_plan(cast)
        assert "đọc để tham khảo" not in page(lan, ours)
        assert reverse("programmes:adopt", args=[ours.key]) in page(lan, ours)
