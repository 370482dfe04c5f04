"""Committees, forces, courts, the Front and its organisations, banks, press."""

import datetime as dt

from .model import COMMUNE, DISTRICT, DISTRICTS_ENDED, PROVINCE, Ending, Kind

_TODAY = frozenset({PROVINCE})
_LAW = "Luật Tổ chức chính quyền địa phương 72/2025/QH15"
_FRONT_LAW = "Luật 97/2025/QH15 (tổ chức Mặt trận hai cấp)"
_POLICE_REFORM = dt.date(2025, 3, 1)


def _down(kind: str, field: str, basis: str = _LAW) -> tuple[Ending, ...]:
    """Say that the district body ended and the same kind in the communes went on."""
    return (Ending(DISTRICT, DISTRICTS_ENDED, kind, COMMUNE, field, basis),)


def _organisation(key: str, name: str, field: str, *words: str, also: tuple[str, ...] = ()) -> Kind:
    """Build the Front or one of its organisations, found at every level and asked, not ordered."""
    pattern = f"{name} {{kind}}"
    return Kind(
        key,
        name,
        {PROVINCE: pattern, DISTRICT: pattern, COMMUNE: pattern},
        words,
        also,
        requested=True,
        usual=_TODAY,
        endings=_down(key, field, _FRONT_LAW),
    )


ORGANS = (
    Kind(
        "ubnd",
        "Ủy ban nhân dân",
        dict.fromkeys((PROVINCE, DISTRICT, COMMUNE), "Ủy ban nhân dân {unit}"),
        ("UBND",),
        usual=frozenset({PROVINCE, COMMUNE}),
        endings=_down("ubnd", "quản lý nhà nước trên địa bàn"),
    ),
    Kind(
        "hdnd",
        "Hội đồng nhân dân",
        dict.fromkeys((PROVINCE, DISTRICT, COMMUNE), "Hội đồng nhân dân {kind}"),
        ("HĐND",),
        requested=True,
        endings=_down("hdnd", "giám sát"),
    ),
    Kind(
        "ban_chi_dao_138",
        "Ban Chỉ đạo 138",
        dict.fromkeys((PROVINCE, DISTRICT, COMMUNE), "Ban Chỉ đạo 138 {kind}"),
        (
            "BCĐ 138",
            "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc",
            "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội",
        ),
        endings=_down("ban_chi_dao_138", "phòng, chống tội phạm, tệ nạn xã hội"),
    ),
    # Circular 05/2006/TT-BLĐTBXH.
    Kind(
        "doi_178",
        "Đội kiểm tra liên ngành 178",
        dict.fromkeys((PROVINCE, DISTRICT, COMMUNE), "Đội kiểm tra liên ngành 178 {kind}"),
        ("Đội kiểm tra liên ngành", "Đội 178", "Đội kiểm tra liên ngành phòng, chống mại dâm"),
        endings=_down("doi_178", "kiểm tra liên ngành"),
    ),
    Kind(
        "cong_an",
        "Công an",
        dict.fromkeys((PROVINCE, DISTRICT, COMMUNE), "Công an {kind}"),
        ("lực lượng Công an", "cơ quan Công an", "cơ quan điều tra", "cơ quan cảnh sát điều tra"),
        usual=_TODAY,
        endings=(
            Ending(
                DISTRICT,
                _POLICE_REFORM,
                "cong_an",
                PROVINCE,
                "điều tra, quản lý nhà nước về an ninh, trật tự",
                "Nghị định 02/2025/NĐ-CP; đề án không tổ chức Công an cấp huyện",
            ),
            Ending(
                DISTRICT,
                _POLICE_REFORM,
                "cong_an",
                COMMUNE,
                "an ninh, trật tự tại cơ sở",
                "Nghị định 02/2025/NĐ-CP; đề án không tổ chức Công an cấp huyện",
            ),
        ),
    ),
    Kind(
        "bien_phong",
        "Bộ Chỉ huy Bộ đội Biên phòng",
        {PROVINCE: "Bộ Chỉ huy Bộ đội Biên phòng {kind}"},
        ("Bộ đội Biên phòng", "BĐBP", "Bộ Chỉ huy BĐBP"),
        # Since July 2025 part of the province's military command; some plans keep the older name.
        also=("Ban Chỉ huy Bộ đội Biên phòng",),
    ),
    Kind(
        "quan_su",
        "Bộ Chỉ huy Quân sự",
        {
            PROVINCE: "Bộ Chỉ huy Quân sự {kind}",
            DISTRICT: "Ban Chỉ huy Quân sự {kind}",
            COMMUNE: "Ban Chỉ huy Quân sự {kind}",
        },
        ("Bộ CHQS", "Ban CHQS", "Bộ Tư lệnh"),
        endings=_down("quan_su", "quân sự địa phương"),
    ),
    Kind(
        "vien_kiem_sat",
        "Viện kiểm sát nhân dân",
        {PROVINCE: "Viện kiểm sát nhân dân {kind}", DISTRICT: "Viện kiểm sát nhân dân {kind}"},
        ("VKSND", "VKS", "Viện kiểm sát", "Viện kiểm sát nhân dân các cấp"),
        requested=True,
        usual=_TODAY,
        endings=(
            Ending(
                DISTRICT,
                DISTRICTS_ENDED,
                "vien_kiem_sat",
                PROVINCE,
                "kiểm sát (nay do Viện kiểm sát nhân dân khu vực đảm nhiệm)",
                "Luật 82/2025/QH15",
            ),
        ),
    ),
    Kind(
        "toa_an",
        "Tòa án nhân dân",
        {PROVINCE: "Tòa án nhân dân {kind}", DISTRICT: "Tòa án nhân dân {kind}"},
        ("TAND", "Tòa án", "Tòa án nhân dân các cấp"),
        requested=True,
        usual=_TODAY,
        endings=(
            Ending(
                DISTRICT,
                DISTRICTS_ENDED,
                "toa_an",
                PROVINCE,
                "xét xử (nay do Tòa án nhân dân khu vực đảm nhiệm)",
                "Luật 81/2025/QH15",
            ),
        ),
    ),
    _organisation(
        "mttq",
        "Ủy ban Mặt trận Tổ quốc Việt Nam",
        "công tác Mặt trận",
        "Mặt trận Tổ quốc Việt Nam",
        "Mặt trận Tổ quốc",
        "Ủy ban Mặt trận Tổ quốc",
        "UBMTTQ",
        "UB MTTQ",
        "UBMTTQVN",
        "MTTQ",
        "MTTQVN",
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam",
    ),
    _organisation(
        "hoi_phu_nu",
        "Hội Liên hiệp Phụ nữ",
        "công tác phụ nữ",
        "Hội LHPN",
        "Hội Phụ nữ",
        "Hội Liên hiệp Phụ nữ Việt Nam",
    ),
    _organisation(
        "doan_thanh_nien",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        "công tác thanh niên",
        "Đoàn Thanh niên",
        "Đoàn TNCS Hồ Chí Minh",
        "Đoàn TNCS HCM",
        "Đoàn TNCSHCM",
        also=(
            "Tỉnh đoàn",
            "Thành đoàn",
            "Huyện đoàn",
            "Tỉnh Đoàn Thanh niên Cộng sản Hồ Chí Minh",
            "Thành Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        ),
    ),
    _organisation("lien_doan_lao_dong", "Liên đoàn Lao động", "công đoàn", "LĐLĐ", "Công đoàn"),
    _organisation("hoi_nong_dan", "Hội Nông dân", "công tác nông dân"),
    _organisation("hoi_cuu_chien_binh", "Hội Cựu chiến binh", "cựu chiến binh", "Hội CCB"),
    Kind(
        "ngan_hang_csxh",
        "Ngân hàng Chính sách xã hội",
        {
            PROVINCE: "Chi nhánh Ngân hàng Chính sách xã hội {kind}",
            DISTRICT: "Phòng giao dịch Ngân hàng Chính sách xã hội {kind}",
        },
        (
            "NHCSXH",
            "Ngân hàng Chính sách xã hội",
            "Chi nhánh Ngân hàng Chính sách xã hội",
            "Chi nhánh NHCSXH",
        ),
        # A bank that lends under its own rules: asked, like the bodies beside it in the plans.
        requested=True,
        usual=_TODAY,
    ),
    Kind(
        "kho_bac",
        "Kho bạc Nhà nước",
        dict.fromkeys((PROVINCE, DISTRICT), "Kho bạc Nhà nước {kind}"),
        ("Kho bạc", "KBNN", "Kho bạc Nhà nước khu vực"),
        endings=(
            Ending(
                DISTRICT,
                DISTRICTS_ENDED,
                "kho_bac",
                PROVINCE,
                "kho bạc",
                "Quyết định của Bộ Tài chính",
            ),
        ),
    ),
    Kind(
        "bao_hiem_xa_hoi",
        "Bảo hiểm xã hội",
        dict.fromkeys((PROVINCE, DISTRICT), "Bảo hiểm xã hội {kind}"),
        ("BHXH",),
    ),
    # Papers and stations were joined province by province, from 2025 on; no day holds for all, so
    # neither kind ends here, and the successor is recorded where it happened.
    Kind(
        "bao",
        "Báo",
        {PROVINCE: "Báo {name}"},
        (),
    ),
    Kind(
        "dai",
        "Đài Phát thanh và Truyền hình",
        {PROVINCE: "Đài Phát thanh và Truyền hình {kind}"},
        ("Đài PT-TH", "Đài PTTH", "Đài PT&TH", "Đài Phát thanh - Truyền hình"),
    ),
    Kind(
        "bao_dai",
        "Báo và Đài Phát thanh, Truyền hình",
        {PROVINCE: "Báo và Đài Phát thanh, Truyền hình {name}"},
        ("Báo và Phát thanh, Truyền hình", "Cơ quan báo và phát thanh, truyền hình"),
        since=DISTRICTS_ENDED,
        usual=_TODAY,
    ),
)
