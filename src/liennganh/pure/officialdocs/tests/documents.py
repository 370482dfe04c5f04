"""Documents for the tests: a report with every element, and one of each other kind."""

import datetime as dt
import struct
import zlib

from liennganh.pure.officialdocs import (
    Align,
    Appendix,
    Bullet,
    Column,
    Enactment,
    Heading,
    Level,
    OfficialDocument,
    Paragraph,
    Picture,
    Run,
    Signature,
    Table,
    Urgency,
    bullet,
    paragraph,
)


def png(width: int = 320, height: int = 120) -> bytes:
    """A small grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\x00" + b"\xb0" * width for _ in range(height))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


_LONG = (
    "Ủy ban nhân dân tỉnh đã chỉ đạo các sở, ban, ngành, đoàn thể và Ủy ban nhân dân các xã, phường "
    "triển khai đồng bộ các hoạt động phòng ngừa, hỗ trợ người bán dâm hòa nhập cộng đồng, gắn với "
    "chương trình giảm nghèo, phòng, chống tội phạm mua bán người và phòng, chống HIV/AIDS tại địa "
    "phương; kịp thời hướng dẫn, kiểm tra và tháo gỡ khó khăn cho cơ sở."
)
_TARGETS = Table(
    columns=(
        Column("TT", Align.CENTRE, 12),
        Column("Chỉ tiêu"),
        Column("Đơn vị tính", Align.CENTRE, 24),
        Column("Kế hoạch", Align.RIGHT, 24),
        Column("Thực hiện", Align.RIGHT, 24),
    ),
    rows=(
        *(
            (str(i), f"Số xã, phường có hoạt động truyền thông thứ {i}", "xã, phường", "65", "61")
            for i in range(1, 31)
        ),
        ("", "Tổng cộng", "", "1.950", "1.830"),
    ),
    caption="Bảng 1. Kết quả thực hiện các chỉ tiêu năm 2026",
    bold_rows=frozenset({30}),
)
_WIDE = Table(
    columns=(
        Column("TT", Align.CENTRE, 12),
        Column("Xã, phường", Align.LEFT, 50),
        *(Column(f"Tháng {month}", Align.RIGHT) for month in range(1, 13)),
    ),
    rows=tuple(
        (str(i), f"Xã Hữu Liên số {i}", *(str(i * month) for month in range(1, 13)))
        for i in range(1, 41)
    ),
    size_pt=12,
)

REPORT = OfficialDocument(
    superior="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
    issuer="Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc",
    issuer_in_text="Ban Chỉ đạo 138 tỉnh Lạng Sơn",
    number="5",
    symbol="BC-BCĐ",
    place="Lạng Sơn",
    date=dt.date(2026, 1, 5),
    kind="Báo cáo",
    subject="Kết quả thực hiện Chương trình phòng, chống mại dâm năm 2025 và phương hướng, nhiệm vụ năm 2026",
    addressees=("Bộ Y tế", "Ủy ban nhân dân tỉnh Lạng Sơn"),
    legal_bases=(
        "Căn cứ Pháp lệnh Phòng, chống mại dâm",
        "Căn cứ Kế hoạch số 217/KH-UBND ngày 06 tháng 11 năm 2024 của Ủy ban nhân dân tỉnh Lạng Sơn",
    ),
    body=(
        paragraph(_LONG),
        Heading(Level.PART, 1, "Kết quả thực hiện năm 2025"),
        Heading(Level.ROMAN, 1, "Công tác lãnh đạo, chỉ đạo"),
        Heading(Level.ARABIC, 1, "Ban hành văn bản"),
        paragraph(_LONG),
        Heading(Level.LETTER, 1, text=_LONG),
        Heading(Level.LETTER, 5, text="Hỗ trợ người bán dâm tiếp cận dịch vụ y tế, pháp lý."),
        Paragraph((Run("Trong đó, ", italic=True), Run("61/65", bold=True), Run(" xã, phường."))),
        bullet("Tổ chức 120 buổi truyền thông với 6.500 lượt người tham dự;"),
        Bullet((Run("Trong đó 2.100 lượt là thanh niên."),), 2),
        _TARGETS,
        Heading(Level.ARABIC, 2, text="Khoản không có tiêu đề: " + _LONG),
        Picture(
            png(), 110, "Biểu đồ số buổi truyền thông theo quý", "Hình 1. Số buổi truyền thông"
        ),
        *(paragraph(_LONG) for _ in range(5)),
        Heading(Level.ROMAN, 2, "Phương hướng, nhiệm vụ năm 2026"),
        Heading(Level.ARTICLE, 1, "Phạm vi", "Áp dụng trên địa bàn tỉnh."),
        paragraph("Trên đây là báo cáo kết quả, Ban Chỉ đạo kính báo cáo."),
    ),
    signature=Signature("TM. BAN CHỈ ĐẠO", ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), "Nguyễn Thị Hòa"),
    recipients=(
        "Như trên",
        "Thường trực Tỉnh ủy, Hội đồng nhân dân tỉnh",
        "Các sở, ban, ngành, đoàn thể tỉnh",
        "Lưu: VT, SYT",
    ),
    drafter="NTH",
    copies=80,
    urgency=Urgency.URGENT,
    circulation="Lưu hành nội bộ",
    address=(
        "Số 1, đường Hùng Vương, phường Lương Văn Tri, tỉnh Lạng Sơn",
        "ĐT: 0205 3812 345; E-mail: bcd138@langson.gov.vn",
    ),
    appendices=(
        Appendix("Số liệu theo tháng", (_WIDE,), landscape=True),
        Appendix("Danh mục văn bản", (paragraph(_LONG), paragraph("Hết danh mục."))),
    ),
)

LETTER = OfficialDocument(
    superior="UBND TỈNH LẠNG SƠN",
    issuer="SỞ Y TẾ",
    number="123",
    symbol="SYT-PCTNXH",
    place="Lạng Sơn",
    date=dt.date(2026, 12, 15),
    subject="báo cáo kết quả công tác phòng, chống mại dâm năm 2026",
    addressees=("Ủy ban nhân dân các xã, phường.",),
    body=(paragraph(_LONG), paragraph("Đề nghị các đơn vị báo cáo trước ngày 20 tháng 12.")),
    signature=Signature(None, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần Văn Hòa"),
    recipients=("Như trên", "Lưu: VT, PCTNXH"),
)

DECISION = OfficialDocument(
    issuer="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
    symbol="QĐ-UBND",
    place="Lạng Sơn",
    year=2026,
    kind="QUYẾT ĐỊNH",
    subject="Về việc thành lập Đội kiểm tra liên ngành về phòng, chống mại dâm",
    enactment=Enactment("Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn", "QUYẾT ĐỊNH:"),
    legal_bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương",
        "Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 12/TTr-SYT ngày 03 tháng 3 năm 2026",
    ),
    body=(
        Heading(Level.ARTICLE, 1, text="Thành lập Đội kiểm tra liên ngành gồm:"),
        Heading(Level.ARABIC, 1, text="Đội trưởng: lãnh đạo Sở Y tế."),
        Heading(Level.LETTER, 1, text="Phó Đội trưởng: lãnh đạo Công an tỉnh."),
        Heading(Level.ARTICLE, 2, text="Quyết định này có hiệu lực kể từ ngày ký."),
    ),
    signature=Signature(None, ("CHỦ TỊCH",)),
    recipients=("Như Điều 2", "Lưu: VT, KGVX"),
)

MINUTES = OfficialDocument(
    superior="UBND TỈNH LẠNG SƠN",
    issuer="SỞ Y TẾ",
    symbol="BB-SYT",
    place=None,
    kind="BIÊN BẢN",
    subject="Họp giao ban công tác phòng, chống mại dâm quý I năm 2026",
    body=(
        paragraph("Thời gian bắt đầu: 08 giờ 00 ngày 02 tháng 4 năm 2026"),
        paragraph("Cuộc họp kết thúc vào 11 giờ 30, ngày 02 tháng 4 năm 2026"),
    ),
    signature=Signature(None, ("CHỦ TỌA",), "Trần Văn Hòa"),
    co_signature=Signature(None, ("THƯ KÝ",), "Lê Thị Mai"),
    recipients=("Thành phần dự họp", "Lưu: VT, Hồ sơ"),
)
