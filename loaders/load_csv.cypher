// 从 CSV 文件夹装入节点和关系（kg export 文件夹）。模板：反引号中的占位符由程序换成 ontology/graph.yaml 声明的标签和类型，绝不换成数据，
// `@file@` 换成文件名，`@values@` 换成各列的取值；填好的脚本随 CSV 文件夹一起写出，可在 Neo4j Browser 中直接运行。
// Load nodes and edges from a CSV folder. `kg export FOLDER` fills this template in and writes it beside the files, ready for Browser.
LOAD CSV WITH HEADERS FROM '@file@' AS row
MERGE (n:`{label}` {id: row.id})
SET n = {@values@};
// 关系 / edges
LOAD CSV WITH HEADERS FROM '@file@' AS row
MATCH (a:`{from}` {id: row.START})
MATCH (b:`{to}` {id: row.END})
MERGE (a)-[r:`{type}` {id: row.id}]->(b)
SET r = {@values@};
