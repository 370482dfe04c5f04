"""A plan beside the plan above it: which one that is, what is carried out, and what asks for less."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer
from tests.cast import Cast
from tests.journeys.desks import Desks

from liennganh.audit.queries import history_of
from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans.actions.upper import say_carried_out, say_upper
from liennganh.plans.carried import Line, Relation, chosen, lines_of, tallies_of, words_of
from liennganh.plans.cited import is_same, number_key
from liennganh.plans.models import CarriedOut, Intake, Plan, UpperPlan
from liennganh.plans.queries import items_of
from liennganh.plans.sides import side_of_intake, side_of_plan
from liennganh.plans.tests.samples import AT, a_plan, answer_everything, read_in
from liennganh.plans.upper import cited_by_items, cited_by_plan, questions_below, uppers_of

pytestmark = pytest.mark.django_db

PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH HƯƠNG GIANG

Số: 45/KH-UBND

Hương Giang, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Cấp nước sạch và vệ sinh nông thôn giai đoạn 2026-2030

Căn cứ Luật Tài nguyên nước số 28/2023/QH15; Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU

- Ít nhất 80% hộ dân nông thôn được sử dụng nước sạch đến năm 2030.

- 100% trường mầm non có nhà vệ sinh đạt chuẩn đến năm 2030.

- Giảm 10% số ca tiêu chảy ở trẻ em mỗi năm.

II. NHIỆM VỤ, GIẢI PHÁP

- Rà soát giếng khoan, sửa chữa các công trình cấp nước tập trung đã xuống cấp.

- Tập huấn quản lý, vận hành trạm bơm cho tổ tự quản.

III. TỔ CHỨC THỰC HIỆN

1. Sở Y tế

- Lấy mẫu, xét nghiệm chất lượng nước ăn uống của hộ gia đình.
"""
COMMUNE = """ỦY BAN NHÂN DÂN
XÃ BÃI SẬY

Số: 7/KH-UBND

Bãi Sậy, ngày 02 tháng 02 năm 2026

KẾ HOẠCH
Cấp nước sạch và vệ sinh nông thôn giai đoạn 2026-2030

Thực hiện Kế hoạch số 45/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh Hương Giang về cấp nước sạch và vệ sinh nông thôn giai đoạn 2026-2030, Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC TIÊU

- Ít nhất 65% hộ dân nông thôn được sử dụng nước sạch đến năm 2030.

- 100% trường mầm non trên địa bàn xã có nhà vệ sinh đạt chuẩn đến năm 2028.

- Trồng 500 cây chắn gió quanh hồ chứa đến năm 2028.

II. NHIỆM VỤ, GIẢI PHÁP

- Rà soát giếng khoan của các thôn, sửa chữa công trình cấp nước tập trung đã xuống cấp.

- Vận động nhân dân đóng góp ngày công làm đường ống.
"""


@pytest.fixture
def province(cast: Cast) -> Plan:
    return a_plan(cast, PROVINCE)


@pytest.fixture
def commune(cast: Cast) -> Intake:
    return read_in(cast, COMMUNE, "ke-hoach-xa.txt")


def _lines(intake: Intake, upper: Plan) -> tuple[Line, ...]:
    here = side_of_intake(intake, items_of(intake))
    return lines_of(here, side_of_plan(upper), words_of(intake, upper))


def _line(lines: tuple[Line, ...], words: str) -> Line:
    """Return the line of the item above with these words, or of the one that is only here."""
    return next(
        line
        for line in lines
        if words in (line.above.text if line.above else line.here[0].shown.text)
    )


def _relations(lines: tuple[Line, ...], words: str) -> list[Relation]:
    return [one.relation for one in _line(lines, words).standings]


def _uppers(intake: Intake, cast: Cast) -> tuple[Plan, ...]:
    return uppers_of(intake, cited_by_items(items_of(intake)), cast.lan).plans


def test_a_number_is_known_however_it_is_typed() -> None:
    assert number_key("1629 / QÐ – TTg") == number_key("1629/QĐ-TTg")
    assert number_key("16/QĐ-TTg") != number_key("1629/QĐ-TTg")


def test_a_number_of_another_level_or_day_is_another_document() -> None:
    cited = ("45/KH-UBND", "Thủ tướng Chính phủ", "2026-01-10")
    assert is_same(cited, ("45/KH-UBND", "", "2026-01-10"))
    assert is_same(cited, ("45/KH-UBND", "", "2026"))
    assert not is_same(cited, ("45/KH-UBND", "", "2026-01-11"))
    assert not is_same(("", "", ""), ("", "", ""))


def test_the_plan_above_is_found_by_the_number_the_reading_cites(
    cast: Cast, province: Plan, commune: Intake
) -> None:
    assert _uppers(commune, cast) == (province,)


def test_what_is_cited_but_not_read_is_named(cast: Cast, commune: Intake) -> None:
    uppers = uppers_of(commune, cited_by_items(items_of(commune)), cast.lan)
    assert uppers.plans == ()
    assert [str(one.cited) for one in uppers.unknown] == ["45/KH-UBND"]


def test_a_file_of_the_archive_is_offered_where_nobody_has_read_it_as_a_plan(
    cast: Cast, commune: Intake
) -> None:
    waiting = read_in(cast, PROVINCE, "tinh.txt")
    waiting.document.number = "45/KH-UBND"
    waiting.document.save()
    (unknown,) = uppers_of(commune, cited_by_items(items_of(commune)), cast.lan).unknown
    assert unknown.documents == (waiting.document,)


def test_the_plan_of_another_province_is_out_of_sight(
    cast: Cast, province: Plan, commune: Intake
) -> None:
    seen = uppers_of(commune, cited_by_items(items_of(commune)), cast.yen)
    assert province not in seen.plans
    assert [str(one.cited) for one in seen.unknown] == ["45/KH-UBND"]


def test_an_officer_strikes_off_a_plan_and_picks_another(
    cast: Cast, province: Plan, commune: Intake
) -> None:
    other = a_plan(cast, PROVINCE.replace("45/KH-UBND", "46/KH-UBND"))
    say_upper(by=cast.lan, intake=commune, upper=province, meant=False, at=AT)
    say_upper(by=cast.lan, intake=commune, upper=other, meant=True, at=AT)
    assert _uppers(commune, cast) == (other,)
    say_upper(by=cast.lan, intake=commune, upper=province, meant=True, at=AT)
    assert _uppers(commune, cast) == (province, other)
    assert UpperPlan.objects.count() == 2
    assert history_of(commune).filter(verb="update").count() == 3


def test_a_plan_is_never_above_itself(cast: Cast, province: Plan) -> None:
    with pytest.raises(DomainError):
        say_upper(by=cast.lan, intake=province.intake, upper=province, meant=True, at=AT)


def test_each_item_above_says_how_it_stands_here(province: Plan, commune: Intake) -> None:
    lines = _lines(commune, province)
    assert _relations(lines, "80% hộ dân") == [Relation.LOWER]
    assert _relations(lines, "100% trường mầm non có") == [Relation.EQUAL]
    assert _relations(lines, "ca tiêu chảy") == [Relation.MISSING]
    assert _relations(lines, "Rà soát giếng khoan") == [Relation.CARRIED]
    assert _relations(lines, "Tập huấn quản lý") == [Relation.MISSING]
    assert _relations(lines, "500 cây chắn gió") == [Relation.ONLY_HERE]
    (here,) = _line(lines, "80% hộ dân").here
    assert "ở đây ít nhất 65% đến năm 2030: thấp hơn 15 điểm phần trăm" in here.standing.sentence


def test_every_item_of_both_plans_has_its_place(province: Plan, commune: Intake) -> None:
    lines = _lines(commune, province)
    above = {line.above.key for line in lines if line.above}
    here = {one.shown.key for line in lines for one in line.here}
    assert above == set(side_of_plan(province).shown)
    assert here == set(side_of_intake(commune, items_of(commune)).shown)


def test_the_lines_are_chosen_by_kind_and_relation(province: Plan, commune: Intake) -> None:
    lines = _lines(commune, province)
    results = chosen(lines, kind="chi-tieu", relation="")
    assert results
    assert not any(line.is_task for line in results)
    lower = chosen(lines, kind="", relation=Relation.LOWER)
    assert [line.above.text for line in lower if line.above] == [
        _line(lines, "80% hộ dân").above.text  # type: ignore[union-attr]
    ]
    numbers = {one.standing.relation: one.number for one in tallies_of(lines)}
    assert numbers[Relation.LOWER] == 1


def _keys(lines: tuple[Line, ...], here: str, above: str) -> dict[str, str]:
    shown = next(one.shown for line in lines for one in line.here if here in one.shown.text)
    top = _line(lines, above).above
    assert top is not None
    return {"lower_key": shown.key, "upper_key": top.key}


def test_an_officer_draws_a_link_and_removes_another(
    cast: Cast, province: Plan, commune: Intake
) -> None:
    lines = _lines(commune, province)
    drawn = _keys(lines, "Vận động nhân dân", "Tập huấn quản lý")
    wrong = _keys(lines, "65% hộ dân", "80% hộ dân")
    for keys, confirmed in ((drawn, True), (wrong, False)):
        say_carried_out(
            by=cast.lan, intake=commune, upper=province, **keys, confirmed=confirmed, at=AT
        )
    lines = _lines(commune, province)
    assert _relations(lines, "Tập huấn quản lý") == [Relation.CARRIED]
    assert _relations(lines, "80% hộ dân") == [Relation.MISSING]
    assert _relations(lines, "65% hộ dân") == [Relation.ONLY_HERE]
    assert [one.removed for one in _line(lines, "80% hộ dân").here] == [True]
    assert questions_below(commune, items_of(commune), cast.lan) == []


def test_a_later_word_takes_the_place_of_an_earlier_one(
    cast: Cast, province: Plan, commune: Intake
) -> None:
    keys = _keys(_lines(commune, province), "65% hộ dân", "80% hộ dân")
    for confirmed in (False, True):
        say_carried_out(
            by=cast.lan, intake=commune, upper=province, **keys, confirmed=confirmed, at=AT
        )
    assert [one.confirmed for one in CarriedOut.objects.all()] == [True]
    assert {"reject", "confirm"} <= {event.verb for event in history_of(commune)}


def test_a_task_is_not_linked_with_a_target(cast: Cast, province: Plan, commune: Intake) -> None:
    keys = _keys(_lines(commune, province), "Vận động nhân dân", "80% hộ dân")
    with pytest.raises(DomainError, match="nhiệm vụ chỉ nối với nhiệm vụ"):
        say_carried_out(by=cast.lan, intake=commune, upper=province, **keys, confirmed=True, at=AT)


@pytest.mark.parametrize(
    "lower_key", ["task-0", "task-", "báo-1", "", "target-99999999999999999999"]
)
def test_an_item_that_is_not_there_is_not_linked(
    cast: Cast, province: Plan, commune: Intake, lower_key: str
) -> None:
    above = _line(_lines(commune, province), "Tập huấn quản lý").above
    assert above is not None
    with pytest.raises(DomainError):
        say_carried_out(
            by=cast.lan, intake=commune, upper=province, lower_key=lower_key,
            upper_key=above.key, confirmed=True, at=AT,
        )  # fmt: skip


def test_only_officers_of_the_agency_say_what_carries_out_what(
    cast: Cast, province: Plan, commune: Intake
) -> None:
    keys = _keys(_lines(commune, province), "65% hộ dân", "80% hộ dân")
    for user in (cast.minh, cast.cuong, cast.hoa, cast.yen):
        with pytest.raises(PermissionDenied):
            say_carried_out(by=user, intake=commune, upper=province, **keys, confirmed=True, at=AT)
        with pytest.raises(PermissionDenied):
            say_upper(by=user, intake=commune, upper=province, meant=True, at=AT)


def test_what_was_said_passes_to_the_printed_rows(
    cast: Cast, province: Plan, commune: Intake
) -> None:
    lines = _lines(commune, province)
    kept = _keys(lines, "65% hộ dân", "80% hộ dân")
    dropped = _keys(lines, "Vận động nhân dân", "Tập huấn quản lý")
    for keys in (kept, dropped):
        say_carried_out(by=cast.lan, intake=commune, upper=province, **keys, confirmed=True, at=AT)
    left_out = commune.items.get(pk=int(dropped["lower_key"].rpartition("-")[2]))
    answer_everything(cast, commune)
    left_out.refresh_from_db()
    actions.reject_item(by=cast.lan, item=left_out, at=AT)
    plan = actions.confirm_intake(by=cast.lan, intake=commune, at=AT)
    (row,) = CarriedOut.objects.all()
    assert row.item is None
    assert row.target is not None
    assert row.target.plan == plan
    assert "65% hộ dân" in row.target.text
    assert row.by == cast.lan
    assert uppers_of(plan.intake, cited_by_plan(plan), cast.lan).plans == (province,)


def test_a_confirmed_plan_is_linked_row_by_row(cast: Cast, province: Plan) -> None:
    plan = a_plan(cast, COMMUNE)
    below = plan.targets.get(text__contains="65%")
    above = province.targets.get(text__contains="80%")
    say_carried_out(
        by=cast.lan, intake=plan.intake, upper=province, lower_key=f"target-{below.pk}",
        upper_key=f"target-{above.pk}", confirmed=True, at=AT,
    )  # fmt: skip
    assert list(above.carried_out_by.values_list("target", flat=True)) == [below.pk]
    assert history_of(plan).filter(verb="confirm").count() == 2


@pytest.mark.usefixtures("province")
def test_what_is_lower_than_above_is_asked_before_confirmation(
    cast: Cast, client: Client, commune: Intake
) -> None:
    (question,) = questions_below(commune, items_of(commune), cast.lan)
    assert not question.blocking
    assert question.message.startswith("45/KH-UBND. Cấp trên: ít nhất 80%")
    client.force_login(cast.lan)
    page = client.get(reverse("plans:confirm", args=[commune.pk])).content.decode()
    assert "Chỉ tiêu thấp hơn kế hoạch cấp trên" in page
    assert "thấp hơn 15 điểm phần trăm" in page


def test_the_page_says_what_to_read_in_first(cast: Cast, client: Client, commune: Intake) -> None:
    client.force_login(cast.lan)
    page = client.get(reverse("plans:upper_of_intake", args=[commune.pk])).content.decode()
    assert "Chưa có trong hệ thống: 45/KH-UBND; đọc văn bản đó vào để đối chiếu." in page
    assert reverse("plans:upload") in page


def test_the_page_works_without_scripts(
    cast: Cast, client: Client, province: Plan, commune: Intake
) -> None:
    client.force_login(cast.lan)
    keys = _keys(_lines(commune, province), "65% hộ dân", "80% hộ dân")
    answer = client.post(
        reverse("plans:say_pair", args=[commune.pk]),
        {"cap-tren": province.pk, "cap": f"co {keys['lower_key']} {keys['upper_key']}"},
        follow=True,
    )
    assert answer.redirect_chain[0][0].endswith(f"#tren-{keys['upper_key']}")
    assert "cán bộ đã xác nhận" in answer.content.decode()
    assert CarriedOut.objects.get().confirmed


def test_a_script_gets_the_table_alone_with_the_cursor_where_it_was(
    cast: Cast, client: Client, province: Plan, commune: Intake
) -> None:
    client.force_login(cast.lan)
    keys = _keys(_lines(commune, province), "65% hộ dân", "80% hộ dân")
    page = client.post(
        reverse("plans:say_pair", args=[commune.pk]),
        {"cap-tren": province.pk, "cap": f"khong {keys['lower_key']} {keys['upper_key']}"},
        headers={"hx-request": "true"},
        follow=True,
    ).content.decode()
    assert page.lstrip().startswith('<section id="bang"')
    assert page.count("autofocus") == 1


def test_a_refused_link_is_told_on_the_page(
    cast: Cast, client: Client, province: Plan, commune: Intake
) -> None:
    client.force_login(cast.lan)
    page = client.post(
        reverse("plans:say_pair", args=[commune.pk]),
        {"cap-tren": province.pk, "day": "task-0", "tren": "task-0", "la": "co"},
        follow=True,
    ).content.decode()
    assert "một trong hai mục không còn nữa" in page


@pytest.mark.usefixtures("province")
def test_who_may_read_the_plan_sees_the_table_but_no_buttons(cast: Cast, client: Client) -> None:
    plan = a_plan(cast, COMMUNE)
    client.force_login(cast.minh)
    page = client.get(reverse("plans:upper", args=[plan.key])).content.decode()
    assert "thấp hơn 15 điểm phần trăm" in page
    assert 'name="cap"' not in page


def _queries(client: Client, plan: Plan) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("plans:upper", args=[plan.key]))
    return len(captured)


@pytest.mark.usefixtures("province")
def test_more_items_cost_no_more_queries(cast: Cast, client: Client) -> None:
    more = "".join(f"- Sửa chữa trạm bơm số {n} của thôn {n}.\n\n" for n in range(20))
    head = "II. NHIỆM VỤ, GIẢI PHÁP\n\n"
    few = a_plan(cast, COMMUNE)
    many = a_plan(cast, COMMUNE.replace("7/KH-UBND", "8/KH-UBND").replace(head, f"{head}{more}"))
    assert many.tasks.count() >= few.tasks.count() + 20
    client.force_login(cast.lan)
    assert _queries(client, many) == _queries(client, few) < 40


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_with_the_keyboard_the_cursor_stays_on_the_pair(
    cast: Cast, province: Plan, commune: Intake, chromium: Browser, live_server: LiveServer
) -> None:
    with Desks.opened(chromium, live_server.url) as desks:
        page = desks.of(cast.lan)
        page.goto(reverse("plans:upper_of_intake", args=[commune.pk]))
        row = page.locator("tbody[data-above]", has_text="80% hộ dân")
        row.get_by_role("button", name="Đúng").focus()
        page.keyboard.press("Enter")
        expect(row).to_contain_text("cán bộ đã xác nhận")
        expect(row.get_by_role("button", name="Bỏ")).to_be_focused()
        page.keyboard.press("Enter")
        expect(row.get_by_role("button", name="Nối lại")).to_be_focused()
        assert desks.said == []
        assert page.evaluate("document.querySelectorAll('#bang').length") == 1
    assert [(one.upper, one.confirmed) for one in CarriedOut.objects.all()] == [(province, False)]
