"""The simulator stands its ground against a client that is not ours: Debian's sane-airscan scans from it."""

import subprocess
from pathlib import Path

from PIL import Image

from tests.helpers.escl import MakeNetworkScanner, Simulator, shade


def scanimage(simulator: Simulator, folder: Path, *arguments: str) -> tuple[int, str, list[int]]:
    """Its exit code, what it complained of, and the shades of the pages it saved."""
    (folder / "dll.conf").write_text("airscan\n")
    (folder / "airscan.conf").write_text(f"[devices]\nSim = {simulator.url}, eSCL\n[options]\ndiscovery = disable\n")
    command = ["scanimage", "-d", "airscan:e0:Sim", "--mode", "Gray", "--resolution", "75", "--format=png"]
    done = subprocess.run(
        [*command, *arguments, f"--batch={folder}/p%02d.png"],
        env={"SANE_CONFIG_DIR": str(folder), "PATH": "/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C"},
        capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    shades = []
    for path in sorted(folder.glob("p*.png")):
        with Image.open(path) as page:
            shades.append(int(page.convert("L").getpixel((page.width // 2, page.height // 2))))  # type: ignore[arg-type]
    return done.returncode, done.stderr, shades


def near(shades: list[int], wanted: list[int]) -> bool:
    return len(shades) == len(wanted) and all(abs(one - two) <= 3 for one, two in zip(shades, wanted, strict=True))


def test_it_scans_one_side(make_network_scanner: MakeNetworkScanner, tmp_path: Path) -> None:
    code, said, shades = scanimage(make_network_scanner(), tmp_path, "--source", "ADF")
    assert near(shades, [shade(0), shade(1), shade(2)]), said
    assert code in (0, 7)


def test_it_scans_both_sides_in_their_order(make_network_scanner: MakeNetworkScanner, tmp_path: Path) -> None:
    _, said, shades = scanimage(make_network_scanner(sheets=2, busy=1), tmp_path, "--source", "ADF Duplex")
    assert near(shades, [shade(0), shade(0, back=True), shade(1), shade(1, back=True)]), said


def test_it_scans_from_the_glass(make_network_scanner: MakeNetworkScanner, tmp_path: Path) -> None:
    _, said, shades = scanimage(make_network_scanner(), tmp_path, "--source", "Flatbed", "--batch-count=1")
    assert near(shades, [200]), said


def test_it_understands_what_is_wrong(make_network_scanner: MakeNetworkScanner, tmp_path: Path) -> None:
    jammed = make_network_scanner(trouble="ScannerAdfJam", trouble_at=2)
    _, said, shades = scanimage(jammed, tmp_path, "--source", "ADF")
    assert near(shades, [shade(0), shade(1)])
    assert "jammed" in said
    _, said, _ = scanimage(make_network_scanner(trouble="ScannerAdfDoorOpen"), tmp_path, "--source", "ADF")
    assert "cover is open" in said
    _, said, _ = scanimage(make_network_scanner(sheets=0), tmp_path, "--source", "ADF")
    assert "out of documents" in said
