"""Om underlaget: where the figures come from, what was doubtful in them, and the rules that the report follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.document.blocks import Block, Column, Row, Table, Text
from followup.document.cells import Cell
from followup.document.tables import text_cell
from followup.ground import swedish

if TYPE_CHECKING:
    from followup.reports.committee import Report


def workbooks(report: Report) -> Table:
    """Every workbook that the report read, with its date and the start of its checksum."""
    return Table(
        id="arbetsbocker",
        caption="Arbetsböcker som rapporten bygger på",
        columns=(
            Column("label", "Arbetsbok", "text", 2.0),
            Column("source", "Källa", "prose", 3.0),
            Column("extracted", "Uttagsdatum", "text", 1.2),
            Column("checksum", "Kontrollsumma", "text", 1.2),
        ),
        rows=tuple(
            Row(
                file.workbook,
                (
                    Cell(file.workbook),
                    text_cell(file.source_note),
                    text_cell(swedish.date_iso(file.extracted) if file.extracted else ""),
                    Cell(f"{file.sha256[:12]}…"),
                ),
            )
            for file in report.sources.files
        ),
        notes=(
            "Kontrollsumman (SHA-256) visar vilken version av arbetsboken som lästes. Den står i sin helhet i "
            "manifest.json. Varje siffra i rapporten finns med sina källceller i figures.csv och på bladet Figurer i "
            "Excelfilen.",
        ),
    )


def warnings(report: Report) -> Block:
    """What was doubtful in the sources but did not stop the report."""
    problems = report.sources.problems
    if not problems:
        nothing = "Inget i underlaget behövde tolkas eller ifrågasättas."
        return Text(id="varningar", title="Varningar", paragraphs=([nothing],))
    return Table(
        id="varningar",
        caption="Varningar om underlaget",
        columns=(Column("label", "Var", "text", 1.6), Column("message", "Vad", "prose", 4.0)),
        rows=tuple(
            Row(f"varning-{number}", (Cell(problem.place), Cell(problem.message)))
            for number, problem in enumerate(problems, 1)
        ),
    )


def corrections(report: Report) -> Block:
    """Known errors that were corrected in the open."""
    applied = report.sources.corrections
    if not applied:
        return Text(id="rattelser", title="Rättelser", paragraphs=(["Inget värde i underlaget har rättats."],))
    return Table(
        id="rattelser",
        caption="Rättelser av kända fel i underlaget",
        columns=(
            Column("label", "Var", "text", 1.6),
            Column("original", "Stod", "text", 0.8),
            Column("corrected", "Används", "text", 0.8),
            Column("reason", "Varför", "prose", 2.6),
            Column("decided", "Beslutat av", "text", 1.6),
        ),
        rows=tuple(
            Row(
                f"rattelse-{number}",
                (
                    Cell(f"{item.workbook}, blad {item.sheet}, cell {item.cell}"),
                    Cell(item.was),
                    Cell(item.value),
                    Cell(item.why),
                    Cell(f"{item.decided_by}, {swedish.date_iso(item.decided_on)}"),
                ),
            )
            for number, item in enumerate(applied, 1)
        ),
    )


def confirmations(report: Report) -> Block:
    """What is unlikely and has been confirmed by somebody who answers for it."""
    applied = report.sources.confirmations
    if not applied:
        nothing = "Ingen osannolik uppgift har behövt bekräftas."
        return Text(id="bekraftelser", title="Bekräftade uppgifter", paragraphs=([nothing],))
    return Table(
        id="bekraftelser",
        caption="Osannolika uppgifter som har bekräftats",
        columns=(
            Column("label", "Var", "text", 1.6),
            Column("found", "Vad", "prose", 2.6),
            Column("reason", "Varför det är rätt", "prose", 2.6),
            Column("decided", "Bekräftat av", "text", 1.6),
        ),
        rows=tuple(
            Row(
                f"bekraftelse-{number}",
                (
                    Cell(item.place),
                    Cell(item.found),
                    Cell(item.why),
                    Cell(f"{item.decided_by}, {swedish.date_iso(item.decided_on)}"),
                ),
            )
            for number, item in enumerate(applied, 1)
        ),
    )


def reading_rules(report: Report) -> Text:
    """How signs, rounding, missing figures and the rules' limits are to be read."""
    rules = report.params.rules
    kronor = swedish.prose_amount(rules.large_deviation.kronor).removeprefix(f"plus{swedish.NBSP}")
    share = swedish.number(rules.large_deviation.percent, 1)
    whose = "nämndernas egen, sammanvägd för regionen" if report.committee.is_region else "nämndens egen"
    # A monthly report does not follow up the goals.
    goals = "" if report.kind.code == "manadsrapport" else f"Bedömningen av målen är {whose}. "
    region = (
        ["Resultaträkning, balansräkning och balanskravsutredning visas i hela mnkr."]
        if report.committee.is_region
        else []
    )
    items = (
        "Intäkter visas med plus och kostnader med minus. En avvikelse är utfall eller prognos minus budget: plus är "
        "bättre än budget, minus är sämre.",
        "Belopp visas i mnkr (miljoner kronor) med en decimal. Summor och skillnader är beräknade på oavrundade "
        "tal och kan därför skilja sig i sista siffran från de avrundade talen i tabellerna. Andelar av anställda är "
        "avrundade i alla format, och deras skillnader räknas på de avrundade talen.",
        "Ett streck (–) betyder att uppgiften saknas eller inte går att beräkna. Det betyder aldrig noll.",
        f"En avvikelse räknas som stor när den är minst {kronor} och minst {share} procent av budgeten. Där "
        "budgeten är noll gäller bara beloppet.",
        f"{goals}Bedömningen av indikatorerna räknas fram ur värde och målvärde.",
        *region,
    )
    if report.sources.is_example:
        example = (
            "Rapporten bygger på exempeldata. Nämnder, mål, budgetramar och de indikatorer som har Kolada som källa är "
            "verkliga. Utfall, prognoser, personaluppgifter och kommentarer är påhittade."
        )
        items = (example, *items)
    return Text(id="lasanvisning", title="Så läser du rapporten", items=tuple([item] for item in items))
