"""Values of the graph ↔ RDF literals, both ways."""

from collections.abc import Iterable
from datetime import date
from functools import cache

import pyoxigraph as ox

from kg.errors import InputError, OntologyError
from kg.store.rdf.names import LANGUAGE, XSD
from kg.vocabulary import load

DATE = ox.NamedNode(f"{XSD}date")
DOUBLE = ox.NamedNode(f"{XSD}double")
_TEXTS = ("string", "text", "period")
_INTEGERS = range(-(2**63), 2**63)  # what the stores can reckon with


@cache
def _declared(name: str) -> str:
    return str(load("graph.yaml")["properties"][name]["type"])


def literals(place: str, name: str, value: object) -> Iterable[ox.Literal]:
    """The literals of one property; a list gives one each, in no order.

    `place` is what carries the property, for the message. `OntologyError` where the value is not
    of the declared type, `InputError` where the text cannot be written at all (a lone surrogate).
    """
    values = value if isinstance(value, list | tuple) else (value,)
    if isinstance(value, list | tuple) is not (_declared(name) == "strings"):
        raise _wrong(place, name, value)
    for item in values:
        try:
            yield _literal(place, name, item)
        except UnicodeEncodeError as error:
            raise InputError(
                f"{place}: {name} 含半个代理字符，无法写入 RDF / holds a lone surrogate and cannot "
                f"be written as RDF ({error.reason}); repair the text it came from"
            ) from error


def _literal(place: str, name: str, value: object) -> ox.Literal:
    declared = _declared(name)
    if isinstance(value, str):
        value.encode()  # refuses lone surrogates
        if declared in (*_TEXTS, "strings"):
            return ox.Literal(value, language=LANGUAGE.get(name))
        if declared == "date" and _is_date(value):
            return ox.Literal(value, datatype=DATE)
    elif isinstance(value, bool):
        if declared == "boolean":
            return ox.Literal(value)
    elif isinstance(value, int) and declared in ("integer", "number"):
        return ox.Literal(value if value in _INTEGERS else float(value))
    elif isinstance(value, float) and declared == "number":
        return ox.Literal(value)
    raise _wrong(place, name, value)


def _is_date(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _wrong(place: str, name: str, value: object) -> OntologyError:
    return OntologyError(
        f"{place}: {name} is {value!r}, but ontology/graph.yaml declares {_declared(name)}"
    )
