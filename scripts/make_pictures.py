"""The pictures of README.md and of the user guide, from the demonstration itself.

    .venv/bin/python scripts/make_pictures.py

makes the demonstration in a folder of its own, signs in as its people and writes
``docs/pictures/*.png``: 1280 or 390 points wide, in at most 128 colours where Pillow is installed.
It needs the development requirements and a Chromium (the system's, else Playwright's own).
"""

import contextlib
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SAMPLE = ROOT / "samples" / "ke-hoach-khanh-hoa-2026-2030.docx"
TODAY = "2026-11-21"
LARGEST = 200_000  # bytes
START_SECONDS = 180
NARROW = 600  # points: below, a picture shows the whole screen of a phone


@dataclass(frozen=True)
class Picture:
    """A page to be drawn: who looks, where, and how much of it.

    ``follow`` are patterns of addresses: on each page the first link that fits is opened.
    """

    name: str
    user: str
    path: str
    follow: tuple[str, ...] = ()
    height: int = 800
    width: int = 1280
    upload: bool = False  # the sample plan is read in first, which leads to its review


PROGRAMME = "/chuong-trinh/khanh-hoa-09-kh-ubnd-2026"
ROUND = r"/bao-cao/ky/\d+/$"
SHOTS = (
    Picture("dang-nhap", "", "/tai-khoan/dang-nhap/", height=1180),
    Picture("viec-cua-toi-can-bo", "canbo", "/"),
    Picture("tong-quan", "canbo", f"{PROGRAMME}/tong-quan/", height=1180),
    Picture("tong-quan-dien-thoai", "canbo", f"{PROGRAMME}/tong-quan/", width=390, height=844),
    Picture("dia-ban", "canbo", f"{PROGRAMME}/dia-ban/", height=900),
    Picture("ke-hoach-da-doc", "canbo", "/ke-hoach/", (r"^/ke-hoach/09-kh",), height=1000),
    Picture("ra-soat", "canbo", "/ke-hoach/doc-vao/", height=900, upload=True),
    Picture("nhiem-vu", "canbo", f"{PROGRAMME}/nhiem-vu/"),
    Picture("lich-bao-cao", "canbo", f"{PROGRAMME}/lich-bao-cao/"),
    Picture("ky-bao-cao", "canbo", "/bao-cao/", (ROUND,), height=900),
    Picture("duyet-bao-cao", "canbo", "/", (r"/bao-cao/\d+/$",), height=900),
    Picture("viec-cua-toi-xa", "{commune}", "/"),
    Picture("nhap-bao-cao", "{commune}", "/bao-cao/", (r"/bao-cao/\d+/nhap/$",), height=900),
    Picture(
        "nhap-bao-cao-dien-thoai", "{commune}", "/bao-cao/", (r"/bao-cao/\d+/nhap/$",),
        width=390, height=844,
    ),
    Picture("lanh-dao", "lanhdao", "/"),
    Picture("nhat-ky", "kiemsoat", "/nhat-ky/"),
    Picture("co-quan", "quantri", "/co-quan/"),
)  # fmt: skip


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def demonstration(home: Path) -> Iterator[tuple[str, str, str]]:
    """Run the demonstration; give its address, its password and a commune with a report to write."""
    env = {**os.environ, "LIENNGANH_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    env.pop("LIENNGANH_DATABASE_URL", None)
    command = (sys.executable, "-m", "liennganh")
    made = subprocess.run(
        [*command, "demo", "--no-serve", "--today", TODAY],
        env=env, cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    password = re.search(r"Mật khẩu chung: (\S+)", made.stdout)
    if password is None:
        sys.exit(f"the demonstration printed no password:\n{made.stdout}")
    port = free_port()
    server = subprocess.Popen([*command, "demo", "--port", str(port)], env=env, cwd=ROOT,
                              stdout=subprocess.DEVNULL)  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/khoe/", server)
        yield address, password[1], commune_with_work(env, command)
    finally:
        server.terminate()
        server.wait(20)


def commune_with_work(env: dict[str, str], command: tuple[str, ...]) -> str:
    """Return the user of the first commune whose report of the open round was sent back or begun."""
    code = (
        "from liennganh.reporting.models import Report;"
        "from liennganh.agencies.models import Membership;"
        "r=Report.objects.filter(round__state='open',agency__unit__level='commune')"
        ".exclude(state__in=['approved','submitted']).order_by('-state','pk').first();"
        "print(Membership.objects.filter(agency=r.agency).first().user.username)"
    )
    env = {**env, "DJANGO_SETTINGS_MODULE": "liennganh.config.settings"}
    done = subprocess.run(
        [command[0], "-c", f"import django;django.setup();{code}"],
        env=env, cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if server.poll() is not None:
            sys.exit("the demonstration stopped by itself")
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2):  # noqa: S310
            return
        time.sleep(0.5)
    sys.exit("the demonstration does not answer")


def sign_in(page: Page, user: str, password: str) -> None:
    """Fill the form of signing in as a person does."""
    page.goto("/tai-khoan/dang-nhap/")
    page.fill("#id_username", user)
    page.fill("#id_password", password)
    page.click("form[data-sign-in] button[type=submit]")
    page.wait_for_load_state()


def follow(page: Page, pattern: str) -> None:
    """Open the first link of the page whose address fits."""
    links = page.eval_on_selector_all("main a", "all => all.map(one => one.pathname)")
    fitting = [link for link in links if re.search(pattern, link)]
    if not fitting:
        sys.exit(f"{page.url} has no link that fits {pattern}")
    page.goto(fitting[0])


def draw(browser: Browser, base: str, shot: Picture, user: str, password: str) -> bytes:
    """Return one picture as PNG, no higher than its page."""
    context = browser.new_context(
        base_url=base,
        viewport={"width": shot.width, "height": shot.height},
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        reduced_motion="reduce",
    )
    page = context.new_page()
    if user:
        sign_in(page, user, password)
    page.goto(shot.path)
    for pattern in shot.follow:
        follow(page, pattern)
    if shot.upload:
        page.set_input_files("input[type=file]", SAMPLE)
        page.click("main form button.button")
        page.wait_for_url("**/ra-soat/**")
    page.evaluate("document.activeElement.blur()")
    page.wait_for_load_state("networkidle")
    content = page.evaluate(
        "Math.max(...[...document.querySelectorAll('main > *')]"
        ".map(one => one.getBoundingClientRect().bottom)) + 32"
    )
    height = max(420, min(shot.height, int(content))) if shot.width > NARROW else shot.height
    page.set_viewport_size({"width": shot.width, "height": height})
    picture = page.screenshot()
    context.close()
    return picture


def small(picture: bytes) -> bytes:
    """Return the picture with a palette, where Pillow is there to make one."""
    try:
        from PIL import Image  # noqa: PLC0415 - comes with reportlab, not named by us
    except ImportError:
        return picture
    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as opened:
        opened.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(
            out, "PNG", optimize=True
        )
    return out.getvalue()


def main() -> None:
    """Write every picture, and say its weight."""
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="liennganh-pictures-") as home,
        demonstration(Path(home)) as (base, password, commune),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for shot in SHOTS:
            user = shot.user.format(commune=commune)
            picture = small(draw(browser, base, shot, user, password))
            (PICTURES / f"{shot.name}.png").write_bytes(picture)
            heavy = "  TOO HEAVY" if len(picture) > LARGEST else ""
            print(f"{shot.name:<28}{len(picture) / 1000:7.0f} kB{heavy}")
        browser.close()


if __name__ == "__main__":
    main()
