"""The list of Kotak Tugas as rows and headings. Pure: views of the service in, values of the list out."""

from collections.abc import Sequence

from kinerja_desktop.domain.huruf import sought
from kinerja_desktop.services.inbox import KelompokTugas, KotakTugas, Tugas
from kinerja_desktop.ui.widgets.row_model import FOLD_FROM, ListGroup, ListRow
from kinerja_desktop.ui.work.looks import group_tone
from kinerja_desktop.ui.work.task_rows import task_row

Content = list[tuple[ListGroup, list[ListRow]]]


def content_of(kelompok: Sequence[KelompokTugas], needle: str = "") -> Content:
    """Groups with those rows in which every word of the filter stands."""
    groups = [(_group(group), [task_row(one) for one in group.tugas]) for group in kelompok]
    kept = [(group, [row for row in rows if _holds(row, needle)]) for group, rows in groups]
    return [(group, rows) for group, rows in kept if rows]


def all_tasks(view: KotakTugas) -> dict[str, Tugas]:
    """Every task of the scope by its key."""
    return {one.key: one for group in view.kelompok for one in group.tugas}


def shown_count(content: Content, view: KotakTugas, needle: str) -> str:
    """«3 dari 40» while a filter or the length of the list makes one wonder; else nothing."""
    total, shown = len(all_tasks(view)), sum(len(rows) for _, rows in content)
    return f"{shown} dari {total}" if needle.strip() or total >= FOLD_FROM else ""


def _group(group: KelompokTugas) -> ListGroup:
    return ListGroup(group.judul, group.judul, group_tone(group.kelompok), group.keterangan)


def _holds(row: ListRow, needle: str) -> bool:
    spoken = sought(row.spoken())
    return all(word in spoken for word in sought(needle).split())
