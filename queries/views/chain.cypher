// 看：一条产业链的环节与缺口
// View: a chain with its links and gaps
// ---
// about:
//   zh: 产业链、它的各个环节，每个环节上的企业、项目、园区。没有东西相连的环节在报告中无记录（不等于没有）。归类到它的、原文所说的产业链带着属于它的企业和项目。不给产业链则画成员最多的一条。
//   en: A chain of the taxonomy, its links, and the firms, projects and parks at each. A link with nothing at it has no record, which is not the same as nobody there. Chains as said are shown with their members. Without a chain, the one with most members.
// parameters:
//   chain: {type: text, zh: 产业链的名称，或归类到它的、原文所说的名称, en: "a chain's name, or one as said that is a kind of it"}
//   limit: {type: integer, default: 200, zh: 最多路径数, en: most paths}
// ---
WITH {chain: null} AS p  // ← 改这里，如 chain: '茶'
MATCH (c:Chain)
WHERE c.code IS NOT NULL AND EXISTS { MATCH (c)<-[:PART_OF]-(:Chain) } AND (p.chain IS NULL OR p.chain = c.name
   OR EXISTS { MATCH (c)<-[:KIND_OF]-(k:Chain) WHERE p.chain IN [k.name, k.said_name] OR p.chain IN coalesce(k.aliases, []) })
WITH c, COUNT { MATCH (c)<-[:PART_OF]-(:Chain)<-[:IN_SEGMENT]-(:Company|Project|Park) } AS members
ORDER BY members DESC, c.name, c.id LIMIT 1
MATCH path = (c:Chain)<-[:PART_OF|KIND_OF]-(s:Chain)<-[:IN_SEGMENT|IN_CHAIN*0..1]-(m:Chain|Company|Project|Park)
RETURN path
ORDER BY s.order, s.id, m.id
LIMIT 200
