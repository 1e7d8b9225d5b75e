# Builds the one-folder program on Windows (64 bit, Python 3.11 or newer). Written, not yet run: no Windows machine was at hand.
# The keyring back end is the Windows Credential Manager; scanning through SANE is left out of requirements.txt there.
$ErrorActionPreference = "Stop"
$house = Split-Path -Parent $PSScriptRoot
py -3.11 -m venv "$house\.venv-bundle"
& "$house\.venv-bundle\Scripts\pip" install -r "$house\requirements.txt" pyinstaller==6.22.3
& "$house\.venv-bundle\Scripts\python" -m PyInstaller --noconfirm --clean `
    --distpath "$house\dist" --workpath "$house\output\bundle-work" "$house\build\thesaban-desk.spec"
