"""Words of the list of copies: when, how far, how large, checked or not, from which PC; progress in megabytes."""

from datetime import datetime, tzinfo
from pathlib import Path

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KeyMissing
from kinerja_desktop.domain.numerals import format_ukuran
from kinerja_desktop.domain.tanggal import format_tanggal, format_tanggal_singkat, format_waktu
from kinerja_desktop.services.backup import Tahap, Tick, files_for
from kinerja_desktop.services.backup_copies import Salinan
from kinerja_desktop.services.restore import Sesudahnya
from kinerja_desktop.ui.runner import Report, hold_cancelled
from kinerja_desktop.ui.widgets.listing import ListColumn

_KB = 1000
_TAHAP = {Tahap.MENULIS: "Menulis", Tahap.MEMBACA: "Membaca", Tahap.MEMERIKSA: "Memeriksa"}


def moment(when: datetime | None, zone: tzinfo | None) -> str:
    """«10 Juli 2026, 12.05» in the office's zone."""
    if when is None:
        return ""
    here = when.astimezone(zone)
    return f"{format_tanggal(here)}, {format_waktu(here)}"


def made_at(copy: Salinan, zone: tzinfo | None) -> str:
    """When a copy was made; its name alone where it cannot be read."""
    return moment(copy.isi.dibuat, zone) if copy.isi is not None else format_tanggal(copy.nama.tanggal)


def columns(zone: tzinfo | None, home: Path) -> tuple[ListColumn[Salinan], ...]:
    """``home`` is the folder of local copies."""

    def held(copy: Salinan) -> str:
        return moment(copy.isi.sampai, zone) if copy.isi is not None else ""

    def checked(copy: Salinan) -> str:
        if isinstance(copy.galat, KeyMissing):
            return "○ perlu lembar"
        if copy.galat is not None:
            return "✕ tidak terbaca"
        if copy.diperiksa is None:
            return "○ belum"
        here = copy.diperiksa.astimezone(zone)
        return f"✓ {format_tanggal_singkat(here)} {format_waktu(here)}"

    def place(copy: Salinan) -> str:
        return "komputer ini" if copy.berkas.parent == home else str(copy.berkas.parent)

    return (
        ListColumn("Tanggal", lambda c: made_at(c, zone), 170, order=lambda c: f"{c.nama.tanggal}{c.nama.urut:06}"),
        ListColumn("Jenis", lambda c: c.nama.jenis.label, 90),
        ListColumn("Tempat", place),
        ListColumn("Memuat sampai", held, 170, order=lambda c: str(c.isi.sampai) if c.isi else ""),
        ListColumn("Ukuran", lambda c: format_ukuran(c.ukuran), 84, right=True, order=lambda c: c.ukuran),
        ListColumn("Diperiksa", checked, 130, order=lambda c: c.diperiksa.isoformat() if c.diperiksa else ""),
        ListColumn("Komputer asal", lambda c: c.isi.komputer if c.isi else "", 130),
    )


def about(copy: Salinan, zone: tzinfo | None) -> str:
    """One line below the list: the file, and why it cannot be used."""
    if copy.galat is not None:
        return messages.sentence(copy.galat)
    return f"{copy.berkas.name} · memuat sampai {moment(copy.isi.sampai, zone)}" if copy.isi else copy.berkas.name


def size_told(ukuran: int) -> str:
    """How much room a copy takes, before it is made."""
    number = files_for(ukuran)
    parts = f", dalam {number} berkas yang tidak boleh dipisahkan" if number > 1 else ""
    return f"Ukurannya sekitar {format_ukuran(ukuran)}{parts}."


def lost_told(after: Sesudahnya, zone: tzinfo | None) -> str:
    """What a restore takes back."""
    if after.bercabang:
        return "Riwayat salinan ini tidak sama dengan riwayat data sekarang."
    if not after.catatan:
        return "Salinan ini memuat semua catatan yang ada sekarang."
    last = f"terakhir {moment(after.terakhir, zone)} oleh {after.oleh or 'program'}"
    return f"Setelah itu ada {after.catatan} catatan ({last}) yang tidak ada di salinan."


def ticking(report: Report, *, usb: bool = False) -> Tick:
    """Progress of a job: «Menulis 42 dari 118 MB»; ``usb`` warns that the stick must stay until the end."""
    warning = " · jangan cabut USB" if usb else ""

    def tick(tahap: Tahap, done: int, total: int) -> None:
        hold_cancelled(report)
        if tahap is Tahap.MEMERIKSA:
            report.progress(done, total, f"{_TAHAP[tahap]} bagian {done} dari {total}{warning}")
            return
        text = f"{_TAHAP[tahap]} {format_ukuran(done)} dari {format_ukuran(total)}{warning}"
        report.progress(done // _KB, max(1, total // _KB), text)

    return tick
