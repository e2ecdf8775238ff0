"""`kg explain` in a terminal: each paragraph in colours, below it its facts."""

from rich.console import Console
from rich.text import Text

from kg.show import look
from kg.show.explain import Explanation, Paragraph, Said
from kg.show.wording import tense, wording

_SIGNS = {"planned": "┄", "failed": "✗"}
_VERDICTS = {
    "wrong": ("误 wrong ", "bold red"),
    "missed": ("漏 missed ", "bold magenta"),
    "open": ("可 open ", "dim"),
    "right": ("对 ", "green"),
}


def print_explanation(told: Explanation, console: Console | None = None) -> None:
    """Print the whole document; planned facts begin with ┄, failed ones with ✗."""
    console = console or Console(highlight=False)
    console.print(Text(told.title, style="bold"))
    for paragraph in told.paragraphs:
        console.print(_text(paragraph))
        for said in paragraph.facts:
            console.print(_line(said))
    if told.nowhere:
        console.print(Text("文中没有位置 without a place in the text", style="bold"))
        for said in told.nowhere:
            console.print(_line(said))
    wrong, missed = told.count("wrong"), told.count("missed")
    judged = f"，误 wrong {wrong}，漏 missed {missed}" if told.judged else ""
    console.print(f"实体 entities {len(told.names)}，事实 facts {len(told.facts)}{judged}")


def _text(paragraph: Paragraph) -> Text:
    text = Text()
    for piece in paragraph.pieces:
        style = ""
        if piece.names:
            named = piece.names[0]
            style = f"black on {look.colour(named.entity.type)}"
            style += {"wrong": " strike", "missed": " underline"}.get(named.verdict, "")
        text.append(piece.text, style)
    text.rstrip()
    return text


def _line(said: Said) -> Text:
    words = wording(said.fact)
    line = Text(f"  {_SIGNS.get(tense(said.fact), '•')} ")
    if said.verdict:
        line.append(*_VERDICTS[said.verdict])
    line.append(f"{words.subject} ")
    line.append(words.relation, "bold")
    line.append(f" {words.target}" + (f"（{words.detail}）" if words.detail else ""))
    line.append(f"  {said.fact.confidence:.2f} {said.fact.rule or ''}", "dim")
    return line
