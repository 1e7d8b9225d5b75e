"""Papers that are kept for ever, held against what can be read of the standard in the file itself."""

from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest

from desktop.paper.official.sheets import official_pdf
from desktop.paper.pades import check, open_key
from desktop.paper.pages import page_text
from desktop.paper.pdfa import for_ever
from tests.desktop.paper.papers import NINE_TWENTY
from tests.desktop.paper.test_official import LETTER, LONG, picture
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.pdfa import flaws


@pytest.fixture(scope="module")
def plain() -> bytes:
    return official_pdf(LONG, NINE_TWENTY)


def test_a_letter_is_made_to_be_kept(plain: bytes) -> None:
    kept = for_ever(plain)
    assert flaws(kept) == []
    assert page_text(kept) == page_text(plain)
    with pikepdf.open(BytesIO(kept)) as pdf, pdf.open_outline() as outline:
        assert str(pdf.docinfo["/Title"]) == outline.root[0].title


def test_the_same_letter_gives_the_same_bytes(plain: bytes) -> None:
    assert for_ever(plain) == for_ever(official_pdf(LONG, NINE_TWENTY))


def test_words_that_mean_something_in_xml_are_kept_as_they_are() -> None:
    from dataclasses import replace

    odd = replace(LETTER, subject='ค่าใช้จ่าย < 1,000 & "อื่น ๆ" >', garuda=picture(50, 100))
    assert flaws(for_ever(official_pdf(odd, NINE_TWENTY))) == []


def test_it_stays_so_under_a_signature(plain: bytes) -> None:
    authority = Authority(NINE_TWENTY)
    key = open_key(authority.issue("นายสมชาย ตัวอย่างดี")[0], PASSPHRASE, NINE_TWENTY)
    signed = key.sign(for_ever(plain), NINE_TWENTY + timedelta(minutes=1))
    (found,) = check(signed, [authority.root])
    assert (found.intact, found.whole) == (True, True)
    assert flaws(signed) == []


def test_a_paper_that_is_none_is_found_out(plain: bytes) -> None:
    assert flaws(plain) == ["no XMP", "0 output intents"]
    with pikepdf.open(BytesIO(for_ever(plain))) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.docinfo["/Title"] = "อื่น"
        font = next(one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontDescriptor" in one)
        del font.FontDescriptor.FontFile2
        out = BytesIO()
        pdf.save(out)
    found = "\n".join(flaws(out.getvalue()))
    for words in ("/Title is อื่น", "is not embedded", "/OpenAction is there"):
        assert words in found
