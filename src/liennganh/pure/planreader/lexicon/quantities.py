"""Phrases: quantities."""

from typing import Literal

BOUNDS: tuple[tuple[Literal[">=", "<=", ">", "<"], str], ...] = (
    (">=", r"ít nhất(?: là)?|tối thiểu(?: là)?|không dưới|không thấp hơn|không ít hơn|≥|>="),
    (
        "<=",
        r"không (?:để (?:tồn tại |còn |có )?)?quá|tối đa(?: là)?|không vượt quá|không cao hơn|nhiều nhất|≤|<=",
    ),
    (">", r"trên|hơn|vượt(?: mức)?|cao hơn|nhiều hơn|>"),
    ("<", r"dưới|thấp hơn|ít hơn|<"),
)
# No bound is printed without one of these, no move without one of those.
BOUND_SIGNS = (
    "nhất",
    "thiểu",
    "dưới",
    "thấp",
    "ít",
    "quá",
    "đa",
    "vượt",
    "cao",
    "trên",
    "hơn",
    "≥",
    "≤",
    ">",
    "<",
)
MOVE_SIGNS = ("tăng", "nâng", "thêm", "giảm", "hạ")
FROM_UP = r"trở lên"
RISE = r"(?:(?:tăng(?! cường)|nâng(?! (?:cấp|cao)))(?: thêm)?|thêm)"
FALL = r"(?:giảm|kéo giảm|hạ)(?: thêm)?"
BETWEEN_MOVE_AND_NUMBER = r"(?:bình quân|trung bình|khoảng|hằng năm|hàng năm|mỗi năm|được|thêm|từ|ít nhất|tối thiểu|trên|dưới|hơn|không dưới|tối đa|không quá|mức|gấp)"
REACH = r"(?:đạt|còn|xuống|lên|xuống còn|lên đến|ở mức|duy trì|giữ|có|là)"
TO_VALUE = r"(?:xuống(?: còn)?|lên(?: đến| tới| thành)?|còn|đến)"
NUMBER_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
NUMERALS = frozenset({*NUMBER_WORDS, "nửa"} - {"năm"})  # a figure in words holds one of these
# No quantity of its kind is printed without one of these.
PERCENT_SIGNS = ("%", "trăm")
HALF_SIGNS = ("nửa",)
MONEY_SIGNS = ("đồng", "vnđ", "vnd", "usd", "đô")
PERIODIC_SIGNS = ("mỗi", "hằng", "hàng", "một", "1", "/", "lần")
TIMES_SIGNS = ("lần",)
RATE_SIGNS = ("lần", "‰", "/", "trên", "kỳ", "đợt", "cuộc", "lượt", "buổi")
RATIO_SIGNS = ("/",)
PER_YEAR = r"(?:mỗi năm|hằng năm|hàng năm|/\s*năm|một năm|trong năm|bình quân năm)"
EVERY_YEAR = r"(?:mỗi|hằng|hàng) năm"
HALF = r"(?:một|1) nửa|nửa số"
# "còn 1,7 lần", "tăng gấp 2 lần": times that measure, not how often something is done.
TIMES_MEASURE = r"(?:còn|đạt|xuống|lên|gấp|mức|tăng|giảm|thêm)(?: (?:từ|khoảng|thêm|gấp|ít nhất))?"
# No n of m: dates, documents, places in a ranking.
NO_RATIO_AFTER = r"(?:ngày|tháng|quý|số|mẫu|trước|sau|thứ|hạng|vị trí|nhóm|tốp|top|biểu|phụ lục)"
# A sum of money is a result when it is earned or collected, none when it is spent.
EARNED = (
    r"(?:đạt|lên|còn|thu|huy động|vận động|quyên góp|tăng|vượt)(?: (?:được|mức|khoảng|đến|từ|tới))*"
)
SPENT = r"(?:kinh phí|dự toán|mức (?:hỗ trợ|chi|phạt|thưởng|vay|đóng)|tiền (?:thưởng|phạt)|phạt tiền|hỗ trợ [^,;]{0,40}đồng|(?:có|thuộc|hộ) [^,;]{0,12}thu nhập|cho vay|vay vốn|được vay|chi phí|được hỗ trợ|học bổng|suất quà|mỗi suất)"
PERIODS = r"(?:ngày|tuần|tháng|quý|năm|học kỳ)"
SHORT_PERIODS = r"(?:ngày|tuần|tháng|quý)"
EACH_PERIOD = rf"(?:(?:mỗi|hằng|hàng|một|01|1) {PERIODS}|/\s*{PERIODS}|\d{{1,2}} (?:ngày|tuần|tháng|năm)(?= (?:một|01|1) lần))"
EVENTS = r"(?:lần|phóng sự|phiên|lượt tin|tiết|kỳ|đợt|cuộc|lượt|buổi|lớp|hội nghị|tin|bài|chuyên mục|chuyên đề)"
# "2,1 con/phụ nữ": so many for each of these.
PER_ONE = r"(?:phụ nữ|người|dân|vạn dân|hộ|xã|huyện|trẻ|lớp|trường|cơ sở|đơn vị|thôn|phường|tháng|quý|ngày|tuần)"
TERRITORIES = r"(?:xã|phường|huyện|quận|tỉnh|thị|thành|thôn|ấp)"
TIMES = r"(?:lần|kỳ|đợt|cuộc|lượt|buổi)"
# "80 điểm trở lên" is a mark: what follows does not say what the place is for.
AFTER_A_MARK = r"(?:trở lên|và|hoặc|so|vào|năm|đối|trong|theo|mỗi|của|tối đa|thưởng|cộng|trừ|là|thì|đến|chuẩn|số|xếp)"
TIME_UNITS = r"(?:năm|tháng|ngày|giờ|tuần|phút|quý|tuổi|đồng|triệu|tỷ|tỉ|nghìn|giải|bước|nhóm nhiệm vụ|nội dung|nhiệm vụ|mục tiêu|chỉ tiêu|khâu|trụ cột|lĩnh vực|giải pháp|nhóm giải pháp|đột phá|yêu cầu|nguyên tắc|quan điểm|cấp|bên|chiều|tiêu chí|phương diện|lý do|vấn đề|kỳ|thế kỷ|sao|khía cạnh|khoản)"
# What plans count, after a verb that makes them: "tổ chức 02 lớp tập huấn".
COUNTED = (
    r"(?:lớp|hội nghị|hội thảo|mô hình|cuộc|buổi|tin|bài|phóng sự|chuyên mục|chuyên đề|chuyên trang|câu lạc bộ|đợt|chiến dịch|điểm|cơ sở|xã|phường|huyện|thị trấn"
    r"|thôn|ấp|khu phố|người|hộ|trẻ em|học sinh|cán bộ|trường|tổ|đội|nhóm|tờ|cuốn|bộ|pa nô|pano|áp phích|băng rôn|tọa đàm|diễn đàn|đoàn|lượt|sản phẩm|dịch vụ|clip|video"
    r"|phần mềm|cơ sở dữ liệu|trung tâm|trạm|đơn vị|doanh nghiệp|hợp tác xã|việc làm|lao động|căn nhà|nhà|công trình|dự án|đề án|vụ|hồ sơ|văn bản|thành viên|cộng tác viên"
    r"|huyện/thành phố|xã/phường|địa phương|chương trình|nạn nhân|gia đình|suất|phụ nữ|thanh niên|ca|bệnh viện|giường|bác sĩ|ha|km|tấn|con|cây|vườn|tủ sách|thiết bị|máy|camera|biển|lớp học|phòng học|hội viên|đoàn viên|phần quà|học bổng|tài liệu|ấn phẩm|bản tin|phiếu|nhà vệ sinh|bể bơi|khu dân cư|tuyến đường|ngôi nhà|đề tài|sáng kiến|thủ tục)"
)
MAKES = (
    r"(?:tổ chức|xây dựng|thành lập|phát hành|mở|duy trì|nhân rộng|in|hỗ trợ|đào tạo|tập huấn|giải quyết|tạo|phấn đấu|triển khai|thực hiện|có|đạt|lắp đặt|cấp|trao|hoàn thành"
    r"|bồi dưỡng|tuyên truyền|kiểm tra|đưa|giúp|tuyển|cai nghiện|tiếp nhận|sản xuất|đăng tải|đăng|phát|viết|biên soạn|thí điểm|công nhận|còn|thêm|giảm|tăng|trồng|cứu|nuôi|sửa chữa|xây mới|xây|nâng cấp|cải tạo|khám|thu hút|cung cấp|vận động|trao tặng|tặng|quyên góp|tiêm|tư vấn|xét nghiệm|kết nạp|khởi công|khánh thành|nghiệm thu|ký kết|phát sóng|củng cố|kiện toàn|nhận|chọn|bố trí|trang bị|số hóa|chuyển đổi|kết nối|sản xuất|chăm sóc|phục hồi|thẩm định|ban hành|sưu tầm|treo|dựng|công bố|số lượng|đặt|huy động|đắp|đào|nạo vét|gieo|khoan|xóa|phẫu thuật|cử tuyển)"
)
STRIVE = r"(?:phấn đấu|trong đó|đồng thời|đến (?:hết |cuối )?năm|năm \d{4}|từ năm)"
PART_OPENERS = rf"(?:{STRIVE}|{MAKES}|(?:tỷ|tỉ) (?:lệ|trọng|suất)|số |mỗi |hằng |hàng |{RISE} |{FALL} |ít nhất|tối thiểu|trên|có |bình quân )"
OWN_SUBJECT = rf"(?:{STRIVE}|mỗi |từng |tổ chức )"
NOT_RESULT = r"(?:(?<!động\s)xếp loại|chấm điểm|điểm thưởng|cộng điểm|trừ điểm|bình xét|xét khen|tặng (?:giấy|bằng) khen|mức hỗ trợ|mức phạt|lãi suất|(?:khen thưởng|biểu dương|tôn vinh|vinh danh|trao thưởng)(?: [^\W\d_]+){0,4} \d|khen thưởng (?:không quá|tối đa)|(?:giấy|bằng) khen|kinh phí hỗ trợ|hỗ trợ (?:tối đa |ít nhất |không quá )?\d{1,3}% (?:chi phí|kinh phí|mức|học phí|lãi|giá trị|tiền|phí)|(?:tỷ lệ|mức) (?:đóng góp|đối ứng))"
CONDITION = r"(?:đối với|trường hợp|nếu|khi|ngoài)"
MAY = r"(?:có thể|thì|được điều chỉnh)"
BASELINE_INSIDE = r"(?:so với|đầu năm|hiện nay|hiện tại|hiện có|năm \d{4} (?:là|đạt|có)|thực trạng)"
NOT_A_STEP = r"(?:so với|đầu năm|hiện nay|hiện tại|hiện có|thực trạng)"
CASE = r"(?:khi|nếu|nơi|để xảy ra|xảy ra|trường hợp|đối với)"
COMPARED = r"so với(?: cùng kỳ)?"
THRESHOLD = r"(?:được|có|tiếp cận|sử dụng|tham gia|một trong|tổ chức được|biết)"
GOAL_LABEL = r"(?:chỉ tiêu|mục tiêu)(?: số)?\s*[\d.]*"
PLACE_PREPOSITIONS = r"(?:tại|ở|của|trong|thuộc|đội|quyết định|nghị quyết|ban chỉ đạo|điều|khoản|số|mục|đề án|quốc lộ|hệ thống)"
# What limits and past figures look like outside the goals.
PAST = r"(?:đã|hiện có|hiện còn|mới đạt)"
# A sentence that tells what was, whatever its figures.
TOLD = r"(?:theo báo cáo|đến nay|vừa qua|thời gian qua|năm ngoái|những năm qua|qua rà soát|thực tế(?=,| cho thấy)|theo chuẩn mới|toàn tỉnh (?:hiện|còn))"
# How a sentence begins that says where things stand, whatever section it is in.
STANDS_NOW = r"(?:hiện(?: nay| tại)?,? (?:toàn|cả|trên địa bàn|tỉnh|có|đang|đã)|tính đến nay)"
# … and, with a year that is over: "Tính đến tháng 12/2022, …", "Năm 2022, toàn tỉnh …".
STOOD_THEN = (
    r"(?:tính đến [^,;.]{0,30}?|(?:trong )?năm |giai đoạn \d{4} ?[-–] ?)(?P<year>(?:19|20)\d{2})"
)
STOOD_VERBS = r"(?:,| toàn \w+| cả \w+| trên địa bàn)"
GATHERINGS = r"(?:báo cáo|giao ban|họp|sơ kết|tổng kết|tổng hợp)"
# "cơ sở có | từ 10 phòng trở lên": which ones are meant, unless each one is to have so many.
QUALIFIES = r"(?:có|sử dụng|gồm|thuê|quy mô|diện tích|đạt)"
TO_HAVE = r"(?:mỗi|từng|phấn đấu|đến (?:hết |cuối )?năm|bảo đảm|đảm bảo|tỷ lệ|tỉ lệ)"
# Words of a step that name no thing: "đến năm 2028 đạt ít nhất".
STEP_WORDS = r"(?:đến|vào|trong|hết|cuối|từ|năm|giai đoạn|đạt|là|còn|có|ở|mức|khoảng|phấn đấu|và|tăng|giảm|lên|xuống|ít nhất|tối thiểu|trên|dưới|không quá|tối đa|mỗi|hằng|hàng|thêm|trở đi|trở lên|tỷ lệ này|trong đó)"
# Head rows of tables of targets.
TABLE_NAMES = r"(?:tên |nội dung |nhóm |các |hệ thống )?(?:chỉ tiêu|mục tiêu|chỉ số)(?! (?:giao|phấn đấu|kế hoạch|năm|đến))"
TABLE_UNITS = r"(?:đơn vị(?: tính)?$|đvt|đv tính|đơn vị \(?tính|đơn vị đo)"
# A table that parts one result among units: its title says so, its first column names the units.
TABLE_OF_UNITS = r"(?:phụ lục )?(?:[^.;:]{0,20}?)?(?:chỉ tiêu|mục tiêu|tỷ lệ)"
TABLE_PLACES = r"(?:tên )?(?:đơn vị|địa phương|địa bàn|huyện|xã|quận|thôn)(?!\w| tính)"
TABLE_VALUES = r"(?:kế hoạch|mục tiêu|chỉ tiêu|kết quả|giá trị|mức|phấn đấu|số lượng|kh(?!\w)|định mức|yêu cầu)"
TABLE_PAST = r"(?:thực hiện|ước thực hiện|hiện trạng|th(?!\w)|ước|thực trạng|số gốc|cơ quan|ghi chú|chủ trì|so sánh)"
RESULTS_OF = r"(?:kết quả|tình hình|công tác)(?: [^\W\d_]+){0,8}"
