"""How an indicator adds up, said in Vietnamese."""

from django.utils.translation import gettext as _

from .models import Flow, Indicator, Measure, OverTime, OverUnits, Source


def over_units(indicator: Indicator) -> str:
    """Return the sentence that says how the figure of a higher level is made."""
    return {
        OverUnits.SUM: _("Cộng số của các địa bàn."),
        OverUnits.RATIO_OF_SUMS: _(
            "Cộng tử số, cộng mẫu số của các địa bàn rồi mới chia. Không lấy trung bình các tỷ lệ."
        ),
        OverUnits.MAX: _("Lấy số lớn nhất trong các địa bàn."),
        OverUnits.SIDE_BY_SIDE: _(
            "Mỗi cơ quan đếm theo cách của mình: để cạnh nhau kèm nguồn, không cộng."
        ),
        OverUnits.REGISTER: _("Sổ theo dõi đếm không trùng và công bố cho từng cấp; không cộng."),
    }[OverUnits(indicator.over_units)]


def over_time(indicator: Indicator) -> str:
    """Return the sentence that says how the figure of a longer stretch is made."""
    return {
        OverTime.SUM: _("Cộng số phát sinh của các kỳ không chồng nhau."),
        OverTime.LATEST: _("Lấy số tại ngày chốt của kỳ mới nhất, không cộng."),
        OverTime.MAX: _("Lấy kỳ có số lớn nhất."),
        OverTime.CUMULATIVE: _(
            "Mỗi kỳ báo số lũy kế từ đầu năm; lấy kỳ dài nhất, không cộng 6 tháng với 9 tháng."
        ),
        OverTime.REGISTER: _("Sổ theo dõi công bố cho từng giai đoạn; không cộng các kỳ."),
    }[OverTime(indicator.over_time)]


def counted(indicator: Indicator) -> str:
    """Return what is counted, and whether at a moment or over a period."""
    return f"{Measure(indicator.measure).label}; {Flow(indicator.flow).label}"


def source(indicator: Indicator) -> str:
    """Return where the figure comes from, and what protects it."""
    if indicator.source == Source.TYPED:
        return _("Cơ quan báo cáo nhập.")
    register = {"tips": _("sổ tiếp nhận tin báo"), "casework": _("sổ hỗ trợ")}.get(
        indicator.register, indicator.register
    )
    if indicator.protected:
        return _(
            "Lấy từ %(register)s, không nhập tay. Số nhỏ được che; không ai xem được hồ sơ phía sau."
        ) % {"register": register}
    return _("Lấy từ %(register)s.") % {"register": register}


def direction(indicator: Indicator) -> str:
    """Return which way is good, where one is."""
    if indicator.higher_is_better is None:
        return _("Không có hướng tốt, xấu: con số chỉ mô tả tình hình.")
    return _("Cao hơn là tốt hơn.") if indicator.higher_is_better else _("Thấp hơn là tốt hơn.")
