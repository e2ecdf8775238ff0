"""Redaction as published reports do it: `*`, `×`, `X`, `某`, `□`, `○` in place of digits.

Full-width forms are folded one to one first, so that offsets stay.
"""

import unicodedata

MASK = "[*×□○●■◯]"  # the signs that are a mask wherever they stand
LATIN_MASK = r"(?<![A-Za-z])[Xx]{1,6}(?![A-Za-z])"  # X, XX: a mask only outside Latin words

_FULL_WIDTH = {
    code: folded
    for code in (*range(0xFF01, 0xFF5F), 0x3000, 0xFE6A)
    for folded in [unicodedata.normalize("NFKC", chr(code))]
    if len(folded) == 1 and not (0xFF08 <= code <= 0xFF09) and folded not in ",:;?!~"
}
_FULL_WIDTH |= {0x2217: "*", 0x00D7: "×", 0xFF0A: "*", 0x2573: "×", 0x2715: "×"}
_FULL_WIDTH |= {0x2105: "%", 0xFE6A: "%"}


def half_width(text: str) -> str:
    """The text with full-width digits, letters and signs as half-width ones, same length."""
    return text.translate(_FULL_WIDTH)
