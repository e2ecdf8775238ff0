// 写入一批同标签的节点。模板：`{label}` 由程序换成 ontology/graph.yaml 声明的标签，绝不换成数据。
// $rows：每行是一个节点的全部属性，含 id 与 kg_hash。没有 kg_hash 的同号节点属于他人，不改动，行数对不上即报错。
// Write a batch of nodes of one label. `{label}` is only ever replaced by a declared label.
// A node of the same id without kg_hash is somebody else's: it is left alone, and the count tells.
UNWIND $rows AS row
MERGE (n:`{label}` {id: row.id})
  ON CREATE SET n.kg_hash = row.kg_hash
WITH n, row WHERE n.kg_hash IS NOT NULL
SET n = row
RETURN count(n) AS written;
