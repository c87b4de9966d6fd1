"""A row of a workbook in which people go on typing; apart, for it loads openpyxl."""

from openpyxl.worksheet.dimensions import RowDimension


class GrowingRow(RowDimension):
    """A row that begins with a height and grows with what is typed: a height alone would fix it for good."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - openpyxl's own name
        return False
