"""The mark of secret papers: larger than any text, red, in Thai; nothing on what everybody may read."""

from desktop.office.secrecy import Secrecy
from desktop.paper.ops import Face, Text
from desktop.paper.secrecy_mark import WIDTH_MM, mark_ops


def test_a_secret_page_is_marked_and_names_its_reader() -> None:
    mark, who = mark_ops(Secrecy.VERY_SECRET, "นางสาวกานดา · 9 ม.ค. 2569")
    assert isinstance(mark, Text)
    assert isinstance(who, Text)
    assert (mark.text, mark.face, mark.x_mm, mark.align) == ("ลับมาก", Face.BOLD, WIDTH_MM / 2, "centre")
    assert mark.size_pt > 2 * who.size_pt
    assert mark.colour == who.colour
    assert len(mark_ops(Secrecy.SECRET)) == 1


def test_what_everybody_may_read_is_not_marked() -> None:
    assert mark_ops(Secrecy.NORMAL, "ใคร") == ()
