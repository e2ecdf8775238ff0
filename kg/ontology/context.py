"""The JSON-LD context: the graph's own property names, in camel case, as keys."""

from typing import Any

from kg.ontology import forms
from kg.store.rdf.names import (
    KG,
    LANGUAGE,
    LITERAL_OBJECT,
    PREFIXES,
    RDF,
    edge_predicate,
    predicate,
)
from kg.vocabulary import edge_forms, local_name, node_forms

_RENAMED = {"id": "identifier", "former_names": "formerName"}  # `id` is the node's IRI


def context() -> dict[str, Any]:
    """`{"@context": …}`: classes, properties and edge types.

    No prefix `stage`: it is already the name of a property.
    """
    terms: dict[str, Any] = {"id": "@id", "type": "@type"}
    taken = {local_name(name) for name in forms.properties()}
    terms |= {prefix: iri for prefix, iri in PREFIXES.items() if prefix not in taken}
    terms |= {label: KG + label for label in (*node_forms(), *forms.STATEMENTS)}
    for name in forms.properties():
        if name not in LITERAL_OBJECT.values():
            terms[_RENAMED.get(name) or local_name(name)] = _property(name)
    for form in edge_forms().values():
        if form.type not in LITERAL_OBJECT:
            terms[local_name(form.type)] = {"@id": edge_predicate(form.type), "@type": "@id"}
    for part in ("subject", "predicate"):
        terms[part] = {"@id": RDF + part, "@type": "@id"}
    return {"@context": terms}


def _property(name: str) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": predicate(name)}
    declared = str(forms.properties()[name]["type"])
    if name == "passages":
        found["@type"] = "@id"
    elif name in LANGUAGE:
        found["@language"] = LANGUAGE[name]
    elif declared == "date":
        found["@type"] = "xsd:date"
    if declared == "strings":
        found["@container"] = "@set"
    return found
