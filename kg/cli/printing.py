"""How the command line prints tables and stories: readable at 80 columns."""

from rich.console import Console
from rich.table import Table

from kg.model import Reading
from kg.vocabulary import node_forms
from kg.why import Saying, Story


def print_reading(reading: Reading) -> None:
    """One document as two tables: what it names, and what it says with the sentence."""
    console = Console()
    names = Table(title=f"{reading.source.id}  {reading.source.title or ''}", title_justify="left")
    for column in ("类型 type", "名称 name", "别名 aliases"):
        names.add_column(column, overflow="fold")
    for entity in reading.entities:
        names.add_row(entity.type, entity.name, "、".join(entity.aliases))
    console.print(names)
    facts = Table()
    for column in ("事实 fact", "原句 quote"):
        facts.add_column(column, overflow="fold")
    for fact in reading.statements:
        target = fact.object.name if fact.object else fact.value
        said = " ".join(f"{key}={value}" for key, value in fact.qualifiers.items())
        quote = fact.evidence[0].quote if fact.evidence else ""
        facts.add_row(f"{fact.subject.name} —{fact.predicate}→ {target} {said}", quote)
    console.print(facts)


def print_story(story: Story) -> None:
    """One entity: its names, where it stands, and each fact above its sentence."""
    console = Console(highlight=False)
    aliases = f"（又称 {'、'.join(story.aliases)}）" if story.aliases else ""
    kind = node_forms()[story.label].zh
    console.print(f"[bold]{story.name}[/bold]  {kind} {story.label}{aliases}")
    console.print(f"  见于 said in: {'、'.join(story.documents)}")
    for saying in story.sayings:
        console.print(f"• {_fact(saying)}")
        if saying.quote:
            console.print(f"    “{saying.quote}”", style="italic")
            console.print(f"    —— {saying.source}  {saying.confidence:.2f} {saying.rule or ''}")
        else:
            console.print("    —— 推导 derived")


def _fact(saying: Saying) -> str:
    date = f"（{saying.date}）" if saying.date else ""
    return f"{saying.subject} [bold]{saying.relation}[/bold] {saying.target}{date}"
