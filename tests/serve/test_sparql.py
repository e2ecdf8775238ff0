"""`kg serve --sparql` as its clients see it: SPARQLWrapper, rdflib, and requests by hand."""

import csv
import io
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper

from kg.rooms import room
from kg.serve.formats import ROWS, TRIPLES, best
from kg.serve.protocol import FORM

STAGES = """PREFIX kg: <urn:county-kg:ontology#>
SELECT ?code ?n { ?x a kg:Stage ; kg:code ?code ; kg:order ?n } ORDER BY ?n LIMIT 2"""
LONG = "SELECT (SUM(?n0) AS ?n) { " + " . ".join(f"?x{n} kg:order ?n{n}" for n in range(9)) + " }"
SECONDS = 3


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("served") / "graph"
    command = [sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main())"]
    gold = room("seeds") / "gold" / "seed-002.jsonl"
    subprocess.run([*command, "build", gold, "-o", folder], check=True, stdout=subprocess.DEVNULL)
    served = subprocess.Popen(
        [*command, "serve", "--sparql", "-g", folder, "--port", "0", "--timeout", str(SECONDS)],
        stdout=subprocess.PIPE,
        text=True,
    )
    with served:
        assert served.stdout is not None
        url = served.stdout.readline().split()[-1]
        _wait(url)
        yield url
        served.send_signal(signal.SIGINT)
        assert served.wait(30) in (0, 130, -signal.SIGINT)


def _wait(url: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            if ask(url, "GET", accept="text/turtle").status == 200:
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the endpoint did not come up")


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


def ask(
    url: str, method: str, query: str = "", *, body: str | bytes = "", kind: str = "", **said: str
) -> Reply:
    """One request by hand."""
    parts = urlsplit(url)
    connection = HTTPConnection(str(parts.hostname), parts.port, timeout=60)
    headers = {"Content-Type": kind} if kind else {}
    headers |= {name.capitalize(): value for name, value in said.items()}
    content = body.encode() if isinstance(body, str) else body
    connection.request(method, parts.path + query, content or None, headers)
    reply = connection.getresponse()
    found = {name.lower(): value for name, value in reply.getheaders()}
    text = reply.read().decode()
    connection.close()
    return Reply(reply.status, found, text)


def get(url: str, query: str, accept: str = "*/*") -> Reply:
    return ask(url, "GET", f"?query={quote(query)}", accept=accept)


class TestClients:
    @pytest.mark.parametrize("way", [None, (POST, None), (POST, POSTDIRECTLY)])
    @pytest.mark.parametrize("form", [JSON, XML])
    def test_sparqlwrapper_reads_rows(self, endpoint, way, form) -> None:
        client = SPARQLWrapper(endpoint)
        client.setQuery(STAGES)
        client.setReturnFormat(form)
        if way:
            client.setMethod(way[0])
        if way and way[1]:
            client.setRequestMethod(way[1])
        found: Any = client.query().convert()
        if form == JSON:
            codes = [row["code"]["value"] for row in found["results"]["bindings"]]
            assert codes == ["lead", "negotiating"]
        else:
            assert "negotiating" in found.toxml()

    def test_sparqlwrapper_reads_triples(self, endpoint) -> None:
        client = SPARQLWrapper(endpoint)
        client.setQuery("CONSTRUCT { ?x rdfs:label ?l } WHERE { ?x a kg:Stage ; rdfs:label ?l }")
        client.setReturnFormat(TURTLE)
        found: Any = client.query().convert()
        assert len(rdflib.Graph().parse(found, format="turtle")) == 15

    def test_rdflib_takes_it_for_a_store(self, endpoint) -> None:
        graph = rdflib.Graph(SPARQLStore(endpoint))
        rows = [tuple(map(str, row)) for row in graph.query(STAGES) if isinstance(row, tuple)]
        assert rows == [("lead", "1"), ("negotiating", "2")]
        assert graph.query("ASK { ?x a <urn:county-kg:ontology#Project> }").askAnswer
        stage = rdflib.URIRef("urn:county-kg:stage/signed")
        assert graph.value(stage, rdflib.RDFS.label) == rdflib.Literal("签约", lang="zh")


class TestFormats:
    @pytest.mark.parametrize("kind", ROWS)
    def test_rows_come_in_every_format(self, endpoint, kind) -> None:
        reply = get(endpoint, STAGES, kind)
        assert reply.status == 200
        assert reply.headers["content-type"].startswith(kind)
        assert reply.headers["vary"] == "accept"
        if kind == "text/csv":
            assert list(csv.reader(io.StringIO(reply.text)))[1:] == [
                ["lead", "1"],
                ["negotiating", "2"],
            ]
        assert "negotiating" in reply.text

    @pytest.mark.parametrize("kind", ROWS)
    def test_so_does_an_ask(self, endpoint, kind) -> None:
        assert "true" in get(endpoint, "ASK { ?x a kg:Project }", kind).text

    @pytest.mark.parametrize(
        ("kind", "name"),
        list(zip(TRIPLES, ["turtle", "nt", "json-ld", "xml"], strict=True)),
    )
    def test_triples_come_in_every_format(self, endpoint, kind, name) -> None:
        reply = get(endpoint, "CONSTRUCT WHERE { ?x a kg:Stage ; kg:order ?n }", kind)
        assert len(rdflib.Graph().parse(data=reply.text, format=name)) == 24

    def test_the_service_describes_itself(self, endpoint) -> None:
        reply = ask(endpoint, "GET", accept="text/turtle")
        graph = rdflib.Graph().parse(data=reply.text, format="turtle")
        sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
        service = rdflib.URIRef(endpoint)
        assert graph.value(service, sd.endpoint) == service
        assert graph.value(service, sd.supportedLanguage) == sd.SPARQL11Query
        assert len(list(graph.objects(service, sd.resultFormat))) == len(ROWS) + len(TRIPLES)
        assert (
            ask(endpoint, "GET", accept="application/ld+json")
            .headers["content-type"]
            .startswith("application/ld+json")
        )

    def test_no_format_that_suits(self, endpoint) -> None:
        reply = get(endpoint, STAGES, "image/png")
        assert reply.status == 406
        assert "text/csv" in reply.text

    @pytest.mark.parametrize(
        ("accept", "expected"),
        [
            ("", "application/sparql-results+json"),
            ("*/*", "application/sparql-results+json"),
            ("text/csv", "text/csv"),
            ("text/*", "text/csv"),
            ("application/json;q=0.5, text/csv;q=0.9", "text/csv"),
            ("text/csv;q=0.1, */*;q=0.2", "application/sparql-results+json"),
            ("text/csv;q=0, image/png", None),
            ("application/xml", "application/sparql-results+xml"),
            ("text/csv;q=viel", None),
        ],
    )
    def test_the_client_chooses(self, accept, expected) -> None:
        assert best(accept, tuple(ROWS)) == expected


class TestRefused:
    @pytest.mark.parametrize(
        ("query", "word"),
        [
            ("SELECT ?", "SPARQL"),
            ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "read-only"),
            ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "SERVICE"),
            ("SELECT * FROM <http://localhost/> { ?s ?p ?o }", "FROM"),
            ("DESCRIBE <urn:a>", "SELECT"),
            ("", "SELECT"),
        ],
    )
    def test_a_wrong_query_is_told(self, endpoint, query, word) -> None:
        reply = get(endpoint, query)
        assert reply.status == 400
        assert word in reply.text
        assert reply.headers["content-type"] == "text/plain; charset=utf-8"

    @pytest.mark.parametrize(
        ("method", "query", "body", "kind", "status"),
        [
            ("POST", "", urlencode({"update": "DROP ALL"}), FORM, 403),
            ("POST", "", "DROP ALL", "application/sparql-update", 403),
            ("GET", "?update=DROP%20ALL", "", "", 403),
            ("POST", "", "query=", "text/plain", 415),
            ("POST", "", "a=b", FORM, 400),
            ("GET", "?query=ASK%7B%7D&query=ASK%7B%7D", "", "", 400),
            ("GET", "?query=ASK%7B%7D&default-graph-uri=urn:x", "", "", 400),
            ("GET", "?query=%FF", "", "", 400),
            ("POST", "", b"\xff", "application/sparql-query", 400),
            ("POST", "", "#" * 1_000_001, "application/sparql-query", 413),
            ("PUT", "", "x", "text/turtle", 405),
            ("DELETE", "", "", "", 405),
        ],
    )  # fmt: skip
    def test_a_wrong_request_is_told(self, endpoint, method, query, body, kind, status) -> None:
        assert ask(endpoint, method, query, body=body, kind=kind).status == status

    @pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "169.254.1.1"])
    def test_another_host_name_is_refused(self, endpoint, host) -> None:
        reply = ask(endpoint, "GET", "?query=ASK%7B%7D", host=host)
        assert reply.status == 400
        assert "host" in reply.text

    def test_no_page_of_another_origin_may_read(self, endpoint) -> None:
        reply = ask(endpoint, "GET", "?query=ASK%7B%7D", origin="http://evil.example")
        assert "access-control-allow-origin" not in reply.headers

    def test_elsewhere_is_nothing(self, endpoint) -> None:
        reply = ask(endpoint.replace("/sparql", "/update"), "GET")
        assert reply.status == 404
        assert "/sparql" in reply.text


def test_a_query_that_takes_too_long_is_stopped_and_the_next_is_answered(endpoint) -> None:
    for _ in range(3):  # more than there are workers
        before = time.monotonic()
        reply = get(endpoint, LONG)
        assert reply.status == 503
        assert f"{SECONDS} 秒" in reply.text
        assert time.monotonic() - before < SECONDS + 10
    assert json.loads(get(endpoint, "ASK { ?x a kg:Project }").text)["boolean"] is True
