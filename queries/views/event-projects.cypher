// 看：一次节会签了哪些项目
// View: what was signed at an event
// ---
// about:
//   zh: 节会活动、在会上签约（虚线为计划签约）的项目、投资方、地区和所说的数字。不给活动则画有签约项目的各个活动。
//   en: An event, the projects signed there or planned to be, their investors, regions, and its own figures. Without an event, all where a project was signed.
// parameters:
//   event: {type: text, zh: 活动的名称、原文名称、别名或系列名, en: "an event's caption, said name, alias or series"}
//   limit: {type: integer, default: 140, zh: 最多路径数, en: most paths}
// ---
WITH {event: null} AS p  // ← 改这里，如 event: '某推介会'
MATCH (e:Event)
WHERE p.event IN [e.name, e.said_name] OR p.event IN coalesce(e.aliases, [])
   OR EXISTS { MATCH (e)-[:EDITION_OF]->(:Series {name: p.event}) }
   OR (p.event IS NULL AND EXISTS { MATCH (e)<-[:SIGNED_AT]-(:Project) })
WITH e ORDER BY e.name, e.id LIMIT 20
MATCH path = (e:Event)-[:SIGNED_AT|PLANNED_SIGNED_AT|IN_REGION|HAS_FIGURE|HAS_TARGET]-(o:Project|Region|Figure)-[:INVESTED_BY|HAS_FIGURE*0..1]->
  (f:Project|Region|Figure|Company|Organization)
WHERE o:Project OR o = f
RETURN path
ORDER BY e.name, e.id, o.id, f.id
LIMIT 140
