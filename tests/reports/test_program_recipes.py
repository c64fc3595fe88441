"""The recipes of DEVELOPERS.md that change the program: each made on a copy of it, and a report built by the copy."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import docx
import nbformat
import openpyxl
import pypdf
import pytest

from followup.ground.paths import PROJECT
from tests.reports.small_region import SmallRegion, said


@dataclass(frozen=True)
class Program:
    """A copy of the program with what it reads beside it, and a small region to build reports of."""

    folder: Path
    region: SmallRegion

    def add(self, module: str, text: str) -> None:
        """A new module of the package."""
        path = self.folder / "followup" / module
        assert not path.exists()
        path.write_text(text, encoding="utf-8")

    def change(self, module: str, *replaced: tuple[str, str]) -> None:
        """Replace texts of a module that stand there once."""
        path = self.folder / "followup" / module
        text = path.read_text(encoding="utf-8")
        for old, new in replaced:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")

    def add_cell(self, notebook: str, before: str, source: str) -> None:
        """A new code cell in a notebook, before the one with the id `before`."""
        path = self.folder / "notebooks" / notebook
        found = nbformat.read(path, as_version=4)
        place = next(number for number, cell in enumerate(found.cells) if cell.id == before)
        found.cells.insert(place, nbformat.v4.new_code_cell(source, id="new-cell"))
        nbformat.write(found, path)

    def import_also(self, notebook: str, section: str) -> None:
        """A section more in the notebook's one cell of imports."""
        path = self.folder / "notebooks" / notebook
        found = nbformat.read(path, as_version=4)
        cell = next(cell for cell in found.cells if cell.id == "imports")
        assert cell.source.endswith("\n)")
        cell.source = f"{cell.source[:-2]}, {section}\n)"
        nbformat.write(found, path)

    @property
    def report(self) -> Path:
        """The folder of the report that is built."""
        return self.region.output / "2024-04" / "DNKS"

    @property
    def environment(self) -> dict[str, str]:
        # Without the second, the folder that the command runs in would come before the copy.
        return {"PYTHONPATH": str(self.folder), "PYTHONSAFEPATH": "1"}

    def check(self):
        """Checks the committee's workbooks with the copy; the finished process."""
        return self.region.check("--committee", "DNKS", **self.environment)

    def build(self) -> str:
        """Builds a committee's report with the copy, and gives what it said."""
        notebooks = str(self.folder / "notebooks")
        done = self.region.build("--committee", "DNKS", FOLLOWUP_NOTEBOOKS=notebooks, **self.environment)
        assert done.returncode == 0, said(done)
        return said(done)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    for name in ("followup", "templates", "notebooks"):
        shutil.copytree(PROJECT / name, tmp_path / "program" / name, ignore=shutil.ignore_patterns("__pycache__"))
    return Program(tmp_path / "program", SmallRegion.in_folder(tmp_path))


FINDING = '''
"""A finding: a sentence, and the table of the figures that it rests on."""

from dataclasses import dataclass
from typing import ClassVar

from followup.document.blocks import Block, Composite, Table, Text
from followup.document.cells import Sentence


@dataclass(frozen=True)
class Finding(Composite):
    """`sentence` is what is found, `figures` what it is found in."""

    kind: ClassVar[str] = "finding"
    sentence: Sentence
    figures: Table

    def parts(self) -> tuple[Block, ...]:
        return Text(f"{self.id}-mening", paragraphs=(self.sentence,)), self.figures
'''
SHOWN = """
from followup.document.blocks import Column, Row, Table
from followup.document.cells import Cell, cell_of
from followup.document.finding import Finding

net = report.net["deviation"]
columns = Column("post", "Post", "text"), Column("avvikelse", "Avvikelse")
rows = (Row("netto", (Cell("Nettokostnad"), cell_of(net, signed=True))),)
table = Table("iakttagelse-siffror", "Det som iakttagelsen bygger på", columns, rows)
Finding("iakttagelse", ["Nämnden avviker med ", cell_of(net, signed=True, prose=True), "."], table)
"""


def test_a_new_block_is_a_module_and_a_line(program: Program) -> None:
    program.add("document/finding.py", FINDING)
    program.change(
        "document/kinds.py",
        (
            "from followup.ground.errors import",
            "from followup.document.finding import Finding\nfrom followup.ground.errors import",
        ),
        ("    Gallery,\n)", "    Gallery,\n    Finding,\n)"),
    )
    program.add_cell("uppfoljningsrapport.ipynb", "economy-frame", SHOWN)
    program.build()
    folder = program.report

    # Four months of (8,0 + 8,75 − 1,0 − 0,5) mnkr, 1 % above budget.
    sentence = "Nämnden avviker med minus\u00a00,6\u00a0miljoner kronor."
    page = (folder / "rapport.html").read_text(encoding="utf-8")
    opening = '<div class="finding" id="iakttagelse"><div class="text info" id="iakttagelse-mening">'
    _, _, shown = page.partition(opening)
    assert shown.startswith(
        '<p>Nämnden avviker med <span class="value">minus\u00a00,6\u00a0miljoner\u00a0kronor</span>.</p></div>'
    )
    assert shown.index('<div class="table" id="iakttagelse-siffror">') < 200

    notebook = nbformat.read(folder / "rapport.ipynb", as_version=4)
    (output,) = next(cell.outputs for cell in notebook.cells if cell.id == "new-cell")
    first, _, second, *_ = output.data["text/plain"].split("\n")
    assert (first, second) == (sentence, "Det som iakttagelsen bygger på")

    pages = pypdf.PdfReader(folder / "rapport.pdf").pages
    text = " ".join(" ".join(one.extract_text().split()) for one in pages)
    assert sentence.replace("\u00a0", " ") in text
    assert "Det som iakttagelsen bygger på" in text

    word = docx.Document(folder / "rapport.docx")
    drawn = sentence.replace("miljoner kronor", "miljoner\u00a0kronor")
    assert drawn in [paragraph.text for paragraph in word.paragraphs]
    assert ["Nettokostnad", "−0,6"] in [
        [cell.text for cell in row.cells] for table in word.tables for row in table.rows
    ]
    captions = [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "Caption"]
    assert "Det som iakttagelsen bygger på" in captions

    sheets = openpyxl.load_workbook(folder / "rapport.xlsx").worksheets[:-1]
    rows = [[cell.value for cell in row] for sheet in sheets for row in sheet.iter_rows()]
    at = next(number for number, row in enumerate(rows) if row[0] == sentence)
    assert rows[at + 2][0] == "Det som iakttagelsen bygger på"
    assert rows[at + 4][:2] == ["Nettokostnad", pytest.approx(-0.61)]

    figures = csv.DictReader(io.StringIO((folder / "figures.csv").read_text(encoding="utf-8"), newline=""))
    found = [row for row in figures if row["table"].startswith("iakttagelse")]
    assert [(row["table"], row["row"], row["column"]) for row in found] == [
        ("iakttagelse-mening", "paragraph-1", "figure"),
        ("iakttagelse-siffror", "netto", "avvikelse"),
    ]
    assert [float(row["value"]) for row in found] == pytest.approx([-0.61, -0.61])
    assert all("utfall.xlsx" in row["workbook"] for row in found)


TEXT_FILE = '''
"""The report as plain text: every block as a terminal shows it, with an empty line between two."""

from followup.document.document import Document
from followup.document.plain import block_text


def text_file(document: Document) -> str:
    return "\\n\\n".join(block_text(block) for block in document.items) + "\\n"
'''


def test_a_new_format_is_a_module_and_an_entry(program: Program) -> None:
    program.add("formats/text.py", TEXT_FILE)
    entry = 'ReportFile("text", "rapport.txt", "Text", "Rapporten som text", "followup.formats.text:text_file")'
    program.change("formats/files.py", ("    PAGE,\n", f"    PAGE,\n    {entry},\n"))
    program.build()
    folder = program.report

    content = (folder / "rapport.txt").read_bytes()
    assert content.decode().startswith("Exempeldata\nUppföljningsrapport 1 2024\n")
    assert "\n\nEkonomi\n\n" in content.decode()
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["files"]["rapport.txt"] == hashlib.sha256(content).hexdigest()
    assert "text" in manifest["timings"]["stages"]
    index = (folder.parent / "index.html").read_text(encoding="utf-8")
    assert '<a href="DNKS/rapport.txt" aria-label="Text, Driftnämnd Kultur och skola">Text</a>' in index
    assert '<a href="rapport.txt">Rapporten som text</a>' in (folder / "rapport.html").read_text(encoding="utf-8")

    # A report that has lost its file is made again, and one that has it is not.
    assert "oförändrad" in program.build()
    (folder / "rapport.txt").unlink()
    assert "byggd" in program.build()
    assert (folder / "rapport.txt").read_bytes() == content


LARGEST = '''
"""The account class with the largest budget of the year."""

from followup.document.blocks import Text
from followup.document.cells import cell_of


def largest(report) -> Text:
    """One sentence with its name and budget."""
    name = min((name for name, _ in report.economy_by_class.rows() if name != "Nettokostnad"), key=lambda name: (
        report.economy_by_class[name, "year_budget"].value
    ))
    budget = report.economy_by_class[name, "year_budget"]
    return Text("storst", paragraphs=([f"Störst är {name.lower()} med ", cell_of(budget, prose=True), "."],))
'''


def test_a_new_section_is_a_module_a_name_and_a_cell(program: Program) -> None:
    program.add("sections/committee/largest_class.py", LARGEST)
    program.change(
        "__init__.py",
        ('    "goals": "', '    "largest_class": "sections.committee.largest_class",\n    "goals": "'),
    )
    program.import_also("uppfoljningsrapport.ipynb", "largest_class")
    program.add_cell("uppfoljningsrapport.ipynb", "economy-frame", "largest_class.largest(report)")
    program.build()
    page = (program.report / "rapport.html").read_text(encoding="utf-8")
    # Twelve months of 8,0 + 8,75 mnkr.
    assert "Störst är personalkostnader med" in page
    assert ">minus\u00a0201\u00a0miljoner\u00a0kronor<" in page.partition("Störst är personalkostnader med")[2][:120]


ROUND = '''
"""A ledger whose outcome has no öre at all: typed in, and not exported."""

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import about

CODE = "jamna-belopp"


def check(case):
    """One error for a committee whose amounts are all whole hundreds."""
    amounts = [row.figure("outcome").value for row in case["ledger"].rows()]
    step = case.limit(CODE, "kronor")
    if all(value % step == 0 for value in amounts if value is not None):
        yield about(case["ledger"], "Alla utfall är jämna hundratal.", "Belopp i öre väntas.", "Exportera på nytt.")


RULE = Rule(
    code=CODE,
    title="Jämna belopp",
    catches="En huvudbok som är skriven för hand.",
    check=check,
    needs=("ledger",),
    limits=("kronor",),
    example="Alla utfall är jämna hundratal. Belopp i öre väntas. Exportera på nytt.",
)
'''


def test_a_new_check_is_a_module_and_its_line_in_the_registry(program: Program) -> None:
    program.add("checks/ledger/round_amounts.py", ROUND)
    program.change(
        "checks/registry.py",
        ("from followup.checks.ledger import (\n", "from followup.checks.ledger import (\n    round_amounts,\n"),
        ("    ledger_sign.RULE,\n", "    ledger_sign.RULE,\n    round_amounts.RULE,\n"),
    )
    program.region.change(
        "rules.yml", "checks:\n", "checks:\n  jamna-belopp:\n    why: Prov.\n    limits: {kronor: 100}\n"
    )
    done = program.check()
    assert done.returncode == 1
    assert " ".join(["Alla", "utfall", "är", "jämna", "hundratal."]) in " ".join(said(done).split())
