"""What a plan does not print: asked, answered in one press, kept beside the print."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.cast import Cast

from liennganh.audit.models import Event
from liennganh.errors import DomainError
from liennganh.plans import actions, values
from liennganh.plans.forms import FORMS
from liennganh.plans.meanings import sentence_of
from liennganh.plans.models import Intake, IntakeItem, ItemKind
from liennganh.plans.queries import open_questions, qualitative_of, unanswered_targets
from liennganh.plans.tests.samples import AT, a_target, answer_everything, read_in

MEANING = {
    "kind": "at_least", "horizon": "unstated", "numerator": "cơ sở được kiểm tra",
    "denominator": "cơ sở kinh doanh dịch vụ", "group": "", "condition": "", "baseline": "",
    "period": "",
}  # fmt: skip


def with_meaning(item: IntakeItem, *asks: str, **parts: str) -> IntakeItem:
    """Give a target a meaning as the reader would."""
    data = {**item.data, "meaning": {**MEANING, **parts}, "asks": list(asks), "asked_answer": {}}
    read = {**data, "start": item.start, "end": item.end}
    IntakeItem.objects.filter(pk=item.pk).update(data=data, as_read=read)
    item.refresh_from_db()
    return item


def asked(intake: Intake) -> list[tuple[int | None, str]]:
    return [(one.item, one.ask) for one in open_questions(intake) if one.code == "asked"]


@pytest.fixture
def target(cast: Cast) -> IntakeItem:
    return with_meaning(a_target(read_in(cast)), "horizon")


class TestAnswers:
    def test_what_is_not_printed_is_asked_and_does_not_stand_in_the_way(
        self, cast: Cast, target: IntakeItem
    ) -> None:
        assert (target.pk, "horizon") in asked(target.intake)
        answer_everything(cast, target.intake)
        plan = actions.confirm_intake(by=cast.lan, intake=target.intake, at=AT)
        open_ones = {printed.start: left for printed, left in unanswered_targets(plan)}
        assert open_ones[target.start] == ["horizon"]

    def test_an_answer_stands_beside_the_print(self, cast: Cast, target: IntakeItem) -> None:
        actions.answer_ask(by=cast.lan, item=target, at=AT, ask="horizon", answer="yearly")
        target.refresh_from_db()
        assert target.data["meaning"]["horizon"] == "unstated"
        assert target.data["asked_answer"] == {"horizon": "yearly"}
        assert (target.pk, "horizon") not in asked(target.intake)
        assert "mỗi năm (cơ quan chọn)" in values.describe(target.kind, target.data)

    def test_the_journal_says_who_answered_and_when(self, cast: Cast, target: IntakeItem) -> None:
        actions.answer_ask(by=cast.thao, item=target, at=AT, ask="horizon", answer="once")
        step = target.intake.changes.get()
        assert (step.by, step.at) == (cast.thao, AT)
        event = Event.objects.filter(object_type="plans.intakeitem").latest("pk")
        assert event.after == {"asked_answer": {"horizon": "once"}}

    def test_an_answer_can_be_taken_back(self, cast: Cast, target: IntakeItem) -> None:
        actions.answer_ask(by=cast.lan, item=target, at=AT, ask="horizon", answer="yearly")
        actions.undo(by=cast.lan, intake=target.intake, at=AT)
        target.refresh_from_db()
        assert target.data["asked_answer"] == {}

    def test_the_answer_goes_into_the_sentence_and_into_the_plan(
        self, cast: Cast, target: IntakeItem
    ) -> None:
        before = sentence_of(target.data)
        actions.answer_ask(by=cast.lan, item=target, at=AT, ask="horizon", answer="yearly")
        assert "từng năm" in sentence_of(target.data)
        assert sentence_of(target.data) != before
        answer_everything(cast, target.intake)
        plan = actions.confirm_intake(by=cast.lan, intake=target.intake, at=AT)
        printed = plan.targets.get(start=target.start)
        assert printed.meaning["horizon"] == "unstated"
        assert printed.asked_answer == {"horizon": "yearly"}
        assert printed.pk not in {one.pk for one, _left in unanswered_targets(plan)}

    @pytest.mark.parametrize(
        ("ask", "answer", "message"),
        [
            ("horizon", "mai", "có sẵn"),
            ("horizon", "unstated", "có sẵn"),
            ("horizon", " ", "Chưa có câu trả lời"),
            ("baseline", "năm trước", "không còn nữa"),
            ("denominator", "x" * 301, "không còn nữa"),
        ],
    )
    def test_what_is_no_answer_is_refused(
        self, cast: Cast, target: IntakeItem, ask: str, answer: str, message: str
    ) -> None:
        with pytest.raises(DomainError, match=message):
            actions.answer_ask(by=cast.lan, item=target, at=AT, ask=ask, answer=answer)

    def test_only_the_own_agency_answers(self, cast: Cast, target: IntakeItem) -> None:
        with pytest.raises(PermissionDenied):
            actions.answer_ask(by=cast.yen, item=target, at=AT, ask="horizon", answer="once")

    def test_an_increase_in_percent_is_asked_in_which_percent(self) -> None:
        change = {"comparator": "+", "unit": "percent"}
        assert set(values.choices_of("unit", change)) == {"points", "share"}
        assert values.choices_of("unit", {"comparator": ">=", "unit": "count"}) == {}


class TestQualitative:
    def add(self, cast: Cast, **data: str) -> IntakeItem:
        intake = read_in(cast)
        start = intake.text.index("Tổ chức tập huấn")
        return actions.add_item(
            by=cast.lan, intake=intake, at=AT, kind=ItemKind.QUALITATIVE, start=start,
            end=start + 40, data={"what": "Thông tin được đăng trên trang của Sở", **data},
        )  # fmt: skip

    def test_a_proof_is_asked_for_where_none_is_printed(self, cast: Cast) -> None:
        item = self.add(cast)
        assert (item.pk, "proof") in asked(item.intake)
        actions.answer_ask(by=cast.lan, item=item, at=AT, ask="proof", answer="Bài đã đăng")
        assert (item.pk, "proof") not in asked(item.intake)
        assert "Bài đã đăng" in values.describe(item.kind, item.data)

    def test_a_printed_proof_asks_nothing(self, cast: Cast) -> None:
        item = self.add(cast, proof="Đường dẫn bài đăng")
        assert (item.pk, "proof") not in asked(item.intake)

    def test_it_becomes_a_printed_row(self, cast: Cast) -> None:
        item = self.add(cast, deadline="2026")
        actions.answer_ask(by=cast.lan, item=item, at=AT, ask="proof", answer="Bài đã đăng")
        answer_everything(cast, item.intake)
        plan = actions.confirm_intake(by=cast.lan, intake=item.intake, at=AT)
        printed = next(one for one in qualitative_of(plan) if one.start == item.start)
        assert (printed.proof, printed.deadline) == ("", "2026")
        assert printed.asked_answer == {"proof": "Bài đã đăng"}


class TestForm:
    def form(self, item: IntakeItem, **changed: str) -> object:
        form = FORMS[item.kind](None, item=item)
        typed = {name: field.value() for name, field in ((f.name, f) for f in form)}
        posted = {name: "" if value is None else value for name, value in typed.items()}
        bound = FORMS[item.kind]({**posted, **changed}, item=item)
        assert bound.is_valid(), bound.errors
        return bound.item_data()

    def test_saving_as_it_stands_changes_no_meaning(self, target: IntakeItem) -> None:
        data = self.form(target)
        assert isinstance(data, dict)
        assert data["meaning"] == target.data["meaning"]
        assert data["asks"] == ["horizon"]

    def test_what_an_officer_finds_printed_is_asked_no_more(self, target: IntakeItem) -> None:
        data = self.form(target, horizon="yearly")
        assert isinstance(data, dict)
        assert data["meaning"]["horizon"] == "yearly"
        assert data["per_year"] is True
        assert data["asks"] == []

    def test_what_an_officer_does_not_find_printed_is_asked(self, target: IntakeItem) -> None:
        item = with_meaning(target, horizon="yearly")
        data = self.form(item, horizon="unstated")
        assert isinstance(data, dict)
        assert data["asks"] == ["horizon"]

    def test_a_meaning_never_stated_stays_unknown_until_somebody_states_it(
        self, target: IntakeItem
    ) -> None:
        target.data = {**target.data, "meaning": None, "asks": []}
        unchanged, stated = self.form(target), self.form(target, denominator="số xã")
        assert isinstance(unchanged, dict)
        assert isinstance(stated, dict)
        assert unchanged["meaning"] is None
        assert stated["meaning"]["denominator"] == "số xã"


class TestPages:
    @pytest.fixture
    def lan(self, client: Client, cast: Cast) -> Client:
        client.force_login(cast.lan)
        return client

    def test_one_press_on_the_review_answers(self, lan: Client, target: IntakeItem) -> None:
        page = lan.get(reverse("plans:review", args=[target.intake_id])).content.decode()
        assert 'name="answer" value="yearly"' in page
        lan.post(
            reverse("plans:answer", args=[target.pk]),
            {"ask": "horizon", "answer": "yearly", "version": target.version},
        )
        page = lan.get(reverse("plans:review", args=[target.intake_id])).content.decode()
        assert "cơ quan chọn: mỗi năm" in page

    def test_the_last_page_lists_what_is_open_and_takes_answers(
        self, lan: Client, target: IntakeItem
    ) -> None:
        address = reverse("plans:confirm", args=[target.intake_id])
        assert "Văn bản không ghi mức này tính cho" in lan.get(address).content.decode()
        answer = lan.post(
            reverse("plans:answer", args=[target.pk]),
            {"ask": "horizon", "answer": "once", "xac-nhan": "1"},
        )
        assert answer["Location"] == f"{address}#hoi"
        target.refresh_from_db()
        assert target.data["asked_answer"] == {"horizon": "once"}
