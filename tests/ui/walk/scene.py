"""What a scene is, and how one is put on the list."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from tests.ui.walk.furniture import Furniture
from tests.ui.walk.stage import Stage

Opening = Callable[[Stage, Furniture], Iterator[None]]


@dataclass(frozen=True)
class Scene:
    """`open` puts it on the screen, and clears it away when it is gone on with."""

    name: str
    open: Opening

    @contextmanager
    def shown(self, stage: Stage, furniture: Furniture) -> Iterator[None]:
        try:
            with contextmanager(self.open)(stage, furniture):
                stage.rest()
                yield
            if stage.window is not None:
                stage.rest()
        except Exception as error:
            error.add_note(f"in the scene {self.name}")
            raise


SCENES: list[Scene] = []


def scene(opening: Opening) -> Opening:
    SCENES.append(Scene(opening.__name__.replace("_", "-"), opening))
    return opening


def each(names: tuple[str, ...], prefix: str, opening: Callable[[Stage, Furniture, str], Iterator[None]]) -> None:
    """A scene of the same kind for each of several names."""
    for name in names:
        SCENES.append(Scene(f"{prefix}-{name.replace('_', '-')}", partial(_of, opening, name)))


def _of(
    opening: Callable[[Stage, Furniture, str], Iterator[None]], name: str, stage: Stage, furniture: Furniture
) -> Iterator[None]:
    return opening(stage, furniture, name)


SECRET_SCENES: list[Scene] = []
"""Those that need a centre."""
