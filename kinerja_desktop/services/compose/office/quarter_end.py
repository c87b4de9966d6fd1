"""Step 6 of a triwulan against norm and plan: the Laporan Triwulan from the day on which all reports were there."""

from datetime import datetime

from kinerja_desktop.domain.dokumen_sop import BarisLaporanTriwulan
from kinerja_desktop.domain.ketepatan import times
from kinerja_desktop.domain.narasi import hitungan, kalimat
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_singkat
from kinerja_desktop.domain.workflow import Jenis, Langkah
from kinerja_desktop.services.acting import keadaan_of
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.office.kinds import Sumber
from kinerja_desktop.services.compose.waktu import late_words, plan


def spelled(lama: str) -> str:
    """A duration inside a sentence: "1 hari kerja" becomes "satu hari kerja"."""
    number, _, rest = lama.partition(" ")
    return hitungan(int(number), rest) if rest == "hari kerja" else lama


class QuarterEnd:
    """Step 6 of the triwulan: when all reports were there, when it was due by norm and plan, when it was fixed."""

    def __init__(self, x: Sumber, bahan: Bahan) -> None:
        case = x.unit.cases.find(Jenis.LAPORAN_TRIWULAN, bahan.triwulan.tahun, bahan.triwulan.nomor, None)
        keadaan = keadaan_of(x.unit, case) if case is not None else None
        measured = times(keadaan, bahan.revisi.norma, bahan.kalender, bahan.sekarang) if keadaan else ()
        self.waktu = measured[-1] if measured else None
        self.kalender = bahan.kalender
        self.nama = f"Laporan {bahan.triwulan.label}"
        self.norma = bahan.revisi.norma[Langkah.LAPORAN_TRIWULAN]
        self.jadwal = plan(bahan)[Langkah.LAPORAN_TRIWULAN]

    @property
    def selesai(self) -> datetime | None:
        """When the report was fixed last; None while it is open."""
        return self.waktu.selesai if self.waktu else None

    @property
    def late(self) -> bool:
        """True where it is finished and the norm was passed."""
        return self.waktu is not None and self.selesai is not None and self.waktu.terlambat

    def _after_plan(self) -> str:
        if self.selesai is None or not self.kalender.is_late(self.jadwal, self.selesai):
            return ""
        return late_words(self.kalender, self.jadwal, self.selesai)

    def sentence(self) -> str:
        """The report's end against the plan."""
        planned = format_hari_tanggal(self.jadwal)
        if self.selesai is None:
            return kalimat(f"{self.nama} belum ditetapkan; jadwalnya {planned}.")
        fixed = f"{self.nama} ditetapkan pada {format_hari_tanggal(self.kalender.local(self.selesai))}"
        after = self._after_plan()
        if not after:
            on_day = self.kalender.local(self.selesai).date() == self.jadwal.date()
            return kalimat(f"{fixed}, {'sesuai jadwal' if on_day else f'mendahului jadwal, yaitu {planned}'}.")
        return kalimat(f"{fixed}, {spelled(after)} setelah jadwal, yaitu {planned}.")

    def row(self) -> BarisLaporanTriwulan:
        """The row of Tabel 2."""
        return BarisLaporanTriwulan(
            nama=self.nama,
            norma=self.norma.label,
            diterima=self._moment(self.waktu.mulai if self.waktu else None),
            batas=self._moment(self.waktu.batas if self.waktu else None),
            jadwal=self._moment(self.jadwal),
            selesai=self._moment(self.selesai),
            hasil=self._result(),
            lewat=self.late or bool(self._after_plan()),
        )

    def late_sentence(self) -> str:
        """How far the norm was passed; empty where it was kept."""
        if not self.late or self.waktu is None or self.waktu.batas is None or self.selesai is None:
            return ""
        lama = late_words(self.kalender, self.waktu.batas, self.selesai)
        return f"Langkah 6 selesai {spelled(lama)} setelah batas waktu."

    def _moment(self, at: datetime | None) -> str:
        return "-" if at is None else format_singkat(self.kalender.local(at))

    def _result(self) -> str:
        if self.selesai is None:
            return "belum selesai"
        after = self._after_plan().removesuffix(" kerja")
        norm = "melewati norma" if self.late else "sesuai norma"
        return f"{norm}; {f'{after} setelah jadwal' if after else 'sesuai jadwal'}"
