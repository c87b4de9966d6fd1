"""The Lembar Kerja to Excel and back: choose a file, work beside the window, show what would change, take it over.

What is taken over goes into the sheet as if it had been typed: shown, kept, and taken back with one «Urungkan».
"""

from pathlib import Path

from kinerja_desktop.services import worksheet
from kinerja_desktop.services.cases import Kepala
from kinerja_desktop.services.worksheet import HasilLembar
from kinerja_desktop.ui.choosing import EXCEL, choose_file, choose_target
from kinerja_desktop.ui.entry.workbook_dialog import WorkbookDialog
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.work.filling_page import FillingPage


def export(page: FillingPage, kepala: Kepala) -> None:
    """Write what the sheet holds now to a file that a person names."""
    if not _settled(page):
        return
    name = worksheet.file_name(kepala.triwulan, kepala.seksi)
    path = choose_target(page, "Ekspor ke Excel", name)
    if not path:
        return
    ctx, case_id = page.ctx(), page.case_id

    def done(_: None) -> None:
        page.saved.emit(StatusText(f"Tersimpan di {path}", Tone.SELESAI))
        page.say(Tone.SELESAI, Icon.DISETUJUI, f"Lembar kerja ditulis ke {path}. Isi sel kuningnya, lalu baca kembali.")

    page.run_job("Menulis lembar kerja…", lambda _: worksheet.export_worksheet(ctx, case_id, path), done)


def read(page: FillingPage) -> None:
    """Read a file back: first only what it would change."""
    if not _settled(page):
        return
    path = choose_file(page, "Baca dari Excel", EXCEL)
    if not path:
        return
    ctx, case_id = page.ctx(), page.case_id
    page.run_job(
        "Membaca lembar kerja…",
        lambda _: worksheet.read_worksheet(ctx, case_id, path),
        lambda hasil: _offer(page, path, hasil),
    )


def _settled(page: FillingPage) -> bool:
    """What is being typed is stored first, so that the workbook meets the sheet as it is seen."""
    page.take_open_cell()
    return page.keeper.flush()


def _offer(page: FillingPage, path: Path, hasil: HasilLembar) -> None:
    dialog = WorkbookDialog(page, path, hasil)
    if dialog.exec():
        wanted = dialog.wanted()
        page.put(*worksheet.taken(wanted, page.sheet.isi, page.sheet.baris))
        page.keeper.flush()
        done = f"{len(wanted)} isian dari {hasil.berkas} masuk ke lembar kerja. «Urungkan» mengembalikan semuanya."
        page.say(Tone.SELESAI, Icon.DISETUJUI, done)
    dialog.deleteLater()
