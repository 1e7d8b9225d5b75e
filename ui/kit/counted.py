"""Words for so many: a language that tells one from many has both, and the number chooses."""

import re

PAIR = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
"""How a translation holds both: `{count} [letter|letters]`. Thai says the same of one and of many."""


def counted(words: str, count: int) -> str:
    """The words, not yet formatted, as they are said of so many."""
    return PAIR.sub(lambda pair: pair[1 if count == 1 else 2], words)
