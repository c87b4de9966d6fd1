"""The row of texts reaches what it says: every use case that takes a text is called, and takes a harmless one."""

from collections.abc import Iterator

import pytest

from kinerja_desktop.storage.papers_repo import PapersRepo
from kinerja_desktop.storage.records import Paper
from tests.fault.examples import NOT_TYPED
from tests.fault.rows import scratch
from tests.fault.service_texts import PAYLOADS, Stage, UseCase, asked, faults_of, no_papers, places, put
from tests.sec.test_permits import DECLARED, DOORS


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with no_papers(), scratch() as work:
        yield Stage(work / "kantor")


def test_every_use_case_that_takes_a_text_is_taken_with_a_harmless_one(stage: Stage) -> None:
    for name in asked():
        case = UseCase(stage, name)
        outcome = case.settled()
        assert case.texts(), name
        assert not outcome.broke, (name, outcome.broke)
        assert outcome.refused is None, (name, outcome.refused)


def test_none_is_left_out_that_is_not_there() -> None:
    assert set(NOT_TYPED) <= {*DECLARED, *DOORS}


def test_there_are_about_two_hundred_payloads() -> None:
    assert len(set(PAYLOADS)) > 180


def test_texts_are_found_and_replaced_however_deep() -> None:
    value = {"a": ("x", [{"b": "y"}])}
    found = [put(value, way, "!") for way in places(value, dict)]
    assert found == [
        {"a": ("!", [{"b": "y"}])},
        {"a": ("x", [{"b": "!"}])},
        {"a": ("x", [{"!": "y"}])},
        {"!": ("x", [{"b": "y"}])},
    ]


SAID = {
    *("alasan", "alasan_kosong", "alasan_peringatan", "alasan_tidak_dipakai", "catatan", "pengecualian", "teks"),
    *("faktor_pendukung", "faktor_penghambat", "tindak_lanjut", "tindak_lanjut_lalu", "uraian"),
    *("definisi", "formulasi", "sumber_data", "frekuensi", "penanggung_jawab", "sumber_pembanding", "aksi"),
    *("paragraf", "batas_waktu", "hasil"),
}
"""What somebody says, by the names of parameters and fields: the columns of a workbook that are ``uraian``, reasons,
notes, the words of a report. Every other text is a name (``domain.tanda``)."""
NO_NAMES = {
    **dict.fromkeys(["diketik", "pembilang_diketik", "penyebut_diketik"], "what was typed and is no figure yet"),
    **dict.fromkeys(["analis", "pembagian", "seksi", "indikator", "tanpa", "target"], "says which, by its id or kode"),
    "nilai": "words of a cell of the Lembar Kerja",
    **dict.fromkeys(["asal", "Alasan"], "the title of a window, and the label of a field in it"),
    **dict.fromkeys(["sha256", "id"], "made by the program"),
}
LOOKED_AT_ELSEWHERE = {
    "plan_drafts": "what is typed into a plan is looked at when it is kept",
    "upload_packet.mark": "digests",
    "workbook_import.import_buku": "the reader of workbooks refuses by cell",
}


def test_signs_that_nobody_sees_are_kept_in_what_is_said_alone(stage: Stage) -> None:
    sign, kept = "Seksi \u202enamakileP", set()
    for name in (n for n in asked() if not n.startswith(tuple(LOOKED_AT_ELSEWHERE))):
        case = UseCase(stage, name)
        case.settled()
        for way in case.texts():
            given = {**case.given, way[0]: put(case.given[way[0]], way[1:], sign)}
            if case.called(given).holding(sign):
                kept.add([step for step in way if isinstance(step, str) and step.isidentifier()][-1])
    assert kept <= SAID | set(NO_NAMES)
    assert kept > {"alasan", "catatan", "definisi", "uraian", "faktor_penghambat", "paragraf"}


def test_a_row_that_goes_with_a_text_shows(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A use case that puts a text into its SQL, as none does."""
    case = UseCase(stage, "archive.set_place")
    case.settled()
    texts = ["x' OR '1'='1", "x; --"]
    assert not list(faults_of(case, ("tempat_simpan",), texts))

    def pasted(self: PapersRepo, paper: Paper) -> None:
        where = f"id = '{paper.id}' AND '' <> '{paper.tempat_simpan}'"
        self._connection.exec_driver_sql(f"UPDATE papers SET tempat_simpan = '{paper.tempat_simpan}' WHERE {where}")

    monkeypatch.setattr(PapersRepo, "put", pasted)
    assert list(faults_of(case, ("tempat_simpan",), texts))
