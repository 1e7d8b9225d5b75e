"""Every entity and mutation of the rooms, as the centre performs them."""

from desktop.accounts import mutations as accounts
from desktop.archive import mutations as archive
from desktop.capture import mutations as capture
from desktop.cases import mutations as cases
from desktop.cashier import mutations as cashier
from desktop.days import mutations as days
from desktop.letters import mutations as letters
from desktop.office.mutation import Catalogue
from desktop.outgoing import mutations as outgoing
from desktop.people import mutations as people
from desktop.registers import mutations as registers
from desktop.tray import mutations as tray

ROOMS = (accounts, days, registers, people, letters, outgoing, archive, capture, cashier, cases, tray)

CATALOGUE = Catalogue(
    [entity for room in ROOMS for entity in room.ENTITIES],
    [mutation for room in ROOMS for mutation in room.MUTATIONS],
)
