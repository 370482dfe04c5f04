"""The stages in order: text → paragraphs → outline → what the plan says."""

from . import lexicon as lx
from .abbreviations import abbreviations_of
from .bases import read_bases
from .confidence import calibrated
from .doubt import Doubts
from .headcut import cut_head
from .header import head_end, read_header, read_secrecy
from .lines import Block, blocks_of, normalise, plain_of
from .model import Header, Reading
from .money import read_budget
from .numbering import marker_of
from .outline import outline_of, paragraphs_of
from .press import carried_out
from .qualitative import read_qualitative
from .reports import read_reports
from .sections import body_indices, headings_of, opening_end, places_of
from .targets import read_targets
from .tasks import read_tasks

_OPENING = 120  # paragraphs; no opening with its grounds is longer
_STOPS = (".", ";", ":", "!", "…")


def _is_of_the_item(words: str, block: Block) -> bool:
    """Say whether a paragraph is the item's own: a sentence, or a numbered or marked heading."""
    return (
        words.rstrip('*_ ”"').endswith(_STOPS)
        or block.hashes > 0
        or marker_of(words)[0] not in {"", "dash", "dot", "plus", "star"}
    )


def _only_year(header: Header) -> int | None:
    """Return the year of a plan for one year; without a stated period, the year of its issue."""
    first, last = header.period or (None, None)
    if first is None and header.date:
        return int(header.date[:4])
    return first if first == last else None


def read(text: str, doubts: Doubts = ()) -> Reading:
    """Read a plan.

    Args:
        text: the plan as text, in any Unicode form; never refused, an empty text gives an empty
            reading.
        doubts: (start, end, certainty 0..1) of words that were recognised on a picture, over the
            text as ``normalise`` returns it; they lower the confidence of what stands on them.

    Returns:
        a ``Reading`` whose ``text`` is the normalised text that all offsets refer to, and whose
        confidences are probabilities.

    """
    return calibrated(recognise(text), doubts)


def recognise(text: str) -> Reading:
    """Read a plan; confidences are what each recogniser says of itself, and no probabilities."""
    text = normalise(text)
    plain = plain_of(text)
    blocks = cut_head(blocks_of(text), text)
    start = head_end(blocks, plain)
    body = blocks[start:]
    # Recipients and signatures stand below the body and are no part of its outline.
    paragraphs = paragraphs_of(body, plain, text)
    kept = body_indices(paragraphs, plain)
    body, paragraphs = tuple(body[i] for i in kept), tuple(paragraphs[i] for i in kept)
    opening = opening_end(outline_of(paragraphs[:_OPENING]))
    intro_end = body[opening - 1].end if opening else (body[0].end if body else 0)
    header = read_header(blocks, text, plain, intro_end)
    rest = paragraphs[opening:]
    if header.type == lx.PRESS:
        # Headlines of other items, captions and menus stand around it: they end without a stop.
        rest = tuple(
            p
            for b, p in zip(body[opening:], rest, strict=True)
            if _is_of_the_item(text[b.start : b.end], b)
        )
    nodes = outline_of(rest)
    places = places_of(nodes)
    targets = read_targets(nodes, places, text, plain, header.period, header.date)
    return Reading(
        text=text,
        document=header,
        legal_bases=(
            carried_out(plain, rest[0].end if rest else intro_end, header.number)
            if header.type == lx.PRESS
            else read_bases(body, plain, header, opening)
        ),
        targets=targets,
        qualitative=read_qualitative(nodes, places, plain, targets, header.period, header.date),
        tasks=read_tasks(nodes, places, header.type or "", _only_year(header)),
        reports=read_reports(nodes, places, plain),
        budget=read_budget(nodes, places, text, plain, header),
        outline=headings_of(nodes, places),
        secrecy=read_secrecy(blocks[:start] or blocks, plain),
        abbreviations=abbreviations_of(plain),
    )
