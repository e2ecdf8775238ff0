"""What a format's reader gives: the words, and where pages, cells or boxes lie in them."""

from dataclasses import dataclass

from kg.errors import InputError

Places = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Raw:
    """A file's text with `LF` line ends, and the (start, end, label) of its cells and boxes."""

    text: str
    places: Places = ()


def unreadable(name: object, zh: str, en: str) -> InputError:
    """The one line that tells the user which file cannot be read, why, and what to do."""
    return InputError(f"{name}: {zh} / {en}")
