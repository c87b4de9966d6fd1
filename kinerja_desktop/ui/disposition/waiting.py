"""The orders that wait, where there are several: arrows or a click open one below the list."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal

from kinerja_desktop.services.inbox import Tugas
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.row_model import ListGroup, ListRow
from kinerja_desktop.ui.work.task_rows import task_row

_AT_ONCE = 3
"""So many rows are seen before the list scrolls: the order itself needs the room."""


class WaitingOrders(GroupedListView):
    """``picked`` carries the id of the berkas that a person chose; hidden while no other order waits."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Disposisi yang menunggu")
        self.setObjectName("disposisi_menunggu")
        self._open_id = ""
        self._filling = False
        self.setMaximumHeight(theme.height(Height.LIST_GROUP) + _AT_ONCE * theme.height(Height.TASK_ROW) + 4)
        self.chosen.connect(self._pick)

    def show_orders(self, orders: Sequence[Tugas], open_id: str) -> None:
        """Show what waits; the row of the order that lies open is the chosen one."""
        self._filling, self._open_id = True, open_id
        rows = [_row(one) for one in orders]
        self.set_content([(ListGroup("menunggu", "Menunggu Anda"), rows)] if rows else [])
        self.setCurrentIndex(self.rows.index_of(open_id) if any(r.key == open_id for r in rows) else QModelIndex())
        self.setVisible(any(row.key != open_id for row in rows))
        self._filling = False

    def _pick(self, key: str) -> None:
        if not self._filling and key != self._open_id:
            self.picked.emit(key)


def _row(one: Tugas) -> ListRow:
    """The quarter tells orders of one seksi apart."""
    quarter = one.triwulan.label_tahun if one.triwulan is not None else str(one.tahun)
    return replace(task_row(one), key=one.case_id or one.key, title=f"Disposisi data {quarter}")
