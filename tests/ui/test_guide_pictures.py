"""The script for the pictures of the handbook takes one: the program's own words and lines, not an empty page."""

from pathlib import Path

from PIL import Image

from tests.guide_pictures import SHOTS, SIZE, take


def test_a_picture_of_the_handbook_shows_a_page_of_the_program(tmp_path: Path) -> None:
    (file,) = take(tmp_path / "layar", {"kalender": SHOTS["kalender"]})
    assert file == tmp_path / "layar" / "kalender.png"
    with Image.open(file) as taken:
        picture = taken.convert("RGB")
    assert picture.size == SIZE
    upper, lower = picture.crop((0, 0, SIZE[0], SIZE[1] // 2)), picture.crop((0, SIZE[1] // 2, *SIZE))
    for half in (upper, lower):
        colours = half.getcolors(half.width * half.height) or []
        assert len(colours) > 20
        assert max(count for count, _ in colours) < 0.9 * half.width * half.height
