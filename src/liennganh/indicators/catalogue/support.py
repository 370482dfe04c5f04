"""F: support for people. Figures about people come from the support register, never by hand."""

from liennganh.indicators.models import Measure

from .model import Definition, counted, published, share, stock

_PEOPLE = "người bán dâm|người hoạt động mại dâm|người mại dâm|người được hỗ trợ"
_HELP = (
    "dịch vụ hỗ trợ xã hội",
    "hỗ trợ",
    "hòa nhập cộng đồng",
    "tái hòa nhập cộng đồng",
    "sử dụng",
    "tiếp cận",
)
_REGISTER = "casework"
_NO_NAMES = (
    "Do sổ hỗ trợ công bố cho từng cấp và từng kỳ, không cộng, không kèm tên; số nhỏ được che."
)

SUPPORT: tuple[Definition, ...] = (
    published(
        "F1a",
        "Người được hỗ trợ",
        "người",
        Measure.PERSONS,
        _REGISTER,
        text=_NO_NAMES,
        needs=(_PEOPLE, "hỗ trợ|trợ giúp"),
        hints=_HELP,
        dimensions=("loại dịch vụ",),
    ),
    counted(
        "F1b",
        "Lượt dịch vụ hỗ trợ",
        "lượt",
        _REGISTER,
        dimensions=("loại dịch vụ",),
        text="Đếm lượt: không dùng làm số người.",
    ),
    published(
        "F2",
        "Người bán dâm có nhu cầu và đủ điều kiện được tiếp cận dịch vụ hỗ trợ",
        "%",
        Measure.SHARE,
        _REGISTER,
        numerator="Số người có nhu cầu và đủ điều kiện đã được tiếp cận ít nhất một dịch vụ",
        denominator="Số người có nhu cầu và đủ điều kiện (không phải tổng số người bán dâm)",
        text=_NO_NAMES,
        needs=(_PEOPLE, "nhu cầu|đủ điều kiện", "tiếp cận|hỗ trợ|sử dụng"),
        hints=_HELP,
    ),
    published(
        "F2b",
        "Người bán dâm có hồ sơ quản lý được chữa trị, tái hòa nhập cộng đồng",
        "%",
        Measure.SHARE,
        _REGISTER,
        numerator="Số người có hồ sơ hỗ trợ đã được chữa trị hoặc hỗ trợ hòa nhập",
        denominator="Số người có hồ sơ hỗ trợ",
        text=_NO_NAMES,
        needs=(_PEOPLE, "hồ sơ", "chữa trị|hòa nhập|hỗ trợ"),
        hints=(*_HELP, "Trung tâm", "hình thức phù hợp", "quản lý", "tổ chức", "cộng đồng"),
    ),
    stock(
        "F3",
        "Mô hình, câu lạc bộ, nhóm đồng đẳng đang hoạt động",
        "mô hình",
        better=True,
        dimensions=("loại mô hình",),
        needs=("mô hình|câu lạc bộ|nhóm đồng đẳng|nhóm tự lực",),
        hints=(
            "xây dựng, triển khai",
            "thí điểm",
            "phòng ngừa",
            "can thiệp giảm hại",
            "hòa nhập cộng đồng",
            "bạo lực trên cơ sở giới",
            "quyền của người lao động",
            "huyện",
            "thành phố",
            "cung cấp dịch vụ hỗ trợ",
            "cơ sở kinh doanh dịch vụ",
        ),
    ),
    published(
        "F4a",
        "Người được vay vốn",
        "người",
        Measure.PERSONS,
        _REGISTER,
        text=_NO_NAMES,
        needs=(_PEOPLE, "vay vốn|tín dụng"),
        hints=("Ngân hàng Chính sách xã hội",),
    ),
    counted(
        "F4b",
        "Số tiền cho vay",
        "đồng",
        _REGISTER,
        text=f"Tổng số tiền; {_NO_NAMES[0].lower()}{_NO_NAMES[1:]}",
    ),
    share(
        "F5",
        "Xã có hoạt động phòng ngừa, can thiệp giảm hại, hỗ trợ hòa nhập cộng đồng",
        "Số xã, phường, đặc khu có ít nhất một hoạt động",
        "Tổng số xã, phường, đặc khu",
        counts_units=True,
        needs=("xã|phường|thị trấn|đặc khu", "hoạt động|dịch vụ", "giảm hại|hòa nhập"),
        hints=(
            "phòng ngừa",
            "can thiệp",
            "bạo lực trên cơ sở giới",
            "quyền của người lao động",
            "cơ sở kinh doanh dịch vụ",
            "cung cấp dịch vụ hỗ trợ",
            "cộng đồng",
            "có điều kiện",
        ),
        never=("mô hình",),
    ),
)
