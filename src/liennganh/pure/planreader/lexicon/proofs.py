"""Phrases: results without a figure, and what would show that they are there."""

# ruff: noqa: ISC004 - long alternatives run over several lines on purpose

# The first that fits decides what an officer may ask to see.
PROOFS: tuple[tuple[str, str], ...] = (
    (r"đăng tải|đăng (?:tin|bài|trên|công khai)|công khai trên|phát sóng|phát trên|cập nhật trên|đưa tin|công bố", "đường dẫn và ngày đăng, phát"),
    (r"thành lập|kiện toàn", "số, ngày của quyết định thành lập, kiện toàn"),
    (r"(?:đưa|lồng ghép|tích hợp) (?:[^\W\d_]+ ){0,8}?vào|được (?:đưa|lồng ghép|tích hợp) vào|được giảng dạy", "văn bản, chương trình có nội dung đã đưa vào"),
    (r"(?:ban hành|hoàn thiện|sửa đổi|bổ sung|phê duyệt|ký kết|ký|xây dựng)(?: và [^\W\d_]+(?: [^\W\d_]+)?)?(?: (?:được|các|một số|hệ thống))? (?:quy chế|chương trình|kế hoạch|đề án|quy định|nghị quyết|văn bản|hướng dẫn|quy trình|chính sách|cơ chế|bộ (?:quy|tiêu)|tiêu chí|thỏa thuận|biên bản|thể chế|danh mục|phương án)"
     r"|(?:kế hoạch|quy chế|đề án|quy định|văn bản|cơ chế|chính sách|quy trình|thể chế)[^,;]{0,60} được (?:xây dựng|ban hành|phê duyệt|hoàn thiện|ký)", "số, ngày của văn bản"),
    (r"mô hình|câu lạc bộ|phong trào|điểm sáng|điểm mẫu", "danh sách, nơi thực hiện và kết quả hoạt động"),
    (r"cơ sở dữ liệu|phần mềm|hệ thống thông tin|nền tảng|cổng (?:thông tin|dịch vụ)|ứng dụng|đường dây nóng|tổng đài|trang (?:thông tin|web)", "biên bản đưa vào sử dụng và số liệu vận hành"),
    (r"tập huấn|bồi dưỡng|đào tạo|hội nghị|hội thảo|tọa đàm|hội thi|diễn đàn|tổ chức (?:các |được )?(?:lớp|cuộc|buổi|đợt|lễ)", "kế hoạch, danh sách người dự và biên bản"),
    (r"kiểm tra|thanh tra|giám sát|kiểm soát", "kế hoạch và biên bản kiểm tra"),
    (r"không để (?:xảy ra|phát sinh|tái|hình thành)|không (?:còn|có|phát sinh|xảy ra)|chấm dứt|xóa bỏ", "báo cáo “không phát sinh” của từng nơi theo kỳ"),
    (r"phát hiện|xử lý|giải quyết|tiếp nhận|triệt phá|đấu tranh|ngăn chặn", "sổ theo dõi và kết quả xử lý từng vụ việc"),
    (r"xây dựng|lắp đặt|nâng cấp|đầu tư|trang bị|bố trí", "biên bản nghiệm thu, bàn giao"),
    (r"hỗ trợ|trợ giúp|tư vấn|tiếp cận|hưởng|chăm sóc|được cấp|được khám|bảo vệ", "danh sách hoặc số liệu do nơi hỗ trợ xác nhận"),
    (r"tuyên truyền|truyền thông|phổ biến", "số buổi, số lượt người và tài liệu đã dùng"),
    (r"duy trì|vận hành|hoạt động (?:thường xuyên|ổn định|hiệu quả)|kết nối|cung cấp", "số liệu hoạt động theo từng kỳ"),
)  # fmt: skip
# A result that is told as one: something has been done; being improved or heeded shows nothing.
DONE = r"được (?!(?:nâng cao|nâng lên|tăng cường|quan tâm|cải thiện|bảo đảm|đảm bảo|phát huy|chú trọng|củng cố|đề cao|đẩy mạnh|coi|xem|học|sống|lớn lên|vui chơi|tôn trọng|giữ vững|mở rộng|thúc đẩy|phát triển|tạo)(?!\w))[^\W\d_]+"
# Where the plan itself says what shows it: "…, có biên bản của chính quyền cơ sở".
STATED_PROOF = r"(?:có|bằng|theo|kèm|thể hiện (?:ở|bằng|qua)) (?P<proof>(?:biên bản|ảnh|hình ảnh|hồ sơ|văn bản|danh sách|quyết định|công bố|xác nhận|kết quả (?:khảo sát|đánh giá|xếp hạng)|đường dẫn|sổ|giấy (?:chứng nhận|xác nhận)|phiếu|đánh giá)[^,;.]{0,120})"
# A result that is told as a deed with something to show at its end.
DEEDS = (
    r"(?:ban hành|thành lập|kiện toàn|hoàn thành|hoàn thiện|duy trì|nhân rộng|hình thành|vận hành|ký kết|công bố|lắp đặt|bố trí|kết nối|cung cấp|tổ chức|triệt phá|đấu tranh triệt phá|chấm dứt|xóa bỏ|đưa [^,;]{2,60}? vào"
    r"|không (?:để|còn|phát sinh|xảy ra|có)|xử lý|giải quyết (?:dứt điểm|triệt để|kịp thời)|đăng tải"
    r"|xây dựng(?! (?:môi trường|xã hội|gia đình|nền|văn hóa|con người|đội ngũ|lực lượng|ý thức|lối sống|nếp sống|hình ảnh|niềm tin|thói quen|đời sống|nông thôn)))"
)
# Words before a deed that change nothing about it.
BEFORE_A_DEED = r"(?:tiếp tục|phấn đấu|bảo đảm|đảm bảo|từng bước|cơ bản|chủ động|phối hợp|đến (?:hết |cuối )?năm \d{4}|hằng năm|hàng năm|thường xuyên|và|tập trung)"
# Who may do it: "Các xã, phường ban hành quy chế phối hợp".
DOERS = r"(?:các |mỗi |toàn |tất cả )?(?:xã|phường|huyện|tỉnh|thành phố|thôn|địa phương|cơ quan|đơn vị|ubnd|ủy ban|sở|ban|ngành|trường|mô hình|câu lạc bộ|hệ thống|tổ|đội|doanh nghiệp|cơ sở)"
# Aims that no paper shows, and purposes that follow a deed.
MERE_AIMS = (
    r"(?:(?:tiếp tục|từng bước|không ngừng|góp phần|nhằm|chủ động|phấn đấu) ){0,3}(?:nâng cao|tăng cường|đẩy mạnh|phát huy|tạo|góp phần|khơi dậy|thúc đẩy|cải thiện|củng cố|quán triệt|quan tâm"
    r"|chú trọng|huy động|hạn chế|đề cao|giảm thiểu|hướng tới|xác định|thu hẹp|phòng ngừa|ngăn chặn|đẩy lùi|kiềm chế|kế thừa|lấy|coi|đổi mới|triển khai (?:đồng bộ|có hiệu quả|hiệu quả|đầy đủ)|thực hiện (?:đồng bộ|tốt|có hiệu quả|hiệu quả|đầy đủ|nghiêm))(?!\w)"
)
PURPOSE = r"(?:nhằm|để|góp phần|qua đó|từ đó|hướng tới)(?!\w)"
SPECIFIC_GOALS = (
    r"(?:các |một số )?(?:mục tiêu,? cụ thể|mục tiêu cụ thể|chỉ tiêu|mục tiêu(?:,| và) chỉ tiêu)"
)
GENERAL_GOALS = r"(?:mục tiêu (?:chung|tổng quát|tổng thể)|mục đích|yêu cầu|quan điểm)"
PLAIN_GOALS = r"mục tiêu\W*$"
# Lines under goals that are no goals: "Thời gian: …", "Đối với …".
NO_RESULT = r"(?:thời gian|địa điểm|chủ đề|thành phần|đối tượng|kinh phí|số lượng|phạm vi|bộ nhận diện|đối với|trường hợp|riêng|lưu ý|ghi chú|trong đó)"
