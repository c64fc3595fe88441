"""The changes of DEVELOPERS.md, each made as it is described there, and a report built from it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date

import nbformat
import pytest

from followup.document.document import read_document
from followup.formats.csv.figures import figures
from followup.formats.html.page import html_page
from followup.formats.pdf.file import pdf_bytes
from followup.ground.paths import PROJECT
from tests import workbooks
from tests.reports.small_region import SmallRegion, said


@pytest.fixture
def region(tmp_path) -> SmallRegion:
    return SmallRegion.in_folder(tmp_path)


# DNKS's next rows: 5 % of women's time and 4 % of men's.
WOMEN_IN_MAY = ("2024-05", "DNKS", "Kvinnor", "30–49 år", 60, 9000, 450, 90)
MEN_IN_MAY = ("2024-05", "DNKS", "Män", "30–49 år", 40, 6000, 240, 60)


def row(number, values) -> dict[str, object]:
    """The cells of a row, from column A."""
    return {f"{letter}{number}": value for letter, value in zip("ABCDEFGH", values, strict=False)}


def built(done) -> None:
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_new_committee_is_an_entry_and_its_goals(region):
    region.change(
        "committees.yml",
        "committees:\n",
        "committees:\n  - {code: DNNY, name: Driftnämnd Ny, short_name: Nya nämnden, frames: [Driftnämnd Ny], "
        "reports: [uppfoljningsrapport_1]}\n",
    )
    region.change("plans/2024.yml", "committees: [DNKS], synonyms", "committees: [DNKS, DNNY], synonyms")
    months = [(202400 + month, 1_000_000, 1_010_000 if month <= 4 else None) for month in range(1, 13)]
    ledger = [
        (period, "DNNY", "Drift", "Kostnader", 5010, "Drift", budget, outcome, 980_000)
        for period, budget, outcome in months
    ]
    region.append(workbooks.LEDGER, "Huvudbok", *ledger)
    budget = workbooks.budget_sheets()
    budget["Budgetramar"].insert(5, ("Driftnämnd Ny", 12, 12, 12, 12, 12))
    budget["Budgetramar"][6] = ("Summa", 315, 327, 339, 350, 361)
    workbooks.write_book(region.data / workbooks.BUDGET, budget)
    book = workbooks.committee_sheets("DNKS", 183.0, ["2.1"])
    book["Rapport"][2] = ("Nämnd", "DNNY")
    book["Prognos"] = [book["Prognos"][0], ("Drift", "Kostnader", 12.5, 12, None), ("Summa", None, 12.5, 12, None)]
    book["Prognoshistorik"][1:] = [("2024-02", "Månadsrapport", 0), ("2024-04", "Uppföljningsrapport 1", -0.5)]
    workbooks.write_book(region.data / "2024/2024-04/DNNY.xlsx", book)
    built(region.build("--committee", "DNNY"))
    page = region.page("DNNY")
    assert "Driftnämnd Ny räknar med ett underskott mot budget på" in page
    assert "0,5\u00a0miljoner\u00a0kronor" in page  # the forecast: 12,5 against 12,0


def test_a_new_indicator_is_an_entry_and_its_values(region):
    indicator = (
        "  - {code: LAN, name: Lån per invånare, definition: Antal lån., unit: antal, decimals: 1, direction: higher, "
        "frequency: month, area: quality, source: Påhittad, committees: [DNKS]}\n"
    )
    path = region.params / "indicators.yml"
    path.write_text(path.read_text(encoding="utf-8") + indicator, encoding="utf-8")
    values = [("LAN", "DNKS", f"2024-0{month}", 5.0 + month, None) for month in range(1, 5)]
    region.append(workbooks.INDICATORS, "Utfall", *values)
    region.append(workbooks.TARGETS, "Målvärden", ("LAN", "DNKS", 8.0, None))
    built(region.build("--committee", "DNKS"))
    page = region.page("DNKS")
    assert "Lån per invånare" in page
    assert ">9,0<" in page  # April: 5 + 4


def test_a_new_indicator_of_economy_is_an_entry_that_names_its_measure(region):
    indicator = (
        "  - {code: TILLVAXT, name: Kostnadsutveckling, definition: Mot samma månader i fjol., unit: '%', decimals: 1, "
        "direction: lower, frequency: month, area: economy, source: Påhittad, committees: all, measure: tillvaxt, "
        "note: Utan hänsyn till prisutvecklingen.}\n"
    )
    path = region.params / "indicators.yml"
    path.write_text(path.read_text(encoding="utf-8") + indicator, encoding="utf-8")
    refused = region.build("--committee", "DNKS")
    assert refused.returncode == 2
    assert "Här står ”tillvaxt” för nyckeln ”measure”. Möjliga värden är outcome, budget, deviation," in said(refused)
    region.change("indicators.yml", "measure: tillvaxt", "measure: change")
    built(region.build("--committee", "DNKS"))
    page = region.page("DNKS")
    assert "Ekonomiska indikatorer" in page
    # Every outcome is 1 % above its budget, and was 2 % below it last year: 1,01 / 0,98.
    assert re.search(r"Kostnadsutveckling</th>\s*<td[^>]*>\+3,1\u00a0%</td>", page)
    assert "Utan hänsyn till prisutvecklingen." in page


def test_a_text_is_edited_in_the_file_of_texts(region):
    region.change("texts.yml", "räknas som stor när den är minst {amount}", "är stor från {kronor}")
    refused = region.build("--committee", "DNKS")
    assert refused.returncode == 2
    assert "Texten har ”{kronor}”, som inte finns. Texten har {amount} och {percent}." in said(refused)
    region.change("texts.yml", "är stor från {kronor}", "är stor från {amount}")
    built(region.build("--committee", "DNKS"))
    assert "En avvikelse är stor från 1\u00a0miljon\u00a0kronor och minst 1,0\u00a0procent av budgeten." in region.page(
        "DNKS"
    )


def test_a_new_period_is_a_line_in_the_calendar(region):
    region.change("calendar.yml", "periods:\n", "periods:\n  - {period: 2024-03, kind: uppfoljningsrapport_1}\n")
    march = region.data / "2024" / "2024-03"
    shutil.copytree(region.data / "2024" / "2024-04", march)
    for code in ("DNKS", "DNKT"):
        workbooks.edit(march / f"{code}.xlsx", "Rapport", {"B4": "2024-03"})
    built(region.build("--period", "2024-03"))
    assert "januari–mars 2024" in region.page("DNKS", "2024-03")


def test_a_new_kind_of_report_is_a_notebook_and_a_line(region, tmp_path):
    """A short report on the economy alone, of the sections that exist, for a month that no other kind has."""
    kind = "{name: Ekonomibrev, notebook: ekonomibrev.ipynb, scale: assessment}"
    region.change("calendar.yml", "kinds:\n", f"kinds:\n  ekonomibrev: {kind}\n")
    region.change("calendar.yml", "periods:\n", "periods:\n  - {period: 2024-05, kind: ekonomibrev}\n")
    region.change("committees.yml", "reports: [uppfoljningsrapport_1,", "reports: [ekonomibrev, uppfoljningsrapport_1,")
    notebook = nbformat.read(PROJECT / "notebooks" / "uppfoljningsrapport.ipynb", as_version=4)
    kept = ("title", "parameters", "imports", "report", "cover", "economy-heading", "economy-frame", "workbooks")
    notebook.cells = [cell for cell in notebook.cells if cell.id in kept]
    opening = next(cell for cell in notebook.cells if cell.id == "report")
    opening.source = opening.source.replace("uppfoljningsrapport.ipynb", "ekonomibrev.ipynb")
    (tmp_path / "notebooks").mkdir()
    nbformat.write(notebook, tmp_path / "notebooks" / "ekonomibrev.ipynb")

    may = region.data / "2024" / "2024-05"
    shutil.copytree(region.data / "2024" / "2024-04", may)
    workbooks.edit(may / "DNKS.xlsx", "Rapport", {"B4": "2024-05", "B7": date(2024, 6, 14)})
    # The previous forecast is April's now.
    workbooks.edit(may / "DNKS.xlsx", "Prognos", {"D5": 105, "D6": 183})
    staff = {"B1": date(2024, 6, 7)} | row(19, WOMEN_IN_MAY) | row(20, MEN_IN_MAY)
    workbooks.edit(may / "personal.xlsx", "Sjukfrånvaro", staff)
    workbooks.edit(may / "personal.xlsx", "Personalomsättning", row(10, ("2024-05", "DNKS", 100, 1)))
    workbooks.edit(
        may / "investeringar.xlsx", "Investeringar", {"A2": "2024-05", "G2": 0.75, "A3": "2024-05", "G4": 1.75}
    )
    workbooks.edit(may / "utfall.xlsx", "Huvudbok", {"A2": "Uttagsdatum: 2024-06-07"})
    # May's outcome, 2 % above budget: 5 lines a month from row 6, so May begins in row 26.
    outcomes = (line[-1] * 102 // 100 for line in workbooks.LEDGER_LINES)
    workbooks.edit(may / "utfall.xlsx", "Huvudbok", {f"H{row}": one for row, one in enumerate(outcomes, 26)})

    built(region.build("--period", "2024-05", FOLLOWUP_NOTEBOOKS=str(tmp_path / "notebooks")))
    page = region.page("DNKS", "2024-05")
    assert "Ekonomibrev 2024" in page
    assert "Huvudbokens budget stämmer med ramen." in page
    assert "Målstyrning" not in page
    assert not (region.output / "2024-05" / "DNKT").exists()


def test_a_renamed_column_is_a_synonym(region):
    workbooks.edit(region.data / workbooks.LEDGER, "Huvudbok", {"H5": "Bokfört belopp"})
    refused = region.build("--committee", "DNKS")
    assert refused.returncode == 1
    assert "Kolumnen ”Utfall” saknas i rubrikraden, rad 5." in said(refused)
    region.change("layouts/utfall.yml", "synonyms: [Redovisat,", "synonyms: [Bokfört belopp, Redovisat,")
    built(region.build("--committee", "DNKS"))
    # Four months of (8,0 + 8,75 − 1,0 − 0,5) mnkr, 1 % above budget.
    assert "−61,6" in region.page("DNKS")


NEW_CHART = '''
"""Budget per month. The table: rows 1-12, column `budget` in kr (revenue +, cost −)."""

from followup.charts.parts import amounts, data, lines, theme
from followup.charts.parts.canvas import Canvas, Margins
from followup.document.blocks import Chart

ID = "diagram-budget-per-manad"


def chart(frame, *, source):
    return Chart(ID, "Budgeten är jämn över året", "mnkr", alt(frame), source, draw(frame), 2.0, numbers(frame))


def alt(frame):
    return f"Linjediagram över budgeten per månad, {amounts.words(frame[1, 'budget'])} i januari."


def numbers(frame):
    rows = [(str(month), str(month), data.cells([frame[month, "budget"]])) for month in frame.names]
    columns = [("budget", "Budget")]
    return data.data_table(ID, caption="Budget", head="Månad", columns=columns, rows=rows, unit_line="mnkr")


def draw(frame):
    points = tuple((float(month), amounts.drawn(frame[month, "budget"])) for month in frame.names)
    with Canvas(ID, theme.WIDTH, theme.WIDTH // 2, Margins(20, 60, 20, 40)) as canvas:
        canvas.limits((0, 13), (-20, 0))
        lines.draw_lines(canvas, [lines.Line("Budget", points, theme.INK, theme.INK)])
    return canvas.svg
'''


def test_a_new_chart_is_a_module_and_a_cell(region, tmp_path, monkeypatch):
    (tmp_path / "new_chart.py").write_text(NEW_CHART, encoding="utf-8")
    notebook = nbformat.read(PROJECT / "notebooks" / "uppfoljningsrapport.ipynb", as_version=4)
    place = next(number for number, cell in enumerate(notebook.cells) if cell.id == "months-chart")
    source = 'import new_chart\n\nnew_chart.chart(report.net_cost_by_month, source="Källa: utfall.xlsx.")'
    notebook.cells.insert(place, nbformat.v4.new_code_cell(source, id="new-chart"))
    nbformat.write(notebook, tmp_path / "with_chart.ipynb")
    command = [sys.executable, "-m", "papermill", str(tmp_path / "with_chart.ipynb"), str(tmp_path / "out.ipynb")]
    environment = {"PYTHONPATH": str(tmp_path), "FOLLOWUP_PARAMS": str(region.params)}
    subprocess.run(
        [*command, "-p", "data", str(region.data)], env=os.environ | environment, check=True, capture_output=True
    )
    document = read_document(nbformat.read(tmp_path / "out.ipynb", as_version=4))
    page = html_page(document)
    assert "Budgeten är jämn över året" in page
    assert 'alt="Linjediagram över budgeten per månad, minus\u00a015,3\u00a0mnkr i januari."' in page
    listed = [row for row in figures(document) if row["table"] == "diagram-budget-per-manad-siffror"]
    assert [row["value"] for row in listed] == [-15.25] * 12  # 8,0 + 8,75 − 1,0 − 0,5 mnkr every month
    assert pdf_bytes(document).startswith(b"%PDF")
