"""First letters of a person's name, for the circle beside it."""


def initials(nama: str) -> str:
    """Those of the first two words; titles after a comma do not count («Andi Umpama, S.IP.» gives «AU»)."""
    words = nama.split(",", maxsplit=1)[0].split()
    return "".join(word[0] for word in words[:2]).upper()
