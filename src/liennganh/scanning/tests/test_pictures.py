"""Pictures on the way to recognition: opened within bounds, straightened, their tables found."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from liennganh.scanning import ScanningError, opened
from liennganh.scanning.cleaning import skew_of, unspeckled, without_colour
from liennganh.scanning.pages import draw
from liennganh.scanning.ruling import grids_of


def lined_page(angle: float = 0.0) -> Image.Image:
    """Return a page with bars in place of lines of print."""
    page = Image.new("L", (1240, 1754), 255)
    pen = ImageDraw.Draw(page)
    for top in range(200, 1500, 40):
        for left in range(150, 1050, 60):
            pen.rectangle((left, top, left + 45, top + 14), fill=20)
    return page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


@pytest.mark.parametrize("angle", [-2.0, -0.5, 0.0, 1.3, 4.0])
def test_the_slant_of_a_page_is_measured(angle: float) -> None:
    assert skew_of(lined_page(angle)) == pytest.approx(angle, abs=0.11)


def test_a_red_stamp_goes_and_the_black_letters_under_it_stay() -> None:
    page = Image.new("RGB", (400, 200), "white")
    pen = ImageDraw.Draw(page)
    pen.rectangle((50, 50, 350, 150), fill=(205, 40, 50))
    pen.rectangle((150, 90, 250, 110), fill=(25, 20, 22))
    black, red = without_colour(page)
    assert red is not None
    assert black.getpixel((100, 70)) == 255
    assert black.getpixel((200, 100)) in range(60)
    assert red.getpixel((100, 70)) == 0
    assert red.getpixel((20, 20)) == 255


def test_a_page_without_red_has_no_stamp() -> None:
    assert without_colour(lined_page().convert("RGB"))[1] is None


def test_only_a_page_covered_by_specks_is_smoothed() -> None:
    clean = lined_page()
    assert unspeckled(clean) is clean
    specks = Image.effect_noise(clean.size, 60).point(lambda value: 255 if value > 220 else 0)
    dirty = clean.copy()
    dirty.paste(0, mask=specks)
    paper = (1100, 100, 1200, 160)
    assert sum(dirty.crop(paper).histogram()[:128]) > 20 * sum(
        unspeckled(dirty).crop(paper).histogram()[:128]
    )


def table_page() -> Image.Image:
    page = Image.new("L", (2480, 3508), 255)
    pen = ImageDraw.Draw(page)
    for y in (600, 800, 1000, 1400):
        pen.line((300, y, 2200, y), fill=0, width=3)
    for x in (300, 500, 1500, 2200):
        # The first row is one cell over the two right columns.
        pen.line((x, 800 if x == 1500 else 600, x, 1400), fill=0, width=3)
    for y in range(2000, 3000, 60):
        pen.rectangle((300, y, 2200, y + 24), fill=30)
    return page


def test_a_ruled_table_is_found_with_its_rows_and_merged_cells() -> None:
    (grid,) = grids_of(table_page())
    assert [len(row) for row in grid.rows] == [2, 3, 3]
    assert grid.box == pytest.approx((300, 600, 2200, 1400), abs=14)
    assert grid.rows[0][1] == pytest.approx((500, 600, 2200, 800), abs=14)


def test_bars_and_single_frames_are_no_table() -> None:
    page = Image.new("L", (2480, 3508), 255)
    pen = ImageDraw.Draw(page)
    pen.rectangle((300, 600, 1200, 900), outline=0, width=4)
    pen.line((300, 1200, 1200, 1200), fill=0, width=4)
    assert grids_of(page) == ()


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def test_a_tiff_of_several_pages_has_all_of_them() -> None:
    sheets = [Image.new("1", (300, 400), 1) for _ in range(3)]
    data = saved(sheets[0], "TIFF", save_all=True, append_images=sheets[1:])
    with opened(data, "van-ban.tif") as scan:
        assert scan.count() == 3


def test_a_photo_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    photo = Image.new("L", (3000, 2000), 255)
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    (tmp_path / "anh.jpg").write_bytes(saved(photo, "JPEG", exif=exif))
    found = draw(tmp_path / "anh.jpg", 1, 0, tmp_path)
    assert (found["width"], found["height"]) == (2000, 3000)


def test_a_small_picture_is_drawn_larger(tmp_path: Path) -> None:
    (tmp_path / "anh.png").write_bytes(saved(Image.new("L", (900, 1200), 255), "PNG"))
    assert draw(tmp_path / "anh.png", 1, 0, tmp_path)["width"] == 2000


def bomb() -> bytes:
    """Return a PNG that says it is 40000 by 40000 pixels."""
    small = bytearray(saved(Image.new("1", (8, 8)), "PNG"))
    small[16:24] = (40_000).to_bytes(4, "big") * 2
    import zlib  # noqa: PLC0415 - for the checksum of the header alone

    small[29:33] = zlib.crc32(bytes(small[12:29])).to_bytes(4, "big")
    return bytes(small)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(bomb(), "too_many_pixels", id="bomb"),
        pytest.param(b"\x89PNG\r\n\x1a\n hong", "damaged", id="damaged picture"),
        pytest.param(b"%PDF-1.4 hong", "damaged", id="damaged PDF"),
        pytest.param(b"", "damaged", id="nothing"),
    ],
)
def test_a_file_that_cannot_be_opened_is_refused_with_the_reason(data: bytes, code: str) -> None:
    with opened(data, "van-ban.bin") as scan, pytest.raises(ScanningError) as refused:
        scan.count()
    assert refused.value.code == code
    assert refused.value.message.endswith(".")
