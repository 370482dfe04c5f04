"""Phrases: opening paragraphs."""

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
