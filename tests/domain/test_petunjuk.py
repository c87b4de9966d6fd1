"""Help texts as pieces: what each mark means, what is refused, what a search finds."""

import pytest

from kinerja_desktop.domain.petunjuk import Gaya, Jenis, MarkupSalah, Tempat, read_subjek, search

TEXT = """# Arsip

Semua dokumen ada
di sini.

## Mencari

1. Tekan `Ctrl+F`.
2. Ketik **nomor**, lalu
   `Enter`.

- Lihat [cetak](cetak#Mencetak) atau [masuk](masuk).

> Jangan dihapus.

![Daftar dokumen](arsip)
"""


def test_every_mark_is_read() -> None:
    subjek = read_subjek("arsip", TEXT)
    first, second = subjek.bagian

    assert (subjek.judul, first.judul, second.judul) == ("Arsip", "", "Mencari")
    assert [blok.teks for blok in first.blok] == ["Semua dokumen ada di sini."]
    assert [blok.jenis for blok in second.blok] == [
        *(Jenis.LANGKAH, Jenis.LANGKAH, Jenis.BUTIR, Jenis.INGAT, Jenis.GAMBAR)
    ]
    assert [(p.teks, p.gaya) for p in second.blok[1].isi] == [
        *(("Ketik ", Gaya.BIASA), ("nomor", Gaya.TEBAL), (", lalu ", Gaya.BIASA), ("Enter", Gaya.TOMBOL)),
        (".", Gaya.BIASA),
    ]
    assert second.blok[-1].nama == "arsip"
    assert list(subjek.links()) == [Tempat("cetak", "Mencetak"), Tempat("masuk")]


@pytest.mark.parametrize("text", ["Tanpa judul.", "# Judul\n\n### Terlalu dalam", "# Judul\n\n**tebal", "# A\n\n[x](y"])
def test_what_would_be_printed_as_a_mark_is_refused(text: str) -> None:
    with pytest.raises(MarkupSalah):
        read_subjek("uji", text)


def test_a_search_wants_every_word_and_prefers_headings() -> None:
    one = read_subjek("a", "# Satu\n\nMencari dokumen lama.\n\n## Lain\n\nApa saja.")
    two = read_subjek("b", "# Dua\n\n## Mencari dokumen\n\nTekan tombolnya.")

    assert [hit.tempat for hit in search((one, two), "MENCARI dok")] == [Tempat("b", "Mencari dokumen"), Tempat("a")]
    assert not search((one, two), "dokumen tidak")
    assert not search((one, two), "cari")
    assert not search((one, two), "  ")
