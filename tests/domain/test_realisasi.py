"""Joining and comparing contents."""

from decimal import Decimal

from kinerja_desktop.domain.realisasi import Beda, Isi, IsiIndikator, differences, merge, panjang_alasan

BASE = Isi((IsiIndikator("1", Decimal(5)), IsiIndikator("2", Decimal(7), faktor_pendukung="lama")), uraian="awal")


def test_a_sign_held_down_makes_no_reason() -> None:
    assert [panjang_alasan(said) for said in ("." * 40, "x" * 40, "  \n ", "Anggaran Rp1.000.000 cair.")] == [
        1,
        1,
        0,
        22,
    ]


def test_what_only_one_side_changed_is_taken() -> None:
    mine = BASE.with_rows([IsiIndikator("2", Decimal(7), faktor_pendukung="baru")])
    theirs = BASE.with_rows([IsiIndikator("1", Decimal(6))])
    joined = merge(BASE, mine, theirs)
    assert (joined.of("1").realisasi, joined.of("2").faktor_pendukung) == (Decimal(6), "baru")


def test_what_both_changed_stays_mine() -> None:
    mine, theirs = BASE.with_rows([IsiIndikator("1", Decimal(8))]), BASE.with_rows([IsiIndikator("1", Decimal(9))])
    assert merge(BASE, mine, theirs).of("1").realisasi == Decimal(8)


def test_rows_and_texts_of_the_whole_are_joined_too() -> None:
    mine = Isi(BASE.indikator, uraian="milik saya")
    theirs = BASE.with_rows([IsiIndikator("3", Decimal(1))])
    joined = merge(BASE, mine, theirs)
    assert (joined.uraian, joined.of("3").realisasi) == ("milik saya", Decimal(1))


def test_unchanged_contents_join_to_themselves() -> None:
    assert merge(BASE, BASE, BASE) == BASE


def test_differences_tell_empty_from_zero() -> None:
    now = Isi((IsiIndikator("1", Decimal(0)), IsiIndikator("2")))
    assert differences(BASE, now) == (Beda("1", Decimal(5), Decimal(0)), Beda("2", Decimal(7), None))
    assert differences(BASE, BASE) == ()
