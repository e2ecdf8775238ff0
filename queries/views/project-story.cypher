// 看：一个项目的来龙去脉
// View: the story of a project
// ---
// about:
//   zh: 项目与它的签约活动、投资方、园区、地区、产业链、总投资，走到的阶段和堵点（橙色为计划，红色为未成）。点一条边看原句。不给项目则画说得最多的两个。
//   en: A project with its event, investors, park, region, chains and investment, the stages it reached or plans to, and what blocks it. Click an edge to read its sentence. Without a project, the two of which most is said.
// parameters:
//   project: {type: text, zh: 项目的名称、原文名称或别名, en: "a project's caption, said name or alias"}
//   limit: {type: integer, default: 250, zh: 最多路径数, en: most paths}
// ---
WITH {project: null} AS p  // ← 改这里，如 project: '某项目'
MATCH (x:Project)
WHERE p.project IS NULL OR p.project IN [x.name, x.said_name] OR p.project IN coalesce(x.aliases, [])
WITH p, x, COUNT { MATCH (x:Project)-[said:!IN_REGION]->() } AS facts
ORDER BY facts DESC, x.name, x.id LIMIT 2
MATCH path = (x:Project)-[:REACHED|PLANNED|FAILED|SIGNED_AT|PLANNED_SIGNED_AT|INVESTED_BY|LOCATED_IN|PLANNED_LOCATED_IN|IN_REGION|IN_CHAIN|IN_SEGMENT|BLOCKED_BY|HAS_FIGURE|HAS_TARGET|HAS_FORECAST]->
  (o:Stage|Event|Company|Organization|Park|Region|Chain|Blocker|Figure)
RETURN path
ORDER BY x.name, x.id, o.id
LIMIT 250
