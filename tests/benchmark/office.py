"""Offices of 8 seksi and 60 indikator with many years of work behind them, made by the services.

Every act of every year is done as the window does it; only the papers are blank sheets, because laying out a hundred
reports would take most of the time and nothing that is measured reads them. The newest year stands in the middle of
its second triwulan. An office is made once and kept in the system's folder for temporary files.
"""

import io
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import cast

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.indikator import Akumulasi, Four, Indikator, Rencana, Seksi, Target, Tingkat
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Jenis
from kinerja_desktop.services import (
    calendar_table,
    planning,
    practice,
    practice_office,
    printing,
    section_report,
    setup,
    trail,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.practice_stage import Stage
from kinerja_desktop.services.practice_words import password_of
from kinerja_desktop.services.printing import Bernaskah
from kinerja_desktop.services.section_work import CatatanBaru

LAST_YEAR = 2026
NOW = datetime(LAST_YEAR, 7, 14, 8, 20, tzinfo=Zona.WITA.tzinfo)
"""Some reports of the triwulan wait for the Kabid, others are not handed in yet."""
EVENING_BEFORE = datetime(LAST_YEAR, 7, 13, 18, 0, tzinfo=Zona.WITA.tzinfo)
"""A single seksi has handed its bahan in; in the morning its report is approved already."""
SEKSI = tuple(Seksi(f"S{n}", f"Seksi {name}") for n, name in enumerate(
    ("Pelayanan", "Pemerintahan", "Pemberdayaan Masyarakat", "Kesejahteraan", "Ketertiban", "Umum", "Perencanaan",
     "Keuangan"), start=1
))  # fmt: skip
INDIKATOR = 60


def _people() -> Iterator[Pegawai]:
    yield Pegawai("Andi Umpama, S.IP.", "Camat Kelara", (Role.KABID, Role.CAMAT), pengguna="kabid")
    yield Pegawai("Rahma Teladan, S.E.", "Kasubag Perencanaan", (Role.KASUBAG_PERENCANAAN,), pengguna="perencana")
    yield Pegawai("Joko Permisalan", "Pranata Komputer", (Role.ADMIN,), pengguna="admin")
    for n, seksi in enumerate(SEKSI, start=1):
        yield Pegawai(f"Siti Misalnya {n}", f"Kasi {n}", (Role.KASUBAG,), seksi=seksi.kode, pengguna=f"kasi{n}")
        yield Pegawai(f"Budi Contoh {n}", "Pengelola Data", (Role.ANALIS,), seksi=seksi.kode, pengguna=f"analis{n}")


def _indikator(n: int, seksi: str) -> Indikator:
    each = (Decimal(90 + n), Decimal(91 + n), Decimal(92 + n), Decimal(93 + n))
    total = n % 3 == 0
    return Indikator(
        f"{n % 12 + 1}.{n}",
        f"Persentase kegiatan ke-{n} yang terlaksana sesuai dengan rencana kerja kecamatan",
        sasaran=f"Meningkatnya mutu pekerjaan kelompok {n % 12 + 1}",
        satuan="kegiatan" if total else "%",
        akumulasi=Akumulasi.AKUMULASI if total else Akumulasi.POSISI_AKHIR,
        target=Target(sum(each, Decimal(0)) if total else each[3], each),
        seksi=seksi,
        bukti_wajib=n % 4 == 0,
    )


def book(tahun: int, seksi: Sequence[Seksi] = SEKSI) -> BukuKinerja:
    """The plan of one year and what will be reached in it; its indikator are shared out among some seksi."""
    indikator = tuple(_indikator(n, seksi[n % len(seksi)].kode) for n in range(INDIKATOR))
    return BukuKinerja(
        Instansi("Kecamatan Kelara", "Kabupaten Jeneponto", "Sulawesi Selatan", "Jl. Poros Kelara-Malakaji", "Tolo"),
        Rencana(tahun, indikator),
        realisasi=tuple(RealisasiTahun(i.kode, _reached(n, i)) for n, i in enumerate(indikator)),
        anggaran=tuple(
            BarisAnggaran(f"{n:02}", Tingkat.PROGRAM, f"Program {n}", Decimal(40_000_000), (Decimal(8_000_000),) * 4)
            for n in range(1, 13)
        ),
        seksi=SEKSI,
        pegawai=tuple(_people()),
    )


def _reached(n: int, indikator: Indikator) -> Four:
    one, two, three, four = (None if t is None else t - Decimal(n % 7) / 2 for t in indikator.target.triwulan)
    return (one, two, three, four)


# --- making ----------------------------------------------------------------------------------------


def office_of(years: int) -> Path:
    """The folder of an office with so many years; made now if it is not there."""
    return _kept(f"{years}", years, SEKSI, NOW)


def one_sheet_office() -> Path:
    """The folder of an office whose last seksi answers for everything: its Lembar Kerja has all rows."""
    return _kept("satu-seksi", 1, SEKSI[-1:], EVENING_BEFORE)


def _kept(name: str, years: int, seksi: Sequence[Seksi], until: datetime) -> Path:
    mark = sha256(Path(__file__).read_bytes()).hexdigest()[:10]
    folder = Path(tempfile.gettempdir()) / f"kinerja-tolok-ukur-{mark}" / name
    if not (folder / "selesai").exists():
        _make(folder, years, seksi, until)
        (folder / "selesai").touch()
    return folder


def _make(folder: Path, years: int, seksi: Sequence[Seksi], until: datetime) -> None:
    first = LAST_YEAR - years + 1
    clock = SetClock(practice_office.first_morning(book(first)))
    accounts = [setup.FirstAccount(p.pengguna, password_of(p.pengguna)) for p in _people() if p.pengguna]
    office = setup.create_office(folder, book(first, seksi), accounts, clock=clock, latihan=True)
    with _blank_papers():
        for tahun in range(first, LAST_YEAR + 1):
            buku = book(tahun, seksi)
            if tahun > first:
                _plan(office, clock, buku)
            practice.play(office, clock, buku, _silent, until=until if tahun == LAST_YEAR else None)
    _send_back(office, clock)
    office.store.close()


def _plan(office: Office, clock: SetClock, buku: BukuKinerja) -> None:
    """The plan of one more year, and the calendars that its limits need."""
    tahun = buku.rencana.tahun
    with office.store.unit() as unit:
        planning.put_plan(unit, trail.PROGRAM, clock.waktu, buku.rencana, buku.anggaran, isi={"sumber": "tolok ukur"})
        calendar_table.ensure_years(unit, (tahun, tahun + 1), clock.waktu)
        unit.commit()


def _send_back(office: Office, clock: SetClock) -> None:
    """The bahan of the last seksi goes back to its analyst, so that one Lembar Kerja can be filled."""
    with office.store.read() as unit:
        stage = Stage(office, clock, calendar_table.kalender(unit))
        cases = unit.cases.listing(jenis=Jenis.BERKAS, tahun=LAST_YEAR, triwulan=2)
    clock.waktu = NOW
    case = next(one for one in cases if one.seksi == SEKSI[-1].kode)
    note = CatatanBaru(None, "Lengkapi bukti dukung.")
    ctx = stage.acting(Role.KASUBAG, SEKSI[-1].kode)
    section_report.return_bahan(ctx, case.id, "Bukti dukung belum lengkap.", [note], seen=case.versi)


def _silent(_: str) -> None:
    """Nobody reads how a year goes by."""


@contextmanager
def _blank_papers() -> Iterator[None]:
    """Papers are an empty sheet while this lasts; each is another file, as real ones are."""
    from reportlab.pdfgen.canvas import Canvas

    def blank(paper: object, fmt: printing.Format = printing.Format.PDF) -> bytes:
        del fmt
        naskah = cast("Bernaskah", paper).naskah
        target = io.BytesIO()
        sheet = Canvas(target, invariant=1)
        sheet.drawString(72, 72, f"{naskah.judul} {naskah.kode}")
        sheet.save()
        return target.getvalue()

    real = printing.render
    printing.render = blank
    try:
        yield
    finally:
        printing.render = real


def planner(office: Office) -> Context:
    """The Kasubag Perencanaan, acting."""
    with office.store.read() as unit:
        stage = Stage(office, SetClock(NOW), calendar_table.kalender(unit))
    return stage.acting(Role.KASUBAG_PERENCANAAN)
