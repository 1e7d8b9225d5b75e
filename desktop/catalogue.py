"""What a desk knows of: the entities and verbs of all its rooms."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.office.mutation import Catalogue


def catalogue() -> "Catalogue":
    """Every entity and verb of the rooms that a desk has."""
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

    papers = (letters, outgoing, archive, capture, cashier, waste, cases, certificates)
    rooms = (accounts, days, registers, people, proofs, *papers, tray)
    entities = [entity for room in rooms for entity in room.ENTITIES]
    return Catalogue(entities, [mutation for room in rooms for mutation in room.MUTATIONS])
