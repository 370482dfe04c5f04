"""What a target means, in the plan's own words, and the sentence that explains it."""

import dataclasses

import pytest
from tests.plans_at_hand import PLANS, needs_plans

from liennganh.pure.planreader import Meaning, Target, read
from liennganh.pure.planreader.explaining import explain

HEAD = "Số: 1/KH-UBND\nHà Nam, ngày 01 tháng 02 năm 2024\nKẾ HOẠCH\nThực hiện công tác trẻ em {}\n"


def targets_of(line: str, period: str = "giai đoạn 2024 - 2030") -> tuple[Target, ...]:
    return read(f"{HEAD.format(period)}I. MỤC TIÊU\n- {line}\n- Hết.\n").targets


def meaning_of(line: str, period: str = "giai đoạn 2024 - 2030") -> Meaning:
    (target,) = targets_of(line, period)
    assert target.meaning is not None
    return target.meaning


@pytest.mark.parametrize(
    ("line", "kind", "horizon"),
    [
        pytest.param("Ít nhất 70% số xã có điểm vui chơi.", "at_least", "unstated", id="at least"),
        pytest.param("Đến năm 2027, trên 70% số xã có điểm vui chơi.", "at_least", "once", id="by a year"),
        pytest.param("Tỷ lệ bỏ học không quá 1%/năm.", "at_most", "yearly", id="at most, each year"),
        pytest.param("100% xã có cán bộ trẻ em vào năm 2026.", "exactly", "once", id="exactly"),
        pytest.param("Số vụ bạo lực giảm 3-5% mỗi năm.", "change", "yearly", id="down each year"),
        pytest.param("Tăng 10% số lớp so với năm 2023.", "change", "unstated", id="up by"),
        pytest.param("Duy trì 80% xã đạt chuẩn.", "kept_up", "kept_up", id="kept up"),
        pytest.param("Từ năm 2025 trở đi, 100% trường có sân chơi.", "exactly", "kept_up", id="from then on"),
        pytest.param("Đến năm 2027, 100% cơ sở được kiểm tra ít nhất một lần.", "once_by", "cumulative", id="once by"),
        pytest.param("8/8 phường xây dựng kế hoạch.", "n_of_m", "unstated", id="n of m"),
        pytest.param("Duy trì 149/223 xã không có vi phạm.", "n_of_m", "kept_up", id="n of m kept up"),
        pytest.param("Phát ít nhất 02 tin/tuần.", "times_per_period", "kept_up", id="so often"),
        pytest.param("Kiểm tra 02 lần/năm.", "times_per_period", "yearly", id="so often a year"),
        pytest.param("Mỗi năm mở 40 lớp tập huấn.", "exactly", "yearly", id="a count each year"),
        pytest.param("Trong giai đoạn, mở 40 lớp tập huấn trong cả giai đoạn.", "exactly", "cumulative", id="added up"),
        pytest.param("Đến năm 2030, trồng mới 500 cây xanh.", "exactly", "cumulative", id="made by then"),
        pytest.param("100% tin báo được tiếp nhận, xử lý.", "exactly", "kept_up", id="every case as it comes"),
    ],
)  # fmt: skip
def test_kind_and_horizon_are_those_that_are_printed(line: str, kind: str, horizon: str) -> None:
    meaning = meaning_of(line)
    assert (meaning.kind, meaning.horizon) == (kind, horizon)


def test_numerator_and_denominator_are_cut_from_the_clause() -> None:
    meaning = meaning_of("Ít nhất 70% số xã, phường có điểm vui chơi vào năm 2027.")
    assert meaning.numerator == "xã, phường có điểm vui chơi"
    assert meaning.denominator == meaning.group == "xã, phường"
    assert meaning.condition == ""
    assert meaning.asks == ()


def test_those_who_need_and_qualify_are_a_condition_of_the_group() -> None:
    meaning = meaning_of(
        "Ít nhất 60% người khuyết tật có nhu cầu và đủ điều kiện được tiếp cận dịch vụ."
    )
    assert (meaning.group, meaning.condition) == ("người khuyết tật", "có nhu cầu và đủ điều kiện")
    assert meaning.denominator == "người khuyết tật có nhu cầu và đủ điều kiện"


def test_a_relative_clause_stays_with_the_group_and_the_last_passive_is_the_result() -> None:
    meaning = meaning_of("80% trẻ em bị xâm hại được phát hiện được tư vấn, trợ giúp.")
    assert meaning.denominator == "trẻ em bị xâm hại được phát hiện"
    assert meaning.numerator.endswith("được phát hiện được tư vấn, trợ giúp")


def test_the_whole_may_be_printed_after_the_words_of_the_share() -> None:
    meaning = meaning_of("Tỷ lệ nữ thạc sĩ trong tổng số người có trình độ thạc sĩ đạt 50%.")
    assert (meaning.numerator, meaning.denominator) == ("nữ thạc sĩ", "người có trình độ thạc sĩ")


def test_the_deed_may_stand_before_the_figure() -> None:
    meaning = meaning_of("Tổ chức kiểm tra ít nhất 20% số cơ sở lưu trú trên địa bàn.")
    assert meaning.numerator == "tổ chức kiểm tra cơ sở lưu trú trên địa bàn"
    assert meaning.denominator == "cơ sở lưu trú trên địa bàn"


@pytest.mark.parametrize(
    ("line", "numerator", "denominator"),
    [
        pytest.param("Hằng năm, phụ nữ chiếm từ 35% trở lên trong tổng số học viên.", "phụ nữ", "học viên", id="make up, of a total"),
        pytest.param("Nữ sinh chiếm trên 32% số tuyển mới.", "nữ sinh", "tuyển mới", id="make up so much of"),
        pytest.param("Phối hợp với Hội Luật gia bảo đảm 100% trẻ em được trợ giúp.", "trẻ em được trợ giúp", "trẻ em", id="seen to by others"),
        pytest.param("Đưa tỷ lệ trẻ thấp còi xuống dưới 13%.", "trẻ thấp còi", "", id="brought down to"),
        pytest.param("100% ổ dịch được phát hiện trong 48 giờ.", "ổ dịch được phát hiện trong 48 giờ", "ổ dịch", id="a relative clause that is all there is"),
        pytest.param("80% phụ nữ bị bạo lực mà xã biết được giúp đỡ.", "phụ nữ bị bạo lực mà xã biết được giúp đỡ", "phụ nữ bị bạo lực mà xã biết", id="a clause with mà"),
        pytest.param("Tỷ lệ tiêm đủ mũi đạt từ 95% trở lên trên quy mô xã.", "tiêm đủ mũi", "", id="where it is measured is no whole"),
    ],
)  # fmt: skip
def test_a_share_is_told_in_many_ways(line: str, numerator: str, denominator: str) -> None:
    meaning = meaning_of(line)
    assert (meaning.numerator, meaning.denominator) == (numerator, denominator)


def test_what_comes_before_an_aim_names_nothing() -> None:
    meaning = meaning_of("Theo kế hoạch, tỉnh phấn đấu giảm 2% số hộ nghèo so với năm 2023.")
    assert (meaning.numerator, meaning.baseline) == ("số hộ nghèo", "năm 2023")
    ages = meaning_of("Dạy bơi cho trẻ từ 6 đến 15 tuổi, phấn đấu mỗi năm tăng 400 trẻ biết bơi.")
    assert (ages.numerator, ages.baseline) == ("trẻ biết bơi", "")


def test_each_of_the_units_has_so_many() -> None:
    meaning = meaning_of("Chọn mỗi huyện 02 xã làm điểm.")
    assert (meaning.numerator, meaning.group) == ("xã làm điểm", "huyện")


def test_the_last_clause_of_a_sentence_says_what_holds_for_all() -> None:
    found = targets_of("Ít nhất 70% công nhân; 60% học sinh được tập huấn kỹ năng.")
    numerators = [t.meaning.numerator for t in found if t.meaning]
    assert numerators == ["công nhân được tập huấn kỹ năng", "học sinh được tập huấn kỹ năng"]


def test_a_frequency_holds_for_the_units_named_before_it() -> None:
    share, often = targets_of("100% xã, phường mỗi quý có ít nhất 04 tin về trẻ em.")
    assert share.meaning is not None
    assert share.meaning.denominator == "xã, phường"
    assert often.meaning is not None
    assert (often.meaning.numerator, often.meaning.period, often.meaning.group) == (
        "tin về trẻ em", "quý", "xã, phường",
    )  # fmt: skip


def test_so_many_for_each_keeps_both_numbers() -> None:
    meaning = meaning_of("Tỷ số tử vong mẹ giảm từ 25/100.000 còn 15/100.000 trẻ đẻ sống.")
    assert meaning.numerator == "tỷ số tử vong mẹ"
    assert meaning.denominator == "100.000 trẻ đẻ sống"
    assert meaning.baseline == "25/100.000"


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        pytest.param("Kiểm tra ít nhất 20% số cơ sở.", ("horizon",), id="a year or the whole plan"),
        pytest.param("Giảm 10% số vụ.", ("horizon", "baseline"), id="against what"),
        pytest.param("Số vụ giảm 10% mỗi năm.", (), id="each year is against the year before"),
        pytest.param("Tỷ lệ hộ nghèo còn dưới 1% vào năm 2030.", ("denominator",), id="out of what"),
        pytest.param("Tỷ lệ hộ nghèo giảm 1% mỗi năm.", ("unit",), id="points or shares"),
        pytest.param("Tỷ lệ hộ nghèo giảm 1 điểm % mỗi năm.", (), id="points are printed"),
        pytest.param("Đến năm 2026, 100% cán bộ này được tập huấn.", ("group",), id="which ones"),
    ],
)  # fmt: skip
def test_what_is_not_printed_is_asked_for(line: str, asks: tuple[str, ...]) -> None:
    assert meaning_of(line).asks == asks


def test_a_shorter_name_after_a_longer_one_leaves_open_who_is_meant() -> None:
    line = (
        "Kiểm tra 20% số cơ sở lưu trú; đến năm 2030, 100% các cơ sở được kiểm tra ít nhất một lần."
    )
    assert [t.meaning.asks for t in targets_of(line) if t.meaning] == [("horizon",), ("group",)]


def test_a_plan_of_one_year_leaves_no_horizon_open() -> None:
    assert meaning_of("Ít nhất 30% số xã có mô hình.", "năm 2025").horizon == "once"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        pytest.param(
            "Ít nhất 70% số xã có điểm vui chơi vào năm 2027.",
            "Tỷ lệ xã có điểm vui chơi trên tổng số xã phải đạt ít nhất 70% vào năm 2027. "
            "Cách tính: số xã có điểm vui chơi chia cho tổng số xã tại thời điểm cuối kỳ, nhân 100%.",
            id="a share by a year",
        ),
        pytest.param(
            "Số vụ bạo lực giảm 3-5% mỗi năm.",
            "Số vụ bạo lực phải giảm 3–5% so với năm liền trước, tính riêng từng năm cho đến hết năm 2030. "
            "Cách tính: lấy số của từng năm trừ số của năm liền trước, chia cho số của năm liền trước, nhân 100%.",
            id="a yearly fall",
        ),
        pytest.param(
            "Duy trì 149/223 xã không có vi phạm.",
            "Số xã không có vi phạm phải giữ được 149 trong tổng số 223 xã, trong suốt thời gian thực hiện đến "
            "hết năm 2030. Cách tính: đếm số xã không có vi phạm của từng kỳ báo cáo, mỗi nơi một lần.",
            id="so many of so many, kept up",
        ),
        pytest.param(
            "Mỗi năm mở 40 lớp tập huấn.",
            "Số lớp tập huấn phải đạt 40, tính riêng từng năm cho đến hết năm 2030. "
            "Cách tính: đếm số lớp tập huấn của từng năm.",
            id="a count each year",
        ),
        pytest.param(
            "Phát ít nhất 02 tin/tuần.",
            "Số tin phải đạt ít nhất 2 mỗi tuần, trong suốt thời gian thực hiện đến hết năm 2030. "
            "Cách tính: đếm riêng từng tuần; tuần nào cũng phải đủ, không bù trừ cho nhau.",
            id="so often",
        ),
        pytest.param(
            "Đến năm 2027, kiểm tra 20% số cơ sở lưu trú.",
            "Tỷ lệ đã thực hiện việc “kiểm tra cơ sở lưu trú” trên tổng số cơ sở lưu trú phải đạt 20% vào năm 2027. "
            "Cách tính: số cơ sở lưu trú đã được thực hiện việc này chia cho tổng số cơ sở lưu trú tại thời điểm "
            "cuối kỳ, nhân 100%.",
            id="a deed",
        ),
        pytest.param(
            "Đến năm 2027, tạo việc làm cho 5.000 lao động.",
            "Kết quả “tạo việc làm cho lao động” phải đạt 5.000, cộng dồn từ đầu kỳ đến hết năm 2027. "
            "Cách tính: đếm kết quả “tạo việc làm cho lao động” cộng dồn từ đầu kỳ, không đếm trùng.",
            id="a deed that is counted",
        ),
        pytest.param(
            "Giảm 10% số vụ.",
            "Số vụ phải giảm 10%, hạn đến hết năm 2030. Cách tính: lấy số của kỳ báo cáo trừ số của mốc so sánh, "
            "chia cho số của mốc so sánh, nhân 100%. Kế hoạch không ghi rõ con số này tính cho từng năm hay cho "
            "cả giai đoạn; so với mốc nào: cần hỏi lại.",
            id="what is open is said",
        ),
        pytest.param(
            "Thu nhập bình quân đạt ít nhất 75 triệu đồng/người vào năm 2027.",
            "Thu nhập bình quân phải đạt ít nhất 75 triệu đồng vào năm 2027. "
            "Cách tính: lấy số liệu tại thời điểm cuối kỳ.",
            id="money",
        ),
    ],
)  # fmt: skip
def test_the_sentence_says_what_is_asked_and_how_it_is_worked_out(line: str, sentence: str) -> None:
    (target,) = targets_of(line)
    assert explain(target) == sentence


def test_long_words_are_not_said_again_where_the_figure_is_worked_out() -> None:
    deed = (
        "tổ chức thăm hỏi, tặng quà, hỗ trợ học nghề và giới thiệu việc làm cho thanh niên khó khăn"
    )
    (share,) = targets_of(f"Ít nhất 70% số xã {deed} vào năm 2027.")
    (count,) = targets_of(f"Ít nhất 12 xã {deed} vào năm 2027.")
    for target in (share, count):
        assert explain(target).count("tặng quà") == 1
    assert "số đạt yêu cầu chia cho tổng số xã tại thời điểm cuối kỳ, nhân 100%" in explain(share)
    assert "Cách tính: đếm số nêu trên tại thời điểm cuối kỳ" in explain(count)


def test_every_horizon_gives_a_sentence_of_its_own() -> None:
    (target,) = targets_of("Ít nhất 70% số xã có điểm vui chơi.")
    assert target.meaning is not None
    told = {
        explain(dataclasses.replace(target, meaning=dataclasses.replace(target.meaning, horizon=h)))
        for h in ("yearly", "cumulative", "kept_up", "once", "unstated")
    }
    assert len(told) == 5


def test_without_a_deadline_the_sentence_still_ends() -> None:
    (target,) = targets_of("Duy trì 80% xã đạt chuẩn.")
    told = explain(dataclasses.replace(target, deadline=None))
    assert told.startswith("Tỷ lệ xã đạt chuẩn trên tổng số xã phải giữ ở mức 80%, trong suốt")
    assert "None" not in told


@needs_plans
def test_every_target_of_the_real_plans_has_a_meaning_in_their_words() -> None:
    for plan in sorted(PLANS.iterdir()):
        reading = read(plan.read_text(encoding="utf-8"))
        for target in reading.targets:
            assert target.meaning is not None
            assert target.meaning.numerator, target.what
            assert explain(target).endswith(".")
