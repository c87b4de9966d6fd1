"""The one text form that hashes are taken over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.storage.canonical import canonical, canonical_line

_FIELD = st.one_of(st.text(), st.integers(), st.none(), st.booleans(), st.lists(st.text(), max_size=2))


@given(st.lists(_FIELD, max_size=6).map(tuple))
def test_a_line_is_written_as_any_other_list(fields: tuple[object, ...]) -> None:
    assert canonical_line(fields) == canonical(fields)


@pytest.mark.parametrize("foreign", [1.5, b"bita"])
def test_a_line_with_a_foreign_value_is_refused(foreign: object) -> None:
    with pytest.raises(TypeError):
        canonical_line(("teks", foreign))
