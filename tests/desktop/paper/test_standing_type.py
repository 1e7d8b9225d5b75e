"""What is set in standing type looks and reads like what is drawn for itself, whatever was printed before."""

import hashlib
import subprocess
import sys
from io import BytesIO
from itertools import product
from pathlib import Path

import pikepdf
import pytest

from desktop.paper import pages, pdf, standing_type
from desktop.paper.ops import Face, Paper, Sheet, Text
from desktop.paper.pdf import to_pdf, to_print
from desktop.paper.receipt import receipt_sheets
from tests.desktop.paper.papers import NINE_TWENTY, a_receipt
from tests.desktop.paper.test_pdf import HARD
from tests.desktop.paper.test_receipt import PROOF
from tests.helpers.rasters import grey


def page(*lines: str) -> Paper:
    """The lines in all faces."""
    texts = [Text(10, 15 + 8 * n, line, face=face) for n, (line, face) in enumerate(product(lines, Face))]
    return Paper("ทดสอบ", "เทศบาลทดสอบ", NINE_TWENTY, (Sheet(148, 210, tuple(texts)),))


def receipt(**changed: object) -> Paper:
    return Paper("ใบเสร็จ", "เทศบาล", NINE_TWENTY, receipt_sheets(a_receipt(proof=PROOF, **changed)))


OTHER = receipt(payer_name="นางสาวฐิติญา ป้องฝั่ง", number="000004")
VOID = receipt(voided=True, void_reason="พิมพ์จำนวนผิด", reprint_count=2)


@pytest.mark.parametrize("paper", [page(HARD, "Ann 1/2 (ร้อยละ ๑๕)"), receipt(), OTHER, VOID])
def test_it_looks_and_reads_as_the_file_that_is_kept(paper: Paper) -> None:
    """Of several receipts the later ones come from marks drawn before."""
    printed, kept = to_print(paper), to_pdf(paper)
    for place in range(len(paper.sheets)):
        assert grey(printed, place, 200).tobytes() == grey(kept, place, 200).tobytes()
        assert pages.page_text(printed, place) == pages.page_text(kept, place)
    with pikepdf.open(BytesIO(printed)) as one, pikepdf.open(BytesIO(kept)) as other:
        assert not one.check_pdf_syntax()
        assert str(one.Root.Lang) == str(other.Root.Lang) == "th-TH"
        assert str(dict(one.docinfo.items())) == str(dict(other.docinfo.items()))


@pytest.mark.parametrize("face", Face)
def test_every_syllable_of_thai_is_among_the_letters(face: Face) -> None:
    consonants = [chr(code) for code in range(0x0E01, 0x0E2F)]
    above = ["", *"ัิีึืฺุู็ํๅ๎", "ำ"]
    syllables = ["".join(parts) for parts in product(consonants, above, ["", *"่้๊๋์"])]
    syllables += [before + letter + tone + "ำ" for before, letter, tone in product("เแโใไ", consonants, "่้๊๋")]
    told = "".join(syllables) + "ฯๆ๏๚๛฿๐๑๒๓๔๕๖๗๘๙“”‘’–—…"
    assert standing_type.faces_of(page(told)) == list(Face)
    assert standing_type.faces_of(Paper("", "", NINE_TWENTY, (Sheet(9, 9, (Text(1, 1, told, face=face),)),))) == [face]


def test_a_paper_with_other_letters_is_drawn_for_itself() -> None:
    foreign = page("Łukasz Żółć", HARD)
    assert standing_type.faces_of(foreign) is None
    assert to_print(foreign) == to_pdf(foreign)
    assert "Łukasz" in pages.page_text(to_print(foreign))


def test_only_the_faces_of_a_paper_are_in_its_file() -> None:
    bold = Paper("", "", NINE_TWENTY, (Sheet(99, 99, (Text(9, 9, "ฝั่ง", face=Face.BOLD),)),))
    with pikepdf.open(BytesIO(to_print(bold))) as file:
        names = [str(item.BaseFont) for item in file.objects if getattr(item, "Type", None) == "/Font"]
    assert [name.partition("+")[2] for name in names] == ["LaksamanPSK-Bold"]


def test_the_same_data_gives_the_same_bytes_whatever_was_printed_before() -> None:
    here = hashlib.sha256(to_print(receipt())).hexdigest()
    before = "to_pdf(page('ฏุ ฝั่ง Ł')); to_print(page('ฏุ ป่า')); to_print(page('Ł ญฺ'))"
    script = f"from tests.desktop.paper.test_standing_type import *; {before}"
    script += "; print(hashlib.sha256(to_print(receipt())).hexdigest())"
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root, timeout=180
    )
    assert done.stdout.strip() == here


def test_what_is_kept_of_marks_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_KNOWN", 20)
    monkeypatch.setattr(pdf, "_drawn", {})
    first = to_print(receipt())
    assert len(pdf._drawn) <= 20
    assert to_print(receipt()) == first
