"""What this desk knows of keys and revoked papers."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desktop.office.clock import from_utc_text
from desktop.paper import qr
from desktop.proofs.model import PaperKind, Trust, Verdict
from desktop.proofs.packing import BEGINS
from desktop.proofs.rules import judge, short_paper
from desktop.store.reader import Reader

_KEYS = "SELECT public_key FROM proof_key ORDER BY made_at"
_PAGES = "SELECT content FROM revocation_page ORDER BY month"
_REVOKED = "SELECT kind, number, revoked_at FROM revocation ORDER BY revoked_at, number"
_NAME = "SELECT name_th FROM office"


@dataclass(frozen=True)
class RevokedPaper:
    """A line of the list as people read it."""

    kind: PaperKind
    number: str
    at: datetime


def codes_in(picture: bytes) -> list[str]:
    """The texts of the QR codes of a picture; none for what is no picture."""
    import io

    from PIL import Image

    try:
        with Image.open(io.BytesIO(picture)) as opened:
            grey = opened.convert("L")
    except (OSError, ValueError, Image.DecompressionBombError):
        return []
    return qr.texts_on(grey)


class ProofQueries:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def trust(self) -> Trust:
        """The office's keys and its list, as of the last contact; without keys while the office has none."""
        name = self._reader.one(_NAME)
        keys = tuple(b64decode(key) for (key,) in self._reader.rows(_KEYS))
        pages = tuple(b64decode(page) for (page,) in self._reader.rows(_PAGES))
        return Trust(str(name[0]) if name else "", keys, pages)

    def judge(self, text: str) -> Verdict:
        """What may be thought of a code: by the list, and by what this desk heard or did since the list was made."""
        return judge(text, self.trust(), ((short_paper(one.kind, one.number), one.at) for one in self.revoked()))

    def judge_picture(self, picture: bytes) -> Verdict:
        """The code in a picture of any common format: the first that is one of ours, else the first at all."""
        texts = codes_in(picture)
        ours = [text for text in texts if text.startswith(BEGINS)]
        return self.judge(next(iter([*ours, *texts]), ""))

    def revoked(self, since: date | None = None) -> Iterator[RevokedPaper]:
        """The oldest first; `since`: a day of Thailand."""
        from desktop.office.dates import local_date

        for kind, number, at in self._reader.rows(_REVOKED):
            moment = from_utc_text(at)
            if since is None or local_date(moment) >= since:
                yield RevokedPaper(PaperKind(kind), number, moment)
