"""What stands in a field: typed as people type, stored once, shown again."""

from datetime import date

import pytest

from desktop.cases.answers import problem, shown, stored
from desktop.cases.kind import Choice, Field, Words

TODAY = date(2026, 1, 14)
NAME = Words(th="ช่อง", en="field")


def field(type_: str, **given: object) -> Field:
    return Field(code="x", type=type_, name=NAME, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type_", "typed", "kept", "words"),
    [
        ("number", "๑,๒๓๔", "1234", "1234"),
        ("decimal", "๑๒๐.๕", "120.5", "120.5"),
        ("money", "1,500.25", "150025", "1,500.25"),
        ("date", "1 ก.พ. 69", "2026-02-01", "1 ก.พ. 2569"),
        ("phone", "081-111 1111", "0811111111", "0811111111"),
        ("phone", "+66811111111", "0811111111", "0811111111"),
        ("text", "  ร้าน คำแปง ", "ร้าน คำแปง", "ร้าน คำแปง"),
    ],
)
def test_typed_and_shown(type_: str, typed: str, kept: str, words: str) -> None:
    value = stored(field(type_), typed, TODAY)
    assert (value, problem(field(type_), value), shown(field(type_), value)) == (kept, None, words)


@pytest.mark.parametrize(
    ("type_", "typed", "code"),
    [
        ("number", "12.5", "cases.misshapen"),
        ("number", "สิบ", "cases.misshapen"),
        ("number", "NaN", "cases.misshapen"),
        ("decimal", "1e400", "cases.misshapen"),
        ("money", "1.234", None),
        ("date", "31 ก.พ. 69", "cases.misshapen"),
        ("phone", "12345", "cases.misshapen"),
        ("yes_no", "maybe", "cases.misshapen"),
        ("text", "ก" * 401, "cases.too_long"),
        ("text", "", "cases.missing"),
    ],
)
def test_what_is_wrong_is_told_and_kept_as_it_was_typed(type_: str, typed: str, code: str | None) -> None:
    one = field(type_, required=True)
    kept = stored(one, typed, TODAY)
    if typed == "1.234":
        assert kept == typed
        assert problem(one, kept) == "cases.misshapen"
    else:
        assert (kept, problem(one, kept)) == (typed, code)


def test_bounds_and_choices() -> None:
    area = field("decimal", least=1, most=200)
    assert problem(area, "200") is None
    assert problem(area, "200.01") == problem(area, "0") == "cases.out_of_bounds"
    money = field("money", most=100)
    assert problem(money, "10000") is None
    assert problem(money, "10001") == "cases.out_of_bounds"
    use = field("choice", choices=(Choice(code="sell", name=Words(th="จำหน่าย", en="sell")),))
    assert (problem(use, "sell"), problem(use, "eat"), shown(use, "sell", "en")) == (None, "cases.misshapen", "sell")
