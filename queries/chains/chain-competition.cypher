// 同质化：哪些地区在抢同一条产业链
// Competition: the chains that several regions are after
// ---
// about:
//   zh: 一行是两个以上地区都在发展的产业链：有企业、项目、园区属于此链，或宣布、计划以此为主导产业；只是提到的不算。上级地区不与自己的下级相争。同类的链合为分类体系中的一条。
//   en: "One row is one chain that at least two regions are after: they have firms, projects or parks in it, or declare or plan it as a leading industry; a mere mention does not count. A region does not compete with those inside it. Chains of one kind count as the one of the taxonomy."
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的产业链, en: only chains that a report ending on or after this day names}
//   chain: {type: text, zh: 产业链的名称、原文名称或所归的类, en: "a chain's caption or said name, or what it is a kind of"}
//   min_investment: {type: number, zh: 项目总投资合计不低于（元）；未知的不计入, en: sum of investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   chain: {type: text, zh: 产业链, en: chain, about: {zh: 分类体系中的产业链，没有则照原文, en: "the chain of the taxonomy, else as said"}}
//   regions: {type: list, zh: 地区, en: regions, about: {zh: 都在发展此链的地区, en: the regions that are after it}}
//   projects: {type: integer, zh: 项目, en: projects, about: {zh: 这些地区属于此链的有名称的项目数, en: named projects of these regions in the chain}}
//   investment: {type: number, unit: CNY, sum: true, zh: 总投资, en: investment, about: {zh: 这些项目已知总投资之和（元）, en: sum of the known investment of these projects in CNY}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (c:Chain)-[:IN_REGION]->(r:Region)
WHERE c.code IS NULL  // 报告所说的链；有 code 的是分类体系中的链与环节
  AND (p.since IS NULL OR coalesce(toString(c.last_said), '9999') >= p.since)
  AND (p.region IS NULL OR EXISTS { MATCH (r)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
OPTIONAL MATCH (c)-[:KIND_OF]->(t:Chain)
WITH p, c, coalesce(t, c) AS g, r
WHERE p.chain IS NULL OR p.chain IN [c.name, c.said_name, g.name]
WITH p, g, r, collect(DISTINCT c) AS chains
WITH p, g, r, chains,
  COLLECT {
    UNWIND chains AS c
    MATCH (m:Project|Park|Company)-[e:IN_CHAIN]->(c)
    WHERE EXISTS { MATCH (m)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(r) }
    RETURN {node: m, passages: coalesce(e.passages, [])}
  } AS members,
  COLLECT {
    UNWIND chains AS c
    MATCH (k:Region|Park)-[e:FOCUSES_ON|PLANNED_FOCUSES_ON]->(c)
    WHERE EXISTS { MATCH (k)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(r) }
    RETURN {node: k, passages: coalesce(e.passages, [])}
  } AS foci
WHERE size(members) + size(foci) > 0
WITH p, g, collect({region: r, members: members, said: members + foci}) AS after
WITH p, g, [a IN after WHERE NOT EXISTS {  // a region that holds another one that is after it does not compete
    MATCH (o:Region)-[:PART_OF*1..]->(y:Region)
    WHERE y = a.region AND o <> y AND EXISTS {
      MATCH (d:Chain)-[:IN_REGION]->(o)
      WHERE (d = g OR EXISTS { MATCH (d)-[:KIND_OF]->(g) })
        AND (EXISTS { MATCH (m:Project|Park|Company)-[:IN_CHAIN]->(d) WHERE EXISTS { MATCH (m)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(o) } }
          OR EXISTS { MATCH (k:Region|Park)-[:FOCUSES_ON|PLANNED_FOCUSES_ON]->(d) WHERE EXISTS { MATCH (k)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(o) } }) }
  }] AS after
WHERE size(after) > 1
WITH p, g, [a IN after | a.region] AS regions,
  COLLECT { UNWIND after AS a UNWIND a.members AS m WITH m.node AS x WHERE x:Project RETURN DISTINCT x } AS projects,
  COLLECT { UNWIND after AS a UNWIND a.said AS m UNWIND m.passages AS passage RETURN DISTINCT passage } AS said
WITH p, g, regions, projects, said,
  CASE WHEN any(x IN projects WHERE x.investment IS NOT NULL)
         THEN reduce(total = 0, x IN projects | total + coalesce(x.investment, 0))
       WHEN any(x IN projects WHERE x.investment_state = 'masked') THEN 'masked'
       WHEN any(x IN projects WHERE x.investment_state = 'disputed') THEN 'disputed'
       ELSE 'unsaid' END AS investment,
  COLLECT {
    UNWIND projects AS x
    MATCH (x)-[:HAS_FIGURE]->(f:Figure)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'})
    UNWIND coalesce(f.passages, []) AS passage RETURN DISTINCT passage
  } AS priced
WHERE p.min_investment IS NULL OR investment >= p.min_investment
RETURN g.name AS chain,
  [r IN regions | r.name] AS regions,
  size(projects) AS projects,
  investment,
  said + priced AS evidence
ORDER BY size(regions) DESC, chain, g.id
LIMIT 100
