"""Words by which an indikator gives away that it counts what was done instead of what came of it.

A sasaran is measured by its outcome (PermenPANRB 88/2021, quality of planning: "indikator kinerja berorientasi hasil").
Plain data, compared in small letters. To add a word: a line in the list that it belongs to.
"""

AWAL = (
    "jumlah kegiatan",
    "jumlah rapat",
    "jumlah sosialisasi",
    "jumlah pelatihan",
    "jumlah pembinaan",
    "jumlah bimbingan",
    "jumlah monitoring",
    "jumlah fasilitasi",
    "jumlah koordinasi",
    "jumlah patroli",
    "jumlah kunjungan",
    "jumlah peserta",
    "jumlah dokumen",
    "jumlah laporan",
    "jumlah bulan",
    "frekuensi",
    "pelaksanaan",
    "penyusunan",
    "penyelenggaraan",
    "pembinaan",
    "sosialisasi",
    "fasilitasi",
    "monitoring",
)
"""The name begins with it."""

DI_MANA_SAJA = (
    "terlaksananya",
    "dilaksanakannya",
    "terselenggaranya",
    "diselenggarakannya",
    "tersusunnya",
    "disusunnya",
    "tersedianya",
    "terpenuhinya",
    "terfasilitasinya",
    "terbayarnya",
    "terkirimnya",
    "diadakannya",
    "kegiatan yang dilaksanakan",
    "rapat yang dilaksanakan",
    "dokumen yang disusun",
    "laporan yang disusun",
    "yang dibina",
    "yang dilatih",
    "yang difasilitasi",
)
"""The name holds it somewhere."""

BENTUK_SASARAN = ("meningkatnya", "menurunnya", "terwujudnya", "terciptanya", "berkurangnya", "optimalnya")
"""The name begins with it and so says what is wished for, not what is counted."""

SATUAN = frozenset({"kegiatan", "kali", "rapat", "paket", "dokumen", "laporan"})
"""What activities are counted in."""


def tanda(nama: str, satuan: str | None) -> str | None:
    """The word that gives it away, or None where the indikator speaks of a result."""
    teks = " ".join(nama.casefold().split())
    found = next((kata for kata in AWAL if teks.startswith(f"{kata} ") or teks == kata), None)
    found = found or next((kata for kata in DI_MANA_SAJA if kata in teks), None)
    unit = (satuan or "").strip().casefold()
    return found or (f"satuan {unit}" if unit in SATUAN else None)


def berbentuk_sasaran(nama: str) -> bool:
    """Whether the name is the sentence of a sasaran."""
    return nama.strip().casefold().startswith(BENTUK_SASARAN)
