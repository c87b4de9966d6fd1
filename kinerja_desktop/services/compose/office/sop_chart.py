"""The SOP with its flow chart, and the same chart with the state of one seksi's berkas."""

from collections.abc import Mapping
from datetime import datetime

from kinerja_desktop.domain.bagan_sop import KeadaanSimbol, bagan, with_states
from kinerja_desktop.domain.dokumen_sop import DokumenSop, SopBerjalan
from kinerja_desktop.domain.isian import Isian
from kinerja_desktop.domain.ketepatan import Waktu
from kinerja_desktop.domain.narasi import kalimat
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import PELAKSANA, SOP_2022, RevisiSop
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_singkat, format_tanggal, format_waktu
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services import settings
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.office.kinds import PEMBUAT, Golongan, JenisDokumen, Per, Sumber
from kinerja_desktop.services.compose.report_end import ReportEnd
from kinerja_desktop.services.compose.waktu import LANGKAH, berkas_of, late_words, measured

_FLOW = (*LANGKAH, Langkah.SERAH, Langkah.LAPORAN_TRIWULAN)
_State = tuple[KeadaanSimbol, tuple[str, ...]]


def _revision(x: Sumber) -> RevisiSop:
    return settings.revisi_sop(x.unit, x.pokok.triwulan.last_day)


def _local_titles(x: Sumber) -> Mapping[Role, str]:
    """Local jabatan of each executor's column; nothing where it says what the column says."""
    planner = x.pejabat(Role.KASUBAG_PERENCANAAN)
    titles = {
        Role.KABID: settings.pemeriksa(x.unit),
        Role.KASUBAG: "Kasi",
        Role.ANALIS: "Analis",
        Role.KASUBAG_PERENCANAAN: planner.jabatan if planner else "",
    }
    return {role: title for role, title in titles.items() if title != PELAKSANA[role].replace("\n", " ")}


# --- the SOP ---------------------------------------------------------------------------------------


def _sop_fields(x: Sumber) -> tuple[Isian, ...]:
    revision = _revision(x)
    changed = "" if revision == SOP_2022 else format_tanggal(revision.berlaku_mulai)
    return (
        Isian("nomor_sop", "Nomor SOP", "Kosongkan untuk ditulis tangan."),
        Isian("dibuat", "Tgl. pembuatan", bawaan=revision.identitas.dibuat),
        Isian("direvisi", "Tgl. revisi", "Kosongkan bila belum direvisi.", changed),
        Isian("efektif", "Tgl. efektif"),
        Isian("keterkaitan", "Keterkaitan", "SOP lain yang berkaitan, satu pada setiap baris.", baris=3),
        Isian("catatan", "Catatan", "Dicetak kecil di bawah blok identitas, misalnya catatan atas naskah.", baris=2),
    )


def sop_paper(x: Sumber) -> DokumenSop:
    """The revision in force, its texts as approved."""
    revision = _revision(x)
    who = revision.identitas
    linked = tuple(line for line in x.isian["keterkaitan"].splitlines() if line.strip())
    return DokumenSop(
        naskah=x.naskah(f"SOP {who.nama}", f"SOP {who.nama}"),
        nama=who.nama,
        nomor_sop=x.isian["nomor_sop"],
        dibuat=x.isian["dibuat"],
        direvisi=x.isian["direvisi"],
        efektif=x.isian["efektif"],
        pasangan=(
            (("Dasar Hukum", who.dasar_hukum), ("Kualifikasi Pelaksana", who.kualifikasi)),
            (("Keterkaitan", linked), ("Peralatan/Perlengkapan", who.peralatan)),
            (("Peringatan", (who.peringatan,)), ("Pencatatan dan Pendataan", (who.pencatatan,))),
        ),
        catatan=(x.isian["catatan"],),
        bagan=bagan(revision, _local_titles(x)),
        pengesah=x.pimpinan,
    )


# --- the berkas of one seksi -----------------------------------------------------------------------


def running_sop(x: Sumber) -> SopBerjalan:
    """The chart with what is done, runs, is late or has not begun in one seksi."""
    bahan = x.bahan()
    b = berkas_of(bahan, x.pokok.seksi or "")
    subject = f"{b.seksi.nama} {x.pokok.masa}"
    label = b.keadaan.label if b.keadaan else "Belum Ditugaskan"
    hour = f"{format_waktu(bahan.sekarang)} {bahan.kalender.zona.name}"
    newest = {w.langkah: w for w in measured(b, bahan)}
    here = next((_FLOW.index(w.langkah) for w in newest.values() if w.selesai is None), len(_FLOW))
    states = {langkah: _state(newest.get(langkah), bahan, begun=n <= here) for n, langkah in enumerate(_FLOW)}
    return SopBerjalan(
        naskah=x.naskah(f"Pelaksanaan SOP {bahan.revisi.identitas.nama}", f"Pelaksanaan SOP {subject}"),
        berkas=subject,
        keadaan=kalimat(
            f"Keadaan pada {format_hari_tanggal(bahan.sekarang)} pukul {hour}: {label.lower()}. Terlambat dihitung "
            "terhadap norma."
        ),
        bagan=with_states(
            bagan(bahan.revisi, _local_titles(x)),
            {**states, Langkah.LAPORAN_TRIWULAN: _state(ReportEnd.of_quarter(bahan).waktu, bahan, begun=True)},
        ),
    )


def _state(waktu: Waktu | None, bahan: Bahan, *, begun: bool) -> _State:
    """State of a step with the words below its symbol; a step behind the one that runs has to come again."""
    if waktu is None or not begun:
        return KeadaanSimbol.BELUM, ()
    late = (f"terlambat {_lateness(waktu, bahan)}",) if waktu.terlambat else ()
    if waktu.selesai is not None:
        return KeadaanSimbol.SELESAI, (_moment(waktu.selesai, bahan), *late)
    since = (f"sejak {_moment(waktu.mulai, bahan)}",) if waktu.mulai else ()
    return (KeadaanSimbol.TERLAMBAT if late else KeadaanSimbol.BERJALAN), (*since, *late)


def _lateness(waktu: Waktu, bahan: Bahan) -> str:
    assert waktu.batas is not None
    return late_words(bahan.kalender, waktu.batas, waktu.selesai or bahan.sekarang).removesuffix(" kerja")


def _moment(at: datetime, bahan: Bahan) -> str:
    return format_singkat(bahan.kalender.local(at))


BAGAN = (
    JenisDokumen("sop", "SOP Pengumpulan Data Kinerja", Golongan.SOP, Per.TAHUN, sop_paper, isian=_sop_fields),
    JenisDokumen(
        "sop_berjalan",
        "Bagan Alir SOP Berjalan",
        Golongan.SOP,
        Per.SEKSI,
        running_sop,
        (*PEMBUAT, Role.KASUBAG),
        tetap=False,
    ),
)
