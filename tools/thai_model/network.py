"""Tesseract's network file opened: whole numbers made fractions again, so that it can learn, and letters added to it.

Source: Tesseract 5, `src/lstm` (Apache-2.0), for the order of its fields. Only what its Thai model is made of is read.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
_WHOLE, _BY_LAYER, _INT_MODE = 1, 64, 1
_OF_LAYERS = {"Series", "RTLReversed", "XYTranspose"}
_UNTAUGHT = {"Input": 20, "Convolve": 8, "Maxpool": 8}
_MATRICES = {"Tanh": 1, "Softmax": 1, "LSTM": 4, "SummLSTM": 4}
_HEADER = "<bbIiii"


@dataclass(frozen=True)
class Part:
    """Bytes that stay as they are, or (`matrix`) weights that are learned: a row for each output, the bias last."""

    kept: bytes = b""
    matrix: Matrix | None = None


class Network:
    """The layers' matrices in the order of the file: convolution, four LSTMs of four gates, softmax."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = list(parts)

    @property
    def matrices(self) -> list[Matrix]:
        return [part.matrix for part in self._parts if part.matrix is not None]

    def taught(self, matrices: Sequence[NDArray[Any]]) -> "Network":
        fresh = iter(matrices)
        return Network([part if part.matrix is None else Part(matrix=next(fresh)) for part in self._parts])

    @property
    def file(self) -> bytes:
        """With fractions, as `lstmtraining` takes it."""
        return b"".join(part.kept if part.matrix is None else _packed(part.matrix) for part in self._parts)

    def with_letters(self, like: Sequence[int]) -> "Network":
        """More outputs at the end, each begun halfway between the mean and the output that it is like."""
        last = self.matrices[-1]
        more = np.stack([(last[output] + last.mean(0)) / 2 for output in like])
        grown = [*self.matrices[:-1], np.concatenate([last, more])]
        network = self.taught(grown)
        return Network(
            [Part(_counted(part.kept, len(last), len(like), more.size), part.matrix) for part in network._parts]
        )


def _counted(kept: bytes, outputs: int, more: int, weights: int) -> bytes:
    """The same, where it heads the whole or the softmax layer with its outputs and weights counted anew."""
    for name in (b"Series", b"Softmax"):
        at = kept.find(name) + len(name)
        if at >= len(name):
            training, needed, flags, ins, outs, count = struct.unpack_from(_HEADER, kept, at)
            if outs == outputs:
                head = struct.pack(_HEADER, training, needed, flags, ins, outs + more, count + weights)
                kept = kept[:at] + head + kept[at + len(head) :]
    return kept


def opened(file: bytes) -> Network:
    """Of a file with whole numbers, as Debian and Tesseract ship it."""
    return Network(_File(file).parts())


class _File:
    def __init__(self, file: bytes) -> None:
        self._file, self._at, self._from = file, 0, 0
        self._parts: list[Part] = []

    def parts(self) -> list[Part]:
        self._layer()
        self._string()
        (flags,) = struct.unpack_from("<i", self._file, self._at)
        whole = self._file[self._from : self._at] + struct.pack("<i", flags & ~_INT_MODE) + self._file[self._at + 4 :]
        return [*self._parts, Part(whole)]

    def _number(self, form: str) -> Any:
        (number,) = struct.unpack_from("<" + form, self._file, self._at)
        self._at += struct.calcsize("<" + form)
        return number

    def _string(self) -> str:
        size = self._number("I")
        self._at += size
        return self._file[self._at - size : self._at].decode()

    def _layer(self) -> None:
        self._number("b")
        name = self._string()
        _, _, flags, *_ = (self._number(form) for form in "bbIiii")
        self._string()
        if name in _OF_LAYERS:
            for _ in range(self._number("I")):
                self._layer()
            if flags & _BY_LAYER:
                layers = self._number("I")
                self._at += 4 * layers
        elif name in _UNTAUGHT:
            self._at += _UNTAUGHT[name]
        else:
            self._at += 4 if "LSTM" in name else 0
            for _ in range(_MATRICES[name]):
                self._matrix()

    def _matrix(self) -> None:
        mode = self._number("B")
        self._parts.append(Part(self._file[self._from : self._at - 1] + bytes([mode & ~_WHOLE])))
        down, across = self._number("i"), self._number("i")
        self._number("b")
        rows = np.frombuffer(self._file, np.int8, down * across, self._at).reshape(down, across)
        self._at += down * across
        count = self._number("I")
        scales = np.frombuffer(self._file, "<f8", count, self._at)[:down]
        self._at += 8 * count
        self._parts.append(Part(matrix=(rows * scales[:, None]).astype(np.float32)))
        self._from = self._at


def _packed(matrix: Matrix) -> bytes:
    return struct.pack("<iid", *matrix.shape, 0.0) + np.ascontiguousarray(matrix).astype("<f8").tobytes()
