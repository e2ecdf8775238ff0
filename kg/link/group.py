"""The mentions that one document makes of one thing."""

from dataclasses import dataclass, field

from kg.extract.frame import Mention
from kg.link.normal import normal


@dataclass(slots=True)
class Group:
    """The mentions of one thing."""

    type: str
    key: str
    mentions: list[Mention] = field(default_factory=list)

    def names(self) -> list[str]:
        """The ways the text says it: the longest first, the first said first among equals.

        What only says that a chain is one (…产业链) makes its name no longer.
        """
        said = dict.fromkeys(m.name for m in self.mentions)
        if self.type == "Chain":
            return sorted(said, key=lambda name: (-len(normal(name, "Chain")), len(name)))
        return sorted(said, key=lambda name: -len(name))
