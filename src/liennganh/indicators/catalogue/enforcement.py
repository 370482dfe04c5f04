"""D: inspection; E: crime, violations, tips."""

from liennganh.indicators.models import Measure, Source

from .model import Definition, counted, flow, from_agency, reached, share

_SHOPS = "cơ sở kinh doanh|cơ sở dịch vụ|cơ sở lưu trú|cơ sở"
_NOT_SHOPS = (
    "cơ sở giáo dục",
    "cơ sở y tế",
    "thực phẩm",
    "phòng cháy",
    "môi trường",
    "cơ sở trợ giúp",
)
_EASY = (
    "dễ phát sinh",
    "để phát sinh",
    "dễ bị lợi dụng",
    "trên địa bàn",
    "dịch vụ",
    "có điều kiện",
)
_TIPS = "tố giác|tin báo|khiếu nại|tố cáo"
_CRIMINAL_LAW = "Bộ luật Hình sự 2015 Điều 327, 328, 329; biểu mẫu: đề xuất"
_POLICE = "Số của ngành Công an. Đặt cạnh số của cơ quan khác, không cộng."
_PROCURACY = (
    "Số của Viện kiểm sát nhân dân, theo đề nghị. Đặt cạnh số của cơ quan khác, không cộng."
)
_COURT = "Số của Tòa án nhân dân, theo đề nghị. Đặt cạnh số của cơ quan khác, không cộng."
_FINES = "Nghị định 144/2021/NĐ-CP; Nghị định 282/2025/NĐ-CP (từ 15/12/2025); biểu mẫu: đề xuất"
_ARTICLE = ("điều luật",)


def _outcome(code: str, name: str, unit: str, measure: Measure = Measure.EVENTS) -> Definition:
    return flow(code, name, unit, measure, better=None, legal_source=_FINES)


def _case(code: str, name: str, unit: str, whose: str) -> Definition:
    measure = Measure.EVENTS if unit == "vụ" else Measure.PERSONS
    return from_agency(
        code, name, unit, measure, text=whose, dimensions=_ARTICLE, legal_source=_CRIMINAL_LAW
    )


ENFORCEMENT: tuple[Definition, ...] = (
    reached(
        "D1",
        "Cơ sở kinh doanh dịch vụ được kiểm tra ít nhất một lần",
        "Số cơ sở đã được kiểm tra ít nhất một lần từ đầu năm",
        "Tổng số cơ sở kinh doanh dịch vụ dễ phát sinh tệ nạn mại dâm (A1)",
        text=(
            "Đếm cơ sở, không đếm lượt: một cơ sở kiểm tra ba lần vẫn là một. Chỉ tính đoàn kiểm tra "
            "liên ngành, không gộp kiểm tra an ninh, trật tự của Công an."
        ),
        dimensions=("theo kế hoạch", "đột xuất", "phúc tra"),
        legal_source="Nghị định 178/2004/NĐ-CP; Thông tư 05/2006/TT-BLĐTBXH; biểu mẫu: đề xuất",
        bare=True,
        needs=(_SHOPS, "kiểm tra|thanh tra"),
        hints=(*_EASY, "ít nhất một lần", "tổ chức"),
        never=_NOT_SHOPS,
    ),
    flow(
        "D1n",
        "Số cơ sở được kiểm tra",
        "cơ sở",
        Measure.OBJECTS,
        needs=(_SHOPS, "kiểm tra|thanh tra"),
        hints=_EASY,
        never=(*_NOT_SHOPS, "lượt"),
        text="Mỗi cơ sở đếm một lần trong kỳ; muốn biết tỷ lệ của cả năm dùng D1.",
    ),
    flow(
        "D2",
        "Lượt kiểm tra của đội kiểm tra liên ngành",
        "lượt",
        dimensions=("cấp của đội",),
        legal_source="Thông tư 05/2006/TT-BLĐTBXH; biểu mẫu: đề xuất",
        needs=("lượt|cuộc", "kiểm tra|thanh tra|phúc tra"),
        hints=(*_EASY, "đột xuất", "cơ sở"),
    ),
    flow("D3a", "Cơ sở vi phạm", "cơ sở", Measure.OBJECTS, better=None, legal_source=_FINES),
    _outcome("D3b", "Hành vi vi phạm bị lập biên bản", "hành vi"),
    _outcome("D3c", "Quyết định xử phạt vi phạm hành chính", "quyết định"),
    _outcome("D3d", "Số tiền phạt theo quyết định", "đồng", Measure.MONEY),
    _outcome("D3e", "Số tiền phạt đã thu", "đồng", Measure.MONEY),
    _outcome("D3f", "Cơ sở bị tước quyền sử dụng giấy phép", "cơ sở", Measure.OBJECTS),
    _outcome("D3g", "Cơ sở bị đình chỉ hoạt động", "cơ sở", Measure.OBJECTS),
    _outcome("D3h", "Lượt nhắc nhở", "lượt"),
    _outcome("D3i", "Kiến nghị sau kiểm tra", "kiến nghị"),
    share(
        "D4a",
        "Cơ sở có cam kết còn hiệu lực với Ủy ban nhân dân xã",
        "Số cơ sở có cam kết còn hiệu lực của chủ cơ sở",
        "Tổng số cơ sở kinh doanh dịch vụ dễ phát sinh tệ nạn mại dâm (A1)",
        legal_source="Nghị định 178/2004/NĐ-CP Điều 11 khoản 3; biểu mẫu: đề xuất",
        needs=("chủ cơ sở|cơ sở kinh doanh|cơ sở dịch vụ|cơ sở", "cam kết"),
        hints=(*_EASY, "ký", "không để xảy ra"),
        never=("người lao động", *_NOT_SHOPS),
    ),
    share(
        "D4b",
        "Người lao động tại cơ sở có cam kết còn hiệu lực",
        "Số người lao động có cam kết còn hiệu lực",
        "Tổng số người lao động tại các cơ sở (A2)",
        legal_source="Pháp lệnh 10/2003/PL-UBTVQH11 Điều 15; Nghị định 178/2004/NĐ-CP Điều 11",
        needs=("người lao động|nhân viên|tiếp viên", "cam kết"),
        hints=(*_EASY, "ký", "cơ sở"),
    ),
    from_agency(
        "E1a",
        "Vụ việc mại dâm được phát hiện, triệt phá",
        "vụ",
        Measure.EVENTS,
        text="Mỗi nguồn một dòng (Công an, Đội 178): cùng một vụ có thể có ở cả hai, nên không cộng.",
        needs=("vụ|đường dây|ổ nhóm", "triệt phá|phát hiện|bóc gỡ|đấu tranh"),
    ),
    from_agency(
        "E1b",
        "Người vi phạm liên quan đến mại dâm",
        "người",
        Measure.PERSONS,
        dimensions=("bán dâm", "mua dâm", "chủ chứa, môi giới", "dưới 18 tuổi"),
        text=f"{_POLICE} Người dưới 18 tuổi được xem trước hết là người cần bảo vệ.",
    ),
    _case("E2a", "Số vụ án khởi tố", "vụ", _POLICE),
    _case("E2b", "Số bị can bị khởi tố", "bị can", _POLICE),
    _case("E2c", "Số vụ án truy tố", "vụ", _PROCURACY),
    _case("E2d", "Số bị can bị truy tố", "bị can", _PROCURACY),
    _case("E2e", "Số vụ án đã xét xử", "vụ", _COURT),
    _case("E2f", "Số bị cáo đã xét xử", "bị cáo", _COURT),
    flow(
        "E3",
        "Tội phạm liên quan đến mại dâm được xử lý",
        "vụ",
        text=(
            "Số vụ do một cơ quan duy nhất báo cáo (Công an). Chỉ tiêu “tăng x–y% so với năm trước” "
            "được tính từ số này, so với cùng kỳ năm trước."
        ),
        legal_source=_CRIMINAL_LAW,
        needs=("tội phạm|vụ án|phạm tội", "xử lý|khởi tố|điều tra|khám phá|phát hiện|xét xử"),
        hints=("theo quy định của pháp luật", "liên quan", "mỗi năm"),
    ),
    share(
        "E5",
        "Vụ việc, hành vi vi phạm được xử lý theo quy định",
        "Số vụ việc, hành vi vi phạm đã xử lý đúng quy định",
        "Tổng số vụ việc, hành vi vi phạm được phát hiện",
        needs=("vụ việc|hành vi vi phạm|vi phạm", "xử lý"),
        hints=("pháp luật", "theo quy định của pháp luật", "liên quan", "đảm bảo"),
        never=("tố giác", "tin báo"),
    ),
    Definition(
        **{
            **reached(
                "E4",
                "Tố giác, tin báo, khiếu nại được tiếp nhận, xác minh, xử lý kịp thời",
                "Số tố giác, tin báo, khiếu nại được xử lý trong thời hạn",
                "Tổng số tố giác, tin báo, khiếu nại đã nhận",
            ).__dict__,
            "text": "Số do sổ tiếp nhận tin báo đưa ra, không nhập tay; số nhỏ được che.",
            "source": Source.REGISTER,
            "register": "tips",
            "protected": True,
            "legal_source": "Bộ luật Tố tụng hình sự Điều 145–147 (thời hạn); biểu mẫu: đề xuất",
            "needs": (_TIPS, "tiếp nhận|xác minh|xử lý|giải quyết|phân loại"),
            "hints": ("hành vi vi phạm pháp luật", "kịp thời", "tội phạm"),
        }
    ),
    counted("E4a", "Tố giác, tin báo, khiếu nại đã nhận", "tin", "tips", better=None),
    counted("E4b", "Tin đã giải quyết trong thời hạn", "tin", "tips"),
    counted("E4c", "Tin giải quyết quá hạn", "tin", "tips", better=False, dimensions=("kết quả",)),
)
