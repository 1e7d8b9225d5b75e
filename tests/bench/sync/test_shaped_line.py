"""The line under the benchmarks carries everything whole, counts it, and takes the time that its shape says."""

import os
import socket
import threading

from tests.bench.sync.shaped_line import DIRECT, Shape, ShapedLine


def carried(shape: Shape, sent: bytes) -> tuple[bytes, int, int]:
    """What comes back through the line from a server that answers with what it got, and both counts."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        echo = threading.Thread(target=_echo, args=(server, len(sent)))
        echo.start()
        line = ShapedLine(server.getsockname()[1], shape)
        with socket.create_connection(("127.0.0.1", line.port)) as client:
            client.sendall(sent)
            back = b"".join(iter(lambda: client.recv(1 << 16), b""))
        echo.join()
        line.close()
    return back, line.up, line.down


def _echo(server: socket.socket, size: int) -> None:
    one, _ = server.accept()
    with one:
        got = b""
        while len(got) < size:
            got += one.recv(1 << 16)
        one.sendall(got)


def test_everything_arrives_and_is_counted() -> None:
    sent = os.urandom(300_000)
    assert carried(DIRECT, sent) == (sent, len(sent), len(sent))


def test_a_bad_line_is_slow_and_still_whole() -> None:
    sent = os.urandom(20_000)
    assert carried(Shape(rate=400_000, round_trip=0.02, loss=0.05), sent) == (sent, len(sent), len(sent))


def test_loss_costs_round_trips() -> None:
    thin = ShapedLine(1, Shape(rate=1_000_000, round_trip=0.1, loss=1.0))
    assert thin._takes(2896) == 2896 / 1_000_000 + 2 * 0.1
    thin.close()
