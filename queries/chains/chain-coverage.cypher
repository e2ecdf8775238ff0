// 地区 × 产业链：各地区在哪些产业链上有企业、项目，是否定为主导产业
// Coverage of regions and chains: firms, projects, investment, and whether the region declares the chain
// ---
// about:
//   zh: 一行是一个地区的一条产业链；说法不同而同类的链（如某某精深加工）合为分类体系中的一条，分类体系没有的照原文。零是没有记录，不是没有。
//   en: "One row is one chain in one region; chains said in different words count as the one of the taxonomy that they are a kind of, others as said. Zero is no record; it does not say that there is none."
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的产业链, en: only chains that a report ending on or after this day names}
//   chain: {type: text, zh: 产业链的名称、原文名称或所归的类, en: "a chain's caption or said name, or what it is a kind of"}
//   min_investment: {type: number, zh: 项目总投资合计不低于（元）；未知的不计入, en: sum of investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   region: {type: list, zh: 地区, en: region, about: {zh: 一个地区；报告未说明地区的为空表, en: the one region of the row; none where the reports name none}}
//   chain: {type: text, zh: 产业链, en: chain, about: {zh: 分类体系中的产业链，没有则照原文, en: "the chain of the taxonomy, else as said"}}
//   companies: {type: integer, zh: 企业, en: companies, about: {zh: 该地区属于此链，或投资此链项目、园区的企业数, en: "firms of the region in the chain, themselves or through a project or park of theirs"}}
//   projects: {type: integer, zh: 项目, en: projects, about: {zh: 该地区属于此链的有名称的项目数, en: named projects of the region in the chain}}
//   investment: {type: number, unit: CNY, sum: true, zh: 总投资, en: investment, about: {zh: 这些项目已知总投资之和（元）, en: sum of the known investment of these projects in CNY}}
//   focus: {type: code, codes: {declared: {zh: 已宣布, en: declared}, planned: {zh: 计划, en: planned}}, zh: 主导产业, en: focus, about: {zh: 地区或其园区是否宣布以此为主导产业, en: whether the region or a park of it declares the chain a leading industry}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (c:Chain)
WHERE c.code IS NULL  // 报告所说的链；有 code 的是分类体系中的链与环节
  AND (p.since IS NULL OR coalesce(toString(c.last_said), '9999') >= p.since)
OPTIONAL MATCH (c)-[:KIND_OF]->(t:Chain)
OPTIONAL MATCH (c)-[:IN_REGION]->(r:Region)
WITH p, c, coalesce(t, c) AS g, r
WHERE (p.chain IS NULL OR p.chain IN [c.name, c.said_name, g.name])
  AND (p.region IS NULL OR EXISTS { MATCH (r)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
WITH p, g, r, collect(DISTINCT c) AS chains
WITH p, g, r, chains,
  COLLECT {  // members in this region, or all of chains that have no region
    UNWIND chains AS c
    MATCH (m:Project|Park|Company)-[:IN_CHAIN]->(c)
    WHERE r IS NULL OR EXISTS { MATCH (m)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(r) }
    RETURN DISTINCT m
  } AS members,
  COLLECT {
    UNWIND chains AS c
    MATCH (k:Region|Park)-[f:FOCUSES_ON|PLANNED_FOCUSES_ON]->(c)
    WHERE r IS NULL OR EXISTS { MATCH (k)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(r) }
    RETURN {type: type(f), passages: coalesce(f.passages, [])}
  } AS foci
WITH p, g, r, chains, members, foci, [m IN members WHERE m:Project] AS projects,
  COLLECT {
    UNWIND members AS m
    MATCH (m)-[:INVESTED_BY*0..1]->(f:Company)
    RETURN DISTINCT f
  } AS firms
WITH p, g, r, chains, members, foci, projects, firms,
  CASE WHEN any(x IN projects WHERE x.investment IS NOT NULL)
         THEN reduce(total = 0, x IN projects | total + coalesce(x.investment, 0))
       WHEN any(x IN projects WHERE x.investment_state = 'masked') THEN 'masked'
       WHEN any(x IN projects WHERE x.investment_state = 'disputed') THEN 'disputed'
       ELSE 'unsaid' END AS investment,
  COLLECT {
    UNWIND members AS m
    MATCH (m)-[s:IN_CHAIN|INVESTED_BY|HAS_FIGURE]->(o:Chain|Company|Figure)
    WHERE o:Company OR o IN chains
       OR EXISTS { MATCH (m:Project) WHERE EXISTS { MATCH (o)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'}) } }
    UNWIND coalesce(s.passages, o.passages, []) AS passage
    RETURN passage
    UNION
    UNWIND foci AS f UNWIND f.passages AS passage
    RETURN passage
  } AS said,
  COLLECT {
    UNWIND chains AS c
    MATCH (q:Passage)-[:MENTIONS]->(c)
    WHERE r IS NULL OR EXISTS { MATCH (q)-[:IN_DOCUMENT]->(:Document)-[:REPORTS_ON]->(:Region)-[:PART_OF*0..]->(r) }
    RETURN DISTINCT q.id
  } AS named
WHERE p.min_investment IS NULL OR investment >= p.min_investment
RETURN [x IN [r.name] WHERE x IS NOT NULL] AS region,
  g.name AS chain,
  size(firms) AS companies,
  size(projects) AS projects,
  investment,
  CASE WHEN any(f IN foci WHERE f.type = 'FOCUSES_ON') THEN 'declared'
       WHEN size(foci) > 0 THEN 'planned' ELSE 'unsaid' END AS focus,
  CASE WHEN size(said) > 0 THEN said ELSE named END AS evidence
ORDER BY coalesce(r.name, '[]'), chain, r.id, g.id
LIMIT 100
