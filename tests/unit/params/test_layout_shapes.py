"""What a layout may say of a table's shape, and how it is told that it does not go together."""

import pytest
from pydantic import ValidationError

from tests.office_tables import layout_of

LEDGER = """
sheet: Huvudbok
key: [period, account]
columns:
  period: {header: "{month}", type: period}
  account: {header: Konto, type: text}
  outcome: {header: "Utfall {month}", type: amount, unit: kr, sign: ledger}
"""


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            'header: "{month}", type: period',
            "header: Månad, type: period",
            "Tabellen för bladet ”Huvudbok” har månader i rubrikerna men inte i alla kolumner som behövs.",
        ),
        (
            "type: amount, unit: kr, sign: ledger",
            "type: integer, people: count",
            "Tabellen för bladet ”Huvudbok” har en kolumn med {month} som inte får vara en per månad.",
        ),
        (
            "key: [period, account]\n",
            "unit_column: account\n",
            "Tabellen för bladet ”Huvudbok” har en enhet för varje rad, men inte både unit: row och unit_column.",
        ),
        (
            "sign: ledger",
            "sign: ledger, optional: true",
            "Kolumnen ”Utfall {month}” har optional men får inte vara tom.",
        ),
        (
            "sign: ledger",
            "sign: ledger, spread: twelfths",
            "Kolumnen ”Utfall {month}” kan inte ha spread: twelfths.",
        ),
        (
            'header: "Utfall {month}"',
            'header: "Utfall {quarter}"',
            "Kolumnen ”Utfall {quarter}” gäller flera månader och saknar spread.",
        ),
        (
            'header: "Utfall {month}"',
            'header: "Utfall {quarter}", synonyms: ["Utfall {tertial}"], spread: evenly',
            "Kolumnen ”Utfall {quarter}” kan inte ha spread: evenly.",
        ),
        (
            'header: "Utfall {month}"',
            'header: "Utfall {quarter}", spread: evenly',
            "Tabellen för bladet ”Huvudbok” fördelar outcome på månader.",
        ),
        (
            'header: "Utfall {month}"',
            "header: Utfall, spread: twelfths",
            "Tabellen för bladet ”Huvudbok” fördelar outcome på månader.",
        ),
        (
            "sign: ledger",
            "sign: ledger, spread: evenly",
            "Kolumnen ”Utfall {month}” kan inte ha spread: evenly.",
        ),
        (
            "sheet: Huvudbok",
            "form: true\nsheet: Huvudbok",
            "Tabellen för bladet ”Huvudbok” är ett formulär och har en form som hör till tabeller.",
        ),
        (
            "key: [period, account]\n",
            "total_row: {column: account, blank: unit}\n",
            "Tabellen för bladet ”Huvudbok” nämner kolumnen ”unit”, som inte finns.",
        ),
    ],
)
def test_what_does_not_go_together(old: str, new: str, found: str) -> None:
    assert old in LEDGER
    with pytest.raises(ValidationError) as raised:
        layout_of(LEDGER.replace(old, new, 1))
    assert raised.value.errors()[0]["msg"] == found


def test_numbers_of_committees_are_words() -> None:
    layout = layout_of(LEDGER.replace("key:", "committees: {DNKS: [510, Kulturen]}\nkey:"))
    assert layout.committees == {"DNKS": ("510", "Kulturen")}
