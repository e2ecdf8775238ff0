"""IRIs: namespaces, prefixes, and the predicate of every property and edge type of the graph."""

from functools import cache
from urllib.parse import quote, urlsplit

from kg.errors import InputError, OntologyError
from kg.vocabulary import edge_forms, indicators, load, local_name, node_forms

BASE = "urn:county-kg:"  # ids lie below it, unless the caller sets a base of his own
KG = f"{BASE}ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"

# The closed vocabularies keep their IRIs whatever the base: the question files name them.
SCHEMES = {"Stage": "stage", "Designation": "designation", "Blocker": "blocker"}
INDICATOR = "indicator"

PREFIXES = {
    "kg": KG,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "prov": PROV,
    "dcterms": DCTERMS,
    "oa": OA,
    **{prefix: f"{BASE}{prefix}/" for prefix in (*SCHEMES.values(), INDICATOR)},
}

# property → predicate, where it is not kg: and the property's name in camel case
ELSEWHERE = {
    "id": f"{DCTERMS}identifier",
    "name": f"{RDFS}label",
    "name_en": f"{SKOS}prefLabel",
    "aliases": f"{SKOS}altLabel",
    "former_names": f"{KG}formerName",
    "former": f"{KG}formerName",
    "documents": f"{KG}document",
    "reasons": f"{KG}reason",
    "passages": f"{PROV}wasDerivedFrom",
    "title": f"{DCTERMS}title",
    "issuer": f"{DCTERMS}publisher",
    "start": f"{OA}start",
    "end": f"{OA}end",
}
LANGUAGE = {"name": "zh", "aliases": "zh", "title": "zh", "name_en": "en"}
UNPRINTED = "kg_hash"  # bookkeeping of state sync: computed from the other properties

# edge type → the standard property that says the same, printed beside kg:…
ALSO = {"IN_DOCUMENT": f"{DCTERMS}isPartOf", "KIND_OF": f"{SKOS}broader"}
# edge type → the property that is its literal object (the edge is a loop in the property graph)
LITERAL_OBJECT = {"FORMERLY_NAMED": "former"}


@cache
def predicate(name: str) -> str:
    """The predicate IRI of a property of nodes or edges; `OntologyError` for an unknown one."""
    if name not in load("graph.yaml")["properties"]:
        raise OntologyError(f"ontology/graph.yaml: property {name!r} is not declared")
    return ELSEWHERE.get(name) or KG + local_name(name)


@cache
def edge_predicate(edge: str) -> str:
    """The predicate IRI of an edge type: `SIGNED_AT` → `kg:signedAt`."""
    if edge not in edge_forms():
        raise OntologyError(f"ontology/graph.yaml: edge type {edge!r} is not declared")
    return predicate(LITERAL_OBJECT[edge]) if edge in LITERAL_OBJECT else KG + local_name(edge)


@cache
def class_iri(label: str) -> str:
    """The class IRI of a node label."""
    if label not in node_forms():
        raise OntologyError(f"ontology/graph.yaml: label {label!r} is not declared")
    return KG + label


def id_iri(identifier: str, base: str = BASE) -> str:
    """The IRI of a node or edge id: `Project/3f2a` → `<urn:county-kg:id/Project/3f2a>`.

    Members of the closed vocabularies and the indicators with an identity have their own short
    IRIs: `Stage/signed` → `stage:signed`. Everything else than letters, digits and `-._~/` is
    percent-encoded as UTF-8, so that two ids never share an IRI.
    """
    label, _, code = identifier.partition("/")
    try:
        if label in SCHEMES:
            return f"{BASE}{SCHEMES[label]}/{quote(code)}"
        if label == "Indicator" and code in indicators():
            return f"{BASE}{INDICATOR}/{quote(code)}"
        return f"{base}id/{quote(identifier)}"
    except UnicodeEncodeError as error:
        raise InputError(
            f"{identifier!r}: 标识含半个代理字符，无法写成 IRI / "
            "the id holds a lone surrogate and cannot be an IRI; repair the text it came from"
        ) from error


def checked_base(base: str) -> str:
    """A base IRI of one's own, absolute and ending in `/`, `#` or `:`; else `InputError`."""
    bad = set(base) & set('<>"{}|^`\\ ') or any(ord(letter) <= 32 for letter in base)
    if bad or not urlsplit(base).scheme or not base.endswith(("/", "#", ":")):
        raise InputError(
            f"{base!r}: 不是可用的基址 / is no usable base IRI; "
            "give an absolute one that ends in '/', '#' or ':', as https://example.org/kg/"
        )
    return base
