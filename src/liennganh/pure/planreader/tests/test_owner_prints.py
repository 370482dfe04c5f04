"""Owners as offices of every kind print them, in fragments written for these tests."""

import pytest

from liennganh.pure.planreader import read

DEPTS = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Số: 5/KH-UBND
Hà Nam, ngày 01 tháng 02 năm 2024
KẾ HOẠCH
Công tác thư viện năm 2024

III. TỔ CHỨC THỰC HIỆN
3.1. Đối với các sở, ban, ngành tỉnh
- Xây dựng kế hoạch của đơn vị trước ngày 15/3/2024.
3.2. Đối với UBND các huyện, thành phố:
- Bố trí kinh phí mua sách cho thư viện xã.
- Phối hợp với Sở Văn hóa và Thể thao tổ chức ngày hội đọc sách.
3.3. Sở Tài chính (Cơ quan Thường trực):
- Thẩm định dự toán kinh phí.
* Sở Tư pháp
Rà soát các văn bản có liên quan đến thư viện.
"""

BULLETS = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Số: 5/KH-UBND
Hà Nam, ngày 01 tháng 02 năm 2024
KẾ HOẠCH
Công tác thư viện năm 2024

II. PHÂN CÔNG NHIỆM VỤ
- Sở Văn hóa và Thể thao: Là cơ quan đầu mối, chủ trì, phối hợp với Sở Tài chính, Tỉnh đoàn triển khai Kế hoạch.
- Sở Thông tin và Truyền thông: Chỉ đạo các cơ quan báo chí đăng tin.
- Các sở, ban, ngành: Lồng ghép nội dung vào kế hoạch công tác năm.
- UBND các huyện, thành phố:
+ Chỉ đạo các xã mở cửa thư viện vào buổi tối.
+ Kiểm kê tài sản của thư viện.
- Đề nghị Hội Khuyến học tỉnh vận động hội viên tặng sách.
"""

ONELINE = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Số: 5/KH-UBND
Hà Nam, ngày 01 tháng 02 năm 2024
KẾ HOẠCH
Công tác thư viện năm 2024

II. NHIỆM VỤ
1. Số hóa 1.000 cuốn sách quý. CQ chủ trì: Sở Văn hóa và Thể thao; CQ phối hợp: Sở Tài chính; thời gian: Quý III/2024.
2. Mở lớp bồi dưỡng cho người làm thư viện (Sở Nội vụ chủ trì, Sở Văn hóa và Thể thao phối hợp).
3. Tổ chức ngày hội đọc sách (Sở Văn hóa và Thể thao).
4. Tặng sách cho học sinh vùng khó khăn (Chủ trì: Tỉnh đoàn; phối hợp: Sở Giáo dục và Đào tạo).
III. TỔ CHỨC THỰC HIỆN
Giao Sở Tài chính, Sở Nội vụ, UBND các huyện, thành phố theo chức năng, nhiệm vụ bố trí kinh phí và nhân lực thực hiện Kế hoạch.
"""

PARTY = """ĐẢNG BỘ HUYỆN KIM BẢNG
BAN THƯỜNG VỤ
*
Số 12-KH/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Kim Bảng, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
thực hiện Chỉ thị về văn hóa đọc

III. TỔ CHỨC THỰC HIỆN
1. Ban Tuyên giáo Huyện ủy chủ trì, phối hợp với Ban Tổ chức Huyện ủy hướng dẫn tuyên truyền.
2. Đảng đoàn Hội đồng nhân dân huyện lãnh đạo giám sát việc thực hiện.
3. Các chi bộ, đảng bộ trực thuộc xây dựng kế hoạch và tổ chức thực hiện.
4. Ban Thường vụ Huyện đoàn phát động đoàn viên tặng sách.
5. Mặt trận Tổ quốc và các đoàn thể huyện vận động Nhân dân đọc sách.
6. Giao Ban Chỉ đạo phát triển văn hóa huyện theo dõi, báo cáo Ban Thường vụ Huyện ủy trước ngày 20/12 hằng năm.
"""

COMMUNE = """ỦY BAN NHÂN DÂN
XÃ TÂN SƠN
Số: 7/KH-UBND
Tân Sơn, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Công tác thư viện năm 2024

IV. TỔ CHỨC THỰC HIỆN
1. Công chức Văn hóa - Xã hội
- Tham mưu UBND xã thực hiện Kế hoạch.
2. Công chức Tài chính - Kế toán: Tham mưu bố trí kinh phí.
3. Trưởng các thôn
- Thông báo giờ mở cửa thư viện trên loa truyền thanh.
4. Trường Tiểu học, Trường THCS xã phối hợp với Đoàn Thanh niên xã tổ chức thi kể chuyện.
5. Đề nghị UBMTTQ xã và các đoàn thể xã vận động hội viên tham gia.
6. Ban Chỉ đạo xã theo dõi, đôn đốc việc thực hiện.
"""

LETTER = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Số: 45/UBND-VX
V/v tổ chức ngày hội đọc sách
Hà Nam, ngày 05 tháng 3 năm 2024

Kính gửi:
- Sở Văn hóa và Thể thao;
- Sở Giáo dục và Đào tạo;
- UBND các huyện, thành phố.

Thực hiện Công văn số 9/BVHTTDL-TV ngày 02/01/2024, UBND tỉnh có ý kiến như sau:
1. Sở Văn hóa và Thể thao:
a) Chủ trì xây dựng chương trình ngày hội;
b) Phối hợp với Sở Giáo dục và Đào tạo huy động học sinh.
2. Sở Giáo dục và Đào tạo chỉ đạo các trường học tham gia.
3. UBND các huyện, thành phố căn cứ tình hình thực tế tổ chức tại địa phương; gửi kết quả về Sở Văn hóa và Thể thao trước ngày 30/4/2024.
"""

TABS = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Số: 5/KH-UBND
Hà Nam, ngày 01 tháng 02 năm 2024
KẾ HOẠCH
Công tác thư viện năm 2024

II. NHIỆM VỤ
TT\tNội dung\tChủ trì\tPhối hợp\tThời gian
1\tMở cửa thư viện buổi tối\tSở Văn hóa và Thể thao\tUBND các xã\tQuý II/2024
2\tTặng sách cho học sinh\tTỉnh đoàn\t\tTháng 9/2024
"""


@pytest.mark.parametrize(("text", "owners"), [
    pytest.param(DEPTS, [
        (["các sở, ban, ngành tỉnh"], []),
        (["UBND các huyện, thành phố"], []),
        (["UBND các huyện, thành phố"], ["Sở Văn hóa và Thể thao"]),
        (["Sở Tài chính"], []),
        (["Sở Tư pháp"], []),
    ], id="departments under Đối với"),
    pytest.param(BULLETS, [
        (["Sở Văn hóa và Thể thao"], ["Sở Tài chính", "Tỉnh đoàn"]),
        (["Sở Thông tin và Truyền thông"], []),
        (["Các sở, ban, ngành"], []),
        (["UBND các huyện, thành phố"], []),
        (["UBND các huyện, thành phố"], []),
        (["Hội Khuyến học tỉnh"], []),
    ], id="names before a colon"),
    pytest.param(ONELINE, [
        (["Sở Văn hóa và Thể thao"], ["Sở Tài chính"]),
        (["Sở Nội vụ"], ["Sở Văn hóa và Thể thao"]),
        (["Sở Văn hóa và Thể thao"], []),
        (["Tỉnh đoàn"], ["Sở Giáo dục và Đào tạo"]),
        (["Sở Tài chính", "Sở Nội vụ", "UBND các huyện, thành phố"], []),
    ], id="owners on the line and in brackets"),
    pytest.param(PARTY, [
        (["Ban Tuyên giáo Huyện ủy"], ["Ban Tổ chức Huyện ủy"]),
        (["Đảng đoàn Hội đồng nhân dân huyện"], []),
        (["Các chi bộ, đảng bộ trực thuộc"], []),
        (["Ban Thường vụ Huyện đoàn"], []),
        (["Mặt trận Tổ quốc", "các đoàn thể huyện"], []),
        (["Ban Chỉ đạo phát triển văn hóa huyện"], []),
    ], id="a Party plan"),
    pytest.param(COMMUNE, [
        (["Công chức Văn hóa - Xã hội"], []),
        (["Công chức Tài chính - Kế toán"], []),
        (["Trưởng các thôn"], []),
        (["Trường Tiểu học", "Trường THCS xã"], ["Đoàn Thanh niên xã"]),
        (["UBMTTQ xã", "các đoàn thể xã"], []),
        (["Ban Chỉ đạo xã"], []),
    ], id="posts of a commune"),
    pytest.param(LETTER, [
        (["Sở Văn hóa và Thể thao"], []),
        (["Sở Văn hóa và Thể thao"], ["Sở Giáo dục và Đào tạo"]),
        (["Sở Giáo dục và Đào tạo"], []),
        (["UBND các huyện, thành phố"], []),
    ], id="a letter to those it lists"),
    pytest.param(TABS, [
        (["Sở Văn hóa và Thể thao"], ["UBND các xã"]),
        (["Tỉnh đoàn"], []),
    ], id="a table pasted with tabs"),
])  # fmt: skip
def test_owners_are_found_however_they_are_printed(
    text: str, owners: list[tuple[list[str], list[str]]]
) -> None:
    assert [(list(t.lead), list(t.support)) for t in read(text).tasks] == owners


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        pytest.param("Sở Y tế yêu cầu các bệnh viện tư nhân niêm yết giá.", "Sở Y tế", id="an addressee urges"),
        pytest.param("UBND các huyện, thành phố yêu cầu UBND xã rà soát danh sách.", "UBND các huyện, thành phố", id="districts urge communes"),
        pytest.param("UBND tỉnh yêu cầu Sở Y tế rà soát danh sách.", "Sở Y tế", id="the issuer orders"),
        pytest.param("Sở Y tế đề nghị Công an tỉnh cung cấp số liệu.", "Công an tỉnh", id="an equal is asked"),
    ],
)  # fmt: skip
def test_who_is_only_urged_on_owns_nothing(item: str, lead: str) -> None:
    (task,) = read(f"KẾ HOẠCH\nI. NHIỆM VỤ\n1. {item}\n").tasks
    assert task.lead == (lead,)
