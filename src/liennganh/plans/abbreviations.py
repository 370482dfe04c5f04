"""Short forms that a plan explains itself: "Lao động - Thương binh và Xã hội (viết tắt là LĐTBXH)"."""

import re
from collections.abc import Sequence

Pair = Sequence[str]  # short, full, as printed


def spelled_out(name: str, abbreviations: Sequence[Pair]) -> str:
    """Return a printed name with the plan's own short forms written out; the name where none is in it.

    A short form counts as a whole word and as it is written: "SYT" is one, "syt" is not.
    """
    full = name
    for short, meant in sorted(abbreviations, key=lambda pair: -len(pair[0])):
        if short and meant:
            full = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", meant.replace("\\", r"\\"), full)
    return " ".join(full.split())
