"""Tesseract's Thai network in JAX, taught on many lines at once: its own trainer takes one after another."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray

from desktop.reading.straight import Grey
from tools.thai_model.network import Matrix
from tools.thai_model.pictures import HIGH

Weights = dict[str, Any]
"""By layer, inputs before outputs, the bias last; an LSTM's four side by side: input, its gate, forget, output."""
BLANK = 2
"""The output that is no letter."""
_LAYERS = ("across", "upright", "forward", "backward", "wide", "letters")
_POOL, _FEATURES, _UPRIGHT = 3, 16, 64
_WIDTHS = (192, 384, 672, 1440)
"""Pixels; lines are filled up to one of them, so that few sorts of batch are compiled."""
_AT_ONCE = 24 * 384
_PX_A_LETTER = 9
_PEAK, _WARMING, _CLIPPED, _MOMENTS = 1.2e-3, 50, 1.0, (0.9, 0.99)
_REMEMBERED = 0.01
"""Share of the newest weights in the mean that is kept in the end."""


@dataclass(frozen=True)
class Lesson:
    """A line of `HIGH` pixels and the outputs that it should give."""

    picture: Grey
    outputs: tuple[int, ...]


def weights_of(matrices: Sequence[Matrix]) -> Weights:
    gates = [np.concatenate(matrices[start : start + 4]).T for start in (1, 5, 9, 13)]
    return dict(zip(_LAYERS, (matrices[0].T, *gates, matrices[17].T), strict=True))


def matrices_of(weights: Weights) -> list[NDArray[Any]]:
    across, *gates, letters = (np.asarray(weights[layer]).T for layer in _LAYERS)
    return [across, *(matrix for gate in gates for matrix in np.split(gate, 4)), letters]


def taught(weights: Weights, lessons: Sequence[Lesson], minutes: float, seed: int = 1) -> Weights:
    """After so much time, the pace falling to nothing; the mean of the last weights."""
    rule = optax.chain(optax.clip_by_global_norm(_CLIPPED), optax.scale_by_adam(*_MOMENTS))

    def step(weights: Weights, mean: Weights, state: Any, pace: float, batch: Any) -> Any:
        loss, slopes = jax.value_and_grad(_loss)(weights, *batch)
        moves, state = rule.update(slopes, state, weights)
        weights = jax.tree.map(lambda one, move: one - pace * move, weights, moves)
        mean = jax.tree.map(lambda one, new: one + _REMEMBERED * (new - one), mean, weights)
        return weights, mean, state, loss

    fast = jax.jit(step)

    chance, begun, steps = np.random.default_rng(seed), time.monotonic(), 0
    mean, state, losses = weights, rule.init(weights), list[float]()
    while True:
        for batch in _batches(lessons, chance):
            passed = (time.monotonic() - begun) / 60 / minutes
            if passed >= 1:
                return mean
            pace = _PEAK * min(1.0, steps / _WARMING) * (1 + np.cos(np.pi * passed)) / 2
            weights, mean, state, loss = fast(weights, mean, state, pace, batch)
            losses.append(float(loss))
            steps += 1
            if steps % 50 == 0:
                print(f"{passed:.0%}, {steps} steps, loss {np.mean(losses[-50:]):.4f}", flush=True)


def _batches(lessons: Sequence[Lesson], chance: np.random.Generator) -> Iterator[Any]:
    """Lines of about one width together."""
    waiting = dict[int, list[Lesson]]()
    for at in chance.permutation(len(lessons)):
        lesson = lessons[at]
        wide = lesson.picture.shape[1]
        width = next((width for width in _WIDTHS if wide <= width), 0)
        if len(lesson.outputs) > min(wide // _POOL, width // _PX_A_LETTER):
            continue
        waiting.setdefault(width, []).append(lesson)
        if len(waiting[width]) == max(2, _AT_ONCE // width):
            yield _packed(width, waiting.pop(width))


def _packed(width: int, lessons: Sequence[Lesson]) -> tuple[NDArray[Any], ...]:
    pictures = np.ones((len(lessons), HIGH, width), np.float32)
    lengths = np.zeros(len(lessons), np.int32)
    outputs = np.zeros((len(lessons), width // _PX_A_LETTER), np.int32)
    none = np.ones(outputs.shape, np.float32)
    for row, lesson in enumerate(lessons):
        wide, count = lesson.picture.shape[1], len(lesson.outputs)
        pictures[row, :, :wide] = contrasted(lesson.picture)
        lengths[row], outputs[row, :count], none[row, :count] = wide // _POOL, lesson.outputs, 0
    return pictures, lengths, outputs, none


def contrasted(grey: Grey) -> NDArray[np.float32]:
    """-1 for ink to 1 for paper, by the middle row's own dark and light, as Tesseract has it."""
    row = grey[grey.shape[0] // 2].astype(int)
    before, here, after = row[:-2], row[1:-1], row[2:]
    dark = here[((here < before) & (here <= after)) | ((here <= before) & (here < after))]
    light = here[((here > before) & (here >= after)) | ((here >= before) & (here > after))]
    black = np.percentile(dark, 25) if dark.size else 0.0
    half = ((np.percentile(light, 75) if light.size else 255.0) - black) / 2
    return np.clip((grey.astype(np.float32) - black) / (half if half > 0 else 1.0) - 1, -1, 1).astype(np.float32)


def _loss(weights: Weights, pictures: Any, lengths: Any, outputs: Any, none: Any) -> Any:
    """By connectionist temporal classification (Graves 2006), a letter."""
    seen = outputs_of(weights, pictures, lengths)
    after = (jnp.arange(seen.shape[1])[None] >= lengths[:, None]).astype(jnp.float32)
    return jnp.sum(optax.ctc_loss(seen, after, outputs, none, blank_id=BLANK)) / jnp.sum(1 - none)


def outputs_of(weights: Weights, pictures: Any, lengths: Any) -> Any:
    """Of pictures (count, `HIGH`, width): a score of each output at every third pixel (count, width / 3, outputs)."""
    count, high, wide = pictures.shape
    edged = jnp.pad(pictures, ((0, 0), (1, 1), (1, 1)))
    near = [edged[:, y : y + high, x : x + wide] for x in range(3) for y in range(3)]
    seen = jnp.tanh(_weighed(weights["across"], jnp.stack(near, -1)))
    rows, columns = high // _POOL, wide // _POOL
    seen = seen.reshape(count, rows, _POOL, columns, _POOL, _FEATURES).max((2, 4))
    upright = seen.transpose(1, 0, 2, 3).reshape(rows, count * columns, _FEATURES)
    seen = _remembered(weights["upright"], upright)[-1].reshape(count, columns, _UPRIGHT).transpose(1, 0, 2)
    seen = _remembered(weights["forward"], seen)
    place = jnp.arange(columns)[:, None]
    back = jnp.where(place < lengths[None], lengths[None] - 1 - place, place)[:, :, None]
    seen = jnp.take_along_axis(seen, back, 0)
    seen = jnp.take_along_axis(_remembered(weights["backward"], seen), back, 0)
    return _weighed(weights["letters"], _remembered(weights["wide"], seen)).transpose(1, 0, 2)


def _weighed(layer: Any, inputs: Any) -> Any:
    return inputs @ layer[:-1] + layer[-1]


def _steps(layer: Any, inputs: Any) -> tuple[Any, Any, Any]:
    """What it tells, what it keeps and its four gates at each step."""
    again = _again(layer, inputs)

    def step(before: Any, fed: Any) -> Any:
        told, kept = before
        into, *opened = jnp.split(fed + told @ again, 4, -1)
        into, (let_in, keep, let_out) = jnp.tanh(into), map(jax.nn.sigmoid, opened)
        kept = kept * keep + into * let_in
        told = jnp.tanh(kept) * let_out
        return (told, kept), (told, kept, (into, let_in, keep, let_out))

    nothing = jnp.zeros((inputs.shape[1], again.shape[0]), inputs.dtype)
    fed = inputs @ layer[: inputs.shape[-1]] + layer[-1]
    seen: tuple[Any, Any, Any] = jax.lax.scan(step, (nothing, nothing), fed)[1]
    return seen


def _again(layer: Any, inputs: Any) -> Any:
    """The part of a layer that weighs what was told at the step before."""
    return layer[inputs.shape[-1] : -1]


def _forth(layer: Any, inputs: Any) -> tuple[Any, Any]:
    seen = _steps(layer, inputs)
    return seen[0], (layer, inputs, *seen)


def _back(remembered: tuple[Any, ...], wanted: Any) -> tuple[Any, Any]:
    """The slopes. Those of the weights are one product over all steps: a sum step by step takes half as long again."""
    layer, inputs, told, kept, gates = remembered
    again = _again(layer, inputs).T
    first = jnp.zeros_like(kept[:1])

    def step(after: Any, at: Any) -> Any:
        slope, keeping = after
        wanted, kept, before, (into, let_in, keep, let_out) = at
        slope, shown = slope + wanted, jnp.tanh(kept)
        keeping = keeping + slope * let_out * (1 - shown * shown)
        opened = (
            keeping * let_in * (1 - into * into),
            keeping * into * let_in * (1 - let_in),
            keeping * before * keep * (1 - keep),
            slope * shown * let_out * (1 - let_out),
        )
        moves = jnp.concatenate(opened, -1)
        return (moves @ again, keeping * keep), moves

    at = (wanted, kept, jnp.concatenate((first, kept[:-1])), gates)
    moves = jax.lax.scan(step, (first[0], first[0]), at, reverse=True)[1]
    flat = moves.reshape(-1, moves.shape[-1])
    fed = [part.reshape(-1, part.shape[-1]).T @ flat for part in (inputs, jnp.concatenate((first, told[:-1])))]
    return jnp.concatenate((*fed, flat.sum(0, keepdims=True))), moves @ layer[: inputs.shape[-1]].T


_remembered: Any = jax.custom_vjp(lambda layer, inputs: _steps(layer, inputs)[0])
"""An LSTM over the first axis of (steps, count, inputs)."""
_remembered.defvjp(_forth, _back)
