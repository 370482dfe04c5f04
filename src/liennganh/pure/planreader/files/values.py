"""What comes out of a file."""

from dataclasses import dataclass

# Stretches of a text that are not sure: (start, end, certainty 0..1).
Doubts = tuple[tuple[int, int, float], ...]


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """Text of a page as recognition read it, already normalised, with its doubtful stretches."""

    text: str
    doubts: Doubts = ()


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """Text of a file, normalised as the reader has it, its kind and warnings in Vietnamese.

    ``kind`` is ``docx``, ``pdf``, ``txt``, ``md`` or ``html``. ``doubts`` are offsets into ``text``.
    ``scanned_pages`` (from 0) of a PDF hold no readable text and are missing from ``text``: their
    text, once recognised, is given to ``text_of`` again and comes out in its place. ``secrecy`` is a
    stamp (MẬT …) outside the text: in heads of pages, notes, watermarks, hidden words.
    """

    text: str
    kind: str
    warnings: tuple[str, ...] = ()
    doubts: Doubts = ()
    scanned_pages: tuple[int, ...] = ()
    secrecy: str = ""
