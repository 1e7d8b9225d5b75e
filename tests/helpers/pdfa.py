"""What keeps a PDF from being PDF/A-2b, as far as it can be read out of the file: no validator is at hand.

Looked at: the claim in XMP and that it says what the list of properties says, the output intent and its profile, the
fonts of all pages and forms, encryption, actions and scripts, files within, transparency, the compression of streams,
the flags and looks of annotations, the identity of the file. Not looked at: every glyph's width, the syntax of streams.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pikepdf
from PIL import ImageCms

_NAMES = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_SAID_TWICE = {
    "/Title": ".//dc:title//rdf:li",
    "/Author": ".//dc:creator//rdf:li",
    "/Creator": ".//xmp:CreatorTool",
    "/Producer": ".//pdf:Producer",
    "/CreationDate": ".//xmp:CreateDate",
    "/ModDate": ".//xmp:ModifyDate",
    "/Subject": ".//dc:description//rdf:li",
    "/Keywords": ".//pdf:Keywords",
}
_ACTIONS = ("/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/EmbeddedFiles", "/XFA")
_HIDDEN, _PRINTED = 0b10_0010, 0b100


def flaws(pdf: bytes) -> list[str]:
    """Every breach that was found; none for a paper that may call itself PDF/A-2b."""
    with pikepdf.open(BytesIO(pdf)) as paper:
        found = [
            *_claim(paper),
            *_colours(paper),
            *_fonts(paper),
            *_actions(paper),
            *_looks(paper),
            *_streams(paper),
            *_annotations(paper),
        ]
        if paper.is_encrypted:
            found.append("it is encrypted")
        if "/ID" not in paper.trailer:
            found.append("the file has no identity")
    return found


def _claim(paper: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in paper.Root:
        yield "no XMP"
        return
    xmp = ElementTree.fromstring(paper.Root.Metadata.read_bytes().decode())
    for name, wanted in (("part", "2"), ("conformance", "B")):
        if (said := xmp.findtext(f".//pdfaid:{name}", None, _NAMES)) != wanted:
            yield f"pdfaid:{name} is {said}"
    for key, path in _SAID_TWICE.items():
        told = paper.docinfo.get(key)
        said = xmp.findtext(path, None, _NAMES)
        if (None if told is None else _plain(str(told))) != (None if said is None else _plain(said)):
            yield f"{key} is {told!s} in the properties, {said} in XMP"


def _plain(words: str) -> str:
    """Moments as both lists write them come out alike."""
    if words.startswith("D:") or words[4:5] == "-":
        return "".join(sign for sign in words if sign.isdigit())
    return words


def _colours(paper: pikepdf.Pdf) -> Iterator[str]:
    intents = [one for one in paper.Root.get("/OutputIntents", []) if one.S == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield f"{len(intents)} output intents"
        return
    profile = intents[0].DestOutputProfile
    opened: Any = ImageCms.getOpenProfile(BytesIO(profile.read_bytes()))
    if int(profile.N) != 3 or opened.profile.xcolor_space.strip() != "RGB":
        yield "the output intent's profile is not RGB"


def _dictionaries(paper: pikepdf.Pdf) -> Iterator[Any]:
    for one in paper.objects:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one


def _fonts(paper: pikepdf.Pdf) -> Iterator[str]:
    """Resources lie in pages and in forms: all fonts of the file are looked at."""
    fonts = [one for one in _dictionaries(paper) if one.get("/Type") == "/Font"]
    if not fonts:
        yield "no fonts"
    for font in fonts:
        described = font.get("/FontDescriptor")
        if font.Subtype != "/Type0" and (described is None or not {"/FontFile2", "/FontFile3"} & set(described.keys())):
            yield f"{font.BaseFont!s} is not embedded"
        symbolic = described is not None and int(described.get("/Flags", 0)) & 4
        if font.Subtype == "/TrueType" and symbolic and "/Encoding" in font:
            yield f"{font.BaseFont!s} is symbolic and has an encoding"


def _actions(paper: pikepdf.Pdf) -> Iterator[str]:
    for one in _dictionaries(paper):
        yield from (f"{key} is there" for key in _ACTIONS if key in one)
        if one.get("/S") in ("/JavaScript", "/Launch", "/Movie", "/Sound", "/ResetForm", "/ImportData"):
            yield f"an action {one.S!s}"


def _looks(paper: pikepdf.Pdf) -> Iterator[str]:
    """PDF/A-2 allows what shines through; a letter that is kept has no use for it."""
    for one in _dictionaries(paper):
        if one.get("/Type") != "/ExtGState" and not {"/ca", "/CA"} & set(one.keys()):
            continue
        if float(one.get("/ca", 1)) < 1 or float(one.get("/CA", 1)) < 1 or one.get("/BM", "/Normal") != "/Normal":
            yield "something shines through"


def _streams(paper: pikepdf.Pdf) -> Iterator[str]:
    for one in _dictionaries(paper):
        if not isinstance(one, pikepdf.Stream):
            continue
        filters: Any = one.get("/Filter", [])
        names = [str(filters)] if isinstance(filters, pikepdf.Name) else [str(each) for each in filters]
        if "/LZWDecode" in names or "/Crypt" in names or "/F" in one:
            yield f"a stream is packed with {names}"
        if one.get("/Interpolate"):
            yield "a picture is smoothed"


def _annotations(paper: pikepdf.Pdf) -> Iterator[str]:
    for page in paper.pages:
        for one in page.get("/Annots", []):
            flags, (left, bottom, right, top) = int(one.get("/F", 0)), map(float, one.Rect)
            if not flags & _PRINTED or flags & _HIDDEN:
                yield f"{one.Subtype!s} is not printed"
            if left < right and bottom < top and one.Subtype not in ("/Link", "/Popup") and "/AP" not in one:
                yield f"{one.Subtype!s} has no look"
