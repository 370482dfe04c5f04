"""Making users, checking the log, and refusals: sentences, never tracebacks."""

import pytest
from click.testing import CliRunner, Result
from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.audit.models import Event
from liennganh.audit.queries import verify_chain
from liennganh.cli import whole_group

LONG = "mot-cau-dai-de-nho"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(whole_group(), arguments)


def create(username: str, agency: str, password: str = LONG) -> Result:
    return run(
        "create-user", username, "--name", "Nguyễn Thị Mai", "--agency", agency,
        "--role", "agency_officer", "--title", "Chuyên viên", "--password", password,
    )  # fmt: skip


def test_a_user_made_on_the_server_has_a_hat_and_must_choose_a_password(cast: Cast) -> None:
    result = create("mai", cast.police.key)
    assert result.exit_code == 0, result.output
    mai = User.objects.get(username="mai")
    assert mai.hat is not None
    assert (mai.hat.agency, mai.hat.role) == (cast.police, Role.AGENCY_OFFICER)
    assert (mai.title, mai.must_change_password) == ("Chuyên viên", True)
    assert mai.check_password(LONG)


def test_making_a_user_is_logged_without_the_password(cast: Cast) -> None:
    create("mai", cast.police.key)
    written = list(Event.objects.values_list("object_label", "after"))
    assert any("Nguyễn Thị Mai" in label for label, _after in written)
    assert LONG not in str(written)
    assert verify_chain() is None


@pytest.mark.parametrize(
    ("username", "agency", "password", "said"),
    [
        ("mai", "khong-co", LONG, "Không có cơ quan"),
        ("lan", "", LONG, "Đã có tài khoản"),
        ("LAN", "", LONG, "Đã có tài khoản"),
        ("a b", "", LONG, "chỉ gồm chữ"),
        ("mai", "", "ngan", "ngắn"),
        ("nguyenmai", "", "nguyenmai1", "giống"),
    ],
)
def test_a_refused_user_is_told_why_and_not_made(
    cast: Cast, username: str, agency: str, password: str, said: str
) -> None:
    before = User.objects.count()
    result = create(username, agency or cast.police.key, password)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert said in result.output
    assert User.objects.count() == before


def test_an_untouched_log_is_called_whole(cast: Cast) -> None:
    create("mai", cast.police.key)
    assert run("verify-log").output == "Nhật ký nguyên vẹn.\n"


def test_a_changed_row_of_the_log_is_named(cast: Cast) -> None:
    create("mai", cast.police.key)
    first = Event.objects.order_by("seq").first()
    assert first is not None
    Event.objects.filter(pk=first.pk).update(object_label="ai đó khác")
    result = run("verify-log")
    assert result.exit_code == 1
    assert f"hỏng từ dòng {first.seq}" in result.output


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("indicators", "khong-co"), "Không có chương trình “khong-co”"),
        (("rounds", "khong-co"), "Không có chương trình “khong-co”"),
        (("adopt", "khong-co", "--by", "lan"), "Không có kế hoạch “khong-co”"),
        (("adopt", "khong-co", "--by", "ai-do"), "Không có người dùng “ai-do”"),
        (("set-up-unit", "Tỉnh Không Có"), "Không tìm thấy đơn vị"),
    ],
)
def test_a_name_that_does_not_exist_is_a_sentence(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert said in result.output
