"""What is refused in every form: a password, and a file of which the end is missing."""

from __future__ import annotations

from followup.ground.errors import ReportError
from followup.workbooks.files.archive import refusal


def password_protected(workbook: str) -> ReportError:
    """The error for an encrypted file."""
    return refusal(
        workbook,
        "Filen är lösenordsskyddad.",
        "En arbetsbok utan lösenord väntas.",
        "Öppna filen, ta bort lösenordet och spara den igen.",
    )


def cut_off(workbook: str) -> ReportError:
    """The error for a file that ends too early."""
    return refusal(
        workbook,
        "Filen är avbruten: slutet saknas.",
        "En hel arbetsbok väntas.",
        "Lägg dit filen på nytt, eller öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).",
    )
