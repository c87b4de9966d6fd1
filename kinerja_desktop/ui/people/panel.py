"""The panel beside the list: one person with the NIP masked, what is odd about it, and what may be done."""

from PySide6.QtCore import Signal

from kinerja_desktop.domain.nip import mask_nip
from kinerja_desktop.services.people import PegawaiView
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.people.rows import BY_SEKSI, in_force, roles_of
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import SidePanel
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec


class PersonPanel(SidePanel):
    """Each signal asks for the act of its button."""

    edit_asked = Signal()
    close_asked = Signal()
    account_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name, self._post = Label(style=TextStyle.CARD_TITLE, wrap=True), Label(ink=Ink.TEXT_2, wrap=True)
        self._state, self._odd = Chip(), Strip()
        self._facts = [(Label(ink=Ink.TEXT_2), Label(wrap=True)) for _ in range(8)]
        for part in (self._name, self._post, self._state, self._odd):
            self.content.addWidget(part)
        for label, value in self._facts:
            label.setFixedWidth(self.width() // 4)
            line = row(label, value)
            line.setStretch(1, 1)
            self.content.addLayout(line)
        self.edit = Button("Ubah…", ButtonKind.PRIMARY, Icon.UBAH, act=True)
        self.account = Button("Buat Akun…", icon=Icon.PERAN)
        self.close_post = Button("Tutup…", ButtonKind.LINK)
        for name, act, asked in (
            ("ubah", self.edit, self.edit_asked),
            ("akun", self.account, self.account_asked),
            ("tutup", self.close_post, self.close_asked),
        ):
            act.setObjectName(name)
            act.clicked.connect(asked)
        self.set_foot(column(self.edit, 8, row(self.account, self.close_post)))

    def show_person(self, view: PegawaiView | None, names: BY_SEKSI) -> None:
        """Show one person; None shows nobody."""
        for act in (self.edit, self.account, self.close_post):
            allow(act, "" if view is not None else "Pilih pegawai dahulu.")
        self._name.setText(view.pegawai.nama if view else "")
        self._post.setText(view.pegawai.jabatan_tercetak if view else "")
        self._state.set_spec(_closed(view))
        self._odd.set_spec(_oddities(view))
        self._show_facts(_facts(view, names) if view else ())
        if view is not None:
            self.account.setText("Bantuan Sandi…" if view.pengguna else "Buat Akun…")

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        filled = [*facts, *[("", "")] * (len(self._facts) - len(facts))]
        for (label, value), (name, words) in zip(self._facts, filled, strict=True):
            label.setText(name)
            value.setText(words)
            set_shown(label, shown=bool(name))
            set_shown(value, shown=bool(name))


def _closed(view: PegawaiView | None) -> ChipSpec | None:
    return ChipSpec(Tone.NETRAL, Icon.KOSONG, "Ditutup", Shape.BOLD) if view is not None and view.ditutup else None


def _oddities(view: PegawaiView | None) -> StripSpec | None:
    if view is None or not view.peringatan:
        return None
    return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, f"NIP: {'; '.join(view.peringatan)}.", shape=Shape.FILL)


def _facts(view: PegawaiView, names: BY_SEKSI) -> tuple[tuple[str, str], ...]:
    person = view.pegawai
    rank = ", ".join(filter(None, (person.pangkat, person.golongan)))
    lines = (
        ("NIP", mask_nip(person.nip) if person.nip else "belum diisi"),
        ("Status", person.status.value),
        ("Pangkat", rank),
        ("Peran", roles_of(person)),
        ("Seksi", names.get(person.seksi or "", "")),
        ("Berlaku", in_force(person)),
        ("Akun", view.pengguna or "belum ada"),
        ("Tugas", f"{view.tugas} tugas menunggu" if view.tugas else ""),
    )
    return tuple((name, words) for name, words in lines if words)
