"""What recognition commonly misreads in Vietnamese official text, as data.

Each entry was seen in our own plans printed, scanned and read again (benchmarks/scanning.py).
"""

# Letters that stand for digits inside a number: "1O0%", "20l6".
DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})

# Letters that stand for Roman numerals at the head of a paragraph: "H." is II, "HI." is III.
ROMAN = {
    "H": "II", "N": "II", "T": "I", "L": "I", "Í": "I", "Ì": "I", "Ị": "I", "Ï": "I", "l": "I",
    "1": "I", "|": "I", "!": "I", "Y": "V", "Ý": "V", "Ỳ": "V", "Ỵ": "V", "Ỹ": "V",
}  # fmt: skip

# Signs of documents: what is read, what is printed.
SIGNS = (
    ("QĐÐ-", "QĐ-"),
    ("QÐĐ-", "QĐ-"),
    ("NĐÐ-", "NĐ-"),
    ("NÐĐ-", "NĐ-"),
    ("QĐĐ-", "QĐ-"),
    ("NĐĐ-", "NĐ-"),
    ("/NÑNQ", "/NQ"),
    ("/NÑQ", "/NQ"),
    ("Ytế", "Y tế"),
    ("ND-CP", "NĐ-CP"),
    ("QD-TTg", "QĐ-TTg"),
    ("QD-UBND", "QĐ-UBND"),
    ("Ð", "Đ"),  # the Icelandic letter looks the same
)

# Levels of secrecy as the law has them, by what a stamp that stands alone on its line is read as.
# "MẮT" and "MẤT" are words of their own and no misreading of it.
STAMPS = {
    **dict.fromkeys(("MẬT", "MẶT", "MẠT", "MÂT", "MĂT", "MAT"), "MẬT"),
    **dict.fromkeys(("TỐI MẬT", "TỐI MẶT", "TÓI MẬT", "TÔI MẬT", "TOI MAT", "TỎI MẬT"), "TỐI MẬT"),
    **dict.fromkeys(("TUYỆT MẬT", "TUYỆT MẶT", "TUYÊT MẬT", "TUYẾT MẬT", "TUYET MAT"), "TUYỆT MẬT"),
}

# What the same stamps are read as where nothing but red ink is looked at: a letter under two marks
# is lost. In black print these may be short forms of anything.
RED_STAMPS = {"MT": "MẬT", "TI MT": "TỐI MẬT", "TỐI MT": "TỐI MẬT", "TUYỆT MT": "TUYỆT MẬT"}

# Openings of paragraphs: a line that begins with one never goes on with the line before.
OPENINGS = (
    r"[-–+•*]\s",
    r"[IVXH]{1,5}[.)]\s",
    r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s",
    r"\d{1,2}(?:\.\d{1,2}){1,3}\s",
    r"[a-zđ][.)]\s",
    r"Căn cứ\s",
    r"Điều\s\d",
    r"Nơi nhận\b",
    r"[A-ZĐ][.)]\s",
)
