"""The verdict on a committee's year in words, and the points that explain it: what a layperson reads first.

Each point answers one question: why, what remains without measures, and whether the forecast can be trusted. What a
tile says stands in no point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.analysis.attention import is_large
from followup.analysis.economy import NET
from followup.analysis.extremes import rank
from followup.analysis.forecast_accuracy import direction, mean_absolute
from followup.analysis.forecast_support import deviations, side_of
from followup.analysis.measures import effect_of, full_year_effect_of, remaining, with_decision
from followup.document.blocks import Text
from followup.document.cells import Sentence
from followup.ground import swedish
from followup.ground.period import Period
from followup.sections.shared.comments import opening
from followup.sections.shared.sentences import size
from followup.sections.shared.verdicts import (
    MOST_AGAINST,
    MOST_NAMED,
    are_more_than,
    balance,
    beside,
    between,
    change,
    largest,
    sign_of,
)
from followup.tables.explanations import general_comments

if TYPE_CHECKING:
    from followup.analysis.economy import Column, EconomyTable
    from followup.ground.figure import Figure
    from followup.reports.committee import Report

# Characters: a longer quotation leaves the first page no room.
MOST_QUOTED = 200


def verdict(report: Report) -> Text:
    """What the year is expected to end with, or ended with, and how that has changed: the report in a sentence."""
    lead = _ended(report) if report.period.is_year_end else _expected(report)
    return Text(id="omdome", role="verdict", title="Omdöme", paragraphs=(lead,))


def _expected(report: Report) -> Sentence:
    forecast, moved = report.net["forecast_deviation"], report.net["forecast_change"]
    name = report.committee.name
    if forecast.is_missing:
        return [f"{name} har inte lämnat någon prognos för hela året."]
    start: Sentence = [f"{name} räknar med ", *balance(forecast), " i år"]
    if moved.is_missing or not report.previous_occasion:
        return [*start, "."]
    month = Period.parse(report.previous_occasion).month_name
    return [*start, ", ", *change(moved, f"än prognosen i {month}", f"oförändrat sedan prognosen i {month}"), "."]


def _ended(report: Report) -> Sentence:
    deviation, miss = report.net["deviation"], report.forecast_miss
    name, year = report.committee.name, report.period.year
    if deviation.is_missing:
        return [f"Hur {year} slutade för {name} går inte att säga: {deviation.why}."]
    start: Sentence = [f"{name} slutade {year} med ", *balance(deviation)]
    if not report.forecast_occasion or miss.is_missing:
        return [*start, "."]
    month = Period.parse(report.forecast_occasion).month_name
    return [*start, ", ", *change(miss, f"än prognosen i {month}", f"som i prognosen i {month}"), "."]


def causes(report: Report) -> list[Sentence]:
    """Where most of the balance arises, and why: in the committee's own words, or else by account class."""
    places = _places(report, report.economy_by_activity, "{word} {verb} i ", both=True)
    said = _own_words(report)
    why = said or _places(report, report.economy_by_class, "Bland kontoklasserna {verb} {word} i ")
    return [found for found in (places, why) if found]


def _own_words(report: Report) -> Sentence:
    """How the committee begins its comment on its economy; nothing without a cause, or of one that begins too long."""
    rows = general_comments(report.sources.comments).rows()
    said = opening(next((row.text("comment") for row in rows), ""), MOST_QUOTED)
    return [f"Nämnden skriver: ”{said}”"] if said else []


def _places(report: Report, table: EconomyTable, form: str, both: bool = False) -> Sentence:
    """The largest parts of the balance, and with `both` the largest that go against it.

    Against a surplus always, against a deficit where those named are more than all of it. Nothing of one part alone,
    which is the whole, or where some part is missing: nobody knows whether it is larger.
    """
    past = report.period.is_year_end
    column: Column = "deviation" if past or report.net["forecast_deviation"].is_missing else "forecast_deviation"
    sign = sign_of(report.net[column]) or -1
    words = ("störst överskott", "störst underskott")
    word, other = words if sign > 0 else reversed(words)
    verb = "fanns" if past else "finns" if column == "deviation" else "väntas"
    figures = {str(name): figure for name, figure in table.without(NET).column(column).items()}
    by_size = sorted(figures.items(), key=lambda one: rank(one[1]), reverse=sign > 0)
    named = [one for one in by_size if sign_of(one[1]) == sign]
    if len(figures) < 2 or not named or any(figure.is_missing for figure in figures.values()):
        return []
    lead = form.format(word=word, verb=verb)
    told = largest(f"{lead[0].upper()}{lead[1:]}", named[:MOST_NAMED])
    counts = both and (sign > 0 or are_more_than(named[:MOST_NAMED], report.net[column]))
    against = [one for one in reversed(by_size) if sign_of(one[1]) == -sign] if counts else []
    return [*told[:-1], *beside(f"; {other} i ", against[:MOST_AGAINST]), "."] if against else told


def without_measure(report: Report) -> Sentence | None:
    """How much of a forecast deficit no measure covers; None where there is no deficit, and of a year that is over."""
    deviation = report.net["forecast_deviation"]
    if report.period.is_year_end or deviation.is_missing or sign_of(deviation) >= 0:
        return None
    proposed = effect_of(report.measures, "proposed")
    if not len(with_decision(report.measures, "proposed")):
        if len(report.measures):
            decided = effect_of(report.measures, "decided")
            amount: Sentence = [" på ", size(decided)] if sign_of(decided) > 0 else []
            lead = "Hela underskottet återstår efter de beslutade åtgärderna"
            return [lead, *amount, ", som är med i prognosen. Nämnden föreslår inga fler."]
        return ["Hela underskottet saknar åtgärd: nämnden har varken beslutat eller föreslagit någon."]
    if proposed.is_missing:
        return ["Hur mycket av underskottet som saknar åtgärd går inte att säga: åtgärdernas effekt är inte känd."]
    left = remaining(deviation, proposed)
    if sign_of(left) >= 0:
        return [
            *_decided(report),
            "Föreslagna åtgärder på ",
            size(proposed),
            " i år täcker hela underskottet om de beslutas.",
        ]
    if not sign_of(proposed):
        later = full_year_effect_of(report.measures, "proposed")
        on_whole_year: Sentence = [", men ", size(later), " på ett helt år"] if sign_of(later) > 0 else []
        nothing = "Föreslagna åtgärder ger ingen effekt i år"
        return [*_decided(report), nothing, *on_whole_year, "; hela underskottet saknar åtgärd."]
    start: Sentence = [*_decided(report), "Föreslagna åtgärder ger ", size(proposed), " i år om de beslutas; "]
    return [*start, size(left), " av underskottet saknar åtgärd."]


def _decided(report: Report) -> Sentence:
    """What the decided measures, which the forecast has in it, are to give; nothing where none is or it is unknown."""
    decided = effect_of(report.measures, "decided")
    return ["Beslutade åtgärder på ", size(decided), " är med i prognosen. "] if sign_of(decided) > 0 else []


def trust(report: Report) -> list[Sentence]:
    """Whether the forecast can be trusted: beside what the ledger makes of it, and beside the committee's record."""
    if report.period.is_year_end:
        return []
    found: list[Sentence] = []
    net = deviations(report.forecast_support).row(NET)
    side = side_of(net["forecast"], net["low"], net["high"])
    if side:
        where = {
            "inside": "stämmer med",
            "end": "ligger vid gränsen för",
            "below": "är sämre än",
            "above": "är bättre än",
        }[side]
        lead = f"Prognosen {where} det som månaderna hittills pekar mot: "
        found.append([lead, *between(net["low"], net["high"]), " om resten av året blir som hittills."])
    elif far := _far_from_the_pace(report, net["forecast"] - net["run_rate"]):
        found.append(far)
    return [*found, *record(report)]


def _far_from_the_pace(report: Report, difference: Figure) -> Sentence:
    """What a forecast counts on before there is an interval to hold it against; nothing of a small difference."""
    budget = report.forecast_support[NET, "year_budget"]
    if not is_large(difference, budget, report.params.rules.large_deviation):
        return []
    word = "bättre" if sign_of(difference) > 0 else "sämre"
    return ["Prognosen är ", size(difference), f" {word} än om avvikelsen hittills fortsätter i samma takt."]


def record(report: Report) -> list[Sentence]:
    """How far the forecasts of the same month have been from the outcome, in the years that are known."""
    rows = report.forecast_accuracy.where(lambda row: row.fact("month", int) == report.period.month)
    known = [(row.fact("year", int), row["error"]) for _, row in rows.rows() if not row["error"].is_missing]
    if not known:
        return []
    month, years = report.period.month_name, swedish.list_of(str(year) for year, _ in known)
    errors = [error for _, error in known]
    mean = mean_absolute(errors)
    one = len(known) == 1
    which = f"Prognosen i {month} {years}" if one else f"Prognoserna i {month} {years}"
    lacking = [str(year) for year in (report.period.year - 2, report.period.year - 1) if year not in dict(known)]
    rest = f" För {swedish.list_of(lacking)} saknas uppgifter." if lacking else ""
    if not sign_of(mean):
        return [[f"{which} träffade utfallet.{rest}"]]
    way = {"low": "bättre", "high": "sämre"}.get(direction(errors), "")
    year = {1: "året", 2: "båda åren"}.get(len(known), f"alla {swedish.in_words(len(known))} åren")
    ended = f"; {year} slutade {way} än prognosen" if way else ""
    return [[f"{which} slog {'' if one else 'i medeltal '}fel med ", size(mean), f"{ended}.{rest}"]]
