"""Every way in which a line may fail, by name: one vocabulary for the proxy on TCP and for the line in this process."""

from dataclasses import dataclass

PAGE = b"<html><body><h1>Free Wi-Fi</h1>Please sign in</body></html>"
HTML = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(PAGE) + PAGE
)
ALERT = bytes.fromhex("15030300020228")
"""A TLS alert (handshake failure): what a port says that does not speak as it was expected to."""


@dataclass(frozen=True)
class Fault:
    """What happens to a line. Counts are bytes of one request or of one reply; None: not at all.

    `refuse` ends each new connection at once; `blackhole` swallows everything and stays silent; `cut_request` passes so
    many bytes of the request and then resets; `cut_after` so many of the reply (0: the centre has done its work, the
    desk hears nothing); `flip` alters the reply's byte at that place; `html` answers a page of somebody else; `status`
    answers that status and an empty page; `tear` lets the reply's zstd frame end in the middle, though its headers are
    right; `duplicate` says each request twice; `late` keeps the request for `deliver_late`, the desk hears a reset;
    `drip` gives the reply in crumbs; `stale` kills a kept connection when its second request comes; `tls` answers what
    a failed TLS handshake answers.
    """

    refuse: bool = False
    blackhole: bool = False
    cut_request: int | None = None
    cut_after: int | None = None
    flip: int | None = None
    html: bool = False
    status: int | None = None
    tear: bool = False
    duplicate: bool = False
    late: bool = False
    drip: bool = False
    stale: bool = False
    tls: bool = False

    @property
    def by_message(self) -> bool:
        """Whether the fault is one of whole messages and not of a stream of bytes."""
        return self.tear or self.duplicate or self.late or self.stale


NONE = Fault()
FAULTS = {
    "refused": Fault(refuse=True),
    "request cut": Fault(cut_request=200),
    "request cut late": Fault(cut_request=900),
    "reply lost": Fault(cut_after=0),
    "reply cut": Fault(cut_after=300),
    "reply torn": Fault(tear=True),
    "bit flipped": Fault(flip=700),
    "somebody else": Fault(html=True),
    "too many requests": Fault(status=429),
    "server error": Fault(status=500),
    "bad gateway": Fault(status=502),
    "said twice": Fault(duplicate=True),
    "late": Fault(late=True),
    "drips": Fault(drip=True),
    "stale": Fault(stale=True),
    "tls fails": Fault(tls=True),
}
"""All of them but silence, which costs a desk its whole patience: tests that mean it set `Fault(blackhole=True)`."""
