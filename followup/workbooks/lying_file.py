"""The file that is a workbook of the layouts: of that name, or of the same name with another form's ending.

    lying_name(data, "2024/2024-04/utfall.xlsx")      # "2024/2024-04/utfall.ods", if that is what lies there

Everything that takes a workbook's path asks here, so that messages, sources, fingerprint and manifest name one file.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, ReportError
from followup.ground.plain_file import is_anything_at
from followup.ground.wording import listed, quoted
from followup.workbooks.forms.form import ENDINGS

if TYPE_CHECKING:
    from followup.params.layouts import WorkbookLayout


def lying_names(data: Path, name: str) -> list[str]:
    """What lies below the data folder in any form of a workbook: none, one, or, by mistake, several."""
    wanted = PurePosixPath(name)
    try:
        lying = [one.name for one in (data / wanted.parent).iterdir()]
    except OSError:
        lying = []
    found = sorted(one for one in lying if one == wanted.name or _is_form_of(one, wanted))
    if wanted.name not in found and is_anything_at(data / name):
        # A folder that cannot be listed, or a disk to which case makes no difference.
        found = [wanted.name]
    return [str(wanted.with_name(one)) for one in found]


def lying_name(data: Path, name: str) -> str:
    """The one that lies there; the name itself where none does, and the first where several do."""
    return next(iter(lying_names(data, name)), name)


def is_lying(data: Path, name: str) -> bool:
    """Whether a workbook lies there in any form."""
    return bool(lying_names(data, name))


def as_it_lies(data: Path, layout: WorkbookLayout) -> WorkbookLayout:
    """A filled layout with the name of the file that lies there."""
    name = lying_name(data, layout.workbook)
    return layout if name == layout.workbook else layout.model_copy(update={"workbook": name})


def the_one(data: Path, layout: WorkbookLayout) -> WorkbookLayout:
    """As `as_it_lies`. Raises ReportError where the workbook lies there in several forms."""
    names = lying_names(data, layout.workbook)
    if len(names) > 1:
        shown = listed(quoted(PurePosixPath(one).name) for one in names)
        raise ReportError(
            [
                Problem(
                    layout.workbook,
                    found=f"Arbetsboken ligger här i flera former: {shown}. Vilken av dem gäller?",
                    expected="En arbetsbok väntas i en enda form.",
                    remedy="Säg vilken som gäller. Den andra flyttas bort ur mappen.",
                )
            ]
        )
    return as_it_lies(data, layout)


def is_same_workbook(one: str, other: str) -> bool:
    """Whether two paths are one workbook, whatever the forms."""
    first, second = PurePosixPath(one), PurePosixPath(other)
    return one == other or (
        first.with_suffix("") == second.with_suffix("") and {first.suffix.lower(), second.suffix.lower()} <= {*ENDINGS}
    )


def _is_form_of(file: str, wanted: PurePosixPath) -> bool:
    stem, dot, ending = file.rpartition(".")
    return stem == wanted.stem and dot + ending.lower() in ENDINGS
