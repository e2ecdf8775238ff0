// 看：一个园区的承载
// View: a park and what it carries
// ---
// about:
//   zh: 园区、入驻的企业和项目（橙色为计划）、它们的投资方，园区的主导产业、阶段、堵点和所在地区。不给园区则画承载最多的四个。
//   en: A park, the firms and projects in it or planned, their investors, its chains, stages, blockers and region. Without a park, the four that carry most.
// parameters:
//   park: {type: text, zh: 园区的名称、原文名称或别名, en: "a park's caption, said name or alias"}
//   limit: {type: integer, default: 250, zh: 最多路径数, en: most paths}
// ---
WITH {park: null} AS p  // ← 改这里，如 park: '某产业园'
MATCH (k:Park)
WHERE p.park IS NULL OR p.park IN [k.name, k.said_name] OR p.park IN coalesce(k.aliases, [])
WITH k, COUNT { MATCH (k)<-[:LOCATED_IN|PLANNED_LOCATED_IN]-(:Company|Project) } AS carried
ORDER BY carried DESC, k.name, k.id LIMIT 4
MATCH path = (k:Park)-[:LOCATED_IN|PLANNED_LOCATED_IN|PART_OF|IN_REGION|INVESTED_BY|FOCUSES_ON|PLANNED_FOCUSES_ON|IN_CHAIN|BLOCKED_BY|REACHED|PLANNED|HAS_FIGURE]-
  (o:Company|Project|Park|Region|Organization|Chain|Blocker|Stage|Figure)-[:INVESTED_BY|SIGNED_AT*0..1]->(f:!Passage)
WHERE o:Project OR o = f
RETURN path
ORDER BY k.name, k.id, o.id, f.id
LIMIT 250
