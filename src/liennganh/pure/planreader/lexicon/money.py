"""Phrases: money."""

MONEY_UNITS = {
    "tỷ": 10**9,
    "tỉ": 10**9,
    "triệu": 10**6,
    "tr": 10**6,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "1.000": 10**3,
    "": 1,
}
MONEY_NOUNS = r"(?:kinh phí|dự toán|ngân sách|tổng mức|tổng số|vốn|nguồn|khái toán|chi phí|tổng cộng|bố trí|phân bổ)"
NOT_GIVEN = r"(?:mức phạt|phạt tiền|thu nhập|mức chi|mức lương|doanh thu|tiền thưởng|mức thưởng|lãi|cho vay|vay vốn|mỗi người|/người|/tháng|/hộ|tự đầu tư|thu ngân sách|tăng thu)"
# What one piece costs is no sum of the plan's.
UNIT_PRICE = (
    r"(?:định mức|đơn giá|mức (?:hỗ trợ|chi|quà|thưởng|đóng|khoán|phụ cấp|trợ cấp|vay)|mỗi (?!năm)\w+|một (?:người|hộ|suất|lớp|mô hình|xã)"
    r"|/(?:người|hộ|suất|lớp|xã|mô hình|tháng|ngày|buổi|lượt|thôn|trường|em|trẻ|cuộc))"
)
AFTER_UNIT_PRICE = r"\s*/\s?(?!năm)\w"
ALREADY = r"(?:đã (?:được )?(?:vận động|bố trí|cấp|chi|hỗ trợ|giải ngân|huy động|phân bổ|thực hiện|đầu tư)|kết quả|cùng kỳ)"
# After these a sum is a part, and its source is its own.
PARTS_FOLLOW = r"(?:trong đó|bao gồm|gồm|:)"
TOTAL = r"(?:tổng|kinh phí thực hiện|dự kiến kinh phí|dự toán)"
SUM_PER_YEAR = r"(?:mỗi năm|hằng năm|hàng năm|bình quân (?:mỗi |hằng |một )?năm)"
AFTER_PER_YEAR = r"\s*/\s?năm(?!\w)"
# Where the money comes from: the first that stands in the clause, in the order of the clause.
MONEY_SOURCES: tuple[tuple[str, str], ...] = (
    ("integrated", r"(?:vốn |nguồn |kinh phí )?lồng ghép(?: (?:từ|trong|với) (?:các )?(?:nguồn )?(?:chương trình|dự án|đề án|kế hoạch)(?:[^;:,.\d]{0,60}))?"),
    ("aid", r"(?:nguồn |vốn )?(?:tài trợ,? )?(?:viện trợ|oda)|tài trợ (?:quốc tế|nước ngoài)|tổ chức quốc tế"),
    ("central", r"(?:ngân sách|vốn|nguồn) trung ương|nstw|trung ương (?:hỗ trợ|cấp|bổ sung)|chương trình mục tiêu quốc gia"),
    ("local", r"(?:ngân sách|vốn)(?: sự nghiệp)?(?: của)? (?:cấp )?(?:địa phương|tỉnh|thành phố|huyện|thị xã|quận|xã|phường)(?:,? (?:huyện|xã|thị xã|phường))*|nsđp|ngân sách nhà nước"),
    ("mobilised", r"(?:nguồn |vốn |kinh phí )?(?:huy động|vận động|xã hội h(?:óa|oá)|đóng góp|đối ứng của (?:dân|người dân))(?: (?:hợp pháp )?khác)?|tài trợ|quỹ [^;:,.\d]{2,40}?(?= (?:hỗ trợ|\d|$)|[:,;])|nguồn (?:hợp pháp )?khác"),
)  # fmt: skip
MONEY_UNIT_LINE = r"(?:đvt|đơn vị(?: tính)?)\s*:?\s*(?P<unit>tỷ|tỉ|triệu|nghìn|ngàn|1\.000|)\s*(?:đồng|đ|vnđ)(?!\w)"
MONEY_COLUMN_UNIT = r"[(]\s*(?:đvt:?\s*|đơn vị:?\s*)?(?P<unit>tỷ|tỉ|triệu|tr|nghìn|ngàn|1\.000|)\s*\.?\s*(?:đồng|đ|vnđ)\s*[)]"
MONEY_COLUMNS = r"(?:số tiền|thành tiền|kinh phí|dự toán|tổng|cộng|ngân sách|nstw|nsđp|vốn|xã hội h(?:óa|oá)|huy động|năm \d{4}|nhu cầu)"
NO_MONEY_COLUMNS = r"(?:đơn giá|số lượng|định mức|ghi chú|nội dung|stt|tt$|đơn vị|thời gian|chủ trì|phối hợp|nhiệm vụ)"
