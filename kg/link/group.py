"""The mentions that one document makes of one thing."""

from dataclasses import dataclass, field

from kg.extract.frame import Mention


@dataclass(slots=True)
class Group:
    """The mentions of one thing."""

    type: str
    key: str
    mentions: list[Mention] = field(default_factory=list)

    def names(self) -> list[str]:
        """The ways the text says it, the longest first, the first said first among equals."""
        said = dict.fromkeys(m.name for m in self.mentions)
        return sorted(said, key=lambda name: -len(name))
