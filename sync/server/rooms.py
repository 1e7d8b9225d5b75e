"""Every entity and mutation of the rooms, as the centre performs them."""

from desktop.accounts import mutations as accounts
from desktop.archive import mutations as archive
from desktop.capture import mutations as capture
from desktop.cases import mutations as cases
from desktop.cashier import mutations as cashier
from desktop.certificates import mutations as certificates
from desktop.days import mutations as days
from desktop.letters import mutations as letters
from desktop.office.mutation import Catalogue
from desktop.outgoing import mutations as outgoing
from desktop.people import mutations as people
from desktop.proofs import mutations as proofs
from desktop.registers import mutations as registers
from desktop.tray import mutations as tray
from desktop.waste import mutations as waste

_PAPERS = (letters, outgoing, archive, capture, cashier, waste, cases, certificates)
ROOMS = (accounts, days, registers, people, proofs, *_PAPERS, tray)

CATALOGUE = Catalogue(
    [entity for room in ROOMS for entity in room.ENTITIES],
    [mutation for room in ROOMS for mutation in room.MUTATIONS],
)
