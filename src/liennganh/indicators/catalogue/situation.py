"""A: the situation; H: communes without prostitution; K: money."""

from liennganh.indicators.models import Measure

from .model import Definition, flow, share, stock

_COMMUNE = "xã|phường|thị trấn|đặc khu"

SITUATION: tuple[Definition, ...] = (
    stock(
        "A1",
        "Cơ sở kinh doanh dịch vụ dễ phát sinh tệ nạn mại dâm",
        "cơ sở",
        text=(
            "Số cơ sở đang hoạt động tại ngày chốt số liệu, theo các loại hình nêu tại khoản 3 Điều "
            "3 Nghị định 178/2004/NĐ-CP. Mỗi cơ sở đếm một lần."
        ),
        dimensions=("nhóm cơ sở",),
        legal_source="Nghị định 178/2004/NĐ-CP Điều 3 khoản 3 (loại hình); biểu mẫu: đề xuất",
        needs=("cơ sở kinh doanh|cơ sở dịch vụ", "thống kê|rà soát|quản lý|lập danh sách"),
    ),
    stock(
        "A2",
        "Người lao động tại các cơ sở kinh doanh dịch vụ dễ phát sinh tệ nạn mại dâm",
        "người",
        Measure.PERSONS,
        text="Số người làm việc tại các cơ sở của chỉ số A1 tại ngày chốt số liệu.",
        dimensions=("giới", "dưới 18 tuổi", "người nước ngoài", "hợp đồng lao động"),
    ),
    stock(
        "A3a",
        "Cơ sở nghi vấn hoạt động mại dâm",
        "cơ sở",
        better=False,
        text="Nghi vấn không phải là kết luận: rà soát lại mỗi kỳ, không lập danh sách công khai.",
    ),
    stock(
        "A3b",
        "Cơ sở nghi vấn khiêu dâm, kích dục",
        "cơ sở",
        better=False,
        text="Đếm riêng với A3a; một cơ sở có thể có ở cả hai, nên không cộng hai chỉ số.",
    ),
    stock(
        "A4",
        "Tụ điểm, địa bàn phức tạp về mại dâm",
        "điểm",
        better=False,
        dimensions=("nơi công cộng", "tại cơ sở"),
        needs=("tụ điểm|điểm nóng|địa bàn phức tạp",),
        hints=("triệt xóa", "xóa bỏ", "công cộng"),
    ),
    stock(
        "A5a",
        "Người bán dâm: số ước tính",
        "người",
        Measure.PERSONS,
        better=None,
        text="Chỉ là con số ước tính của cơ quan báo cáo, không kèm danh sách tên.",
    ),
    stock(
        "A5b",
        "Người bán dâm: số thống kê được",
        "người",
        Measure.PERSONS,
        better=None,
        text="Số đếm được trong kỳ chốt số liệu, không kèm danh sách tên.",
    ),
    share(
        "H1",
        "Xã, phường, đặc khu lành mạnh, không có tệ nạn mại dâm",
        "Số xã, phường, đặc khu được công nhận không có tệ nạn mại dâm",
        "Tổng số xã, phường, đặc khu",
        counts_units=True,
        text=(
            "Công nhận theo năm. Đơn vị mới sau sáp nhập không kế thừa kết quả công nhận cũ: dãy số "
            "bị ngắt tại ngày sáp nhập."
        ),
        legal_source="Nghị quyết liên tịch 01/2008/NQLT (tiêu chí; bảng điểm chưa xác minh)",
        needs=(_COMMUNE, "lành mạnh|không có tệ nạn|không còn tệ nạn|không tệ nạn"),
        hints=("duy trì", "công nhận", "giai đoạn", "đăng ký"),
    ),
    flow(
        "K1a",
        "Kinh phí được giao cho phòng, chống mại dâm",
        "đồng",
        Measure.MONEY,
        better=None,
        dimensions=("nguồn kinh phí",),
        text="Nguồn: ngân sách trung ương, ngân sách địa phương, lồng ghép, xã hội hóa, quốc tế.",
        needs=("kinh phí|ngân sách", "bố trí|giao|phân bổ"),
    ),
    flow(
        "K1b",
        "Kinh phí đã thực hiện cho phòng, chống mại dâm",
        "đồng",
        Measure.MONEY,
        better=None,
        dimensions=("nguồn kinh phí",),
        needs=("kinh phí|ngân sách", "giải ngân|đã chi|thực hiện chi"),
    ),
)
