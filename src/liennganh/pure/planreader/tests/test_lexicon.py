"""The lexicon is one name space in several files: no name twice, none that nobody reads by."""

import ast
import re
from collections import Counter
from pathlib import Path

READER = Path(__file__).parent.parent
FILES = sorted(p for p in (READER / "lexicon").glob("*.py") if p.name != "__init__.py")


def _names(path: Path) -> list[str]:
    found: list[str] = []
    for line in ast.parse(path.read_text("utf-8")).body:
        targets = (
            line.targets
            if isinstance(line, ast.Assign)
            else [line.target]
            if isinstance(line, ast.AnnAssign)
            else []
        )
        found += [target.id for target in targets if isinstance(target, ast.Name)]
    return found


def test_no_phrase_hides_another_of_the_same_name() -> None:
    times = Counter(name for path in FILES for name in _names(path))
    assert [name for name, often in times.items() if often > 1] == []


def test_every_phrase_is_read_by() -> None:
    engine = " ".join(p.read_text("utf-8") for p in READER.glob("*.py"))
    engine += " ".join(p.read_text("utf-8") for p in (READER / "files").glob("*.py"))
    words = Counter(re.findall(r"\w+", " ".join(p.read_text("utf-8") for p in FILES)))
    used = set(re.findall(r"\blx\.(\w+)", engine))
    idle = {name for path in FILES for name in _names(path) if name not in used and words[name] < 2}
    assert idle == set()
