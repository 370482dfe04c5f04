"""What is taken for a plan, and what is not, whatever words it uses."""

import pytest

from liennganh.pure.planreader import looks_like_plan, read

HEAD = """UBND TỈNH HÀ NAM
SỞ Y TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/{mark}
Hà Nam, ngày 5 tháng 3 năm 2024

{title}
"""
WORK = """
Căn cứ Kế hoạch số 5/KH-UBND ngày 02/01/2024 của UBND tỉnh;

I. MỤC TIÊU
- Phấn đấu ít nhất 80% trạm y tế xã có tủ sách.

II. NHIỆM VỤ, GIẢI PHÁP
1. Phòng Nghiệp vụ Y chủ trì, phối hợp với Văn phòng Sở mở lớp tập huấn.
2. Trung tâm Kiểm soát bệnh tật tỉnh tổ chức truyền thông.
3. Đề nghị UBND các huyện, thành phố bố trí kinh phí.
"""


@pytest.mark.parametrize(
    ("mark", "title"),
    [
        ("KH-SYT", "KẾ HOẠCH\nĐưa sách về trạm y tế năm 2024"),
        ("CTr-SYT", "CHƯƠNG TRÌNH\nĐưa sách về trạm y tế năm 2024"),
        ("CT-UBND", "CHỈ THỊ\nVề việc đưa sách về trạm y tế"),
        ("QĐ-UBND", "QUYẾT ĐỊNH\nBan hành Kế hoạch đưa sách về trạm y tế"),
        ("NQ-HĐND", "NGHỊ QUYẾT\nVề đưa sách về trạm y tế"),
        ("SYT-NVY", "V/v triển khai đưa sách về trạm y tế\n\nKính gửi: Các đơn vị trực thuộc"),
    ],
)
def test_every_kind_of_plan_is_one(mark: str, title: str) -> None:
    assert looks_like_plan(read(HEAD.format(mark=mark, title=title) + WORK))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Giá vàng tăng mạnh trong phiên sáng nay\n\n12/05/2024\n\nGiá vàng miếng sáng nay tăng 500.000 đồng mỗi lượng. Các chuyên gia dự báo giá còn tăng trong tháng tới. Ngân hàng Nhà nước cho biết sẽ bán can thiệp.\n\nTheo ông Nam, người dân không nên mua đuổi.\n", id="news of prices"),
        pytest.param("Công an tỉnh bắt nhóm trộm xe máy\n\nNgày 10/5, Công an tỉnh phối hợp với Công an huyện bắt giữ 5 đối tượng. Cơ quan điều tra đang làm rõ vụ việc. Viện kiểm sát nhân dân tỉnh đã phê chuẩn.\n", id="news of the police"),
        pytest.param("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHỢP ĐỒNG THUÊ NHÀ\nSố: 12/HĐ-TN\n\nHôm nay, ngày 5 tháng 3 năm 2024, chúng tôi gồm:\nBên A: Ông Nguyễn Văn A\nBên B: Bà Trần Thị B\nĐiều 1. Bên A cho bên B thuê nhà.\nĐiều 2. Giá thuê 5.000.000 đồng/tháng.\n", id="a lease"),
        pytest.param("QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLuật số: 46/2019/QH14\n\nLUẬT THƯ VIỆN\n\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật Thư viện.\n\nĐiều 1. Phạm vi điều chỉnh\nLuật này quy định về thư viện.\nĐiều 2. Trách nhiệm\n1. Bộ Văn hóa, Thể thao và Du lịch chủ trì.\n2. Ủy ban nhân dân tỉnh tổ chức thực hiện.\n", id="a law with its number"),
        pytest.param("CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 30/2020/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2020\n\nNGHỊ ĐỊNH\nVề công tác văn thư\n\nCăn cứ Luật Tổ chức Chính phủ;\n\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nNghị định này quy định về công tác văn thư.\nĐiều 2. Trách nhiệm\n1. Bộ Nội vụ chủ trì, phối hợp hướng dẫn.\n2. Bộ Tài chính bảo đảm kinh phí.\n3. Ủy ban nhân dân các tỉnh tổ chức thực hiện.\n", id="a decree"),
        pytest.param("UBND XÃ TÂN HÒA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/GM-UBND\nTân Hòa, ngày 5 tháng 3 năm 2024\n\nGIẤY MỜI\nDự hội nghị tổng kết\n\nKính gửi: Các ban, ngành\nUBND xã kính mời dự hội nghị triển khai kế hoạch năm 2024.\nThời gian: 8 giờ.\nĐịa điểm: Hội trường.\n", id="an invitation"),
        pytest.param("DANH SÁCH HỌC SINH LỚP 5A\n\n1. Nguyễn Văn An\n2. Trần Thị Bình\n3. Lê Văn Cường\n4. Phạm Thị Dung\n", id="a list of names"),
        pytest.param("- 2 kg gạo\n- 1 chai nước mắm\n- Rau muống\n- Phối hợp mua thịt\n", id="a shopping list"),
        pytest.param("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nBIÊN BẢN\nHọp giao ban tuần\n\nThành phần: Ông A, Bà B.\nNội dung:\n1. Ông A báo cáo tình hình.\n2. Bà B đề nghị Sở Y tế phối hợp.\nCuộc họp kết thúc lúc 10 giờ.\n", id="minutes"),
        pytest.param("UBND TỈNH HÀ NAM\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/QĐ-SYT\nHà Nam, ngày 5 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nVề việc bổ nhiệm Trưởng phòng Tổ chức cán bộ\n\nGIÁM ĐỐC SỞ Y TẾ\nCăn cứ Luật Cán bộ, công chức;\n\nQUYẾT ĐỊNH:\nĐiều 1. Bổ nhiệm ông Nguyễn Văn A giữ chức Trưởng phòng.\nĐiều 2. Ông A được hưởng phụ cấp 0,7.\nĐiều 3. Chánh Văn phòng, Trưởng phòng Tổ chức cán bộ chịu trách nhiệm thi hành Quyết định này./.\n", id="an appointment"),
        pytest.param("BỘ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 20/2025/TT-BYT\nHà Nội, ngày 5 tháng 3 năm 2025\n\nTHÔNG TƯ\nHướng dẫn chức năng, nhiệm vụ\n\nĐiều 1. Nhiệm vụ\n1. Sở Y tế chủ trì, phối hợp.\n2. Phòng Y tế tổ chức thực hiện nhiệm vụ.\n3. Trạm Y tế thực hiện.\n", id="a circular"),
        pytest.param("", id="nothing"),
        pytest.param("The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog. ", id="another language"),
        pytest.param("SỞ Y TẾ\nSố: 5/SYT-VP\nHà Nam, ngày 5 tháng 3 năm 2024\nV/v trả lời đơn của công dân\nKính gửi: Ông Nguyễn Văn A\nSở Y tế nhận được đơn của ông. Sở Y tế trả lời như sau: nội dung đơn không thuộc thẩm quyền. Trân trọng.\n", id="a letter that answers a citizen"),
    ],
)  # fmt: skip
def test_other_texts_are_no_plans(text: str) -> None:
    verdict = looks_like_plan(read(text))
    assert not verdict.is_plan
    assert verdict.reasons, "it says what is missing"
