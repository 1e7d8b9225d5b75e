"""The centre as its operators meet it: one command to serve, some to administer, clear words when it can't."""

import io
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.office.line_check import Finding, Verdict, code_of, report_of
from sync.server.__main__ import main
from sync.server.cli import ALL
from sync.server.migrating import migrate
from sync.wire.codec import encode
from sync.wire.messages import SignedIn, SignInRequest
from tests.helpers.ports import free_port
from tests.sync.server.town import REGISTRY, enrol, said

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


class Operator:
    """Somebody at a terminal of the centre's machine."""

    def __init__(self, database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._patch = monkeypatch
        self._said = capsys
        monkeypatch.setenv("THESABAN_DATABASE", database)

    def types(self, *arguments: str, then: str = "") -> Done:
        self._patch.setattr(sys, "argv", ["sync.server", *arguments])
        self._patch.setattr(sys, "stdin", io.StringIO(then))
        code = main()
        said = self._said.readouterr()
        return Done(code, said.out, said.err)


@pytest.fixture
def operator(database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Operator:
    return Operator(database, monkeypatch, capsys)


@contextmanager
def serving(database: str, blobs: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    port = free_port()
    line = [sys.executable, "-m", "sync.server", "--database", database, "--listen", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        [*line, "--blobs", str(blobs)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == f"listening on 127.0.0.1:{port}\n"
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.kill()
        process.communicate()


def test_from_an_empty_database_to_a_desk_that_signs_in(operator: Operator, database: str, tmp_path: Path) -> None:
    office = ("--office", "41")
    for arguments in (
        ("migrate",),
        ("office", "create", *office, "--name-th", "เทศบาลสมมติ", "--province-th", "สมมติ"),
        ("unit", "create", *office, "--code", "ENG", "--name-th", "กองช่าง", "--name-en", "Eng", "--short-th", "ช่าง"),
        (*("user", "create", *office, "--login", "kanda", "--name-th", "กานดา", "--name-en", "Kanda"),
         *("--position-th", "ธุรการ", "--position-en", "Clerk", "--unit", "ENG", "--role", "registrar")),
    ):  # fmt: skip
        assert operator.types(*arguments).code == 0
    assert operator.types("office", "list").out == "41\tเทศบาลสมมติ\n"
    assert operator.types("user", "password", *office, "--login", "kanda", then="ลับมาก\n").code == 0
    code = operator.types(
        "device", "code", *office, "--name", "สารบรรณ", "--counter", "C1", "--audience", REGISTRY,
        "--audience", "unit:eng/normal", "--registers", "letters.incoming/central",
    ).out.strip()  # fmt: skip
    with serving(database, tmp_path / "blobs") as (url, process):
        desk = enrol(url, code)
        desk.sync()
        unit = next(row["id"] for (entity, _), row in desk.rows.items() if entity == "unit")
        assert f"unit:{unit.hex()}/normal" in desk.exchange().buckets
        assert desk.enrolled.registers == ("letters.incoming/central",)
        body = encode(SignInRequest("kanda", "ลับมาก"))
        assert said(desk.send("POST", "/v1/signin", data=body), SignedIn).staff_id
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0


def test_who_may_see_what_is_settled_in_words(operator: Operator, centre_database: str, tmp_path: Path) -> None:
    operator = Operator(centre_database, operator._patch, operator._said)
    office = ("--office", "7")
    operator.types("office", "create", *office, "--name-th", "เทศบาล")
    for code in ("ENG", "EDU"):
        names = ("--name-th", code, "--name-en", code, "--short-th", code)
        operator.types("unit", "create", *office, "--code", code, *names)
    for login in ("kanda", "wichai"):
        person = ("--name-th", login, "--name-en", login, "--position-th", "ก", "--position-en", "a")
        operator.types("user", "create", *office, "--login", login, *person, "--unit", "ENG", "--role", "clerk")
    code = operator.types(
        "device", "code", *office, "--name", "ช่าง", "--kind", "personal", "--person", "kanda",
        "--audience", "people/normal",
    ).out.strip()  # fmt: skip
    secret = ("device", "scope", *office, "--device", "ช่าง", "--audience", "people/secret")
    with serving(centre_database, tmp_path) as (url, _):
        desk = enrol(url, code, name="ช่าง")
        assert len([name for name in desk.sync().buckets if name.startswith("unit:")]) == 1
        assert "may not read this secrecy" in operator.types(*secret).err
        assert operator.types("user", "clear", *office, "--login", "kanda", "--level", "secret").code == 0
        assert operator.types(*secret).code == 0
        [bucket] = [name for name in desk.sync().buckets if name.startswith("unit:")]
        assert bucket.endswith("/secret")
        assert operator.types("user", "move", *office, "--login", "kanda", "--unit", "EDU").code == 0
        assert bucket not in desk.sync().buckets
        assert operator.types("user", "leave", *office, "--login", "kanda").code == 0
        assert not [name for name in desk.sync().buckets if name.startswith("unit:")]
        assert "people/secret" in operator.types("device", "scopes", *office, "--json").out
    for arguments, words in (
        (("device", "scope", *office, "--device", "nobody"), "not exactly one desk"),
        (("device", "scope", *office, "--device", "ช่าง", "--kind", "counter"), "shared counter never keeps"),
        (("user", "move", *office, "--login", "kanda", "--unit", "NO"), "no unit NO"),
        (("letter", "classify", *office, "--year", "2569", "--number", "1", "--level", "secret", "--reason", "x",
          "--by", "y"), "no longer on this computer"),
    ):  # fmt: skip
        assert words in operator.types(*arguments).err


def test_a_desk_that_waits_does_not_hold_up_the_end(operator: Operator, database: str, tmp_path: Path) -> None:
    migrate(database)
    operator.types("office", "create", "--office", "1", "--name-th", "ก")
    code = operator.types("device", "code", "--office", "1", "--name", "x").out.strip()
    with serving(database, tmp_path) as (url, process):
        desk = enrol(url, code)
        head = desk.sync().head
        host, port = url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), 60) as line:
            asked = f"GET /v1/wait?head={head} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {desk.token}\r\n\r\n"
            line.sendall(asked.encode())
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 0


@pytest.mark.parametrize("arguments", [(), ("office", "list")])
def test_an_unmigrated_database_is_refused_in_words(operator: Operator, arguments: Sequence[str]) -> None:
    done = operator.types(*arguments)
    assert done.code == 2
    assert "python -m sync.server migrate" in done.err


def test_what_can_not_be_done_is_said_in_words(operator: Operator, database: str) -> None:
    migrate(database)
    for arguments, words in (
        (("device", "code", "--office", "9", "--name", "x"), "no office 9"),
        (("user", "password", "--office", "9", "--login", "x"), "has the login x"),
        (("office", "create", "--office", "0", "--name-th", "ก"), "cannot be"),
        (("device", "code", "--office", "9", "--name", "x", "--audience", "everybody"), "names no audience"),
        (("device", "code", "--office", "9", "--name", "x", "--audience", "unit:NO/normal"), "no unit NO"),
        (("--listen", "nowhere"), "HOST:PORT"),
    ):
        done = operator.types(*arguments, then="secret\n")
        assert done.code == 2
        assert words in done.err
    assert operator.types("user", "password", "--office", "9", "--login", "x", then="\n").code == 2


def test_without_a_database_nothing_is_done(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("THESABAN_DATABASE")
    assert "--database" in operator.types("office", "list").err


def test_what_there_is_can_be_listed_and_an_unused_code_taken_back(
    operator: Operator, database: str, tmp_path: Path
) -> None:
    migrate(database)
    office = ("--office", "7")
    operator.types("office", "create", *office, "--name-th", "เทศบาลสมมติ")
    operator.types(
        *("unit", "create", *office, "--code", "ENG", "--name-th", "กองช่าง", "--name-en", "Eng", "--short-th", "ช่าง")
    )
    operator.types(
        *("user", "create", *office, "--login", "kanda", "--name-th", "กานดา", "--name-en", "Kanda", "--unit", "ENG"),
        *("--position-th", "ธุรการ", "--position-en", "Clerk", "--role", "registrar"),
    )
    operator.types("device", "code", *office, "--name", "สารบรรณ", "--counter", "C1")
    used = json.loads(operator.types("--json", "device", "code", *office, "--name", "การเงิน").out)["code"]
    with serving(database, tmp_path) as (url, _):
        desk = enrol(url, used)
    units, users, desks, codes = (
        json.loads(operator.types(*words, *office, "--json").out)
        for words in (("unit", "list"), ("user", "list"), ("device", "list"), ("device", "codes"))
    )
    assert [unit["code"] for unit in units] == ["ENG"]
    assert [(user["login"], user["unit"], user["password"]) for user in users] == [("kanda", "ENG", False)]
    assert [(one["id"], one["state"]) for one in desks] == [(desk.id.hex(), "active")]
    assert [code["name"] for code in codes] == ["สารบรรณ"]
    assert "สารบรรณ" in operator.types("device", "codes", *office).out
    assert operator.types("device", "forget", *office, "--mark", codes[0]["mark"]).code == 0
    assert json.loads(operator.types("device", "codes", *office, "--json").out) == []
    assert operator.types("device", "forget", *office, "--mark", codes[0]["mark"]).code == 2


def test_health_is_told_at_the_terminal_too(operator: Operator, database: str, tmp_path: Path) -> None:
    migrate(database)
    well = operator.types("health", "--blobs", str(tmp_path), "--json")
    assert (well.code, {row["state"] for row in json.loads(well.out)}) == (0, {"ok"})
    ill = operator.types("health", "--blobs", str(tmp_path / "gone"))
    assert (ill.code, "disk\tmissing" in ill.out) == (2, True)
    assert "disk" in ill.err


def test_every_command_says_what_it_is_for(operator: Operator, capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ALL:
        with pytest.raises(SystemExit) as ended:
            operator.types(*verb.words.split(), "--help")
        assert ended.value.code == 0
        assert verb.says.split()[0] in capsys.readouterr().out


def test_the_desks_are_listed_with_what_they_said(operator: Operator, database: str) -> None:
    migrate(database)
    operator.types("office", "create", "--office", "7", "--name-th", "เทศบาล")
    code = operator.types("device", "code", "--office", "7", "--name", "เคาน์เตอร์ ๑").out.strip()
    assert operator.types("device", "reports", "--office", "7").out == ""
    assert code
    assert "centre.office_unknown" not in operator.types("device", "reports", "--office", "7").err
    assert operator.types("device", "reports", "--office", "8").code != 0


def test_a_code_read_over_the_phone_is_explained_without_a_database(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("THESABAN_DATABASE")
    report = report_of({"name": Finding("name", Verdict.GOOD), "port": Finding("port", Verdict.BAD)}, "0.1.0")
    done = operator.types("explain-code", "--code", code_of(report))
    assert done.code == 0
    assert "name\tgood" in done.out
    assert "port\tbad" in done.out
    assert "version\t0.1.0" in done.out
    assert operator.types("explain-code", "--code", "ABCD-ABCD-ABCD").code != 0


def test_the_chain_is_set_post_by_post_and_a_unit_is_closed(operator: Operator, database: str) -> None:
    migrate(database)
    office = ("--office", "9")
    operator.types("office", "create", *office, "--name-th", "เทศบาลสมมติ")
    names = ("--name-th", "กองช่าง", "--name-en", "Eng", "--short-th", "ช่าง")
    operator.types("unit", "create", *office, "--code", "ENG", *names)
    who = ("--login", "wichai", "--name-th", "วิชัย", "--name-en", "W", "--position-th", "ก", "--position-en", "a")
    operator.types("user", "create", *office, *who, "--unit", "ENG", "--role", "head")
    head = ("--code", "ENGHEAD", "--name-th", "ผอ.กองช่าง", "--rung", "3", "--unit", "ENG", "--holder", "wichai")
    assert "post list" in operator.types("post", "set", *office, *head, "--above", "MAYOR").err
    mayor = ("--code", "MAYOR", "--name-th", "นายก", "--rung", "7", "--unit", "ENG")
    first = operator.types("post", "set", *office, *mayor).out
    assert operator.types("post", "set", *office, *mayor, "--name-en", "Mayor").out == first
    assert operator.types("post", "set", *office, *head, "--above", "MAYOR").code == 0
    assert "wichia" in operator.types("post", "set", *office, *head[:-1], "wichia").err
    posts = json.loads(operator.types("post", "list", *office, "--json").out)
    assert [(post["code"], post["above"], post["holder"]) for post in posts] == [
        ("ENGHEAD", "MAYOR", "wichai"), ("MAYOR", None, None),
    ]  # fmt: skip
    until = ("--until", "2026-12-31")
    assert operator.types("unit", "close", *office, "--code", "ENG", *until).code == 0
    assert "EDU" in operator.types("unit", "close", *office, "--code", "EDU", *until).err
