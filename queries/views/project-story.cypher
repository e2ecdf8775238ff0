// 看：一个项目的来龙去脉
// View: the story of a project
// ---
// about:
//   zh: 项目与它的签约活动、投资方、园区、地区、产业链、总投资。点一条边看原句。不给项目则画前 20 个已签约的。
//   en: A project with its event, investors, park, region, chains and investment. Click an edge to read its sentence. Without a project, twenty signed ones.
// parameters:
//   project: {type: text, zh: 项目的名称、原文名称或别名, en: "a project's caption, said name or alias"}
//   limit: {type: integer, default: 250, zh: 最多路径数, en: most paths}
// ---
WITH {project: null} AS p  // ← 改这里，如 project: '某项目'
MATCH (x:Project)
WHERE p.project IN [x.name, x.said_name] OR p.project IN coalesce(x.aliases, [])
   OR (p.project IS NULL AND EXISTS { MATCH (x)-[:REACHED]->(:Stage {code: 'signed'}) })
WITH x ORDER BY x.name, x.id LIMIT 20
MATCH path = (x:Project)-[:SIGNED_AT|PLANNED_SIGNED_AT|INVESTED_BY|LOCATED_IN|PLANNED_LOCATED_IN|IN_REGION|IN_CHAIN|HAS_FIGURE]->
  (o:Event|Company|Organization|Park|Region|Chain|Figure)
RETURN path
ORDER BY x.name, x.id, o.id
LIMIT 250
