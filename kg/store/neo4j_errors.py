"""What a Neo4j refuses, told so that its user knows what to do.

Decided by the status code, never by the words; only where the driver gives no code (nobody there,
TLS where none is spoken) by the kind of error and the address.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from neo4j.exceptions import ClientError, DriverError, Neo4jError, ServiceUnavailable

from kg.errors import KgError, QueryError, ServerError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

_REMEDIES = {
    "Neo.ClientError.Security.Unauthorized": (
        "用户名或口令不对，请检查 NEO4J_USER、NEO4J_PASSWORD / wrong user or password: check "
        "NEO4J_USER and NEO4J_PASSWORD"
    ),
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        "多次口令错误，服务器暂时拒绝登录；等待几秒后用正确口令再试 / locked out for some seconds "
        "after several wrong passwords: wait, then try the right one"
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        "初始口令须先修改：在 Browser 登录并设新口令 / the first password must be changed: log in "
        "to Neo4j Browser once and set a new one"
    ),
    "Neo.ClientError.Security.Forbidden": (
        "该用户没有所需权限 / this user lacks the permission for that"
    ),
    "Neo.ClientError.Database.DatabaseNotFound": (
        "没有这个数据库，请检查 NEO4J_DATABASE（社区版通常只有 neo4j）/ no such database: check "
        "NEO4J_DATABASE (Community Edition has one, usually neo4j)"
    ),
    "Neo.ClientError.Schema.ConstraintValidationFailed": (
        "库中已有同一标识的他人节点 / somebody else's node has the same id"
    ),
    "Neo.DatabaseError.Schema.ConstraintCreationFailed": (
        "库中他人节点使同一标签的 id 重复，无法建立唯一约束；请清库或另用一个库 / "
        "somebody else's nodes repeat an id under one of our labels: use an empty database"
    ),
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": (
        "服务器内存不足，请增大 Neo4j 内存 / the server is out of memory: give Neo4j more"
    ),
    "Neo.ClientError.Statement.AccessMode": "只允许读 / only reading is allowed",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": (
        "查询超时，请缩小范围或延长时限 / the query took too long: narrow it, or allow more time"
    ),
}
_QUERY_FAULTS = (
    "Neo.ClientError.Statement.",
    "Neo.ClientError.Procedure.",
    "Neo.ClientError.Transaction.TransactionTimedOut",
)


@contextmanager
def told(uri: str) -> Iterator[None]:
    """Turn what the driver raises into a `ServerError`, or a `QueryError` where the query is it."""
    try:
        yield
    except (DriverError, Neo4jError, OSError) as error:
        raise translate(error, uri) from error


def check_address(uri: str) -> None:
    """`ServerError` for an address that no Bolt server can have."""
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ServerError(f"{uri}: 地址写法不对 / is no address: {error}") from error
    if "@" in parts.netloc:  # never repeated: it may hold the password
        raise ServerError(
            f"{parts.scheme}://…@{host}: 口令不写在地址里，请设 NEO4J_USER、NEO4J_PASSWORD / "
            "user and password do not stand in the address: set NEO4J_USER and NEO4J_PASSWORD"
        )
    if parts.scheme in ("http", "https"):
        raise ServerError(
            f"{uri}: 这是 Browser 的网址；数据走 Bolt，请改用 bolt://{host}:7687 / "
            f"that is the address of the Browser: use bolt://{host}:7687"
        )
    if parts.scheme not in SCHEMES or not host or not 0 < (port or 7687) < 65536:
        raise ServerError(
            f"{uri}: 不是 Neo4j 的地址，应如 bolt://localhost:7687 / "
            f"not an address of Neo4j; one is bolt://localhost:7687 ({', '.join(SCHEMES)})"
        )
    if parts.path.strip("/"):
        raise ServerError(
            f"{uri}: 库名不写在地址里，请设 NEO4J_DATABASE / "
            "the database does not stand in the address: set NEO4J_DATABASE"
        )


def translate(error: Exception, uri: str) -> KgError:
    """The error of ours that says where, what and what to do."""
    if isinstance(error, Neo4jError) and error.code:
        return _refused(error, error.code, uri)
    if isinstance(error, ServiceUnavailable | OSError):
        return ServerError(f"{uri}: {_nobody(uri)}（{_first_line(error)}）")
    return ServerError(f"{uri}: {_first_line(error)}")


def _refused(error: Neo4jError, code: str, uri: str) -> KgError:
    said = _first_line(error.message or code)
    if "too large to index" in (error.message or ""):
        return ServerError(
            f"{uri}: 有一个值过长，库中的索引放不下（约 8 kB）：请删去另建的索引，或缩短该值 / "
            f"a value is too long for an index there: drop your index or shorten it: {said}"
        )
    remedy = _REMEDIES.get(code)
    if code.startswith(_QUERY_FAULTS):
        return QueryError(f"{remedy}：{said}" if remedy else f"Cypher: {said} ({code})")
    if remedy is None:
        kind = "拒绝了请求 refused" if isinstance(error, ClientError) else "出错 failed"
        return ServerError(f"{uri}: 服务器{kind}: {said} ({code})")
    return ServerError(f"{uri}: {remedy}（{code}）")


def _nobody(uri: str) -> str:
    scheme = uri.partition("://")[0]
    if "+" in scheme:
        plain = uri.replace(scheme, scheme.split("+")[0], 1)
        return (
            f"没有加密的 Neo4j 在此应答；若服务器未开 TLS，请改用 {plain} / "
            f"no Neo4j with TLS answers here; where the server speaks plain Bolt use {plain}"
        )
    if scheme == "neo4j":
        single = uri.replace("neo4j", "bolt", 1)
        return (
            f"没有 Neo4j 在此应答；单机请改用 {single}，或先 kg neo4j up / "
            f"no Neo4j answers here; for a single server use {single}, or run kg neo4j up"
        )
    return (
        "没有 Neo4j 在此应答：检查主机与端口（Bolt 为 7687，不是 7474），或先 kg neo4j up / "
        "no Neo4j answers here: check host and port (Bolt is 7687, not 7474), or run kg neo4j up"
    )


def _first_line(said: object) -> str:
    lines = str(said).strip().splitlines()
    return lines[0][:300] if lines else type(said).__name__
