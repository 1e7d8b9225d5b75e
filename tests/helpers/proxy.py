"""A TCP proxy on the loopback that breaks lines in chosen ways: in this process, or as a process of its own.

`python tests/helpers/proxy.py <upstream host:port>` prints its address, then obeys lines on its standard input: `heal`,
`refuse`, `blackhole`, `cut`, `cut_after 100`, `flip 40`, `html`, `commit_then_cut`.
"""

import socket
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

_PAGE = b"<html><body><h1>Free Wi-Fi</h1>Please sign in</body></html>"
HTML = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(_PAGE)
    + _PAGE
)
_PIECE = 1 << 16


@dataclass(frozen=True)
class Fault:
    """What the proxy does to lines. Counts are bytes of replies on one connection; None: not at all.

    `refuse` ends each new connection at once; `blackhole` swallows everything and stays silent; `cut_after` passes so
    many bytes of the reply and then resets (0: the centre has done its work, the desk hears nothing); `flip` alters the
    reply's byte at that place; `html` answers a page of somebody else.
    """

    refuse: bool = False
    blackhole: bool = False
    cut_after: int | None = None
    flip: int | None = None
    html: bool = False


NONE = Fault()


class Proxy:
    """Listens on a port of its own until `close`; the fault may be changed at any time and holds for every line."""

    def __init__(self, host: str, port: int) -> None:
        self._upstream = (host, port)
        self._fault = NONE
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.requests = 0
        self.reply_bytes = 0
        """Of the last connection that a reply came down."""
        self._came = threading.Event()
        self._accepting = threading.Thread(target=self._accept, name="proxy", daemon=True)
        self._accepting.start()

    def set(self, fault: Fault, *, cut: bool = True) -> None:
        """Changes the fault; `cut` resets the connections that are open, so that keep-alive hides nothing."""
        self._fault = fault
        if cut:
            self.cut()

    def wait_for_request(self, seconds: float = 10.0) -> bool:
        """Until something has come up from a desk; what came before does not count the next time."""
        came = self._came.wait(seconds)
        self._came.clear()
        return came

    def heal(self) -> None:
        self.set(NONE)

    def cut(self) -> None:
        """Resets every open connection."""
        with self._lock:
            opened = list(self._open)
        for one in opened:
            _reset(one)

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._accepting.join()
        self.cut()
        with self._lock:
            threads = list(self._threads)
        for thread in threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                desk, _ = self._listener.accept()
            except OSError:
                return
            self._spawn(self._serve, desk)

    def _spawn(self, act: object, *arguments: object) -> threading.Thread:
        thread = threading.Thread(target=act, args=arguments, name="proxy line", daemon=True)  # type: ignore[arg-type]
        with self._lock:
            self._threads = [one for one in self._threads if one.is_alive()] + [thread]
            thread.start()
        return thread

    def _serve(self, desk: socket.socket) -> None:
        with self._kept(desk):
            if self._fault.refuse:
                return _reset(desk)
            if self._fault.html:
                desk.recv(_PIECE)
                return desk.sendall(HTML)
            try:
                centre = socket.create_connection(self._upstream, 5)
            except OSError:
                return _reset(desk)
            centre.settimeout(None)
            with self._kept(centre):
                up = self._spawn(self._carry_up, desk, centre)
                self._carry_down(centre, desk)
                up.join()

    @contextmanager
    def _kept(self, one: socket.socket) -> Iterator[None]:
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self._lock:
            self._open.add(one)
        try:
            with suppress(OSError):
                yield
        finally:
            with self._lock:
                self._open.discard(one)
            one.close()

    def _carry_up(self, desk: socket.socket, centre: socket.socket) -> None:
        with suppress(OSError):
            while piece := desk.recv(_PIECE):
                self.requests += piece.count(b" HTTP/1.1\r\n")
                self._came.set()
                if not self._fault.blackhole:
                    centre.sendall(piece)
        with suppress(OSError):
            centre.shutdown(socket.SHUT_RDWR)

    def _carry_down(self, centre: socket.socket, desk: socket.socket) -> None:
        passed = 0
        with suppress(OSError):
            while piece := centre.recv(_PIECE):
                fault = self._fault
                if fault.blackhole:
                    continue
                if fault.flip is not None and passed <= fault.flip < passed + len(piece):
                    place = fault.flip - passed
                    piece = piece[:place] + bytes([piece[place] ^ 0x01]) + piece[place + 1 :]
                if fault.cut_after is not None and passed + len(piece) > fault.cut_after:
                    desk.sendall(piece[: max(fault.cut_after - passed, 0)])
                    break
                passed += len(piece)
                self.reply_bytes = passed
                desk.sendall(piece)
        _reset(desk)


def _reset(one: socket.socket) -> None:
    """Ends a connection without a farewell."""
    with suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        one.shutdown(socket.SHUT_RDWR)


@contextmanager
def proxy_to(url: str) -> Iterator[Proxy]:
    """A proxy before the server at `url`."""
    host, _, port = url.removeprefix("http://").partition(":")
    proxy = Proxy(host, int(port))
    try:
        yield proxy
    finally:
        proxy.close()


def fault_of(words: list[str]) -> Fault:
    """`refuse`, `blackhole`, `html`, `cut_after 100`, `flip 40`, `commit_then_cut`; anything else heals."""
    name, figure = words[0], int(words[1]) if len(words) > 1 else 0
    known = {
        "refuse": Fault(refuse=True),
        "blackhole": Fault(blackhole=True),
        "html": Fault(html=True),
        "cut_after": Fault(cut_after=figure),
        "flip": Fault(flip=figure),
        "commit_then_cut": Fault(cut_after=0),
    }
    return known.get(name, NONE)


def main() -> None:
    host, _, port = sys.argv[1].partition(":")
    proxy = Proxy(host, int(port))
    print(proxy.url, flush=True)
    for line in sys.stdin:
        if line.strip() == "cut":
            proxy.cut()
        elif line.strip():
            proxy.set(fault_of(line.split()))
        print("ok", flush=True)
    proxy.close()


if __name__ == "__main__":
    main()
