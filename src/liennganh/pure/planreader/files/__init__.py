"""Files as they are uploaded: what kind they are, and their text."""

from .errors import UnreadableFileError
from .extract import (
    ABSOLUTE_LIMIT_MB,
    DEFAULT_LIMIT_MB,
    text_of,
)
from .values import Doubts, ExtractedText, RecognisedPage

__all__ = [
    "ABSOLUTE_LIMIT_MB",
    "DEFAULT_LIMIT_MB",
    "Doubts",
    "ExtractedText",
    "RecognisedPage",
    "UnreadableFileError",
    "text_of",
]
