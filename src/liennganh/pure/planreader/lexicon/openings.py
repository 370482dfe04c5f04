"""Phrases: opening paragraphs, and how they name the documents they rest on."""

OPENERS = r"(?:căn cứ|thực hiện|theo(?! đó| phân công| kế hoạch,)|triển khai|tiếp theo|xét|trên cơ sở|thi hành|để)"
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
# Kinds that are cited by their name and year, without a number.
NAMED_LAWS = r"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Điều lệ)"
# How the subject of a document begins, after its number, day and issuer.
SUBJECTS = (
    r"(?:về(?: việc)?|phê duyệt|ban hành|hướng dẫn|quy định|sửa đổi|phân bổ|giao|điều chỉnh|triển khai"
    r"|thực hiện|tăng cường|công bố|quyết định|thành lập|bổ sung|kiện toàn|phát động|thông qua|đẩy mạnh|tiếp tục)"
)
# What a higher level sets out and a lower one carries out.
UPPER_NOUNS = (
    r"(?:chương trình|kế hoạch|đề án|dự án|chiến lược|nghị quyết|chỉ thị|quy hoạch|kết luận)"
)
NEVER_UPPER = r"(?:luật|bộ luật|pháp lệnh|hiến pháp|nghị định|thông tư(?: liên tịch)?|hướng dẫn|công văn|tờ trình|báo cáo|quy chế)"
TO_CARRY_OUT = (
    r"(?:thực hiện|triển khai|tiếp tục thực hiện|tiếp theo|thi hành|để (?:triển khai|thực hiện))"
)
# A section of its own that lists what the plan rests on.
GROUNDS_HEADING = (
    r"(?:các )?(?:căn cứ|cơ sở pháp lý)(?: (?:pháp lý|xây dựng|lập|để|ban hành|chính trị).{0,60})?$"
)
# Letters in a number that name a body of the whole country; what remains is judged by its issuer.
CENTRAL_MARKS = r"(?:TTg|CP|TW|QH\d+|UBTVQH\d+|CTN|B[A-ZĐ]{1,6}|LĐTBXH|VPCP|TANDTC|VKSNDTC|NHNN|UBDT|TLĐ|MTTW|TWĐTN|ĐCT|HĐBCQG)"
CENTRAL_ISSUERS = r"(?:thủ tướng|chính phủ|quốc hội|ban chấp hành trung ương|bộ chính trị|ban bí thư|bộ trưởng|bộ [a-zđ]|trung ương|ủy ban thường vụ quốc hội|chủ tịch nước|tổng liên đoàn|quốc gia|ngân hàng nhà nước)"
# How a plan issues itself at the end of its opening, how an article approves it, and its outlook.
ISSUES_PLAN = r"(?:ban hành|xây dựng|triển khai) (?:kế hoạch|chương trình|đề án)"
APPROVES_PLAN = (
    r"(?:phê duyệt|ban hành(?: kèm theo quyết định này)?) (?:kế hoạch|chương trình|đề án)"
)
OUTLOOK = r"định hướng(?: đến)?(?: năm)?"
