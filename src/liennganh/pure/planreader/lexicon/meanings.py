"""Phrases: what a target means."""

# Years and periods around a figure; they tell the horizon and are no part of what is counted.
TIME_FRAME = (
    r"từ nay(?: đến (?:hết |cuối )?năm \d{4})?|(?:(?:tính |phấn đấu )?(?:đến|vào|trong|từ|hết|cuối|ngay từ) (?:hết |cuối |thời điểm |đầu )?)?năm \d{4}(?: trở đi)?"
    r"|(?:trong |cả |toàn )?giai đoạn \d{4}\s?[-–]\s?\d{4}|(?:trong )?cả giai đoạn"
    r"|(?:bình quân |trung bình )?(?:mỗi|hằng|hàng|một) năm|bình quân năm|/\s?năm|trong năm(?! \d)"
    r"|(?:trước|đến)(?: ngày)? \d{1,2}/\d{1,2}/\d{4}|so với (?:cùng kỳ )?năm \d{4}"
)
# Words that only lead to a figure: "Phấn đấu …", "Đảm bảo …", "… đạt".
AIMS = r"(?:phấn đấu|bảo đảm|đảm bảo|đạt|có|còn|duy trì|giữ vững|giữ|tiếp tục|là|chiếm|ở mức|lên|xuống|xuống còn|lên đến|khoảng|được|ổn định|trong đó|và|đồng thời|thực hiện|tỷ lệ này|ít nhất|tối thiểu|trên|dưới|không quá|từ|đến)"
# "… giảm còn", "… đạt tỷ lệ", "… chỉ còn gấp": what leads to a figure at the end of its words.
LEADS = r"(?:giảm|tăng|nâng|kéo giảm|hạ|gấp|chỉ|tỷ lệ|tỉ lệ|dần|mức)"
SHARE_NOUNS = r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)"
# "Tỷ lệ nữ …": a part of a whole that is not printed.
PART_OF_UNPRINTED = r"(?:nữ|nam) "
MEASURES = r"(?:chỉ số|mức|tỷ suất|tỉ suất|tỷ số|tỉ số|hệ số|độ) "
NUMBER_NOUNS = r"(?:tổng số lượng|tổng số|số lượng|số)"
DETERMINERS = r"(?:của |trong |trên )?(?:tổng số |số lượng |số (?!hóa|liệu)|toàn bộ |tất cả )?(?:các |những )?"
OUT_OF = r"(?:trên|trong|so với|thuộc|/) tổng(?: số)?"
# Where a group ends and what is to be true of it begins. "có" of a relative clause is not here.
PREDICATES = (
    r"(?:được|không còn|không có|không bị|không để|không phát sinh|không xảy ra|có|tổ chức|xây dựng|triển khai|lồng ghép|tham gia|sử dụng|tiếp cận|duy trì|hoàn thành|ban hành|thực hiện|bố trí"
    r"|thành lập|đăng ký|cung cấp|bảo đảm|đảm bảo|đáp ứng|áp dụng|kết nối|cập nhật|nộp|ký cam kết|ký kết|đi học|ra lớp|tốt nghiệp|biết|hiểu|nắm|đạt|cam kết|cài đặt|công khai|trang bị|chấp hành"
    r"|mỗi (?:tuần|tháng|quý|năm)|hài lòng|vận hành|số hóa|phát sóng|đăng tải|lắp đặt|có mặt|hòa giải thành|ổn định|niêm yết|phát bài|phát thanh|mở mục|mở chuyên|trả lời|đúng hạn|trước hạn|tổ chức được)"
)
# A thing done to somebody, and what such a clause may follow without a break.
PASSIVE = r"được"
# Relative clauses that belong to the group: who among them.
CONDITIONS = (
    r"(?:có nhu cầu|có đủ điều kiện|đủ điều kiện|có hồ sơ|có hoàn cảnh|có nguy cơ|có khả năng|có đăng ký|có liên quan|có điều kiện|có việc làm|có trình độ|có thẩm quyền|có công|có uy tín"
    r"|thuộc (?:diện|đối tượng|nhóm|hộ|phạm vi)|trong (?:độ tuổi|diện)|trong khu|từ \d+ (?:tuổi )?(?:đến|trở lên)|dưới \d+ tuổi|được phát hiện|phát sinh|đến hạn|đang|đã|mới|còn|chưa)"
)
# Of these, the ones worth naming apart: need, right, age, being on file.
NEEDS = r"(?:có nhu cầu|có đủ điều kiện|đủ điều kiện|có hồ sơ|có hoàn cảnh|có nguy cơ|thuộc (?:diện|đối tượng|nhóm)|trong (?:độ tuổi|diện)|được phát hiện|đến hạn|từ \d+ tuổi)"
# What follows tells how or why, no longer who.
ADJUNCTS = r"(?:bằng (?:các|những|nhiều|hình)|thông qua|nhằm|theo quy định|theo hướng|qua đó|góp phần|phù hợp với)"
TERRITORY_LIST = r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|ấp|buôn|tổ dân phố|khu phố|khu dân cư)"
TERRITORY_TAIL = r"(?:trên địa bàn|thuộc|của|vùng|miền|biên giới|đặc biệt|khó khăn|trong|ven|nơi)"
KEEPS_UP = r"(?:duy trì|giữ vững|giữ|ổn định|tiếp tục duy trì|bảo đảm duy trì)"
KEPT_UP_INSIDE = r"(?:duy trì (?:thường xuyên|ổn định|liên tục|bền vững|hoạt động)|trở đi|thường xuyên, liên tục|hằng tháng|hàng tháng|hằng quý|hàng quý|mỗi quý|mỗi tháng)"
ADDED_UP = r"(?:trong (?:cả )?giai đoạn|cả giai đoạn|toàn giai đoạn|giai đoạn \d{4}\s?[-–]\s?\d{4}|lũy kế|luỹ kế|cộng dồn|trong (?:cả )?\d{1,2} năm|tổng cộng|trong nhiệm kỳ|cả nhiệm kỳ)"
REACHED = r"(?:(?:đến|vào|hết|cuối)(?: hết| cuối| thời điểm)? năm \d{4}|năm \d{4}|(?:trước|đến)(?: ngày)? \d{1,2}/\d{1,2}/\d{4})"
AT_LEAST_ONCE = r"ít nhất (?:là )?(?:một|01|1|một \(01\)) lần"
# Things that happen one by one: all of them, as they come, is the same in every period.
OCCURRENCES = r"(?:tố giác|tin báo|khiếu nại|tố cáo|kiến nghị|phản ánh|đơn|vụ|vụ việc|vụ án|hồ sơ|trường hợp|sự cố|hành vi|vi phạm|thông tin|văn bản|yêu cầu|ca|nạn nhân)"
REFERS_BACK = r"(?:này|đó|nói trên|nêu trên|trên đây)(?!\w)"
CHANGED_FROM = r"(?:so với|lần(?= (?:năm|cùng kỳ|mức)))(?: của)? "
YEAR_BEFORE = r"(?:cùng kỳ|năm (?:trước|liền trước|liền kề|trước đó))"
EACH_OF = r"(?:mỗi|từng)(?: một)? (?!(?:ngày|tuần|tháng|quý|năm|lần)(?!\w))"
# A clause that opens with a verb tells what is done, not what is counted.
DOING = r"(?:tổ chức|xây dựng|triển khai|thực hiện|kiểm tra|thành lập|hỗ trợ|đào tạo|tập huấn|bồi dưỡng|tạo|giải quyết|phát|mở|trồng|cai|xử lý|rà soát|tuyên truyền|cung cấp|đưa|giúp|cấp|lắp|khám|tư vấn|vận động|thu hút|kết nạp|nâng|cải tạo|sửa chữa|giới thiệu|tiếp nhận|huy động|in|trao|tặng|phát hành|biên soạn|nhân rộng|đấu tranh|bố trí|ban hành|thí điểm|xóa|nâng cấp|mở rộng|phủ|sản xuất|số hóa|chỉ đạo|chủ trì|phối hợp|triệt|lập|dạy|chọn|chữa)"
# "Theo kế hoạch, tỉnh phấn đấu …": what comes before an aim names nothing that is counted.
AIMED = r"(?:phấn đấu|đặt (?:ra )?(?:mục tiêu|chỉ tiêu))"
# "Đưa tỷ lệ … xuống dưới 13%": verbs that only move a measure.
MOVES_A_MEASURE = r"(?:đưa|kéo|hạ|giữ|khống chế|duy trì|nâng)(?= (?:tỷ|tỉ|số|mức) )"
