"""Every use case says who may call it; nothing goes round that, and a role that ended ends at once."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop import services
from kinerja_desktop.domain.errors import PasswordNeeded, RoleEnded, WrongRole
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import review, trail
from kinerja_desktop.services.context import Confirmations, Context, FreshFor, Office
from kinerja_desktop.storage.unit_of_work import Unit
from tests.office import JOKO, PEOPLE, SITI, Kantor
from tests.sec.matrix import CALLS

PACKAGE = Path(services.__file__).parents[1]
Service = Callable[..., Any]

INNER = {
    "context.hold_fresh": "the guard itself",
    "context.is_fresh": "the guard itself",
    "evidence.keep": "stores bytes that an allowed call took in",
    "examination.groups": "words of what an allowed call has read",
    "examination.notes_of": "words of what an allowed call has read",
    "filing.new_paper": "a paper that an allowed call is making",
    "lke_evidence.the_list": "a list that an allowed call is making",
    "practice_evidence.with_files": "plays the practice year",
    "practice_stage.confirm": "plays the practice year",
    "sheet.sign_of": "words of what an allowed call has read",
    "workbook_import.checked": "the trial that an allowed call, or the founding of an office, begins with",
    **dict.fromkeys(
        [
            f"reports.{name}"
            for name in (
                *("draft_report", "export", "fix", "fixed_report", "force_start", "load"),
                *("preview", "reopen", "save_draft"),
            )
        ],
        "quarterly and annual are its doors; each of theirs says who may pass",
    ),
}
"""Functions with a context that declare nothing: only services call them. Window and command line must not."""

DOORS = {
    "anchors.of_copies": "heads of the history, as every paper prints them",
    "auth.log_in": "name and password",
    "auth.check_sandi": "name and password",
    "auth.replace_password": "the old password, or a one-time code",
    "auth.roles_now": "the session of who logged in",
    "auth.cost_of": "says how passwords are hashed",
    "lost_mark.note": "the check after a start; it records that the mark was gone",
    "lost_mark.told": "findings of the check alone",
    "opening.upgrade_told": "what this start did to an office of an older program",
    "drafts.clear_old": "lets go what is older than it is kept; it tells nothing",
    "password_help.helpers": "names that the log-in lists anyway",
    "password_help.help_by_two": "the passwords of two officials",
    "password_help.help_by_sheet": "the words of the recovery sheet",
    "backup.back_up": "a copy of the office is locked to its keys",
    "backup.copies_of": "where the local copies lie",
    "backup.data_of": "where the office lies",
    "backup.keep_local": "a copy of the office is locked to its keys",
    "backup.sheet_lying_at": "where the sheet lies that should be locked away",
    "backup.seal_kept": "a copy of the office is locked to its keys",
    "backup_copies.awaits_confirmation": "whether a restore was looked at",
    "backup_copies.keep_daily": "a copy of the office is locked to its keys",
    "backup_keys.has_sheet": "whether there is a sheet",
    "backup_keys.is_of_sheet": "the words of the sheet",
    "backup_keys.key_file": "where the key of this PC lies",
    "backup_keys.make_keys": "at set-up, before there is anybody",
    "backup_keys.office_keys": "the key of this PC, for services",
    "backup_keys.recipients": "public keys, for services",
    "backup_keys.write_sheet": "at set-up, before there is anybody",
    "backup_status.status_of": "when the last copies were made, for services",
    "diagnosis.facts": "versions, sizes and counts for whoever helps; nothing of people",
    "diagnosis.details": "the same with reports of faults",
    "disk_room.put_by": "room on the disk",
    "disk_room.warning": "room on the disk",
    "drill.checked": "findings of the check alone",
    "evidence.read": "bytes that an allowed call asked for, for services",
    "integrity.examine": "findings of the check alone; `kinerja periksa` needs no log-in",
    "integrity.last_of": "how many findings the last check had, for services",
    "integrity.watch": "the check after a start; it only stops writing",
    "practice.play": "plays the practice year",
    "practice_papers.write_papers": "plays the practice year",
    "readiness.is_new": "whether the office has a name",
    "recovery.begin": "the session of who has just logged in",
    "recovery.end": "the session of who has just logged in",
    "recovery.forget": "after a restore, which was allowed",
    "recovery.is_called": "whether the window should come forward",
    "rescue.folder_of": "where the plain copies lie",
    "rescue.keep_yearly": "a plain copy beside the office, on the PC that holds it all",
    "selftest_files.carried": "plays the self-test",
    "selftest_step.acting": "plays the self-test",
    "verification.verify_file": "what stands on a paper in somebody's hand; needs no log-in",
    "verification.verify_kode": "what stands on a paper in somebody's hand; needs no log-in",
}
"""Functions that take an office without anybody acting, and what stands in the place of a log-in."""


def _public() -> Iterator[tuple[str, Service]]:
    for found in pkgutil.walk_packages(services.__path__, f"{services.__name__}."):
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                yield f"{found.name.removeprefix(f'{services.__name__}.')}.{name}", function


def _takes(function: Service, kind: type) -> bool:
    signature = inspect.signature(inspect.unwrap(function))
    return any(parameter.annotation is kind for parameter in signature.parameters.values())


PUBLIC = dict(_public())
WITHIN_A_UNIT = {name for name, function in PUBLIC.items() if _takes(function, Unit)}
"""Parts of one transaction of an allowed call: a unit is opened by services alone (import contract "rooms")."""
WITH_CONTEXT = {name for name, f in PUBLIC.items() if _takes(f, Context)} - WITHIN_A_UNIT
DECLARED = {name: PUBLIC[name] for name in sorted(WITH_CONTEXT) if "permits" in PUBLIC[name].__dict__}
WITH_OFFICE = {name for name, f in PUBLIC.items() if _takes(f, Office)} - WITHIN_A_UNIT - WITH_CONTEXT


def test_no_use_case_is_undeclared() -> None:
    assert WITH_CONTEXT - set(DECLARED) == set(INNER)
    assert len(DECLARED) > 120


def test_every_door_without_a_log_in_is_known() -> None:
    assert set(DOORS) == WITH_OFFICE


def test_every_use_case_about_a_berkas_stands_in_the_matrix() -> None:
    about = {name for name, f in DECLARED.items() if "case_id" in inspect.signature(f).parameters}
    assert about | {"inbox_preview.preview", "worksheet.apply_worksheet"} == set(CALLS)


@pytest.mark.parametrize("name", DECLARED)
def test_other_roles_are_refused_before_anything_is_read_and_the_refusal_is_recorded(name: str) -> None:
    service = DECLARED[name]
    permitted: frozenset[Role] = service.__dict__["permits"]
    assert permitted
    kantor = Kantor()
    refused = set(Role) - permitted
    for role in refused:
        holder = next(p for p in PEOPLE if role in p.peran)
        with pytest.raises(WrongRole):
            service(kantor.ctx(holder, role))
    assert _kinds(kantor) == [trail.Kind.DENIED.value] * len(refused)


@pytest.mark.parametrize("name", DECLARED)
def test_a_role_that_was_closed_meanwhile_ends_at_once_also_for_reading(name: str) -> None:
    service = DECLARED[name]
    kantor = Kantor()
    for role in service.__dict__["permits"]:
        holder = next(p for p in PEOPLE if role in p.peran)
        ctx = kantor.ctx(holder, role)
        for ended in (replace(holder, sampai=date(2026, 7, 9)), replace(holder, peran=())):
            with kantor.store.unit() as unit:
                unit.people.put(ended)
                unit.commit()
            with pytest.raises(RoleEnded):
                service(ctx)
        with kantor.store.unit() as unit:
            unit.people.put(holder)
            unit.commit()


def test_a_head_who_changed_his_seksi_is_no_head_of_the_old_one(kantor: Kantor) -> None:
    ctx = kantor.kasubag("PEL")
    with kantor.store.unit() as unit:
        unit.people.put(replace(SITI, seksi="PEM"))
        unit.commit()
    with pytest.raises(RoleEnded):
        DECLARED["inbox.load"](ctx)


WEIGHTY = {
    "granting.new_sheet": FreshFor.RESTORE,
    "full_export.export_all": FreshFor.EXPORT,
    "people.open_account": FreshFor.ROLES,
    "restore.hold_second": FreshFor.RESTORE,
    "restore.restore": FreshFor.RESTORE,
    "review.approve": FreshFor.APPROVE,
    "succession.hand_post_over": FreshFor.ROLES,
    "update_package.check": FreshFor.UPDATE,
    "workbook_export.export_workbook": FreshFor.EXPORT,
}
"""Beside them ``people.save_person``, which asks where roles change (tests/services/test_people.py)."""


def test_acts_of_weight_ask_for_the_password_in_the_service_itself(kantor: Kantor) -> None:
    assert {name: f.__dict__["fresh"] for name, f in DECLARED.items() if f.__dict__["fresh"]} == WEIGHTY
    for name in WEIGHTY:
        role = next(iter(DECLARED[name].__dict__["permits"]))
        holder = next(p for p in PEOPLE if role in p.peran)
        office = replace(kantor.office, confirmed=Confirmations())
        with pytest.raises(PasswordNeeded):
            DECLARED[name](replace(kantor.ctx(holder, role), office=office))


def test_a_new_password_elsewhere_gives_no_leave_here(kantor: Kantor) -> None:
    office = replace(kantor.office, confirmed=Confirmations())
    office.confirmed.remember(JOKO.id, FreshFor.APPROVE)
    with pytest.raises(PasswordNeeded):
        review.approve(replace(kantor.kabid, office=office), "x", centang=(), seen=0)


def _kinds(kantor: Kantor) -> list[str]:
    with kantor.store.read() as unit:
        return [row.kind or "" for row in unit.journal.walk()]


# --- nothing goes round it -----------------------------------------------------------------------


def _files(*rooms: str) -> list[Path]:
    return sorted(file for room in rooms for file in (PACKAGE / room).rglob("*.py"))


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


BYPASS = ("ignore_perm", "skip_perm", "skip_check", "bypass", "superuser", "sudo", "force_allow", "as_root", "no_auth")


@pytest.mark.parametrize("file", _files("services", "ui", "cli", "storage"), ids=lambda f: f.name)
def test_there_is_no_word_that_lets_somebody_past(file: Path) -> None:
    words = {node.id for node in ast.walk(_tree(file)) if isinstance(node, ast.Name)}
    words |= {node.arg for node in ast.walk(_tree(file)) if isinstance(node, ast.arg | ast.keyword) and node.arg}
    assert not [word for word in words for part in BYPASS if part in word.casefold()]


@pytest.mark.parametrize("file", _files("."), ids=lambda f: f.name)
def test_no_guard_is_taken_off(file: Path) -> None:
    """Neither by unwrapping a service nor by writing to what ``permits`` has noted."""
    if file.name == "context.py" and file.parent.name == "services":
        return
    named = {node.attr for node in ast.walk(_tree(file)) if isinstance(node, ast.Attribute)}
    assert "__wrapped__" not in named
    assert "unwrap" not in named
    texts = {node.value for node in ast.walk(_tree(file)) if isinstance(node, ast.Constant)}
    assert "permits" not in texts


MAKE_ACTORS = {"services/auth.py", "services/trail.py"}
"""Where somebody who acts is made: from a log-in, and the program itself for its own records."""
REMEMBER = {"services/auth.py", "services/granting.py"}
"""Where a password, or the recovery sheet, counts as given: after it was checked."""


@pytest.mark.parametrize("file", _files("."), ids=lambda f: f.name)
def test_who_acts_comes_from_the_log_in_alone(file: Path) -> None:
    calls = [node for node in ast.walk(_tree(file)) if isinstance(node, ast.Call)]
    names = {ast.unparse(call.func) for call in calls}
    place = file.relative_to(PACKAGE).as_posix()
    assert not ({"Actor", "context.Actor"} & names) or place in MAKE_ACTORS
    assert not any(name.endswith("confirmed.remember") for name in names) or place in REMEMBER


OF_THE_SELFTEST = PACKAGE / "ui" / "selftest.py"
"""It opens every tab of a scratch office as everybody, and is never joined to a real one."""


@pytest.mark.parametrize(
    "file", [file for file in _files("ui", "cli") if file != OF_THE_SELFTEST], ids=lambda f: f.name
)
def test_window_and_commands_call_declared_use_cases_alone(file: Path) -> None:
    inner = {tuple(name.rsplit(".", 1)) for name in {*INNER, *WITHIN_A_UNIT} if not name.startswith("context.")}
    asked = {
        (ast.unparse(node.func.value), node.func.attr)
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not asked & inner
