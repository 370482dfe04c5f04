"""Phrases: who signs: how a header abbreviates, and the levels of territory."""

PEOPLES_COMMITTEE = "Ủy ban nhân dân"
COMMITTEE_FORMS = r"(?:[uủ][yỷ] ban nhân dân|ubnd)"
LEVELS = r"(?:tỉnh|thành phố|tp\.?|thị xã|thị trấn|huyện|quận|phường|xã|đặc khu)"
LEVEL_FULL = {"tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}
COUNCIL_BESIDE = r"^(?:hđnd|hội đồng nhân dân) ?(?:[-–,&]|và) ?(?=ubnd|[uủ][yỷ] ban)"
COMMITTEE_FIRST_WORDS = frozenset({"ỦY", "UỶ", "UỶ BAN", "ỦY BAN", "ỦY BAN NHÂN", "UỶ BAN NHÂN"})
COMMITTEE_MARK = "UBND"
# Words of a name that a printed header shows in capitals but a sentence writes small.
SMALL_IN_NAMES = frozenset(
    [
        "ban",
        "nhân",
        "dân",
        "tỉnh",
        "thành",
        "phố",
        "thị",
        "xã",
        "trấn",
        "huyện",
        "quận",
        "phường",
        "đặc",
        "khu",
        "và",
        "các",
    ]
)
