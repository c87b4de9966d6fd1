"""The small office on which permissions are tried."""

import pytest

from tests.office import Kantor


@pytest.fixture
def kantor() -> Kantor:
    """A fresh office on the morning on which TW II is ordered."""
    return Kantor()
