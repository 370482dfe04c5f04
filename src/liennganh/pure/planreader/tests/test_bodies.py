"""Names of bodies in running text, in lists and in headings."""

import pytest

from liennganh.pure.planreader.bodies import bodies_from
from liennganh.pure.planreader.owners import heading_bodies, owners_of
from liennganh.pure.planreader.picking import is_generic


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("Sở Văn hóa, Thể thao và Du lịch chỉ đạo các cơ quan", ["Sở Văn hóa, Thể thao và Du lịch"], id="comma and và inside a name"),
        pytest.param("Sở Y tế, Sở Tư pháp tổ chức các lớp", ["Sở Y tế", "Sở Tư pháp"], id="two names"),
        pytest.param("Sở Giáo dục và Đào tạo và Sở Y tế chủ trì", ["Sở Giáo dục và Đào tạo", "Sở Y tế"], id="và inside and between"),
        pytest.param("Ủy ban nhân dân xã, phường, đặc khu, báo, đài và các đơn vị", ["Ủy ban nhân dân xã, phường, đặc khu", "báo, đài", "các đơn vị"], id="classes in a list"),
        pytest.param("các Sở, ban, ngành, đoàn thể cấp tỉnh", ["các Sở, ban, ngành, đoàn thể cấp tỉnh"], id="a run under one các"),
        pytest.param("các sở: Y tế, Giáo dục và Đào tạo, Tư pháp: Theo", ["các sở: Y tế, Giáo dục và Đào tạo, Tư pháp"], id="a run named after a colon"),
        pytest.param("Hội Bảo trợ người tàn tật và trẻ mồ côi tỉnh, Sở Y tế", ["Hội Bảo trợ người tàn tật và trẻ mồ côi tỉnh", "Sở Y tế"], id="people cared for up to the unit"),
        pytest.param("Hội Bảo trợ người cao tuổi và nhân dân xã tổ chức", ["Hội Bảo trợ người cao tuổi"], id="people beside an association"),
        pytest.param("Trung tâm Phòng, chống HIV/AIDS cấp phát tài liệu", ["Trung tâm Phòng, chống HIV/AIDS"], id="phòng, chống in a name"),
        pytest.param("Ủy ban nhân dân các huyện: Kim Bảng, Lý Nhân, Bình Lục.", ["Ủy ban nhân dân các huyện: Kim Bảng, Lý Nhân, Bình Lục"], id="which units, after a colon"),
        pytest.param("Ủy ban nhân dân các huyện: Chỉ đạo các xã", ["Ủy ban nhân dân các huyện"], id="a deed after a colon"),
        pytest.param("Trưởng các thôn, tổ trưởng tổ dân phố kiện toàn", ["Trưởng các thôn", "tổ trưởng tổ dân phố"], id="heads of hamlets"),
        pytest.param("UBND tỉnh 6 tháng một lần", ["UBND tỉnh"], id="a number that counts time"),
        pytest.param("Thủ trưởng các sở, ban, ngành và Ủy ban nhân dân phường, xã chịu trách nhiệm", ["Thủ trưởng các sở, ban, ngành", "Ủy ban nhân dân phường, xã"], id="heads of bodies"),
        pytest.param("Trung tâm Dịch vụ việc làm tỉnh (Sở Nội vụ), Công an tỉnh", ["Trung tâm Dịch vụ việc làm tỉnh", "Công an tỉnh"], id="brackets skipped"),
        pytest.param("Đội kiểm tra liên ngành xây dựng kế hoạch", ["Đội kiểm tra liên ngành"], id="purpose in the name"),
        pytest.param("Sở Tư pháp nhắc nhở các phòng công chứng", ["Sở Tư pháp"], id="a verb nobody listed after a department"),
        pytest.param("Công an tỉnh ngầm theo dõi", ["Công an tỉnh"], id="a verb nobody listed after a unit"),
        pytest.param("UBND xã triệu tập hội nghị", ["UBND xã"], id="a verb nobody listed after a commune"),
        pytest.param("Sở Nông nghiệp và Phát triển nông thôn cấp giống", ["Sở Nông nghiệp và Phát triển nông thôn"], id="the tail of a department's name"),
        pytest.param("Bảo hiểm xã hội tỉnh, Ngân hàng Chính sách xã hội huyện", ["Bảo hiểm xã hội tỉnh", "Ngân hàng Chính sách xã hội huyện"], id="xã hội is no commune"),
        pytest.param("Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện mở lớp", ["Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện"], id="a verb that is part of a name"),
        pytest.param("Ban An toàn giao thông tỉnh giao chỉ tiêu", ["Ban An toàn giao thông tỉnh"], id="giao that is no verb"),
        pytest.param("Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh họp", ["Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh"], id="a committee's purpose"),
        pytest.param("Phòng Giáo dục & Đào tạo tổ chức", ["Phòng Giáo dục & Đào tạo"], id="an ampersand"),
        pytest.param("UBND các huyện Mù Cang Chải, Trạm Tấu, Văn Chấn chỉ đạo", ["UBND các huyện Mù Cang Chải, Trạm Tấu, Văn Chấn"], id="a run of places"),
        pytest.param("lực lượng quân đội, công an hỗ trợ", ["lực lượng quân đội, công an"], id="forces"),
        pytest.param("Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ rà soát", ["Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"], id="ministries"),
        pytest.param("Trường hợp có vướng mắc", [], id="Trường that is no school"),
        pytest.param("Thanh tra, kiểm tra việc chấp hành", [], id="Thanh tra that is a verb"),
        pytest.param("Lãnh đạo, chỉ đạo các cấp", [], id="Lãnh đạo that is a verb"),
        pytest.param("phòng, chống tệ nạn", [], id="phòng that is no office"),
        pytest.param("Ban hành kèm theo", [], id="Ban that is no board"),
        pytest.param("Hội nghị triển khai", [], id="Hội that is no association"),
    ],
)  # fmt: skip
def test_a_list_of_bodies_is_read_as_printed(words: str, names: list[str]) -> None:
    assert bodies_from(words)[0] == names


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("các cơ quan, đơn vị liên quan", True),
        ("các sở, ngành có liên quan", True),
        ("các sở, ban, ngành", True),
        ("các lực lượng chức năng", True),
        ("các cơ quan, đơn vị thành phố", True),
        ("các sở, ban, ngành, đoàn thể Thành phố", False),
        ("Ủy ban nhân dân các xã, phường", False),
        ("các tổ chức chính trị - xã hội tỉnh", False),
        ("Sở Y tế", False),
    ],
)
def test_generic_names_pick_out_nobody(name: str, generic: bool) -> None:
    assert is_generic(name) is generic


@pytest.mark.parametrize(
    ("heading", "names", "mode"),
    [
        pytest.param("Sở Y tế", ("Sở Y tế",), "giao", id="bare"),
        pytest.param("Trách nhiệm của Công an tỉnh", ("Công an tỉnh",), "giao", id="trách nhiệm của"),
        pytest.param("Đề nghị Tòa án nhân dân, Viện Kiểm sát nhân dân tỉnh", ("Tòa án nhân dân", "Viện Kiểm sát nhân dân tỉnh"), "de_nghi", id="asked"),
        pytest.param("Sở Nội vụ (Cơ quan thường trực):", ("Sở Nội vụ",), "giao", id="with brackets"),
        pytest.param("Giao Trung tâm Y tế quận:", ("Trung tâm Y tế quận",), "giao", id="giao"),
        pytest.param("Nâng cao nhận thức của cộng đồng", (), "giao", id="no body"),
        pytest.param("Đội ngũ cán bộ", (), "giao", id="no body though it begins like one"),
    ],
)  # fmt: skip
def test_a_heading_names_those_it_hands_work_to(
    heading: str, names: tuple[str, ...], mode: str
) -> None:
    assert heading_bodies(heading) == (names, mode)


def test_the_item_s_own_subject_outranks_the_heading() -> None:
    owners = owners_of(
        "Đề nghị Hội Nông dân tỉnh phối hợp với Sở Y tế xây dựng mô hình.", ("Sở Nội vụ",), "giao"
    )
    assert owners.lead == ("Hội Nông dân tỉnh",)
    assert owners.support == ("Sở Y tế",)
    assert (owners.mode, owners.source) == ("de_nghi", "item")


def test_bodies_that_are_only_directed_or_reported_to_own_nothing() -> None:
    owners = owners_of("Chỉ đạo Công an các xã báo cáo Sở Y tế.", (), "giao")
    assert owners.lead == owners.support == ()


def test_who_is_asked_owns_the_item_not_who_asks() -> None:
    owners = owners_of("Sở Y tế cũng đề nghị UBND các xã, phường vệ sinh chợ.", (), "giao")
    assert owners.lead == ("UBND các xã, phường",)


def test_departments_in_general_may_lead_but_are_no_named_partners() -> None:
    assert owners_of("Các sở, ban, ngành báo cáo kết quả.", (), "giao").lead == (
        "Các sở, ban, ngành",
    )
    assert owners_of("Chủ trì, phối hợp với các sở, ban, ngành rà soát.", (), "giao").support == ()


def test_a_person_in_charge_may_be_a_heading() -> None:
    heading = "Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội"
    assert heading_bodies(heading) == ((heading,), "giao")
