"""What reporters of the demonstration write; invented, in the language of the office."""

from liennganh.demo.figures import dice
from liennganh.reporting.cells import Narrative

_SITUATION = (
    "Tình hình trên địa bàn cơ bản ổn định; chưa phát hiện điểm phức tạp mới.",
    "Lao động từ nơi khác đến tăng theo mùa, cơ sở lưu trú và dịch vụ mở thêm.",
    "Xuất hiện việc mời chào qua mạng xã hội, khó phát hiện hơn hình thức cũ.",
)
_RESULTS = (
    "Đã phát thanh theo lịch hằng tuần, tổ chức nói chuyện tại khu nhà trọ và trường học.",
    "Đã rà soát danh sách cơ sở, vận động ký cam kết và nhắc nhở các cơ sở chưa ký.",
    "Đã lồng ghép tuyên truyền trong sinh hoạt của hội phụ nữ và đoàn thanh niên.",
)
_OBSTACLES = (
    "Cán bộ kiêm nhiệm nhiều việc; kinh phí bố trí còn ít.",
    "Một số chủ cơ sở thay đổi thường xuyên nên việc ký lại cam kết chậm.",
    "Chưa có tài liệu truyền thông phù hợp với lao động trẻ.",
)
_PROPOSALS = (
    "Đề nghị tập huấn cho cán bộ mới và cấp tài liệu tuyên truyền dạng ngắn.",
    "Đề nghị bố trí kinh phí riêng cho hoạt động tại cơ sở.",
    "Đề nghị thống nhất lịch kiểm tra để tránh trùng lặp giữa các cấp.",
)


def narrative(agency_key: str, period_key: str) -> Narrative:
    """Return four short texts, the same every time for the same agency and period."""
    throw = dice("words", agency_key, period_key)
    return Narrative(
        situation=throw.choice(_SITUATION),
        results=throw.choice(_RESULTS),
        obstacles=throw.choice(_OBSTACLES) if throw.random() < 0.7 else "",
        proposals=throw.choice(_PROPOSALS) if throw.random() < 0.6 else "",
    )
