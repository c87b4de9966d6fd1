"""What Penugasan says above and below its list: when it opens, what can be taken back, why nothing can be sent.

Strips and sentences only; the page decides when they are shown.
"""

from kinerja_desktop import messages
from kinerja_desktop.domain.tanggal import format_hari_waktu
from kinerja_desktop.services.assignment import HasilPenugasan, PenugasanView, TugasSeksi
from kinerja_desktop.ui.assignment.model import can_be_ticked
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.strips import StripSpec


def hint(view: PenugasanView) -> StripSpec | None:
    if not view.keterangan:
        return None
    if view.susulan:
        return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, view.keterangan, shape=Shape.FILL)
    return StripSpec(Tone.NETRAL, Icon.JADWAL, view.keterangan)


def why_not(view: PenugasanView | None, count: int) -> str:
    if view is None:
        return ""
    if not any(can_be_ticked(line) for line in view.baris):
        held = sum(line.penghalang is not None for line in view.baris)
        return f"{held} unit belum dapat ditugaskan." if held else "Semua unit sudah ditugaskan."
    if not view.dibuka:
        return f"Dibuka {format_hari_waktu(view.mulai, sekarang=view.mulai.date())}."
    return "" if count else "Pilih unit yang ditugaskan."


def why_no_slip(line: TugasSeksi | None) -> str:
    """Why the slip of a seksi cannot be looked at before it is sent; empty where it can."""
    if line is None:
        return "Pilih unit dahulu."
    if line.penghalang is not None:
        return messages.sentence(line.penghalang)
    return "Lembar unit ini sudah dikirim. Tekan Cetak Lembar." if line.ditugaskan is not None else ""


def told(done: HasilPenugasan) -> StripSpec | None:
    """What was not sent, with the cause; what was sent is told by the strip of what can be taken back."""
    if not done.gagal:
        return None
    why = " ".join(messages.sentence(one.sebab) for one in done.gagal)
    rest = f" {len(done.terkirim)} tugas lain sudah terkirim." if done.terkirim else ""
    return StripSpec(Tone.SALAH, Icon.SALAH, f"{why}{rest}", "Tutup", Shape.FILL)


def still_back(view: PenugasanView) -> StripSpec | None:
    """Orders that nobody acted upon, for as long as they can be taken back."""
    count = sum(line.dapat_ditarik for line in view.baris)
    if not count:
        return None
    text = f"{count} tugas terkirim dan belum ditindaklanjuti Kasubag."
    return StripSpec(Tone.SELESAI, Icon.DISETUJUI, text, "Tarik…", Shape.FILL)
