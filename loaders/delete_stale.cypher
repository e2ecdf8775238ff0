// 删去图中已没有的：先关系，后节点。只删带 kg_hash 的；仍连着他人关系的节点留下，由程序报告。
// 分批提交，只能在自动提交的事务中运行（Browser 里写作 :auto …）。
// Delete what the graph holds no more, edges first. Only what has a kg_hash; a node that somebody
// else's relationship holds on to stays, and is reported. Runs in auto-commit transactions only.

// $elements：关系的 elementId / of edges
MATCH ()-[r]->()
WHERE elementId(r) IN $elements AND r.kg_hash IS NOT NULL
CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS;

// $elements：节点的 elementId / of nodes
MATCH (n)
WHERE elementId(n) IN $elements AND n.kg_hash IS NOT NULL AND NOT EXISTS { (n)--() }
CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS;
