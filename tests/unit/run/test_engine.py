"""The in-process engine gives a notebook what a kernel of its own would have given it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from followup.run.executed_notebook import normalised

pytestmark = pytest.mark.slow

# One cell for each thing that reaches an output in a way of its own.
CELLS = [
    "from IPython.display import HTML, clear_output, display, update_display\nprint('en rad')\nprint('å', end='')",
    "import pandas as pd\npd.DataFrame({'a': range(100), 'b': ['text'] * 100})",
    "display(HTML('<b>x</b>'), metadata={'text/html': {'alt': 'y'}})\nshown = display('a', display_id='one')",
    "update_display('b', display_id='one')\n5",
    "print('bort')\nclear_output()\nprint('kvar')",
    "import sys\ncount = sys.stderr.write('fel\\n')",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "!echo skal",
    "%precision 3\n3.14159",
    "import asyncio\nawait asyncio.sleep(0)\n'efter'",
    "class Shown:\n    def _repr_mimebundle_(self, include=None, exclude=None):\n"
    "        return {'text/html': '<p>', 'application/x.test+json': {'value': 1.5}}\nShown()",
    "object()",
    "_, Out[2].shape, __name__",
    "",
]
FAILS = "def inner():\n    raise ValueError('så här')\ninner()"
RUN = """
import sys, papermill
engine = sys.argv[3] or None
if engine:
    # As in a process forked from a warm parent: pyplot is there before the shell.
    import matplotlib.pyplot
papermill.execute_notebook(
    sys.argv[1], sys.argv[2], engine_name=engine, kernel_name="python3", progress_bar=False,
    request_save_on_cell_execute=False,
)
"""


def write(path: Path, *cells: nbformat.NotebookNode) -> Path:
    notebook = new_notebook(cells=list(cells))
    notebook.metadata.kernelspec = {"name": "python3", "language": "python", "display_name": "Python 3"}
    nbformat.write(notebook, path)
    return path


def executed(source: Path, engine: str) -> tuple[nbformat.NotebookNode, str]:
    """The notebook after a run in a process of its own, and what the process wrote on stderr."""
    target = source.with_suffix(f".{engine or 'kernel'}.ipynb")
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(source), str(target), engine],
        capture_output=True,
        text=True,
        check=False,
    )
    return normalised(nbformat.read(target, as_version=4)), done.stderr


def test_outputs_are_those_of_a_kernel(tmp_path: Path) -> None:
    cells = [new_markdown_cell("# Titel", id="title")]
    cells += [new_code_cell(source, id=f"cell-{number}") for number, source in enumerate(CELLS)]
    cells.append(new_code_cell(FAILS, id="allowed", metadata={"tags": ["raises-exception"]}))
    cells.append(new_code_cell("1/0", id="skipped", metadata={"tags": ["skip-execution"]}))
    cells.append(new_code_cell(FAILS, id="stops"))
    cells.append(new_code_cell("'aldrig'", id="never"))
    source = write(tmp_path / "all.ipynb", *cells)

    ours, ours_said = executed(source, "followup")
    kernels, kernel_said = executed(source, "")

    assert [cell.id for cell in ours.cells] == [cell.id for cell in kernels.cells]
    for mine, theirs in zip(ours.cells, kernels.cells, strict=True):
        assert mine == theirs
    assert "ValueError: så här" in ours_said
    assert "ValueError: så här" in kernel_said
    # The comparison would also hold if nothing had been executed at all.
    by_id = {cell.id: cell for cell in ours.cells}
    assert by_id["cell-0"].outputs == [{"output_type": "stream", "name": "stdout", "text": "en rad\nå"}]
    assert by_id["cell-12"].outputs[0].data["text/plain"] == "(<object at 0x…>, (100, 2), '__main__')"
    assert by_id["allowed"].outputs[0].ename == "ValueError"
    assert by_id["skipped"].execution_count is None
    assert by_id["never"].outputs == []


def test_neither_configuration_nor_history_of_the_user_is_touched(tmp_path: Path) -> None:
    home = tmp_path / "home"
    startup = home / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("planted = 1")
    source = write(tmp_path / "own.ipynb", new_code_cell("'planted' in globals()", id="asks"))
    run = RUN.replace("import sys", f"import os, sys; os.environ['IPYTHONDIR'] = {str(home)!r}; import sys", 1)
    target = tmp_path / "out.ipynb"

    subprocess.run([sys.executable, "-c", run, str(source), str(target), "followup"], check=True, capture_output=True)

    assert nbformat.read(target, as_version=4).cells[0].outputs[0].data["text/plain"] == "False"
    assert sorted(path.name for path in home.rglob("*") if path.is_file()) == ["00.py"]
