"""Phrases: by when and how often an item is done."""

EACH_YEAR = r"(?:hằng|hàng|mỗi) năm"
# What leads to a day by which something is due; "ngày 15/3/2025 của …" alone is a document's date.
BY = r"(?:trước|đến|chậm nhất|hoàn thành|xong|trong|hết|vào|hạn|từ|dự kiến|ngày)"
# "… số 12/KH-UBND ngày 15/3/2025 của …": the day of a document.
OF_DOCUMENT = r"(?:của|về việc|về|phê duyệt|ban hành|hướng dẫn|quy định|sửa đổi)"
# First match wins: what is done every quarter is also done every year.
TASK_CYCLES: tuple[tuple[str, str], ...] = (
    ("weekly", r"(?:hằng|hàng|mỗi|theo) tuần|(?:mỗi|một|01|1) tuần (?:một|01|1|ít nhất)|lần/tuần"),
    ("monthly", r"(?:hằng|hàng|mỗi|theo) tháng|định kỳ tháng|(?:một|01|1) tháng (?:một|01|1) lần|lần/tháng"),
    ("quarterly", r"(?:hằng|hàng|mỗi|theo) quý|định kỳ quý|(?:một|01|1) quý (?:một|01|1) lần|lần/quý|3 tháng (?:một|01|1) lần"),
    ("six_month", r"định kỳ (?:6|06|sáu) tháng|(?:6|06|sáu) tháng (?:một|01|1|/) ?lần|(?:hằng|hàng|mỗi) (?:6|06|sáu) tháng|(?:2|02|hai) lần/năm|(?:mỗi|một) năm (?:2|02|hai) lần"),
    ("annual", r"(?:hằng|hàng|mỗi) năm|định kỳ năm|(?:1|01|một) lần/năm|(?:mỗi|một) năm (?:1|01|một) lần"),
    ("regular", r"thường xuyên|liên tục|(?:hằng|hàng|mỗi) ngày"),
)  # fmt: skip
# No cycle is printed without one of these: most items are settled by this alone.
CYCLE_SIGNS = ("hằng", "hàng", "mỗi", "theo ", "định kỳ", "lần", "thường xuyên", "liên tục")
QUARTER_SIGN = "quý"
YEAR_SIGN = "năm"
# Nor one of these cycles without its own.
SIGNS_OF_CYCLE = {
    "weekly": ("tuần",), "monthly": ("tháng",), "quarterly": ("quý", "tháng"), "six_month": ("tháng", "năm"),
    "annual": ("năm",), "regular": ("thường", "liên", "ngày"),
}  # fmt: skip
# What these words qualify where they say nothing about the item: "kế hoạch hằng năm".
NOT_A_CYCLE_BEFORE = r"(?:kế hoạch|chương trình|dự toán|ngân sách|nhiệm vụ|kinh phí|báo cáo|chi|giáo dục|vốn|đầu tư|mục tiêu|chỉ tiêu|không|công tác|đánh giá|xã hội|việc làm|định mức|quỹ|công việc|giai đoạn|chi phí|tổng kết|sơ kết|kết quả)"
REPORTS = r"báo cáo"
# What stands before a phase that is not the item's own time; "trong giai đoạn …" is.
PHASE_OF_ANOTHER = r"(?:của |(?:kế hoạch|chương trình|đề án|chiến lược|nghị quyết|dự án)(?! này)(?:(?!trong )[^.;:])*)"
