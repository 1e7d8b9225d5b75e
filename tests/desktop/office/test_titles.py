"""Titles before a name are forgiven; names that begin like one are left whole."""

import pytest

from desktop.office.keyboard import as_latin
from desktop.office.titles import bare, first_found, ways


@pytest.mark.parametrize(
    "typed",
    [
        "นายบุญมี", "นาย  บุญมี", "น.ส.บุญมี", "น.ส. บุญมี", "น. ส. บุญมี", "นส บุญมี", "นางสาวบุญมี", "ด.ญ. บุญมี", "พระครูบุญมี",
        "ว่าที่ ร.ต. บุญมี", "ว่าที่ร้อยตรีบุญมี", "ร.ต.อ.หญิง ดร.บุญมี", "พ.ต.ท. บุญมี", "Mr. บุญมี", "mrs บุญมี", "MISS บุญมี", "บจก. บุญมี",
    ],
)  # fmt: skip
def test_titles_fall_away(typed: str) -> None:
    assert bare(typed) == "บุญมี"


@pytest.mark.parametrize(
    "typed",
    ["นายิกา", "นายก", "นาง", "น.ส.", "พลอยใส", "ศักดิ์ดา", "Missouri", "Mrs", "", "091", "สมนาย ใจดี", "บุญมี นายทอง"],
)
def test_what_only_looks_like_a_title_stays(typed: str) -> None:
    assert bare(typed) == typed


def test_of_two_titles_that_fit_the_one_that_leaves_a_name_is_meant() -> None:
    assert [bare("นางสาวิตรี"), bare("นางสาวสาวิตรี"), bare("พระคุณ")] == ["สาวิตรี", "สาวิตรี", "คุณ"]


def test_ways_go_from_what_was_typed_to_what_was_meant() -> None:
    keys = as_latin("นายบุญมี")
    assert ways(keys)[0] == keys
    assert ways(keys)[1:3] == ("นายบุญมี", "บุญมี")
    assert [ways(typed) for typed in ("", "%", "451")] == [("",), ("%",), ("451",)]


def test_the_first_way_that_finds_anything_is_taken() -> None:
    asked: list[str] = []

    def look(typed: str) -> tuple[str, ...]:
        asked.append(typed)
        return ("found",) if typed == "บุญมี" else ()

    assert first_found("นายบุญมี", look) == ("found",)
    assert asked == ["นายบุญมี", "บุญมี"]
    assert first_found("ใครก็ไม่รู้", look) == ()
