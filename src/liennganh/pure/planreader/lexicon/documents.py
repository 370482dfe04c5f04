"""Phrases: kinds of document: (name, the line that prints it, the mark in its number)."""

DOCUMENT_TYPES: tuple[tuple[str, str, str], ...] = (
    ("Kế hoạch", "KẾ HOẠCH", "KH"),
    ("Quyết định", "QUYẾT ĐỊNH", "QĐ"),
    ("Báo cáo", "BÁO CÁO", "BC"),
    ("Chương trình", "CHƯƠNG TRÌNH", "CTr"),
    ("Chương trình", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CTHĐ"),
    ("Chỉ thị", "CHỈ THỊ", "CT"),
    ("Công điện", "CÔNG ĐIỆN", "CĐ"),
    ("Phương án", "PHƯƠNG ÁN", "PA"),
    ("Đề án", "ĐỀ ÁN", "ĐA"),
    ("Hướng dẫn", "HƯỚNG DẪN", "HD"),
)
# These may be followed by the title on the same line; the others are nouns that titles hold too.
TITLED_TYPES = frozenset({"Kế hoạch", "Quyết định", "Báo cáo"})
LETTER = "Công văn"
PRESS = "Tin"
LETTER_SUBJECT = r"v/v|về việc:"
SECRECY = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
NATIONAL_TITLE = r"cộng h(?:òa|oà) xã hội"
NATIONAL_MOTTO = r"độc lập"
MOTTO_END = r"việt nam(?=\s)|hạnh phúc"
SALUTATION = r"kính gửi"
RECIPIENTS = r"(?:nơi nhận|(?:tm|kt|tuq|tl)\.\s*(?:ủy|uỷ|chủ|giám|trưởng|bộ))"
ANNEX = r"phụ lục"
AUTHORITY = (
    r"(?:chủ tịch|giám đốc|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|bộ trưởng|trưởng ban)"
)
ATTACHED = r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|PHỤ LỤC)"
DRAFT = r"dự thảo"
