"""`python -m sync.server`: serves a centre, or does one act of its administration and ends."""

import sys

from desktop.office.errors import OfficeError
from sync.server.cli import run


def main() -> int:
    try:
        run(sys.argv[1:], print)
    except OfficeError as error:
        title, advice = error.describe("en")
        print(f"{title}\n{advice}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
