"""The demonstration: the same figures every time, from any plan, with its accounts at hand."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.db import transaction
from django.test import Client, override_settings
from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Membership
from liennganh.audit.queries import verify_chain
from liennganh.cli import whole_group
from liennganh.demo.people import PASSWORD, add_person
from liennganh.programmes.models import Programme
from liennganh.reporting.models import Observation, Report, ReportState, RoundState

TODAY = "2026-11-21"
SIGN_IN = "/tai-khoan/dang-nhap/"

# Another field than the product was written for, of a commune, with one reporting duty.
OTHER_FIELD = """ỦY BAN NHÂN DÂN
XÃ DIÊN KHÁNH
Số: 12/KH-UBND

Diên Khánh, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Trồng cây xanh và giữ nguồn nước năm 2026

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC TIÊU
1. Trồng mới ít nhất 5.000 cây xanh trên địa bàn xã trong năm 2026.
2. Phấn đấu 90% số hộ gia đình thu gom rác tại nhà.

II. NHIỆM VỤ
1. Phòng Kinh tế xã chủ trì, phối hợp với các thôn tổ chức trồng cây vào dịp đầu xuân.
2. Đoàn Thanh niên xã vận động đoàn viên dọn vệ sinh bờ suối hằng tháng.

III. TỔ CHỨC THỰC HIỆN
Phòng Kinh tế tổng hợp, báo cáo Ủy ban nhân dân xã trước ngày 15/6 và 15/12 hằng năm.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""

# A newspaper about a plan: no head, no number, no signature.
NEWS = """Lâm Đồng triển khai kế hoạch giảm nghèo

(Báo) - UBND tỉnh Lâm Đồng vừa ban hành kế hoạch giảm nghèo bền vững giai đoạn 2026-2030.

Theo đó, tỉnh phấn đấu giảm tỷ lệ hộ nghèo ít nhất 1% mỗi năm; 100% hộ nghèo được cấp thẻ bảo hiểm y tế.

Sở Nông nghiệp và Môi trường chủ trì hướng dẫn các địa phương rà soát hộ nghèo hằng năm. Sở Y tế cấp thẻ \
bảo hiểm y tế cho người nghèo. UBND các xã, phường báo cáo kết quả định kỳ hằng quý.
"""

pytestmark = pytest.mark.django_db


def demo(*arguments: object) -> dict[str, Any]:
    result = CliRunner().invoke(
        whole_group(), ["demo", "--no-serve", "--json", "--today", TODAY, *map(str, arguments)]
    )
    assert result.exit_code == 0, f"{result.output} {result.exception!r}"
    said: dict[str, Any] = json.loads(result.stdout)
    return said


def written(name: str, text: str, folder: Path) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


class _UndoError(Exception):
    """Leaves a transaction without a trace."""


def trial(*arguments: object) -> Iterator[dict[str, Any]]:
    """Make the demonstration, hand its summary out, and undo all of it."""
    try:
        with transaction.atomic():
            yield demo(*arguments)
            raise _UndoError  # noqa: TRY301 - it is how a transaction is left without a trace
    except _UndoError:
        pass


def figures() -> list[tuple[Any, ...]]:
    fields = ("report__agency__key", "report__round__period_key", "tracked__order", "status",
              "value", "numerator", "denominator")  # fmt: skip
    return sorted(Observation.objects.values_list(*fields), key=str)


def test_the_same_plan_gives_the_same_figures_twice(tmp_path: Path) -> None:
    plan = written("ke-hoach.txt", OTHER_FIELD, tmp_path)
    runs = [(said, figures()) for _number in range(2) for said in trial("--plan", plan)]
    assert runs[0] == runs[1]
    assert runs[0][1]


@pytest.mark.parametrize(
    ("name", "text", "unit"),
    [("ke-hoach.txt", OTHER_FIELD, "Xã Diên Khánh"), ("tin.txt", NEWS, "Tỉnh Lâm Đồng")],
)
def test_any_plan_comes_to_life(name: str, text: str, unit: str, tmp_path: Path) -> None:
    said = demo("--plan", written(name, text, tmp_path))
    programme = Programme.objects.get(key=said["programme"])
    assert (said["title"], said["unit"]) == (programme.title, unit)
    assert programme.tasks.exists()
    assert Report.objects.filter(round__programme=programme, state=ReportState.APPROVED).exists()
    assert verify_chain() is None
    _says_periods_and_accounts(said)
    long_ago = dt.date.fromisoformat(TODAY) - dt.timedelta(days=60)
    left = programme.rounds.filter(state=RoundState.OPEN, due_on__lt=long_ago)
    assert [one.label for one in left] == []


def _says_periods_and_accounts(said: dict[str, Any]) -> None:
    assert {one["state"] for one in said["periods"]} <= set(RoundState.values)
    assert all(set(one) == {"key", "label", "state"} for one in said["periods"])
    for one in said["users"]:
        assert set(one) == {"username", "password", "name", "role", "agency"}
        assert User.objects.get(username=one["username"]).check_password(one["password"])
    assert {"programme_officer", "leader", "auditor"} <= {one["role"] for one in said["users"]}


def test_a_text_that_names_no_place_is_asked_for_one(tmp_path: Path) -> None:
    path = written("x.txt", "KẾ HOẠCH\nI. MỤC TIÊU\n1. Trồng 100 cây.\n", tmp_path)
    result = CliRunner().invoke(whole_group(), ["demo", "--no-serve", "--plan", str(path)])
    assert result.exit_code == 1
    assert "--unit" in result.output


@pytest.mark.usefixtures("cast")
def test_an_office_with_people_of_its_own_is_left_alone() -> None:
    before = User.objects.count()
    result = CliRunner().invoke(whole_group(), ["demo", "--no-serve"])
    assert result.exit_code == 1
    assert "dữ liệu thật" in result.output
    assert (User.objects.count(), Programme.objects.count()) == (before, 0)


def _police(cast: Cast) -> Membership:
    user = add_person("thu01", cast.police, Role.AGENCY_OFFICER, "", dt.date(2020, 1, 1), 1)
    return user.memberships.get()


def test_the_sign_in_page_of_the_demonstration_offers_its_accounts(
    client: Client, cast: Cast
) -> None:
    hat = _police(cast)
    with override_settings(DEMO=True):
        page = client.get(SIGN_IN).content.decode()
        assert PASSWORD in page
        assert '<input type="hidden" name="username" value="thu01">' in page
        assert hat.agency.name in page
        # People of the office itself are not offered.
        assert 'value="lan"' not in page
        answer = client.post(SIGN_IN, {"username": "thu01", "password": PASSWORD})
    assert answer.status_code == 302


def test_no_other_sign_in_page_does(client: Client, cast: Cast) -> None:
    _police(cast)
    page = client.get(SIGN_IN).content.decode()
    assert PASSWORD not in page
    assert "thu01" not in page
