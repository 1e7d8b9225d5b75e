from tests.helpers.cups import cups

__all__ = ["cups"]
