"""What is written reads back to the same book, and texts stay texts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import BukuKinerja, TeksTriwulan, baris_pegawai
from kinerja_desktop.domain.errors import KnownFault
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.indikator import (
    Akumulasi,
    Indikator,
    NilaiSkala,
    Rencana,
    Riwayat,
    Rumus,
    Sasaran,
    Seksi,
    Target,
    Tingkat,
    VersiRencana,
)
from kinerja_desktop.domain.pegawai import Instansi, Pegawai, Penugasan, StatusPegawai
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanda import hides
from kinerja_desktop.exchange.buku_kinerja import baca, tulis

NYATA = Path(__file__).parent.parent / "data" / "nyata"
OFFICE = Instansi("Kecamatan Contoh", "Kabupaten Misal")


def again(book: BukuKinerja, folder: Path) -> BukuKinerja:
    path = folder / "buku.xlsx"
    tulis(book, path)
    return baca(path)


def same(one: BukuKinerja, other: BukuKinerja) -> bool:
    """Equal to the last zero of every figure; warnings are of the file, not of the book."""
    return repr(replace(one, peringatan=())) == repr(replace(other, peringatan=()))


@pytest.mark.parametrize("path", sorted(NYATA.glob("*.xlsx")), ids=lambda path: path.stem)
def test_published_books_come_back(path: Path, tmp_path: Path) -> None:
    book = baca(path)

    assert same(book, again(book, tmp_path))


# --- any book --------------------------------------------------------------------------------------

signs = st.characters(codec="utf-8", exclude_characters="\r")
texts = st.text(signs, min_size=1, max_size=20).map(composed).map(str.strip).filter(bool)
dangerous = st.sampled_from(["=1+1", "+62", "-5", "@x", "＝1", "_x0041_", "007", "1.234", "a\tb\nc", "ya", "'="])
sentences = texts | dangerous
words = sentences.filter(lambda teks: not hides(teks))
kode = st.text("ABC123.", min_size=1, max_size=6)
maybe_text, maybe_sentence = st.none() | words, st.none() | sentences
figures = st.builds(
    lambda whole, places, minus: Decimal((int(minus and whole > 0), tuple(map(int, str(whole))), -places)),
    st.integers(0, 10**15 - 1),
    st.integers(0, 6),
    st.booleans(),
)
maybe = st.none() | figures
fours = st.tuples(maybe, maybe, maybe, maybe)
targets = st.builds(Target, maybe, fours)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
years = st.integers(1900, 2199)


def indikator(seksi: list[str]) -> st.SearchStrategy[Indikator]:
    built = st.builds(
        Indikator,
        kode,
        words,
        st.sampled_from(Tingkat),
        sasaran=maybe_text,
        satuan=maybe_text,
        akumulasi=st.sampled_from(Akumulasi),
        rumus=st.sampled_from(Rumus),
        target=targets,
        seksi=st.sampled_from([None, *seksi]),
        iku=st.booleans(),
        definisi=maybe_sentence,
        sumber_data=maybe_sentence,
        bukti_wajib=st.booleans(),
        target_renstra=maybe,
        tahun_renstra=st.none() | years,
        pembanding=maybe,
        aksi=st.tuples(*[maybe_sentence] * 4),
        tidak_dipakai_sejak=st.none() | days,
        alasan_tidak_dipakai=maybe_sentence,
        menggantikan=st.none() | kode,
    )
    return built.map(lambda i: replace(i, polaritas=i.rumus.polaritas))


def pegawai(seksi: list[str]) -> st.SearchStrategy[Pegawai]:
    return st.builds(
        Pegawai,
        words,
        words,
        st.lists(st.sampled_from(Role), min_size=1, unique=True).map(tuple),
        nip=st.none() | st.text("0123456789", min_size=18, max_size=18),
        status=st.sampled_from(StatusPegawai),
        pangkat=maybe_text,
        golongan=st.none() | st.just("III/c"),
        seksi=st.sampled_from([None, *seksi]),
        pengguna=st.none() | st.just("budi"),
        mulai=st.none() | days,
        sampai=st.none() | days,
        penugasan=st.sampled_from(Penugasan),
    )


def versi(codes: list[str]) -> st.SearchStrategy[tuple[VersiRencana, ...]]:
    named = st.dictionaries(days, st.dictionaries(st.sampled_from(codes), targets, min_size=1), max_size=2)
    return named.map(
        lambda found: tuple(
            VersiRencana(f"versi {number}", day, tuple(found[day].items())) for number, day in enumerate(sorted(found))
        )
    )


@st.composite
def books(draw: st.DrawFn) -> BukuKinerja:
    seksi = draw(st.lists(kode, max_size=2, unique=True))
    plan = draw(st.lists(indikator(seksi), min_size=1, max_size=3, unique_by=lambda i: i.kode))
    codes = [i.kode for i in plan]
    measured = draw(st.lists(st.sampled_from(codes), unique=True))
    spoken = [(k, tw) for k in measured for tw in draw(st.lists(st.integers(1, 4), unique=True).map(sorted))]
    past = draw(st.lists(st.tuples(st.sampled_from(codes), years), max_size=3, unique=True))
    scale = draw(st.lists(st.sampled_from(["WTP", "BB", "B"]), unique=True))
    lines = draw(st.lists(kode, max_size=3, unique=True))
    levels = st.sampled_from([Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN])
    linked = st.lists(st.sampled_from(codes), max_size=2).map(tuple)
    return BukuKinerja(
        draw(st.builds(Instansi, words, words, provinsi=st.just("") | words, alamat=st.just("") | words)),
        Rencana(
            draw(years),
            tuple(plan),
            draw(versi(codes)),
            tuple(NilaiSkala("skala sendiri", teks, draw(figures)) for teks in scale),
            tuple(
                Riwayat(k, tahun, draw(maybe), draw(maybe), draw(st.booleans()), draw(st.none() | kode))
                for k, tahun in past
            ),
            tuple(Sasaran(teks, draw(maybe_text)) for teks in draw(st.lists(words, max_size=2, unique=True))),
        ),
        tuple(RealisasiTahun(k, draw(fours)) for k in measured),
        tuple(TeksTriwulan(k, tw, draw(sentences), draw(st.just("") | sentences)) for k, tw in spoken),
        tuple(
            BarisAnggaran(
                k,
                draw(levels),
                draw(words),
                draw(maybe),
                draw(fours),
                draw(st.sampled_from([None, *seksi])),
                draw(linked),
            )
            for k in lines
        ),
        tuple(Seksi(k, draw(words)) for k in seksi),
        tuple(draw(st.lists(pegawai(seksi), max_size=2, unique_by=lambda p: (p.nip, baris_pegawai(p))))),
    )


@given(books())
@settings(max_examples=60)
def test_any_book_comes_back(book: BukuKinerja) -> None:
    with TemporaryDirectory() as folder:
        found = again(book, Path(folder))

    assert replace(found, peringatan=()) == book
    assert same(found, book)


# --- cells -----------------------------------------------------------------------------------------

PAYLOADS = ["=1+1", '=HYPERLINK("http://x")', "+1", "-1+1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x", "|calc"]


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    plan = tuple(Indikator(str(number), payload) for number, payload in enumerate(PAYLOADS))
    tulis(BukuKinerja(OFFICE, Rencana(2026, plan)), tmp_path / "a.xlsx")

    cells = [row[1] for row in load_workbook(tmp_path / "a.xlsx")["Indikator"].iter_rows(min_row=2)]

    assert [(cell.value, cell.data_type) for cell in cells] == [(payload, "s") for payload in PAYLOADS]


def test_rows_are_as_high_as_the_words_that_wrap_in_them(tmp_path: Path) -> None:
    long = "Persentase pengaduan masyarakat yang selesai ditindaklanjuti sesuai standar pelayanan kecamatan"
    plan = (Indikator("1", "Nilai"), Indikator("2", long), Indikator("3", long * 60))
    tulis(BukuKinerja(OFFICE, Rencana(2026, plan)), tmp_path / "a.xlsx")

    rows = load_workbook(tmp_path / "a.xlsx")["Indikator"].row_dimensions
    assert [rows[at].height for at in (2, 3, 4)] == [15, 30, 409]


def test_figures_are_numbers_where_a_number_is_exact_and_nip_is_text(tmp_path: Path) -> None:
    target = Target(Decimal("93.75"), (Decimal("90.00"), Decimal("123456789012345.123456"), Decimal(0), None))
    person = Pegawai("Budi Contoh", "Camat", (Role.CAMAT,), nip="197001011995011991", mulai=date(2026, 1, 1))
    book = BukuKinerja(OFFICE, Rencana(2026, (Indikator("007", "Nama", target=target),)), pegawai=(person,))
    tulis(book, tmp_path / "a.xlsx")

    written = load_workbook(tmp_path / "a.xlsx")
    head = [cell.value for cell in written["Indikator"][1]]
    cell = dict(zip(head, written["Indikator"][2], strict=True))
    people = {column[0].value: column[1] for column in written["Pegawai"].columns}

    assert cell["kode"].value == "007"
    assert [cell[f"target_{name}"].value for name in ("tahun", "tw1", "tw2", "tw3", "tw4")] == [
        93.75,
        "90,00",
        "123456789012345,123456",
        0,
        None,
    ]
    assert cell["target_tahun"].number_format == "General"
    assert (people["nip"].value, people["nip"].number_format) == ("197001011995011991", "@")
    assert people["mulai"].number_format == "dd/mm/yyyy"
    assert written["Indikator"].freeze_panes == "B2"


def test_the_old_file_stands_where_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    book = BukuKinerja(OFFICE, Rencana(2026, (Indikator("1", "Nama"),)))

    with pytest.raises(KnownFault):
        tulis(book, tmp_path / "tiada" / "a.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(KnownFault):
        tulis(book, tmp_path / "folder.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["folder.xlsx"]


def test_a_figure_of_a_scale_is_written_as_its_predicate(tmp_path: Path) -> None:
    scale = (NilaiSkala("Predikat", "B", Decimal(4)), NilaiSkala("Predikat", "BB", Decimal(5)))
    target = Target(Decimal(5), (None, None, None, Decimal("4.5")))
    rencana = Rencana(2026, (Indikator("1", "Nilai", satuan="predikat", target=target),), skala=scale)
    book = BukuKinerja(OFFICE, rencana, (RealisasiTahun("1", (None, None, None, Decimal(4))),))

    assert same(book, again(book, tmp_path))
    workbook = load_workbook(tmp_path / "buku.xlsx")
    row = dict(zip(*workbook["Indikator"].iter_rows(values_only=True), strict=True))
    assert (row["target_tahun"], row["target_tw4"]) == ("BB", 4.5)
    assert workbook["Realisasi"]["E2"].value == "B"
