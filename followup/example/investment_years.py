"""How each investment goes in the two years, in million kronor: budgets, forecasts, outcomes and comments.

Real: Regionkontorets names and budgets of 2024 (Regionkontorets verksamhetsplan 2022, section 4.2), and the sums of the
budget 2024, which are the investment plan's. The rest is fictional, with sums near the public ones: the budget 2023 of
748 (Mål och budget 2024–2028), and outcomes of 696 in 2023 and 676 in 2024, which give the ratios in Kolada (N63144).
"""

from __future__ import annotations

from dataclasses import dataclass

# What part of the outcome from April to December has come by August, October and December.
_SHARES = (0.42, 0.66, 1.0)


@dataclass(frozen=True)
class Progress:
    """One investment in a year: budget, forecasts of February, April, August and October, outcomes to February and
    April, and the year's outcome."""

    budget: float
    forecasts: tuple[float, float, float, float]
    early: tuple[float, float]
    year_outcome: float

    def outcome(self, occasion: int) -> float:
        """The outcome to the occasion, 0 for February to 4 for December."""
        if occasion < len(self.early):
            return self.early[occasion]
        april = self.early[-1]
        return round(april + (self.year_outcome - april) * _SHARES[occasion - len(self.early)], 1)

    def forecast(self, occasion: int) -> float:
        """The forecast of the occasion; in December October's, the last."""
        return self.forecasts[min(occasion, len(self.forecasts) - 1)]


_YEAR_2024: dict[str, Progress] = {
    "Hållbar, robust och ändamålsenlig bredbandsutbyggnad i Halland": Progress(
        15.0, (15.0, 12.0, 11.0, 10.5), (1.2, 3.1), 10.2
    ),
    "Larm och bevakning": Progress(3.4, (3.4, 3.4, 3.4, 3.2), (0.4, 0.9), 3.1),
    "IT-utrustning": Progress(37.8, (37.8, 37.8, 35.0, 32.0), (5.1, 11.6), 30.8),
    "IT övrigt": Progress(0.2, (0.2, 0.2, 0.2, 0.2), (0.0, 0.1), 0.2),
    "Möbler och utrustning, övrigt": Progress(0.5, (0.5, 0.5, 0.5, 0.4), (0.0, 0.2), 0.4),
    "Medicinteknisk utrustning, utbyte": Progress(92.5, (92.5, 84.0, 74.0, 62.0), (9.8, 24.1), 58.2),
    "Operationsutrustning": Progress(41.0, (41.0, 41.0, 37.0, 33.0), (3.2, 9.7), 31.8),
    "Intensivvårdsplatser, övervakningssystem": Progress(38.0, (38.0, 40.5, 40.5, 40.0), (6.4, 14.2), 39.6),
    "Patientnära utrustning och sängar": Progress(25.0, (25.0, 25.0, 24.0, 22.0), (2.1, 6.3), 21.3),
    "Ambulansfordon": Progress(16.4, (16.4, 16.4, 16.4, 16.4), (0.0, 4.1), 16.2),
    "Röntgenutrustning": Progress(34.0, (34.0, 30.0, 26.0, 22.0), (2.0, 7.8), 20.8),
    "Laboratorieautomation": Progress(22.0, (22.0, 22.0, 22.0, 21.0), (3.6, 8.9), 20.5),
    "Tandvårdsutrustning": Progress(6.0, (6.0, 6.0, 6.0, 5.5), (0.5, 1.4), 5.2),
    "Inventarier slutenvård": Progress(4.6, (4.6, 4.6, 4.4, 4.2), (0.3, 1.1), 4.1),
    "Säkerhet och larm i vårdmiljö": Progress(5.2, (5.2, 4.0, 3.5, 3.0), (0.0, 0.6), 2.7),
    "Medicinteknisk utrustning, vårdcentraler": Progress(8.4, (8.4, 8.4, 8.0, 7.8), (0.7, 2.2), 7.6),
    "Inventarier vid ny vårdcentral": Progress(6.2, (6.2, 6.2, 4.0, 3.0), (0.0, 0.4), 2.6),
    "Lantbruksmaskiner, naturbruksskolor": Progress(7.3, (7.3, 7.3, 7.3, 7.3), (0.0, 2.6), 7.2),
    "Inventarier och undervisningslokaler": Progress(3.6, (3.6, 3.6, 3.4, 3.2), (0.2, 0.7), 3.1),
    "Digital utrustning, folkhögskolor": Progress(1.4, (1.4, 1.4, 1.4, 1.3), (0.0, 0.3), 1.3),
    "Biljett- och betalsystem": Progress(21.5, (21.5, 18.0, 16.0, 14.5), (2.4, 5.9), 13.9),
    "Laddinfrastruktur för elbussar": Progress(12.0, (12.0, 12.0, 10.0, 8.0), (0.0, 1.8), 7.4),
    "Hållplatser, tillgänglighetsanpassning": Progress(5.0, (5.0, 5.0, 5.0, 5.0), (0.1, 0.9), 4.9),
    "Köksutrustning": Progress(6.8, (6.8, 6.8, 6.5, 6.0), (0.4, 1.9), 5.9),
    "Fordon och transportutrustning": Progress(7.2, (7.2, 7.2, 7.2, 7.0), (0.9, 2.4), 6.9),
    "Städmaskiner": Progress(4.6, (4.6, 4.6, 4.4, 4.3), (0.6, 1.5), 4.2),
    "Hjälpmedel, inköp för uthyrning": Progress(14.2, (14.2, 14.2, 14.2, 14.0), (2.3, 4.8), 13.8),
    "Vårdbyggnad, etapp 1": Progress(214.0, (214.0, 196.0, 150.0, 124.0), (18.4, 52.7), 118.4),
    "Ombyggnad av vårdavdelningar": Progress(96.5, (96.5, 96.5, 78.0, 66.0), (9.1, 24.8), 62.3),
    "Teknisk försörjning och reservkraft": Progress(78.4, (78.4, 78.4, 60.0, 50.0), (4.6, 15.3), 46.9),
    "Vårdcentral, nybyggnad": Progress(46.0, (46.0, 42.0, 30.0, 24.0), (1.9, 7.4), 21.7),
    "Psykiatrins lokaler, ombyggnad": Progress(28.5, (28.5, 28.5, 22.0, 18.0), (1.1, 5.2), 16.6),
    "Energieffektivisering och solceller": Progress(24.0, (24.0, 24.0, 20.0, 18.0), (1.7, 5.9), 17.2),
    "Planerade reinvesteringar i byggnader": Progress(56.0, (56.0, 56.0, 52.0, 50.0), (5.8, 14.6), 49.0),
}


_YEAR_2023: dict[str, Progress] = {
    "Hållbar, robust och ändamålsenlig bredbandsutbyggnad i Halland": Progress(
        15.0, (15.0, 14.0, 13.0, 12.5), (1.0, 2.9), 12.2
    ),
    "Larm och bevakning": Progress(3.0, (3.0, 3.0, 3.0, 3.0), (0.2, 0.7), 2.9),
    "IT-utrustning": Progress(34.0, (34.0, 34.0, 33.0, 32.5), (2.6, 7.7), 32.1),
    "IT övrigt": Progress(0.2, (0.2, 0.2, 0.2, 0.2), (0.0, 0.0), 0.2),
    "Möbler och utrustning, övrigt": Progress(0.5, (0.5, 0.5, 0.5, 0.5), (0.0, 0.1), 0.4),
    "Medicinteknisk utrustning, utbyte": Progress(86.5, (86.5, 84.0, 80.0, 78.0), (6.2, 18.5), 76.9),
    "Operationsutrustning": Progress(32.0, (32.0, 32.0, 31.0, 30.0), (2.4, 7.1), 29.6),
    "Intensivvårdsplatser, övervakningssystem": Progress(18.0, (18.0, 18.0, 18.5, 19.0), (1.5, 4.6), 19.2),
    "Patientnära utrustning och sängar": Progress(22.0, (22.0, 22.0, 22.0, 21.5), (1.7, 5.1), 21.3),
    "Ambulansfordon": Progress(15.2, (15.2, 15.2, 15.2, 15.0), (1.2, 3.6), 14.9),
    "Röntgenutrustning": Progress(26.0, (26.0, 26.0, 25.0, 24.0), (1.9, 5.7), 23.7),
    "Laboratorieautomation": Progress(14.0, (14.0, 14.0, 14.0, 13.8), (1.1, 3.3), 13.6),
    "Tandvårdsutrustning": Progress(5.6, (5.6, 5.6, 5.6, 5.5), (0.4, 1.3), 5.4),
    "Inventarier slutenvård": Progress(4.2, (4.2, 4.2, 4.2, 4.2), (0.3, 1.0), 4.1),
    "Säkerhet och larm i vårdmiljö": Progress(2.0, (2.0, 2.0, 1.5, 1.2), (0.1, 0.3), 1.1),
    "Medicinteknisk utrustning, vårdcentraler": Progress(7.8, (7.8, 7.8, 7.8, 7.7), (0.6, 1.8), 7.6),
    "Inventarier vid ny vårdcentral": Progress(1.8, (1.8, 1.8, 1.5, 1.3), (0.1, 0.3), 1.2),
    "Lantbruksmaskiner, naturbruksskolor": Progress(6.4, (6.4, 6.4, 6.4, 6.4), (0.5, 1.5), 6.3),
    "Inventarier och undervisningslokaler": Progress(3.2, (3.2, 3.2, 3.2, 3.1), (0.2, 0.7), 3.1),
    "Digital utrustning, folkhögskolor": Progress(1.4, (1.4, 1.4, 1.4, 1.3), (0.1, 0.3), 1.3),
    "Biljett- och betalsystem": Progress(14.0, (14.0, 14.0, 12.0, 11.0), (0.8, 2.5), 10.6),
    "Laddinfrastruktur för elbussar": Progress(4.0, (4.0, 4.0, 3.5, 3.0), (0.2, 0.7), 2.8),
    "Hållplatser, tillgänglighetsanpassning": Progress(4.8, (4.8, 4.8, 4.8, 4.8), (0.4, 1.1), 4.7),
    "Köksutrustning": Progress(6.0, (6.0, 6.0, 6.0, 5.9), (0.5, 1.4), 5.8),
    "Fordon och transportutrustning": Progress(6.6, (6.6, 6.6, 6.6, 6.5), (0.5, 1.6), 6.5),
    "Städmaskiner": Progress(4.2, (4.2, 4.2, 4.2, 4.1), (0.3, 1.0), 4.1),
    "Hjälpmedel, inköp för uthyrning": Progress(13.6, (13.6, 13.6, 13.6, 13.5), (1.1, 3.2), 13.4),
    "Vårdbyggnad, etapp 1": Progress(118.0, (118.0, 118.0, 114.0, 110.0), (8.8, 26.3), 109.4),
    "Ombyggnad av vårdavdelningar": Progress(84.0, (84.0, 84.0, 82.0, 81.0), (6.4, 19.2), 80.2),
    "Teknisk försörjning och reservkraft": Progress(62.0, (62.0, 62.0, 60.0, 58.0), (4.6, 13.8), 57.6),
    "Vårdcentral, nybyggnad": Progress(22.0, (22.0, 22.0, 20.0, 19.0), (1.5, 4.5), 18.9),
    "Psykiatrins lokaler, ombyggnad": Progress(34.0, (34.0, 34.0, 33.0, 32.0), (2.5, 7.6), 31.5),
    "Energieffektivisering och solceller": Progress(24.0, (24.0, 24.0, 23.0, 23.0), (1.8, 5.4), 22.6),
    "Planerade reinvesteringar i byggnader": Progress(52.0, (52.0, 52.0, 52.0, 51.0), (4.1, 12.2), 50.8),
}

PROGRESS = {2023: _YEAR_2023, 2024: _YEAR_2024}

COMMENTS: dict[str, dict[str, str]] = {
    "2023-04": {
        "Medicinteknisk utrustning, utbyte": "Två upphandlingar har överprövats, vilket försenar leveranserna.",
    },
    "2023-08": {
        "Biljett- och betalsystem": "Införandet i busstrafiken har flyttats från hösten 2023 till våren 2024.",
        "Vårdbyggnad, etapp 1": "Grundläggningen tar längre tid än planerat.",
    },
    "2023-10": {
        "Biljett- och betalsystem": "Cirka 3 mnkr bedöms falla ut först 2024.",
        "Säkerhet och larm i vårdmiljö": "Behovsanalysen blev klar senare än planerat.",
        "Vårdbyggnad, etapp 1": "Grundläggningen har tagit längre tid än planerat. Cirka 8 mnkr faller ut 2024.",
    },
    "2023-12": {
        "Biljett- och betalsystem": "Införandet i busstrafiken flyttades till våren 2024.",
        "Medicinteknisk utrustning, utbyte": "Två överprövade upphandlingar försenade leveranserna.",
        "Vårdbyggnad, etapp 1": "Grundläggningen tog längre tid än planerat.",
    },
    "2024-04": {
        "Hållbar, robust och ändamålsenlig bredbandsutbyggnad i Halland": (
            "Två utbyggnadsområden har fått längre handläggningstid för tillstånd. Cirka 3 mnkr bedöms falla ut 2025."
        ),
        "Medicinteknisk utrustning, utbyte": "Leveranser av två större utrustningar bedöms ske först i början av 2025.",
        "Intensivvårdsplatser, övervakningssystem": (
            "Fler anslutningspunkter än beräknat. Merkostnaden ryms inom den totala budgeten."
        ),
        "Röntgenutrustning": "Installationen av ett laboratorium för datortomografi väntar på lokalanpassning.",
        "Säkerhet och larm i vårdmiljö": "Upphandlingen har tagit längre tid än planerat.",
        "Biljett- och betalsystem": (
            "Införandet i tågtrafiken samordnas med grannlänen och sker i januari 2025. Cirka 3,5 mnkr faller ut då."
        ),
        "Vårdbyggnad, etapp 1": "Förskjuten betalningsplan i entreprenaden.",
    },
    "2024-08": {
        "Hållbar, robust och ändamålsenlig bredbandsutbyggnad i Halland": (
            "Ett utbyggnadsområde väntar fortfarande på tillstånd. Cirka 4 mnkr bedöms falla ut 2025."
        ),
        "Medicinteknisk utrustning, utbyte": "Leveranser av tre större utrustningar bedöms ske först 2025.",
        "Röntgenutrustning": "Lokalanpassningen för datortomografi blir klar först i januari 2025.",
        "Biljett- och betalsystem": (
            "Leverantören är försenad, och införandet i tågtrafiken sker i januari 2025. Avtalet ger rätt till vite."
        ),
        "Ombyggnad av vårdavdelningar": "En etapp har flyttats till 2025 för att hålla vårdplatser öppna.",
        "Vårdbyggnad, etapp 1": "Stombygget är försenat. Cirka 64 mnkr bedöms falla ut 2025.",
    },
    "2024-10": {
        "Medicinteknisk utrustning, utbyte": "Leveranser av fyra större utrustningar sker först 2025.",
        "Biljett- och betalsystem": "Införandet i tågtrafiken sker i januari 2025.",
        "Laddinfrastruktur för elbussar": "Anslutningen till elnätet i en depå dröjer till våren 2025.",
        "Vårdbyggnad, etapp 1": "Stombygget är försenat. Cirka 90 mnkr bedöms falla ut 2025.",
    },
    "2024-12": {
        "Hållbar, robust och ändamålsenlig bredbandsutbyggnad i Halland": (
            "Ett utbyggnadsområde väntar på tillstånd, och resten av utgiften faller ut 2025."
        ),
        "Medicinteknisk utrustning, utbyte": "Leveranser av fyra större utrustningar flyttades till 2025.",
        "Röntgenutrustning": "Lokalanpassningen för datortomografi blev försenad.",
        "Biljett- och betalsystem": (
            "Införandet i tågtrafiken flyttades till januari 2025. De delar som återstår kostar 6 mnkr, som saknas i "
            "budgeten för 2025."
        ),
        "Laddinfrastruktur för elbussar": "Anslutningen till elnätet i en depå dröjde.",
        "Ombyggnad av vårdavdelningar": "En etapp flyttades till 2025 för att hålla vårdplatser öppna.",
        "Vårdbyggnad, etapp 1": "Stombygget blev försenat och betalningarna sköts fram till 2025.",
    },
}
