"""Who logs in while it is measured; apart from ``office``, which imports much that a start must not load."""

KABID, ANALIS = "kabid", "analis8"


def password(pengguna: str) -> str:
    """The password of a practice office."""
    return f"latihan-{pengguna}"
