"""Every room and dialog, each opened as somebody would find it. A scene leaves its room as it found it."""

from tests.ui.walk import (
    case_scenes,
    certificate_scenes,
    counter_scenes,
    house_scenes,
    lending_scenes,
    letter_scenes,
    page_scenes,
    paper_scenes,
    queue_scenes,
    registration_scenes,
    sheet_scenes,
    shift_scenes,
    stack_scenes,
    waste_scenes,
)
from tests.ui.walk.scene import SCENES, SECRET_SCENES, Scene

__all__ = [
    "SCENES",
    "SECRET_SCENES",
    "Scene",
    "case_scenes",
    "certificate_scenes",
    "counter_scenes",
    "house_scenes",
    "lending_scenes",
    "letter_scenes",
    "page_scenes",
    "paper_scenes",
    "queue_scenes",
    "registration_scenes",
    "sheet_scenes",
    "shift_scenes",
    "stack_scenes",
    "waste_scenes",
]
