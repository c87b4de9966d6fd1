"""The plan of a workbook: which part holds which sheet, the shared strings, the styles."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from kinerja_desktop.exchange.xlsx.parts import Damaged, Parts, Walker

_HIDDEN = ("hidden", "veryHidden")


class _Relations(Walker):
    """Targets of one .rels part, by id and by the last word of their type."""

    def __init__(self, base: str) -> None:
        self._base = base
        self.by_id: dict[str, str] = {}
        self.by_type: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = posixpath.normpath(posixpath.join(self._base, attributes.get("Target", ""))).lstrip("/")
        self.by_id[attributes.get("Id", "")] = target
        self.by_type.setdefault(attributes.get("Type", "").rpartition("/")[2], target)

    @classmethod
    def read(cls, parts: Parts, part: str) -> Self:
        folder, name = posixpath.split(part)
        found = cls(f"/{folder}")
        parts.walk(posixpath.join(folder, "_rels", f"{name}.rels"), found)
        return found


class _Sheets(Walker):
    """Names and relation ids of the sheets, which are hidden, whether days are counted from 1904. Raises Damaged."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}
        self.hidden: set[str] = set()
        self.since_1904 = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "workbookPr":
            self.since_1904 = attributes.get("date1904", "0") in ("1", "true")
        if tag == "sheet":
            ids = [value for name, value in attributes.items() if name.endswith(":id")]
            name = attributes.get("name", "")
            if name in self.ids:
                raise Damaged(name)
            self.ids[name] = ids[0] if ids else ""
            if attributes.get("state") in _HIDDEN:
                self.hidden.add(name)


@dataclass(frozen=True, slots=True)
class Book:
    sheets: Mapping[str, str]
    strings: str | None
    styles: str | None
    epoch: date
    hidden: frozenset[str] = frozenset()
    """Sheets that a person does not see."""

    @classmethod
    def read(cls, parts: Parts) -> Self:
        """Read the plan. Raises Damaged."""
        part = _Relations.read(parts, "").by_type.get("officeDocument")
        if part is None:
            raise Damaged
        relations, sheets = _Relations.read(parts, part), _Sheets()
        parts.walk(part, sheets)
        found = {name: relations.by_id.get(key, "") for name, key in sheets.ids.items()}
        worksheets = {name: target for name, target in found.items() if "chartsheets" not in target}
        if len(set(worksheets.values())) < len(worksheets):
            raise Damaged  # two sheets in one part: what one of them says is not what people see
        epoch = date(1904, 1, 1) if sheets.since_1904 else date(1899, 12, 30)
        kinds = relations.by_type
        return cls(worksheets, kinds.get("sharedStrings"), kinds.get("styles"), epoch, frozenset(sheets.hidden))
