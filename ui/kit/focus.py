"""Who has the keyboard in a window, in front or not."""

from PySide6.QtWidgets import QWidget


def keeps_focus(widget: QWidget) -> bool:
    """Whether it has the keyboard, or has it as soon as its window is in front: lists are read behind others too."""
    return widget.window().focusWidget() is widget
