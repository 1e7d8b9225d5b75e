"""The process that speaks with Windows' Thai voice: `name` tells which it is, `say` says what comes on standard input.

Not run here on Windows: `obey` is tested over objects shaped as the Speech API's automation layer (SpVoice,
SpObjectTokenCategory) is documented, reached late-bound through comtypes. Thai voices of Windows 10 and later stand
among the "OneCore" voices, older ones among those of the Speech API itself.
"""

import sys
from collections.abc import Iterator
from typing import Any, TypeAlias

Com: TypeAlias = Any
"""A late-bound COM object."""

_THAI = "Language=41E"
_ONECORE = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Speech_OneCore\Voices"


def main(arguments: list[str]) -> int:
    try:
        from comtypes.client import CreateObject
    except (ImportError, OSError):
        return 1
    words = sys.stdin.buffer.read().decode("utf-8", "replace")
    told = obey(
        CreateObject("SAPI.SpVoice", dynamic=True),
        CreateObject("SAPI.SpObjectTokenCategory", dynamic=True),
        arguments[:1],
        words,
    )
    sys.stdout.buffer.write((told or "").encode())
    return 0 if told is not None else 1


def obey(voice: Com, category: Com, order: list[str], words: str) -> str | None:
    """The Thai voice's name, said with it or not; None when there is none."""
    token = next(_thai(voice, category), None)
    if token is None:
        return None
    if order == ["say"]:
        voice.Voice = token
        voice.Speak(words)
    return str(token.GetDescription())


def _thai(voice: Com, category: Com) -> Iterator[Com]:
    category.SetId(_ONECORE, False)
    for tokens in (category.EnumerateTokens(_THAI, ""), voice.GetVoices(_THAI, "")):
        yield from (tokens.Item(place) for place in range(tokens.Count))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
