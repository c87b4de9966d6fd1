"""What to look at before a paper is fixed: the signer, his NIP, the lambang, data that is newer than a fixed report.

Sentences for the screen; none of them blocks. To add one: a function that yields it, in ``of_paper`` or ``of_report``.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from kinerja_desktop.domain.laporan import BarisSeksi
from kinerja_desktop.domain.pegawai import Instansi, Pegawai, StatusPegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.compose.bahan import BerkasSeksi
from kinerja_desktop.storage.unit_of_work import Unit


def of_paper(unit: Unit, instansi: Instansi, pimpinan: Pegawai, day: date) -> tuple[str, ...]:
    """Cautions of any paper that the head of the office signs; ``pimpinan`` has no id where nobody holds the office."""
    return (*_signer(unit, pimpinan, day), *_nip(pimpinan), *_lambang(instansi))


def of_report(fixed: Iterable[BarisSeksi], berkas: Iterable[BerkasSeksi]) -> tuple[str, ...]:
    """Cautions of a fixed report: a seksi's report was approved again since."""
    used = {row.seksi: row.versi for row in fixed}
    return tuple(
        f"Laporan {b.seksi.nama} disetujui lagi (versi {b.salinan.nomor}) sesudah laporan ini ditetapkan. Buka kembali "
        "dan susun ulang supaya angkanya sama."
        for b in berkas
        if b.salinan is not None and used.get(b.seksi.nama) != b.salinan.nomor
    )


def _signer(unit: Unit, pimpinan: Pegawai, day: date) -> Iterator[str]:
    if pimpinan.id:
        return
    ended = [p for p in unit.people.all() if Role.CAMAT in p.peran and p.sampai is not None and p.sampai < day]
    if ended:
        last = max(ended, key=lambda p: p.sampai or day)
        told = f"Masa jabatan {last.nama} berakhir {format_tanggal(last.sampai or day)}."
    else:
        told = f"Belum ada pejabat penanda tangan yang berlaku pada {format_tanggal(day)}."
    yield f"{told} Catat pejabat yang baru pada tab Pengguna, atau beri keterangan Plt."


def _nip(pimpinan: Pegawai) -> Iterator[str]:
    if pimpinan.id and not pimpinan.nip and pimpinan.status is not StatusPegawai.NON_ASN:
        yield f"NIP {pimpinan.nama} belum diisi. Isi pada tab Pengguna supaya tercetak."


def _lambang(instansi: Instansi) -> Iterator[str]:
    if instansi.lambang is None:
        yield "Lambang daerah belum dipasang; kop dicetak tanpa gambar. Pasang pada tab Pengaturan."
