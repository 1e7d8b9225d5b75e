"""Marks put elsewhere on a sheet, and drawn larger."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.paper.ops import Image, Line, Op, Polygon, QrCode, Rect, Text


def moved(op: Op, right: float, down: float) -> Op:
    """The mark so many mm further to the right and down."""
    match op:
        case Text() | Rect() | QrCode() | Image():
            return replace(op, x_mm=op.x_mm + right, y_mm=op.y_mm + down)
        case Line():
            x1, y1, x2, y2 = op.x1_mm + right, op.y1_mm + down, op.x2_mm + right, op.y2_mm + down
            return replace(op, x1_mm=x1, y1_mm=y1, x2_mm=x2, y2_mm=y2)
        case Polygon():
            return replace(op, corners_mm=tuple((x + right, y + down) for x, y in op.corners_mm))


def all_moved(ops: Iterable[Op], right: float, down: float) -> tuple[Op, ...]:
    return tuple(moved(op, right, down) for op in ops)


def enlarged(op: Op, by: float) -> Op:
    """The mark and its place, `by` times as large from the top left corner."""
    match op:
        case Text():
            return replace(op, x_mm=op.x_mm * by, y_mm=op.y_mm * by, size_pt=op.size_pt * by)
        case Rect():
            x, y, wide, high = (length * by for length in (op.x_mm, op.y_mm, op.width_mm, op.height_mm))
            line, radius = op.line_mm * by, op.radius_mm * by
            return replace(op, x_mm=x, y_mm=y, width_mm=wide, height_mm=high, line_mm=line, radius_mm=radius)
        case QrCode():
            return replace(op, x_mm=op.x_mm * by, y_mm=op.y_mm * by, side_mm=op.side_mm * by)
        case Image():
            x, y, wide, high = (length * by for length in (op.x_mm, op.y_mm, op.width_mm, op.height_mm))
            return replace(op, x_mm=x, y_mm=y, width_mm=wide, height_mm=high)
        case Line():
            x1, y1, x2, y2 = op.x1_mm * by, op.y1_mm * by, op.x2_mm * by, op.y2_mm * by
            dash = (op.dash_mm[0] * by, op.dash_mm[1] * by) if op.dash_mm else None
            return replace(op, x1_mm=x1, y1_mm=y1, x2_mm=x2, y2_mm=y2, width_mm=op.width_mm * by, dash_mm=dash)
        case Polygon():
            return replace(op, corners_mm=tuple((x * by, y * by) for x, y in op.corners_mm), width_mm=op.width_mm * by)
