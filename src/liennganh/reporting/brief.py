"""The sentence of a figure, short enough for a table."""

from liennganh.reporting.frozen import FigureView


def for_the_lead(sentence: str, view: FigureView | None) -> str:
    """Return a figure's sentence with the missing counted, not named, and sources by their names.

    The names stand in the list of who has not sent, and in the figure's proof.
    """
    if view is None:
        return sentence
    note = view.figure.missing_note
    short = sentence.replace(note, note.partition(":")[0]) if note else sentence
    for part in view.parts:
        short = short.replace(part.agency, part.agency_name)
    return short
