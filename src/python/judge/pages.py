"""What a reader sees of a page of HTML: its words, without markup."""

from __future__ import annotations

from html.parser import HTMLParser

# They have no end tag, and nothing inside.
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_UNSEEN = frozenset({"script", "style", "title", "template"})
# Words said on either side of a difference.
_AROUND = 4


def words_of(html: str, part: str | None = None) -> list[str] | None:
    """The words of the element whose `id` is `part`, or of the page; None where there is none."""
    reader = _Reader(part)
    reader.feed(html)
    reader.close()
    return " ".join(reader.texts).split() if reader.found else None


def first_difference(wanted: list[str], found: list[str]) -> tuple[str, str] | None:
    """Where two pages part, as a few words of either; None when they say the same."""
    if wanted == found:
        return None
    pairs = zip(wanted, found, strict=False)
    start = next((n for n, (one, other) in enumerate(pairs) if one != other), None)
    at = min(len(wanted), len(found)) if start is None else start
    return _around(wanted, at), _around(found, at)


def _around(words: list[str], at: int) -> str:
    start, end = max(0, at - _AROUND), at + _AROUND
    before, after = "… " if start else "", " …" if end < len(words) else ""
    return f"{before}{' '.join(words[start:end])}{after}"


class _Reader(HTMLParser):
    def __init__(self, part: str | None) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.found = part is None
        self._part = part
        # The tags that are open, inside of the part and from its own on.
        self._inside: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See `HTMLParser`."""
        mine = self._part is not None and not self.found and dict(attrs).get("id") == self._part
        self.found = self.found or mine
        if tag in _VOID:
            return
        if mine or self._inside:
            self._inside.append(tag)
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        """See `HTMLParser`."""
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in self._inside:
            # What was left open ends with what is around it, as browsers have it.
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """See `HTMLParser`."""
        if not self._unseen and (self._part is None or self._inside):
            self.texts.append(data)
