"""Indeks Bukti LKE as plain blocks, for a workbook that the evaluator's team may sort."""

from kinerja_desktop.documents.indeks_lke_pdf import CONTENTS, CRITERIA
from kinerja_desktop.documents.outline import Blok, Daftar, Paragraf
from kinerja_desktop.domain.dokumen_lke import YANG_BELUM_ADA, IndeksBuktiLke


def lke_outline(paper: IndeksBuktiLke) -> tuple[Blok, ...]:
    """The three tables, each row by itself: part and folder stand on each of their rows."""
    criteria = tuple(
        (line.nomor, line.teks, group.bagian, "\n".join(line.bukti), line.keadaan)
        for group in paper.kelompok
        for line in group.baris
    )
    missing = tuple((k.no, k.apa, k.kriteria, k.saran) for k in paper.kurang)
    contents = tuple((b.no, b.nama, folder.nama, b.nomor, b.tanda_tangan) for folder in paper.isi for b in folder.baris)
    return (
        *map(Paragraf, paper.pembuka),
        Daftar(
            "Kriteria", CRITERIA, ("No", "Kriteria", "Bagian", "Bukti", "Keadaan"), criteria, catatan=(paper.sumber,)
        ),
        Daftar(YANG_BELUM_ADA, YANG_BELUM_ADA, ("No", "Bukti", "Kriteria", "Yang harus dilakukan"), missing),
        Daftar("Isi paket", CONTENTS, ("No", "Berkas", "Folder", "Nomor dokumen", "Tanda tangan"), contents),
    )
