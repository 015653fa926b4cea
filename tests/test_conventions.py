"""House style, kept by tests and not by memory."""

from __future__ import annotations

import ast
import importlib
import re
import tomllib
from pathlib import Path

import pytest

from reportkit.cli import COMMANDS
from reportkit.rules import all_rules

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "reportkit"
MODULES = sorted(SOURCE.rglob("*.py"))
RULE_FILES = sorted(path for path in (SOURCE / "rules").glob("*.py") if path.stem != "__init__")
TEXTS = sorted(
    path
    for pattern in ("src/**/*.py", "templates/**/*.html", "templates/**/*.css", "docs/**/*.md",
                    "tests/**/*.py", "*.md", ".ci/*", "Makefile", "report/**/*.yaml",
                    "sections/**/*.yaml")
    for path in ROOT.glob(pattern)
    if path.is_file()
)  # fmt: skip


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert docstring
    assert docstring.split("\n")[0].rstrip().endswith((".", ":", "…", "?"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_public_is_documented(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_still_one_thing(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 350


CHANGES = {"write_text", "write_bytes", "touch", "mkdir", "rename", "unlink", "rmdir", "rmtree",
           "symlink_to", "hardlink_to", "mkstemp", "mkdtemp", "O_CREAT"}  # fmt: skip
"""Names that change the disk, whatever they are asked of."""
OF_MODULES = {"replace", "remove", "link", "symlink", "makedirs", "copy", "copy2", "copyfile",
              "copytree", "move", "truncate", "NamedTemporaryFile"}  # fmt: skip
"""Names that do so if they are asked of os, shutil or tempfile."""


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent.name != "files"], ids=name_of
)
def test_nothing_but_the_writer_changes_the_disk(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Attribute(value=ast.Name(id="os" | "shutil" | "tempfile"), attr=name):
                assert name not in CHANGES | OF_MODULES, f"line {node.lineno}: {name}"
            case ast.Attribute(attr=name):
                assert name not in CHANGES, f"line {node.lineno}: {name}"
            case ast.Call(func=ast.Name(id="open") | ast.Attribute(attr="open")):
                modes = {word.value for word in node.args if isinstance(word, ast.Constant)}
                assert not modes & {"w", "wb", "a", "ab", "x", "xb", "r+b"}, f"line {node.lineno}"


def test_no_module_is_a_drawer_for_everything() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "common", "helpers", "misc"}]


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_a_rule_has_one_name(path: Path) -> None:
    """File, function, rule and test file carry the same name."""
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert path.stem in functions
    name = path.stem.replace("_", "-")
    assert name in {rule.name for rule in all_rules()}
    assert (ROOT / "tests" / "rules" / f"{name}.yaml").is_file(), f"tests/rules/{name}.yaml"


def test_only_tests_of_its_own_read_the_shipped_report() -> None:
    """An author who edits it breaks no other test; those have tests/small."""
    own = {"test_shipped.py", "test_conventions.py"}
    for path in ROOT.glob("tests/**/*.py"):
        if path.name not in own:
            assert not re.search(r'ROOT / "(report|sections)\b', path.read_text("utf-8")), path


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"reportkit {name}" not in readme] == []


def test_a_decision_has_a_question_for_a_title() -> None:
    for path in (ROOT / "docs" / "decisions").glob("*.md"):
        assert path.read_text("utf-8").split("\n")[0].endswith("?"), path.name


def test_the_architecture_is_short() -> None:
    assert len((ROOT / "docs/architecture.md").read_text("utf-8").splitlines()) < 200


def test_links_between_documents_lead_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            if "://" not in target and not target.startswith("mailto:"):
                assert (path.parent / target).exists(), (name_of(path), target)


def test_no_text_carries_a_machine_path_or_an_unfinished_mark() -> None:
    machine = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/")
    unfinished = re.compile("|".join(("TO" + "DO", "FIX" + "ME")))
    leak_rules = ("placeholder", "test_broken_files", "test_rules", "corpus")
    for path in TEXTS:
        text = path.read_text("utf-8")
        assert not machine.search(text), name_of(path)
        if not any(name in name_of(path) for name in leak_rules):
            assert not unfinished.search(text), name_of(path)


def test_weasyprint_is_pinned_exactly() -> None:
    """Each major version changes how pages look."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert any(re.fullmatch(r"weasyprint==\d+\.\d+", d) for d in project["project"]["dependencies"])


def test_the_fast_yaml_parser_is_installed() -> None:
    """Without its C extension ruamel.yaml falls back to a parser five times slower."""
    assert importlib.import_module("_ruamel_yaml").CParser


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_tables_are_laid_out_by_hand(path: Path) -> None:
    text = path.read_text("utf-8")
    nodes = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.expr))
    ends = {node.end_lineno for node in nodes if _is_table(node)}
    lines = enumerate(text.splitlines(), 1)
    by_hand = {number for number, line in lines if line.endswith("# fmt: skip")}
    assert by_hand <= ends


def _is_table(node: ast.expr) -> bool:
    """True for a collection that is written out, and for `frozenset` and the like of one."""
    if isinstance(node, ast.Call):
        return len(node.args) == 1 and _is_table(node.args[0])
    return isinstance(node, ast.Dict | ast.Set | ast.List | ast.Tuple)
