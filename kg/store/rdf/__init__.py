"""The graph as RDF 1.1: projection, stores, files and SPARQL.

Only this package knows the RDF libraries. Prefixes (`select` knows them without a declaration):

    PREFIX kg: <urn:county-kg:ontology#>          stage: <urn:county-kg:stage/>
    designation: <urn:county-kg:designation/>     blocker: <urn:county-kg:blocker/>
    indicator: <urn:county-kg:indicator/>         and rdf rdfs xsd skos prov dcterms oa

**Nodes.** `Project/3f2a` is `<urn:county-kg:id/Project/3f2a>` (another base can be given; the
vocabularies keep theirs), `Stage/signed` is `stage:signed`, `Blocker/land` is `blocker:land`,
`Indicator/total_investment` is `indicator:total_investment`. Each has one class, its label:
`a kg:Project`.

| property of a node or an edge | predicate | value |
| --- | --- | --- |
| `id` | `dcterms:identifier` | `"Project/3f2a"` |
| `name` | `rdfs:label`, exactly one; on concepts also `skos:prefLabel` | `"…"@zh` |
| `name_en` | `skos:prefLabel` | `"…"@en` |
| `aliases` | `skos:altLabel`, one each | `"…"@zh` |
| `former_names`, `former` | `kg:formerName`, one each | string |
| `documents`, `reasons` | `kg:document`, `kg:reason`, one each | string |
| `passages` | `prov:wasDerivedFrom`, one each | the `kg:Passage` |
| `title` | `dcterms:title` | `"…"@zh` |
| `issuer` | `dcterms:publisher` | string |
| `start`, `end` | `oa:start`, `oa:end` | `xsd:integer` |
| any other | `kg:` and its name in camel case | by its type in `graph.yaml` |
| `kg_hash` | none: bookkeeping of the Neo4j printer | |

The others: `kg:saidName kg:masked kg:firstSaid kg:lastSaid kg:level kg:adcode kg:edition kg:from
kg:until` (things), `kg:stage kg:signedOn kg:startedOn kg:investment kg:investmentState kg:nextDue`
(projects), `kg:code kg:order kg:started kg:anchor kg:better kg:baseUnit` (vocabularies), `kg:value
kg:state kg:unit kg:baseValue kg:baseUnit kg:measure kg:period` (figures), `kg:quote kg:source
kg:confidence kg:rule kg:reviewed kg:date kg:by kg:derived kg:basis kg:position kg:score` (edges),
`kg:text kg:place` (passages), `kg:path kg:sha256` (documents).

Types: string, text and period → plain string (so are the partial dates `kg:date`, `kg:signedOn`,
`kg:startedOn`, `kg:nextDue`); date (`kg:from`, `kg:until`, `kg:firstSaid`, `kg:lastSaid`) →
`xsd:date`; boolean → `xsd:boolean`; an int → `xsd:integer`, a float (or an int past 64 bits) →
`xsd:double`, which is what Neo4j reckons in. `STR(?from)` compares with a text parameter.

**Edges.** `SIGNED_AT` is the direct triple `?x kg:signedAt ?event`, and so every type:
`kg:reached kg:planned kg:failed kg:hasFigure kg:hasTarget kg:hasForecast kg:ofIndicator
kg:locatedIn kg:partOf kg:inChain kg:focusesOn kg:investedBy kg:participatedIn kg:cooperatesWith
kg:shareholderOf kg:issued kg:designated kg:blockedBy kg:inRegion kg:inSegment kg:kindOf
kg:editionOf kg:inDocument kg:reportsOn kg:mentions kg:mayBe`; plans and failures are
`kg:plannedSignedAt kg:failedSignedAt …`. `kg:inDocument` is also said as `dcterms:isPartOf`,
`kg:kindOf` as `skos:broader`. `FORMERLY_NAMED` is `?x kg:formerName "…"`. A symmetric edge is
printed once: ask `kg:cooperatesWith|^kg:cooperatesWith`.

**What an edge says of itself** stands at a node of its own, named by the edge's id:

    ?f rdf:subject ?x ; rdf:predicate kg:reached ; rdf:object stage:signed ; kg:date ?date ;
       kg:quote ?quote ; kg:source ?source ; prov:wasDerivedFrom ?passage .

It is a `kg:Fact` where a text says it, `kg:Derived` where it is made at every build (`kg:inRegion`
with `kg:basis`; `kg:inSegment`, with `kg:reason`), a `kg:Suggestion` for `kg:mayBe` (`kg:score`,
`kg:reason`, `kg:state`). Edges
that say nothing of themselves have none: `kg:hasFigure kg:hasTarget kg:hasForecast kg:ofIndicator
kg:inDocument kg:reportsOn kg:mentions`. A figure carries its evidence itself:

    ?x kg:hasFigure ?g . ?g kg:ofIndicator indicator:total_investment ; kg:value ?v ; kg:quote ?q .

A masked one has `kg:state "masked"` and no `kg:value`.

The order of a list is lost (RDF has sets) and so is the id of an edge without a node of its own;
nothing else is. (rdflib, when it writes Turtle or TriG itself, rounds an `xsd:double` to seven
digits; N-Triples, and what is written here, keep all of them.)
"""

from kg.store.rdf.files import read, write
from kg.store.rdf.names import BASE, PREFIXES
from kg.store.rdf.printing import quads
from kg.store.rdf.query import select, term
from kg.store.rdf.stores import oxigraph, rdflib_graph

__all__ = [
    "BASE",
    "PREFIXES",
    "oxigraph",
    "quads",
    "rdflib_graph",
    "read",
    "select",
    "term",
    "write",
]
