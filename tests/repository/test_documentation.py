"""What the documents say about commands and targets is true, and nothing that can be done is left out."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from followup.command.cli import app
from followup.formats.files import FILES
from followup.run.manifest import NAME as MANIFEST
from tests.repository import named_places
from tests.repository.test_imports import FLOW

PROJECT = Path(__file__).resolve().parents[2]
README = PROJECT / "README.md"
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md"), *(PROJECT / "notebooks").glob("*.md")])
COMMANDS = {command.name or command.callback.__name__: command for command in app.registered_commands}
TARGETS = dict(re.findall(r"^([a-z-]+):[^#\n]*## (.+)$", MAKEFILE, re.MULTILINE))


def options(command: str) -> set[str]:
    import typer

    return {name for one in typer.main.get_command(app).commands[command].params for name in one.opts}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    assert re.search(rf"followup {command}\b", README.read_text(encoding="utf-8"))


@pytest.mark.parametrize("target", [target for target in TARGETS if target != "help"])
def test_the_documents_name_every_make_target(target: str) -> None:
    words = README.read_text(encoding="utf-8") + (PROJECT / "DEVELOPERS.md").read_text(encoding="utf-8")
    assert re.search(rf"make {target}\b", words)


LISTS = {
    "README.md": r"^\| `([\w-]+\.\w+)` \| ",
    "docs/anvandarguide.md": r"^\| `([\w-]+\.\w+)` \| ",
    "output/README.md": r"^    2024-04/DNKS/(\S+) ",
}


@pytest.mark.parametrize("name", LISTS)
def test_the_documents_list_the_files_of_a_report(name: str) -> None:
    found = re.findall(LISTS[name], (PROJECT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert found == [*(file.name for file in FILES), MANIFEST]


def code_in(text: str) -> str:
    """What a document writes as code: fenced, indented or between backticks. Prose may well say "to make sure"."""
    fence = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
    blocks = fence.findall(text)
    rest = fence.sub("", text)
    indented = re.findall(r"^ {4}(.+)$", rest, re.MULTILINE)
    inline = [words for line in rest.splitlines() for words in re.findall(r"`([^`]+)`", line)]
    return "\n".join([*blocks, *indented, *inline])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_the_documents_name_only_what_exists(path: Path) -> None:
    code = code_in(path.read_text(encoding="utf-8"))
    for target in re.findall(r"\bmake ([a-z][a-z-]*)", code):
        assert target in TARGETS, f"make {target}"
    for command, rest in re.findall(r"(?<![-\w./])followup ([a-z]+)\b([^\n|]*)", code):
        assert command in COMMANDS, f"followup {command}"
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in options(command) | {"--help"}, f"followup {command} {option}"


# They tell how things were called, and of what was moved.
HISTORY = {"CHANGELOG.md", "docs/decisions/0009-rooms.md"}


def test_documents_docstrings_and_params_name_only_places_that_exist() -> None:
    found = {where: named_places.missing(text, folder) for where, text, folder in named_places.texts()}
    assert {where: lost for where, lost in found.items() if lost and where not in HISTORY} == {}
    assert set(found) >= HISTORY


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("`checks/ledger/` and `checks/registry.py`, params/texts.yml, `namnd.yml`", []),
        ("`document.markdown.prose_of(text)`, `ground.figure.Figure.missing` and `<year>.yml`", []),
        ("`plans/2024.yml`, `unit/params`, `layouts/`", []),
        ("`presentation/markdown.py`", ["presentation/markdown.py"]),
        ("see followup/checks/statement_totals.py", ["followup/checks/statement_totals.py"]),
        ("`checks/knapsacks/`, `sections/knapsacks`", ["checks/knapsacks/", "sections/knapsacks"]),
        ("`knapsack.yml`", ["knapsack.yml"]),
        ("`notebooks/knapsack.ipynb`", ["notebooks/knapsack.ipynb"]),
        ("`analysis.disclosure`, `ground.figure.Knapsack`", ["analysis.disclosure", "ground.figure.Knapsack"]),
    ],
)
def test_a_place_that_does_not_exist_is_found(text: str, lost: list[str]) -> None:
    assert named_places.missing(text) == lost


def test_the_table_of_recipes_has_each_of_them_in_order() -> None:
    recipes = (
        (PROJECT / "DEVELOPERS.md").read_text(encoding="utf-8").partition("## Recipes")[2].partition("## Tests")[0]
    )
    linked = re.findall(r"^\| \[[^]]+\]\(#([a-z-]+)\)", recipes, re.MULTILINE)
    headings = re.findall(r"^### (.+)$", recipes, re.MULTILINE)
    assert linked == [heading.lower().replace(" ", "-") for heading in headings]


def test_make_alone_shows_every_target_with_its_help() -> None:
    shown = subprocess.run(["make", "--no-print-directory"], cwd=PROJECT, capture_output=True, text=True, check=True)
    lines = [re.fullmatch(r"  make ([a-z-]+) +(.+)", line) for line in shown.stdout.splitlines()]
    assert {line[1]: line[2] for line in lines if line} == TARGETS
    assert len(lines) == len(TARGETS)


def test_the_makefile_holds_no_logic() -> None:
    """Every target of the user's is one line; the rest only makes the environment."""
    recipes = re.findall(r"^([a-z-]+):[^\n]*## [^\n]*\n((?:\t[^\n]*\n)*)", MAKEFILE, re.MULTILINE)
    assert {target for target, recipe in recipes} == set(TARGETS)
    for target, recipe in recipes:
        assert len(recipe.splitlines()) == 1, target
        assert not re.search(r"\b(if|for|while|case)\b ", recipe), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_links_and_pictures_lead_to_something_in_the_repository(path: Path) -> None:
    tracked = set(subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True).stdout.splitlines())
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8")):
        place = (path.parent / target).resolve().relative_to(PROJECT).as_posix()
        assert any(name == place or name.startswith(f"{place}/") for name in tracked), target


def test_the_readmes_map_has_every_room_once_and_in_the_order_of_the_flow() -> None:
    text = README.read_text(encoding="utf-8")
    lines = text.partition("## Where things stand")[2].partition("| read | for |")[0].splitlines()
    start = next(number for number, line in enumerate(lines) if line.lstrip().startswith("followup/"))
    rooms = [word for line in lines[start + 1 :] if line.startswith(" " * 6) for word in line.split("   ")[2].split()]
    found = {path.name for path in (PROJECT / "followup").iterdir() if any(path.glob("*.py"))}
    assert len(rooms) == len(set(rooms))
    assert set(rooms) == found
    # `example` stands outside the flow.
    order = list(dict.fromkeys(room.partition(".")[0] for line in FLOW for room in line))
    assert [room for room in rooms if room != "example"] == order


def test_the_readmes_map_has_every_folder_of_the_project() -> None:
    text = README.read_text(encoding="utf-8").partition("## Where things stand")[2].partition("| read | for |")[0]
    named = {word.rstrip("/") for word in re.findall(r"(?<!\S)[a-z]+/(?!\S)", text)}
    tracked = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True).stdout.splitlines()
    folders = {name.partition("/")[0] for name in tracked if "/" in name and not name.startswith(".")}
    assert named - {"example"} == folders
