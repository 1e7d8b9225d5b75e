"""A TCP proxy on the loopback that breaks lines in chosen ways: in this process, or as a process of its own.

`python -m tests.helpers.proxy <upstream host:port>` prints its address, then obeys lines on its standard input: `heal`,
`cut`, `deliver_late`, or a fault's field with its figure: `refuse`, `cut_after 100`, `status 502`, `commit_then_cut`.
"""

import socket
import struct
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields

from tests.helpers.faults import ALERT, HTML, NONE, Fault
from tests.helpers.messages import Message, MessageReader

__all__ = ["NONE", "Fault", "Proxy", "fault_of", "proxy_to"]
_PIECE = 1 << 16
_CRUMB = 64
_PAUSE = 0.0005
_PATIENCE = 60.0


class Proxy:
    """Listens on a port of its own until `close`; the fault may be changed at any time and holds for every line."""

    def __init__(self, host: str, port: int) -> None:
        self._upstream = (host, port)
        self._fault = NONE
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._late: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.requests, self.connections = 0, 0
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

    def wait_for_request(self, seconds: float = 60.0) -> bool:
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

    def deliver_late(self) -> int:
        """Lets requests that were held back reach the centre now; nobody hears the replies. Returns their number."""
        late, self._late = self._late, []
        for request in late:
            with suppress(OSError), socket.create_connection(self._upstream, _PATIENCE) as centre:
                centre.settimeout(_PATIENCE)
                centre.sendall(request)
                MessageReader(centre).next()
        return len(late)

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
            self.connections += 1
            self._spawn(self._serve, desk)

    def _spawn(self, act: object, *arguments: object) -> threading.Thread:
        thread = threading.Thread(target=act, args=arguments, name="proxy line", daemon=True)  # type: ignore[arg-type]
        with self._lock:
            self._threads = [one for one in self._threads if one.is_alive()] + [thread]
            thread.start()
        return thread

    def _serve(self, desk: socket.socket) -> None:
        with self._kept(desk):
            fault = self._fault
            if fault.refuse:
                return _reset(desk)
            if (said := _stranger(fault)) is not None:
                return _answer(desk, said)
            try:
                centre = socket.create_connection(self._upstream, _PATIENCE)
            except OSError:
                return _reset(desk)
            centre.settimeout(None)
            with self._kept(centre):
                if fault.by_message:
                    return self._carry_messages(desk, centre, fault)
                up = self._spawn(self._carry_up, desk, centre)
                self._carry_down(centre, desk)
                up.join()

    def _carry_messages(self, desk: socket.socket, centre: socket.socket, fault: Fault) -> None:
        asked, told = MessageReader(desk), MessageReader(centre)
        answered = 0
        while (request := asked.next()) is not None:
            self.requests += 1
            self._came.set()
            if fault.late:
                self._late.append(request.raw)
                break
            if fault.stale and answered:
                break
            for _ in range(1 + fault.duplicate):
                centre.sendall(request.raw)
                reply = told.next(bodiless=request.head.startswith(b"HEAD"))
                if reply is None:
                    return _reset(desk)
            assert isinstance(reply, Message)
            desk.sendall((reply.torn() if fault.tear else reply).raw)
            answered += 1
        _reset(desk)

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
        passed = 0
        with suppress(OSError):
            while piece := desk.recv(_PIECE):
                self.requests += piece.count(b" HTTP/1.1\r\n")
                self._came.set()
                fault = self._fault
                if fault.cut_request is not None and passed + len(piece) > fault.cut_request:
                    centre.sendall(piece[: max(fault.cut_request - passed, 0)])
                    break
                passed += len(piece)
                if not fault.blackhole:
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
                _give(desk, piece, drip=fault.drip)
        _reset(desk)


def _give(desk: socket.socket, piece: bytes, *, drip: bool) -> None:
    step = _CRUMB if drip else len(piece)
    for at in range(0, len(piece), step):
        desk.sendall(piece[at : at + step])
        if drip:
            time.sleep(_PAUSE)


def _stranger(fault: Fault) -> bytes | None:
    """What somebody answers who is not the centre."""
    if fault.status is not None:
        return b"HTTP/1.1 %d Trouble\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n" % fault.status
    return HTML if fault.html else ALERT if fault.tls else None


def _answer(desk: socket.socket, said: bytes) -> None:
    """Says it and nothing more; what the desk still sends is heard, or its system would drop what was said."""
    desk.recv(_PIECE)
    desk.sendall(said)
    desk.shutdown(socket.SHUT_WR)
    while desk.recv(_PIECE):
        pass


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
    """A field of `Fault` with its figure, `commit_then_cut`; anything else heals."""
    name, figure = words[0], int(words[1]) if len(words) > 1 else 0
    if name == "commit_then_cut":
        return Fault(cut_after=0)
    kinds = {field.name: field.default for field in fields(Fault)}
    if name not in kinds:
        return NONE
    value: bool | int = True if kinds[name] is False else figure
    return Fault(**{name: value})  # type: ignore[arg-type]


def main() -> None:
    host, _, port = sys.argv[1].partition(":")
    proxy = Proxy(host, int(port))
    print(proxy.url, flush=True)
    for line in sys.stdin:
        if line.strip() == "cut":
            proxy.cut()
        elif line.strip() == "deliver_late":
            proxy.deliver_late()
        elif line.strip():
            proxy.set(fault_of(line.split()))
        print("ok", flush=True)
    proxy.close()


if __name__ == "__main__":
    main()
