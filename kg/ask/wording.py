"""How a reader sees a cell: codes and unknowns in his language, money in 亿元."""

from kg.ask.catalogue import Column
from kg.ask.rows import MASKED_FIGURE, NOTHING, members
from kg.model import Scalar

EVIDENCE = "evidence"
WORDS = {
    "masked": {"zh": "遮蔽", "en": "masked"},
    "unsaid": {"zh": "未说明", "en": "unsaid"},
    "not_due": {"zh": "未到期", "en": "not yet due"},
    "disputed": {"zh": "说法不一", "en": "disputed"},
    NOTHING: {"zh": "未说明", "en": "unsaid"},
}
JOIN = {"zh": "、", "en": ", "}
_SCALES = ((100_000_000, "亿元"), (10_000, "万元"), (1, "元"))


def in_words(column: Column, cell: Scalar, lang: str) -> Scalar:
    """A cell as a spreadsheet shows it: a number as it is, anything else in the reader's words."""
    return cell if isinstance(cell, int | float) else say(column, cell, lang)


def say(column: Column, cell: Scalar, lang: str) -> str:
    """A cell as a reader sees it: codes and unknowns in words, money in 亿元."""
    if column.type == "text":
        return clean(str(cell))
    if cell in WORDS:
        return WORDS[str(cell)][lang]
    if column.is_list:
        return clean(JOIN[lang].join(_member(column, name, lang) for name in members(cell)))
    if column.type == "code":
        return clean(column.codes.get(str(cell), {lang: str(cell)})[lang])
    if column.unit == "CNY" and not isinstance(cell, str):
        return _money(cell) if lang == "zh" else f"{cell:,}"
    return f"{cell}%" if column.unit == "%" else str(cell)


def _member(column: Column, name: str, lang: str) -> str:
    if column.type == "figures":
        return MASKED_FIGURE.sub(WORDS["masked"][lang], name)
    return column.codes.get(name, {lang: name})[lang]


def _money(value: float) -> str:
    size, unit = next((s for s in _SCALES if abs(value) >= s[0]), _SCALES[-1])
    return f"{value / size:.4f}".rstrip("0").rstrip(".") + unit


def clean(text: str) -> str:
    """The text without what could steer a terminal."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)
