"""Phrases: sections."""

# ruff: noqa: ISC004 - long alternatives run over several lines on purpose

# The first that matches a heading decides; the nearest heading that decides wins.
SECTION_KINDS: tuple[tuple[str, str], ...] = (
    ("setting", r"(?:thực trạng|đánh giá tình hình|đặc điểm|tình hình|kết quả đạt được|kết quả thực hiện"
                r"|sự cần thiết|bối cảnh|tồn tại|hạn chế|nguyên nhân|khái quát|dự báo)"),
    ("finance", r"(?:nguồn |tổng (?:số |mức |nhu cầu )?|nhu cầu |khái toán |dự kiến )?(?:kinh phí|nguồn lực tài chính|ngân sách|dự toán|nguồn vốn|nguồn lực thực hiện)"),
    ("awards", r"(?:thi đua|khen thưởng|chấm điểm|thang điểm|tiêu chí (?:chấm|đánh giá|xếp loại))"),
    ("action", r"(?:các )?(?:chỉ tiêu|mục tiêu)[^.;]{0,40}?(?:nhiệm vụ|giải pháp)"),
    ("goal", r"(?:các )?(?:mục tiêu|chỉ tiêu)|(?:một số |các )?chỉ tiêu"),
    ("view", r"(?:các )?(?:mục đích|yêu cầu|quan điểm|nguyên tắc|ý nghĩa|phương châm)"),
    ("frame", r"(?:đối tượng|phạm vi|thời gian|địa điểm|thành phần|địa bàn|chủ đề|bộ nhận diện|thông điệp"
              r"|khẩu hiệu|giải thích|cơ sở pháp lý|căn cứ (?:pháp lý|xây dựng|lập)|căn cứ$|thời hạn|thời điểm|tên )"),
    ("reporting", r"(?:chế độ )?(?:thông tin,? )?báo cáo|chế độ (?:thông tin|báo cáo)|sơ kết|tổng kết"),
    ("action", r".*?(?:nhiệm vụ|giải pháp|nội dung|tổ chức thực hiện|phân công|hoạt động|biện pháp|hình thức"
               r"|phương pháp|các bước|trách nhiệm|triển khai|công việc|lộ trình|thực hiện)"),
)  # fmt: skip
# "… CHỈ TIÊU, NHIỆM VỤ …": an upper heading that holds both decides nothing for goals below it.
CLOSINGS = (
    r"(?:trên đây là|(?:điều \d+\. )?ban hành kèm theo|trong quá trình[^.;]{0,80}?(?:nếu|có khó khăn|có vướng mắc|đề nghị|kịp thời)"
    r"|quá trình (?:triển khai|thực hiện)|nếu có (?:khó khăn|vướng mắc)|mọi vướng mắc|nhận được (?:kế hoạch|văn bản|công văn)"
    r"|(?:kế hoạch|quyết định|nghị quyết|chỉ thị|chương trình|đề án|công điện|hướng dẫn|phương án|văn bản) này (?:thay thế|có hiệu lực|được (?:phổ biến|quán triệt))|giao .{0,60} đăng tải kế hoạch|.{0,500}?chịu trách nhiệm thi hành(?: (?:quyết định|nghị quyết|kế hoạch|chỉ thị|công điện|văn bản) này|\W*$)"
    r"|(?:các ông,? bà|các ông|chánh văn phòng|thủ trưởng|giám đốc|bộ trưởng)[^.]{0,400}? (?:căn cứ|chiếu)[^.]{0,20}? quyết định(?: này)? thi hành)"
)
NO_TASK = r"(?:thời gian|địa điểm|chủ đề|thành phần|đối tượng|kinh phí|số lượng|phạm vi|bộ nhận diện|\(?phụ lục|ghi chú|\(?(?:ban hành )?kèm theo)"
# "Kế hoạch đề ra 06 nhiệm vụ, giải pháp, đó là:" opens the work itself.
SETS_OUT = r"(?:đề ra|đưa ra|xác định)[^.;:]{0,30}(?:nhiệm vụ|giải pháp)[^.;:]{0,40}:$"
FOLLOWS = r"(?:như sau|sau đây|dưới đây)"
# Words that number their items: "Nhiệm vụ 1:", "Bước 2.", "Nhóm giải pháp thứ ba:".
NAMED_ITEMS = (
    r"(?:(?:nhóm )?(?:nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|nội dung|hoạt động|dự án|đề án)(?: trọng tâm| cụ thể)?|tiểu dự án|tiểu đề án"
    r"|hợp phần|bước|nhóm|giai đoạn|đợt|chuyên đề|lĩnh vực|trụ cột)"
)
ORDINALS = r"thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
FIRST_ORDINAL = "nhất"
ORDINAL_ITEMS = (
    r"(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
    r"|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là)"
)
# How a sentence begins that asks for work without naming anybody, as press items go on.
IMPERATIVES = r"(?:tiếp tục|đẩy mạnh|tăng cường|nâng cao|tập trung|chú trọng|thực hiện|triển khai|tổ chức|xây dựng|rà soát|phát huy|huy động|hỗ trợ|khuyến khích|bảo đảm|đảm bảo|kiện toàn|hoàn thiện|đổi mới|chủ động|quan tâm|lồng ghép|thường xuyên|phấn đấu|báo cáo)"
# "UBND Quận yêu cầu các đơn vị nghiêm túc thực hiện./."
SURELY_WORK = r"nhiệm vụ|giải pháp|biện pháp|tổ chức thực hiện|phân công|hoạt động|nội dung"
FAREWELL = (
    r"yêu cầu [^.;]{0,250}?(?:triển khai|tổ chức)(?: triển khai)? thực hiện(?: (?:nghiêm túc|tốt|(?:các nội dung |nội dung )?(?:kế hoạch|chỉ thị)(?: này)?)){0,2}[\W]{0,6}$|"
    r"(?:[^.;]{0,120}? )?(?:yêu cầu|đề nghị) [^.;]{0,250}?(?:nghiêm túc|quan tâm|khẩn trương)[^.;]{0,60}?(?:thực hiện|triển khai)"
    r"(?: (?:các nội dung |nội dung )?(?:kế hoạch|chỉ thị|văn bản|công văn|nội dung)[^.;]{0,20}| nghiêm túc| tốt)?[\W]{0,6}$"
)
