"""The Thai model made: opened, given the letters that it lacks, taught, and packed with whole numbers again."""

import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop.reading.models import OWN, SYSTEM
from desktop.reading.tesseract import THAI
from tools.thai_model import learning
from tools.thai_model.network import opened
from tools.thai_model.pictures import Pictures
from tools.thai_model.texts import Texts

_LIKE = {"๔": "๕", "๖": "๒", "๗": "๓", "๘": "๒", "๙": "๑", "ฌ": "ณ"}
"""What Debian's model can not write, and a letter that each is begun from."""
_LINES = 24_000


def main(work: str, minutes: str, *folders: str) -> None:
    folder = Path(work)
    source = next(path for place in SYSTEM if (path := Path(place) / "tha.traineddata").is_file())
    _run("combine_tessdata", "-u", str(source), str(folder / "model."))
    codes = _with_letters(folder)
    network = opened((folder / "model.lstm").read_bytes()).with_letters([codes[like] for like in _LIKE.values()])
    lines = Pictures(Texts(folder / "text", 1), folders, 1).lines(_LINES)
    lessons = [
        learning.Lesson(line.picture, tuple(codes[sign] for sign in as_read(line.text)))
        for line in lines
        if codes.keys() >= set(as_read(line.text))
    ]
    weights = learning.taught(learning.weights_of(network.matrices), lessons, float(minutes))
    (folder / "model.lstm").write_bytes(network.taught(learning.matrices_of(weights)).file)
    _run("combine_tessdata", str(folder / "model."))
    packed = ("--traineddata", str(folder / "model.traineddata"), "--model_output", str(OWN / f"{THAI}.traineddata"))
    _run("lstmtraining", "--stop_training", "--convert_to_int", "--continue_from", str(folder / "model.lstm"), *packed)


def as_read(text: str) -> str:
    """As Tesseract's models write it: ำ as its two parts."""
    return text.replace("ำ", "ํา")


def _with_letters(folder: Path) -> Mapping[str, int]:
    """The letters of `_LIKE` written into the lists of letters and of outputs; the output of each letter."""
    listed = folder / "model.lstm-unicharset"
    rows = listed.read_text("utf-8").splitlines()[1:]
    for sign in _LIKE:
        kind, note = (8, "0") if sign.isdecimal() else (1, "x")
        place = len(rows)
        bearing = "0,255,0,255,0,0,0,0,0,0"
        rows.append(f"{sign} {kind} {bearing} Thai {place} 0 {place} {sign}\t# {sign} [{ord(sign):x} ]{note}")
    listed.write_text("\n".join([str(len(rows)), *rows, ""]), "utf-8")
    outputs = struct.pack("<I", len(rows)) + b"".join(struct.pack("<bii", 1, 1, place) for place in range(len(rows)))
    (folder / "model.lstm-recoder").write_bytes(outputs)
    return {row.split(" ")[0]: place for place, row in enumerate(rows)} | {" ": 0}


def _run(*words: str) -> None:
    subprocess.run(words, check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
