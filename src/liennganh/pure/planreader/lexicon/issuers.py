"""Phrases: who issues: how a header abbreviates and nests names, and the levels of territory."""

PEOPLES_COMMITTEE = "Ủy ban nhân dân"
COMMITTEE_FORMS = r"(?:[uủ][yỷ] ban nhân dân|ubnd)"
LEVELS = r"(?:tỉnh|thành phố|tp\.?|thị xã|thị trấn|huyện|quận|phường|xã(?! hội)|đặc khu)"
LEVEL_FULL = {"tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}
COUNCIL_BESIDE = r"^(?:hđnd|hội đồng nhân dân) ?(?:[-–,&]|và) ?(?=ubnd|[uủ][yỷ] ban)"
COMMITTEE_FIRST_WORDS = frozenset({"ỦY", "UỶ", "UỶ BAN", "ỦY BAN", "ỦY BAN NHÂN", "UỶ BAN NHÂN"})
COMMITTEE_MARK = "UBND"
# Bodies that issue and are never named as owners of work, beside those of BODY_HEADS.
ISSUER_HEADS = (
    r"(?:đảng bộ|thị ủy|chính phủ|thủ tướng|quốc hội|tổng liên đoàn|tổng đội|bch|bộ|huyện|ttytdp"
    r"|trung ương|hđnd|liên sở|liên tịch|chủ tịch|cụm thi đua|liên bộ)"
)
# Words that open a body but also go on with the name of another ("Mặt trận | Tổ quốc").
NO_ISSUER_HEADS = r"(?:tổ quốc|hội và|thuế và|báo chí|bộ đội biên phòng tỉnh$|đoàn kết|huyện(?! ủy)|bản tin|cổng thông tin|trang thông tin)"
# In one cell "UBND TỈNH HÀ NAM SỞ Y TẾ": here the second body begins.
SECOND_BODIES = (
    r"(?:SỞ|(?<!HẢI )PHÒNG(?= \w)(?! CHỐNG| NGỪA| CHÁY)|BAN (?:CHỈ ĐẠO|TUYÊN GIÁO|DÂN VẬN|TỔ CHỨC|DÂN TỘC|QUẢN LÝ|NỘI CHÍNH)"
    r"|CÔNG AN|CHI CỤC|TRUNG TÂM|VĂN PHÒNG|THANH TRA|TRƯỜNG|BỆNH VIỆN|BCĐ|TRẠM|HỘI ĐỒNG)"
)
PARTY_COMMITTEES = r"(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy)"
UNIONS_OF_UNITS = r"(?:tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|thị đoàn)"
# The board of an association prints "BAN CHẤP HÀNH TỈNH …" below the association's name.
BOARDS = r"(?:ban chấp hành|ban thường vụ|bch|btv|ban thường trực)"
BRANCHES = r"(?:chi nhánh)"
OF_THE_COUNTRY = r"\s+việt nam$"
CENTRAL = r"(?:bộ(?! (?:đội|chỉ huy|tư lệnh))|chính phủ|thủ tướng|quốc hội|văn phòng chính phủ|ngân hàng nhà nước)"
OFFICES_OF_UNITS = r"(?:sở|phòng|ban chỉ đạo|bcđ|chi cục|công an|thanh tra)"
# Proper names that a header prints in capitals and a sentence in mixed letters.
PROPER_NAMES: tuple[str, ...] = (
    "Y tế", "Văn hóa, Thể thao và Du lịch", "Văn hóa và Thể thao", "Văn hóa và Thông tin", "Văn hóa, Khoa học và Thông tin", "Văn hóa - Xã hội",
    "Văn hóa và Xã hội", "Giáo dục và Đào tạo", "Lao động - Thương binh và Xã hội", "Lao động, Thương binh và Xã hội", "Lao động", "Tư pháp",
    "Nội vụ", "Tài chính", "Tài chính - Kế hoạch", "Kế hoạch và Đầu tư", "Công Thương", "Nông nghiệp và Phát triển nông thôn",
    "Nông nghiệp và Môi trường", "Tài nguyên và Môi trường", "Thông tin và Truyền thông", "Khoa học và Công nghệ", "Giao thông vận tải",
    "Xây dựng", "Ngoại vụ", "Dân tộc", "Dân tộc và Tôn giáo", "Du lịch", "Quốc phòng", "Ngoại giao", "Kinh tế", "Kinh tế và Hạ tầng",
    "Kinh tế, Hạ tầng và Đô thị", "Quản lý đô thị", "Liên hiệp Phụ nữ", "Nông dân", "Cựu chiến binh", "Chữ thập đỏ", "Mặt trận Tổ quốc",
    "Việt Nam", "Hồ Chí Minh", "Chỉ đạo", "Tuyên giáo", "Tuyên giáo và Dân vận", "Dân vận", "Nội chính", "Chấp hành", "Thường vụ", "Tỉnh ủy",
    "Thành ủy", "Huyện ủy", "Quận ủy", "Đảng ủy", "Ủy ban", "Cảnh sát", "Bảo vệ chăm sóc trẻ em", "Chính phủ", "Quốc hội", "Chính sách xã hội",
    "Chương trình", "Đoàn", "Hội", "Sở", "Phổ biến, giáo dục pháp luật", "Chi cục", "Dân số", "Kiểm lâm", "Thống kê",
)  # fmt: skip
# A head typed without the marks of Vietnamese.
BARE_HEADS: tuple[tuple[str, str], ...] = (
    (r"U[YỶ] BAN NHAN DAN", "ỦY BAN NHÂN DÂN"),
    (r"TINH", "TỈNH"),
    (r"THANH PHO", "THÀNH PHỐ"),
    (r"HUYEN", "HUYỆN"),
    (r"THI XA", "THỊ XÃ"),
    (r"PHUONG", "PHƯỜNG"),
    (r"XA", "XÃ"),
)
ACRONYMS: tuple[str, ...] = (
    "MTTQ", "MTTQVN", "TNCS", "HĐND", "UBND", "UBMTTQ", "BCĐ", "BCH", "LĐLĐ", "LHPN", "CTMTQG", "PCTP", "TNXH", "TNHT", "BHXH",
    "THPT", "THCS", "PTDTNT", "GDNN", "GDTX", "ATGT", "PCTT", "TKCN", "CĐS", "CCHC",
)  # fmt: skip
