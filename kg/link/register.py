"""The entities of one document, and which of them a statement of that document names."""

from dataclasses import dataclass, field

from kg.link.keys import is_hidden
from kg.link.normal import is_masked, normal
from kg.model import HOME, Entity, Reading, Ref


@dataclass(slots=True)
class Register:
    """Who is named in one document; its lists grow while references are looked up.

    Entities are numbered; `home` is the number of the report's own region. Lines of one type whose
    names have one normal form (legal form left off) are one entity under its longest name.
    """

    document: str
    entities: list[Entity] = field(default_factory=list)
    home: int | None = None
    _names: dict[Ref, int] = field(default_factory=dict)
    _aliases: dict[Ref, int] = field(default_factory=dict)
    _normals: dict[Ref, int] = field(default_factory=dict)

    def add(self, entity: Entity) -> int:
        """Take an entity line in; its number."""
        form = Ref(entity.type, normal(entity.name, entity.type))
        number = self._normals.get(form)
        if number is None:
            number = len(self.entities)
            self.entities.append(entity)
        else:
            self.entities[number] = _merged(self.entities[number], entity)
        self._normals[form] = number
        self._names[entity.ref] = number
        for alias in entity.aliases:
            self._aliases.setdefault(Ref(entity.type, alias), number)
        if entity.home and entity.type == "Region" and self.home is None:
            self.home = number
        return number

    def find(self, ref: Ref) -> int:
        """The entity that this document means by a name; made where no line names it."""
        number = self._known(ref)
        if number is None:
            number = self.add(Entity(ref.type, ref.name, masked=is_masked(ref.name)))
        self._names[ref] = number
        return number

    def _known(self, ref: Ref) -> int | None:
        if ref in self._names:
            return self._names[ref]
        if ref in self._aliases:
            return self._aliases[ref]
        return self._normals.get(Ref(ref.type, normal(ref.name, ref.type)))


def register(reading: Reading) -> Register:
    """The entities of a document as its lines have them, and its home region."""
    found = Register(reading.source.id)
    for entity in reading.entities:
        if entity.name.strip():
            found.add(entity)
    if reading.source.region is not None:
        region = found.find(reading.source.region)
        found.home = region if found.home is None else found.home
    return found


def _merged(one: Entity, other: Entity) -> Entity:
    name = max(one.name, other.name, key=lambda name: (len(name), name))
    said = {one.name, other.name, *one.aliases, *other.aliases} - {name}
    return Entity(
        one.type,
        name,
        tuple(sorted(said - {HOME})) + ((HOME,) if HOME in said else ()),
        is_hidden(one) or is_hidden(other),
        tuple(sorted({*one.mentions, *other.mentions})),
        one.optional and other.optional,
    )
