"""What a desk remembers of its looks survives, and never stands in the way of starting."""

from pathlib import Path

import pytest

from ui.settings import Settings, SettingsFile


def test_what_is_remembered_is_there_at_the_next_start(tmp_path: Path) -> None:
    SettingsFile(tmp_path).remember(language="en", printer="ใบเสร็จ")
    SettingsFile(tmp_path).remember(theme="dark")
    assert SettingsFile(tmp_path).now == Settings("en", "dark", "ใบเสร็จ")


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"language": 7, "theme": "pink", "unknown": "x"}', "\x00\x01"])
def test_a_torn_file_counts_as_empty(tmp_path: Path, torn: str) -> None:
    (tmp_path / "settings.json").write_text(torn, "utf-8")
    assert SettingsFile(tmp_path).now == Settings()


def test_a_folder_that_cannot_be_written_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    kept = SettingsFile(tmp_path / "file")
    assert kept.remember(language="en").language == "en"
