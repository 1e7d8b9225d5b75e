"""Which program this is: shown on screens, told to the centre, and part of the code that is read over the phone."""

VERSION = "0.2.0"
"""As in `pyproject.toml`; a test holds them equal."""
