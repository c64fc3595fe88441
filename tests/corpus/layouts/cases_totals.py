"""Totals that stand above their rows, in words of a table's own, or as a unit's row above its sub-units."""

from tests.office_tables import Office

UNITS = """
sheet: Enheter
key: [unit, part]
total_row: {column: unit, blank: part}
columns:
  unit: {header: Enhet, type: text}
  part: {header: Underenhet, type: text}
  amount: {header: Budget, type: amount, unit: tkr, sign: ledger}
"""
OWN_WORDS = """
sheet: Enheter
key: [part]
total_row: {column: part, words: [Hela förvaltningen, Nettoram]}
columns:
  part: {header: Enhet, type: text}
  amount: {header: Budget, type: amount, unit: tkr, sign: ledger}
"""
WIDE = """
sheet: Enheter
key: [period, part]
total_row: {column: part, words: [Hela förvaltningen]}
columns:
  period: {header: "{month}", type: period}
  part: {header: Enhet, type: text}
  amount: {header: "{month}", type: amount, unit: tkr, sign: ledger}
"""

OFFICES = [
    Office(
        "en enhets rad ovanför dess delar",
        UNITS,
        "Enhet | Underenhet | Budget\nSkola | | 30\nSkola | Lärare | 20\nSkola | Lokaler | 10\n"
        "Bad | | 5\nBad | Hall | 5",
        "Skola | Lärare | -20000 C3\nSkola | Lokaler | -10000 C4\nBad | Hall | -5000 C6",
        totals="C2 | 30 | 30\nC5 | 5 | 5",
    ),
    Office(
        "en enhets rad som inte är summan av sina delar",
        UNITS,
        "Enhet | Underenhet | Budget\nSkola | | 31\nSkola | Lärare | 20\nSkola | Lokaler | 10\nTotalt | | 31",
        "Skola | Lärare | -20000 C3\nSkola | Lokaler | -10000 C4",
        totals="C2 | 31 | 30\nC5 | 31 | 30",
    ),
    Office(
        "en enhets rad utan delar är ingen summa",
        UNITS,
        "Enhet | Underenhet | Budget\nSkola | | 30\nSkola | Lärare | 20\nSkola | Lokaler | 10\nBad | | 30",
        found="B5: Cellen är tom.",
    ),
    Office(
        "en enhet som står på sin första rad, med summan på den",
        UNITS.replace("unit: {header: Enhet, type: text}", "unit: {header: Enhet, type: text, fill_down: true}"),
        "Enhet | Underenhet | Budget\nSkola | | 30\n | Lärare | 20\n | Lokaler | 10\nBad | | 6\n | Hall | 5",
        "Skola | Lärare | -20000 C3\nSkola | Lokaler | -10000 C4\nBad | Hall | -5000 C6",
        totals="C2 | 30 | 30\nC5 | 6 | 5",
    ),
    Office(
        "summor ovanför på två nivåer",
        UNITS,
        "Enhet | Underenhet | Budget\nTotalt | | 36\nSkola | | 30\nSkola | Lärare | 20\nSkola | Lokaler | 10\n"
        "Bad | | 5\nBad | Hall | 5",
        "Skola | Lärare | -20000 C4\nSkola | Lokaler | -10000 C5\nBad | Hall | -5000 C7",
        totals="C2 | 36 | 35\nC3 | 30 | 30\nC6 | 5 | 5",
    ),
    Office(
        "summan överst",
        OWN_WORDS,
        "Enhet | Budget\nHela förvaltningen | 30\nSkola | 20\nBad | 10",
        "Skola | -20000 B3\nBad | -10000 B4",
        totals="B2 | 30 | 30",
    ),
    Office(
        "summan nederst med eget ord",
        OWN_WORDS,
        "Enhet | Budget\nSkola | 20\nBad | 10\nNettoram | 30",
        "Skola | -20000 B2\nBad | -10000 B3",
    ),
    Office(
        "summarad över månader",
        WIDE,
        "Enhet | jan | feb\nSkola | 20 | 21\nBad | 10 | 11\nHela förvaltningen | 30 | 32",
        "2024-01 | Skola | -20000 B2\n2024-01 | Bad | -10000 B3\n"
        "2024-02 | Skola | -21000 C2\n2024-02 | Bad | -11000 C3",
        totals="B4 | 30 | 30\nC4 | 32 | 32",
    ),
    Office(
        "bara tal under månaderna",
        WIDE,
        "Enhet | jan | feb\nSkola | 20 | 21\nBad | 10 | 11\n\n | 30 | 33",
        "2024-01 | Skola | -20000 B2\n2024-01 | Bad | -10000 B3\n"
        "2024-02 | Skola | -21000 C2\n2024-02 | Bad | -11000 C3",
        totals="B5 | 30 | 30\nC5 | 33 | 32",
    ),
    Office(
        "bara tal under en del av månaderna",
        WIDE,
        "Enhet | jan | feb\nSkola | 20 | 21\n\n | | 22",
        "2024-01 | Skola | -20000 B2\n2024-02 | Skola | -21000 C2",
        totals="C4 | 22 | 21",
    ),
]
