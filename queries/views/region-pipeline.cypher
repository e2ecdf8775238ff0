// 看：一个地区的项目进度
// View: the pipeline of a region
// ---
// about:
//   zh: 每个项目连着它走到的阶段（灰色）、计划达到的（橙色）和未能达到的（红色），同一阶段的项目聚在一起。不给地区则画项目最多的一个。
//   en: Each project at the stages it reached (grey), plans to reach (orange) and failed to reach (red), so that projects of one stage gather. Without a region, the one with most projects.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含其下级, en: "a region's caption or said name; its sub-regions count in"}
//   limit: {type: integer, default: 250, zh: 最多路径数, en: most paths}
// ---
WITH {region: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (r:Region)
WHERE p.region IS NULL OR p.region IN [r.name, r.said_name]
WITH r, COUNT { MATCH (r:Region)<-[:PART_OF*0..4]-(:Region)<-[:IN_REGION]-(:Project) } AS projects
ORDER BY projects DESC, r.name, r.id LIMIT 1
MATCH (r:Region)<-[:PART_OF*0..4]-(:Region)<-[:IN_REGION]-(x:Project)
WITH DISTINCT x
MATCH path = (x:Project)-[step:REACHED|PLANNED|FAILED]->(:Stage)
RETURN path
ORDER BY x.name, x.id, step.id
LIMIT 250
