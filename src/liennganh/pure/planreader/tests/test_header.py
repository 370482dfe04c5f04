"""Heads of every form: who issues, number, date, title, years, whatever the page has done to them."""

import pytest

from liennganh.pure.planreader import read

BODY = """
Thực hiện Quyết định số 45/QĐ-TTg ngày 12/01/2022 của Thủ tướng Chính phủ phê duyệt Chương trình đọc sách giai đoạn 2022 - 2026, đơn vị xây dựng kế hoạch như sau:

I. MỤC TIÊU
- Phấn đấu ít nhất 80% thư viện xã có phòng đọc.

II. NHIỆM VỤ
1. Sở Văn hóa và Thể thao chủ trì, phối hợp với Sở Y tế tổ chức ngày hội đọc sách.
2. Sở Tài chính bố trí kinh phí.

Nơi nhận:
- Như trên;
"""
Expected = tuple[str, str | None, str, str, str, tuple[int, int] | None]
# Text of the head; kind, number, issuer, date, title, years.
HEADS = [
    pytest.param(
        """UBND TỈNH HÀ NAM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ                    Độc lập - Tự do - Hạnh phúc
Số: 125/KH-SYT             Hà Nam, ngày 05 tháng 3 năm 2023

KẾ HOẠCH
Phát triển văn hóa đọc năm 2023
""",
        (
            "Kế hoạch",
            "125/KH-SYT",
            "Sở Y tế tỉnh Hà Nam",
            "2023-03-05",
            "Phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="an office under its committee",
    ),
    pytest.param(
        """| ỦY BAN NHÂN DÂN TỈNH HÀ NAM | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |
|---|---|
| Số: 12/KH-UBND | Hà Nam, ngày 5 tháng 3 năm 2023 |

**KẾ HOẠCH**
**Phát triển văn hóa đọc giai đoạn 2023 - 2025**
""",
        (
            "Kế hoạch",
            "12/KH-UBND",
            "Ủy ban nhân dân tỉnh Hà Nam",
            "2023-03-05",
            "Phát triển văn hóa đọc giai đoạn 2023 - 2025",
            (2023, 2025),
        ),
        id="a head as a row of a table",
    ),
    pytest.param(
        """| **UBND HUYỆN CAO LỘC**<br>**PHÒNG VĂN HÓA VÀ THÔNG TIN** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
|---|---|
| Số: 12/KH-VHTT | *Cao Lộc, ngày 5 tháng 3 năm 2023* |

KẾ HOẠCH PHÁT TRIỂN VĂN HÓA ĐỌC NĂM 2023
""",
        (
            "Kế hoạch",
            "12/KH-VHTT",
            "Phòng Văn hóa và Thông tin huyện Cao Lộc",
            "2023-03-05",
            "PHÁT TRIỂN VĂN HÓA ĐỌC NĂM 2023",
            (2023, 2023),
        ),
        id="lines of a cell kept as breaks",
    ),
    pytest.param(
        """| ỦY BAN NHÂN DÂN XÃ TÂN HÒA Số: 07/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Tân Hòa, ngày 9 tháng 01 năm 2024 |

KẾ HOẠCH
Phát triển văn hóa đọc năm 2024 trên địa bàn xã
""",
        (
            "Kế hoạch",
            "07/KH-UBND",
            "Ủy ban nhân dân xã Tân Hòa",
            "2024-01-09",
            "Phát triển văn hóa đọc năm 2024 trên địa bàn xã",
            (2024, 2024),
        ),
        id="all lines of a column in one cell",
    ),
    pytest.param(
        """ỦY BAN NHÂN DÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH QUẢNG NAM
Độc lập - Tự do - Hạnh phúc
Số: 3021/KH-UBND
Quảng Nam, ngày 16 tháng 5 năm 2022

KẾ HOẠCH
Triển khai Chương trình đọc sách
giai đoạn 2022 - 2026 trên địa bàn tỉnh Quảng Nam
""",
        (
            "Kế hoạch",
            "3021/KH-UBND",
            "Ủy ban nhân dân tỉnh Quảng Nam",
            "2022-05-16",
            "Triển khai Chương trình đọc sách giai đoạn 2022 - 2026 trên địa bàn tỉnh Quảng Nam",
            (2022, 2026),
        ),
        id="two columns line by line",
    ),
    pytest.param(
        """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH QUẢNG NAM Độc lập - Tự do - Hạnh phúc
Số: 3021/KH-UBND Quảng Nam, ngày 16 tháng 5 năm 2022
KẾ HOẠCH
Triển khai Chương trình đọc sách
giai đoạn 2022 - 2026 trên địa bàn tỉnh Quảng Nam
""",
        (
            "Kế hoạch",
            "3021/KH-UBND",
            "Ủy ban nhân dân tỉnh Quảng Nam",
            "2022-05-16",
            "Triển khai Chương trình đọc sách giai đoạn 2022 - 2026 trên địa bàn tỉnh Quảng Nam",
            (2022, 2026),
        ),
        id="two columns on one line",
    ),
    pytest.param(
        """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số:      /KH-UBND
Hà Nam, ngày    tháng 02 năm 2023

KẾ HOẠCH
Phát triển văn hóa đọc
trên địa bàn tỉnh năm 2023
""",
        (
            "Kế hoạch",
            None,
            "Ủy ban nhân dân tỉnh Hà Nam",
            "2023-02",
            "Phát triển văn hóa đọc trên địa bàn tỉnh năm 2023",
            (2023, 2023),
        ),
        id="a number not yet given",
    ),
    pytest.param(
        """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ....../KH-UBND
Hà Nam, ngày ... tháng ... năm 2023

KẾ HOẠCH
Phát triển văn hóa đọc năm 2023
""",
        (
            "Kế hoạch",
            None,
            "Ủy ban nhân dân tỉnh Hà Nam",
            "2023",
            "Phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="dots for what is not yet known",
    ),
    pytest.param(
        """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12 /KH- UBND - VX
Hà Nam, ngày 07  tháng  3  năm 2023

KẾ HOẠCH
Phát triển văn hóa đọc năm 2023
""",
        (
            "Kế hoạch",
            "12/KH-UBND-VX",
            "Ủy ban nhân dân tỉnh Hà Nam",
            "2023-03-07",
            "Phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="spaces inside the number",
    ),
    pytest.param(
        """UBND TỈNH HÀ NAM
BAN CHỈ ĐẠO 138
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 123/KH-BCĐ138
Hà Nam, ngày 07 tháng 3 năm 2023
KẾ HOẠCH
Phát triển văn hóa đọc năm 2023
""",
        (
            "Kế hoạch",
            "123/KH-BCĐ138",
            "Ban Chỉ đạo 138 tỉnh Hà Nam",
            "2023-03-07",
            "Phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="a steering committee",
    ),
    pytest.param(
        """TỈNH ỦY HÀ NAM            ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 12-KH/TU               Hà Nam, ngày 07 tháng 3 năm 2023

KẾ HOẠCH
thực hiện Nghị quyết số 29-NQ/TW ngày 17/11/2022 của Ban Chấp hành Trung ương
-----
""",
        (
            "Kế hoạch",
            "12-KH/TU",
            "Tỉnh ủy Hà Nam",
            "2023-03-07",
            "thực hiện Nghị quyết số 29-NQ/TW ngày 17/11/2022 của Ban Chấp hành Trung ương",
            None,
        ),
        id="a party committee",
    ),
    pytest.param(
        """TỈNH ỦY HÀ NAM
BAN TUYÊN GIÁO
*
Số: 45-CTr/BTGTU
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nam, ngày 07 tháng 3 năm 2023
CHƯƠNG TRÌNH HÀNH ĐỘNG
phát triển văn hóa đọc năm 2023
""",
        (
            "Chương trình",
            "45-CTr/BTGTU",
            "Ban Tuyên giáo Tỉnh ủy Hà Nam",
            "2023-03-07",
            "phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="a board of a party committee",
    ),
    pytest.param(
        """MẶT TRẬN TỔ QUỐC VIỆT NAM
ỦY BAN MTTQ VIỆT NAM TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/KH-MTTQ-BTT
Hà Nam, ngày 07 tháng 3 năm 2023
KẾ HOẠCH
phát triển văn hóa đọc năm 2023
""",
        (
            "Kế hoạch",
            "45/KH-MTTQ-BTT",
            "Ủy ban MTTQ Việt Nam tỉnh Hà Nam",
            "2023-03-07",
            "phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="the Front",
    ),
    pytest.param(
        """HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
BAN CHẤP HÀNH TỈNH HÀ NAM
Số: 45/KH-BTV
Hà Nam, ngày 07 tháng 3 năm 2023
KẾ HOẠCH
phát triển văn hóa đọc năm 2023
""",
        (
            "Kế hoạch",
            "45/KH-BTV",
            "Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Hà Nam",
            "2023-03-07",
            "phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="the board of an association",
    ),
    pytest.param(
        """ĐOÀN TNCS HỒ CHÍ MINH
BAN CHẤP HÀNH TỈNH HÀ NAM
***
Số: 45-KH/TĐTN-PT
Hà Nam, ngày 07 tháng 3 năm 2023
KẾ HOẠCH
phát triển văn hóa đọc năm 2023
""",
        (
            "Kế hoạch",
            "45-KH/TĐTN-PT",
            "Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Hà Nam",
            "2023-03-07",
            "phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="the Youth Union",
    ),
    pytest.param(
        """BỘ Y TẾ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1234/QĐ-BYT
Hà Nội, ngày 07 tháng 3 năm 2023
QUYẾT ĐỊNH
VỀ VIỆC BAN HÀNH KẾ HOẠCH PHÁT TRIỂN VĂN HÓA ĐỌC
GIAI ĐOẠN 2023 - 2025
BỘ TRƯỞNG BỘ Y TẾ
Căn cứ Nghị định số 95/2022/NĐ-CP ngày 15 tháng 11 năm 2022 của Chính phủ quy định chức năng;
Theo đề nghị của Vụ trưởng Vụ Pháp chế.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
""",
        (
            "Quyết định",
            "1234/QĐ-BYT",
            "Bộ Y tế",
            "2023-03-07",
            "VỀ VIỆC BAN HÀNH KẾ HOẠCH PHÁT TRIỂN VĂN HÓA ĐỌC GIAI ĐOẠN 2023 - 2025",
            (2023, 2025),
        ),
        id="a decision of a ministry",
    ),
    pytest.param(
        """
Số: 88/KH-UBND
Bình Lục, ngày 07 tháng 3 năm 2023
KẾ HOẠCH
Phát triển văn hóa đọc năm 2023
""",
        (
            "Kế hoạch",
            "88/KH-UBND",
            "Ủy ban nhân dân Bình Lục",
            "2023-03-07",
            "Phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="a head that has lost its issuer",
    ),
    pytest.param(
        """ỦY BAN NHÂN DÂN       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÀ NAM           Độc lập - Tự do - Hạnh phúc

Số: 512/UBND-KGVX     Hà Nam, ngày 07 tháng 3 năm 2023
V/v tăng cường phát triển
văn hóa đọc năm 2023

Kính gửi:
- Các sở, ban, ngành;
- UBND các huyện, thành phố.
""",
        (
            "Công văn",
            "512/UBND-KGVX",
            "Ủy ban nhân dân tỉnh Hà Nam",
            "2023-03-07",
            "tăng cường phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="a letter in two columns",
    ),
    pytest.param(
        """UBND TỈNH HÀ NAM
SỞ VĂN HÓA VÀ THỂ THAO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 512/SVHTT-QLVH
V/v tăng cường phát triển Hà Nam, ngày 07 tháng 3 năm 2023
văn hóa đọc năm 2023
Kính gửi: Phòng Văn hóa và Thông tin các huyện, thành phố
""",
        (
            "Công văn",
            "512/SVHTT-QLVH",
            "Sở Văn hóa và Thể thao tỉnh Hà Nam",
            "2023-03-07",
            "tăng cường phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="a dateline inside the subject",
    ),
    pytest.param(
        """| UBND TỈNH HÀ NAM SỞ VĂN HÓA VÀ THỂ THAO ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- |
| Số: 512/SVHTT-QLVH V/v tăng cường phát triển văn hóa đọc năm 2023 | Hà Nam, ngày 07 tháng 3 năm 2023 |

| Kính gửi: | - Phòng Văn hóa và Thông tin các huyện; - Các trường trung học phổ thông. |
""",
        (
            "Công văn",
            "512/SVHTT-QLVH",
            "Sở Văn hóa và Thể thao tỉnh Hà Nam",
            "2023-03-07",
            "tăng cường phát triển văn hóa đọc năm 2023",
            (2023, 2023),
        ),
        id="a letter as a table",
    ),
    pytest.param(
        """CHỦ TỊCH ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 08/CT-UBND
Hà Nam, ngày 07 tháng 3 năm 2023
CHỈ THỊ
Về việc tăng cường phát triển văn hóa đọc
trên địa bàn tỉnh năm 2023
""",
        (
            "Chỉ thị",
            "08/CT-UBND",
            "Chủ tịch Ủy ban nhân dân tỉnh Hà Nam",
            "2023-03-07",
            "Về việc tăng cường phát triển văn hóa đọc trên địa bàn tỉnh năm 2023",
            (2023, 2023),
        ),
        id="a directive",
    ),
    pytest.param(
        """KẾ HOẠCH
Phát triển văn hóa đọc năm 2021
(Ban hành kèm theo Quyết định số 512/QĐ-UBND ngày 05/3/2021 của Ủy ban nhân dân tỉnh Hà Nam)
""",
        (
            "Kế hoạch",
            "512/QĐ-UBND",
            "Ủy ban nhân dân tỉnh Hà Nam",
            "2021-03-05",
            "Phát triển văn hóa đọc năm 2021",
            (2021, 2021),
        ),
        id="a plan that names only the decision it belongs to",
    ),
    pytest.param(
        """Trang chủ > Văn bản > Kế hoạch
Đăng nhập | Đăng ký
Kế hoạch 512/KH-UBND năm 2021 phát triển văn hóa đọc do tỉnh Hà Nam ban hành
Thuộc tính | Nội dung | Tải về
ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 512/KH-UBND
Hà Nam, ngày 05 tháng 3 năm 2021
KẾ HOẠCH
PHÁT TRIỂN VĂN HÓA ĐỌC NĂM 2021
""",
        (
            "Kế hoạch",
            "512/KH-UBND",
            "Ủy ban nhân dân tỉnh Hà Nam",
            "2021-03-05",
            "PHÁT TRIỂN VĂN HÓA ĐỌC NĂM 2021",
            (2021, 2021),
        ),
        id="a page of a legal portal",
    ),
    pytest.param(
        """UBND XÃ TÂN HÒA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Tân Hòa, ngày 05/3/2021
KẾ HOẠCH
Phát triển văn hóa đọc năm 2021
""",
        (
            "Kế hoạch",
            "12/KH-UBND",
            "Ủy ban nhân dân xã Tân Hòa",
            "2021-03-05",
            "Phát triển văn hóa đọc năm 2021",
            (2021, 2021),
        ),
        id="a day in figures",
    ),
    pytest.param(
        """UBND XÃ TÂN HÒA
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Hòa, ngày 05 tháng 3 năm 2021

KẾ HOẠCH THỰC HIỆN CHƯƠNG TRÌNH ĐỌC SÁCH
VÀ HỌC TẬP SUỐT ĐỜI TRONG CÁC THƯ VIỆN,
BẢO TÀNG NĂM 2021
""",
        (
            "Kế hoạch",
            "12/KH-UBND",
            "Ủy ban nhân dân xã Tân Hòa",
            "2021-03-05",
            "THỰC HIỆN CHƯƠNG TRÌNH ĐỌC SÁCH VÀ HỌC TẬP SUỐT ĐỜI TRONG CÁC THƯ VIỆN, BẢO TÀNG NĂM 2021",
            (2021, 2021),
        ),
        id="a title that begins on the line of its kind",
    ),
    pytest.param(
        """ỦY BAN NHÂN DÂN
HUYỆN CAO LỘC
PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-PGDĐT
Cao Lộc, ngày 05 tháng 3 năm 2021

KẾ HOẠCH
Phát triển văn hóa đọc năm học 2021 - 2022
""",
        (
            "Kế hoạch",
            "12/KH-PGDĐT",
            "Phòng Giáo dục và Đào tạo huyện Cao Lộc",
            "2021-03-05",
            "Phát triển văn hóa đọc năm học 2021 - 2022",
            (2021, 2022),
        ),
        id="a head of three lines",
    ),
    pytest.param(
        """THỦ TƯỚNG CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 1629/QĐ-TTg
Hà Nội, ngày 28 tháng 9 năm 2021
QUYẾT ĐỊNH
PHÊ DUYỆT CHƯƠNG TRÌNH ĐỌC SÁCH GIAI ĐOẠN 2021 - 2025
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;
Căn cứ Luật Xuất bản năm 2012;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Chương trình đọc sách với các nội dung chính sau:
""",
        (
            "Quyết định",
            "1629/QĐ-TTg",
            "Thủ tướng Chính phủ",
            "2021-09-28",
            "PHÊ DUYỆT CHƯƠNG TRÌNH ĐỌC SÁCH GIAI ĐOẠN 2021 - 2025",
            (2021, 2025),
        ),
        id="a decision of the Prime Minister",
    ),
    pytest.param(
        """CÔNG AN TỈNH HÀ NAM
CÔNG AN HUYỆN BÌNH LỤC
Số: 12/KH-CABL
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Lục, ngày 05 tháng 3 năm 2021
KẾ HOẠCH
Phát triển văn hóa đọc năm 2021
""",
        (
            "Kế hoạch",
            "12/KH-CABL",
            "Công an huyện Bình Lục",
            "2021-03-05",
            "Phát triển văn hóa đọc năm 2021",
            (2021, 2021),
        ),
        id="a lower police force under a higher",
    ),
    pytest.param(
        """THÀNH ỦY HÀ NỘI
BAN CHỈ ĐẠO CHƯƠNG TRÌNH SỐ 06-CTr/TU
*
Số 15-KH/BCĐCTr06
Hà Nội, ngày 05 tháng 3 năm 2021
KẾ HOẠCH
Phát triển văn hóa đọc năm 2021
""",
        (
            "Kế hoạch",
            "15-KH/BCĐCTr06",
            "Ban Chỉ đạo Chương trình số 06-CTr/TU Thành ủy Hà Nội",
            "2021-03-05",
            "Phát triển văn hóa đọc năm 2021",
            (2021, 2021),
        ),
        id="a number inside the issuer's name",
    ),
    pytest.param(
        """HỘI ĐỒNG NHÂN DÂN
TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/2021/NQ-HĐND
Hà Nam, ngày 05 tháng 3 năm 2021
NGHỊ QUYẾT
Quy định chính sách phát triển văn hóa đọc giai đoạn 2021 - 2025
HỘI ĐỒNG NHÂN DÂN TỈNH HÀ NAM
KHÓA XVI KỲ HỌP THỨ 5
""",
        (
            "Nghị quyết",
            "15/2021/NQ-HĐND",
            "Hội đồng nhân dân tỉnh Hà Nam",
            "2021-03-05",
            "Quy định chính sách phát triển văn hóa đọc giai đoạn 2021 - 2025",
            (2021, 2025),
        ),
        id="a resolution",
    ),
    pytest.param(
        """# KẾ HOẠCH

## Phát triển văn hóa đọc năm 2023 trên địa bàn thành phố Đà Lạt

*(Kèm theo Quyết định số 77/QĐ-UBND ngày 05 tháng 3 năm 2023 của UBND thành phố Đà Lạt)*
""",
        (
            "Kế hoạch",
            "77/QĐ-UBND",
            "Ủy ban nhân dân thành phố Đà Lạt",
            "2023-03-05",
            "Phát triển văn hóa đọc năm 2023 trên địa bàn thành phố Đà Lạt",
            (2023, 2023),
        ),
        id="Markdown headings",
    ),
]


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_the_head_is_read(head: str, expected: Expected) -> None:
    found = read(head + BODY).document
    assert (
        found.type,
        found.number,
        found.issuer,
        found.date,
        found.title,
        found.period,
    ) == expected


DECISION = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 90/QĐ-UBND
Hà Nam, ngày 4 tháng 5 năm 2022

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch đọc sách

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Căn cứ Luật Thư viện ngày 21/11/2019;

QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch đọc sách.
Điều 2. Quyết định này có hiệu lực từ ngày ký./.

Nơi nhận:
- Như Điều 2.

KẾ HOẠCH
Đưa sách về thôn, bản
giai đoạn 2022 - 2025
(Ban hành kèm theo Quyết định số 90/QĐ-UBND ngày 04/5/2022 của UBND tỉnh)

I. NHIỆM VỤ
1. Sở Văn hóa và Thể thao chủ trì mở tủ sách.
"""


def test_a_decision_keeps_its_own_title_and_that_of_the_plan_it_attaches() -> None:
    head = read(DECISION).document
    assert (head.type, head.title) == ("Quyết định", "Về việc ban hành Kế hoạch đọc sách")
    assert head.attached == "Đưa sách về thôn, bản giai đoạn 2022 - 2025"
    assert head.period == (2022, 2025), (
        "the years of the attached plan, where the decision has none"
    )


def test_spans_of_the_head_hold_what_was_read() -> None:
    reading = read(DECISION)
    spans = reading.document.spans
    assert {name: " ".join(reading.text[s.start : s.end].split()) for name, s in spans.items()} == {
        "number": "90/QĐ-UBND",
        "date": "ngày 4 tháng 5 năm 2022",
        "issuer": "ỦY BAN NHÂN DÂN TỈNH HÀ NAM",
        "title": "Về việc ban hành Kế hoạch đọc sách",
        "attached": "Đưa sách về thôn, bản giai đoạn 2022 - 2025",
    }


@pytest.mark.parametrize(
    "opening",
    [
        "Căn cứ Luật Thư viện ngày 21/11/2019;",
        "Thực hiện Kế hoạch số 3/KH-UBND ngày 02/01/2023 của UBND tỉnh, Sở Y tế xây dựng kế hoạch như sau:",
        "Sở Y tế ban hành kế hoạch với các nội dung sau:",
    ],
)
def test_an_opening_paragraph_is_no_title(opening: str) -> None:
    text = (
        f"Số: 5/KH-SYT\nHà Nam, ngày 9 tháng 3 năm 2023\n\nKẾ HOẠCH\n\n{opening}\n\nI. NHIỆM VỤ\n"
    )
    assert read(text).document.title is None


def test_a_title_that_cites_what_it_carries_out_is_a_title() -> None:
    text = "Số: 5/KH-SYT\nHà Nam, ngày 9 tháng 3 năm 2023\n\nKẾ HOẠCH\nThực hiện Nghị quyết số 28/NQ-CP ngày 09/3/2021 của Chính phủ\n\nCăn cứ Luật Thư viện;\n"
    head = read(text).document
    assert head.title == "Thực hiện Nghị quyết số 28/NQ-CP ngày 09/3/2021 của Chính phủ"


@pytest.mark.parametrize(
    ("title", "opening", "period"),
    [
        pytest.param("Phát triển thư viện đến năm 2025, định hướng đến năm 2030", "", (2022, 2030), id="with an outlook"),
        pytest.param("Phát triển thư viện", "Thực hiện Kế hoạch số 3/KH-UBND ngày 02/01/2020 của UBND tỉnh, Sở Y tế xây dựng Kế hoạch phát triển thư viện đến hết năm 2024 như sau:", (2022, 2024), id="in the sentence that issues it"),
        pytest.param("Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2021 của Bộ Chính trị", "", (2022, 2026), id="not the day of what it cites, but the farthest goal"),
    ],
)  # fmt: skip
def test_the_years_are_those_of_the_plan(title: str, opening: str, period: tuple[int, int]) -> None:
    text = f"Số: 5/KH-SYT\nHà Nam, ngày 9 tháng 3 năm 2022\n\nKẾ HOẠCH\n{title}\n\n{opening}\n\nI. NHIỆM VỤ\n- Mở thêm thư viện; đến năm 2026 có 5 thư viện.\n"
    assert read(text).document.period == period


def test_an_annex_that_stands_alone_speaks_for_what_it_was_issued_with() -> None:
    text = "PHỤ LỤC II\nDANH MỤC NHIỆM VỤ ĐỌC SÁCH\n(Kèm theo Nghị quyết số    /NQ-CP ngày 09 tháng 01 năm 2025 của Chính phủ)\n\n1. Bộ Y tế chủ trì mở thư viện.\n"
    head = read(text).document
    assert (head.type, head.number, head.issuer, head.date) == (
        "Nghị quyết",
        None,
        "Chính phủ",
        "2025-01-09",
    )
