"""Phrases: kinds of document, and what stands in their heads."""

# (name, the line that prints it, the mark in its number); a longer line stands before a shorter.
DOCUMENT_TYPES: tuple[tuple[str, str, str], ...] = (
    ("Kế hoạch", "KẾ HOẠCH HÀNH ĐỘNG", "KHHĐ"),
    ("Kế hoạch", "KẾ HOẠCH PHỐI HỢP", "KHPH"),
    ("Kế hoạch", "KẾ HOẠCH LIÊN NGÀNH", "KHLN"),
    ("Kế hoạch", "KẾ HOẠCH LIÊN TỊCH", "KHLT"),
    ("Kế hoạch", "KẾ HOẠCH", "KH"),
    ("Quyết định", "QUYẾT ĐỊNH", "QĐ"),
    ("Báo cáo", "BÁO CÁO", "BC"),
    ("Chương trình", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CTHĐ"),
    ("Chương trình", "CHƯƠNG TRÌNH PHỐI HỢP", "CTPH"),
    ("Chương trình", "CHƯƠNG TRÌNH CÔNG TÁC", "CTCT"),
    ("Chương trình", "CHƯƠNG TRÌNH", "CTr"),
    ("Chỉ thị", "CHỈ THỊ", "CT"),
    ("Công điện", "CÔNG ĐIỆN", "CĐ"),
    ("Phương án", "PHƯƠNG ÁN", "PA"),
    ("Đề án", "ĐỀ ÁN", "ĐA"),
    ("Hướng dẫn", "HƯỚNG DẪN", "HD"),
    ("Nghị quyết", "NGHỊ QUYẾT", "NQ"),
)
# These may be followed by the title on the same line; the others are nouns that titles hold too.
TITLED_TYPES = frozenset(
    {
        "KẾ HOẠCH",
        "QUYẾT ĐỊNH",
        "BÁO CÁO",
        "KẾ HOẠCH HÀNH ĐỘNG",
        "KẾ HOẠCH PHỐI HỢP",
        "CHƯƠNG TRÌNH HÀNH ĐỘNG",
        "CHƯƠNG TRÌNH PHỐI HỢP",
        "CHỈ THỊ",
        "CÔNG ĐIỆN",
        "NGHỊ QUYẾT",
    }
)
# Of these, who decides stands between the title and the grounds, in capitals.
SIGNED_ABOVE = frozenset({"Quyết định", "Nghị quyết", "Chỉ thị", "Công điện"})
# What a decision puts into force, printed below its signature with a title of its own.
ATTACHABLE = frozenset({"Kế hoạch", "Chương trình", "Đề án", "Phương án"})
LETTER = "Công văn"
PRESS = "Tin"
LETTER_SUBJECT = r"v\s?/\s?v:?"
LETTER_SUBJECT_LINE = r"về việc:?"
SECRECY = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
SECRECY_LABEL = "(?:cấp )?độ mật|dấu độ mật|mức độ mật"
NATIONAL_TITLE = r"cộng h(?:òa|oà) xã hội"
NATIONAL_REST = r"(?: chủ nghĩa(?: việt nam)?)?|chủ nghĩa việt nam"
PARTY_TITLE = r"đảng cộng sản việt nam"
MOTTO = r"độc lập ?[-–—.]* ?tự do ?[-–—.]* ?hạnh phúc"
MOTTO_END = r"việt nam(?=\s)|hạnh phúc"
SALUTATION = r"kính gửi"
RECIPIENTS = r"(?:nơi nhận|(?:tm|kt|tuq|tl)\.\s*(?:ủy|uỷ|chủ|giám|trưởng|bộ))"
ANNEX = r"phụ lục"
AUTHORITY = (
    r"(?:chủ tịch|giám đốc|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|bộ trưởng|trưởng ban"
    r"|thủ tướng|chính phủ|cục trưởng|tổng cục trưởng|chi cục trưởng|trưởng phòng|chánh|viện trưởng|hiệu trưởng|ban chỉ đạo"
    r"|thống đốc|quốc hội|ủy ban thường vụ)"
)
ATTACHED = r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|PHỤ LỤC)"
# "(Ban hành kèm theo Quyết định số …)" under the title of what is attached.
ATTACHED_TO = r"kèm theo (?:[^()]{0,60} )?(?P<kind>quyết định|công văn|văn bản|tờ trình|kế hoạch|nghị quyết|chương trình|chỉ thị) số"
NOTE_UNDER_TITLE = r"\W{0,3}(?:\((?:kèm|ban hành|đính kèm)|(?:ban hành )?kèm theo (?:quyết định|công văn|văn bản|tờ trình))|\(?\W?dự thảo\W*$"
# The same note in brackets, which alone shows that something is attached where its heading is lost.
ATTACHED_NOTE = r"\((?:ban hành |đính )?kèm (?:theo )?(?:quyết định|công văn|tờ trình|nghị quyết|chỉ thị|kế hoạch)"
DRAFT = r"dự thảo"
