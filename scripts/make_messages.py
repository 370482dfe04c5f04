"""The interface's strings: taken out of the code, kept in .po files, compiled to .mo files.

Run it after changing a string of the interface; then translate what it lists as missing in
``src/liennganh/locale/en/LC_MESSAGES/django.po`` and run it again. The source language is
Vietnamese. ``locale/vi`` holds only sentences of Django's own that we say better; it is edited by
hand and only compiled here. Nothing but Python and Django is needed: no GNU gettext.

    python scripts/make_messages.py            # write the catalogues
    python scripts/make_messages.py --check    # say what is out of date, change nothing
"""

import ast
import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "liennganh"
LOCALE = PACKAGE / "locale"
# Documents and readers (pure), tests, and texts for the operator of the server or of the
# demonstration stay in Vietnamese.
LEFT_OUT = {"pure", "tests", "cli", "demo", "migrations", "management", "locale"}

# Name of the function → which of its arguments are (context, singular, plural).
_CALLS: dict[str, tuple[int | None, int, int | None]] = {
    **dict.fromkeys(
        ("_", "_lazy", "_noop", "gettext", "gettext_lazy", "gettext_noop"),
        (None, 0, None),
    ),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (None, 0, 1)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (0, 1, None)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), (0, 1, 2)),
}
_IN_TEMPLATE = re.compile(r"(?<!\w)(?:_|gettext|ngettext|pgettext|npgettext)\(")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%\(\w+\)0?\d*d|%[sd]")


@dataclass
class Message:
    """An entry: what is to be said, where, and in the other language once or per number."""

    id: str
    context: str | None = None
    plural: str | None = None
    said: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    fuzzy: bool = False

    @property
    def key(self) -> tuple[str | None, str]:
        """Return what the entry is looked up by."""
        return self.context, self.id

    @property
    def missing(self) -> bool:
        """Tell whether a translation is wanting or only guessed."""
        return self.fuzzy or not self.said or not all(self.said)


Catalogue = dict[tuple[str | None, str], Message]


# ── out of the code ──────────────────────────────────────────────────────────────────────────


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _calls(tree: ast.AST) -> Iterator[Message]:
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for node in sorted(found, key=lambda node: (node.lineno, node.col_offset)):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in _CALLS:
            continue
        context, single, plural = _CALLS[name]
        parts = [None if at is None else _text(node.args[at]) for at in (context, single, plural)]
        if parts[1]:
            yield Message(parts[1], parts[0], parts[2])


def in_python(source: str) -> list[Message]:
    """Return the messages marked in a Python file, in its order."""
    return list(_calls(ast.parse(source)))


def in_template(source: str) -> list[Message]:
    """Return the messages marked in a template, in its order."""
    calls = templatize(source)  # Django's own: each tag as a call of gettext, the rest as X
    messages: list[Message] = []
    for start in _IN_TEMPLATE.finditer(calls):
        # The shortest stretch up to a bracket that reads as Python is the call.
        for end in re.finditer(r"\)", calls[start.start() :]):
            call = calls[start.start() : start.start() + end.end()]
            try:
                tree = ast.parse(call)
            except SyntaxError:
                continue
            messages += _calls(tree)
            break
    return messages


def in_code(package: Path = PACKAGE) -> Catalogue:
    """Return every message of the interface with the files that say it."""
    catalogue: Catalogue = {}
    for path in sorted(package.rglob("*")):
        inner = path.relative_to(package)
        if path.suffix not in {".py", ".html", ".txt"} or LEFT_OUT & set(inner.parts[:-1]):
            continue
        if path.suffix != ".py" and "templates" not in inner.parts:
            continue
        source = path.read_text(encoding="utf-8")
        for message in in_python(source) if path.suffix == ".py" else in_template(source):
            kept = catalogue.setdefault(message.key, message)
            kept.plural = kept.plural or message.plural
            if inner.as_posix() not in kept.places:
                kept.places.append(inner.as_posix())
    return catalogue


# ── .po files ────────────────────────────────────────────────────────────────────────────────


def read_po(text: str) -> Catalogue:
    """Read a .po file; the header is the entry of the empty string. Obsolete entries are gone."""
    catalogue: Catalogue = {}
    for block in re.split(r"\n\s*\n", text):
        fields: dict[str, str] = {}
        places: list[str] = []
        name, fuzzy = "", False
        for line in block.splitlines():
            if line.startswith("#:"):
                places += line[2:].split()
            elif line.startswith("#,"):
                fuzzy = "fuzzy" in line
            elif match := re.match(r'(msg\w+(?:\[\d\])?)\s+(".*")$', line):
                name = match[1]
                fields[name] = ast.literal_eval(match[2])
            elif line.startswith('"'):
                fields[name] += ast.literal_eval(line)
        if "msgid" in fields:
            said = [text for name, text in sorted(fields.items()) if name.startswith("msgstr")]
            message = Message(
                fields["msgid"],
                fields.get("msgctxt"),
                fields.get("msgid_plural"),
                said,
                places,
                fuzzy,
            )
            catalogue[message.key] = message
    return catalogue


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    if "\n" not in text:
        return f'"{escaped}"'
    return "\n".join(['""', *(f'"{line}"' for line in escaped.replace("\n", "\\n\n").splitlines())])


def write_po(catalogue: Catalogue) -> str:
    """Write a catalogue, the header first, then in the order of the files; no dates, no line numbers."""
    header = catalogue.get((None, ""))
    number = re.search(r"nplurals=(\d)", header.said[0]) if header else None
    blocks = []
    for message in sorted(catalogue.values(), key=lambda one: (bool(one.id), one.places[:1])):
        lines = [f"#: {place}" for place in message.places]
        if message.fuzzy:
            lines.append("#, fuzzy")
        if _PLACEHOLDER.search(message.id):
            lines.append("#, python-format")
        if message.context is not None:
            lines.append(f"msgctxt {_quoted(message.context)}")
        lines.append(f"msgid {_quoted(message.id)}")
        if message.plural is None:
            lines.append(f"msgstr {_quoted(message.said[0] if message.said else '')}")
        else:
            lines.append(f"msgid_plural {_quoted(message.plural)}")
            forms = message.said or [""] * (int(number[1]) if number else 2)
            lines += [f"msgstr[{at}] {_quoted(said)}" for at, said in enumerate(forms)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def merged(code: Catalogue, old: Catalogue) -> Catalogue:
    """Return the messages of the code with the translations known so far; others are dropped."""
    new = {key: message for key, message in old.items() if not message.id}
    for key, message in code.items():
        known = old.get(key)
        same = known is not None and (known.plural is None) == (message.plural is None)
        message.said = known.said if known and same else []
        message.fuzzy = bool(known and same and known.fuzzy)
        new[key] = message
    return new


# ── .mo files ────────────────────────────────────────────────────────────────────────────────


def compiled(catalogue: Catalogue) -> bytes:
    """Write the .mo file of a catalogue: GNU's format, little-endian, without a hash table.

    Source: GNU gettext manual, "The Format of GNU MO Files". What is missing is left out, so that
    the Vietnamese stands in for it.
    """
    pairs = []
    for message in catalogue.values():
        if message.missing:
            continue
        source = message.id if message.plural is None else f"{message.id}\0{message.plural}"
        if message.context is not None:
            source = f"{message.context}\4{source}"
        pairs.append((source.encode(), "\0".join(message.said).encode()))
    pairs.sort()
    head = 7 * 4
    sources, targets = head, head + 8 * len(pairs)
    at = targets + 8 * len(pairs)
    tables: list[list[int]] = [[], []]
    texts = b""
    for side, table in enumerate(tables):
        for pair in pairs:
            table += [len(pair[side]), at + len(texts)]
            texts += pair[side] + b"\0"
    numbers = [0x950412DE, 0, len(pairs), sources, targets, 0, at, *tables[0], *tables[1]]
    return struct.pack(f"<{len(numbers)}I", *numbers) + texts


def main(arguments: list[str]) -> int:
    """Write the catalogues, or with --check only say what differs; list what is untranslated."""
    code, stale = in_code(), []
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        catalogue = read_po(path.read_text(encoding="utf-8"))
        written = {}
        if path.parts[-3] != "vi":
            catalogue = merged(code, catalogue)
            written[path] = write_po(catalogue).encode()
        written[path.with_suffix(".mo")] = compiled(catalogue)
        for file, content in written.items():
            if not file.exists() or file.read_bytes() != content:
                stale.append(file.relative_to(PACKAGE).as_posix())
                if "--check" not in arguments:
                    file.write_bytes(content)
        missing = [message.id for message in catalogue.values() if message.missing]
        print(f"{path.parts[-3]}: {len(catalogue) - 1} strings, {len(missing)} missing")
        for text in missing:
            print(f"  {text}")
    print("changed: " + ", ".join(stale) if stale else "up to date")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
