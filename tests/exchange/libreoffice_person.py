"""A person at LibreOffice Calc, without a screen: opens a workbook, types into cells as at the keyboard, saves it.

Run by the system's Python, which carries LibreOffice's bridge (Debian: python3-uno):
``libreoffice_person.py SOURCE TARGET PROFILE CELL TEXT …``. Prints as JSON what each cell holds then, which sheets are
there and whether the first one is locked. Arguments are data; nothing of the program under test is imported.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, TypeAlias

import uno  # type: ignore[import-not-found]  # lives in the system's Python

Remote: TypeAlias = Any
"""An object inside LibreOffice."""
_TRIES = 600


def main(source: str, target: str, profile: str, *typed: str) -> None:
    pipe = f"pipe,name=kinerja{os.getpid()};urp;"
    program = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", f"--accept={pipe}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = _context(program, pipe)
        print(json.dumps(_edit(context, source, target, list(zip(typed[::2], typed[1::2], strict=True)))))  # noqa: T201
    finally:
        program.terminate()
        program.wait(30)


def _context(program: "subprocess.Popen[bytes]", pipe: str) -> Remote:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    no_connect = uno.getClass("com.sun.star.connection.NoConnectException")
    for _ in range(_TRIES):
        try:
            return resolver.resolve(f"uno:{pipe}StarOffice.ComponentContext")
        except no_connect:
            if program.poll() not in (None, 81):
                break
            _pause(program)
    raise SystemExit("LibreOffice does not answer")


def _pause(program: "subprocess.Popen[bytes]") -> None:
    try:
        program.wait(0.1)
    except subprocess.TimeoutExpired:
        return


def _edit(context: Remote, source: str, target: str, typed: list[tuple[str, str]]) -> dict[str, Any]:
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    keyboard = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    book = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (_named("Hidden", value=True),))
    frame, sheet = book.CurrentController.Frame, book.Sheets.getByIndex(0)
    for cell, text in typed:
        keyboard.executeDispatch(frame, ".uno:GoToCell", "", 0, (_named("ToPoint", value=cell),))
        keyboard.executeDispatch(frame, ".uno:EnterString", "", 0, (_named("StringName", value=text),))
    found = {
        "sel": {cell: sheet.getCellRangeByName(cell).String for cell, _ in typed},
        "lembar": {name: book.Sheets.getByName(name).IsVisible for name in book.Sheets.ElementNames},
        "terkunci": sheet.isProtected(),
    }
    book.storeToURL(Path(target).as_uri(), (_named("FilterName", value="Calc MS Excel 2007 XML"),))
    book.close(True)
    return found


def _named(name: str, *, value: object) -> Remote:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
