"""Is this paper ours, the last version, and unchanged? Asked with the code on it or with the file; no log-in.

A mistyped code is told with its place before the archive is asked. A file is compared byte by byte with what was
filed: its digest is known, or it carries (or resembles) a paper that was filed with other bytes. Sheets of slips that
were saved instead of printed were never filed as they are: their drawings are compared, each with its own answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kinerja_desktop.domain.errors import DataDamaged, KodeSalah, NotAScan, NotFound
from kinerja_desktop.domain.kode_periksa import find_kode, read_kode
from kinerja_desktop.domain.segel import Jangkar, SegelTerbaca, read_jangkar, read_segel, short_digest
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services import anchors, trail
from kinerja_desktop.services.anchors import Kecocokan
from kinerja_desktop.services.archive import title
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.paper_figures import Figures, frozen_of, key_figures, seal_of
from kinerja_desktop.services.slip_sheets import is_slip
from kinerja_desktop.storage.records import Paper, StatusPaper
from kinerja_desktop.storage.unit_of_work import Unit


class Putusan(Enum):
    """The answer in a word."""

    SAH = "Sah"
    DIGANTIKAN = "Digantikan"
    DITARIK = "Ditarik"
    TIDAK_DIKENAL = "Tidak dikenal"
    SALAH_KETIK = "Salah ketik"
    ISI_BERBEDA = "Isi tidak cocok"
    SEGEL_RUSAK = "Segel rusak"
    RIWAYAT_COCOK = "Riwayat cocok"
    RIWAYAT_BERBEDA = "Riwayat tidak cocok"

    @property
    def baik(self) -> bool:
        """True where the paper is what it says, though perhaps not the last version."""
        return self in (Putusan.SAH, Putusan.DIGANTIKAN, Putusan.RIWAYAT_COCOK)


@dataclass(frozen=True, slots=True)
class Hasil:
    """Answer, paper and one sentence. ``salah`` holds the mistyped code, ``pengganti`` the newer version.

    ``angka`` are the figures that the paper must show, for comparison by eye. ``lain`` answers for the other papers
    that stand on the same file.
    """

    putusan: Putusan
    kalimat: str
    kode: str | None = None
    paper: Paper | None = None
    pengganti: Paper | None = None
    salah: KodeSalah | None = None
    angka: Figures = ()
    lain: "tuple[Hasil, ...]" = ()

    @property
    def semua(self) -> "tuple[Hasil, ...]":
        """The answer for every paper on the file, in their order."""
        return (self, *self.lain)


_OF_STATUS: Mapping[StatusPaper, Putusan] = {
    "sah": Putusan.SAH,
    "digantikan": Putusan.DIGANTIKAN,
    "ditarik": Putusan.DITARIK,
}


def verify_kode(office: Office, teks: str) -> Hasil:
    """Look a typed code up, the mark of the history below it, or the words of a QR as a reader of codes types them."""
    read, mark = read_segel(teks), read_jangkar(teks)
    if read is not None:
        return _verify_segel(office, read)
    if mark is not None:
        return _verify_mark(office, mark)
    try:
        kode = read_kode(teks)
    except KodeSalah as wrong:
        return Hasil(Putusan.SALAH_KETIK, "", salah=wrong)
    with office.store.read() as unit:
        paper = unit.papers.by_kode(kode)
        if paper is None:
            return Hasil(Putusan.TIDAK_DIKENAL, f"Kode {kode} tidak ada dalam arsip kantor ini.", kode)
        return _known(unit, paper, kode)


def _verify_segel(office: Office, read: SegelTerbaca) -> Hasil:
    """What a QR says must be what was fixed: content and history are compared by their digests."""
    found = verify_kode(office, read.kode)
    if found.paper is None or not found.putusan.baik:
        return found
    history = None if read.jangkar is None else _verify_mark(office, read.jangkar)
    if history is not None and history.putusan is Putusan.RIWAYAT_BERBEDA:
        return replace(history, kode=found.kode, paper=found.paper, angka=found.angka)
    sealed = _sealed(office, found.paper)
    if sealed is None:
        told = f"{found.kalimat} {_NOT_COMPARED}"
        return replace(found, putusan=Putusan.TIDAK_DIKENAL, kalimat=told)
    if read.isi == sealed:
        return found
    return _differs(found.paper, found.angka, "Isi pada kode QR")


def _differs(paper: Paper, angka: Figures, what: str = "Isi berkas") -> Hasil:
    told = f"{what} tidak sama dengan {title(paper)} yang diarsipkan."
    return Hasil(Putusan.ISI_BERBEDA, told, paper.kode, paper, angka=angka)


_WRONG_ANYHOW = (Putusan.ISI_BERBEDA, Putusan.SEGEL_RUSAK, Putusan.RIWAYAT_BERBEDA, Putusan.TIDAK_DIKENAL)

_NOT_COMPARED = (
    "Isinya tidak dapat dibandingkan lewat kode QR, karena berkas arsipnya tidak terbaca. "
    "Jalankan pemeriksaan di Keutuhan Data."
)


def _sealed(office: Office, paper: Paper) -> str | None:
    """The beginning of the digest of a paper's content, as its QR must say it; None where nothing tells it.

    Earlier programs kept no content with the papers of steps 1 to 5: of theirs the filed sheet tells.
    """
    from kinerja_desktop.exchange.tergambar import drawn_codes

    with office.store.read() as unit:
        plain = frozen_of(unit, paper)
    if plain is not None:
        return short_digest(seal_of(plain))
    try:
        codes = drawn_codes(office.store.archive.read(paper.sha256))
    except (NotFound, DataDamaged, NotAScan):
        return None
    printed = (read for words in codes if (read := read_segel(words)) is not None)
    return next((read.isi for read in printed if read.kode == paper.kode), None)


def _verify_mark(office: Office, mark: Jangkar) -> Hasil:
    """What a paper says of the history must be in it; of a history that was left by a restore nothing can be said."""
    with office.store.read() as unit:
        found, head = anchors.compare(unit, mark), unit.journal.head().seq
    wrong = found in (Kecocokan.BERBEDA, Kecocokan.BELUM_SAMPAI)
    putusan = Putusan.RIWAYAT_BERBEDA if wrong else Putusan.RIWAYAT_COCOK
    return Hasil(
        Putusan.TIDAK_DIKENAL if found is Kecocokan.DITINGGALKAN else putusan,
        anchors.sentence(replace(mark, asal="Tanda riwayat pada kertas"), found, head),
    )


def verify_file(office: Office, content: bytes) -> Hasil:
    """Compare a file with the archive. A code inside it, or the QR on a scan, tells which paper it says to be."""
    from hashlib import sha256

    with office.store.read() as unit:
        paper = unit.papers.by_sha(sha256(content).hexdigest())
        if paper is not None:
            return _known(unit, paper, paper.kode)
        kode = find_kode(content.decode("latin-1"))
        claimed = unit.papers.by_kode(kode) if kode is not None else None
        everything = unit.papers.listing()
    if claimed is None and (answers := _laid(office, content) or _scanned(office, content)):
        return replace(answers[0], lain=answers[1:])
    claimed = claimed or _nearest(office, content, everything)
    if claimed is None:
        return Hasil(Putusan.TIDAK_DIKENAL, _unknown(kode), kode)
    with office.store.read() as unit:
        return _differs(claimed, _figures(unit, claimed))


def _unknown(kode: str | None) -> str:
    """What is said of a file that is not ours: with its code, or that none could be read, as on a blurred photo."""
    if kode is not None:
        return f"Kode {kode} pada berkas ini tidak ada dalam arsip kantor ini."
    return (
        "Berkas ini tidak ada dalam arsip kantor ini, dan tidak ada kode yang terbaca padanya. "
        "Ketik kode yang tercetak di samping kode QR, atau ambil foto yang lebih tajam."
    )


def _scanned(office: Office, content: bytes) -> tuple[Hasil, ...]:
    """The papers whose QR stands in a scan or photo."""
    from kinerja_desktop.exchange.pindaian import read_codes

    try:
        read = [segel for words in read_codes(content) if (segel := read_segel(words)) is not None]
    except NotAScan:
        return ()
    return tuple(_verify_segel(office, one) for one in {one.kode: one for one in read}.values())


# --- drawings of filed papers in a file that was not filed ------------------------------------------


def _laid(office: Office, content: bytes) -> tuple[Hasil, ...]:
    """The papers whose QR this program drew on the pages of a file."""
    from kinerja_desktop.exchange.tergambar import drawings

    try:
        pages = [[(one, _said(one.kode)) for one in page] for page in drawings(content)]
    except NotAScan:
        return ()
    # what stands beside a slip and is none of ours may cover a part of it
    claims = [
        (said, one.sidik if all(s is not None for _, s in page) else "")
        for page in pages
        for one, said in page
        if said is not None
    ]
    papers = {said.kode: said for said, _ in claims}
    return tuple(
        _verify_drawn(office, said, {digest for claim, digest in claims if claim.kode == kode})
        for kode, said in papers.items()
    )


def _said(codes: Iterable[str]) -> SegelTerbaca | None:
    return next((read for words in codes if (read := read_segel(words)) is not None), None)


def _verify_drawn(office: Office, said: SegelTerbaca, drawn: set[str]) -> Hasil:
    """A slip is right where everything that is drawn of it was filed so; any other paper is its file, byte by byte."""
    from kinerja_desktop.exchange.tergambar import drawings

    found = _verify_segel(office, said)
    if found.paper is None or found.putusan in _WRONG_ANYHOW:
        return found
    try:
        known = {one.sidik for page in drawings(office.store.archive.read(found.paper.sha256)) for one in page}
    except (NotFound, DataDamaged, NotAScan):
        return replace(found, putusan=Putusan.TIDAK_DIKENAL, kalimat=f"{found.kalimat} {_NOT_COMPARED}")
    if is_slip(found.paper.id) and drawn <= known:
        return found
    return _differs(found.paper, found.angka)


def _known(unit: Unit, paper: Paper, kode: str | None) -> Hasil:
    if not trail.holds(unit, trail.Kind.PAPER, paper.id, paper):
        told = f"Catatan {title(paper)} diubah di luar program. Jangan cetak ulang; periksa di Keutuhan Data."
        return Hasil(Putusan.SEGEL_RUSAK, told, kode, paper)
    putusan = _OF_STATUS[paper.status]
    newer = unit.papers.current(paper.case_id, paper.jenis) if paper.case_id is not None else None
    pengganti = newer if putusan is Putusan.DIGANTIKAN else None
    told = _sentence(putusan, paper, pengganti)
    return Hasil(putusan, told, kode, paper, pengganti, angka=_figures(unit, paper))


def _figures(unit: Unit, paper: Paper) -> Figures:
    plain = frozen_of(unit, paper)
    return key_figures(plain) if plain is not None else ()


def _sentence(putusan: Putusan, paper: Paper, pengganti: Paper | None) -> str:
    day = paper.tanggal or paper.dibuat.date()
    what = f"{title(paper)}, versi {paper.versi}, ditetapkan {format_tanggal(day)}."
    if putusan is Putusan.DITARIK:
        return f"{what} Dokumen ini sudah ditarik dan tidak berlaku lagi."
    if putusan is Putusan.DIGANTIKAN:
        by = f"versi {pengganti.versi}" if pengganti is not None else "versi lain"
        return f"{what} Digantikan oleh {by}."
    return what


_ALIKE = 64
"""A changed file still begins or ends like the filed one, over at least one part in so many of its length."""


def _nearest(office: Office, content: bytes, papers: Iterable[Paper]) -> Paper | None:
    """The filed paper whose bytes begin and end most like these, where the likeness is no accident."""
    best, likeness = None, len(content) // _ALIKE + _COMMON
    for paper in papers:
        alike = _common(content, _filed(office, paper))
        if alike > likeness:
            best, likeness = paper, alike
    return best


def _filed(office: Office, paper: Paper) -> bytes:
    archive = office.store.archive
    return archive.path(paper.sha256).read_bytes() if archive.has(paper.sha256) else b""


_COMMON = 2_000
"""Every paper of one program begins and ends alike for some hundred bytes."""


def _common(one: bytes, other: bytes) -> int:
    """How many bytes two files share at their beginning and at their end."""
    return _shared(one, other) + _shared(one[::-1], other[::-1])


def _shared(one: bytes, other: bytes) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
