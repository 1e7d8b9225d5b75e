"""What counts as read: shown, large enough, for long enough, page by page."""

from itertools import count

from desktop.letters.model import LetterFile
from desktop.letters.reading_guard import READABLE, SECONDS_A_PAGE, Look, ReadingGuard

LETTER, OTHER = b"l" * 16, b"o" * 16
FILE = LetterFile(b"f" * 16, "ab" * 32, "หนังสือ.pdf", "application/pdf", 9, 2, "scan", None, None)


_HOURS = count(0, 3600)


def watch(
    guard: ReadingGuard, seconds: float, page: int = 0, *, letter: bytes = LETTER, zoom: float = READABLE
) -> None:
    """Looks four times a second, as the screen does; each time in an hour of its own."""
    start = next(_HOURS)
    for step in range(int(seconds * 4) + 1):
        guard.see(Look(letter, FILE.id, page, zoom, start + step / 4))


def test_every_page_must_have_been_seen() -> None:
    guard = ReadingGuard()
    watch(guard, SECONDS_A_PAGE)
    reading = guard.reading(LETTER, (FILE,))
    assert (reading.is_read, reading.pages, reading.all_pages) == (False, 1, 2)
    assert guard.unread(LETTER, (FILE,)) == ((FILE, 1),)
    watch(guard, SECONDS_A_PAGE, 1)
    reading = guard.reading(LETTER, (FILE,))
    assert (reading.is_read, reading.seconds) == (True, 4)
    assert guard.unread(LETTER, (FILE,)) == ()


def test_time_adds_up_over_several_looks_at_a_page() -> None:
    guard = ReadingGuard()
    for _ in range(3):
        watch(guard, SECONDS_A_PAGE / 2)
    assert guard.reading(LETTER, (FILE,)).pages == 1


def test_too_small_to_read_and_another_letter_do_not_count() -> None:
    guard = ReadingGuard()
    watch(guard, 60, zoom=READABLE / 2)
    watch(guard, 60, letter=OTHER)
    assert guard.reading(LETTER, (FILE,)).pages == 0


def test_a_hidden_window_and_a_long_pause_are_not_reading() -> None:
    guard = ReadingGuard()
    guard.see(Look(LETTER, FILE.id, 0, READABLE, 1000.0))
    guard.see(None)
    guard.see(Look(LETTER, FILE.id, 0, READABLE, 1010.0))
    guard.see(Look(LETTER, FILE.id, 0, READABLE, 1900.0))
    assert guard.reading(LETTER, (FILE,)).pages == 0


def test_a_letter_without_pages_was_read_with_its_words() -> None:
    assert ReadingGuard().reading(LETTER, ()).is_read
