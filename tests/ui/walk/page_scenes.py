"""Looking at pages: words found on them, two documents beside each other."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from desktop.capture.model import CapturedDocument
from tests.helpers.letters import document
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.letter_scenes import letters
from tests.ui.walk.scene import scene
from tests.ui.walk.stage import Stage
from ui.kit.page_compare import PageCompare, Side
from ui.kit.page_source import Pages
from ui.pdf_pages import pdf_pages


@scene
def letter_words_found(stage: Stage, furniture: Furniture) -> Iterator[None]:
    screens = letters(stage)
    screens.open_letter(furniture.worst)
    stage.until(lambda: screens.desk.ready)
    stage.rest()
    view = screens.page.pages.view
    view.ask_words()
    view.look_for("เทศบาล")
    view.find_bar.box.setText("เทศบาล")
    stage.until(lambda: view.search.is_over)
    yield
    view.find_bar.closed.emit()


@scene
def two_documents_beside_each_other(stage: Stage, furniture: Furniture) -> Iterator[None]:
    """As a window of its own: who compares what, other screens decide."""
    compare = PageCompare()
    sides = [pages_of(stage, compare, document(place, 3)) for place in (2, 4)]
    compare.show_sides(Side("เลขรับ 00117/2569 · อีเมล", sides[0]), Side("ฉบับกระดาษ · วันนี้", sides[1]))
    stage.show(compare, (1180, 700))
    yield
    stage.leave()


def pages_of(stage: Stage, owner: QObject, one: CapturedDocument) -> Pages:
    return pdf_pages(one.data, one.page_sizes_mm, stage.worker, owner)
