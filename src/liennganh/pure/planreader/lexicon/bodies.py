"""Phrases: bodies."""

# First words of a body's name. Written as printed: a small letter may open one ("phòng Tư pháp").
BODY_HEADS = (
    r"(?:[Ss]ở(?! (?:hữu|thích|dĩ|trường))|Bộ(?! (?:tiêu chí|chỉ số|máy|luật|sách|tài liệu|dữ liệu|câu hỏi|mã|nhận diện|thủ tục|phận(?! \w)|quy|công cụ))|BỘ(?= )"
    r"|[Pp]hòng(?!,| (?:chống|ngừa|cháy|vệ|dịch|học|khám|ở|trọ|trừ|tránh|bệnh))"
    r"|Ban(?! (?:hành|đầu|ngành|đêm))|[UỦuủ][yỷ] ban|[UỦuủ][yỷ] viên(?= )|UBND|UBMTTQ\w*|HĐND|MTTQ"
    r"|[Hh]ội(?! (?:nghị|thảo|nhập|thi|viên|tụ|chứng|họp|chợ|diễn|thao|trại|khỏe|khoẻ|đàm|trường|xuân|quán))"
    r"|Hội đồng|[Cc]ông an|CATP|CAT|CAX|[Tt](?:òa|oà) án|TAND|VKSND|[Vv]iện [Kk]iểm sát|Viện(?! (?:trợ|phí|dẫn))|VKS|Đài(?! tưởng)|Báo(?! (?:cáo|hiệu|động|giá|chí))|Tạp chí|Trung tâm(?! của)|TTYT|[Vv]ăn phòng(?! phẩm)|VP|Chi cục|Cục(?! bộ)|Tổng cục"
    r"|Vụ(?! (?:việc|án|mùa|thu|đông|xuân|hè))|Thanh tra(?= (?:[A-ZĐ]|tỉnh|thành phố|huyện|quận|xã|sở|nhà nước|giao thông|chuyên ngành|liên ngành|bộ(?! máy)))|Liên đoàn|LĐLĐ|Liên hiệp|Liên minh|Liên hội|Đoàn(?! (?:kết|viên))|Thành [Đđ]oàn|Tỉnh [Đđ]oàn|Huyện [Đđ]oàn|Quận [Đđ]oàn|Xã [Đđ]oàn|Đoàn TN|Mặt trận|UB MTTQ|Chi nhánh|Phòng giao dịch|Ngân hàng|NHCSXH"
    r"|Bảo hiểm xã hội|BHXH|Kho bạc|KBNN|Trường(?! (?:hợp|học an toàn|quay))|Bệnh viện|Phòng khám|Trạm|Đội(?! ngũ)|Tổ(?! (?:chức|hợp))|Bộ đội|Bộ [Cc]hỉ huy|Bộ Tư lệnh|Ban [Cc]hỉ huy|Đồn|Hải quan|Thuế(?= (?:tỉnh|thành phố|cơ sở|khu vực|[A-ZĐ]))|Quỹ(?! (?:đất|thời|khen|lương))"
    r"|[Tt]hủ trưởng|[Nn]gười đứng đầu|(?:Đồng chí |Ông |Bà )?(?:[Pp]hó )?Chủ tịch|[Pp]hó [Gg]iám đốc|Giám đốc|Hiệu trưởng|Chánh Văn phòng|Chánh Thanh tra|Viện trưởng|Chánh án|Kế toán|Bí thư|(?:Đồng chí|Đ/c|đồng chí|đ/c)(?= )"
    r"|[Tt]hành viên(?= (?:Ban|Tổ|Đội|Hội đồng|BCĐ))|(?:Cán bộ|Chuyên viên|Công chức|Viên chức|Nhân viên)(?= (?:phụ trách|làm|chuyên trách|tham mưu|thuộc))|Trưởng(?! thành)|Lãnh đạo(?= (?:[A-ZĐ]|các (?!cấp|hoạt|công)))|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Đảng ủy|Đảng uỷ|Đảng bộ|Chi bộ|Đảng đoàn|Ban [Cc]án sự|Cổng|Học viện|Đại học|Công ty|[Cc]ông chức(?= [A-ZĐ])|Tập đoàn|Câu lạc bộ"
    r"|Ngành(?! nghề)|ngành(?= [A-ZĐ])|Cơ quan|cơ quan|Đơn vị|lực lượng|Lực lượng|BCĐ|BQL|Doanh nghiệp|Hiệp hội|Liên ngành|HTX|Hợp tác xã"
    r"|Thông tấn xã|Kiểm toán(?= (?:[A-ZĐ]|nhà))|Bưu điện|Viễn thông|Điện lực|Hạt [Kk]iểm lâm|Cảng vụ|Tổng công ty|Thường trực|Bộ phận|Công đoàn|Quận ủy|Quận uỷ|Nhà văn hóa|Nhà Thiếu nhi|Nhà thiếu nhi|Cung |Thư viện|Bảo tàng|Cơ sở cai nghiện|Làng trẻ|Đoàn Luật sư|Khu di tích|Vườn [Qq]uốc gia"
    r"|[Cc]hính quyền(?= (?:địa phương|các cấp|cơ sở|cấp|[Tt]hành phố|tỉnh|huyện|xã))|báo, đài|[Cc]ông đoàn(?= (?:cơ sở|cấp|ngành|các))|[Tt]rưởng (?:thôn|ấp|bản|khóm|buôn|khu phố)|[Tt]ổ trưởng(?= (?:các )?tổ)|[Cc]hủ (?:chương trình|dự án|đầu tư)|Ấp|Thôn(?! tin)|Bản(?= [A-ZĐ])|Khu phố)"
)
# Heads that name nobody by themselves ("Hội", "Tổ …"): a word of the name must follow.
NEEDS_NAME = (
    r"(?:[Hh]ội|Trường|Tổ|Đội|Quỹ|Cục|Vụ|Viện|Đoàn|Đồn|Trạm|Trưởng|Lãnh đạo|[Pp]hòng|Ban|Bộ|[Ss]ở|Ngành|Đơn vị|Cơ quan|cơ quan|Chi cục|Tổng cục|Trung tâm|Liên hiệp"
    r"|Cổng|Bản|Cung|Học viện|Đại học|Công ty|Đồng chí|Thủ trưởng|thủ trưởng|[Nn]gười đứng đầu|Ủy viên|Uỷ viên|Lực lượng|lực lượng|Đài|Bộ phận)"
)
# Bodies whose names are made of words of two syllables ("Sở Văn hóa, Thể thao và Du lịch"): a small
# word after those is no longer the name, whatever it is. The tails are the exceptions.
STRICT_HEADS = r"(?:[Ss]ở|[Ll]ực lượng|[Nn]gành|Bộ(?! (?:[Cc]hỉ|đội|Đội|phận|Tư lệnh)))"
STRICT_TAILS = r"(?:nông thôn|vận tải|thực phẩm|đô thị|đầu tư|thương binh|xã hội|công nghệ|môi trường|thể thao|du lịch|công nghiệp|kiến trúc|biên phòng)"
# A councils' or committee's purpose, up to the unit it belongs to, is part of its name.
COMMITTEES = r"(?:Ban [Cc]hỉ đạo|Ban [Cc]hỉ huy|Ban [Vv]ận động|Ban [Đđ]iều hành|Ban [Qq]uản lý|BCĐ|BQL|Tổ [Cc]ông tác|Tổ [Gg]iúp việc|Hội đồng|Đội [Cc]ông tác|Quỹ)"
COMMITTEE_PURPOSE = (
    r"(?:[Pp]hòng,? chống|thực hiện|triển khai|xây dựng|[Pp]hối hợp phổ biến|[Pp]hổ biến|thi đua|[Tt]hi đua|các (?:[Cc]hương trình|chương trình)|[Cc]hương trình"
    r"|về|công tác|vận động|tư vấn|bảo vệ|bảo trợ|giảm|[Gg]iảm|cải cách|[Cc]ải cách|phát triển|[Pp]hát triển|quản lý|[Cc]huyển đổi|bảo đảm|toàn dân|phong trào)"
)
COMMITTEE_STOPS = (
    r"(?:chủ trì|phối hợp với|phối hợp cùng|có trách nhiệm|chịu trách nhiệm|tham mưu|chủ động|tổ chức|hướng dẫn|đôn đốc|theo dõi|báo cáo|định kỳ|thường xuyên|tiếp tục"
    r"|tăng cường|kiện toàn|ban hành|họp|yêu cầu|phân công|tổng hợp|rà soát|giao|đề nghị|được|phải|cần)"
)
CLASS_OPENERS = r"(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Tt]ất cả các)"
# Nouns that enumerate classes of bodies ("các sở, ban, ngành, đoàn thể tỉnh").
CLASS_NOUNS = (
    r"(?:[Ss]ở|[Bb]an|[Nn]gành|[Hh]ội|[Đđ]oàn thể|[Pp]hòng|[Bb]an ngành|[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương|[Tt]ổ chức|[Cc]á nhân|[Bb]áo|[Đđ]ài"
    r"|[Hh]uyện|[Tt]hành phố|[Tt]hị xã|[Tt]hị trấn|[Qq]uận|[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hôn|[Ấấ]p|khu phố|[Bb]uôn|[Kk]hóm|[Tt]ổ dân phố|bản|làng|khu vực|[Bb]ộ|[Cc]ấp|[Tt]rường|[Bb]ệnh viện"
    r"|[Tt]hành viên|[Dd]oanh nghiệp|hợp tác xã|trung tâm|lực lượng|quân khu|[Cc]hi bộ|[Đđ]ảng bộ|[Đđ]ảng (?:ủy|uỷ)|tiểu dự án|nội dung thành phần|ủy ban)"
)
# Parts of names that begin with a small letter after "và" or ",".
TERRITORY_WORDS = r"(?:tỉnh|[Tt]hành phố|TP|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|thôn|ấp|buôn|khóm|khu phố|cấp \w+|địa phương)"
UNIT_CLASSES = (
    r"(?<!\w)(?:các|cấp) (?:huyện|quận|xã|phường|thị xã|thị trấn|thành phố|đặc khu|ban|tỉnh)"
)
# A unit closes the name before it: only these small words may still follow.
CLOSING_UNIT = r"(?:tỉnh(?! (?:ủy|uỷ|đoàn))|thành phố|huyện(?! (?:ủy|uỷ|đoàn))|quận(?! (?:ủy|uỷ|đoàn))|thị xã|thị trấn|(?<!tác\s)xã(?! (?:hội|đoàn))|phường|đặc khu|khu phố|tổ dân phố|thôn(?! tin)|địa phương|các cấp|cùng cấp|cấp (?:tỉnh|huyện|xã|thành phố|cơ sở|trung ương))"
AFTER_UNIT = r"(?:công đoàn|trực thuộc|trung ương|biên giới|miền núi|miền biển|ven biển|hải đảo|bãi ngang|khu vực|vùng|nội thành|ngoại thành|trọng điểm|mới|đảo)"
FORCES = r"(?:công an|quân đội|quân sự|biên phòng|bộ đội biên phòng|dân quân(?: tự vệ)?|cảnh sát|kiểm lâm|dân phòng|xung kích)"
# The last syllables of what closes a unit's name.
UNIT_ENDS = (
    "tỉnh",
    "phố",
    "huyện",
    "quận",
    "xã",
    "trấn",
    "phường",
    "khu",
    "thôn",
    "phương",
    "cấp",
    "sở",
    "ương",
)
UNIT_TAIL = r"(?:xã|phường|huyện|quận|thị trấn|thôn|ấp|khóm)"
ANYBODY = r"(?:các )?(?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương),?(?: (?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương),?){0,3} (?:có )?liên quan"
APPOSITION = r"\s*[-–] (?:[Cc]ơ quan [Tt]hường trực|cơ quan|đơn vị|là|thường trực)(?!\w)"
GENERIC_MARKS = r"(?:liên quan|chức năng|được giao|được phân công|hữu quan|^(?:các |những )?(?:cơ quan|đơn vị|sở|ban|ngành|phòng|đoàn thể|tổ chức)[^,]{0,40}cùng cấp|khác$|quản lý nhà nước|^(?:các )?cơ quan chủ trì$|^chính quyền (?:địa phương|các cấp)$)"
# "các sở, ban, ngành" with no territory after it names nobody in particular.
GENERIC_CLASS = (
    r"(?:các |những |một số )?(?:(?:sở|ban|ngành|ban ngành|đoàn thể|phòng|hội|cơ quan|đơn vị|địa phương|tổ chức|cá nhân|lực lượng|cấp|cấp ủy"
    r"|doanh nghiệp|bộ)(?: đảng)?(?:,? (?:và )?|$))+"
    r"(?:(?:thành phố|tỉnh|địa phương|nhà nước|chuyên môn|trực thuộc)$)?"
)
# "các sở, ban, ngành, đoàn thể Thành phố" is a class that exists, "các cơ quan, đơn vị thành phố" is not.
REAL_CLASS = r"(?:các )?bộ, (?:cơ quan )?(?:ban, )?ngành(?:,| và|, và) (?:địa phương|các địa phương|trung ương)|(?:các |những )?(?:sở|ban|ngành|phòng|hội|đoàn thể).*(?:tỉnh|thành phố|huyện|quận|xã|phường|cấp \w+|đặc khu)$"

# Small-letter words that end a body's name: what it does, or how the sentence goes on.
ACTION_WORDS = (
    "chủ trì", "chủ động", "chịu trách nhiệm", "có trách nhiệm", "có nhiệm vụ", "có kế hoạch", "có", "phối hợp", "phối kết hợp", "tham mưu",
    "hướng dẫn", "chỉ đạo", "tổ chức", "xây dựng", "triển khai", "thực hiện", "tăng cường", "tiếp tục", "nghiên cứu", "theo dõi", "tổng hợp",
    "báo cáo", "định kỳ", "thường xuyên", "kiểm tra", "giám sát", "đôn đốc", "rà soát", "đẩy mạnh", "nâng cao", "bố trí", "căn cứ", "phải", "cần",
    "đăng tải", "đẩy nhanh", "tuyên truyền", "vận động", "thu thập", "cung cấp", "lồng ghép", "ban hành", "phê duyệt", "thẩm định", "trình", "đề xuất", "đề nghị",
    "yêu cầu", "quản lý", "huy động", "phát động", "phát hiện", "thông tin", "thông báo", "chuẩn bị", "tham gia", "đưa", "gửi", "hỗ trợ", "tạo điều kiện",
    "để", "trong", "về", "theo", "tại", "trên cơ sở", "nhằm", "được", "là", "đã", "sẽ", "khi", "cho", "với", "vận hành", "bảo đảm", "đảm bảo", "duy trì",
    "phân công", "giao", "cử", "lập", "ưu tiên", "tích cực", "kịp thời", "trực tiếp", "khẩn trương", "hoàn thành", "hoàn thiện", "cập nhật", "đánh giá",
    "xác minh", "xử lý", "thanh tra", "điều tra", "truy tố", "xét xử", "đấu tranh", "triệt phá", "phổ biến", "giáo dục", "đào tạo", "tập huấn", "bồi dưỡng",
    "mở rộng", "phát triển", "kết nối", "tiếp nhận", "thành lập", "kiện toàn", "ứng dụng", "khảo sát", "thống kê", "sơ kết", "tổng kết", "phân bổ",
    "cân đối", "sử dụng", "chọn", "lựa chọn", "làm tốt", "làm đầu mối", "đồng thời", "nghiêm túc", "quán triệt", "cụ thể hóa", "cụ thể hoá", "tư vấn", "vừa", "yêu", "sắp xếp",
    "chấp hành", "quan tâm", "chú trọng", "tập trung", "ký", "trao đổi", "soạn thảo", "biên soạn", "phát hành", "in", "viết", "đổi mới", "đề ra", "góp ý",
    "phụ trách", "thiết kế", "thiết lập", "đầu tư", "tiến hành", "xem xét", "biết", "đưa ra", "ngăn chặn", "phòng ngừa", "sàng lọc", "khám", "điều trị",
    "thí điểm", "mỗi", "hằng năm", "hàng năm", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "trước", "sau", "qua", "thông qua", "bằng", "từ", "đến", "vào", "quyết định", "giúp", "kiểm soát", "nắm", "mở", "số hóa",
    "phủ sóng", "cấp phát", "chi trả", "bàn giao", "bảo vệ", "biểu dương", "cải cách", "cải thiện", "can thiệp", "chăm sóc", "chia sẻ", "chuyển giao",
    "công bố", "công khai", "củng cố", "dự thảo", "giải quyết", "giới thiệu", "họp", "khai thác", "khen thưởng", "khuyến khích", "kêu gọi", "lan tỏa",
    "lấy ý kiến", "liên hệ", "mua sắm", "ngăn ngừa", "nghiệm thu", "tiếp nhận", "nhắc nhở", "niêm yết", "phản ánh", "phân tích", "phân loại", "phân cấp",
    "phấn đấu", "phục vụ", "rút kinh nghiệm", "sản xuất", "sửa chữa", "sửa đổi", "tạo lập", "tận dụng", "thúc đẩy", "thực thi", "tiếp cận",
    "trang bị", "trao", "trợ giúp", "truyền thông", "tuyển dụng", "tuyển sinh", "tôn vinh", "vinh danh", "xác định", "xác nhận", "xuất bản", "ra quân",
    "dạy", "hưởng ứng", "tầm soát", "tiêm", "treo", "lắp đặt", "nuôi dưỡng", "số hoá", "tích hợp", "vận dụng", "thẩm tra", "giữ vững", "nêu cao",
    "dọn dẹp", "tuần tra", "canh gác", "bắt giữ", "khởi tố", "áp dụng", "bổ sung", "bổ nhiệm", "chuyển đổi", "chuyển", "đối chiếu", "lưu trữ", "ghi nhận",
    "khuyến cáo", "cảnh báo", "cắm biển", "dạy bơi", "phân luồng", "điều tiết", "điều phối", "điều động", "đình chỉ", "tạm dừng", "tháo gỡ", "tháo dỡ", "thu hồi", "thu gom",
    "thu hút", "thu thuế", "giải ngân", "quyết toán", "thanh toán", "thanh quyết toán", "bảo trì", "bảo dưỡng", "bảo quản", "sửa", "nâng cấp", "cải tạo", "tu bổ", "tôn tạo", "trùng tu",
    "trồng", "chăn nuôi", "tiêm phòng", "tiêm chủng", "phun", "khử khuẩn", "cách ly", "cấp cứu", "cứu hộ", "cứu nạn", "sơ cứu", "vận chuyển", "dự trữ", "tiếp tế", "cứu trợ",
    "quyên góp", "thăm", "tặng", "trao tặng", "tổng rà soát", "tổng kiểm tra", "thẩm duyệt", "xét duyệt", "xét", "công nhận", "xếp loại", "xếp hạng", "chấm điểm", "bình xét", "nhập", "kê khai",
    "đăng ký", "khai báo", "tố giác", "lên án", "răn đe", "giáo dục", "cảm hóa", "hòa giải", "tham vấn", "đối thoại", "lắng nghe", "giải đáp", "trả lời", "tiếp thu", "giải trình",
    "nhận diện", "dự báo", "đo lường", "phân công", "phân nhiệm", "ủy quyền", "phân quyền", "giám định", "kiểm định", "kiểm kê", "kiểm nghiệm", "lấy mẫu", "xét nghiệm", "truy vết",
    "định hướng", "mời", "gặp gỡ", "đón tiếp", "khai mạc", "bế mạc", "phát sóng", "đưa tin", "truyền tải", "tạo", "khơi dậy", "khích lệ", "động viên", "tri ân", "giữ gìn", "gìn giữ",
    "phòng, chống", "đề phòng", "né tránh", "hạn chế", "giảm", "tăng", "xóa", "xoá", "chấm dứt", "triệt để", "kiên quyết", "chịu", "hợp tác", "ký kết", "cam kết", "giao ban",
    "vay", "cho vay", "nhân rộng", "gắn", "lấy", "đồng chủ trì", "dự kiến", "còn", "thì", "nếu", "khắc phục", "đối với", "nơi", "không", "do", "như", "cùng",
)  # fmt: skip
# What a body is for may stand right after its first word: "Đội kiểm tra liên ngành".
BODY_PURPOSE = (
    r"(?:Đội|Tổ|Đoàn|[Cc]ơ quan|Ban|Trung tâm|[Ll]ực lượng|Trạm|Phòng|phòng) "
    r"(?:kiểm tra|điều tra|thanh tra|giám sát|kiểm soát|quản lý|tiến hành|thường trực|chủ quản|chủ trì|thông tin|tiếp nhận|hỗ trợ|tư vấn|giúp việc|thi hành|phòng, chống|bầu cử|công tác|kiểm phiếu|bảo vệ|truyền thông|phản ứng|tuyên truyền|hòa giải|hoà giải|tuần tra|chuyển đổi số|xung kích|cứu hộ|thẩm định|xét|rà soát|soạn thảo|biên tập|tự quản|vận động|khảo sát)"
    rf"|[Ll]ực lượng {FORCES}(?:,? (?:và )?{FORCES})*"
    # "ngành giáo dục": a branch is called by two syllables.
    r"|[Nn]gành (?!liên|chức|có|nghề|hàng|dọc|được|theo|tham|chủ|phối|căn|xây|tổ|và|thực|trực|cần|phải|cấp)[a-zđ]\w* \w+"
)
# Persons called by what they are in charge of: in a heading, all of it is the name.
IN_CHARGE = r"(?:(?:Cán bộ|Công chức|Viên chức|Chuyên viên|Nhân viên)(?: \w+){0,4}? (?:phụ trách|chuyên trách|làm công tác|tham mưu))"
COMPOUNDS = (
    r"(?:xã hội tổng hợp|cấp trên trực tiếp|chương trình|ngoại giao|độc lập|công lập|hàng không|phòng không|thư ký|việc làm|quá trình|dịch vụ tổng hợp|kế hoạch tổng hợp|cơ quan truyền thông|cơ quan thông tin"
    r"|công nghệ thông tin|mạng thông tin|giáo dục thường xuyên|đầu tư phát triển|xúc tiến đầu tư|hỗ trợ đầu tư|kế hoạch đầu tư|quản lý đầu tư|dự án đầu tư|đầu tư xây dựng|dự án xây dựng"
    r"|nghiên cứu phát triển|vật tư đầu tư|cảnh sát điều tra|an ninh điều tra|cảnh sát quản lý|nhân dân tối cao|quốc tế về|khoa học và giáo dục|giáo dục hướng nghiệp|bảo hiểm tiền gửi|lưu trữ lịch sử)"
)
# Words that begin like a verb of the list and are none.
NO_ACTION = r"(?:cùng cấp|giao (?:thông|dịch|lưu|nhận)|thông tin (?:điện tử|đại chúng|cơ sở)|báo chí|truyền thông xã|phòng không|trong sạch|về nước|in ấn)"
# A class of departments: it names whom a task is given to, even without its unit.
DEPARTMENTS = r"(?:(?:các|những) )?(?:bộ|sở|ban|ngành|phòng|đoàn thể|hội)(?: đoàn thể)?(?:,| và)"
# In a column for names even this picks somebody out.
COLUMN_CLASS = r"(?:các )?địa phương"
ANY_UNIT = r"(?:cơ quan|đơn vị|tổ chức|cá nhân)"
PLAINLY_BODIES = r"(?:Sở|Công an|UBND|Ủy ban|Uỷ ban|Hội|Đoàn|Báo|Đài|Tòa|Toà|Viện|Trung tâm|Phòng|Ban|Chi|Cục|Mặt trận|Liên|Trường|Bệnh|Bộ)(?!\w)"
LEADERS = r"(?:Thủ trưởng|thủ trưởng|Hiệu trưởng|hiệu trưởng|Trưởng|trưởng|Người đứng đầu|người đứng đầu|Lãnh đạo|lãnh đạo|Chủ tịch|Giám đốc)"
REQUEST_WORDS = (
    r"(?:đề nghị|giao(?: cho)?|yêu cầu|phân công|trách nhiệm của|nhiệm vụ của|đối với|riêng)"
)
SUGGEST = r"đề nghị"
TIME_ADJUNCT = r"(?:định kỳ )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)"
ASSIGN = r"(?:giao|phân công|yêu cầu|đề nghị)"
COOPERATE = (
    r"phối (?:kết )?hợp(?: chặt chẽ)?(?: (?:thực hiện|tổ chức|triển khai))?(?: (?:với|cùng|giữa))?"
)
OWNER_VERBS = r"(?:chủ trì|chủ động|chịu trách nhiệm|có trách nhiệm|phối hợp|phải|cần)"
COOPERATE_STRICT = r"phối (?:kết )?hợp(?: chặt chẽ)? (?:với|cùng)"
HEADING_OF = r"(?:nội dung|nhiệm vụ|trách nhiệm|hoạt động|công việc)[^,;:.]{0,60}? của"
COOPERATION_NOUN = r"(?:công tác|sự|việc|quy chế|cơ chế|chương trình)"
# What two sign names the other: "ký kết chương trình phối hợp với …".
AGREES = r"ký(?: kết)?"
# "(sau đây viết tắt là …)", "(gọi tắt là …)": what a text will call a body from there on.
CALLED = r"(?:sau đây )?(?:được )?(?:viết tắt|gọi tắt|gọi chung|gọi)(?: là)?|viết tắt(?: là)?"
# Ministers and ministries as the government addresses them: one class, one name.
CENTRAL_CLASS = (
    r"(?:(?:[Cc]ác )?Bộ trưởng(?= và|, [Tt]hủ trưởng)|[Tt]hủ trưởng (?:các )?cơ quan ngang [Bb]ộ(?:,(?: và)? (?:[Tt]hủ trưởng )?(?:các )?cơ quan thuộc Chính phủ)?"
    r"|(?:[Cc]ác )?[Bb]ộ,(?: các)? cơ quan ngang [Bb]ộ(?:,(?: và)? (?:các )?cơ quan thuộc Chính phủ)?"
    r"|(?:[Cc]ác )?[Bb]ộ, ngành(?:,| và) (?:các )?địa phương)"
)
HANDS_ON = r"(?:đề nghị|yêu cầu|giao(?: nhiệm vụ cho| cho)?|phân công)"
URGE = r"yêu cầu"
# Who may set others to work in a sentence that first says why.
ORDERING = r"(?:thủ tướng(?: chính phủ)?|chính phủ|(?:chủ tịch )?(?:ubnd|[uủ][yỷ] ban nhân dân)(?: \w+){1,6}?|(?:giám đốc |bộ trưởng |bộ |sở )[A-ZĐ]\w+(?: \w+){0,6}?|ban chỉ đạo(?: \w+){0,8}?)"
# After a sure name these begin no verb: the name is not the subject of a sentence.
NO_VERB = r"(?:và|hoặc|của|thuộc|ở|tại|nơi|có liên quan|liên quan|khác|này|đó|nêu|trên|với|cùng|theo quy định|như|gồm|bao gồm)"
# What brackets after an item say of those named in them.
OWNING = r"(?:chủ trì|thực hiện|tham mưu|chịu trách nhiệm|phụ trách|đầu mối|phối hợp)"
# "Trên cơ sở Kế hoạch này, các sở … xây dựng …": what stands before the subject, up to a comma.
BEFORE_SUBJECT = r"(?:trên cơ sở|căn cứ|theo(?! dõi)|để|nhằm|trong(?! sạch)|từ|sau khi|khi|ngoài(?! ra)|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|định kỳ|trước)"
# Names with a dash inside, which a line end may split: "Sở Lao động | - Thương binh và Xã hội".
SPLIT_NAMES = r"(?:[Ss]ở|Bộ|[Pp]hòng|Trung tâm|Văn phòng|VP)"
ALSO = r"(?:còn|cũng|đã|sẽ|tiếp tục|đồng thời)"
# What a person is in charge of, after the post: "…, phụ trách lĩnh vực Giám sát và Phản biện xã hội".
POSTS = r"(?:Đồng chí |đồng chí |Đ/c |đ/c )?(?:Phó |Phó [Cc]hủ tịch|Chủ tịch|Ủy viên|Uỷ viên|Cán bộ|Chuyên viên|Công chức)"
CHARGE = r",? phụ trách(?: lĩnh vực| công tác)? [^,.;:()]{3,60}"
# Words of headings in capitals that speak of work, although a body's first word may open them.
WORK_IN_CAPITALS = r"(?:công tác|nhiệm vụ|giải pháp|nâng cao|tăng cường|đẩy mạnh|nội dung|mục tiêu|chỉ tiêu|thực hiện|hoạt động|biện pháp|trách nhiệm|kế hoạch|chương trình|kinh phí|yêu cầu|báo cáo|ban hành|việt nam - hạnh)"
# After "và" these are people, not what a body is for.
ANY_PEOPLE = (
    r"(?:nhân dân|người dân|cán bộ|các|gia đình|hội viên|đoàn viên|nhà trường|chính quyền|toàn thể)"
)
# "Trung tâm Phòng, chống …": one word, with a comma inside.
CHECKING = "chống"
AGAINST = (" Phòng", " phòng")
# "Các cơ quan: Sở Nội vụ, Sở Tư pháp": the word only introduces the names.
INTRODUCES_NAMES = r"(?:các )?(?:cơ quan|đơn vị|sở|sở, ngành|sở, ban, ngành|cơ quan, đơn vị)"
# "UBND tỉnh | 6 tháng": a number that counts time is no part of a name, as in "phường 6".
COUNTS_TIME = r"\d{1,2} (?:tháng|năm|ngày|quý|tuần|lần)"
