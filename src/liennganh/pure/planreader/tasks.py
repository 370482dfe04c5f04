"""Tasks: the lowest items that ask somebody to do something."""

# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from . import lexicon as lx
from .cycles import cycle_of
from .deadlines import deadline_of
from .fields import Field, collect, field_of, inline_fields
from .model import Task
from .outline import Node
from .owners import Owners, mode_of, owners_of, subject_bodies, supporters
from .patterns import phrase, squeeze
from .picking import leading
from .press import told_of
from .sections import Place, is_closing, is_farewell
from .sharing import Shared, shared_owners
from .tables import read_table

_WORKING = frozenset({"action", "owner", "reporting"})
_SILENT = phrase(r"\s*" + lx.NO_TASK)
_IMPERATIVE = phrase(r"\s*" + lx.IMPERATIVES + r" ")
_SHORT = 25


def read_tasks(
    nodes: Sequence[Node], places: Sequence[Place], kind: str, year: int | None = None
) -> tuple[Task, ...]:
    """Read every task of the body.

    Args:
        nodes: the outline of the body.
        places: where each node stands.
        kind: the kind of document (a letter has no sections).
        year: of a plan for a single year, that year: days printed without one belong to it.

    """
    tasks: list[Task] = []
    shared, names = shared_owners(nodes)
    taken: set[int] = set(names)
    for index, node in enumerate(nodes):
        if index in taken:
            continue
        if node.row:
            rows, used = read_table(nodes, places, index, year)
            tasks += rows
            taken |= used
            continue
        if group := _labelled_group(nodes, index):
            found, used = _group_tasks(nodes, places, group, year)
            tasks += found
            taken |= used
            continue
        if _is_item(nodes, places, index, kind):
            tasks.append(_task(node, places[index], node.text, kind))
    owned = _with_shared(tasks, nodes, shared)
    return tuple(sorted((_timed(t, year) for t in owned), key=lambda t: t.start))


def _timed(task: Task, year: int | None) -> Task:
    """Add by when and how often, from the item's own words where no line or column said so."""
    return replace(
        task,
        deadline=task.deadline or deadline_of(task.text, year),
        cycle=task.cycle or cycle_of(task.text),
    )


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
    if node.text.endswith(":") or (node.kind == "" and is_farewell(node.text)):
        return False
    actor, _ = subject_bodies(node.text)
    if place.kind == "finance":
        return bool(actor) and not _SILENT.match(node.text)
    if place.kind in _WORKING:
        return not _SILENT.match(node.text) or bool(actor)
    if place.kind == "":
        if kind == lx.PRESS:
            return bool(leading(told_of(node.text))) or _goes_on(nodes, index)
        if actor or _labelled_owners(node.text):
            return True
        return kind == lx.LETTER and node.kind not in {"", "dash"}
    return False


def _goes_on(nodes: Sequence[Node], index: int) -> bool:
    """Say whether a paragraph of a press item goes on asking for what the one before asked for."""
    before = index - 1
    while before >= 0 and _IMPERATIVE.match(nodes[before].text):
        before -= 1
    asked = before >= 0 and nodes[before].kind == "" and bool(told_of(nodes[before].text))
    return asked and bool(_IMPERATIVE.match(nodes[index].text))


def _task(node: Node, place: Place, words: str, kind: str = "") -> Task:
    if kind == lx.PRESS and not place.lead and (lead := leading(told_of(words))):
        helpers = tuple(n for n in supporters(words) if n not in lead)
        owners = Owners(lead, helpers, mode_of(words), "item")
        return _made(node.start, node.end, owners, words, place)
    owners = _labelled_owners(words) or owners_of(words, place.lead, place.mode, place.support)
    return _made(node.start, node.end, owners, words, place)


def _labelled_owners(words: str) -> Owners | None:
    """Read "…. Cơ quan chủ trì: Sở Y tế. Cơ quan phối hợp: …" printed inside the item itself."""
    leads: list[str] = []
    support: list[str] = []
    for name, value in inline_fields(words):
        collect(name, value, leads, support)
    lead = tuple(dict.fromkeys(leads))
    helpers = tuple(n for n in dict.fromkeys(support) if n not in lead)
    return Owners(lead, helpers, "giao", "item") if lead else None


def _made(start: int, end: int, owners: Owners, words: str, place: Place) -> Task:
    confidence = {"item": 0.95, "table": 0.95, "heading": 0.9, "none": 0.7}[owners.source]
    return Task(
        start, end, owners.lead, owners.support, owners.mode, None,
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
    nodes: Sequence[Node], places: Sequence[Place], siblings: tuple[int, ...], year: int | None
) -> tuple[list[Task], set[int]]:
    tasks: list[Task] = []
    used: set[int] = set()
    for group in _groups(nodes, siblings):
        for index in group.content + [f.index for f in group.fields]:
            used.update(_descendants(nodes, index))
        made = _tasks_of_group(nodes, places, group, nodes[siblings[0]].parent)
        when = [f.value for f in group.fields if f.name == "time"]
        tasks += [_when(task, when, year) for task in made]
    return tasks, used


def _when(task: Task, lines: list[str], year: int | None) -> Task:
    """Give an item the deadline and cycle of its line "Thời gian: …"."""
    deadline = next((d for d in (deadline_of(v, year, alone=True) for v in lines) if d), None)
    cycle = next((c for c in map(cycle_of, lines) if c), None)
    return replace(task, deadline=deadline or task.deadline, cycle=cycle or task.cycle)


def _tasks_of_group(
    nodes: Sequence[Node], places: Sequence[Place], group: _Group, parent: int
) -> list[Task]:
    leads: list[str] = []
    support: list[str] = []
    own: list[Task] = []
    end = 0
    for entry in group.fields:
        node = nodes[entry.index]
        end = max(end, node.end)
        for child in node.children:
            # "Cơ quan thực hiện:" with a line for each body: a body with its own work is a task.
            words = nodes[child].text
            if phrase(r"chủ trì|phối hợp").search(words) or not subject_bodies(words)[0]:
                collect(entry.name, words, leads, support)
                end = max(end, nodes[child].end)
            else:
                own.append(_task(nodes[child], replace(places[child], lead=()), words))
        collect(entry.name, entry.value, leads, support)
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
    return made + own


def _content_items(nodes: Sequence[Node], content: list[int]) -> list[int]:
    """Return the lowest items of the content: a list under "Nội dung:" counts item by item."""
    out: list[int] = []
    for index in content:
        leaves = [i for i in _descendants(nodes, index) if not nodes[i].children and i != index]
        out += leaves or [index]
    return [i for i in out if len(nodes[i].text) >= _SHORT or not nodes[i].heading]
