"""Labelled readings without what is defensible either way: the ground of the expected answers."""

from dataclasses import replace

from kg.link.register import register
from kg.model import Reading


def required(reading: Reading) -> Reading:
    """The reading without its optional lines.

    An optional entity that a required statement names, or that is the document's region, stands.
    """
    statements = tuple(said for said in reading.statements if not said.optional)
    refs = {ref for said in statements for ref in (said.subject, said.object) if ref is not None}
    if reading.source.region is not None:
        refs.add(reading.source.region)
    names = register(reading)
    named = {names.find(ref) for ref in refs}
    return replace(
        reading,
        entities=tuple(
            entity
            for entity in reading.entities
            if not entity.optional or names.find(entity.ref) in named
        ),
        statements=statements,
    )
