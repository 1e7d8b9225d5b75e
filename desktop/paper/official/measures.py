"""The measures of official letters, in millimetres from the top left of A4 and in points of the official face.

Left margin 3 cm, right 2 cm, so the ruler runs from 0 to 16 cm; what stands at "the centre" stands at the paper's.
"""

from desktop.paper.thai_text import MM_PER_POINT

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT = 30.0, 190.0
CENTRE = WIDTH / 2
BODY_PT = 16.0
LINE_HEIGHT_EM = 1.322
"""Single spacing of the official face."""
LINE = BODY_PT * LINE_HEIGHT_EM * MM_PER_POINT
BEFORE_6 = 6 * MM_PER_POINT
BEFORE_12 = 12 * MM_PER_POINT
INDENT = 25.0
SIGNATURE_LINES = 4

GARUDA_TOP = 15.0
GARUDA, SMALL_GARUDA = 30.0, 15.0
"""Heights: of external letters, orders and announcements; of memos and envelopes."""
FEET = GARUDA_TOP + GARUDA
NEXT_TOP = 25.0
"""Where the text of the second and later pages begins."""
PAGE_NUMBER = 15.0
BOTTOM = HEIGHT - 20.0
ASCENT, DESCENT = 5.4, 2.06
"""Of a line of text, from its baseline to the ends of its box."""

ADDRESS_X = 122.0
URGENCY_PT = 32.0
RED = "#C8102E"
INK = "#000000"
QUIET = "#5A5A5A"

MEMO_TITLE_PT, MEMO_LABEL_PT = 29.0, 20.0
MEMO_TITLE_LINE = 35 * MM_PER_POINT
MEMO_LINE = MEMO_LABEL_PT * LINE_HEIGHT_EM * MM_PER_POINT
SEAL_OUTER, SEAL_INNER = 45.0, 35.0
"""Diameters of the two circles of the office's seal."""
