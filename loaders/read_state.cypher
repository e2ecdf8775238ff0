// 库中现状：同步之前读它，只送差别。没有 kg_hash 的不是我们的，只数个数。
// What the database holds: read before a push, so that only the difference is sent.

// 1 他人的节点 / somebody else's nodes
MATCH (n) WHERE n.kg_hash IS NULL
RETURN count(n) AS nodes, collect(DISTINCT head(labels(n)))[..5] AS labels;

// 2 我们的节点，列的次序即 StoredNode / our nodes, columns in the order of StoredNode
MATCH (n) WHERE n.kg_hash IS NOT NULL
RETURN n.id AS id, labels(n) AS labels, n.kg_hash AS hash, elementId(n) AS element;

// 3 我们的关系，列的次序即 StoredEdge / our edges, columns in the order of StoredEdge
MATCH (a)-[r]->(b) WHERE r.kg_hash IS NOT NULL
RETURN r.id AS id, type(r) AS type, r.kg_hash AS hash, a.id AS source, b.id AS target, elementId(r) AS element;
