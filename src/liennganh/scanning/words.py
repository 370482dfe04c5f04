"""What tesseract prints: words with their places and how sure it is of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import normalize

_COLUMNS = 12
_WORD = "5"


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a picture: place in pixels, ``certainty`` 0..1, and the line it stands in."""

    picture: int  # counted from 0 in the list that was recognised
    line: tuple[int, int, int]
    left: int
    top: int
    right: int
    bottom: int
    certainty: float
    text: str


def words_of(table: str) -> Iterator[Word]:
    """Yield the words of a table in tesseract's TSV form, in its order of reading."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[11].strip():
            continue
        page, block, paragraph, line = (int(cell) for cell in cells[1:5])
        left, top, width, height = (int(cell) for cell in cells[6:10])
        yield Word(
            picture=page - 1,
            line=(block, paragraph, line),
            left=left,
            top=top,
            right=left + width,
            bottom=top + height,
            certainty=max(0.0, float(cells[10])) / 100,
            text=normalize("NFC", cells[11].strip()),
        )


def mean_certainty(words: Iterable[Word]) -> float | None:
    """Return the mean certainty of words that hold letters or digits, each by its length."""
    total = length = 0.0
    for word in words:
        size = sum(letter.isalnum() for letter in word.text)
        total += size * word.certainty
        length += size
    return total / length if length else None
