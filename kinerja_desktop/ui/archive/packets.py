"""«Paket»: what leaves the office together: Paket Unggah, Paket Bukti LKE, Ekspor Lengkap.

To add a packet: a ``Pane`` and its line in ``_PANES``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QWidget

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.full_export import EXPORTERS
from kinerja_desktop.services.lke_packet import PLANNER
from kinerja_desktop.ui.archive.export_pane import ExportPane
from kinerja_desktop.ui.archive.lke_pane import LkePane
from kinerja_desktop.ui.archive.pane import Pane
from kinerja_desktop.ui.archive.side import PACKETS, SidePage
from kinerja_desktop.ui.archive.upload_pane import UploadPane
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.segments import Segment, Segmented

PACKET_MAKERS = tuple(dict.fromkeys((PLANNER, *EXPORTERS)))


@dataclass(frozen=True, slots=True)
class _Packet:
    words: str
    make: Callable[[Desk], Pane]
    roles: tuple[Role, ...]


_PANES: Mapping[str, _Packet] = {
    "unggah": _Packet("Paket Unggah", UploadPane, (PLANNER,)),
    "lke": _Packet("Paket Bukti LKE", LkePane, (PLANNER,)),
    "ekspor": _Packet("Ekspor Lengkap", ExportPane, EXPORTERS),
}


class PacketsPage(SidePage):
    """See the module."""

    def __init__(self, desk: Desk, head: Segmented) -> None:
        super().__init__(desk, head, PACKETS)
        role = self.ctx().actor.role
        mine = {key: packet for key, packet in _PANES.items() if role in packet.roles}
        self._which = Segmented([Segment(key, packet.words) for key, packet in mine.items()], "Jenis paket")
        self._which.setObjectName("jenis_paket")
        self._stack = QStackedWidget()
        self._panes: dict[str, Pane] = {}
        whole = column(row(head, 12, self._which, None), 8, self._stack)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._which)
        self._which.chosen.connect(lambda _: self._show())

    def read(self) -> None:
        """Read the packet that is in front."""
        self._show()

    def _show(self) -> None:
        key = self._which.key()
        if key not in self._panes:
            self._panes[key] = pane = _PANES[key].make(self.desk)
            pane.saved.connect(self.saved)
            pane.changed.connect(self.changed)
            pane.set_narrow(narrow=self.narrow)
            self._stack.addWidget(pane)
        self._stack.setCurrentWidget(self._panes[key])
        self._panes[key].load()

    def _pane(self) -> Pane | None:
        return self._panes.get(self._which.key())

    def keys(self) -> Sequence[tuple[str, str]]:
        pane = self._pane()
        return () if pane is None else pane.keys()

    def areas(self) -> Sequence[QWidget]:
        pane = self._pane()
        return (self._which,) if pane is None else (self._which, *pane.areas())

    def toggle_panel(self) -> None:
        if (pane := self._pane()) is not None:
            pane.toggle_panel()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._which.set_narrow(narrow=narrow)
        for pane in self._panes.values():
            pane.set_narrow(narrow=narrow)
