"""The house rules that a machine can check: floors, doors, one room per package, sizes."""

from __future__ import annotations

import ast
import warnings
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "broadcaster"
ROOMS = ("gathering", "writing", "reading", "recording", "mixing", "publishing")

FLOORS = {
    "errors": 0,
    "nouns": 1,
    "manifest": 1,
    "programme": 1,
    "units": 1,
    "cards": 2,
    "archive": 2,
    "japanese": 2,
    "numbers": 2,
    "loudness": 2,
    **dict.fromkeys(ROOMS, 4),
    "show": 6,
    "cli": 7,
    "__main__": 8,
    "__init__": 0,
}

HOMES = {
    "click": {"cli"},
    "rich": {"cli"},
    "lxml": {"gathering", "publishing.feed"},
    "justext": {"gathering"},
    "markdown_it": {"gathering"},
    "kanalizer": {"reading.katakana"},
    "e2k": {"reading.katakana"},
    "pyopenjtalk": {"japanese", "recording"},
    "budoux": {"japanese"},
    "pydub": {"mixing.sounds"},
    "soundfile": {"archive", "publishing"},
    "PIL": {"publishing.artwork"},
    "soxr": {"recording", "loudness"},
    "msgspec": {"archive"},
    "torch": {"writing.transformers_local"},
    "transformers": {"writing.transformers_local"},
    "llguidance": {"writing.transformers_local"},
    "espeakng_loader": {"recording.espeak", "recording.espeak_child"},
}

FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "core", "base", "models"}


def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def ours(path: Path) -> set[str]:
    """Modules of this house that a file imports, without the package's name."""
    known = {name_of(module) for module in modules()}
    named = {
        name.removeprefix("broadcaster.")
        for name in imports_of(path)
        if name.startswith("broadcaster.")
    }
    return {name for name in named if name in known}


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_go_down_only(path: Path) -> None:
    here = name_of(path)
    home = here.split(".")[0]
    for there in ours(path):
        target = there.split(".")[0]
        if target == home:
            assert there != home or here == home, f"{here} imports its own door"
            continue
        assert FLOORS[target] < FLOORS[home], f"{here} imports {there}: sideways or up"
        door_only = target in ROOMS
        assert not door_only or there == target, f"{here} goes past the door of {target}: {there}"


@pytest.mark.parametrize("home", sorted({name_of(path).split(".")[0] for path in modules()}))
def test_no_circles_inside_a_room(home: str) -> None:
    graph = {
        name_of(path): {there for there in ours(path) if there.split(".")[0] == home}
        for path in modules()
        if name_of(path).split(".")[0] == home
    }
    done: set[str] = set()

    def visit(node: str, trail: tuple[str, ...]) -> None:
        assert node not in trail, " → ".join((*trail, node))
        if node not in done:
            for there in sorted(graph.get(node, ())):
                visit(there, (*trail, node))
            done.add(node)

    for node in sorted(graph):
        visit(node, ())


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_each_package_has_one_room(path: Path) -> None:
    here = name_of(path)
    for package in {name.split(".")[0] for name in imports_of(path)} & set(HOMES):
        homes = HOMES[package]
        assert any(here == home or here.startswith(f"{home}.") for home in homes), (
            f"{here} imports {package}, which lives in {sorted(homes)}"
        )


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_sizes(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 400, f"{name_of(path)} has {lines} lines: a second idea lives there"
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            length = node.end_lineno - node.lineno + 1
            assert length <= 60, f"{name_of(path)}.{node.name} has {length} lines"
            if length > 40:
                warnings.warn(
                    f"house: {name_of(path)}.{node.name} has {length} lines", stacklevel=1
                )
    if lines > 300:
        warnings.warn(f"house: {name_of(path)} has {lines} lines", stacklevel=1)


def test_no_vague_names() -> None:
    vague = [name_of(path) for path in modules() if path.stem in FORBIDDEN_NAMES]
    assert not vague


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_every_public_thing_has_a_docstring(path: Path) -> None:
    tree = tree_of(path)
    if path.read_text(encoding="utf-8").strip():
        assert ast.get_docstring(tree), f"{name_of(path)} has no docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name_of(path)}.{node.name} has no docstring"


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    import subprocess
    import sys

    probe = (
        "import sys\n"
        "from broadcaster.cli.entry import run\n"
        "run(['--help'])\n"
        "heavy = {'numpy', 'rich', 'pyopenjtalk', 'lxml', 'msgspec', 'PIL'} & set(sys.modules)\n"
        "sys.exit(' '.join(sorted(heavy)) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "episode" in done.stdout
