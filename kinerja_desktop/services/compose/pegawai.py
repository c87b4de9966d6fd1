"""Tables of the office's people for BAB I of the LKjIP: by unit and by golongan, on the last day of the year."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.laporan import Angka, BarisPegawai, TabelPegawai
from kinerja_desktop.domain.narasi import NBSP, kalimat, sederet
from kinerja_desktop.domain.pegawai import Pegawai, StatusPegawai
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.compose.bahan import Bahan

PIMPINAN = "Pimpinan dan staf kantor"
BELUM_DICATAT = "Golongan belum dicatat"
TANPA_GOLONGAN = "Non-ASN (tanpa golongan)"
_LAST = (TANPA_GOLONGAN, BELUM_DICATAT)
_ORDER: Mapping[str, int] = {"IV": 0, "III": 1, "II": 2, "I": 3}


def people_text(bahan: Bahan) -> tuple[str, ...]:
    """How many people of which status the office has; nothing where none is known."""
    if not bahan.pegawai:
        return ()
    counted = Counter(p.status for p in bahan.pegawai)
    present = [status for status in StatusPegawai if counted[status]]
    total, *parts = sederet(len(bahan.pegawai), *(counted[status] for status in present))
    by_status = deretan(f"{n}{NBSP}{status.value}" for n, status in zip(parts, present, strict=True))
    kinds = f"terdiri atas {by_status}" if len(present) > 1 else f"semuanya {present[0].value}"
    first = f"Pada {format_tanggal(bahan.triwulan.last_day)} tercatat {total} pegawai, {kinds}."
    return (f"{kalimat(first)} {kalimat('Rinciannya disajikan pada Tabel 1.1 dan Tabel 1.2.')}",)


def people_tables(bahan: Bahan) -> tuple[TabelPegawai, ...]:
    """By unit, with the indikator that each answers for, and by golongan."""
    if not bahan.pegawai:
        return ()
    when = format_tanggal(bahan.triwulan.last_day)
    source = f"Sumber: daftar pegawai kantor, keadaan {when}."
    status = [s for s in StatusPegawai if any(p.status is s for p in bahan.pegawai)]
    heads = ("Unit Kerja", *(s.value for s in status), "Jumlah", "Indikator")
    by_unit = _with_total(_unit_rows(bahan, status))
    return (
        TabelPegawai("Pegawai dan Indikator menurut Unit Kerja", heads, by_unit, source),
        TabelPegawai("Pegawai menurut Golongan", ("Golongan", "Jumlah"), _with_total(_golongan_rows(bahan)), source),
    )


def _unit_rows(bahan: Bahan, status: Sequence[StatusPegawai]) -> Iterable[tuple[str, tuple[int, ...]]]:
    owned = Counter(i.seksi for i in bahan.rencana.indikator)
    names = {b.seksi.kode: b.seksi.nama for b in bahan.berkas}
    leading = [p for p in bahan.pegawai if p.seksi not in names]
    if leading:
        yield PIMPINAN, (*_by_status(leading, status), sum(n for k, n in owned.items() if k not in names))
    for kode, nama in names.items():
        yield nama, (*_by_status([p for p in bahan.pegawai if p.seksi == kode], status), owned[kode])


def _by_status(people: Sequence[Pegawai], status: Sequence[StatusPegawai]) -> tuple[int, ...]:
    return (*(sum(p.status is s for p in people) for s in status), len(people))


def _golongan_rows(bahan: Bahan) -> Iterable[tuple[str, tuple[int, ...]]]:
    found = Counter(_golongan(p) for p in bahan.pegawai)
    for nama in sorted(found, key=lambda n: (n in _LAST, _ORDER.get(n.removeprefix("Golongan "), 4), n)):
        yield nama, (found[nama],)


def _golongan(person: Pegawai) -> str:
    group = (person.golongan or "").partition("/")[0].strip()
    if not group:
        return TANPA_GOLONGAN if person.status is StatusPegawai.NON_ASN else BELUM_DICATAT
    return f"PPPK golongan {group}" if person.status is StatusPegawai.PPPK else f"Golongan {group}"


def _with_total(rows: Iterable[tuple[str, tuple[int, ...]]]) -> tuple[BarisPegawai, ...]:
    listed = list(rows)
    sums = tuple(sum(column) for column in zip(*(counts for _, counts in listed), strict=True))
    return tuple(
        BarisPegawai(nama, tuple(Angka(Decimal(n), 0) for n in counts)) for nama, counts in (*listed, ("Jumlah", sums))
    )
