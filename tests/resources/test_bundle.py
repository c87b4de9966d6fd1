"""The bundle is what virus scanners suspect least: a folder of plain files, packed by nothing."""

from pathlib import Path

SPEC = (Path(__file__).parents[2] / "kinerja.spec").read_text(encoding="utf-8")


def test_the_bundle_is_one_folder_and_nothing_in_it_is_packed() -> None:
    code = SPEC.partition('"""')[2].partition('"""')[2]
    assert "COLLECT(" in code
    assert "exclude_binaries=True" in code
    assert code.count("upx=False") == code.count("COLLECT(") + code.count("EXE(")
