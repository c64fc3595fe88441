"""The parts of a workbook one at a time, each within its limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from followup.ground.errors import Problem, ReportError
from followup.workbooks.files.archive import SafeParts
from followup.workbooks.files.part_limits import SHEET, too_large_sheet


class CheckedParts(Mapping[str, bytes]):
    """Parts by their path, unzipped each time that one is asked for: only `common` ones are kept.

    `sheets` are the names of the worksheets by their path, `strings` the shared texts. Asking raises ReportError for a
    sheet with more in it than a table holds, and for a damaged part.
    """

    def __init__(
        self, workbook: str, parts: SafeParts, common: Mapping[str, bytes], strings: bytes, sheets: Mapping[str, str]
    ) -> None:
        self._workbook, self._parts, self._common = workbook, parts, common
        self._strings, self._sheets = strings, sheets

    def __getitem__(self, path: str) -> bytes:
        if path in self._common:
            return self._common[path]
        content = self._parts.read(path, SHEET)
        if path in self._sheets and (refused := too_large_sheet(content, self._strings)):
            raise ReportError([Problem(self._workbook, self._sheets[path], "", *refused)])
        return content

    def __contains__(self, path: object) -> bool:
        return path in self._common or path in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._common, *self._parts)))

    def __len__(self) -> int:
        return sum(1 for _ in self)
