"""A paper made to be kept for ever: PDF/A-2b, which brings its fonts, its colours and what it is about with it."""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    import pikepdf

_PROFILE_MADE = bytes.fromhex("07ea 0001 0001 0000 0000 0000")
"""The day in the header of the colour profile, always the same: the same paper gives the same bytes."""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{modified}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def for_ever(pdf: bytes) -> bytes:
    """A PDF of `to_pdf`, whose fonts are embedded already, as PDF/A-2b; the same PDF gives the same bytes."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as paper:
        _say_what_it_is(paper)
        _bring_the_colours(paper)
        out = BytesIO()
        paper.save(out, deterministic_id=True)
        return out.getvalue()


def _say_what_it_is(paper: "pikepdf.Pdf") -> None:
    """The same in the old list of properties and in the new one; a property without words in neither."""
    import pikepdf

    told: Any = paper.docinfo
    for name in [name for name, value in told.items() if value == ""]:
        del told[name]
    said = {
        "title": str(told["/Title"]),
        "author": str(told["/Author"]),
        "creator": str(told["/Creator"]),
        "producer": str(told["/Producer"]),
        "created": _moment(str(told["/CreationDate"])),
        "modified": _moment(str(told["/ModDate"])),
    }
    xmp = _XMP.format(**{name: escape(words) for name, words in said.items()}).encode()
    kinds = {"Type": pikepdf.Name.Metadata, "Subtype": pikepdf.Name.XML}
    paper.Root.Metadata = paper.make_indirect(pikepdf.Stream(paper, xmp, **kinds))


def _moment(written: str) -> str:
    """`D:20261114022000+00'00'` as XMP has it."""
    d = written.removeprefix("D:")
    return f"{d[:4]}-{d[4:6]}-{d[6:8]}T{d[8:10]}:{d[10:12]}:{d[12:14]}+00:00"


def _bring_the_colours(paper: "pikepdf.Pdf") -> None:
    import pikepdf

    profile = pikepdf.Stream(paper, _srgb(), N=3)
    name = "sRGB IEC61966-2.1"
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=name,
        Info=name,
        DestOutputProfile=paper.make_indirect(profile),
    )
    paper.Root.OutputIntents = pikepdf.Array([paper.make_indirect(intent)])


@cache
def _srgb() -> bytes:
    from PIL import ImageCms

    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made[:24] + _PROFILE_MADE + made[36:]
