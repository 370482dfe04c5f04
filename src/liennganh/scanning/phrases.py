"""What recognition commonly misreads in Vietnamese official text, as data.

Each entry was seen in our own plans printed, scanned and read again (benchmarks/scanning.py).
"""

# Letters that stand for digits inside a number: "1O0%", "20l6".
DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})

# Letters that stand for Roman numerals at the head of a paragraph: "H." is II, "HI." is III.
ROMAN = {
    "U": "II",
    "H": "II", "N": "II", "T": "I", "L": "I", "Í": "I", "Ì": "I", "Ị": "I", "Ï": "I", "l": "I",
    "1": "I", "|": "I", "!": "I", "Y": "V", "Ý": "V", "Ỳ": "V", "Ỵ": "V", "Ỹ": "V",
}  # fmt: skip

# Words before a Roman number: "quý H" is "quý II".
BEFORE_ROMAN = ("Quý", "quý", "QUÝ", "Phần", "PHẦN", "Chương", "CHƯƠNG")

# Digits that begin a paragraph read as letters, where the number before it and after it say which.
LABEL_DIGITS = {"S": "5", "o": "5", "s": "5", "l": "1", "I": "1", "Z": "2", "B": "8", "G": "6"}

# What a dash before an item is read as.
DASHES = "~—–»¬«"

# Specks: no official text has these signs.
SPECKS = frozenset("¬¦`´¨¸^°¢¥€|_")

# The last words of the state's name, which a narrow column breaks off onto the next line.
STATE_NAME_TORN = r"(NGH\wA VI\wT)\n([^|\n]*) \| NAM(?=\n)"

# Pairs of words that official text has with these marks and no others; marks are what recognition
# loses first. A pair that can be written in two ways, as "truyền thông" and "truyền thống", is none.
PAIRS = """
an ninh, an sinh, ban hành, bảo đảm, bảo hiểm, bảo trợ, báo cáo, bạo lực, biên giới,
biên phòng, bình đẳng, bổ sung, bộ đội, bồi dưỡng, cán bộ, cảnh báo, cấp huyện, cấp tỉnh,
chấp hành, chất lượng, chế độ, chiến binh, chiến sĩ, chỉ đạo, chỉ số, chỉ thị, chỉ tiêu,
chi nhánh, chính phủ, chính sách, chính trị, chủ nghĩa, chủ tịch, chủ trì, chú trọng,
chuyên đề, chuyên mục, chuyển biến, chuyển đổi, chương trình, công an, công chức, công đoàn,
công dân, công nghệ, cộng đồng, cơ quan, cựu chiến, cưỡng bức, dịch vụ, doanh nghiệp, du lịch,
dự án, dự toán, đánh giá, đảng viên, đào tạo, đầu tư, đấu tranh, đẩy mạnh, đề xuất, địa bàn,
địa phương, điều kiện, điều tra, định hướng, định kỳ, đoàn thể, đoàn viên, đơn vị, đôn đốc,
đột xuất, đường dây, gia đình, giai đoạn, giải pháp, giải quyết, giám sát, giáo dục,
giáo viên, giảm nghèo, hành chính, hành vi, hạ tầng, hiệp hội, hiệu quả, hoàn thành, học sinh,
hỗ trợ, hội đồng, hội nghị, hội nhập, hội viên, hợp tác, hướng dẫn, kế hoạch, kết quả,
khảo sát, khắc phục, khen thưởng, khoa học, kinh doanh, kinh phí, kiểm sát, kiểm tra,
kiểm soát, kiến nghị, kịp thời, kỹ năng, kỹ thuật, lãnh đạo, lao động, lập danh, liên quan,
liên đoàn, lĩnh vực, lực lượng, mặt trận, mô hình, mục đích, mục tiêu, năng lực, nâng cao,
nạn nhân, ngăn chặn, ngân sách, nghị định, nghị quyết, nghiệp vụ, nguồn lực, nguy cơ,
người dân, nhà nước, nhân dân, nhân lực, nhận thức, nhiệm vụ, nội dung, nội vụ, nông dân,
nông thôn, phát hiện, phát huy, phát thanh, phát triển, phân công, phấn đấu, phê duyệt,
phong trào, phòng chống, phối hợp, phổ biến, phụ huynh, phụ lục, phụ nữ, phúc lợi, phương án,
quan tâm, quản lý, quốc gia, quốc phòng, quy định, quy hoạch, quyết liệt, rà soát, sản xuất,
sở hữu, tác động, tài chính, tài liệu, tài nguyên, tái hòa, tăng cường, tập huấn, tập trung,
tệ nạn, thanh tra, thành phố, thành tích, thành viên, thẩm định, thẩm quyền, thể thao,
thiếu niên, thiếu nhi, thị trấn, thị xã, thời gian, thời hạn, thủ tục, thủ trưởng, thủ tướng,
thực hiện, thực trạng, thực tế, thương binh, thương mại, thường trực, thường xuyên, tình hình,
tình nguyện, tỉnh đoàn, tỉnh ủy, tòa án, tổ chức, tổ quốc, tổng hợp, tổng kết, tối thiểu,
tội phạm, triển khai, trợ giúp, trợ cấp, trực thuộc, trực tiếp, trực tuyến, trung tâm,
trung ương, truy tố, tuyên truyền, tư pháp, tư vấn, ủy ban, ủy viên, vi phạm, vận động,
văn bản, văn hóa, văn phòng, việc làm, viên chức, vướng mắc, xã hội, xét xử, xử lý, xử phạt,
xuất bản, xây dựng, y tế, yêu cầu
"""

# Signs of documents: what is read, what is printed.
SIGNS = (
    ("QĐÐ-", "QĐ-"),
    ("QÐĐ-", "QĐ-"),
    ("NĐÐ-", "NĐ-"),
    ("NÐĐ-", "NĐ-"),
    ("QĐĐ-", "QĐ-"),
    ("NĐĐ-", "NĐ-"),
    ("/NÑNQ", "/NQ"),
    ("/NÑQ", "/NQ"),
    ("Ytế", "Y tế"),
    ("ND-CP", "NĐ-CP"),
    ("QD-TTg", "QĐ-TTg"),
    ("QD-UBND", "QĐ-UBND"),
    ("—", "–"),  # a dash as long is not printed; two words of a name are joined by the shorter
    # No Vietnamese letters, but much like some.
    ("Ð", "Đ"),
    ("Ñ", "N"),
    ("ñ", "n"),
    ("Ï", "Ì"),
    ("ï", "i"),
    ("Ü", "Ừ"),
    ("ü", "ữ"),
    ("Ö", "Ơ"),
    ("ö", "ơ"),
)

# A number of a document that lost its slash: "12KH-UBND" is 12/KH-UBND. Kinds as Decree 30/2020/NĐ-CP
# has them, then who issues: no word and no other mark goes straight on from a figure like this.
SLASH_LOST = (
    r"(?<![\w/.,-])\d{1,5}"
    r"(?=(?:KH|QĐ|NQ|NĐ|CTr|CT|BC|TB|HD|TTr|TT|PA|ĐA)"
    r"-(?:UBND|HĐND|TTg|CP|BCĐ|[BS][A-ZĐ]{1,6})\b)"
)

# The number of the National Assembly: "QHI5" is QH15, "QHI15" too.
ASSEMBLY = r"QH(?:[Il](?=1\d\b)|([Il])(?=\d\b))"

# Levels of secrecy as the law has them, by what a stamp that stands alone on its line is read as.
# "MẮT" and "MẤT" are words of their own and no misreading of it.
STAMPS = {
    **dict.fromkeys(("MẬT", "MẶT", "MẠT", "MÂT", "MĂT", "MAT"), "MẬT"),
    **dict.fromkeys(("TỐI MẬT", "TỐI MẶT", "TÓI MẬT", "TÔI MẬT", "TOI MAT", "TỎI MẬT"), "TỐI MẬT"),
    **dict.fromkeys(("TUYỆT MẬT", "TUYỆT MẶT", "TUYÊT MẬT", "TUYẾT MẬT", "TUYET MAT"), "TUYỆT MẬT"),
}

# What the same stamps are read as where nothing but red ink is looked at: a letter under two marks
# is lost, or taken for another. In black print these may be short forms of anything.
RED_STAMPS = {
    **dict.fromkeys(("MT", "MÍT", "MIT"), "MẬT"),
    **dict.fromkeys(("TI MT", "TỐI MT", "TỐI MÍT"), "TỐI MẬT"),
    **dict.fromkeys(("TUYỆT MT", "TUYỆT MÍT"), "TUYỆT MẬT"),
}

# Openings of paragraphs: a line that begins with one never goes on with the line before.
OPENINGS = (
    r"[-–—~»¬+•*]\s",
    r"[IVXHU]{1,5}[.)/]\s",
    r"\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s",
    r"\d{1,2}(?:\.\d{1,2}){1,3}\s",
    r"[a-zđ][.)]\s",
    r"Căn cứ\s",
    r"Điều\s\d{1,3}[.:]",
    r"\W?Nơi nhận\b",
    r"[A-ZĐ][.)]\s",
)
