"""What is expected of a hostile workbook: the beginning of the sentence of its refusal, or that it is read."""

from collections.abc import Callable

Make = Callable[[], bytes]
Kasus = tuple[str, Make, str]

ACCEPTED = ""
DAMAGED = "Berkas rusak atau tidak utuh sehingga tidak dapat dibaca."
UNSEEN = "Isi sel memuat tanda tak terlihat"
NOT_XLSX = "Berkas bukan buku kerja Excel (.xlsx)."
LOCKED = "Berkas dikunci dengan sandi."
SIZE = "Isi berkas tidak wajar besarnya setelah dibuka."
PARTS = "Berkas berisi lebih dari 200 bagian."
PACKED = "Berkas lebih besar dari 10 MB."
CELLS = "Berkas berisi lebih dari 400.000 sel yang terisi."
SHEET = "Lembar berisi lebih dari 20.000 baris atau 60 kolom."
MACRO = "Berkas berisi makro."
LINK = "Berkas tertaut ke berkas atau sumber data lain."
OBJECT = "Berkas memuat objek dari program lain."
DTD = "Berkas berisi perintah XML (DTD) yang tidak aman."
NO_SHEET = "Lembar Indikator tidak ada."
NO_HEADS = "Kolom kode tidak ada."
EITHER = "*"
"""Read or refused; only no crash, no hang."""
