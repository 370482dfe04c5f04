"""Phrases: whether it is a plan at all."""

PLAN_NAME = r"(?:kế hoạch|chương trình hành động)"
# What a letter or a press item about a plan says at its beginning.
DIRECTIVE_WORDS = (
    r"(?:kế hoạch|chương trình|đề án|chiến dịch|tháng hành động|công văn|công điện|chỉ thị|văn bản (?:số|chỉ đạo)|yêu cầu các|giao (?:sở|công an|phòng|ủy ban|ubnd)"
    r"|(?:v/v|về việc)(?: việc)? (?:tăng cường|triển khai|thực hiện|đẩy mạnh|lồng ghép|tổ chức|phối hợp|chấn chỉnh|chỉ đạo|phòng))"
)
# Texts that print their own name and are no plan: (name, the line in capitals).
OTHER_KINDS = (
    ("luật", "LUẬT"), ("bộ luật", "BỘ LUẬT"), ("nghị định", "NGHỊ ĐỊNH"), ("thông tư", "THÔNG TƯ"), ("pháp lệnh", "PHÁP LỆNH"), ("bản án", "BẢN ÁN"),
    ("hợp đồng", "HỢP ĐỒNG"), ("hiến pháp", "HIẾN PHÁP"), ("giấy mời", "GIẤY MỜI"), ("đơn", "ĐƠN XIN"), ("biên bản", "BIÊN BẢN"), ("tờ trình", "TỜ TRÌNH"), ("cáo trạng", "CÁO TRẠNG"), ("lý lịch", "SƠ YẾU LÝ LỊCH"), ("giấy chứng nhận", "GIẤY CHỨNG NHẬN"),
)  # fmt: skip
PLAN_WORDS = r"(?:kế hoạch|nhiệm vụ|giải pháp|tổ chức thực hiện|mục tiêu|chỉ tiêu|phân công|chủ trì|phối hợp)"
