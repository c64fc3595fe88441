"""The sentences about sick leave by sex and age, and about staff turnover, in the tense of the report's period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from followup.analysis import extremes
from followup.analysis.people.staff import AGE_GROUPS, PROTECTED, SEXES, TURNOVER, YEARS_COLUMNS, difference
from followup.document.cells import Cell, Sentence, cell_of
from followup.document.tense import tense_of
from followup.ground import swedish
from followup.ground.figure import PEOPLE_DECIMALS, Figure
from followup.sections.shared.sentences import size

if TYPE_CHECKING:
    from followup.reports.committee import Report

WOMEN, MEN = SEXES["women"], SEXES["men"]
# The last step of what is shown, in percentage points: it may be rounding, and is no news.
_SLIGHT = 0.1


def by_sex_and_age(report: Report) -> list[Sentence]:
    """Women and men, the ages, and the groups that have changed most since last year."""
    groups = [report.sickness[name, "this_year"] for name in (*SEXES.values(), *AGE_GROUPS.values())]
    if all(figure.why == PROTECTED for figure in groups):
        return [_not_shown("Sjukfrånvaron efter kön och ålder", groups)]
    return [_sexes(report), *_sexes_since(report), _ages(report), *_most_changed(report)]


def turnover_sentence(report: Report) -> Sentence:
    """Turnover so far against the same months last year, in percentage points."""
    now, before = (report.turnover[TURNOVER, year] for year in YEARS_COLUMNS)
    verb = tense_of(report.period).is_
    if now.is_missing:
        if now.why == PROTECTED:
            return [f"Personalomsättningen visas inte, {swedish.OR_REVEALED}."]
        unknown = tense_of(report.period).told("kan inte beräknas", "gick inte att beräkna")
        return [f"Personalomsättningen {unknown}: {now.why}."]
    start: Sentence = [f"Personalomsättningen {report.period.span} {verb} ", cell_of(now, prose=True)]
    since = _since(report)
    if before.is_missing:
        return [*start, "."]
    change = difference(now, before)
    if _zero(change):
        return [*start, f", oförändrat mot {since}."]
    return [*start, ", ", size(change), f" {_more(change, 'högre', 'lägre')} än {since}."]


def _sexes(report: Report) -> Sentence:
    rates = report.sickness.column("this_year")
    women, men, verb = rates[WOMEN], rates[MEN], tense_of(report.period).is_
    if women.is_missing or men.is_missing:
        return _not_shown("Sjukfrånvaron för kvinnor och män", (women, men))
    gap = report.sickness_differences.figures("this_year")[0]
    start: Sentence = [f"Kvinnors sjukfrånvaro {verb} ", _rate(women), " och mäns ", _rate(men)]
    if _zero(gap):
        return [*start, "."]
    return [*start, ": en skillnad på ", size(gap), "."]


def _sexes_since(report: Report) -> list[Sentence]:
    """Whether the gap between women and men has grown, in size, since last year."""
    now, before = (report.sickness_differences.figures(year)[0] for year in YEARS_COLUMNS)
    if now.is_missing or before.is_missing:
        return []
    grown = (_size(now) - _size(before)).rounded(PEOPLE_DECIMALS)
    if _slight(grown):
        how = "oförändrad" if _zero(grown) else "i stort sett oförändrad"
        return [[f"Skillnaden mellan könen {tense_of(report.period).is_} {how} mot {_since(report)}."]]
    if (now.value or 0.0) * (before.value or 0.0) < 0:
        highest = "kvinnor" if (before.value or 0.0) > 0 else "män"
        return [[f"{_since(report).capitalize()} var det {highest} som hade högre sjukfrånvaro."]]
    now_word, past_word = _more(grown, "har ökat", "har minskat"), _more(grown, "ökade", "minskade")
    lead = f"Skillnaden mellan könen {tense_of(report.period).told(now_word, past_word)} med "
    joint = tense_of(report.period).told("sedan", "jämfört med")
    return [[lead, size(grown), f" {joint} {_since(report)}."]]


def _size(gap: Figure) -> Figure:
    return -gap if gap.known < 0 else gap


def _ages(report: Report) -> Sentence:
    rates: Mapping[str, Figure] = {name: report.sickness[name, "this_year"] for name in AGE_GROUPS.values()}
    known = {name: figure for name, figure in rates.items() if figure.value is not None}
    if len(known) < 2:
        return _not_shown("Sjukfrånvaron efter ålder", rates.values())
    high, low = extremes.highest(known), extremes.lowest(known)
    verb = tense_of(report.period).is_
    hidden = [name for name in rates if name not in known]
    if high.names == low.names:
        those = "De åldersgrupper som visas" if hidden else "Alla åldersgrupper"
        return [f"{those} {tense_of(report.period).has} lika hög sjukfrånvaro, ", _rate(high.figure), "."]
    if hidden:
        names = swedish.list_of(_in_sentence(name) for name in hidden)
        lead = f"Bland de åldersgrupper som visas {verb} sjukfrånvaron högst i {_groups(high.names)}, "
        start: Sentence = [lead, _rate(high.figure)]
        end = f" Gruppen {names} visas inte."
        return [*start, f", och lägst i {_groups(low.names)}, ", _rate(low.figure), f".{end}"]
    start = [f"I ålders{_groups(high.names)} {verb} sjukfrånvaron högst, ", _rate(high.figure)]
    return [*start, f", och i {_groups(low.names)} lägst, ", _rate(low.figure), "."]


def _groups(names: Sequence[str]) -> str:
    """`gruppen minst 50 år`, `grupperna 30–49 år och minst 50 år`: all that share the place."""
    noun = swedish.plural(len(names), "gruppen", "grupperna")
    return f"{noun} {swedish.list_of(_in_sentence(name) for name in names)}"


def _most_changed(report: Report) -> list[Sentence]:
    """The groups of sex or age whose rate has risen most, and those whose rate has fallen most, as far as it shows.

    Where a group is not shown the sentence says that it speaks of the others.
    """
    changes = {name: report.sickness[name, "change"] for name in (*SEXES.values(), *AGE_GROUPS.values())}
    shown = [figure for figure in changes.values() if figure.value is not None]
    known = {name: figure for name, figure in changes.items() if figure.value is not None and not _slight(figure)}
    some_hidden = any(figure.is_missing for figure in changes.values())
    if not known:
        if all(figure.is_missing for figure in changes.values()):
            return []
        whose = "Ingen av de visade gruppernas" if some_hidden else "Ingen grupps"
        more = "" if all(map(_zero, shown)) else f" med mer än {swedish.number(_SLIGHT)} procentenheter"
        none = tense_of(report.period).told(
            f"{whose} sjukfrånvaro har ändrats{more} sedan {_since(report)}.",
            f"{whose} sjukfrånvaro ändrades{more} jämfört med {_since(report)}.",
        )
        return [[none]]
    found: list[Sentence] = []
    for pick, now, past, wanted in ((max, "har {} ökat", "ökade {}", 1), (min, "har {} minskat", "minskade {}", -1)):
        name = pick(known, key=lambda group: known[group].value or 0.0)
        if (known[name].value or 0.0) * wanted > 0:
            # Groups that are as high in the table are named together: one of them alone could not be seen to be first.
            most = swedish.rounded(known[name].value or 0.0, 1)
            alike = [group for group in known if swedish.rounded(known[group].value or 0.0, 1) == most]
            verb = tense_of(report.period).told(now, past).format("sjukfrånvaron")
            if some_hidden:
                since = tense_of(report.period).told(f"sedan {_since(report)}", f"jämfört med {_since(report)}")
                lead = f"Bland de grupper som visas {verb} mest {_among(alike, 'hos')} {since}, med "
            else:
                since = tense_of(report.period).told(f"Sedan {_since(report)}", f"Jämfört med {_since(report)}")
                lead = f"{since} {verb} mest {_among(alike)}, med "
            found.append([lead, size(known[name]), "."])
    return found


def _among(groups: Iterable[str], word: str = "bland") -> str:
    """`bland kvinnor och i åldersgrupperna 30–49 år och minst 50 år`."""
    sexes = [_in_sentence(group) for group in groups if group in SEXES.values()]
    ages = [_in_sentence(group) for group in groups if group not in SEXES.values()]
    parts = [f"{word} {swedish.list_of(sexes)}"] if sexes else []
    if ages:
        name = "åldersgruppen" if len(ages) == 1 else "åldersgrupperna"
        parts.append(f"i {name} {swedish.list_of(ages)}")
    return swedish.list_of(parts)


def _not_shown(what: str, figures: Iterable[Figure]) -> Sentence:
    found = list(figures)
    reasons = {figure.why for figure in found if figure.is_missing}
    if PROTECTED in reasons:
        verb = "visas" if all(figure.is_missing for figure in found) else "jämförs"
        return [f"{what} {verb} inte, {swedish.OR_REVEALED}."]
    return [f"{what} kan inte jämföras: {swedish.list_of(sorted(reasons))}."]


def _since(report: Report) -> str:
    return tense_of(report.period).told("samma månader i fjol", str(report.period.year - 1))


def _rate(figure: Figure) -> Cell:
    return cell_of(figure, prose=True)


def _zero(figure: Figure) -> bool:
    return swedish.rounded(figure.value or 0.0, 1) == 0


def _slight(figure: Figure) -> bool:
    return abs(swedish.rounded(figure.value or 0.0, 1)) <= swedish.rounded(_SLIGHT, 1)


def _more(figure: Figure, more: str, less: str) -> str:
    return more if (figure.value or 0.0) > 0 else less


def _in_sentence(group: str) -> str:
    """`minst 50 år`, `kvinnor`."""
    return f"{group[0].lower()}{group[1:]}"
