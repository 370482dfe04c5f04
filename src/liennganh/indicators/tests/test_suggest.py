"""A printed target finds its indicator, and a target of another field finds none."""

import json

import pytest
from tests.plans_at_hand import SHARED

from liennganh.indicators.actions import load_catalogue
from liennganh.indicators.queries import suggest


@pytest.fixture(autouse=True)
def _catalogue(db: None) -> None:  # noqa: ARG001 - the fixture opens the database
    load_catalogue()


def best(what: str, unit: str = "percent", comparator: str = ">=") -> str | None:
    found = suggest(what, unit, comparator)
    return found[0].indicator.code if found else None


@pytest.mark.parametrize(
    ("what", "unit", "comparator", "code"),
    [
        ("Tối thiểu 2.937 cơ sở kinh doanh dịch vụ dễ phát sinh tệ nạn được kiểm tra", "count", ">=", "D1n"),
        ("ít nhất 40 lượt kiểm tra đột xuất về phòng, chống mại dâm", "count", ">=", "D2"),
        ("phát hiện, triệt phá 100 vụ liên quan đến mại dâm", "count", "=", "E1a"),
        ("ít nhất 6.000 cán bộ được tập huấn về phòng, chống mại dâm", "count", ">=", "G2"),
        ("tuyên truyền phòng, chống mại dâm cho 5.300 lượt người dân", "count", ">=", "B1b"),
        ("90% chủ cơ sở ký cam kết không để xảy ra tệ nạn mại dâm", "percent", "=", "D4a"),
        ("Giảm 10% số tụ điểm mại dâm công cộng so với năm trước", "percent", "-", "A4"),
        ("mỗi xã có mô hình câu lạc bộ phòng ngừa tệ nạn mại dâm", "count", ">=", "F3"),
    ],
)  # fmt: skip
def test_targets_of_other_plans_of_the_field(
    what: str, unit: str, comparator: str, code: str
) -> None:
    assert best(what, unit, comparator) == code


@pytest.mark.parametrize(
    "what",
    [
        "Tỷ lệ hộ nghèo đa chiều giảm còn dưới 1%",
        "100% trẻ em 5 tuổi được đến trường",
        "80% cán bộ, công chức được bồi dưỡng kỹ năng số",
        "100% hồ sơ công việc cấp xã được xử lý trên môi trường mạng",
        "100% cơ sở sản xuất thực phẩm được kiểm tra",
        "100% xã, phường xây dựng kế hoạch chuyển đổi số",
        "100% xã, phường xây dựng kế hoạch phòng cháy, chữa cháy",
        "80% công nhân khu công nghiệp được xét nghiệm",
        "95% người dân có thẻ khám bệnh",
        "",
    ],
)
def test_targets_of_other_fields_get_nothing(what: str) -> None:
    assert suggest(what, "percent", ">=") == []


def test_a_share_is_not_suggested_for_a_growth() -> None:
    what = "Số tội phạm liên quan đến mại dâm được xử lý tăng 3-5% mỗi năm"
    found = suggest(what, "percent", "+")
    assert [one.indicator.code for one in found] == ["E3"]
    assert "so với năm trước" in found[0].reason


def test_the_reason_names_the_words_and_how_it_is_worked_out() -> None:
    found = suggest(
        "kiểm tra 30% số cơ sở kinh doanh dịch vụ dễ phát sinh mại dâm", "percent", ">="
    )
    assert "“cơ sở kinh doanh”" in found[0].reason
    assert "“kiểm tra”" in found[0].reason
    assert "tính theo tỷ lệ" in found[0].reason


def test_a_clause_that_names_no_field_says_so_and_is_less_sure() -> None:
    bare = suggest("100% các cơ sở được kiểm tra ít nhất một lần", "percent", "=")[0]
    full = suggest(
        "30% cơ sở kinh doanh dịch vụ dễ phát sinh mại dâm được kiểm tra", "percent", "="
    )
    assert "cần xem lại" in bare.reason
    assert full[0].score > bare.score


def gold_targets() -> list[tuple[str, str, str, str]]:
    """Return plan, clause, unit and comparator of every target of the benchmark."""
    found = []
    for path in sorted((SHARED / "reading/gold").glob("*.json")):
        texts = [SHARED / "plans" / (path.stem + ending) for ending in (".txt", ".md")]
        text = next(one for one in texts if one.exists()).read_text(encoding="utf-8")
        found += [
            (path.stem[:8], text[t["start"] : t["end"]], t["unit"], t["comparator"])
            for t in json.loads(path.read_text(encoding="utf-8"))["targets"]
        ]
    return found


EXPECTED = {
    "hai-phon": ["B2", "F2b", "H1", "H1", "G1"],
    "lang-son": ["B2", "B3a", "B3d", "B3c", "C1a", "C1b", "E4", "E5", "D1", "F5", "G1"],
    "ninh-bin": [
        "B2", "B1c", "B3a", "B3b", "B3c", "C1a", "C1b", "E4", "E3", "D1", "D1", "F3", "F2", "G1",
    ],
}  # fmt: skip


@pytest.mark.plans
@pytest.mark.skipif(not SHARED.is_dir(), reason="the plans are not beside the checkout")
def test_every_target_of_the_real_plans_gets_its_indicator_or_none() -> None:
    table: dict[str, list[str | None]] = {}
    for plan, what, unit, comparator in gold_targets():
        code = best(what, unit, comparator)
        print(f"{plan}  {code or '–':5} {what[:90]!r}")  # noqa: T201 - shown with -s and on failure
        table.setdefault(plan, []).append(code)
    for plan, codes in EXPECTED.items():
        assert table[plan] == codes, plan
    others = [code for plan, codes in table.items() if plan not in EXPECTED for code in codes]
    assert set(others) == {None}


@pytest.mark.django_db
def test_a_yearly_rise_is_measured_by_one_number_not_by_figures_side_by_side() -> None:
    load_catalogue()
    clause = "Số vụ phạm tội về mại dâm được phát hiện, xử lý tăng 3-5% mỗi năm"
    found = [one.indicator.code for one in suggest(clause, "percent", "+")]
    assert found[0] == "E3"
    assert "E1a" not in found
