"""The list of reports that wait for the Kabid; opening one shows it, nothing is decided here."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.inbox import Tugas
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.row_model import ListGroup
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.looks import group_tone
from kinerja_desktop.ui.work.task_rows import task_row

_NOTHING = "Tidak ada laporan yang menunggu pemeriksaan.", "Yang sudah Anda periksa ada di Kotak Tugas, daftar Selesai."


class WaitingList(QWidget):
    """`list` is the view; its ``opened`` carries the id of a case."""

    def __init__(self) -> None:
        super().__init__()
        self._head = WorkHead("Pemeriksaan")
        self.list = GroupedListView("Laporan yang menunggu pemeriksaan")
        self.list.setObjectName("menunggu")
        self._empty = EmptyState(*_NOTHING)
        self._open = Button("Periksa Laporan", ButtonKind.PRIMARY, Icon.PEMERIKSAAN, act=True)
        self._open.setObjectName("periksa_laporan")
        self._open.clicked.connect(lambda: self.list.opened.emit(self.list.current_key()))
        whole = column(self._head, 8, self.list, 8, row(None, self._open), self._empty, None)
        whole.setStretchFactor(self.list, 1000)
        self.setLayout(whole)

    def show_tasks(self, tasks: Sequence[Tugas]) -> None:
        """Groups by their limits, as in Kotak Tugas; keys are ids of cases."""
        groups: dict[str, tuple[ListGroup, list[Tugas]]] = {}
        for one in tasks:
            kelompok = one.tenggat.kelompok
            heading = ListGroup(kelompok.name, kelompok.value, group_tone(kelompok))
            groups.setdefault(kelompok.name, (heading, []))[1].append(one)
        self.list.set_content([(head, [task_row(one) for one in rows]) for head, rows in groups.values()])
        for part in (self.list, self._open):
            part.setVisible(bool(tasks))
        self._empty.setVisible(not tasks)
        count = f"{len(tasks)} laporan menunggu Anda." if tasks else ""
        self._head.set_title("Pemeriksaan", count)
