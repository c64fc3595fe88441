"""A small region of two committees with workbooks and params of its own, on which a test can break or change things."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from tests import workbooks
from tests.conftest import run_followup


def said(done: subprocess.CompletedProcess[str]) -> str:
    """All that a command wrote, with its line breaks and columns taken away."""
    return " ".join((done.stdout + done.stderr).split())


@dataclass(frozen=True)
class SmallRegion:
    """`data`, `params` and `output` are folders of the test's own."""

    data: Path
    params: Path
    output: Path

    @classmethod
    def in_folder(cls, folder: Path) -> SmallRegion:
        data = workbooks.write_books(folder / "data")
        return cls(data, workbooks.write_params(folder / "params"), folder / "output")

    def build(self, *words: str, **environment: str):
        """`followup build` on the region's own folders, of 2024-04 unless a period is named."""
        period = () if "--period" in words else ("--period", "2024-04")
        folders = ("--data", str(self.data), "--output", str(self.output))
        return run_followup("build", *folders, *period, *words, FOLLOWUP_PARAMS=str(self.params), **environment)

    def check(self, *words: str, **environment: str):
        """`followup check` on the region's own folders."""
        period = () if "--period" in words else ("--period", "2024-04")
        folders = ("--data", str(self.data))
        return run_followup("check", *folders, *period, *words, FOLLOWUP_PARAMS=str(self.params), **environment)

    def page(self, committee: str, period: str = "2024-04") -> str:
        """The HTML report of a committee."""
        return (self.output / period / committee / "rapport.html").read_text(encoding="utf-8")

    def change(self, params_file: str, old: str, new: str) -> None:
        """Replace a text in one of the params files."""
        path = self.params / params_file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, workbook: str, sheet: str, *rows: tuple) -> None:
        """Add rows at the end of a sheet."""
        path = self.data / workbook
        book = openpyxl.load_workbook(path)
        for row in rows:
            book[sheet].append(row)
        book.save(path)
