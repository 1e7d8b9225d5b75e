"""A real Chromium without a line, spoken to over its own pipes (the DevTools protocol): no port is opened."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:1",
)  # fmt: skip


class Browser:
    """One page. `asked` holds the addresses of everything that the page asked for."""

    def __init__(self, write: IO[bytes], read: IO[bytes]) -> None:
        self._write, self._answers = write, read
        self._count, self._session, self._rest = 0, "", b""
        self.asked: list[str] = []
        target = self.say("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.say("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Network", "Page", "DOM", "Runtime"):
            self.say(f"{domain}.enable")
        offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        self.say("Network.emulateNetworkConditions", **offline)

    def say(self, method: str, **params: Any) -> dict[str, Any]:
        """Asks and waits for the answer; what happens meanwhile is noted."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._write.write(json.dumps(message).encode() + b"\0")
        self._write.flush()
        while True:
            told = self._next()
            if told.get("method") == "Network.requestWillBeSent":
                self.asked.append(told["params"]["request"]["url"])
            if told.get("id") == self._count:
                assert "error" not in told, told
                return dict(told["result"])

    def does(self, script: str) -> Any:
        """What a script gives, awaited."""
        told = self.say("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def opens(self, page: Path) -> None:
        self.say("Page.navigate", url=page.as_uri())
        self.until("document.readyState === 'complete' && !!document.getElementById('code')")

    def until(self, condition: str) -> None:
        """Waits in the page itself for at most a minute."""
        look = f"const look = () => {condition} ? done(true) : Date.now() > end ? done(false) : setTimeout(look, 20)"
        assert self.does(f"new Promise(done => {{ const end = Date.now() + 60000; {look}; look() }})"), condition

    def chooses(self, selector: str, file: Path) -> None:
        """A file is chosen in an input, as a person does in the dialog."""
        root = self.say("DOM.getDocument")["root"]["nodeId"]
        node = self.say("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.say("DOM.setFileInputFiles", nodeId=node, files=[str(file)])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._answers.fileno(), 1 << 16)
            assert more, "the browser is gone"
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))


@contextmanager
def chromium(folder: Path) -> Iterator[Browser]:
    """A browser with an empty profile in `folder`, ended at the end."""
    program = shutil.which("chromium")
    assert program, "tools/setup.py tests installs chromium"
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()

    def pass_on() -> None:
        first, second = os.dup(theirs_in), os.dup(theirs_out)
        os.dup2(first, 3)
        os.dup2(second, 4)

    process = subprocess.Popen(
        [program, *_FLAGS, f"--user-data-dir={folder}"], stderr=subprocess.DEVNULL, preexec_fn=pass_on, close_fds=False
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        with os.fdopen(ours_out, "wb") as write, os.fdopen(ours_in, "rb") as read:
            yield Browser(write, read)
    finally:
        process.terminate()
        process.wait(60)
