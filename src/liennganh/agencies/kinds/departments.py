"""Departments of a province ("sở") and what the reform of 2025 made of them."""

from .model import COMMUNE, DEPARTMENTS_MERGED, DISTRICT, PROVINCE, Ending, Kind

# Read in an excerpt: Decree 42/2025/NĐ-CP gives the field to the ministry of health; how each
# province followed is laid down in its own resolution.
_HEALTH_BASIS = "Nghị định 42/2025/NĐ-CP; nghị quyết của HĐND tỉnh về tổ chức lại các sở"
_MERGER_BASIS = "Nghị định 45/2025/NĐ-CP; nghị quyết của HĐND tỉnh về tổ chức lại các sở"
_TODAY = frozenset({PROVINCE})


def _merged(into: str, field: str, basis: str = _MERGER_BASIS) -> Ending:
    return Ending(PROVINCE, DEPARTMENTS_MERGED, into, PROVINCE, field, basis)


def _department(key: str, name: str, *words: str) -> Kind:
    return Kind(key, name, {PROVINCE: name}, words, usual=_TODAY)


DEPARTMENTS = (
    _department("so_y_te", "Sở Y tế"),
    _department("so_noi_vu", "Sở Nội vụ"),
    _department("so_tai_chinh", "Sở Tài chính"),
    _department("so_tu_phap", "Sở Tư pháp"),
    _department("so_giao_duc", "Sở Giáo dục và Đào tạo", "Sở Giáo dục", "Sở GD-ĐT", "Sở GDĐT"),
    _department("so_cong_thuong", "Sở Công Thương", "Sở Thương mại"),
    _department("so_xay_dung", "Sở Xây dựng"),
    Kind(
        "so_van_hoa",
        "Sở Văn hóa, Thể thao và Du lịch",
        {PROVINCE: "Sở Văn hóa, Thể thao và Du lịch"},
        ("Sở Văn hóa", "Sở VHTTDL", "Sở VH-TT-DL", "Sở VH-TT&DL", "Sở VH-TT", "Sở VHTT"),
        also=("Sở Văn hóa và Thể thao",),  # where tourism has a department of its own
        usual=_TODAY,
    ),
    _department("so_khoa_hoc", "Sở Khoa học và Công nghệ", "Sở KH-CN", "Sở KHCN"),
    Kind(
        "so_nong_nghiep_moi_truong",
        "Sở Nông nghiệp và Môi trường",
        {PROVINCE: "Sở Nông nghiệp và Môi trường"},
        ("Sở NN-MT", "Sở NNMT"),
        since=DEPARTMENTS_MERGED,
        usual=_TODAY,
    ),
    Kind(
        "so_dan_toc_ton_giao",
        "Sở Dân tộc và Tôn giáo",
        {PROVINCE: "Sở Dân tộc và Tôn giáo"},
        since=DEPARTMENTS_MERGED,
    ),
    # Only some provinces have, or had, a department of its own for tourism.
    Kind("so_du_lich", "Sở Du lịch", {PROVINCE: "Sở Du lịch"}),
    Kind("so_ngoai_vu", "Sở Ngoại vụ", {PROVINCE: "Sở Ngoại vụ"}),
    Kind("so_an_toan_thuc_pham", "Sở An toàn thực phẩm", {PROVINCE: "Sở An toàn thực phẩm"}),
    Kind(
        "so_ldtbxh",
        "Sở Lao động - Thương binh và Xã hội",
        {PROVINCE: "Sở Lao động - Thương binh và Xã hội"},
        ("Sở LĐ-TBXH", "Sở LĐTBXH", "Sở LĐ-TB&XH", "Sở LĐTB và XH", "Sở Lao động"),
        endings=(
            _merged("so_y_te", "phòng, chống tệ nạn xã hội, bảo trợ xã hội, trẻ em", _HEALTH_BASIS),
            _merged("so_noi_vu", "lao động, việc làm, người có công, bình đẳng giới"),
            _merged("so_giao_duc", "giáo dục nghề nghiệp"),
            _merged("so_nong_nghiep_moi_truong", "giảm nghèo"),
            _merged("cong_an", "cai nghiện ma túy và quản lý sau cai nghiện"),
        ),
    ),
    Kind(
        "so_tttt",
        "Sở Thông tin và Truyền thông",
        {PROVINCE: "Sở Thông tin và Truyền thông"},
        ("Sở TT-TT", "Sở TTTT", "Sở TT&TT"),
        endings=(
            _merged("so_van_hoa", "báo chí, xuất bản, thông tin cơ sở"),
            _merged("so_khoa_hoc", "viễn thông, công nghệ thông tin, chuyển đổi số"),
        ),
    ),
    Kind(
        "so_khdt",
        "Sở Kế hoạch và Đầu tư",
        {PROVINCE: "Sở Kế hoạch và Đầu tư"},
        ("Sở KH-ĐT", "Sở KHĐT", "Sở KH&ĐT"),
        endings=(_merged("so_tai_chinh", "kế hoạch, đầu tư"),),
    ),
    Kind(
        "so_gtvt",
        "Sở Giao thông vận tải",
        {PROVINCE: "Sở Giao thông vận tải"},
        ("Sở GTVT",),
        endings=(_merged("so_xay_dung", "giao thông vận tải"),),
    ),
    Kind(
        "so_nnptnt",
        "Sở Nông nghiệp và Phát triển nông thôn",
        {PROVINCE: "Sở Nông nghiệp và Phát triển nông thôn"},
        ("Sở NN-PTNT", "Sở NNPTNT", "Sở NN&PTNT", "Sở Nông nghiệp"),
        endings=(_merged("so_nong_nghiep_moi_truong", "nông nghiệp, phát triển nông thôn"),),
    ),
    Kind(
        "so_tnmt",
        "Sở Tài nguyên và Môi trường",
        {PROVINCE: "Sở Tài nguyên và Môi trường"},
        ("Sở TN-MT", "Sở TNMT", "Sở TN&MT"),
        endings=(_merged("so_nong_nghiep_moi_truong", "tài nguyên, môi trường"),),
    ),
    Kind(
        "ban_dan_toc",
        "Ban Dân tộc",
        {PROVINCE: "Ban Dân tộc"},
        endings=(_merged("so_dan_toc_ton_giao", "công tác dân tộc"),),
    ),
    Kind(
        "thanh_tra",
        "Thanh tra",
        {PROVINCE: "Thanh tra {kind}", DISTRICT: "Thanh tra {kind}"},
        ("Thanh tra nhà nước",),
        usual=_TODAY,
        endings=(
            Ending(
                DISTRICT,
                DEPARTMENTS_MERGED.replace(month=7),
                "thanh_tra",
                PROVINCE,
                "thanh tra",
                "Luật Thanh tra 84/2025/QH15",
            ),
        ),
    ),
    Kind(
        "van_phong",
        "Văn phòng HĐND và UBND",
        {
            PROVINCE: "Văn phòng Ủy ban nhân dân {kind}",
            DISTRICT: "Văn phòng HĐND và UBND {kind}",
            COMMUNE: "Văn phòng HĐND và UBND {kind}",
        },
        ("Văn phòng HĐND-UBND", "Văn phòng UBND", "Văn phòng HĐND và UBND", "Văn phòng"),
        usual=_TODAY,
        endings=(
            Ending(
                DISTRICT,
                DEPARTMENTS_MERGED.replace(month=7),
                "van_phong",
                COMMUNE,
                "công tác văn phòng",
                "Luật Tổ chức chính quyền địa phương 72/2025/QH15",
            ),
        ),
    ),
)
