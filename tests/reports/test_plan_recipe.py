"""A plan of one's own, as DEVELOPERS.md describes it: a table or one YAML file, and a line in the calendar for each
document.
"""

from __future__ import annotations

import csv
import shutil

import openpyxl
import pytest

from followup.ground.paths import PROJECT
from followup.params.loading import load_params
from tests import workbooks
from tests.conftest import run_followup
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
    assert "Kulturstrategi 2025 innehåller också" in page
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
    assert "1\u00a0800 −\u00a0300 = 1\u00a0500" in page
    book = openpyxl.load_workbook(region.output / "2025-12" / "DNKS" / "rapport.xlsx")
    texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "A1a2 Rita nya turer" in texts


# Mål och budget 2024–2028, Fördelning av budget till nämnder, the column 2025 as printed: 13 509 over rows of 13 508.
FRAMES_2025 = """
tables:
  - id: frames
    caption: Fördelning av budget till nämnder
    unit: mnkr
    sign: ledger
    decimals: 0
    label: Nämnd
    columns: ["2025"]
    source: Mål och budget 2024–2028, Fördelning av budget till nämnder, ökning per år
    rows:
      - {label: Patientnämnd, committee: PN, values: [1]}
      - {label: Revision, committee: REV, values: [6]}
      - {label: Gemensam nämnd Hemsjukvård och hjälpmedel, committee: GNHH, values: [86]}
      - {label: Driftnämnd Kollektivtrafik, committee: DNKT, values: [590]}
      - {label: RH Fastighetsförvaltning, committee: RHF, values: [8]}
      - {label: Regionstyrelsen, committee: RS, values: [980]}
      - {label: Regionstyrelsen Hälso- och sjukvård, committee: RS, values: [3942]}
      - {label: Driftnämnd Hallands Sjukhus, committee: DNHS, values: [5800]}
      - {label: Driftnämnd Ambulans Diagnostik och Hälsa, committee: DNADH, values: [844]}
      - {label: Driftnämnd Psykiatri, committee: DNPSH, values: [861]}
      - {label: Driftnämnd Närsjukvård, committee: DNNSVH, values: [107]}
      - {label: Driftnämnd Kultur och skola, committee: DNKS, values: [191]}
      - {label: Regionservice, committee: DNRGS, values: [0]}
      - {label: Regiongemensamma kostnader, committee: RGK, values: [92]}
      - {label: Summa, total: true, values: [13509], printed_total_differs: [1]}
"""
GOALS_2025 = (
    ("Nivå", "Kod", "Benämning", "Bärare", "Klart senast"),
    ("Fokusområde", "1", "Accelerera digital transformation", None, None),
    ("Mål", "1.1", "Smartare och enklare digital vardag", "Regionstyrelsen, samtliga driftnämnder", None),
    ("Fokusområde", "7", "En robust kultursektor", None, None),
    ("Mål", "7.1", "Bidra till en mer robust kultursektor", "Regionstyrelsen och Kultur och skola", "2025"),
)


def test_a_new_year_starts_from_a_table(tmp_path):
    params = shutil.copytree(PROJECT / "params", tmp_path / "params")
    region = SmallRegion(PROJECT / "data" / "example", params, tmp_path / "output")
    table = workbooks.write_book(tmp_path / "mal-2025.xlsx", {"Mål": GOALS_2025})
    words = (str(table), "--year", "2025", "--owner", "REGION")
    done = run_followup("plan", *words, FOLLOWUP_PARAMS=str(params))
    assert done.returncode == 0, said(done)
    assert "5 rader lästa: 4 poster, 1 rubrik eller sidrad, 0 utan plats." in said(done)

    (params / "plans" / "2025.tables.yml").write_text(FRAMES_2025, encoding="utf-8")
    region.change("calendar.yml", "periods:\n", 'periods:\n  - {period: "2025", kind: verksamhetsplan}\n')
    plan = load_params(params).plans[2025]
    assert plan.frame_of("RS").value == -(980 + 3942) * 1_000_000
    assert {goal.code: goal.committees for goal in plan.goals} == {
        "1.1": ("RS", "DNHS", "DNADH", "DNPSH", "DNNSVH", "DNKS", "DNKT", "DNRGS"),
        "7.1": ("RS", "DNKS"),
    }
    done = region.build("--period", "2025", "--committee", "DNKS")
    assert done.returncode == 0, said(done)
    assert float(listed(region, "2025")["budgetramar", "Driftnämnd Kultur och skola", "2025"]) == 191
    page = region.page("DNKS", "2025").replace("\u00a0", " ")
    for words in (
        "Mål och budget 2025",
        "Bidra till en mer robust kultursektor",
        "Accelerera digital transformation",
        "191,0",
    ):
        assert words in page, words
