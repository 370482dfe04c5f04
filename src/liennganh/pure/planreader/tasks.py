"""Tasks: the lowest items that ask somebody to do something."""

# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from . import lexicon as lx
from .bodies import named
from .deadlines import deadline_of
from .model import Task
from .outline import Node
from .owners import Owners, field_owners, mode_of, owners_of, subject_bodies, supporters
from .patterns import phrase, spaced, squeeze
from .press import told_of
from .sections import Place, is_closing
from .sharing import Shared, shared_owners
from .tables import read_table

_FIELDS = tuple(
    (name, re.compile(rf"\s*(?:{source.replace(' ', chr(92) + 's+')})\s*:\s*", re.IGNORECASE))
    for name, source in lx.FIELD_LABELS
)
_WORKING = frozenset({"action", "owner", "reporting"})
_SILENT = phrase(r"\s*" + lx.NO_TASK)
_SHORT = 25


@dataclass(frozen=True, slots=True)
class Field:
    """A line that says something about a task: "Đơn vị chủ trì: Sở Y tế"."""

    name: str
    value: str
    index: int


def field_of(node: Node, index: int) -> Field | None:
    """Read a node as a labelled line, or return None."""
    for name, pattern in _FIELDS:
        if match := pattern.match(node.text):
            return Field(name, node.text[match.end() :], index)
    return None


def read_tasks(nodes: Sequence[Node], places: Sequence[Place], kind: str) -> tuple[Task, ...]:
    """Read every task of the body. ``kind`` is the kind of document (a letter has no sections)."""
    tasks: list[Task] = []
    shared, names = shared_owners(nodes)
    taken: set[int] = set(names)
    for index, node in enumerate(nodes):
        if index in taken:
            continue
        if node.row:
            rows, used = read_table(nodes, places, index)
            tasks += rows
            taken |= used
            continue
        if group := _labelled_group(nodes, index):
            found, used = _group_tasks(nodes, places, group)
            tasks += found
            taken |= used
            continue
        if _is_item(nodes, places, index, kind):
            tasks.append(_task(node, places[index], node.text, kind))
    return tuple(sorted(_with_shared(tasks, nodes, shared), key=lambda t: t.start))


def _with_shared(
    tasks: list[Task], nodes: Sequence[Node], shared: dict[int, Shared]
) -> Iterator[Task]:
    """Give items without an owner of their own those that a section beside theirs names."""
    owners = {nodes[index].start: found for index, found in shared.items()}
    for task in tasks:
        found = owners.get(task.start)
        if found is None or task.lead_source in {"item", "table"}:
            yield task
            continue
        helpers = tuple(
            n for n in dict.fromkeys((*found.support, *task.support)) if n not in found.lead
        )
        yield replace(
            task, lead=found.lead, support=helpers, lead_source="heading", confidence=0.85
        )


# --- Ordinary items ---------------------------------------------------------------------------------
def _is_item(nodes: Sequence[Node], places: Sequence[Place], index: int, kind: str) -> bool:
    node, place = nodes[index], places[index]
    if node.heading or node.children or is_closing(node.text) or len(node.text) < _SHORT:
        return False
    if node.text.endswith(":"):
        return False
    actor, _ = subject_bodies(node.text)
    if place.kind == "finance":
        return bool(actor) and not _SILENT.match(node.text)
    if place.kind in _WORKING:
        return not _SILENT.match(node.text) or bool(actor)
    if place.kind == "":
        if kind == lx.PRESS:
            return bool(told_of(node.text))
        if actor:
            return True
        return kind == lx.LETTER and node.kind not in {"", "dash"}
    return False


def _task(node: Node, place: Place, words: str, kind: str = "") -> Task:
    if kind == lx.PRESS and not place.lead and (lead := named(told_of(words))):
        helpers = tuple(n for n in supporters(words) if n not in lead)
        owners = Owners(lead, helpers, mode_of(words), "item")
        return _made(node.start, node.end, owners, words, place)
    owners = owners_of(words, place.lead, place.mode, place.support)
    return _made(node.start, node.end, owners, words, place)


def _made(start: int, end: int, owners: Owners, words: str, place: Place) -> Task:
    confidence = {"item": 0.95, "table": 0.95, "heading": 0.9, "none": 0.7}[owners.source]
    return Task(
        start, end, owners.lead, owners.support, owners.mode, deadline_of(words),
        owners.source, squeeze(words), place.section, confidence,
    )  # fmt: skip


# --- Items with labelled lines under them -----------------------------------------------------------
def _labelled_group(nodes: Sequence[Node], index: int) -> tuple[int, ...]:
    """Return the sibling run of which ``index`` is the first when it holds labelled lines."""
    parent = nodes[index].parent
    if parent < 0:
        return ()
    siblings = nodes[parent].children
    if not siblings or siblings[0] != index:
        return ()
    labelled = [field_of(nodes[i], i) for i in siblings]
    return siblings if any(f and f.name in {"lead", "support"} for f in labelled) else ()


def _descendants(nodes: Sequence[Node], index: int) -> list[int]:
    out = [index]
    for child in nodes[index].children:
        out += _descendants(nodes, child)
    return out


@dataclass
class _Group:
    """Content items and the labelled lines that follow them."""

    content: list[int]
    fields: list[Field]


def _groups(nodes: Sequence[Node], siblings: tuple[int, ...]) -> list[_Group]:
    groups: list[_Group] = []
    current = _Group([], [])
    for index in siblings:
        found = field_of(nodes[index], index)
        opens = found is None or found.name == "content"
        if opens and current.fields:
            groups.append(current)
            current = _Group([], [])
        if opens:
            current.content.append(index)
        elif found:
            current.fields.append(found)
    groups.append(current)
    return groups


def _group_tasks(
    nodes: Sequence[Node], places: Sequence[Place], siblings: tuple[int, ...]
) -> tuple[list[Task], set[int]]:
    tasks: list[Task] = []
    used: set[int] = set()
    for group in _groups(nodes, siblings):
        for index in group.content + [f.index for f in group.fields]:
            used.update(_descendants(nodes, index))
        tasks += _tasks_of_group(nodes, places, group, nodes[siblings[0]].parent)
    return tasks, used


def _tasks_of_group(
    nodes: Sequence[Node], places: Sequence[Place], group: _Group, parent: int
) -> list[Task]:
    leads: list[str] = []
    support: list[str] = []
    own: list[Task] = []
    deadline: str | None = None
    end = 0
    for entry in group.fields:
        node = nodes[entry.index]
        end = max(end, node.end)
        for child in node.children:
            # "Cơ quan thực hiện:" with a line for each body: a body with its own work is a task.
            words = nodes[child].text
            if phrase(r"chủ trì|phối hợp").search(words) or not subject_bodies(words)[0]:
                _collect(entry.name, words, leads, support)
                end = max(end, nodes[child].end)
            else:
                own.append(_task(nodes[child], replace(places[child], lead=()), words))
        _collect(entry.name, entry.value, leads, support)
        if entry.name == "time":
            deadline = deadline_of(entry.value) or deadline
    lead = tuple(dict.fromkeys(leads))
    helpers = tuple(n for n in dict.fromkeys(support) if n not in lead)
    owners = Owners(lead, helpers, "giao", "item" if lead else "none")
    items = _content_items(nodes, group.content)
    place = places[group.content[0] if group.content else group.fields[0].index]
    if not lead and place.lead:
        owners = Owners(place.lead, helpers, place.mode, "heading")
    if not items and group.fields:
        start = nodes[parent].start if nodes[parent].heading else nodes[group.fields[0].index].start
        made = [_made(start, end, owners, nodes[parent].text, place)]
    elif len(items) == 1 and group.fields:
        made = [_made(nodes[items[0]].start, end, owners, nodes[items[0]].text, place)]
    elif group.fields:
        made = [_made(nodes[i].start, nodes[i].end, owners, nodes[i].text, place) for i in items]
    else:
        made = [_task(nodes[i], places[i], nodes[i].text) for i in items]
    return [replace(t, deadline=t.deadline or deadline) for t in made] + own


def _collect(name: str, value: str, leads: list[str], support: list[str]) -> None:
    if name not in {"lead", "support"}:
        return
    for label, part in _labelled_parts(name, value):
        first, second = field_owners(part)
        if label == "lead":
            leads += first
            support += second
        elif label == "support":
            support += [*first, *second]


_INNER = re.compile(
    "[.;]\\s+(?:"
    + "|".join(f"(?P<{name}>{spaced(source)})" for name, source in lx.FIELD_LABELS)
    + r")\s*:\s*",
    re.IGNORECASE,
)


def _labelled_parts(name: str, value: str) -> list[tuple[str, str]]:
    """Cut "Sở Y tế. Cơ quan phối hợp: Sở Tư pháp" at the labels inside the line."""
    parts: list[tuple[str, str]] = []
    at = 0
    for match in _INNER.finditer(value):
        parts.append((name, value[at : match.start()]))
        name, at = match.lastgroup or name, match.end()
    return [*parts, (name, value[at:])]


def _content_items(nodes: Sequence[Node], content: list[int]) -> list[int]:
    """Return the lowest items of the content: a list under "Nội dung:" counts item by item."""
    out: list[int] = []
    for index in content:
        leaves = [i for i in _descendants(nodes, index) if not nodes[i].children and i != index]
        out += leaves or [index]
    return [i for i in out if len(nodes[i].text) >= _SHORT or not nodes[i].heading]
