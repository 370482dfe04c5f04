"""A plan of our own of twenty pages for the cast's province, as long and as mixed as real ones."""

from itertools import cycle

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH HƯƠNG GIANG
Số: 88/KH-UBND

Hương Giang, ngày 20 tháng 01 năm 2026

KẾ HOẠCH
Phòng, chống mại dâm và hỗ trợ hòa nhập cộng đồng giai đoạn 2026 - 2030 trên địa bàn tỉnh Hương Giang

Căn cứ Nghị định số 178/2004/NĐ-CP ngày 15/10/2004 của Chính phủ;

Ủy ban nhân dân tỉnh xây dựng Kế hoạch như sau:

I. TÌNH HÌNH

"""
_VIEWS = (
    (
        "Phòng ngừa là chính; việc gì làm được ở tổ dân phố thì không đẩy lên xã, việc gì "
        "làm được ở xã thì không đẩy lên tỉnh. Người dân được nghe, được hỏi và được trả lời "
        "bằng lời lẽ dễ hiểu."
    ),
    (
        "Người cần giúp được giúp trước khi bị hỏi về lỗi của mình; hồ sơ của họ được giữ "
        "kín, chỉ người trực tiếp giúp mới được mở, và mỗi lần mở đều có ghi lại."
    ),
    (
        "Số liệu chỉ thu một lần, ở nơi việc xảy ra; nơi khác cần thì dùng lại, không bắt "
        "làm báo cáo thêm. Con số chưa có thì ghi là chưa có, không ước cho đẹp."
    ),
    (
        "Các ngành làm chung một lịch, chung một danh sách việc; ai chủ trì thì nêu tên, ai "
        "phối hợp thì nêu phần việc, không ghi chung chung cho đủ."
    ),
)
_PARTS = (
    ("Truyền thông", "xã, phường, đặc khu", "duy trì buổi nói chuyện chuyên đề tại nhà văn hóa"),
    ("Phòng ngừa trong trường học", "trường trung học", "đưa kỹ năng tự bảo vệ vào giờ sinh hoạt"),
    ("Quản lý cơ sở kinh doanh", "cơ sở lưu trú", "ký cam kết không để xảy ra vi phạm"),
    ("Hỗ trợ hòa nhập", "người có nhu cầu và đủ điều kiện", "được tư vấn và giới thiệu dịch vụ"),
    ("Đào tạo cán bộ", "cán bộ làm công tác xã hội cấp xã", "được tập huấn kỹ năng lắng nghe"),
    ("Dữ liệu và báo cáo", "cơ quan được giao việc", "gửi số liệu đúng hạn trên hệ thống"),
)
_ADDED = ("vùng ven sông", "khu nhà trọ", "địa bàn giáp ranh", "khu công nghiệp")
_GENERAL = (
    "Xây dựng tài liệu hướng dẫn ngắn gọn về {part}, dùng được cả trên giấy và trên điện thoại.",
    "Rà soát, thay thế những biểu mẫu cũ về {part} đã trùng lặp hoặc không còn dùng đến.",
)
_BODIES = (
    "Sở Y tế", "Công an tỉnh", "Sở Giáo dục và Đào tạo", "Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp",
    "Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ", "Thanh tra tỉnh",
    "Hội Liên hiệp Phụ nữ tỉnh", "Ủy ban nhân dân các xã, phường, đặc khu",
)  # fmt: skip
_DEEDS = (
    (
        "Hướng dẫn các đơn vị trực thuộc thực hiện phần việc được giao; phân công một người "
        "làm đầu mối và công khai số điện thoại của người đó để cơ quan khác liên hệ khi "
        "cần."
    ),
    (
        "Phối hợp với {other} tổ chức kiểm tra việc thực hiện tại cơ sở; kết quả mỗi lần "
        "kiểm tra được lập thành văn bản, nêu rõ việc đã làm, việc còn vướng và người chịu "
        "trách nhiệm khắc phục."
    ),
    (
        "Chủ trì, phối hợp với {other} tổ chức tập huấn cho cán bộ của ngành về cách tiếp "
        "nhận và chuyển thông tin, bảo đảm không lộ danh tính người cung cấp."
    ),
    (
        "Bố trí kinh phí trong dự toán được giao để thực hiện; lồng ghép với chương trình "
        "khác có cùng đối tượng để tránh chồng chéo và tiết kiệm chi."
    ),
    (
        "Tuyên truyền, phổ biến nội dung của Kế hoạch đến cán bộ, công chức, viên chức và "
        "người lao động trong ngành bằng hình thức phù hợp với từng nơi."
    ),
    (
        "Đánh giá kết quả thực hiện phần việc của ngành, nêu bài học, đề xuất điều chỉnh gửi "
        "{other} tổng hợp chung trong báo cáo của tỉnh."
    ),
)
_END = """IV. KINH PHÍ

Kinh phí thực hiện Kế hoạch là 4.250.000.000 đồng từ ngân sách địa phương.

V. CHẾ ĐỘ BÁO CÁO

Các cơ quan báo cáo hằng quý (trước ngày 10 của tháng cuối quý), 6 tháng (trước ngày 10/6) và hằng năm (trước ngày 15/11) gửi Sở Y tế tổng hợp, báo cáo Ủy ban nhân dân tỉnh.

Trên đây là Kế hoạch phòng, chống mại dâm và hỗ trợ hòa nhập cộng đồng giai đoạn 2026 - 2030.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
"""


def _goals() -> str:
    parts = []
    for number, (part, whom, what) in enumerate(_PARTS, start=1):
        lines = [f"{number}. {part}", "a) Chỉ tiêu"]
        lines += [
            f"- Đến năm 2030, ít nhất {60 + 5 * step}% số {whom} ở {place} {what}."
            for step, place in enumerate(_ADDED)
        ]
        lines += ["b) Nhiệm vụ", *(f"- {words.format(part=part.lower())}" for words in _GENERAL)]
        parts.append("\n\n".join(lines))
    return "II. NỘI DUNG\n\n" + "\n\n".join(parts)


def _work() -> str:
    others = cycle(_BODIES[1:4])
    parts = []
    for number, body in enumerate(_BODIES, start=1):
        other = next(name for name in others if name != body)
        lines = [f"- {words.format(other=other)}" for words in _DEEDS]
        parts.append("\n\n".join([f"{number}. {body}", *lines]))
    return "III. TỔ CHỨC THỰC HIỆN\n\n" + "\n\n".join(parts)


def _situation() -> str:
    """Return how things stand: prose in which nothing is to be found."""
    subjects = [
        f"{part} ở {place}, năm {year}"
        for year in (2023, 2024, 2025)
        for place in _ADDED
        for part, _whom, _what in _PARTS[:5]
    ]
    parts = [
        "\n\n".join([f"{number}. {subject}", *_VIEWS])
        for number, subject in enumerate(subjects, start=1)
    ]
    return "\n\n".join(parts) + "\n\n" + "\n\n".join(_VIEWS)


TEXT = "\n\n".join([_HEAD + _situation(), _goals(), _work(), _END])
