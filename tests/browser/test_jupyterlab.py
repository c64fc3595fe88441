"""The notebooks as a reviewer meets them: in JupyterLab, in a real browser."""

from __future__ import annotations

import base64
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from followup.document.blocks import MIME
from followup.ground.palette import palette
from followup.ground.paths import PROJECT
from tests import workbooks
from tests.browser import lab as jupyter
from tests.browser.lab import Lab, choose, opened, outputs, run_all, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OWN, REGION = "uppfoljningsrapport.ipynb", "region_uppfoljningsrapport.ipynb"
BUILT, TO_TRUST = "rapport.ipynb", "betrodd.ipynb"
# What a notebook of the repository makes with the parameters that stand in it.
REPORTS = {OWN: ("2024-04", "DNKS"), REGION: ("2024-08", "REGION")}

SIGNS = "tecken.ipynb"
# What a committee wrote, for every kind of typesetting that JupyterLab knows, and for its Markdown.
WRITTEN = (
    r"Bussen kostade $5 och tåget $7, alltså \(a+b\) och \[c\] och $$d$$ enligt \begin{align}x\end{align}, "
    r"`kod` | rör och 3 < 4 & 5 > 2."
)
CELLS = {"Kommentarer": {"C7": WRITTEN}, "Mål": {"D7": WRITTEN}, "Uppdrag": {"F7": WRITTEN}, "Beslut": {"E7": WRITTEN}}


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, built_period: Path) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("notebooks")
    for notebook in REPORTS:
        shutil.copy(PROJECT / "notebooks" / notebook, folder)
    shutil.copy(built_period / "DNKS" / BUILT, folder)
    # It is by its content that JupyterLab knows a notebook that somebody has trusted.
    notebook = json.loads((folder / BUILT).read_text(encoding="utf-8"))
    notebook["metadata"]["title"] = "En kopia"
    (folder / TO_TRUST).write_text(json.dumps(notebook), encoding="utf-8")
    _with_signs(folder, tmp_path_factory.mktemp("data"))
    with jupyter.running(folder, tmp_path_factory.mktemp("home")) as running:
        yield running


def _with_signs(folder: Path, data: Path) -> None:
    """A notebook over a committee that wrote `WRITTEN`; its last cell shows mathematics on purpose."""
    shutil.copytree(PROJECT / "data" / "example", data, dirs_exist_ok=True)
    for sheet, cells in CELLS.items():
        workbooks.edit(data / "2024/2024-04/DNKS.xlsx", sheet, cells)
    notebook = json.loads((PROJECT / "notebooks" / OWN).read_text(encoding="utf-8"))
    last = {"cell_type": "code", "execution_count": None, "id": "control", "metadata": {}, "outputs": []}
    notebook["cells"] += [last | {"source": "from IPython.display import HTML\nHTML('<p id=control>$x^2$</p>')"}]
    text = json.dumps(notebook).replace("data/example", str(data))
    (folder / SIGNS).write_text(text, encoding="utf-8")


@pytest.fixture(params=REPORTS)
def executed(request: pytest.FixtureRequest, new_browser: Any, lab: Lab) -> tuple[Any, str]:
    """The browser at a notebook that it has run, and the notebook's name."""
    opened(new_browser, lab, request.param)
    run_all(new_browser)
    return new_browser, request.param


def test_run_all_shows_the_report(executed: tuple[Any, str], built_output: Path) -> None:
    browser, notebook = executed
    found = outputs(browser)
    # Neither text from a run nor an error.
    assert {output["output_type"] for output in found} == {"execute_result", "display_data"}
    blocks = [output["data"][MIME] for output in found if MIME in output["data"]]
    built = json.loads((built_output.joinpath(*REPORTS[notebook]) / "rapport.ipynb").read_text(encoding="utf-8"))
    shown = [output["data"] for cell in built["cells"] for output in cell.get("outputs", ())]
    assert blocks == [data[MIME] for data in shown if MIME in data]
    assert len(browser.find_elements("css selector", ".followup")) == len(blocks)


# Where, what of it, and the palette's name or the value: what makes a report out of plain tables.
LOOKS = {
    "the paper": (".followup", "backgroundColor", "paper"),
    "text": (".followup td", "color", "ink"),
    "prose in a table": (".followup td.prose", "textAlign", "left"),
    "words in a table": (".followup td.status", "textAlign", "left"),
    "words in a reviewer's table": (".dataframe td[style]", "textAlign", "left"),
    "numbers in a reviewer's table": (".dataframe td:not([style])", "textAlign", "right"),
    "names of rows": (".followup tbody th", "textAlign", "left"),
    "weight of names": (".followup tbody tr:not(.total) > th[scope=row]", "fontWeight", "400"),
    "weight of totals": (".followup tbody tr.total > th", "fontWeight", "600"),
    "numbers": (".followup td.number", "textAlign", "right"),
    "top of a row": (".followup td.prose", "verticalAlign", "top"),
    "a row": (".followup tbody tr:nth-child(even)", "backgroundColor", "paper"),
    "a caption": (".followup caption", "textAlign", "left"),
    "a tile": (".followup .tiles li", "backgroundColor", "surface"),
    "tiles side by side": (".followup .tiles", "display", "flex"),
    "a group's name": (".followup tr.group th", "color", "brand"),
    "what needs a decision": (".followup .attention", "backgroundColor", "watch_tint"),
    "its bar": (".followup .attention", "borderLeftColor", "watch"),
    "the committee's words": (".followup .comment", "borderLeftColor", "brand"),
    "small print": (".followup .note", "color", "quiet"),
}


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("trusted", [True, False], ids=["trusted", "untrusted"])
def test_a_report_looks_like_one(new_browser: Any, lab: Lab, trusted: bool, theme: str) -> None:
    opened(new_browser, lab, TO_TRUST if trusted else BUILT, theme)
    if trusted:
        new_browser.execute_script("jupyterapp.commands.execute('notebook:trust')")
        until(new_browser, lambda: new_browser.find_elements("css selector", ".jp-Dialog .jp-mod-accept"))[0].click()
    shown = (
        f"[...{jupyter.NOTEBOOK}.content.model.cells].filter(cell => cell.outputs?.length).map(cell => cell.trusted)"
    )
    until(new_browser, f"[...new Set({shown})].join() === '{str(trusted).lower()}'")
    until(new_browser, "document.querySelectorAll('.followup').length > 40")
    wanted = {
        name: rgb(getattr(palette(), value)) if hasattr(palette(), value) else value
        for name, (_, _, value) in LOOKS.items()
    }
    ask = "const one = document.querySelector(arguments[0]); return one && getComputedStyle(one)[arguments[1]]"
    assert {name: new_browser.execute_script(ask, where, what) for name, (where, what, _) in LOOKS.items()} == wanted
    drawn = "[...document.querySelectorAll('.followup img')]"
    until(new_browser, f"{drawn}.every(image => image.complete)")
    assert new_browser.execute_script(f"return {drawn}.filter(image => image.naturalWidth === 0).length") == 0
    signs = new_browser.execute_script(
        "return [...document.querySelectorAll('.followup .graded')].map("
        "one => [one.textContent, one.querySelector('img').src])"
    )
    colours = {(word, _colour(source)) for word, source in signs}
    assert {("Bedöms uppnås", palette().good), ("Osäkert", palette().watch)} <= colours
    # A drawing beside its word, and not on it.
    overlaps = (
        "return [...document.querySelectorAll('.followup .graded')].filter(one => one.offsetWidth && "
        "one.children[0].getBoundingClientRect().right > one.children[1].getBoundingClientRect().left).length"
    )
    assert new_browser.execute_script(overlaps) == 0


def _colour(source: str) -> str:
    drawing = base64.b64decode(source.partition(",")[2]).decode()
    found = re.search("#[0-9A-F]{6}", drawing)
    assert found
    return found[0]


@pytest.mark.parametrize(("label", "file"), [("Followup_html", "rapport.html"), ("Followup_pdf", "rapport.pdf")])
def test_the_export_menu_gives_the_files_of_the_build(
    new_browser: Any, lab: Lab, built_period: Path, tmp_path: Path, label: str, file: str
) -> None:
    new_browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    opened(new_browser, lab, BUILT)
    choose(new_browser, "File", "Save and Export Notebook As", label)
    # The browser writes under another name until it has all of it.
    until(new_browser, lambda: (tmp_path / file).exists())
    assert (tmp_path / file).read_bytes() == (built_period / "DNKS" / file).read_bytes()


def test_what_a_committee_wrote_is_no_mathematics(new_browser: Any, lab: Lab) -> None:
    opened(new_browser, lab, SIGNS)
    run_all(new_browser)
    # The last one to be typeset: what comes before it has been asked about.
    until(new_browser, "document.querySelector('.jp-OutputArea-output #control mjx-container') !== null")
    typeset = "return document.querySelectorAll('.jp-OutputArea-output mjx-container').length"
    assert new_browser.execute_script(typeset) == 1
    shown = new_browser.execute_script(
        "return [...document.querySelectorAll('.jp-OutputArea-output.jp-RenderedHTML')].map(one => one.textContent)"
    )
    # As a comment, in a table's cell twice, below a decision, and in the reviewer's table.
    assert sum(text.replace("\u00a0", " ").count(WRITTEN) for text in shown) >= 5
