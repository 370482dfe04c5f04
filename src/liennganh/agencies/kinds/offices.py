"""Specialised offices ("phòng") of the former districts and of today's communes."""

from .model import COMMUNE, DISTRICT, DISTRICTS_ENDED, PROVINCE, Ending, Kind

_LAW = "Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị định 150/2025/NĐ-CP"
_COMMUNE_CULTURE = "phong_van_hoa_xa_hoi"
_COMMUNE_ECONOMY = "phong_kinh_te_xa"
_COMMUNE_OFFICE = "van_phong"


def _office(
    key: str, name: str, into: str, field: str, *words: str, also: tuple[str, ...] = ()
) -> Kind:
    """Build an office of the district level, whose work passed to the communes."""
    ending = Ending(DISTRICT, DISTRICTS_ENDED, into, COMMUNE, field, _LAW)
    return Kind(key, name, {DISTRICT: name}, words, also, endings=(ending,))


OFFICES = (
    _office(
        "phong_ldtbxh",
        "Phòng Lao động - Thương binh và Xã hội",
        _COMMUNE_CULTURE,
        "phòng, chống tệ nạn xã hội, bảo trợ xã hội",
        "Phòng LĐ-TBXH",
        "Phòng LĐTBXH",
        "Phòng LĐ-TB&XH",
    ),
    _office("phong_y_te", "Phòng Y tế", _COMMUNE_CULTURE, "y tế, phòng, chống tệ nạn xã hội"),
    _office(
        "phong_van_hoa",
        "Phòng Văn hóa và Thông tin",
        _COMMUNE_CULTURE,
        "văn hóa, thông tin",
        "Phòng VH-TT",
        "Phòng VHTT",
        also=("Phòng Văn hóa, Khoa học và Thông tin",),
    ),
    _office(
        "phong_giao_duc",
        "Phòng Giáo dục và Đào tạo",
        _COMMUNE_CULTURE,
        "giáo dục",
        "Phòng GD-ĐT",
        "Phòng GDĐT",
    ),
    _office(
        "phong_noi_vu",
        "Phòng Nội vụ",
        _COMMUNE_CULTURE,
        "nội vụ",
        also=("Phòng Nội vụ - Lao động - Thương binh và Xã hội",),
    ),
    _office(
        "phong_tai_chinh",
        "Phòng Tài chính - Kế hoạch",
        _COMMUNE_ECONOMY,
        "tài chính, kế hoạch",
        "Phòng TC-KH",
        "Phòng Tài chính",
    ),
    Kind(
        "phong_kinh_te",
        "Phòng Kinh tế",
        {DISTRICT: "Phòng Kinh tế"},
        also=("Phòng Kinh tế và Hạ tầng",),
        endings=(Ending(DISTRICT, DISTRICTS_ENDED, _COMMUNE_ECONOMY, COMMUNE, "kinh tế", _LAW),),
    ),
    _office("phong_tu_phap", "Phòng Tư pháp", _COMMUNE_OFFICE, "tư pháp"),
    _office(
        "phong_quan_ly_do_thi",
        "Phòng Quản lý đô thị",
        _COMMUNE_ECONOMY,
        "quản lý đô thị",
        "Phòng QLĐT",
        also=("Phòng Kinh tế, Hạ tầng và Đô thị",),
    ),
    _office(
        "phong_tnmt",
        "Phòng Tài nguyên và Môi trường",
        _COMMUNE_ECONOMY,
        "tài nguyên, môi trường",
        "Phòng TN-MT",
        also=("Phòng Nông nghiệp và Môi trường",),
    ),
    _office(
        "phong_nong_nghiep",
        "Phòng Nông nghiệp và Phát triển nông thôn",
        _COMMUNE_ECONOMY,
        "nông nghiệp",
        "Phòng NN-PTNT",
    ),
    _office("phong_dan_toc", "Phòng Dân tộc", _COMMUNE_CULTURE, "công tác dân tộc"),
    # Circular 20/2025/TT-BYT: this office advises the commune on preventing social evils.
    Kind(
        _COMMUNE_CULTURE,
        "Phòng Văn hóa - Xã hội",
        {COMMUNE: "Phòng Văn hóa - Xã hội {kind}"},
        ("Phòng VH-XH", "Phòng VHXH"),
        since=DISTRICTS_ENDED,
    ),
    Kind(
        _COMMUNE_ECONOMY,
        "Phòng Kinh tế (cấp xã)",
        {COMMUNE: "Phòng Kinh tế {kind}"},
        also=("Phòng Kinh tế, Hạ tầng và Đô thị",),
        since=DISTRICTS_ENDED,
    ),
    Kind(
        "tram_y_te",
        "Trạm Y tế",
        {COMMUNE: "Trạm Y tế {kind}"},
    ),
    Kind(
        "trung_tam_y_te",
        "Trung tâm Y tế",
        {DISTRICT: "Trung tâm Y tế {kind}", PROVINCE: "Trung tâm Y tế"},
        ("TTYT",),
        endings=(
            Ending(
                DISTRICT, DISTRICTS_ENDED, "so_y_te", PROVINCE, "y tế", "Thông tư 20/2025/TT-BYT"
            ),
        ),
    ),
    Kind(
        "trung_tam_cdc",
        "Trung tâm Kiểm soát bệnh tật",
        {PROVINCE: "Trung tâm Kiểm soát bệnh tật {kind}"},
        ("CDC", "Trung tâm Phòng, chống HIV/AIDS"),
    ),
    Kind(
        "trung_tam_van_hoa",
        "Trung tâm Văn hóa - Thể thao",
        {
            DISTRICT: "Trung tâm Văn hóa - Thể thao {kind}",
            PROVINCE: "Trung tâm Văn hóa {kind}",
        },
        also=(
            "Trung tâm Văn hóa, Thông tin và Truyền thông",
            "Trung tâm Văn hóa, Thể thao và Truyền thông",
        ),
        endings=(
            Ending(DISTRICT, DISTRICTS_ENDED, _COMMUNE_CULTURE, COMMUNE, "văn hóa, thể thao", _LAW),
        ),
    ),
    Kind(
        "trung_tam_cong_tac_xa_hoi",
        "Trung tâm Công tác xã hội",
        {PROVINCE: "Trung tâm Công tác xã hội {kind}"},
        also=("Trung tâm Bảo trợ xã hội", "Cơ sở trợ giúp xã hội"),
    ),
    Kind(
        "trung_tam_viec_lam",
        "Trung tâm Dịch vụ việc làm",
        {PROVINCE: "Trung tâm Dịch vụ việc làm {kind}"},
    ),
    Kind(
        "trung_tam_tro_giup_phap_ly",
        "Trung tâm Trợ giúp pháp lý nhà nước",
        {PROVINCE: "Trung tâm Trợ giúp pháp lý nhà nước {kind}"},
        ("Trung tâm Trợ giúp pháp lý",),
    ),
)
