"""What stands together at a line's end: a number, its thousands, its sign and its unit."""

import pytest

from followup.ground.unbroken import unbroken


@pytest.mark.parametrize(
    ("written", "kept_together"),
    [
        ("per 1 000 invånare i åldern", "per 1~000~invånare i åldern"),
        ("1 057,2 mnkr och 1 234 567 kr", "1~057,2~mnkr och 1~234~567~kr"),
        ("är minus 86,7 mnkr, minusposter 5", "är minus~86,7~mnkr, minusposter 5"),
        ("ett underskott på 1,5 miljoner kronor", "ett underskott på 1,5~miljoner~kronor"),
        ("80 procents sannolikhet, 80 % av 12 år", "80 procents sannolikhet, 80~% av 12~år"),
        ("den 16 oktober 2024", "den 16~oktober 2024"),
        # What is no unit: a year before thousands, a word that begins as one.
        ("2024 120 platser", "2024 120 platser"),
        ("3 stora, 4 årsrapporter, 5 mars-avtal", "3 stora, 4 årsrapporter, 5 mars-avtal"),
        ("inga tal, bara mnkr och miljoner kronor", "inga tal, bara mnkr och miljoner kronor"),
    ],
)
def test_a_number_keeps_its_unit(written: str, kept_together: str) -> None:
    assert unbroken(written).replace("\u00a0", "~") == kept_together
    assert unbroken(unbroken(written)) == unbroken(written)
