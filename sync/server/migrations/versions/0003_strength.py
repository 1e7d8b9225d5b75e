"""What the post at full strength keeps besides; one function for each concern."""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _writing()
    _packs()
    _numbers()
    _recovery()
    _visibility()
    _desks()


def downgrade() -> None:
    _without_desks()
    _without_visibility()
    _without_recovery()
    _without_numbers()
    _without_packs()
    _without_writing()


# Writing: signatures of batches ---------------------------------------------------------------------------------


def _writing() -> None: ...


def _without_writing() -> None: ...


# Packs: snapshots of buckets ------------------------------------------------------------------------------------


def _packs() -> None: ...


def _without_packs() -> None: ...


# Numbers: books, registers, takeovers ---------------------------------------------------------------------------


def _numbers() -> None: ...


def _without_numbers() -> None: ...


# Recovery: quarantine, histories --------------------------------------------------------------------------------


def _recovery() -> None: ...


def _without_recovery() -> None: ...


# Visibility: who may see what -----------------------------------------------------------------------------------


def _visibility() -> None: ...


def _without_visibility() -> None: ...


# Desks: what they report of themselves --------------------------------------------------------------------------


def _desks() -> None: ...


def _without_desks() -> None: ...
