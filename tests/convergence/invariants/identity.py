"""S18, S19: time does not run back on a desk, and two disks cannot speak as one device."""

import pytest

from desktop.office.errors import OfficeError
from tests.convergence.invariants.acts import imprint
from tests.convergence.invariants.scene import device
from tests.helpers.town import Town, TownDesk


def a_copy_is_refused(town: Town, copy: TownDesk) -> None:
    """S19: the disk that speaks second as one device is refused within one request, and changes nothing."""
    before = imprint(town)
    asked = copy.proxy.requests
    with pytest.raises(OfficeError) as refused:
        copy.round.run()
    assert refused.value.code == "post.desk_copied"
    assert copy.proxy.requests - asked <= 2, "a token and one request tell"
    assert imprint(town) == before, "a copied disk changed the centre"


def acts_keep_their_times(desk: TownDesk) -> None:
    """S18: what a desk trusts as its time never runs back from act to act, whatever its clock was made to say."""
    times = [at for (at,) in desk.desk.reader.rows("SELECT at FROM outbox ORDER BY mseq")]
    assert times == sorted(times), f"device {device(desk).hex()}: the time of an act lies before the one before it"
