"""A template of a certificate as its data file says it, read strictly.

The fields here are the format of `resources/certificates/*.json`; `resources/certificates/schema.json` is made of them.
"""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Code = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Said = Annotated[str, Meta(min_length=1, max_length=2000)]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Data of a file in which no word may be misspelt."""


class Words(Strict, frozen=True):
    th: Annotated[str, Meta(min_length=1)]
    en: Annotated[str, Meta(min_length=1)]

    def in_language(self, language: str) -> str:
        return self.en if language == "en" else self.th


class When(Strict, frozen=True):
    """Only where a field has this value, or (`equals` empty) any value at all."""

    field: Code
    equals: str = ""


class Choice(Strict, frozen=True):
    """`name` as the screen says it, its Thai as the paper does."""

    code: Code
    name: Words


class Field(Strict, frozen=True):
    """What is asked for the paper. `source`: where its value comes from if it is known, as `case.shop_name`.

    Sources: `case.<field of the case>`, `case.place`, `holder.<name|address|nationality|age|phone>`, `place.address`.
    """

    code: Code
    name: Words
    type: Literal["text", "long_text", "number", "decimal", "date", "choice"] = "text"
    required: bool = False
    most: Annotated[int, Meta(ge=1, le=2000)] = 300
    source: str = ""
    choices: tuple[Choice, ...] = ()
    when: When | None = None


class Paragraph(Strict, frozen=True):
    """Text with `{field}` in the places of values; what is in `[...]` stands there only if its values are known."""

    text: Said
    when: When | None = None


class Fees(Strict, frozen=True):
    """Codes of fees of the cash desk: at the issue, at each anniversary, and what is added when that is late."""

    issue: str = ""
    yearly: str = ""
    late: str = ""
    late_percent: Annotated[int, Meta(ge=0, le=100)] = 0


class Template(Strict, frozen=True):
    """A template in force from a day; a certificate keeps the `version` of its template for ever.

    `register`: the code of the books in which it is numbered; `form`: the office's own label (สอ.6); `case_kind`: the
    kind of case from which it is issued; `years`: how long it holds, None for as long as its yearly fee is paid.
    `subject`, `place`: the fields that name what it is for and where; `public`: those that everybody may read.
    """

    code: Code
    version: Annotated[str, Meta(min_length=1, max_length=40)]
    valid_from: date
    register: Annotated[str, Meta(pattern=r"^[A-Z][A-Z0-9_]{1,15}$")]
    name: Words
    title: Said
    cite: Words
    fields: Annotated[tuple[Field, ...], Meta(min_length=1)]
    paragraphs: Annotated[tuple[Paragraph, ...], Meta(min_length=1)]
    subject: Code
    place: Code
    valid_to: date | None = None
    form: str = ""
    case_kind: str = ""
    issue_step: str = "issue"
    years: Annotated[int, Meta(ge=1, le=30)] | None = None
    fees: Fees = Fees()
    conditions: tuple[Said, ...] = ()
    signer_title: str = "เจ้าพนักงานท้องถิ่น"
    fee_rows: Annotated[int, Meta(ge=0, le=20)] = 10
    public: tuple[Code, ...] = ()

    def field(self, code: str) -> Field | None:
        return next((one for one in self.fields if one.code == code), None)
