"""Step 6 against norm and plan: a report of the triwulan or the year, from the day on which all was there for it."""

from dataclasses import replace
from datetime import datetime

from kinerja_desktop.domain.ketepatan import Waktu, times
from kinerja_desktop.domain.laporan import BarisLaporanTriwulan
from kinerja_desktop.domain.narasi import hitungan, kalimat
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_singkat
from kinerja_desktop.domain.workflow import Keadaan, Langkah
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.waktu import late_words, plan


def spelled(lama: str) -> str:
    """A duration inside a sentence: "1 hari kerja" becomes "satu hari kerja"."""
    number, _, rest = lama.partition(" ")
    return hitungan(int(number), rest) if rest == "hari kerja" else lama


class ReportEnd:
    """A report of step 6: when all was there for it, when it was due by norm and plan, when it was fixed."""

    def __init__(self, bahan: Bahan, nama: str, langkah: Langkah, waktu: Waktu | None) -> None:
        self.kalender = bahan.kalender
        self.nama = nama
        self.waktu = waktu
        self.norma = bahan.revisi.norma[langkah]
        self.jadwal = plan(bahan)[langkah]

    @classmethod
    def of_quarter(cls, bahan: Bahan) -> "ReportEnd":
        """The Laporan Triwulan."""
        nama = f"Laporan {bahan.triwulan.label}"
        return cls(bahan, nama, Langkah.LAPORAN_TRIWULAN, _newest(bahan, bahan.laporan))

    @classmethod
    def of_year(cls, bahan: Bahan, *, fixing: bool) -> "ReportEnd":
        """The LKjIP, ``bahan`` being that of TW IV; where it is being ``fixing``, it ends at this moment."""
        waktu = _newest(bahan, bahan.tahunan)
        if waktu is not None and fixing:
            waktu = replace(waktu, selesai=bahan.sekarang)
        return cls(bahan, f"LKjIP Tahun {bahan.triwulan.tahun}", Langkah.LAPORAN_TAHUNAN, waktu)

    @property
    def selesai(self) -> datetime | None:
        """When the report was fixed last; None while it is open."""
        return self.waktu.selesai if self.waktu else None

    @property
    def late(self) -> bool:
        """True where it is finished and the norm was passed."""
        return self.waktu is not None and self.selesai is not None and self.waktu.terlambat

    @property
    def after_plan(self) -> str:
        """How long after the plan it was fixed; empty where it kept it or is open."""
        if self.selesai is None or not self.kalender.is_late(self.jadwal, self.selesai):
            return ""
        return late_words(self.kalender, self.jadwal, self.selesai)

    def sentence(self) -> str:
        """The report's end against the plan."""
        planned = format_hari_tanggal(self.jadwal)
        if self.selesai is None:
            return kalimat(f"{self.nama} belum ditetapkan; jadwalnya {planned}.")
        fixed = f"{self.nama} ditetapkan pada {format_hari_tanggal(self.kalender.local(self.selesai))}"
        after = self.after_plan
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
            lewat=self.late or bool(self.after_plan),
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
        after = self.after_plan.removesuffix(" kerja")
        norm = "melewati norma" if self.late else "sesuai norma"
        return f"{norm}; {f'{after} setelah jadwal' if after else 'sesuai jadwal'}"


def _newest(bahan: Bahan, keadaan: Keadaan | None) -> Waktu | None:
    measured = times(keadaan, bahan.revisi.norma, bahan.kalender, bahan.sekarang) if keadaan else ()
    return measured[-1] if measured else None
