"""The ontology as the semantic web has it, generated from the YAML files of `ontology/`.

`kg.ttl` holds classes and properties in OWL and the closed vocabularies in SKOS, `shapes.ttl` what
a graph must look like in SHACL, `context.jsonld` the short names of JSON-LD. All three are
committed; `python -m kg.ontology` writes them anew, and a test fails where they differ.
"""

import json

import rdflib

from kg.ontology import owl, shapes, skos
from kg.ontology.context import context
from kg.ontology.turtle import serialize


def generate() -> dict[str, str]:
    """The generated files of `ontology/`: name → text. The same YAML gives the same text."""
    ontology, shape = rdflib.Graph(), rdflib.Graph()
    owl.add(ontology)
    skos.add(ontology)
    shapes.add(shape)
    return {
        "kg.ttl": serialize(ontology),
        "shapes.ttl": serialize(shape),
        "context.jsonld": json.dumps(context(), ensure_ascii=False, indent=2) + "\n",
    }
