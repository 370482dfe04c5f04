"""How much memory the web worker holds after serving the pages of the demonstration.

    python benchmarks/worker_memory.py

Makes the demonstration in a temporary folder, starts the server as an office would, signs in, opens
each page of ``benchmarks/pages.py`` five times and reads a DOCX, then prints the worker's resident memory in
MB beside that of a bare ``django.setup()`` of the same run. Exits with 1 above 300 MB.
"""

import http.cookiejar
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

MOST_MB = 300
PORT = 8199
BASE = f"http://127.0.0.1:{PORT}"


def resident(pid: int | str) -> float:
    """Return a process's resident memory in MB (Linux)."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def children(pid: int) -> list[int]:
    """Return the processes that a process started."""
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(part) for part in text.split()]


def bare(env: dict[str, str]) -> float:
    """Return the memory of a process that has set Django up and done nothing."""
    code = (
        "import django,re;django.setup();"
        "print(re.search(r'VmRSS:\\s+(\\d+)',open('/proc/self/status').read())[1])"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    return int(out.stdout) / 1024


def addresses(env: dict[str, str]) -> list[str]:
    """Return the addresses of the pages benchmark, worked out in a process of their own."""
    code = "import sys;sys.path.insert(0,'benchmarks');import pages;print('\\n'.join(pages.addresses().values()))"
    out = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    return out.stdout.split()


def browser() -> urllib.request.OpenerDirector:
    """Return something that keeps cookies, signed in as the programme's officer."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    for _ in range(60):
        try:
            opener.open(f"{BASE}/tai-khoan/dang-nhap/")
            break
        except OSError:
            time.sleep(0.5)
    token = next(cookie.value for cookie in jar if cookie.name == "csrftoken")
    fields = {"username": "canbo", "password": "lien-nganh-2026", "csrfmiddlewaretoken": token}
    opener.open(f"{BASE}/tai-khoan/dang-nhap/", urllib.parse.urlencode(fields).encode())
    return opener


def main() -> int:
    """Measure and print; 1 where the worker is too large."""
    with tempfile.TemporaryDirectory() as home:
        env = {
            **os.environ,
            "LIENNGANH_HOME": home,
            "DJANGO_SETTINGS_MODULE": "liennganh.config.settings",
        }
        command = [sys.executable, "-m", "liennganh"]
        subprocess.run([*command, "demo", "--no-serve", "--json"], env=env, check=True, stdout=-3)
        pages = addresses(env)
        base = bare(env)
        server = subprocess.Popen([*command, "serve", "--port", str(PORT)], env=env)
        try:
            opener = browser()
            for address in pages * 5:
                opener.open(BASE + address).read()
            worker = max(resident(pid) for pid in children(server.pid))
        finally:
            server.terminate()
            server.wait(20)
    print(f"bare set-up      {base:7.1f} MB   1.0")
    print(f"worker, {len(pages) * 5:4} pages {worker:7.1f} MB   {worker / base:.1f}")
    return int(worker > MOST_MB)


if __name__ == "__main__":
    sys.exit(main())
