"""What became of each entry of a real plan over a year: made up, but in an order in which it can have happened."""

from __future__ import annotations

from zlib import crc32

from followup.params.plan.nodes import Node
from followup.params.plans import Plan

# The months in which the plans are followed up.
MONTHS = (2, 4, 8, 10, 12)

# Of a hundred entries, how many end the year so.
_STATUSES = (("Klart", 44), ("Enligt plan", 26), ("Försenat", 13), ("Ej påbörjat", 8), ("Avfört", 5), ("", 4))
_COMMENTS = {
    "Försenat": (
        "Arbetet började senare än planerat. Ny tidsplan finns och arbetet väntas bli klart nästa år.",
        "Samverkansparterna behövde mer tid för beredningen.",
        "Upphandlingen fick göras om och försenade genomförandet.",
        "Nyckelkompetens saknades. Arbetet fortsätter nästa år.",
    ),
    "Avfört": (
        "Arbetet har lagts samman med ett annat och följs upp där.",
        "Förutsättningarna har ändrats och arbetet genomförs inte.",
    ),
    "Ej påbörjat": ("Arbetet väntar på ett nationellt beslut.", "Arbetet är flyttat till nästa års plan."),
    "Klart": ("", "", "", "Resultatet är överlämnat till ordinarie verksamhet."),
}
_RESPONSIBLE = ("Strateg", "Enhetschef", "Utvecklingsledare", "Projektledare", "Controller")

# The decision on Hallands Konstskola: from which follow-up on an entry has a status, and why.
_DECISION: dict[str, tuple[tuple[str, str, str], ...]] = {
    "B1.1": (("2018-04", "Enligt plan", ""), ("2018-08", "Klart", "Höstterminen har börjat.")),
    "B1.2": (("2018-04", "Enligt plan", ""), ("2018-08", "Klart", "Första årets platser är fyllda.")),
    "B1.3": (
        ("2018-04", "Ej påbörjat", "Gäller från andra året."),
        ("2019-04", "Enligt plan", "Ansökan är öppen."),
        ("2019-08", "Försenat", "Färre än 15 elever har börjat. Nya platser söks ut till vårterminen."),
    ),
    "B1.4": (("2018-04", "Enligt plan", "Rekrytering pågår."), ("2018-08", "Klart", "")),
    "B1.5": (
        ("2018-04", "Försenat", "Lokaler söks fortfarande. Tillfälliga lokaler finns för starten."),
        ("2018-12", "Klart", ""),
    ),
    "B2.1": (("2018-04", "Enligt plan", ""), ("2018-12", "Klart", "")),
    "B2.2": (
        ("2018-04", "Ej påbörjat", "Gäller budgeten för 2019."),
        ("2019-04", "Klart", "Finns i budgeten för 2019."),
    ),
    "B2.3": (("2018-04", "Enligt plan", ""), ("2019-12", "Klart", "")),
    "B3": (("2018-04", "Klart", ""),),
}

# What is no work that can be begun or put off: the budget is kept, or it is not.
BUDGET = (2018, "1.9.0.1")

StatusCells = tuple[str, str, str | None, str | None, str | None]


def status_row(plan: Plan, node: Node, period: str) -> StatusCells:
    """The row of an entry at one follow-up: code, name, status, responsible function and comment."""
    if node.code in _DECISION and plan.more_years:
        latest = [(status, comment) for since, status, comment in _DECISION[node.code] if since <= period]
        status, comment = latest[-1] if latest else ("", "")
        return (
            node.code,
            node.name,
            status or None,
            "Rektor" if node.code.startswith("B1") else "Controller",
            comment or None,
        )
    if (plan.year, node.code) == BUDGET:
        return node.code, node.name, "Klart" if period.endswith("-12") else "Enligt plan", "Controller", None
    chance = crc32(f"{plan.year} {node.code}".encode())
    status = _status_in(_last(chance % 100), chance, MONTHS.index(int(period[5:])))
    comments = _COMMENTS.get(status, ("",))
    # Whatever has the same parent has the same responsible function.
    responsible = _RESPONSIBLE[crc32(node.parent.encode()) % len(_RESPONSIBLE)]
    return node.code, node.name, status or None, responsible, comments[(chance // 100) % len(comments)] or None


def _last(percentile: int) -> str:
    for status, share in _STATUSES:
        if percentile < share:
            return status
        percentile -= share
    return ""


def _status_in(last: str, chance: int, occasion: int) -> str:
    """The status at one of the year's follow-ups of what ends the year as `last`."""
    begun, ended = (chance // 7) % 3, 1 + (chance // 11) % 4
    if last in ("", "Ej påbörjat") or (last != "Enligt plan" and occasion >= max(ended, begun)):
        return last
    return "Enligt plan" if occasion >= begun else "Ej påbörjat"
