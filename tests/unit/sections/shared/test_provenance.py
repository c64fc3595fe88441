"""What was doubtful in the sources: in a sentence on paper, one by one on a screen."""

from types import SimpleNamespace

import pytest

from followup.document.cells import plain_sentence
from followup.ground.errors import Problem, Severity
from followup.sections.shared import provenance


def a_report(*workbooks):
    problems = tuple(Problem(name, "Blad", "B2", f"Fel {name}.", "", "", Severity.WARNING) for name in workbooks)
    return SimpleNamespace(sources=SimpleNamespace(problems=problems, words=()))


@pytest.mark.parametrize(
    ("workbooks", "said"),
    [
        ((), "Inget i underlaget behövde tolkas eller ifrågasättas."),
        (("2024/budget.xlsx",), "Underlaget gav en varning, som inte stoppade rapporten. Den gäller budget.xlsx."),
        (
            ("2024/budget.xlsx", "2024/finansiella_mal.xlsx", "2024/budget.xlsx"),
            "Underlaget gav tre varningar, som inte stoppade rapporten. De gäller budget.xlsx och "
            "finansiella_mal.xlsx.",
        ),
    ],
)
def test_how_many_and_where(workbooks, said):
    (sentence,) = provenance.warnings_in_brief(a_report(*workbooks)).paragraphs
    assert plain_sentence(sentence) == said


def test_each_with_its_place_or_nothing():
    assert provenance.warnings(a_report()).role == "absent"
    (row,) = provenance.warnings(a_report("2024/budget.xlsx")).rows
    assert [cell.text for cell in row.cells] == ["2024/budget.xlsx, blad Blad, cell B2", "Fel 2024/budget.xlsx."]
