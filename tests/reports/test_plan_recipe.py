"""A plan of one's own, as DEVELOPERS.md describes it: one YAML file and a line in the calendar for each document."""

from __future__ import annotations

import csv

import openpyxl
import pytest

from tests import workbooks
from tests.reports.small_region import SmallRegion, said

PLAN = """
year: 2025
owner: DNKS
title: Kulturstrategi 2025
source: Påhittad, kulturstrategin
introduction: |
  Kulturen är **till för alla**.
levels:
  - {code: ledstjarna, name: Ledstjärna, plural: Ledstjärnor}
  - {code: vag, name: Väg, plural: Vägar}
  - {code: steg, name: Steg, plural: Steg}
  - {code: handgrepp, name: Handgrepp, plural: Handgrepp}
followed: handgrepp
scale: assignment
nodes:
  - code: A
    name: Läslust
    committees: [DNKS]
    children:
      - code: A1
        name: Böcker nära
        children:
          - code: A1a
            name: Fler bokbussar
            children:
              - {code: A1a1, name: Köpa två bussar, carried_over: Från 2024}
              - {code: A1a2, name: Rita nya turer}
          - {code: A1b, name: Öppnare bibliotek}
  - code: B
    name: Scenkonst
    committees: [DNKS]
    children:
      - code: B1
        name: Scener i hela länet
        children:
          - code: B1a
            name: Turnéer
            children:
              - {code: B1a1, name: Boka tolv orter}
tables:
  - id: frames
    caption: Ramen
    unit: tkr
    sign: ledger
    decimals: 0
    label: Nämnd
    columns: ["2025", "2026"]
    rows:
      - {label: Kultur, committee: DNKS, values: [190500, 194000]}
budget_changes:
  - code: bussar
    title: Bokbussar
    decided_on: "2025-03-04"
    decided_by: Regionstyrelsen
    committee: DNKS
    unit: tkr
    amounts: {2025: 1500}
    financed_by: Oförutsedda kostnader
    calculation:
      - {label: Två bussar, amount: 1800}
      - {label: Statsbidrag, amount: -300}
    total: 1500
    source: Påhittad, protokollet
"""


@pytest.fixture
def region(tmp_path) -> SmallRegion:
    found = SmallRegion.in_folder(tmp_path)
    (found.params / "plans" / "2025.yml").write_text(PLAN, encoding="utf-8")
    return found


def listed(region: SmallRegion, period: str) -> dict[tuple[str, str, str], str]:
    """The figures by table, row and column."""
    path = region.output / period / "DNKS" / "figures.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {(row["table"], row["row"], row["column"]): row["value"] for row in csv.DictReader(file)}


def test_a_new_plan_is_a_file_and_a_line_in_the_calendar(region):
    region.change("calendar.yml", "periods:\n", 'periods:\n  - {period: "2025", kind: verksamhetsplan}\n')
    region.change(
        "committees.yml", "reports: [uppfoljningsrapport_1,", "reports: [verksamhetsplan, uppfoljningsrapport_1,"
    )
    done = region.build("--period", "2025", "--committee", "DNKS")
    assert done.returncode == 0, said(done)
    page = region.page("DNKS", "2025")
    assert "Kulturstrategi 2025 har" in page
    # Every outermost entry is a heading, and the contents lead to it.
    for anchor, text in (("plan-2025-a", "Ledstjärna A: Läslust"), ("plan-2025-b", "Ledstjärna B: Scenkonst")):
        assert f'<h3 id="{anchor}">{text}</h3>' in page
        assert f'<a href="#{anchor}">{text}</a>' in page
    for words in (
        "Köpa två bussar (Från 2024)",
        "Öppnare bibliotek",
        "Boka tolv orter",
        "<strong>till för alla</strong>",
    ):
        assert words in page, words
    assert "190\u00a0500" in page  # the frame in the plan's own unit
    assert "Underlagen för 2025 har ingen driftbudget och ingen investeringsbudget." in page
    # Decided in March, after the plan.
    assert "Inget beslut bland underlagen ändrar budgeten för 2025." in page


def test_its_follow_up_is_one_line_more_and_a_workbook(region):
    region.change("calendar.yml", "periods:\n", "periods:\n  - {period: 2025-12, kind: uppfoljning_av_plan}\n")
    region.change(
        "committees.yml", "reports: [uppfoljningsrapport_1,", "reports: [uppfoljning_av_plan, uppfoljningsrapport_1,"
    )
    workbooks.write_book(
        region.data / "2025/2025-12/DNKS.xlsx",
        {
            "Rapport": [
                ("Uppföljning",),
                ("Uttagsdatum: 2026-01-20",),
                ("Nämnd", "DNKS"),
                ("Period", "2025-12"),
                ("Status", "Fastställd"),
                ("Lämnad av", "controller"),
                ("Lämnad den", "2026-01-20"),
                ("Sammanfattning", "Det mesta är gjort."),
                ("Behöver beslut", None),
            ],
            "Uppdrag": [
                ("Kod", "Benämning", "Status", "Ansvarig", "Kommentar"),
                ("A1a1", None, "Klart", "Enhetschef", None),
                ("Rita nya turer", None, "Försenat", "Enhetschef", "Vägarna byggs om."),
                ("A1b", None, "Ej påbörjat", "Bibliotekarie", None),
                ("B1a1", None, "Enligt plan", "Producent", None),
            ],
        },
    )
    done = region.build("--period", "2025-12", "--committee", "DNKS")
    assert done.returncode == 0, said(done)
    figures = listed(region, "2025-12")
    counted = {row: figures["status-per-del", row, "delayed"] for row in ("A", "B", "summa")}
    assert {row: float(value) for row, value in counted.items()} == {"A": 1, "B": 0, "summa": 1}
    # Three measures, and a step that has none.
    assert float(figures["status-per-del", "summa", "all"]) == 4
    page = region.page("DNKS", "2025-12")
    assert "Vägarna byggs om." in page
    # The decision of March, on top of the frame: 190 500 + 1 500.
    assert "192\u00a0000" in page
    assert "1\u00a0800 − 300 = 1\u00a0500" in page
    book = openpyxl.load_workbook(region.output / "2025-12" / "DNKS" / "rapport.xlsx")
    texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "A1a2 Rita nya turer" in texts
