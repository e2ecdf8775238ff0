// 看：一家企业的关系网
// View: the network of a firm
// ---
// about:
//   zh: 企业投资的项目和园区、项目的签约活动和产业链、股权、合作、认定、所在地。不给企业则画联系最多的六家。
//   en: The projects and parks a firm invests in, with their events and chains, its shares, partners, standing and seat. Without a firm, the six with most links.
// parameters:
//   company: {type: text, zh: 企业的名称、原文名称或别名, en: "a firm's caption, said name or alias"}
//   limit: {type: integer, default: 200, zh: 最多路径数, en: most paths}
// ---
WITH {company: null} AS p  // ← 改这里，如 company: '某公司'
MATCH (c:Company)
WHERE p.company IS NULL OR p.company IN [c.name, c.said_name] OR p.company IN coalesce(c.aliases, [])
WITH c, COUNT { MATCH (c:Company)-[:!MENTIONS]-(:!Passage) } AS links
ORDER BY links DESC, c.name, c.id LIMIT 6
MATCH path = (c:Company)-[:INVESTED_BY|SHAREHOLDER_OF|PLANNED_SHAREHOLDER_OF|COOPERATES_WITH|PLANNED_COOPERATES_WITH|LOCATED_IN|IN_CHAIN|IN_SEGMENT|PARTICIPATED_IN|DESIGNATED|PLANNED_DESIGNATED|BLOCKED_BY|IN_REGION]-
  (o:Project|Park|Company|Organization|Region|Chain|Event|Designation|Blocker)-[:SIGNED_AT|IN_CHAIN*0..1]->(f:!Passage)
WHERE o:Project OR o = f
RETURN path
ORDER BY links DESC, c.id, o.id, f.id
LIMIT 200
