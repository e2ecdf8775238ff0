// 看：一条产业链上的企业、项目、园区
// View: the firms, projects and parks of a chain
// ---
// about:
//   zh: 产业链、属于它的企业、项目、园区及其投资方、以它为主导产业的地区。不给产业链则画成员最多的三条。
//   en: A chain with its firms, projects and parks, their investors, and the regions that focus on it. Without a chain, the three with most members.
// parameters:
//   chain: {type: text, zh: 产业链的名称、原文名称或别名, en: "a chain's caption, said name or alias"}
//   limit: {type: integer, default: 140, zh: 最多路径数, en: most paths}
// ---
WITH {chain: null} AS p  // ← 改这里，如 chain: '纺织'
MATCH (c:Chain)
WHERE c.code IS NULL AND (p.chain IS NULL OR p.chain IN [c.name, c.said_name] OR p.chain IN coalesce(c.aliases, []))
WITH c, COUNT { MATCH (:Project|Park|Company)-[:IN_CHAIN]->(c) } AS members
ORDER BY members DESC, c.name, c.id LIMIT 3
MATCH path = (c:Chain)<-[:IN_CHAIN|FOCUSES_ON|PLANNED_FOCUSES_ON]-(m:Project|Park|Company|Region)-[:INVESTED_BY*0..1]->
  (f:Project|Park|Company|Region|Organization)
RETURN path
ORDER BY members DESC, c.id, m.id, f.id
LIMIT 140
