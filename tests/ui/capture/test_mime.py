"""What a drop or the clipboard brings, and what it does not."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from ui.capture.mime import files_in, has_pages, picture_in, png_of


def test_files_come_in_the_order_they_were_chosen(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "ข.pdf")), QUrl.fromLocalFile(str(tmp_path / "ก.pdf"))])
    assert files_in(data) == (tmp_path / "ข.pdf", tmp_path / "ก.pdf")
    assert has_pages(data)


def test_an_address_on_the_web_is_no_file() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/letter.pdf")])
    assert files_in(data) == ()
    assert not has_pages(data)


def test_a_copied_picture_becomes_png() -> None:
    image = QImage(30, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    data = QMimeData()
    data.setImageData(image)
    assert has_pages(data)
    picture = picture_in(data)
    assert picture is not None
    assert png_of(picture).startswith(b"\x89PNG")


def test_text_alone_is_no_page() -> None:
    data = QMimeData()
    data.setText("มท ๐๘๐๘.๒/ว ๔๕๑๒")
    assert not has_pages(data)
    assert not has_pages(None)
    assert picture_in(data) is None
