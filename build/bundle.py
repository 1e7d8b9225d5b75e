"""`make bundle`: builds the one-folder program into dist/thesaban-desk and says how large it is."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent


def main() -> int:
    out = HOUSE / "dist"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(out), "--workpath", str(HOUSE / "output" / "bundle-work")]
    subprocess.run([*command, str(HOUSE / "build" / "thesaban-desk.spec")], check=True, cwd=HOUSE)
    folder = out / "thesaban-desk"
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{folder}: {size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
