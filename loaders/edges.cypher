// 写入一批同类型、两端同标签的关系。模板：`{type}` `{from}` `{to}` 由程序换成 ontology/graph.yaml 声明的名称。
// $rows：source、target 是两端节点的 id，properties 是关系的全部属性，含 id 与 kg_hash。
// Write a batch of edges of one type between two labels; the placeholders are only ever replaced by declared names.
UNWIND $rows AS row
MATCH (a:`{from}` {id: row.source})
MATCH (b:`{to}` {id: row.target})
MERGE (a)-[r:`{type}` {id: row.properties.id}]->(b)
  ON CREATE SET r.kg_hash = row.properties.kg_hash
WITH r, row WHERE r.kg_hash IS NOT NULL
SET r = row.properties
RETURN count(r) AS written;
