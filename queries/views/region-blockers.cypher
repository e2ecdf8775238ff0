// 看：一个地区卡在哪里
// View: what blocks a region
// ---
// about:
//   zh: 堵点，和受阻于它的项目、园区、企业、产业链，以及地区自己。连线越多，影响的对象越多；点一条边看原句。不给地区则画受阻最多的一个。
//   en: The categories of difficulty, and the projects, parks, firms, chains and the region itself that they block; click an edge to read its sentence. Without a region, the one with most.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含其下级, en: "a region's caption or said name; its sub-regions count in"}
//   limit: {type: integer, default: 200, zh: 最多路径数, en: most paths}
// ---
WITH {region: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (r:Region)
WHERE p.region IS NULL OR p.region IN [r.name, r.said_name]
WITH r, COUNT { MATCH (r:Region)<-[:IN_REGION|PART_OF*0..5]-(:!Passage)-[:BLOCKED_BY]->(:Blocker) } AS blocked
ORDER BY blocked DESC, r.name, r.id LIMIT 1
MATCH (r:Region)<-[:IN_REGION|PART_OF*0..5]-(x:Project|Park|Company|Chain|Region)
WITH DISTINCT x
MATCH path = (x:Project|Park|Company|Chain|Region)-[:BLOCKED_BY]->(b:Blocker)
RETURN path
ORDER BY b.id, x.id
LIMIT 200
