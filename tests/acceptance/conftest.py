"""The days of a clerk, a secretary and a mayor: keys come once what was begun has answered."""

from collections.abc import Iterator

import pytest

from tests.acceptance.keys import messages_remembered
from tests.helpers import answers


@pytest.fixture(autouse=True, scope="session")
def answers_are_watched() -> Iterator[None]:
    with answers.watched(), messages_remembered():
        yield
