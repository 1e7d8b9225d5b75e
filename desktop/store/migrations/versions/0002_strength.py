"""What a desk keeps besides for the post at full strength; one function for each concern."""

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _search()
    _numbers()
    _recovery()
    _secrecy()
    _tray()


def _search() -> None: ...


def _numbers() -> None: ...


def _recovery() -> None: ...


def _secrecy() -> None: ...


def _tray() -> None: ...
