"""The graph for SPARQL clients: `kg serve --sparql`, read only, on this machine alone."""
