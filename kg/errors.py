"""What can go wrong, named by whose fault it is. Every message says file, place and remedy."""


class KgError(Exception):
    """Root of all errors that this package raises on purpose; its text is for the user."""


class InputError(KgError):
    """A file, a line or a name given by the user cannot be used as it is."""


class OntologyError(KgError):
    """A file in `ontology/`, `loaders/` or `queries/` contradicts its own rules."""


class QueryError(KgError):
    """A question or an ad-hoc query cannot be run: unknown, malformed, or not read-only."""


class ServerError(KgError):
    """A Neo4j server cannot be reached, refuses us, or holds what is not ours."""


class MissingComponentError(KgError):
    """A program, font or extra that this call needs is missing; the text names the package."""
