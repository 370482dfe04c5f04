"""B: communication; C: plans and integration; G: training."""

from liennganh.indicators.models import Measure

from .model import Definition, flow, reached, share

_COMMUNE = "xã|phường|thị trấn|đặc khu"
_TOLD = "tuyên truyền|truyền thông|phổ biến|cung cấp thông tin|giáo dục pháp luật"
_TRAINED = "tập huấn|bồi dưỡng|đào tạo|nâng cao năng lực"
_STAFF = "cán bộ|công chức|viên chức|cộng tác viên|đội ngũ"
_ABOUT = (
    "hình thức",
    "duy trì thường xuyên",
    "chính sách",
    "pháp luật",
    "kiến thức",
    "nâng cao nhận thức",
    "tác hại",
    "phòng ngừa",
)
_ONCE = "Mỗi người đếm một lần trong năm; số của kỳ sau đã gồm kỳ trước nên không cộng các kỳ."

PREVENTION: tuple[Definition, ...] = (
    flow(
        "B1a",
        "Buổi truyền thông, tuyên truyền về phòng, chống mại dâm",
        "buổi",
        dimensions=("hình thức",),
        needs=("buổi|hội nghị|cuộc|lớp", _TOLD),
        hints=_ABOUT,
    ),
    flow(
        "B1b",
        "Lượt người được tuyên truyền về phòng, chống mại dâm",
        "lượt người",
        dimensions=("nhóm người nghe",),
        text="Đếm lượt: một người dự hai buổi là hai lượt. Không dùng làm số người.",
        needs=("lượt người|người dân|lượt|nhân dân", _TOLD),
        hints=_ABOUT,
    ),
    flow(
        "B1c",
        "Tin, bài, phóng sự về phòng, chống mại dâm",
        "tin, bài",
        dimensions=("loại báo chí",),
        needs=(
            "tin bài|phóng sự|chuyên mục|đăng tải|thông tin",
            "báo chí|đăng tải|phát sóng|báo|đài",
        ),
        hints=("truyền hình", "phát thanh", "cơ quan", "tháng một lần"),
        never=("bình đẳng giới",),
    ),
    flow(
        "B1d",
        "Thời lượng phát thanh, truyền hình",
        "giờ",
        needs=("giờ phát|thời lượng", "phát thanh|phát sóng|truyền hình"),
    ),
    flow(
        "B1e",
        "Ấn phẩm truyền thông được phát",
        "ấn phẩm",
        dimensions=("loại ấn phẩm",),
        needs=("tờ rơi|áp phích|pa nô|ấn phẩm|tài liệu truyền thông|băng rôn",),
        hints=_ABOUT,
    ),
    share(
        "B2",
        "Xã có ít nhất một hình thức tuyên truyền được duy trì thường xuyên",
        "Số xã, phường, đặc khu có ít nhất một hình thức tuyên truyền về phòng ngừa mại dâm được duy trì thường xuyên",
        "Tổng số xã, phường, đặc khu",
        counts_units=True,
        text="Mỗi xã đếm một lần, dù có nhiều hình thức.",
        needs=(_COMMUNE, _TOLD),
        hints=_ABOUT,
        never=("tin bài",),
    ),
    reached(
        "B3a",
        "Người lao động tại cơ sở kinh doanh dịch vụ dễ phát sinh tệ nạn được tuyên truyền",
        "Số người lao động tại các cơ sở đã được tuyên truyền từ đầu năm",
        "Tổng số người lao động tại các cơ sở",
        text=_ONCE,
        bare=True,
        needs=(
            "người lao động|nhân viên|tiếp viên|lao động",
            "cơ sở kinh doanh|cơ sở dịch vụ|tại các cơ sở|tại cơ sở",
        ),
        hints=(*_ABOUT, _TOLD),
        never=("khu công nghiệp", "cam kết", "khám sức khỏe"),
    ),
    reached(
        "B3b",
        "Người lao động trong khu công nghiệp được tuyên truyền",
        "Số người lao động trong khu công nghiệp đã được tuyên truyền từ đầu năm",
        "Tổng số người lao động trong khu công nghiệp",
        text=_ONCE,
        bare=True,
        needs=(
            "người lao động|công nhân|lao động",
            "khu công nghiệp|khu chế xuất|cụm công nghiệp|kcn",
        ),
        hints=(*_ABOUT, _TOLD),
    ),
    reached(
        "B3c",
        "Học sinh, sinh viên được tuyên truyền",
        "Số học sinh, sinh viên đã được tuyên truyền từ đầu năm",
        "Tổng số học sinh, sinh viên",
        text=_ONCE,
        dimensions=("cấp học",),
        bare=True,
        needs=("học sinh|sinh viên|học viên", f"trường|{_TOLD}"),
        hints=(
            *_ABOUT,
            _TOLD,
            "trường học|trung học phổ thông|trung học cơ sở",
            "cơ sở giáo dục",
            "đại học",
            "nghề nghiệp",
        ),
    ),
    reached(
        "B3d",
        "Giáo viên được tuyên truyền",
        "Số giáo viên đã được tuyên truyền từ đầu năm",
        "Tổng số giáo viên",
        text=_ONCE,
        bare=True,
        needs=("giáo viên|nhà giáo|giảng viên", f"trường|{_TOLD}"),
        hints=(*_ABOUT, _TOLD, "trường học", "cơ sở giáo dục"),
    ),
    share(
        "C1a",
        "Địa phương có kế hoạch và tổ chức hoạt động phòng, chống mại dâm",
        "Số địa phương đã ban hành kế hoạch và tổ chức thực hiện",
        "Tổng số địa phương",
        counts_units=True,
        needs=(
            f"{_COMMUNE}|huyện|thành phố|địa phương",
            "xây dựng kế hoạch|ban hành kế hoạch|có kế hoạch|kế hoạch",
        ),
        hints=("tổ chức thực hiện", "hoạt động"),
        never=("lồng ghép", "mô hình"),
    ),
    share(
        "C1b",
        "Cơ quan, địa phương lồng ghép nhiệm vụ phòng, chống mại dâm",
        "Số cơ quan, địa phương đã lồng ghép trong năm",
        "Tổng số cơ quan, địa phương được giao",
        needs=(
            f"phòng ban|cơ quan|đơn vị|sở ngành|{_COMMUNE}|huyện|thành phố|địa phương",
            "lồng ghép",
        ),
        hints=(
            "nhiệm vụ",
            "phát triển kinh tế - xã hội",
            "chương trình an sinh",
            "trợ giúp xã hội",
            "chương trình phòng, chống ma túy",
            "HIV/AIDS",
            "phòng chống mua bán người",
        ),
    ),
    reached(
        "G1",
        "Cán bộ làm công tác phòng, chống mại dâm được tập huấn, bồi dưỡng",
        "Số cán bộ đã được tập huấn, bồi dưỡng từ đầu năm",
        "Tổng số cán bộ làm công tác phòng, chống mại dâm",
        text="Mỗi người đếm một lần trong năm, dù dự nhiều lớp.",
        dimensions=("cấp", "cơ quan"),
        needs=(_STAFF, _TRAINED),
        hints=(
            "chiến sĩ",
            "chuyên môn, nghiệp vụ",
            "cấp tỉnh",
            "cấp xã",
            "lĩnh vực",
            "cơ quan, tổ chức",
        ),
    ),
    flow(
        "G2",
        "Lượt cán bộ được tập huấn, bồi dưỡng",
        "lượt người",
        needs=(_STAFF, _TRAINED),
        text="Đếm lượt: một người dự hai lớp là hai lượt.",
    ),
    flow(
        "G3",
        "Lớp tập huấn, bồi dưỡng đã tổ chức",
        "lớp",
        Measure.EVENTS,
        needs=("lớp|khóa|hội nghị", _TRAINED),
    ),
)
