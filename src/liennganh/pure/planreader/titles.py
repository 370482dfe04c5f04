"""The line that names the kind of a document."""

from . import lexicon as lx


def type_line(words: str) -> tuple[str, str] | None:
    """Return the kind that a line prints, and what follows on the same line."""
    for name, printed, _ in lx.DOCUMENT_TYPES:
        if words == printed or words.rstrip(":. ") == printed:
            return name, ""
        if (
            name in lx.TITLED_TYPES
            and words.startswith(printed + " ")
            and not words.startswith(printed + " NÀY")
        ):
            return name, words[len(printed) :].strip()
    return None
