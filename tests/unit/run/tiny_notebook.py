"""Small notebooks for the tests of execution: a report of one cover, four tiles and a table, and ways to go wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from followup.run.job import Job

MakeJob = Callable[..., Job]

PARAMETERS = 'committee = "DNKS"\nperiod = "2024-04"\ndata = "data/example"'
IMPORTS = (
    "from followup.document.blocks import Column, Cover, Row, Table, Text, Tile, Tiles\n"
    "from followup.document.cells import Cell"
)
COVER = """Cover(
    "omslag", "Uppföljningsrapport 1 2024", "Driftnämnd Kultur och skola", committee, period, "januari–april 2024",
    Cell("Klar", symbol="circle", tone="neutral"), "Lämnad 2024-05-20", True, "2024-05-08",
)"""
TILES = 'Tiles("nyckeltal", (Tile("Avvikelse", Cell("−1,5 mnkr", value=-1500000.0, unit="kr", decimals=1)),))'
TABLE = """rows = (Row("net", (Cell("Nettokostnad"), Cell("−1,5", value=-1500000.0, unit="kr", decimals=1))),)
Table("utfall", "Utfall", (Column("what", "Post", "text"), Column("amount", "Belopp")), rows, "Belopp i mnkr")"""


def report_notebook(path: Path, *cells: str, parameters: str = PARAMETERS) -> Path:
    """A notebook that shows a small report, with `cells` after it. Every cell has a fixed id."""
    sources = [IMPORTS, COVER, TILES, TABLE, *cells]
    notebook = new_notebook(
        cells=[
            new_markdown_cell("# Prov", id="title", metadata={"tags": ["reviewer"]}),
            new_code_cell(parameters, id="parameters", metadata={"tags": ["parameters"]}),
            *(new_code_cell(source, id=f"cell-{number}") for number, source in enumerate(sources)),
        ],
        metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, path)
    return path
