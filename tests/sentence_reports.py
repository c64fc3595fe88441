"""What a sentence reads of a report, made by hand, and the sentence as it is read."""

from __future__ import annotations

from types import SimpleNamespace

from followup.document.cells import Sentence, plain_sentence
from followup.ground.figure import COUNT, Figure
from followup.ground.period import Period
from tests.figure_tables import table_of


def text(sentence: Sentence) -> str:
    """As it is read, with plain spaces."""
    return plain_sentence(sentence).replace("\u00a0", " ")


def with_goals(period: Period, attained: int, partly: int, missed: int, not_assessed: int) -> SimpleNamespace:
    """A report whose goals have got so many of each grade."""
    counts = {"on_track": attained, "uncertain": partly, "off_track": missed, "not_assessed": not_assessed}
    return SimpleNamespace(
        period=period,
        goals=range(sum(counts.values())),
        goal_count=Figure(float(sum(counts.values())), COUNT),
        goals_by_grade={code: Figure(float(count), COUNT) for code, count in counts.items()},
    )


def with_sickness(period: Period, this_year: Figure, last_year: Figure) -> SimpleNamespace:
    """A report with this sick leave in all, and that of a year before."""
    row = {"this_year": this_year, "last_year": last_year, "change": this_year.change_from(last_year)}
    return SimpleNamespace(sickness=table_of({"Totalt": row}), period=period)
