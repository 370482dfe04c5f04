"""Files as they are uploaded: what kind they are, and their text."""

from .errors import UnreadableFileError
from .extract import ABSOLUTE_LIMIT_MB, DEFAULT_LIMIT_MB, ExtractedText, text_of

__all__ = [
    "ABSOLUTE_LIMIT_MB",
    "DEFAULT_LIMIT_MB",
    "ExtractedText",
    "UnreadableFileError",
    "text_of",
]
