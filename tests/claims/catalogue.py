"""docs/meningar.md: every form of generated statement with its rule and one example, in Swedish, by where it stands.

python -m tests.claims.catalogue > docs/meningar.md        # make docs

The forms are those of the claim test, and the example is the first statement of a form in the reports that the tests
build: no sentence is written twice.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from tests.claims.grammar import PART, StatementForm, TextForm, form_of, forms
from tests.claims.statements import Statement, index_statements, statements_of
from tests.conftest import SAMPLE, run_followup

_WHERE = {
    "tile": "Ruta",
    "sentence": "Mening",
    "title": "Rubrik till ett diagram",
    "alt": "Alternativtext till ett diagram",
    "caption": "Rubrik till en tabell",
    "index": "Cell på periodens sida",
}
_HEAD = """\
# Rapporternas meningar

Den här sidan är gjord av programmet (`make docs`). Den har alla meningar, rubriker, alternativtexter och rutor som
rapporterna skriver av sig själva, med regeln för när de skrivs och ett exempel. Exemplen kommer ur exempelrapporterna.
En nämnds egna texter, tabellernas celler och vad som står i `params/texts.yml` finns inte här.

Så läses formen: ‹belopp› är något som rapporten fyller i, (har/hade) är ett av orden, och {det som står inom
klammer} skrivs bara ibland. I rutorna skiljer en punkt (·) rubriken, talet och raderna under.

Formerna ligger i `tests/claims/forms`. Testet i `tests/claims` läser varje mening i varje byggd rapport, räknar ut för
sig vad den påstår och fäller en mening som inte stämmer eller som ingen form känner igen. Den som ändrar en mening i
koden ändrar också formen: se DEVELOPERS.md.
"""


def sample_statements(output: Path) -> Iterator[Statement]:
    """What the reports of the sample say, in its order, and then the periods' pages."""
    for period, codes in SAMPLE.items():
        for code in codes:
            yield from statements_of(output / period / code)
    for period in SAMPLE:
        yield from index_statements(output / period)


def examples(statements: Iterable[Statement], known: list[StatementForm]) -> dict[str, Statement]:
    """The first statement of each form, by the form's name."""
    found: dict[str, Statement] = {}
    for one in statements:
        if form := form_of(one, known):
            found.setdefault(form[0].name, one)
    return found


def shown(words: str) -> str:
    """A form's words for a reader: `‹vem› (har/hade) störst underskott, ‹hur›{ var}`."""
    inside = {"[": "{", "]": "}", "<": "(", ">": ")", "|": "/"}

    def told(part: object) -> str:
        if part["mark"]:  # type: ignore[index]
            return inside[part["mark"]]  # type: ignore[index]
        if part["words"]:  # type: ignore[index]
            options = part["words"].split("|")  # type: ignore[index]
            return options[0] if len(options) == 1 else f"({'/'.join(options)})"
        return f"‹{part['name'].replace('_', ' ').strip()}›"  # type: ignore[index]

    return PART.sub(told, words)  # type: ignore[arg-type]


def catalogue(output: Path) -> str:
    """The page, of the reports of the sample that are built in `output`."""
    known = forms()
    first = examples(sample_statements(output), known)
    lines = [_HEAD]
    for group, members in groupby((one for one in known if not isinstance(one, TextForm)), key=lambda one: one.group):
        lines.append(f"\n## {group}\n")
        for form in members:
            lines += _entry(form, first.get(form.name))
    return "\n".join(lines).rstrip() + "\n"


def _entry(form: StatementForm, found: Statement | None) -> Iterator[str]:
    yield f"### {form.name}\n"
    yield f"{_WHERE[form.where]}. {form.when}\n"
    yield from (f"- Form: {shown(words)}" for words in form.says)
    if found:
        yield f"- Exempel ({found.report}): {found.text}\n"
    else:
        yield f"- Exempel (inte ur någon exempelrapport): {form.example}\n"


def main() -> None:
    """Builds the sample in a folder of its own and prints the page."""
    with tempfile.TemporaryDirectory() as folder:
        for period, codes in SAMPLE.items():
            chosen = [word for code in codes for word in ("--committee", code)]
            done = run_followup("build", "--period", period, "--output", folder, *chosen)
            if done.returncode:
                sys.exit(done.stdout + done.stderr)
        sys.stdout.write(catalogue(Path(folder)))


if __name__ == "__main__":
    main()
