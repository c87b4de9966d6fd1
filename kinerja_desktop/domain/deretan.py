"""Items in a row as running text names them.

Apart from `narasi`, because every refusal joins items, and few ever write a report.
"""

from collections.abc import Iterable


def deretan(butir: Iterable[str]) -> str:
    """Join items as Indonesians do: "a", "a dan b", "a, b, dan c"."""
    items = [b for b in butir if b]
    if len(items) <= 1:
        return "".join(items)
    if len(items) == 2:
        return f"{items[0]} dan {items[1]}"
    return f"{', '.join(items[:-1])}, dan {items[-1]}"
