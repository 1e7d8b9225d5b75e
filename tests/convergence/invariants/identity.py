"""S18, S19: time does not run back on a desk, and two disks cannot speak as one device."""

import pytest

from desktop.office.errors import OfficeError
from tests.convergence.invariants.acts import imprint
from tests.convergence.invariants.scene import Scene
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


def trusted_time_only_grows(scene: Scene, desk: TownDesk) -> None:
    """S18: the time that a desk trusts never runs back, whatever its clock says; only a word of the centre mends it."""
    row = desk.desk.reader.one("SELECT mark FROM trusted_time")
    mark = str(row[0] or "") if row else ""
    before, answers = scene.times.get(str(desk.folder), ("", 0))
    assert mark >= before or desk.ears.answers > answers, "trusted time ran back, and the centre said nothing"
    scene.times[str(desk.folder)] = (mark, desk.ears.answers)
