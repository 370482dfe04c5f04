"""Phrases: reports."""

# "gửi kết quả về Sở Y tế trước ngày …" is one as well, where a day makes it a duty.
REPORT = r"(?:báo cáo|gửi kết quả)"
REPORT_BY_NAME = "báo cáo"
CYCLES: tuple[tuple[str, str], ...] = (
    ("nine_month", r"(?:9|09|chín) tháng"),
    ("six_month", r"(?:6|06|sáu) tháng|giữa năm|bán niên|nửa năm"),
    ("quarterly", r"(?:hằng |hàng |mỗi |theo )?quý(?! (?:[ivx]+|\d)\b)"),
    ("monthly", r"(?:hằng|hàng|mỗi|theo|báo cáo) tháng|định kỳ tháng"),
    (
        "annual",
        r"(?:hằng|hàng|mỗi|cả|01|1|một|báo cáo|báo cáo kết quả|cuối|kết thúc) năm(?! \d)|tổng kết năm(?! \d| học)|,? (?:và )?năm(?= \(?(?:trước (?:ngày )?\d|\())|,? (?:và )?năm(?= \()|(?<=tháng,\s)năm|(?<=tháng\svà\s)năm|(?<=quý,\s)năm|(?<=quý\svà\s)năm",
    ),
)
REPORT_OF_YEAR = r"báo cáo công tác[^.;]{0,80}?năm \d{4}"
FINAL = r"(?:sơ kết|tổng kết)"
FINAL_WORDS = r"(?:sơ kết|tổng kết)"
# "(báo cáo 6 tháng)" after a day says the same as "đối với báo cáo 6 tháng".
FOR_REPORT = r"\s*(?:(?:đối với|cho)\s+|\(\s*)(?:báo cáo\s*)?"
AD_HOC_STRONG = r"(?:thường xuyên báo cáo|báo cáo đột xuất|đột xuất)(?! (?:khi|nếu) (?:xảy ra|để xảy ra|có (?:vụ|sự cố|tình huống|dịch|cháy)))"
AS_WELL = r"(?:và|hoặc|hay|,)(?: báo cáo)? đột xuất(?! (?:khi|nếu) (?:xảy ra|để xảy ra|có (?:vụ|sự cố|tình huống|dịch|cháy)))"
REPORTS_NEXT = r"\s*(?:có trách nhiệm )?(?:tổng hợp,? )?(?:gửi )?báo cáo"
PERIODIC = r"định kỳ"
RESULTS = r"(?:kết quả|tình hình|tiến độ|việc (?:triển khai|thực hiện)|về kết quả|công tác)"
NOT_A_DUTY = (
    r"(?:báo cáo viên|báo cáo từ|chế độ báo cáo của|mẫu báo cáo|việc báo cáo,|báo cáo thống kê số)"
)
CYCLE_OF_OTHER = r"(?:(?:xây dựng|lập|ban hành|phê duyệt|trong) (?:kế hoạch|chương trình)(?: thực hiện| công tác)?|dự toán|ngân sách|nhiệm vụ|kinh phí|thi đua)(?: công tác)?$"
# How a report is sent on: "gửi (về) …", "qua …"; who compiles it for somebody else.
SEND_WORDS = r"(?:gửi(?: báo cáo)?(?: kết quả)?(?: về| đến| cho| tới)?|về|cho)"
THROUGH = r"(?:thông qua|qua)"
COMPILES = r"\s*(?:\([^()]{0,80}\)\s*)?(?:,\s*)?(?:để\s+)?(?:theo dõi,?\s+|làm đầu mối\s+)?tổng hợp"
RESULTS_GATHERED = r"(?:tổng hợp|đánh giá),? (?:đánh giá )?(?:kết quả|tình hình)"
COMPILES_LATER = r"\s(?:[^.;]{0,60}?\s)?để (?:theo dõi,? )?tổng hợp"
AS_PRESCRIBED = r"theo quy định"
EVERY_DAY = r"(?:hằng|hàng|mỗi) (?:ngày|tuần)"
DAY_THEN_CYCLE = r"\s*(?:của\s+)?"
BEFORE = r"trước(?: ngày)?"
LAST_MONTH_OF_QUARTER = r"(?:của )?tháng cuối (?:cùng (?:của )?)?(?:mỗi |hằng |hàng |của )?quý"
FIRST_MONTH_OF_NEXT_QUARTER = r"(?:của )?tháng đầu (?:tiên )?(?:của )?quý (?:sau|tiếp theo|kế tiếp)"
EVERY_MONTH = r"(?:hằng|hàng|mỗi|của) tháng"
NEXT_MONTH = r"(?:của )?tháng (?:sau|tiếp theo|kế tiếp)"
# "… để Sở Y tế tổng hợp, báo cáo": who gathers what was sent, and reports on.
SO_THAT = r"để"
GATHERS = r"(?:theo dõi,? )?tổng hợp"
