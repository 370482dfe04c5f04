"""Every Vietnamese phrase the reader knows, as data.

The other modules hold the grammar and name no phrase of the language; here nothing is computed.
Phrases are written in lower case with single spaces unless capitals carry meaning; they are
regex fragments in which a space stands for any white space. Nothing here belongs to one field of
government: a plan on drugs, children or digital services is read by the same words.
"""

# ruff: noqa: ISC004 - long alternatives run over several lines on purpose

# --- Kinds of document: (name, the line that prints it, the mark in its number) ---------------
DOCUMENT_TYPES: tuple[tuple[str, str, str], ...] = (
    ("Kế hoạch", "KẾ HOẠCH", "KH"),
    ("Quyết định", "QUYẾT ĐỊNH", "QĐ"),
    ("Báo cáo", "BÁO CÁO", "BC"),
    ("Chương trình", "CHƯƠNG TRÌNH", "CTr"),
    ("Chương trình", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CTHĐ"),
    ("Chỉ thị", "CHỈ THỊ", "CT"),
    ("Công điện", "CÔNG ĐIỆN", "CĐ"),
    ("Phương án", "PHƯƠNG ÁN", "PA"),
    ("Đề án", "ĐỀ ÁN", "ĐA"),
    ("Hướng dẫn", "HƯỚNG DẪN", "HD"),
)
# These may be followed by the title on the same line; the others are nouns that titles hold too.
TITLED_TYPES = frozenset({"Kế hoạch", "Quyết định", "Báo cáo"})
LETTER = "Công văn"
PRESS = "Tin"
LETTER_SUBJECT = r"v/v|về việc:"
SECRECY = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
NATIONAL_TITLE = r"cộng h(?:òa|oà) xã hội"
NATIONAL_MOTTO = r"độc lập"
MOTTO_END = r"việt nam(?=\s)|hạnh phúc"
SALUTATION = r"kính gửi"
RECIPIENTS = r"(?:nơi nhận|(?:tm|kt|tuq|tl)\.\s*(?:ủy|uỷ|chủ|giám|trưởng|bộ))"
ANNEX = r"phụ lục"
AUTHORITY = (
    r"(?:chủ tịch|giám đốc|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|bộ trưởng|trưởng ban)"
)
ATTACHED = r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|PHỤ LỤC)"
DRAFT = r"dự thảo"

# --- Who signs: how a header abbreviates, and the levels of territory ---------------------------
PEOPLES_COMMITTEE = "Ủy ban nhân dân"
COMMITTEE_FORMS = r"(?:[uủ][yỷ] ban nhân dân|ubnd)"
LEVELS = r"(?:tỉnh|thành phố|tp\.?|thị xã|thị trấn|huyện|quận|phường|xã|đặc khu)"
LEVEL_FULL = {"tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}
COUNCIL_BESIDE = r"^(?:hđnd|hội đồng nhân dân) ?(?:[-–,&]|và) ?(?=ubnd|[uủ][yỷ] ban)"
COMMITTEE_FIRST_WORDS = frozenset({"ỦY", "UỶ", "UỶ BAN", "ỦY BAN", "ỦY BAN NHÂN", "UỶ BAN NHÂN"})
COMMITTEE_MARK = "UBND"
# Words of a name that a printed header shows in capitals but a sentence writes small.
SMALL_IN_NAMES = frozenset(
    [
        "ban",
        "nhân",
        "dân",
        "tỉnh",
        "thành",
        "phố",
        "thị",
        "xã",
        "trấn",
        "huyện",
        "quận",
        "phường",
        "đặc",
        "khu",
        "và",
        "các",
    ]
)

# --- Press items ------------------------------------------------------------------------------------
ISSUES = r"(?:ban hành|ký|có|ra|triển khai)"
CARRIES_OUT = r"(?:thực hiện|căn cứ|triển khai)"
LINKS = r"(?:theo đó|ngoài ra|bên cạnh đó|đồng thời|cụ thể(?: là)?|trong đó|cùng với đó|cùng đó|riêng|thứ \w+|mặt khác|để thực hiện)"
INTRODUCES_LIST = (
    r"(?:,? (?:với|gồm) (?:các|những|một số) nội dung[^:]{0,30}|,? như sau|,? cụ thể):"
)
# --- Opening paragraphs ---------------------------------------------------------------------------
OPENERS = r"(?:căn cứ|thực hiện|theo(?! đó| đó,)|triển khai|tiếp theo|xét|trên cơ sở|thi hành|để)"
# "Theo đề nghị của … tại Tờ trình số …" says who proposed it, not what it rests on.
PROPOSED = r"(?:theo|xét) (?:đề nghị|tờ trình)"
DOCUMENT_NOUNS = (
    r"(?:luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư(?: liên tịch)?|chỉ thị"
    r"|kế hoạch|công văn|văn bản|thông báo(?: kết luận)?|kết luận|thông tri|hướng dẫn|chương trình"
    r"|công điện|tờ trình|đề án|báo cáo|quy định|quy chế)"
)
# What stands before a document when it is itself a basis, not the subject of another one.
BASIS_INTRODUCERS = r"(?:căn cứ|theo|tại|bởi|và|xét)"
SUBJECT_OPENERS = (
    r"(?:về(?: việc)?|phê duyệt|ban hành|hướng dẫn|quy định|sửa đổi|phân bổ|giao|điều chỉnh"
    r"|triển khai|của)"
)

# --- Sections ---------------------------------------------------------------------------------------
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
    r"(?:trên đây là|trong quá trình[^.;]{0,80}?(?:nếu|có khó khăn|có vướng mắc|đề nghị|kịp thời)"
    r"|quá trình (?:triển khai|thực hiện)|nếu có (?:khó khăn|vướng mắc)|mọi vướng mắc|nhận được (?:kế hoạch|văn bản|công văn)"
    r"|kế hoạch này (?:thay thế|có hiệu lực)|giao .{0,60} đăng tải kế hoạch|.{0,500}?chịu trách nhiệm thi hành(?: (?:quyết định|kế hoạch|chỉ thị) này|\W*$))"
)
NO_TASK = r"(?:thời gian|địa điểm|chủ đề|thành phần|đối tượng|kinh phí|số lượng|phạm vi|bộ nhận diện|\(?phụ lục)"
# "Kế hoạch đề ra 06 nhiệm vụ, giải pháp, đó là:" opens the work itself.
SETS_OUT = r"(?:đề ra|đưa ra|xác định)[^.;:]{0,30}(?:nhiệm vụ|giải pháp)[^.;:]{0,40}:$"
FOLLOWS = r"(?:như sau|sau đây|dưới đây)"

# --- Lines that belong to a task ("Đơn vị chủ trì: …") ----------------------------------------------
FIELD_NOUN = r"(?:cơ quan|đơn vị|phòng|tổ chức|bộ phận|cán bộ)"
FIELD_LABELS: tuple[tuple[str, str], ...] = (
    ("content", r"nội dung(?: thực hiện| hoạt động| công việc| nhiệm vụ)?|nhiệm vụ|hoạt động"),
    ("support", rf"(?:{FIELD_NOUN}(?:,? {FIELD_NOUN})* )?phối hợp(?: thực hiện)?"),
    ("lead", rf"(?:{FIELD_NOUN}(?:,? {FIELD_NOUN})* )?(?:chủ trì|chịu trách nhiệm)(?:(?:,| và)? (?:thực hiện|tham mưu))?"
             rf"|{FIELD_NOUN}(?:,? {FIELD_NOUN})* (?:thực hiện|tham mưu|đầu mối)|phân công(?: thực hiện)?"),
    ("time", r"thời gian(?: thực hiện| hoàn thành| triển khai)?|thời hạn(?: hoàn thành| thực hiện)?|tiến độ(?: thực hiện)?"
             r"|hoàn thành(?: trước)?"),
    ("other", r"sản phẩm(?: dự kiến| đầu ra)?|kết quả(?: đầu ra)?|địa điểm|kinh phí|nguồn kinh phí|hình thức|số lượng|đối tượng"),
)  # fmt: skip
# A heading over nothing but names: "2. Cơ quan chủ trì, phối hợp", "b) Đơn vị phối hợp".
OWNER_SECTION = (
    rf"{FIELD_NOUN} (?:chủ trì|thực hiện|phối hợp|chịu trách nhiệm)(?:(?:,| và) (?:{FIELD_NOUN} )?(?:phối hợp|thực hiện)(?: thực hiện)?)?"
    r"|phân công(?: (?:thực hiện|nhiệm vụ|trách nhiệm|chủ trì))?"
)
COOPERATES = r"phối hợp"
LEADS_WORD = r"(?:chủ trì|thực hiện|chịu trách nhiệm|phân công)"
# Columns of a table of tasks; the first that matches a cell of the head row decides.
COLUMNS: tuple[tuple[str, str], ...] = (
    ("support", r"phối hợp"),
    (
        "lead",
        r"chủ trì|thực hiện chính|cơ quan thực hiện|đơn vị thực hiện|phân công|chịu trách nhiệm|đầu mối",
    ),
    ("time", r"thời gian|thời hạn|tiến độ|hoàn thành|lộ trình"),
    ("other", r"sản phẩm|kết quả|ghi chú|kinh phí|căn cứ|chỉ tiêu"),
    ("number", r"(?:s?tt|số thứ tự)$"),
    ("content", r"nội dung|nhiệm vụ|hoạt động|công việc|giải pháp|chương trình"),
)

# --- Bodies ---------------------------------------------------------------------------------------------
# First words of a body's name. Written as printed: a small letter may open one ("phòng Tư pháp").
BODY_HEADS = (
    r"(?:[Ss]ở|Bộ|[Pp]hòng(?!,| (?:chống|ngừa|cháy|vệ|dịch))|Ban(?! (?:hành|đầu|ngành))|[UỦuủ][yỷ] ban|UBND|UBMTTQ\w*|HĐND|MTTQ|[Hh]ội(?! (?:nghị|thảo|nhập|thi|viên|tụ|chứng|họp))"
    r"|Hội đồng|[Cc]ông an|CATP|[Tt](?:òa|oà) án|TAND|VKSND|[Vv]iện [Kk]iểm sát|Viện|Đài|Báo(?! cáo)|Trung tâm|[Vv]ăn phòng|Chi cục|Cục|Tổng cục"
    r"|Vụ|Thanh tra|Liên đoàn|Liên hiệp|Liên minh|Đoàn|Thành [Đđ]oàn|Tỉnh [Đđ]oàn|Huyện [Đđ]oàn|Quận [Đđ]oàn|Mặt trận|Chi nhánh|Ngân hàng"
    r"|Bảo hiểm xã hội|BHXH|Kho bạc|Trường|Bệnh viện|Trạm|Đội(?! ngũ)|Tổ(?! chức)|Bộ đội|Bộ [Cc]hỉ huy|Ban [Cc]hỉ huy|Đồn|Hải quan|Thuế|Quỹ"
    r"|Thủ trưởng|Người đứng đầu|Chủ tịch|Giám đốc|Hiệu trưởng|Chánh Văn phòng|Kế toán|Cán bộ(?= (?:phụ trách|làm))|Trưởng|Lãnh đạo|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Cổng|Học viện|Công ty|[Cc]ông chức(?= [A-ZĐ])|Tập đoàn|Câu lạc bộ"
    r"|Ngành|Cơ quan|cơ quan|lực lượng|Lực lượng|BCĐ|Doanh nghiệp|Hiệp hội|Liên ngành"
    r"|Thông tấn xã|Kiểm toán|Bưu điện|Điện lực|Hạt [Kk]iểm lâm|Cảng vụ|Cảng vụ|Tổng công ty|Thường trực|Bộ phận|Công đoàn|Quận ủy|Nhà văn hóa|Thư viện|Bảo tàng|Cơ sở cai nghiện"
    r"|chính quyền|Chính quyền|báo, đài|[Cc]hủ (?:chương trình|dự án|đầu tư)|Ấp|Thôn|Khu phố)"
)
CLASS_OPENERS = r"(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Tt]ất cả các)"
# Nouns that enumerate classes of bodies ("các sở, ban, ngành, đoàn thể tỉnh").
CLASS_NOUNS = (
    r"(?:[Ss]ở|[Bb]an|[Nn]gành|[Hh]ội|[Đđ]oàn thể|[Pp]hòng|[Bb]an ngành|[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương|[Tt]ổ chức|[Cc]á nhân|[Bb]áo|[Đđ]ài"
    r"|[Hh]uyện|[Tt]hành phố|[Tt]hị xã|[Tt]hị trấn|[Qq]uận|[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hôn|[Ấấ]p|khu phố|[Bb]uôn|[Kk]hóm|[Tt]ổ dân phố|bản|làng|khu vực|[Bb]ộ|[Cc]ấp|[Tt]rường|[Bb]ệnh viện"
    r"|[Tt]hành viên|[Dd]oanh nghiệp|hợp tác xã|trung tâm|lực lượng|quân khu|tiểu dự án|nội dung thành phần|ủy ban)"
)
# Parts of names that begin with a small letter after "và" or ",".
TERRITORY_WORDS = r"(?:tỉnh|[Tt]hành phố|TP|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|thôn|ấp|buôn|khóm|khu phố|cấp \w+|địa phương)"
TERRITORY_LIST = (
    r"(?<!\w)(?:các|cấp) (?:huyện|quận|xã|phường|thị xã|thị trấn|thành phố|đặc khu|ban|tỉnh)"
)
TERRITORY_TAIL = r"(?:xã|phường|huyện|quận|thị trấn|thôn|ấp|khóm)"
GENERIC_NOUNS = frozenset(
    [
        "cơ",
        "quan",
        "đơn",
        "vị",
        "địa",
        "phương",
        "tổ",
        "chức",
        "cá",
        "nhân",
        "lực",
        "lượng",
        "bộ",
        "phận",
        "doanh",
        "nghiệp",
        "ngành",
        "chính",
        "quyền",
    ]
)
ANYBODY = r"(?:các )?(?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương),?(?: (?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương),?){0,3} (?:có )?liên quan"
APPOSITION = r"\s*[-–] (?:cơ quan|đơn vị|là|thường trực)(?!\w)"
GENERIC_MARKS = r"(?:liên quan|chức năng|được giao|được phân công|hữu quan|cùng cấp|khác$|quản lý nhà nước|^(?:các )?cơ quan chủ trì$|^chính quyền (?:địa phương|các cấp)$)"
# "các sở, ban, ngành" with no territory after it names nobody in particular.
GENERIC_CLASS = (
    r"(?:các |những |một số )?(?:(?:sở|ban|ngành|ban ngành|đoàn thể|phòng|hội|cơ quan|đơn vị|địa phương|tổ chức|cá nhân|lực lượng|cấp|cấp ủy"
    r"|doanh nghiệp|bộ)(?: đảng)?(?:,? (?:và )?|$))+"
    r"(?:(?:thành phố|tỉnh|địa phương|nhà nước|chuyên môn|trực thuộc)$)?"
)
# "các sở, ban, ngành, đoàn thể Thành phố" is a class that exists, "các cơ quan, đơn vị thành phố" is not.
REAL_CLASS = r"(?:các |những )?(?:sở|ban|ngành|phòng|hội|đoàn thể).*(?:tỉnh|thành phố|huyện|quận|xã|phường|cấp \w+|đặc khu)$"

# Small-letter words that end a body's name: what it does, or how the sentence goes on.
ACTION_WORDS = (
    "chủ trì", "chủ động", "chịu trách nhiệm", "có trách nhiệm", "có nhiệm vụ", "có kế hoạch", "có", "phối hợp", "phối kết hợp", "tham mưu",
    "hướng dẫn", "chỉ đạo", "tổ chức", "xây dựng", "triển khai", "thực hiện", "tăng cường", "tiếp tục", "nghiên cứu", "theo dõi", "tổng hợp",
    "báo cáo", "định kỳ", "thường xuyên", "kiểm tra", "giám sát", "đôn đốc", "rà soát", "đẩy mạnh", "nâng cao", "bố trí", "căn cứ", "phải", "cần",
    "đăng tải", "tuyên truyền", "vận động", "thu thập", "cung cấp", "lồng ghép", "ban hành", "phê duyệt", "thẩm định", "trình", "đề xuất", "đề nghị",
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
    "vay", "cho vay", "nhân rộng", "gắn", "lấy", "đồng chủ trì", "còn", "thì", "nếu", "khắc phục", "đối với", "nơi", "không", "do", "như", "cùng",
)  # fmt: skip
# What a body is for may stand right after its first word: "Đội kiểm tra liên ngành".
BODY_PURPOSE = (
    r"(?:Đội|Tổ|Đoàn|[Cc]ơ quan|Ban|Trung tâm|[Ll]ực lượng|Trạm|Phòng|phòng) "
    r"(?:kiểm tra|điều tra|thanh tra|giám sát|kiểm soát|quản lý|tiến hành|thường trực|chủ quản|chủ trì|thông tin|tiếp nhận|hỗ trợ|tư vấn|giúp việc|thi hành|phòng, chống)"
)
COMPOUNDS = r"(?:chương trình|ngoại giao|độc lập|công lập|hàng không|phòng không|thư ký|việc làm|quá trình|dịch vụ tổng hợp|kế hoạch tổng hợp|cơ quan truyền thông|cơ quan thông tin)"
LEADERS = r"(?:Thủ trưởng|thủ trưởng|Hiệu trưởng|hiệu trưởng|Trưởng|trưởng|Người đứng đầu|người đứng đầu|Lãnh đạo|lãnh đạo|Chủ tịch|Giám đốc)"
REQUEST_WORDS = (
    r"(?:đề nghị|giao(?: cho)?|yêu cầu|phân công|trách nhiệm của|nhiệm vụ của|đối với|riêng)"
)
SUGGEST = r"đề nghị"
TIME_ADJUNCT = r"(?:định kỳ )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)"
OWNER_VERBS = r"(?:chủ trì|chủ động|chịu trách nhiệm|có trách nhiệm|phối hợp|phải|cần)"
ASSIGN = r"(?:giao|phân công|yêu cầu|đề nghị)"
COOPERATE = (
    r"phối (?:kết )?hợp(?: chặt chẽ)?(?: (?:thực hiện|tổ chức|triển khai))?(?: (?:với|cùng|giữa))?"
)
COOPERATE_STRICT = r"phối (?:kết )?hợp(?: chặt chẽ)? (?:với|cùng)"
HEADING_OF = r"(?:nội dung|nhiệm vụ|trách nhiệm|hoạt động|công việc)[^,;:.]{0,60}? của"
COOPERATION_NOUN = r"(?:công tác|sự|việc|quy chế|cơ chế|chương trình)"
NOT_OWNERS = r"(?:chương trình|kế hoạch|dự án|đề án|tháng|công tác|các cấp)"

# --- Quantities ---------------------------------------------------------------------------------------------
BOUNDS: tuple[tuple[str, str], ...] = (
    (">=", r"ít nhất(?: là)?|tối thiểu(?: là)?|không dưới|không thấp hơn|không ít hơn|≥|>="),
    ("<=", r"không (?:để )?quá|tối đa(?: là)?|không vượt quá|không cao hơn|nhiều nhất|≤|<="),
    (">", r"trên|hơn|vượt(?: mức)?|cao hơn|nhiều hơn|>"),
    ("<", r"dưới|thấp hơn|ít hơn|<"),
)
FROM_UP = r"trở lên"
RISE = r"(?:tăng|nâng)(?: thêm)?"
FALL = r"(?:giảm|kéo giảm|hạ)(?: thêm)?"
BETWEEN_MOVE_AND_NUMBER = r"(?:bình quân|trung bình|khoảng|hằng năm|hàng năm|mỗi năm|được|thêm|từ|ít nhất|tối thiểu|trên|dưới|hơn|không dưới|tối đa|không quá|mức)"
ROUGHLY = r"(?:khoảng|gần|xấp xỉ|bình quân|trung bình|từ|là|mức|đạt|được|có|còn|tỷ lệ|tỉ lệ|cho|của|thêm|ở)"
REACH = r"(?:đạt|còn|xuống|lên|xuống còn|lên đến|ở mức|duy trì|giữ|có|là)"
TO_VALUE = r"(?:xuống(?: còn)?|lên(?: đến| tới| thành)?|còn|đến)"
NUMBER_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
PER_YEAR = r"(?:mỗi năm|hằng năm|hàng năm|/\s*năm|một năm|trong năm|bình quân năm)"
PERIODS = r"(?:ngày|tuần|tháng|quý|năm)"
SHORT_PERIODS = r"(?:ngày|tuần|tháng|quý)"
EACH_PERIOD = rf"(?:(?:mỗi|hằng|hàng|một|01|1) {PERIODS}|/\s*{PERIODS})"
EVENTS = r"(?:lần|kỳ|đợt|cuộc|lượt|buổi|lớp|hội nghị|tin|bài|chuyên mục|chuyên đề)"
# "2,1 con/phụ nữ": so many for each of these.
PER_ONE = r"(?:phụ nữ|người|dân|vạn dân|hộ|xã|huyện|trẻ|lớp|trường|cơ sở|năm|tháng|quý|ngày|tuần)"
TERRITORIES = r"(?:xã|phường|huyện|quận|tỉnh|thị|thành|thôn|ấp)"
TIMES = r"(?:lần|kỳ|đợt|cuộc|lượt|buổi)"
# "01 điểm dạy bơi" is a place that is counted, "80 điểm" a mark.
PLACES_OF_POINT = r"(?:dạy|bơi|vui chơi|sinh hoạt|tư vấn|cầu|truy cập|tiếp|cung cấp|bán|giao dịch|du lịch|đen|nóng|trường|đọc|sơ cứu|cấp phát|cấp nước|thu gom|phát|y tế|trưng bày|hỗ trợ|trợ giúp|tập kết|tập luyện|chợ|dừng|đỗ|văn hóa|công cộng|phục vụ|tạm trú)(?!\w)"
TIME_UNITS = rf"(?:năm|tháng|ngày|giờ|tuần|phút|quý|tuổi|đồng|triệu|tỷ|tỉ|nghìn|điểm(?! {PLACES_OF_POINT})|giải|bước|nhóm nhiệm vụ|nội dung|nhiệm vụ|mục tiêu|chỉ tiêu|khâu|trụ cột|lĩnh vực)"
# What plans count, after a verb that makes them: "tổ chức 02 lớp tập huấn".
COUNTED = (
    r"(?:lớp|hội nghị|hội thảo|mô hình|cuộc|buổi|tin|bài|phóng sự|chuyên mục|chuyên đề|chuyên trang|câu lạc bộ|đợt|chiến dịch|điểm|cơ sở|xã|phường|huyện|thị trấn"
    r"|thôn|ấp|khu phố|người|hộ|trẻ em|học sinh|cán bộ|trường|tổ|đội|nhóm|tờ|cuốn|bộ|pa nô|pano|áp phích|băng rôn|tọa đàm|diễn đàn|đoàn|lượt|sản phẩm|dịch vụ|clip|video"
    r"|phần mềm|cơ sở dữ liệu|trung tâm|trạm|đơn vị|doanh nghiệp|hợp tác xã|việc làm|lao động|căn nhà|nhà|công trình|dự án|đề án|vụ|hồ sơ|văn bản|thành viên|cộng tác viên"
    r"|huyện/thành phố|xã/phường|địa phương|chương trình|nạn nhân|gia đình|suất|phụ nữ|thanh niên|ca|bệnh viện|giường|bác sĩ|ha|km|tấn|con|cây|vườn|tủ sách|thiết bị|máy|camera|biển|lớp học|phòng học|hội viên|đoàn viên|phần quà|học bổng|tài liệu|ấn phẩm|bản tin|phiếu|nhà vệ sinh|bể bơi|khu dân cư|tuyến đường|ngôi nhà|đề tài|sáng kiến|thủ tục)"
)
MAKES = (
    r"(?:tổ chức|xây dựng|thành lập|phát hành|mở|duy trì|nhân rộng|in|hỗ trợ|đào tạo|tập huấn|giải quyết|tạo|phấn đấu|triển khai|thực hiện|có|đạt|lắp đặt|cấp|trao|hoàn thành"
    r"|bồi dưỡng|tuyên truyền|kiểm tra|đưa|giúp|tuyển|cai nghiện|tiếp nhận|sản xuất|đăng tải|đăng|phát|viết|biên soạn|thí điểm|công nhận|còn|thêm|giảm|tăng|trồng|cứu|nuôi|sửa chữa|xây mới|xây|nâng cấp|cải tạo|khám|thu hút|cung cấp|vận động|trao tặng|tặng|quyên góp|tiêm|tư vấn|xét nghiệm|kết nạp|khởi công|khánh thành|nghiệm thu|ký kết)"
)
STRIVE = r"(?:phấn đấu|trong đó|đồng thời|đến (?:hết |cuối )?năm|năm \d{4}|từ năm)"
PART_OPENERS = rf"(?:{STRIVE}|{MAKES}|(?:tỷ|tỉ) (?:lệ|trọng|suất)|số |mỗi |hằng |hàng |{RISE} |{FALL} |ít nhất|tối thiểu|trên|có |bình quân )"
OWN_SUBJECT = rf"(?:{STRIVE}|mỗi |từng |tổ chức )"
NOT_RESULT = r"(?:xếp loại|chấm điểm|điểm thưởng|cộng điểm|trừ điểm|bình xét|xét khen|tặng (?:giấy|bằng) khen|mức hỗ trợ|mức phạt|lãi suất)"
CONDITION = r"(?:đối với|trường hợp|nếu|khi|ngoài)"
MAY = r"(?:có thể|thì|được điều chỉnh)"
BASELINE_INSIDE = r"(?:so với|hiện nay|hiện tại|hiện có|năm \d{4} (?:là|đạt|có)|thực trạng)"
NOT_A_STEP = r"(?:so với|hiện nay|hiện tại|hiện có|thực trạng)"
CASE = r"(?:khi|nếu|trường hợp|đối với)"
COMPARED = r"so với(?: cùng kỳ)?"
THRESHOLD = r"(?:được|có|tiếp cận|sử dụng|tham gia|một trong|tổ chức được|biết)"
GOAL_LABEL = r"(?:chỉ tiêu|mục tiêu)(?: số)?\s*[\d.]*"
PLACE_PREPOSITIONS = r"(?:tại|ở|của|trong|thuộc|đội|quyết định|nghị quyết|ban chỉ đạo|điều|khoản|số|mục|đề án|quốc lộ|hệ thống)"

# --- Reports ----------------------------------------------------------------------------------------------------
REPORT = r"báo cáo"
CYCLES: tuple[tuple[str, str], ...] = (
    ("nine_month", r"(?:9|09|chín) tháng"),
    ("six_month", r"(?:6|06|sáu) tháng|giữa năm|bán niên|nửa năm"),
    ("quarterly", r"(?:hằng |hàng |mỗi |theo )?quý(?! (?:[ivx]+|\d)\b)"),
    ("monthly", r"(?:hằng|hàng|mỗi|theo|báo cáo) tháng|định kỳ tháng"),
    (
        "annual",
        r"(?:hằng|hàng|mỗi|cả|01|1|một|báo cáo|cuối|kết thúc) năm(?! \d)|tổng kết năm|,? (?:và )?năm(?= \()|(?<=tháng,\s)năm|(?<=tháng\svà\s)năm|(?<=quý,\s)năm|(?<=quý\svà\s)năm",
    ),
)
REPORT_OF_YEAR = r"báo cáo công tác[^.;]{0,80}?năm \d{4}"
FINAL = r"(?:sơ kết|tổng kết)"
FINAL_WORDS = r"(?:sơ kết|tổng kết)"
# "(báo cáo 6 tháng)" after a day says the same as "đối với báo cáo 6 tháng".
FOR_REPORT = r"\s*(?:(?:đối với|cho)\s+|\(\s*)(?:báo cáo\s*)?"
AD_HOC_STRONG = r"(?:thường xuyên báo cáo|báo cáo đột xuất|đột xuất)"
REPORTS_NEXT = r"\s*(?:có trách nhiệm )?(?:tổng hợp,? )?(?:gửi )?báo cáo"
PERIODIC = r"định kỳ"
RESULTS = r"(?:kết quả|tình hình|tiến độ|việc (?:triển khai|thực hiện)|về kết quả|công tác)"
NOT_A_DUTY = (
    r"(?:báo cáo viên|báo cáo từ|chế độ báo cáo của|mẫu báo cáo|việc báo cáo,|báo cáo thống kê số)"
)
CYCLE_OF_OTHER = r"(?:(?:xây dựng|lập|ban hành|phê duyệt|trong) (?:kế hoạch|chương trình)(?: thực hiện| công tác)?|dự toán|ngân sách|nhiệm vụ|kinh phí|thi đua)(?: công tác)?$"
SEND_TO = r"(?:gửi(?: báo cáo)?(?: về| cho| đến| tới)?|về|cho|báo cáo)"
BEFORE = r"trước(?: ngày)?"
LAST_MONTH_OF_QUARTER = r"(?:của )?tháng cuối (?:cùng (?:của )?)?(?:mỗi |hằng |hàng |của )?quý"
FIRST_MONTH_OF_NEXT_QUARTER = r"(?:của )?tháng đầu (?:tiên )?(?:của )?quý (?:sau|tiếp theo|kế tiếp)"
EVERY_MONTH = r"(?:hằng|hàng|mỗi|của) tháng"
NEXT_MONTH = r"(?:của )?tháng (?:sau|tiếp theo|kế tiếp)"

# --- Money ---------------------------------------------------------------------------------------------------------
MONEY_UNITS = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3, "": 1}
MONEY_NOUNS = r"(?:kinh phí|dự toán|ngân sách|tổng mức|tổng số|vốn|nguồn|kinh phí|khái toán|chi phí|tổng cộng)"
NOT_GIVEN = r"(?:mức phạt|phạt tiền|thu nhập|mức chi|mức lương|doanh thu|tiền thưởng|mức thưởng|lãi|cho vay|vay vốn|mỗi người|/người|/tháng|/hộ)"

# --- Whether it is a plan at all -----------------------------------------------------------------------------------
PLAN_NAME = r"(?:kế hoạch|chương trình hành động)"
# What a letter or a press item about a plan says at its beginning.
DIRECTIVE_WORDS = (
    r"(?:kế hoạch|chương trình|đề án|chiến dịch|tháng hành động|công văn|công điện|chỉ thị|văn bản (?:số|chỉ đạo)|yêu cầu các|giao (?:sở|công an|phòng|ủy ban|ubnd)"
    r"|v/v|về việc (?:tăng cường|triển khai|thực hiện|đẩy mạnh))"
)
# Texts that print their own name and are no plan: (name, the line in capitals).
OTHER_KINDS = (
    ("luật", "LUẬT"), ("bộ luật", "BỘ LUẬT"), ("nghị định", "NGHỊ ĐỊNH"), ("thông tư", "THÔNG TƯ"), ("pháp lệnh", "PHÁP LỆNH"), ("bản án", "BẢN ÁN"),
    ("hợp đồng", "HỢP ĐỒNG"), ("hiến pháp", "HIẾN PHÁP"), ("giấy mời", "GIẤY MỜI"), ("đơn", "ĐƠN XIN"),
)  # fmt: skip
PLAN_WORDS = r"(?:kế hoạch|nhiệm vụ|giải pháp|tổ chức thực hiện|mục tiêu|chỉ tiêu|phân công|chủ trì|phối hợp)"
