"""A desk's line to the keeper of the queue: opened when it is needed, opened anew when it broke."""

import socket
import ssl
from contextlib import suppress
from threading import Lock

import msgspec

from desktop.office.errors import OfficeError
from desktop.queue.lan import HANDSHAKE_S, REPLY_LIMIT, host_and_port, key_of, receive, send, tls
from desktop.queue.model import Reply, Request
from desktop.queue.settings import PORT

ANSWER_S = 8.0
"""A keeper that says nothing for so long can't be reached: somebody stands at the counter."""

_PATIENT_S = 1.0


class Peer:
    """One conversation, one request at a time; any thread.

    OfficeError `queue.keeper_away`, `queue.code_refused`, `queue.code_wrong`, `queue.address_wrong`.
    """

    def __init__(self, address: str, code: str) -> None:
        self._where = host_and_port(address, PORT)
        self._context = tls(key_of(code), keeper=False)
        self._lock = Lock()
        self._line: ssl.SSLSocket | None = None
        self._ended = False

    def ask(self, request: Request, patience: float = 0.0) -> Reply:
        """The keeper's answer. A request whose line broke is said once more: its `op` keeps it from being done twice.

        `patience`: seconds that the keeper itself may wait before it answers.
        """
        message = msgspec.msgpack.encode(request)
        with self._lock:
            was_open = self._line is not None
            try:
                return self._ask(message, patience)
            except OSError as error:
                self._hang_up()
                if not was_open or isinstance(error, TimeoutError):
                    raise _told(error) from error
            try:
                return self._ask(message, patience)
            except OSError as error:
                self._hang_up()
                raise _told(error) from error

    def close(self) -> None:
        """A request that waits ends with `queue.keeper_away`."""
        self._ended = True
        line = self._line
        if line is not None:
            with suppress(OSError):
                socket.socket.shutdown(line, socket.SHUT_RDWR)
        if self._lock.acquire(timeout=_PATIENT_S):  # a machine that is off is not waited for: nobody could quit
            self._hang_up()
            self._lock.release()

    def _ask(self, message: bytes, patience: float) -> Reply:
        line = self._line or self._open()
        line.settimeout(ANSWER_S + patience)
        send(line, message)
        answer = receive(line, REPLY_LIMIT)
        if answer is None:
            raise ConnectionResetError
        try:
            return msgspec.msgpack.decode(answer, type=Reply)
        except msgspec.DecodeError as error:
            raise ConnectionResetError from error

    def _open(self) -> ssl.SSLSocket:
        if self._ended:
            raise ConnectionAbortedError
        raw = socket.create_connection(self._where, HANDSHAKE_S)
        try:
            raw.settimeout(HANDSHAKE_S)
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._line = self._context.wrap_socket(raw)
        except BaseException:
            raw.close()
            raise
        return self._line

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close()


def _told(error: OSError) -> OfficeError:
    """TLS 1.3 tells a client only with the first answer that its identity was refused."""
    refused = isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError)
    return OfficeError("queue.code_refused" if refused else "queue.keeper_away")
