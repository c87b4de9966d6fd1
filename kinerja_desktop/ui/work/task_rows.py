"""A task as a row of a list: the same in Kotak Tugas and on the tabs that list what waits."""

from kinerja_desktop.domain.tenggat import JenisTenggat, Tenggat, keterangan_tenggat
from kinerja_desktop.services.inbox import Tugas
from kinerja_desktop.services.task_words import button
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.chips import ChipSpec
from kinerja_desktop.ui.widgets.row_model import ListRow
from kinerja_desktop.ui.work.looks import limit_chip, status_chip


def task_row(tugas: Tugas) -> ListRow:
    return ListRow(
        key=tugas.key,
        title=tugas.judul,
        subtitle=tugas.kalimat,
        chip=status_chip(tugas.status, tugas.chip),
        remark=_remark(tugas),
        due=_due(tugas.tenggat),
        due_hint=keterangan_tenggat(tugas.tenggat),
        unread=tugas.baru and is_mine(tugas),
    )


def is_mine(tugas: Tugas) -> bool:
    """True where the task waits for the reader: its button says what to do, not only «Lihat Laporan»."""
    return tugas.langkah is not None and tugas.tombol == button(tugas.langkah)


def _remark(tugas: Tugas) -> ChipSpec | None:
    if not tugas.tanda:
        return None
    return ChipSpec(Tone.PERHATIAN, Icon.PERINGATAN, ", ".join(tugas.tanda))


def _due(tenggat: Tenggat) -> ChipSpec | None:
    return None if tenggat.jenis is JenisTenggat.TANPA_BATAS else limit_chip(tenggat)
