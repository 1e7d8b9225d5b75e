"""Tries a certificate file: `python -m desktop.paper.pades_check key.p12 in.pdf out.pdf`, its password on the input.

Signs the PDF, reads the signature back and says in one line of JSON what a reader finds; status 1 if it is not whole.
The installed program does the same when it is called with these words, so that it can be tried where it stands.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from desktop.office.errors import OfficeError
from desktop.paper.pades import check, open_key


def main(arguments: Sequence[str]) -> int:
    key_file, source, target = map(Path, arguments)
    now = datetime.now(UTC)
    try:
        key = open_key(key_file.read_bytes(), sys.stdin.readline().rstrip("\n"), now)
    except OfficeError as error:
        sys.stdout.write(json.dumps({"error": error.code}) + "\n")
        return 1
    target.write_bytes(key.sign(source.read_bytes(), now))
    (found,) = check(target.read_bytes(), ())
    sys.stdout.write(json.dumps(asdict(found)) + "\n")
    return 0 if found.intact and found.whole else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
