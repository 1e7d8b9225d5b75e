"""Long words in a large store: the second index names whoever has them, and nobody else is shown."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.store import search
from desktop.store.desk import Desk
from desktop.store.engine import connect
from desktop.store.indexing import Indexing
from desktop.store.sieve import _LEAST, Sieve
from desktop.store.threes import ALL
from desktop.store.words import mark, pairs, plain
from tests.desktop.store.test_search import INSERT, row
from tests.helpers.desk import make_desk

SUBJECTS = (
    "ขอเชิญประชุมคณะกรรมการ",
    "ขอเชิญประชาชน ประชุมสภา",
    "ซักซ้อมแนวทางการเบิกจ่ายเงินสะสม",
    "ขอความอนุเคราะห์ข้อมูล 4521",
    "ประชาสัมพันธ์ 'งบ' ปี 2569 (ฉบับที่ 2)",
)


def large(folder: Path) -> Desk:
    """A store that counts as a large one, whose second index is whole."""
    made = make_desk(folder)
    with closing(connect(made.path, made.keys.database)) as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.store.threes.LARGE", 0)
        connection.executemany(INSERT, [row(n, f"{SUBJECTS[n % len(SUBJECTS)]} ที่ {n}") for n in range(1, 300)])
        while Indexing(connection).work_off(70)[1]:
            pass
        while Indexing(connection).tidy(70):
            pass
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = large(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """For tests that only look."""
    made = large(tmp_path_factory.mktemp("large"))
    yield made
    made.close()


def found(desk: Desk, words: str, *marks: list[str], size: int = 400) -> list[int] | None:
    return Sieve(desk.reader, _LEAST).newest(words, marks, 0, ALL, size)


def honestly(desk: Desk, words: str, *marks: list[str], size: int = 400) -> list[int]:
    sql = "SELECT rowid FROM letter_words WHERE letter_words MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [doc for (doc,) in desk.reader.rows(sql, (search.match(words, marks), size))]


@pytest.mark.parametrize(
    "words",
    ["ประชุมคณะ", "ประชาชน", "ประชุม สภา", "4521", "(ฉบับ", "'งบ'", "กองคลังเมืองไกล", "๔๕๒๑", "ที่ 12", "เชิญประชุ"],
)
def test_it_finds_what_the_index_of_pairs_finds(shared: Desk, words: str) -> None:
    assert found(shared, words) == honestly(shared, words)
    assert found(shared, words, size=7) == honestly(shared, words, size=7)


@given(data=st.data())
def test_any_part_of_a_subject_finds_the_same_on_both_roads(shared: Desk, data: st.DataObject) -> None:
    subject = plain(data.draw(st.sampled_from(SUBJECTS)))
    start = data.draw(st.integers(0, len(subject) - 3))
    words = subject[start : start + data.draw(st.integers(3, 14))]
    sifted = found(shared, words)
    assert sifted is None or sifted == honestly(shared, words)


def test_filters_and_days_narrow_it(shared: Desk) -> None:
    unit = [mark("y", 2569)]
    assert found(shared, "ประชาชน", unit) == honestly(shared, "ประชาชน", unit) != []
    assert found(shared, "ประชาชน", [mark("y", 2500)]) == []
    docs = honestly(shared, "ประชาชน")
    assert Sieve(shared.reader, _LEAST).newest("ประชาชน", (), docs[9], docs[3], 400) == docs[3:10]


def test_what_it_cannot_answer_quickly_it_leaves(shared: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(shared, "ขอ") is None
    assert found(shared, "") is None
    assert found(shared, "ขอเชิญ") is not None
    monkeypatch.setattr("desktop.store.sieve._MANY", 100)
    assert found(shared, "ขอเชิญ") is None
    assert found(shared, "ซักซ้อม") is not None


def test_what_has_all_threes_in_another_order_is_not_shown(desk: Desk) -> None:
    desk.settle("UPDATE letter SET subject = 'งบกลาง กลางปี งบกลางปีนี้' WHERE number = 7", ())
    desk.settle("UPDATE letter SET subject = 'กลางปี งบกลา งกลางป' WHERE number = 8", ())
    desk.warm()
    while not search.is_complete(desk.reader):
        desk.writer.run(lambda: None)
    assert found(desk, "งบกลางปี") == honestly(desk, "งบกลางปี")
    assert len(found(desk, "งบกลางปี") or ()) == 1


def test_what_changes_while_it_is_filled_is_found_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.store.threes.LARGE", 0)
    desk = make_desk(tmp_path)
    with closing(connect(desk.path, desk.keys.database)) as connection:
        connection.executemany(INSERT, [row(n, f"ก่อนหน้านี้ {n}") for n in range(1, 60)])
        while Indexing(connection).work_off(70)[1]:
            pass
        assert Indexing(connection).tidy(80)
        assert found(desk, "ก่อนหน้า") is None, "it is not whole yet"
        connection.execute("UPDATE letter SET subject = 'ต่อจากนั้น' WHERE number IN (3, 50)")
        connection.execute("DELETE FROM letter WHERE number IN (4, 51)")
        connection.execute(INSERT, row(99, "ต่อจากนั้น"))
        while Indexing(connection).work_off(70)[1]:
            pass
        while Indexing(connection).tidy(20):
            pass
    assert found(desk, "ก่อนหน้า") == honestly(desk, "ก่อนหน้า")
    assert len(found(desk, "ก่อนหน้า") or ()) == 55
    assert len(found(desk, "ต่อจาก") or ()) == 3
    desk.close()


def test_a_store_that_is_not_large_goes_without(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    with closing(connect(desk.path, desk.keys.database)) as connection:
        connection.execute(INSERT, row(1, "ขอเชิญประชุม"))
        while Indexing(connection).work_off()[1]:
            pass
        assert not Indexing(connection).tidy(70)
    assert found(desk, "ประชุม") is None
    assert desk.reader.rows("SELECT count(*) FROM letter_threes") == [(0,)]
    desk.close()


@given(st.text("กขคabc \ue000", min_size=1, max_size=12), st.text("กขคabc", min_size=1, max_size=5))
def test_a_letter_holds_a_word_when_it_is_a_part_of_its_text(text: str, word: str) -> None:
    text = plain(text) or "-"
    assert search.holds(f"{pairs(f'{text} '.replace(' ', chr(0xE000)))}", [plain(word)]) == (plain(word) in text)
