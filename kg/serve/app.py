"""The SPARQL endpoint as a Starlette application, and the server that runs it.

Only for this machine: it listens on 127.0.0.1, and a request for any other host name (a web page
that rebinds its own name to this machine) is refused.
"""

import socket
import tempfile
from pathlib import Path

import pyoxigraph as ox
import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.errors import InputError
from kg.graph.form import Graph
from kg.serve import formats
from kg.serve.description import description
from kg.serve.evaluate import Reply, refusal
from kg.serve.protocol import LARGEST, asked
from kg.serve.workers import Workers, workers
from kg.store.rdf import quads

HOST = "127.0.0.1"
PATH = "/sparql"
WORKERS = 2


class Endpoint:
    """What answers at `/sparql`."""

    def __init__(self, crew: Workers, triples: int) -> None:
        self.crew = crew
        self.triples = triples

    async def answer(self, request: Request) -> Response:
        """Answer one request of the SPARQL protocol."""
        kind = request.headers.get("content-type", "")
        accept = request.headers.get("accept", "")
        query = asked(request.method, request.url.query, kind, await _body(request))
        if query is None:
            reply = self._described(str(request.url.replace(query="")), accept)
        elif isinstance(query, Reply):
            reply = query
        else:
            reply = await run_in_threadpool(self.crew.answer, query, accept)
        return Response(reply.content, reply.status, {"vary": "accept"}, reply.kind)

    def _described(self, endpoint: str, accept: str) -> Reply:
        kind = formats.best(accept, tuple(formats.TRIPLES)) or "text/turtle"
        return Reply(200, kind, description(endpoint, self.triples, kind))


async def _body(request: Request) -> bytes:
    """The body, read no further than a query may be long."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            break
    return body


def application(crew: Workers, triples: int) -> Starlette:
    """The application: `/sparql`, and at `/` a line that says so."""

    def start(request: Request) -> Response:
        return PlainTextResponse(
            f"SPARQL 1.1（只读 read only）: {request.url.replace(path=PATH)}\n"
        )

    def lost(request: Request, _error: Exception) -> Response:
        reply = refusal(404, f"{request.url.path}: 此处为空，查询在 / nothing here, ask at {PATH}")
        return Response(reply.content, reply.status, media_type=reply.kind)

    return Starlette(
        routes=[
            Route("/", start),
            Route(PATH, Endpoint(crew, triples).answer, methods=["GET", "POST"]),
        ],
        middleware=[Middleware(TrustedHostMiddleware, [HOST, "localhost"], www_redirect=False)],
        exception_handlers={404: lost},
    )


def serve(graph: Graph, listening: socket.socket, timeout: float) -> None:
    """Answer on that socket until interrupted; a query may take `timeout` seconds."""
    with tempfile.TemporaryDirectory(prefix="kg-sparql-", ignore_cleanup_errors=True) as folder:
        triples = _fill(Path(folder), graph)
        with workers(folder, number=WORKERS, timeout=timeout) as crew:
            app = application(crew, triples)
            config = uvicorn.Config(app, log_level="warning", server_header=False, lifespan="off")
            uvicorn.Server(config).run(sockets=[listening])


def _fill(folder: Path, graph: Graph) -> int:
    store = ox.Store(str(folder))
    store.bulk_extend(quads(graph))
    store.flush()
    return len(store)


def listen(port: int) -> socket.socket:
    """A socket on this machine's own address; `InputError` where the port is taken."""
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        raise InputError(
            f"端口 {port} 不能使用，请用 --port 另选 / port {port} cannot be used, choose another "
            f"with --port: {error.strerror}"
        ) from error
