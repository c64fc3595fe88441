"""The columns of figures.csv and of siffror.csv, which has the same rows: their names, headings and what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_IN_ENGLISH = re.compile(r"[a-z]+ \(([^)]+)\)")


@dataclass(frozen=True)
class Column:
    """A column: its name in figures.csv, its heading in siffror.csv and in the workbook, and what it holds, in Swedish.

    A `list` has an entry for each part of the formula, in the same order as the other lists. What figures.csv says in
    English has its Swedish word after it in `holds`, in parentheses.
    """

    name: str
    heading: str
    holds: str
    kind: Literal["text", "number", "list", "address"] = "text"
    width: float = 18

    @property
    def holds_in_swedish(self) -> str:
        """The same where the cells are in Swedish: `yes (ja) om …` is `ja om …`."""
        return _IN_ENGLISH.sub(r"\1", self.holds) if self.name in ("operation", "flipped") else self.holds


ALL = (
    Column("table", "Tabell", "Id i rapporten för tabellen, diagrammet, nyckeltalen eller texten.", width=26),
    Column("row", "Rad", "Radens nyckel; i en text dess ordning."),
    Column("column", "Kolumn", "Kolumnens nyckel; i en text figure."),
    Column("label", "Benämning", "Radens benämning, eller hela meningen som siffran står i.", width=44),
    Column(
        "value",
        "Värde",
        "Oavrundat, men för anställda avrundat. Variationens medelvärden och gränser är avrundade så som de bedöms. "
        "Tomt om värdet saknas.",
        "number",
        14,
    ),
    Column(
        "shown",
        "Visas som",
        "Det som läsaren ser. En skillnad visas som skillnaden mellan de två tal som läsaren ser, så −31,46 kan visas "
        "som −31,4.",
        width=14,
    ),
    Column("unit", "Enhet", "Värdets enhet, till exempel mnkr eller %.", width=14),
    Column("why_missing", "Varför värdet saknas", "Skälet, om värdet saknas.", width=20),
    Column(
        "workbook",
        "Arbetsbok",
        "Filen som varje del kommer ur. En sökväg som börjar med params/ utgår från programmets mapp, alla andra från "
        "mappen med underlaget (data).",
        "list",
        26,
    ),
    Column("sheet", "Blad", "Bladet i filen; tomt för en textfil.", "list"),
    Column(
        "cells",
        "Celler",
        "Cellerna; i en fil i params raderna. I en csv-fil ur Kolada är E4388 kolumn 5 på filens rad 4388.",
        "list",
        26,
    ),
    Column(
        "operation",
        "Räknesätt",
        "Det som gjordes sist: read (läst), sum (summa), difference (skillnad), share (andel), average (medelvärde), "
        "multiple (gånger ett tal), proportion (uppräknat med en andel), weighted (vägt medelvärde), count (antal) "
        "eller computed (räknat som texten säger).",
        width=14,
    ),
    Column(
        "formula",
        "Formel",
        "Så blir värdet till: S1 är summan av den första delens celler som de står, S2 av den andras. round(S1, 1) "
        "avrundar till en decimal, vid hälften från noll. min(S1, 0) är S1 om den är under noll, annars noll. "
        "corrected och converted är det som lästes ur celler som en rättelse eller layouten ändrar. count(S1) är "
        "antalet av den första delens celler som står på rader som dess villkor släpper igenom; alla celler om den "
        "inte har något villkor. computed är det som en text i rapporten förklarar: kolumnen Förklaras på har dess "
        "adress.",
        width=34,
    ),
    Column(
        "flipped",
        "Tecknet vänt",
        "yes (ja) om delens tecken vänds, som när kostnader står med plus.",
        "list",
        12,
    ),
    Column("source_unit", "Enhet i källan", "Den enhet som delens celler står i.", "list", 14),
    Column(
        "filter",
        "Rader",
        "Vilka rader delen består av, eller för ett antal vilka som räknas, med arbetsbokens egna ord: rubrik=värde, "
        "där & betyder och, | betyder eller, .. betyder till och med, (tom) är en tom cell och rad är radens nummer.",
        "list",
        44,
    ),
    Column("section", "Avsnitt", "Avsnittet i rapporten, och underavsnittet efter ett snedstreck.", width=26),
    Column("address", "Adress", "Stället i rapporten på webben.", "address", 34),
    Column(
        "explained",
        "Förklaras på",
        "Adressen till den text i rapporten på webben som förklarar det som är computed; annars tom.",
        "address",
        34,
    ),
)
