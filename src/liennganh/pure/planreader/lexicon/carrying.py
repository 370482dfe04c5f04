"""Phrases: what says nothing of what an item is about when two plans are held side by side."""

# Kinds of places; where a name follows, it goes with them ("xã hội" and the like are no places).
PLACE_KINDS = (
    r"(?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|thị trấn|xã(?! hội)|phường(?! hội)|đặc khu|tổ dân phố"
    r"|khu phố|khóm|ấp|buôn)"
)
# Ranks and ways to speak of one's own territory.
RANKS = r"(?:(?:các )?cấp(?= (?:tỉnh|huyện|xã|quận|trên|dưới|trung ương|cơ sở))|các cấp|cả nước|toàn quốc|trung ương|địa phương|địa bàn|trên địa bàn|toàn (?:tỉnh|xã|huyện|quận|thành phố))"
# What an office is called beside its subject: "Sở Y tế", "Phòng Y tế", "Trung tâm Y tế".
OFFICE_NOUNS = r"(?:sở|phòng|ban|bộ|cục|chi cục|trung tâm|trạm|công chức|bộ phận|cơ quan|đơn vị|thường trực|các)"
# Words that lead to a figure, join, or order; they stand in every item of every plan.
EMPTY_WORDS = (
    r"(?:ít nhất|tối thiểu|tối đa|không quá|trên|dưới|đạt|phấn đấu|đảm bảo|bảo đảm|đến|vào|trong|năm|hằng|hàng|mỗi|từng|giai đoạn"
    r"|và|hoặc|của|các|những|cho|với|về|được|có|là|theo|từ|tại|ở|để|nhằm|như|do|bằng|khi|này|đó|số|tổng số|tỷ lệ|tỉ lệ|một|hai"
    r"|tiếp tục|tăng cường|đẩy mạnh|thực hiện|triển khai|tổ chức|chủ trì|phối hợp|liên quan|cơ quan|đơn vị|kế hoạch|công tác"
    r"|hiệu quả|kịp thời|phù hợp|quy định|thường xuyên|nâng cao|chỉ đạo|hướng dẫn|ngành|ủy ban nhân dân|uỷ ban nhân dân|ubnd"
    r"|ban|(?<!cơ\x20)sở|báo cáo|tổng hợp|kết quả|gửi)"
)
# "còn 18", "xuống dưới 30%": a level to come down to, so that less is more.
DOWN_TO = r"(?:còn|xuống|giảm còn|giảm xuống)(?: (?:còn|dưới|mức|không quá|tối đa))*"
# How many of a period a year has.
PERIODS_OF_YEAR = (
    (r"ngày", 365),
    (r"tuần", 52),
    (r"(?:một )?tháng", 12),
    (r"(?:một )?quý|0?3 tháng", 4),
    (r"0?6 tháng|nửa năm", 2),
    (r"(?:một )?năm|12 tháng", 1),
)
