"""Gets a fresh machine ready: Debian libraries, the virtual environment `.venv`, the pinned packages.

Runs on a bare Python >= 3.11 with nothing but the standard library. `tools/setup.py screen` prepares for the program on
a screen, `tools/setup.py tests` also for the tests, the tour, the benchmarks and the bundle. A second run is instant.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "setup.stamp"
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
FILES_ALONE = "requirements-fonts.txt"
"""Packages of which only the files are wanted: they come without what they depend on."""
OLDEST_PYTHON = (3, 11)

# What Qt links to, what its xcb plugin links to, Thai line breaks, printing, what builds python-sane and pyscard, and
# what pages are read with.
SCREEN_PACKAGES = """
    libglib2.0-0 libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 fontconfig libfreetype6 libxkbcommon0 libbrotli1
    libgssapi-krb5-2 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1
    libxcb-glx0 libxkbcommon-x11-0 libcups2 cups-client libthai0 libthai-data
    libsane1 libsane-dev libpcsclite1 libpcsclite-dev swig gcc libc6-dev tesseract-ocr-tha tesseract-ocr-eng
"""

# A virtual screen, a keyring, a printer, a scanner, a card reader, a signing token, and eyes for what comes out of
# them; for the post's trials a PostgreSQL with a standby, and a recorder of what a process writes; typefaces of other
# offices; the Tesseract that OCRmyPDF wants, whose PDFs the benchmark lays beside ours.
TEST_PACKAGES = """
    xvfb xauth x11-utils xdotool imagemagick dbus gnome-keyring cups printer-driver-cups-pdf cups-filters ghostscript
    sane-utils sane-airscan pcscd vsmartcard-vpcd util-linux iproute2 softhsm2 poppler-utils qpdf binutils postgresql
    strace chromium
    fonts-tlwg-garuda-ttf fonts-tlwg-kinnari-ttf fonts-tlwg-loma-ttf fonts-tlwg-norasi-ttf fonts-tlwg-umpush-ttf
    fonts-tlwg-waree-ttf fonts-tlwg-sawasdee-ttf fonts-tlwg-typo-ttf tesseract-ocr
"""

# Debian's package makes and starts a server when it is installed, unless it is told; our tests start their own.
_NO_CLUSTER = """
mkdir -p /etc/postgresql-common/createcluster.d &&
echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.d/thesaban-desk.conf
"""

LEVELS = {"screen": SCREEN_PACKAGES.split(), "tests": (SCREEN_PACKAGES + TEST_PACKAGES).split()}


def stop(line: str) -> NoReturn:
    """Ends the set-up with one line that says what to do."""
    sys.exit(f"thesaban-desk: {line}")


def ask(*command: str) -> str:
    """What a command answers, in English; its complaints and its exit code are not the question."""
    english = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=english).stdout


def run_quietly(command: Sequence[str], doing: str) -> None:
    """Runs a command and shows what it said only if it failed."""
    print(f"{doing} ...", flush=True)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-30:]))
        stop(f"{doing} failed; the lines above say why. The command was: {' '.join(command)}")


# Debian libraries -----------------------------------------------------------------------------------------------


def python_packages() -> list[str]:
    """Debian's parts of this Python that a virtual environment and python-sane need and that are not here."""
    if not sys.executable.startswith("/usr/bin/"):
        return []
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    headers = Path(sysconfig.get_path("include")) / "Python.h"
    missing = [] if importlib.util.find_spec("ensurepip") else [f"{version}-venv"]
    return missing if headers.exists() else [*missing, f"{version}-dev"]


def renamed(name: str) -> tuple[str, str]:
    """A library's two names: since the 64-bit time change (Ubuntu 24.04, Debian 13) some end in t64."""
    return name, f"{name}t64"


def installed(names: Iterable[str]) -> set[str]:
    """Those of `names` that dpkg has in place."""
    shown = ask("dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names)
    rows = (line.split() for line in shown.splitlines())
    return {row[0] for row in rows if row[1:] == ["installed"]}


def missing_packages(level: str) -> list[str]:
    """Names (as on Debian 12) of what this level needs and the machine lacks."""
    here = installed(variant for name in LEVELS[level] for variant in renamed(name))
    libraries = [name for name in LEVELS[level] if not here.intersection(renamed(name))]
    return libraries + python_packages()


def on_offer(names: Iterable[str]) -> list[str]:
    """The names this release uses for `names`, asked of apt; a name it does not know stays, for apt to name."""
    asked = [variant for name in names for variant in renamed(name)]
    known, package = set(), ""
    for line in ask("apt-cache", "policy", *asked).splitlines():
        if not line.startswith(" "):
            package = line.rstrip(":")
        elif line.strip().startswith("Candidate:") and "(none)" not in line:
            known.add(package)
    return [next((variant for variant in renamed(name) if variant in known), name) for name in names]


def as_root() -> list[str] | None:
    """What to put before a command so that root runs it; None if that would need a password."""
    if os.geteuid() == 0:
        return []
    asks_nothing = ["sudo", "-n", "true"]
    if shutil.which("sudo") and subprocess.run(asks_nothing, capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    return None


def install_libraries(level: str) -> None:
    """Installs missing Debian libraries, or says what to type; does nothing on other systems."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return
    missing = missing_packages(level)
    if not missing:
        return
    root = as_root()
    if root is None:
        stop(f"please type: sudo apt-get install --no-install-recommends {' '.join(on_offer(missing))}")
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    run_quietly([*apt, "update"], "Reading the lists of Debian packages")
    wanted = on_offer(missing)
    if "postgresql" in wanted:
        run_quietly([*root, "sh", "-c", _NO_CLUSTER], "Keeping PostgreSQL's package from starting a server of its own")
    run_quietly(
        [*apt, "install", "-y", "--no-install-recommends", *wanted], f"Installing {len(wanted)} Debian packages"
    )


# Python packages ------------------------------------------------------------------------------------------------


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint() -> str:
    """Changes when a requirement, the Python or the place of the folder changes."""
    parts = [(ROOT / name).read_bytes() for name in (*REQUIREMENTS, FILES_ALONE)]
    parts += [sys.version.encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def venv_works() -> bool:
    """Whether `.venv` has the Python that runs this and a pip."""
    if not venv_python().exists():
        return False
    return ask(str(venv_python()), "-c", "import pip, sys; print(sys.version)").strip() == sys.version


def install_packages() -> None:
    """Brings `.venv` to the pinned packages; the stamp is written last, so a broken run is run again."""
    if STAMP.exists() and STAMP.read_text() == fingerprint() and venv_python().exists():
        return
    STAMP.unlink(missing_ok=True)
    if not venv_works():
        run_quietly([sys.executable, "-m", "venv", "--clear", str(VENV)], "Making the virtual environment .venv")
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    files = [part for name in REQUIREMENTS for part in ("-r", str(ROOT / name))]
    run_quietly([*pip, *files], "Installing the pinned packages (300 MB the first time)")
    run_quietly([*pip, "--no-deps", "-r", str(ROOT / FILES_ALONE)], "Installing typefaces to measure with")
    STAMP.write_text(fingerprint())


def main(level: str = "tests") -> None:
    if sys.version_info < OLDEST_PYTHON:
        stop("needs Python 3.11 or newer; please type: make PYTHON=/path/to/python3.11 ...")
    if level not in LEVELS:
        stop(f"tools/setup.py takes one of: {' '.join(LEVELS)}")
    if os.name == "posix":
        install_libraries(level)
    install_packages()


if __name__ == "__main__":
    main(*sys.argv[1:2])
