"""The model of the feed, walked whole: a sequence loses rows, the counter that is locked to the end loses none.

The losing history is then played on the real database, step by step; so is every step that the counter forbids.
"""

from sqlalchemy import Engine, create_engine

from sync.server.database import psycopg_url
from tests.convergence.feed_cursor import walk


def test_a_sequence_loses_a_change_in_some_history() -> None:
    found = walk(counted=False)
    print(f"\nsequence: {found.states} states, {found.histories_end} ends; loses by: {'; '.join(found.losing)}")
    assert found.losing, "the naive reader was not seen to lose anything"
    assert found.gaps, "a sequence leaves holes where somebody rolled back"


def test_the_counter_loses_nothing_in_any_history() -> None:
    found = walk(counted=True)
    print(f"\ncounter: {found.states} states, {found.histories_end} ends")
    assert found.states > 40
    assert found.losing == ()
    assert found.gaps == 0, "positions are dense"


def test_the_losing_history_happens_on_the_real_database(database: str) -> None:
    engine = create_engine(psycopg_url(database))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE naive (id bigserial PRIMARY KEY)")
    assert play(engine, walk(counted=False).losing) == "lost"
    engine.dispose()


def play(engine: Engine, history: tuple[str, ...]) -> str:
    """Does the steps of a history with real transactions; says whether the reader has all that is committed."""
    writers = [engine.connect(), engine.connect()]
    seen: set[int] = set()
    cursor = 0
    with engine.connect() as reader:
        for step in (*history, "reader reads"):
            words = step.split()
            if words[0] == "reader":
                query = "SELECT id FROM naive WHERE id > %s"
                fresh = {row.id for row in reader.exec_driver_sql(query, (cursor,))}
                reader.rollback()
                seen, cursor = seen | fresh, max([cursor, *fresh])
                continue
            writer = writers[int(words[1])]
            match words[2]:
                case "takes":
                    writer.exec_driver_sql("INSERT INTO naive DEFAULT VALUES")
                case "commits":
                    writer.commit()
                case "rolls":
                    writer.rollback()
        committed = {row.id for row in reader.exec_driver_sql("SELECT id FROM naive")}
    for writer in writers:
        writer.close()
    return "all" if seen == committed else "lost"
