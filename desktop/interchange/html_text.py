"""The words of an HTML message, line by line; nothing of it is fetched or run."""

import re
from html.parser import HTMLParser

_LINES = frozenset(
    re.split(" ", "address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul")
)
_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript"})
_MANY = re.compile(r"\n{3,}")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _LINES:
            self.said.append("\n")
        elif tag in ("td", "th"):
            self.said.append("  ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _LINES:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(re.sub(r"\s+", " ", data))


def html_text(html: str) -> str:
    words = _Words()
    words.feed(html)
    words.close()
    lines = (line.strip() for line in "".join(words.said).replace("\xa0", " ").split("\n"))
    return _MANY.sub("\n\n", "\n".join(lines)).strip()
