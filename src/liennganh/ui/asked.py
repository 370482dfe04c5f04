"""Whole numbers that an address or a form asks for."""

_DIGITS = frozenset("0123456789")
_LONGEST = 18  # what every database holds in a whole number has at least 18 digits


def whole_number(text: str | None) -> int | None:
    """Return the number that a text of plain digits says, else None.

    ``str.isdigit`` takes "²", which ``int`` refuses; thousands of digits pass both and break later,
    in ``int`` itself or in the database.
    """
    if not text or len(text) > _LONGEST or not _DIGITS.issuperset(text):
        return None
    return int(text)
