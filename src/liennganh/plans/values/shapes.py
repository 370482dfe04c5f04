"""What the items of each kind hold, by field, and the words for their codes."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import pgettext_lazy

from liennganh.agencies.models import Mode
from liennganh.plans.models import ItemKind

COMPARATORS = {
    ">=": _lazy("ít nhất"),
    ">": _lazy("trên"),
    "=": _lazy("đúng bằng"),
    "<=": _lazy("không quá"),
    "<": _lazy("dưới"),
    "+": _lazy("tăng"),
    "-": _lazy("giảm"),
}
UNITS = {
    "percent": _lazy("%"),
    "count": _lazy("số đếm"),
    "rate": _lazy("tỷ suất, tần suất"),
    "currency": _lazy("đồng"),
}
REPORT_KINDS = {
    "monthly": _lazy("báo cáo tháng"),
    "quarterly": _lazy("báo cáo quý"),
    "six_month": _lazy("báo cáo 6 tháng"),
    "nine_month": _lazy("báo cáo 9 tháng"),
    "annual": _lazy("báo cáo năm"),
    "final": _lazy("báo cáo sơ kết, tổng kết"),
    "ad_hoc": _lazy("báo cáo không ghi kỳ"),
}
MODES = dict(Mode.choices)
MEANINGS = {
    "at_least": _lazy("đạt ít nhất mức này"),
    "at_most": _lazy("không vượt quá mức này"),
    "exactly": _lazy("đạt đúng mức này"),
    "change": _lazy("tăng hoặc giảm so với mốc"),
    "kept_up": _lazy("giữ mức này trong suốt thời gian"),
    "once_by": _lazy("mỗi nơi, mỗi người ít nhất một lần đến hết hạn"),
    "n_of_m": _lazy("đủ số này trên tổng số"),
    "times_per_period": _lazy("đủ số lần trong mỗi kỳ"),
}
UNSTATED = "unstated"
HORIZONS = {
    "yearly": _lazy("mỗi năm"),
    "cumulative": _lazy("cộng dồn đến hạn"),
    "kept_up": _lazy("duy trì"),
    "once": _lazy("một lần"),
    UNSTATED: _lazy("văn bản không ghi"),
}
CYCLES = {
    "weekly": _lazy("hằng tuần"),
    "monthly": _lazy("hằng tháng"),
    "quarterly": _lazy("hằng quý"),
    "six_month": _lazy("6 tháng một lần"),
    "annual": pgettext_lazy("chu kỳ", "hằng năm"),
    "regular": _lazy("thường xuyên"),
}
SOURCES = {
    "central": _lazy("ngân sách trung ương"),
    "local": _lazy("ngân sách địa phương"),
    "integrated": _lazy("lồng ghép chương trình khác"),
    "mobilised": _lazy("huy động, xã hội hóa"),
    "aid": _lazy("tài trợ, viện trợ"),
}
STANDINGS = {
    "": _lazy("khoản riêng"),
    "total": _lazy("tổng số, gồm các khoản sau nó"),
    "part": _lazy("khoản nằm trong tổng số trước nó"),
}
# The words of a meaning; what the plan does not print is "".
MEANING_WORDS = ("numerator", "denominator", "group", "condition", "baseline", "period")


def blank(kind: str) -> dict[str, Any]:
    """Return the data of an item about which nothing is known yet."""
    shapes: dict[str, dict[str, Any]] = {
        ItemKind.TARGET: {
            "comparator": "=", "value": "", "upper": None, "unit": "percent", "deadline": "",
            "what": "", "per_year": False, "meaning": None, "asks": [], "asked_answer": {},
        },
        ItemKind.QUALITATIVE: {"what": "", "proof": "", "deadline": "", "asked_answer": {}},
        ItemKind.TASK: {
            "lead": [], "support": [], "mode": "giao", "deadline": "", "common": False,
            "cycle": "",
        },
        ItemKind.REPORT: {
            "kind": "", "due": "", "before": False, "reporters": [], "through": [],
            "recipients": [],
        },
        ItemKind.BUDGET: {
            "amount_vnd": None, "years": None, "per_year": False, "source": "",
            "source_words": "", "standing": "",
        },
        ItemKind.LEGAL_BASIS: {
            "number": "", "title": "", "issuer": "", "date": "", "upper": False,
        },
    }  # fmt: skip
    return shapes[ItemKind(kind)]


def whole(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return data with every field of the kind: items read by an earlier version lack some."""
    shape = blank(kind)
    return {**shape, **{key: data[key] for key in shape if key in data}}
