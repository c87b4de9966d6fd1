import pytest

from kinerja_desktop.domain.lembar import has_reason
from kinerja_desktop.domain.tanpa_data import LAINNYA, SEBAB, parted, said


@pytest.mark.parametrize("sebab", SEBAB)
def test_every_reason_of_the_list_is_one_by_itself(sebab: str) -> None:
    assert has_reason(said(sebab, ""))
    assert parted(said(sebab, "ditunda ke Agustus.")) == (sebab, "ditunda ke Agustus.")


def test_another_reason_is_its_words_alone() -> None:
    assert said(LAINNYA, " Kantor terendam banjir. ") == "Kantor terendam banjir."
    assert parted("Kantor terendam: arsip basah.") == (LAINNYA, "Kantor terendam: arsip basah.")
    assert parted("") == ("", "")
    assert not has_reason(said(LAINNYA, "banjir"))
