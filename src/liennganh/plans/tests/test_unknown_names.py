"""Names that no agency bears: listed, and created in one step."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.cast import Cast

from liennganh.agencies.actions import NewAgency, SeveralRefusedError
from liennganh.agencies.models import Agency
from liennganh.audit.models import Event
from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans.models import Intake, IntakeOwner
from liennganh.plans.queries import items_of, printed_names
from liennganh.plans.tests.samples import AT, a_task, read_in
from liennganh.plans.unknown_names import Unknown, unknown_names

NAMES = [
    "Sở Tư pháp", "Sở Tư pháp tỉnh", "Câu lạc bộ Hoa Sen", "Ủy ban nhân dân xã Không Có",
    "Ủy ban nhân dân xã Bãi Sậy", "Sở Y tế",
]  # fmt: skip


@pytest.fixture
def intake(cast: Cast) -> Intake:
    found = read_in(cast)
    actions.edit_item(by=cast.lan, item=a_task(found), at=AT, data={"support": NAMES})
    return found


def rows(intake: Intake) -> dict[str, Unknown]:
    found = unknown_names(intake, printed_names(intake, items_of(intake)))
    return {row.printed[0]: row for row in found.rows}


def test_what_has_an_agency_or_is_a_class_is_not_listed(intake: Intake) -> None:
    assert set(rows(intake)) == {
        "Sở Tư pháp", "Câu lạc bộ Hoa Sen", "Ủy ban nhân dân xã Không Có",
    }  # fmt: skip


def test_two_names_of_one_body_are_one_row(intake: Intake) -> None:
    assert rows(intake)["Sở Tư pháp"].printed == ("Sở Tư pháp", "Sở Tư pháp tỉnh")


def test_only_a_known_kind_of_a_known_unit_is_certain(intake: Intake, cast: Cast) -> None:
    found = rows(intake)
    assert {name: row.certain for name, row in found.items()} == {
        "Sở Tư pháp": True, "Câu lạc bộ Hoa Sen": False, "Ủy ban nhân dân xã Không Có": False,
    }  # fmt: skip
    assert (found["Sở Tư pháp"].kind, found["Sở Tư pháp"].unit) == ("so_tu_phap", cast.province)


def test_nothing_is_certain_in_the_plan_of_another_province(intake: Intake, cast: Cast) -> None:
    intake.header = {**intake.header, "issuer": f"Ủy ban nhân dân {cast.outside_agency.unit}"}
    assert not any(row.certain for row in rows(intake).values())


def new(cast: Cast, name: str, kind: str = "other") -> NewAgency:
    return NewAgency(unit=cast.province, kind=kind, name=name)


def test_all_are_created_and_matched_each_with_its_event(intake: Intake, cast: Cast) -> None:
    before = Event.objects.filter(verb="create", object_type="agencies.agency").count()
    made = actions.create_owners(
        by=cast.lan, intake=intake, at=AT,
        rows=[
            (("Sở Tư pháp", "Sở Tư pháp tỉnh"), new(cast, "Sở Tư pháp", "so_tu_phap")),
            (("Câu lạc bộ Hoa Sen",), new(cast, "Câu lạc bộ Hoa Sen")),
        ],
    )  # fmt: skip
    events = Event.objects.filter(verb="create", object_type="agencies.agency").count()
    assert events - before == len(made) == 2
    for name in ("Sở Tư pháp", "Sở Tư pháp tỉnh", "Câu lạc bộ Hoa Sen"):
        owner = IntakeOwner.objects.get(item__intake=intake, printed=name)
        assert owner.confirmed
        assert owner.agency in made
    assert set(rows(intake)) == {"Ủy ban nhân dân xã Không Có"}
    assert [alias.name for alias in made[0].aliases.all()] == ["Sở Tư pháp tỉnh"]


def test_one_wrong_row_leaves_nothing_behind_and_is_named(intake: Intake, cast: Cast) -> None:
    count = Agency.objects.count()
    with pytest.raises(SeveralRefusedError) as refused:
        actions.create_owners(
            by=cast.lan, intake=intake, at=AT,
            rows=[
                (("Sở Tư pháp",), new(cast, "Sở Tư pháp", "so_tu_phap")),
                (("Sở Tư pháp tỉnh",), new(cast, "Sở Y tế", "so_y_te")),
                (("Câu lạc bộ Hoa Sen",), new(cast, "x" * 300)),
            ],
        )  # fmt: skip
    assert set(refused.value.rows) == {1, 2}
    assert "Đã có “Sở Y tế”" in refused.value.rows[1].message
    assert Agency.objects.count() == count
    assert not IntakeOwner.objects.filter(item__intake=intake, confirmed=True).exists()


def test_nothing_ticked_is_told(intake: Intake, cast: Cast) -> None:
    with pytest.raises(DomainError, match="Chưa chọn tên nào"):
        actions.create_owners(by=cast.lan, intake=intake, at=AT, rows=[])


def test_another_province_is_out_of_reach(intake: Intake, cast: Cast) -> None:
    elsewhere = NewAgency(unit=cast.outside_agency.unit, kind="other", name="Hội Sông Vàng")
    with pytest.raises(PermissionDenied):
        actions.create_owners(
            by=cast.lan, intake=intake, at=AT, rows=[(("Câu lạc bộ Hoa Sen",), elsewhere)]
        )


class TestPage:
    @pytest.fixture
    def lan(self, client: Client, cast: Cast) -> Client:
        client.force_login(cast.lan)
        return client

    def posted(self, lan: Client, intake: Intake, **changed: Any) -> tuple[Any, str]:
        address = reverse("plans:create_owners", args=[intake.pk])
        rows = lan.get(address).context["rows"]
        data: dict[str, Any] = {
            "ten-TOTAL_FORMS": len(rows.forms), "ten-INITIAL_FORMS": len(rows.forms),
        }  # fmt: skip
        for form in rows:
            for field in form:
                if field.value() not in (None, False):
                    data[field.html_name] = "on" if field.value() is True else field.value()
        answer = lan.post(address, {**data, **changed})
        return answer, answer.content.decode()

    def test_the_certain_are_ticked_and_created_by_one_press(
        self, lan: Client, intake: Intake
    ) -> None:
        answer, _page = self.posted(lan, intake)
        assert answer.status_code == 302
        assert Agency.objects.filter(name="Sở Tư pháp").exists()
        assert not Agency.objects.filter(name="Câu lạc bộ Hoa Sen").exists()

    def test_an_error_stands_at_its_row_and_nothing_is_created(
        self, lan: Client, intake: Intake
    ) -> None:
        names = [row.printed[0] for row in rows(intake).values()]
        club = names.index("Câu lạc bộ Hoa Sen")
        changed = {
            f"ten-{club}-take": "on",
            f"ten-{club}-name": "Sở Y tế",
            f"ten-{club}-kind": "so_y_te",
        }
        answer, page = self.posted(lan, intake, **changed)
        assert answer.status_code == 200
        assert "Đã có “Sở Y tế” trong danh bạ" in page
        assert not Agency.objects.filter(name="Sở Tư pháp").exists()

    def test_the_page_of_names_leads_here(self, lan: Client, intake: Intake) -> None:
        page = lan.get(reverse("plans:owners", args=[intake.pk])).content.decode()
        assert "Tạo 3 cơ quan chưa có" in page
