"""The investments of the example year, in million kronor; the budgets sum to the investment plan's real totals."""

from __future__ import annotations

from dataclasses import dataclass

from followup.example.facts import OFFICE_INVESTMENTS

DECIDED = "Redan beslutade investeringar"
NEW = "Nya behov av investeringar"
AGAIN = "Reinvesteringar"
PROPERTY = "Fastighetsinvesteringar"

PERIODS = ("2024-02", "2024-04")


@dataclass(frozen=True)
class Investment:
    """One investment: budgets, and outcome and forecast by reported period in the order of PERIODS."""

    committee: str
    name: str
    group: str
    total_budget: float | None
    year_budget: float
    outcomes: tuple[float, float]
    forecasts: tuple[float, float]
    comment: str | None = None


_OFFICE_PROGRESS = {
    "Hållbar, robust och ändamålsenlig bredbandsutbyggnad i Halland": (
        (1.2, 3.1),
        (15.0, 12.0),
        "Två utbyggnadsområden har fått längre handläggningstid för tillstånd. Cirka 3 mnkr bedöms falla ut 2025.",
    ),
    "Larm och bevakning": ((0.4, 0.9), (3.4, 3.4), None),
    "IT-utrustning": ((5.1, 11.6), (37.8, 37.8), None),
    "IT övrigt": ((0.0, 0.1), (0.2, 0.2), None),
    "Möbler och utrustning, övrigt": ((0.0, 0.2), (0.5, 0.5), None),
}

INVESTMENTS: tuple[Investment, ...] = (
    *(
        Investment("RS", name, group, total, budget, *_OFFICE_PROGRESS[name])
        for name, group, total, budget in OFFICE_INVESTMENTS
    ),
    Investment(
        "DNHS",
        "Medicinteknisk utrustning, utbyte",
        AGAIN,
        None,
        92.5,
        (9.8, 24.1),
        (92.5, 84.0),
        "Leveranser av två större utrustningar bedöms ske först i början av 2025.",
    ),
    Investment("DNHS", "Operationsutrustning", AGAIN, None, 41.0, (3.2, 9.7), (41.0, 41.0)),
    Investment(
        "DNHS",
        "Intensivvårdsplatser, övervakningssystem",
        DECIDED,
        64.0,
        38.0,
        (6.4, 14.2),
        (38.0, 40.5),
        "Fler anslutningspunkter än beräknat. Merkostnaden ryms inom den totala budgeten.",
    ),
    Investment("DNHS", "Patientnära utrustning och sängar", AGAIN, None, 25.0, (2.1, 6.3), (25.0, 25.0)),
    Investment("DNADH", "Ambulansfordon", AGAIN, None, 16.4, (0.0, 4.1), (16.4, 16.4)),
    Investment(
        "DNADH",
        "Röntgenutrustning",
        AGAIN,
        None,
        34.0,
        (2.0, 7.8),
        (34.0, 30.0),
        "Installationen av ett laboratorium för datortomografi väntar på lokalanpassning.",
    ),
    Investment("DNADH", "Laboratorieautomation", DECIDED, 45.0, 22.0, (3.6, 8.9), (22.0, 22.0)),
    Investment("DNADH", "Tandvårdsutrustning", AGAIN, None, 6.0, (0.5, 1.4), (6.0, 6.0)),
    Investment("DNPSH", "Inventarier slutenvård", AGAIN, None, 4.6, (0.3, 1.1), (4.6, 4.6)),
    Investment(
        "DNPSH",
        "Säkerhet och larm i vårdmiljö",
        NEW,
        9.0,
        5.2,
        (0.0, 0.6),
        (5.2, 4.0),
        "Upphandlingen har tagit längre tid än planerat.",
    ),
    Investment("DNNSVH", "Medicinteknisk utrustning, vårdcentraler", AGAIN, None, 8.4, (0.7, 2.2), (8.4, 8.4)),
    Investment("DNNSVH", "Inventarier vid ny vårdcentral", NEW, 8.0, 6.2, (0.0, 0.4), (6.2, 6.2)),
    Investment("DNKS", "Lantbruksmaskiner, naturbruksskolor", AGAIN, None, 7.3, (0.0, 2.6), (7.3, 7.3)),
    Investment("DNKS", "Inventarier och undervisningslokaler", AGAIN, None, 3.6, (0.2, 0.7), (3.6, 3.6)),
    Investment("DNKS", "Digital utrustning, folkhögskolor", NEW, 2.8, 1.4, (0.0, 0.3), (1.4, 1.4)),
    Investment(
        "DNKT",
        "Biljett- och betalsystem",
        DECIDED,
        48.0,
        21.5,
        (2.4, 5.9),
        (21.5, 18.0),
        "Införandet i tågtrafiken samordnas med grannlänen och sker i januari 2025.",
    ),
    Investment("DNKT", "Laddinfrastruktur för elbussar", NEW, 32.0, 12.0, (0.0, 1.8), (12.0, 12.0)),
    Investment("DNKT", "Hållplatser, tillgänglighetsanpassning", AGAIN, None, 5.0, (0.1, 0.9), (5.0, 5.0)),
    Investment("DNRGS", "Köksutrustning", AGAIN, None, 6.8, (0.4, 1.9), (6.8, 6.8)),
    Investment("DNRGS", "Fordon och transportutrustning", AGAIN, None, 7.2, (0.9, 2.4), (7.2, 7.2)),
    Investment("DNRGS", "Städmaskiner", AGAIN, None, 4.6, (0.6, 1.5), (4.6, 4.6)),
    Investment("GNHH", "Hjälpmedel, inköp för uthyrning", AGAIN, None, 14.2, (2.3, 4.8), (14.2, 14.2)),
    Investment(
        "RHF",
        "Vårdbyggnad, etapp 1",
        PROPERTY,
        890.0,
        214.0,
        (18.4, 52.7),
        (214.0, 196.0),
        "Förskjuten betalningsplan i entreprenaden.",
    ),
    Investment("RHF", "Ombyggnad av vårdavdelningar", PROPERTY, 260.0, 96.5, (9.1, 24.8), (96.5, 96.5)),
    Investment("RHF", "Teknisk försörjning och reservkraft", PROPERTY, 185.0, 78.4, (4.6, 15.3), (78.4, 78.4)),
    Investment("RHF", "Vårdcentral, nybyggnad", PROPERTY, 120.0, 46.0, (1.9, 7.4), (46.0, 42.0)),
    Investment("RHF", "Psykiatrins lokaler, ombyggnad", PROPERTY, 74.0, 28.5, (1.1, 5.2), (28.5, 28.5)),
    Investment("RHF", "Energieffektivisering och solceller", PROPERTY, 60.0, 24.0, (1.7, 5.9), (24.0, 24.0)),
    Investment("RHF", "Planerade reinvesteringar i byggnader", PROPERTY, None, 56.0, (5.8, 14.6), (56.0, 56.0)),
)


def investment_rows() -> list[tuple]:
    """One row per period and investment, and a total row after each period."""
    rows: list[tuple] = []
    for index, period in enumerate(PERIODS):
        found = [
            (
                period,
                each.committee,
                each.name,
                each.group,
                each.total_budget,
                each.year_budget,
                each.outcomes[index],
                each.forecasts[index],
                each.comment if index == len(PERIODS) - 1 else None,
            )
            for each in INVESTMENTS
        ]
        rows += found
        sums = [round(sum(row[column] for row in found), 1) for column in (5, 6, 7)]
        rows.append(("Summa", None, None, None, None, *sums, None))
    return rows
