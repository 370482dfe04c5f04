"""Phrases: lines that belong to a task ("Đơn vị chủ trì: …")."""

# ruff: noqa: ISC004 - long alternatives run over several lines on purpose

FIELD_NOUN = r"(?:cơ quan|đơn vị|cq|đv|phòng|tổ chức|bộ phận|cán bộ)"
FIELD_LABELS: tuple[tuple[str, str], ...] = (
    ("content", r"nội dung(?: thực hiện| hoạt động| công việc| nhiệm vụ)?|nhiệm vụ|hoạt động"),
    ("support", rf"(?:{FIELD_NOUN}(?:,? {FIELD_NOUN}){{0,4}} )?phối hợp(?: thực hiện)?"),
    ("lead", rf"(?:{FIELD_NOUN}(?:,? {FIELD_NOUN}){{0,4}} )?(?:chủ trì|chịu trách nhiệm)(?:(?:,| và)? (?:thực hiện|tham mưu))?"
             rf"|{FIELD_NOUN}(?:,? {FIELD_NOUN}){{0,4}} (?:thực hiện|tham mưu|đầu mối)|phân công(?: thực hiện)?"),
    ("time", r"thời gian(?: thực hiện| hoàn thành| triển khai)?|thời hạn(?: hoàn thành| thực hiện)?|tiến độ(?: thực hiện)?"
             r"|hoàn thành(?: trước)?"),
    ("other", r"sản phẩm(?: dự kiến| đầu ra| hoàn thành)?|kết quả(?: đầu ra| dự kiến)?|thành phần(?: tham dự| tham gia| mời)?|địa điểm(?: tổ chức| thực hiện)?|kinh phí|nguồn kinh phí|hình thức|số lượng|đối tượng"),
)  # fmt: skip
# A heading over nothing but names: "2. Cơ quan chủ trì, phối hợp", "b) Đơn vị phối hợp".
OWNER_SECTION = (
    rf"{FIELD_NOUN} (?:chủ trì|thực hiện|phối hợp|chịu trách nhiệm)(?:(?:,| và) (?:{FIELD_NOUN} )?(?:phối hợp|thực hiện)(?: thực hiện)?)?"
    r"|phân công(?: (?:thực hiện|nhiệm vụ|trách nhiệm|chủ trì))?"
)
COOPERATES = r"phối hợp"
# "(Sở Nội vụ chủ trì, Sở Y tế phối hợp)": the comma after it parts two clauses.
LED_BY = r"chủ trì"
LEADS_WORD = r"(?:chủ trì|thực hiện|chịu trách nhiệm|phân công)"
# Columns of a table of tasks; the first that matches a cell of the head row decides.
# The first column of a table.
COUNTER_COLUMN = r"(?:S?TT|Số TT)"
COLUMNS: tuple[tuple[str, str], ...] = (
    ("lead", r"(?:chủ trì|thực hiện)[^|]{0,12}phối hợp"),
    ("support", r"phối hợp|tham gia"),
    (
        "lead",
        r"chủ trì|thực hiện chính|(?:cơ quan|đơn vị|người|cấp|bộ phận|nơi)(?:, (?:cơ quan|đơn vị))?(?:/\w+ \w+)? (?:thực hiện|đầu mối|tham mưu|phụ trách|được giao)"
        r"|phân công|chịu trách nhiệm|trách nhiệm|đầu mối|^(?:cơ quan|đơn vị)(?:,? ?/? ?(?:cơ quan|đơn vị))?$",
    ),
    ("time", r"thời gian|thời hạn|tiến độ|hoàn thành|lộ trình|thời điểm"),
    ("other", r"sản phẩm|kết quả|ghi chú|kinh phí|căn cứ|chỉ tiêu|mục tiêu|đơn vị tính|đvt"),
    ("number", r"(?:s?tt|số thứ tự)$"),
    (
        "content",
        r"nội dung|nhiệm vụ|hoạt động|công việc|giải pháp|chương trình|danh mục|tên (?:văn bản|đề án|dự án|việc)|đề án|văn bản",
    ),
)
