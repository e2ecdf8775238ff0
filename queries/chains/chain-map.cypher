// 产业链图谱：一条产业链的环节、企业、项目、园区
// Map of a chain: its links from upstream to downstream, with firms, projects and parks
// ---
// about:
//   zh: 一行是一个环节，依上、中、下游排列；环节由名称中的产品推得，并非原文所说。末行是属于此链、环节无从推知的。空表是没有记录，不是没有。
//   en: "One row is one link, from upstream to downstream; the products in a name place it, nobody says so. The last row holds what belongs to the chain and cannot be placed. An empty list is no record; it does not say that there is none."
// parameters:
//   chain: {type: text, default: 纺织鞋服, zh: 产业链的名称、原文名称或所归的类, en: "a chain's caption or said name, or what it is a kind of"}
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的产业链, en: only chains that a report ending on or after this day names}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   segment: {type: list, zh: 环节, en: link, about: {zh: 一个环节；无从推知的为空表, en: the one link of the row; none where it is not known}}
//   position: {type: code, codes: {upstream: {zh: 上游, en: upstream}, midstream: {zh: 中游, en: midstream}, downstream: {zh: 下游, en: downstream}}, zh: 位置, en: position, about: {zh: 上游、中游或下游, en: "upstream, midstream or downstream"}}
//   companies: {type: list, zh: 企业, en: companies, about: {zh: 处于此环节的企业, en: firms placed in the link}}
//   projects: {type: list, zh: 项目, en: projects, about: {zh: 处于此环节的项目, en: projects placed in the link}}
//   parks: {type: list, zh: 园区, en: parks, about: {zh: 名称属于此环节，或承载其项目、企业的园区, en: parks whose name places them in the link or that hold what is in it}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 提到这些企业、项目、园区的原文段落；没有记录的环节为提到此链的段落, en: the passages that name them; for a link without record those that name the chain}}
// ---
WITH {chain: '纺织鞋服', region: null, since: null} AS p  // ← 改这里，如 chain: '木材加工'
MATCH (c:Chain)
WHERE c.code IS NULL  // 报告所说的链；有 code 的是分类体系中的链与环节
  AND (p.since IS NULL OR coalesce(toString(c.last_said), '9999') >= p.since)
  AND (p.region IS NULL OR EXISTS {
    MATCH (c)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
OPTIONAL MATCH (c)-[:KIND_OF]->(t:Chain)
WITH p, c, coalesce(t, c) AS g
WHERE p.chain IS NULL OR p.chain IN [c.name, c.said_name, g.name]
WITH p, g, collect(DISTINCT c) AS chains
WITH p, g, chains, COLLECT {
    MATCH (s:Chain)-[e:PART_OF]->(g) WHERE s.code IS NOT NULL
    RETURN {node: s, position: e.position}
  } + [{node: null, position: 'unsaid'}] AS links
UNWIND links AS l
WITH p, g, chains, l.node AS s, l.position AS position
WITH p, g, chains, s, position,
  CASE WHEN s IS NULL THEN COLLECT {  // in the chain, and in no link that is known
    UNWIND chains AS c
    MATCH (m:Project|Park|Company)-[:IN_CHAIN]->(c)
    MATCH (m)-[:INVESTED_BY*0..1]->(x:Project|Park|Company)
    WHERE NOT EXISTS { MATCH (x)-[:IN_SEGMENT]->(:Chain)-[:PART_OF]->(g) }
      AND (p.region IS NULL OR EXISTS {
      MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
    RETURN DISTINCT x
  } ELSE COLLECT {
    MATCH (x:Project|Park|Company)-[:IN_SEGMENT]->(s)
    WHERE (p.region IS NULL OR EXISTS {
      MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
    RETURN DISTINCT x
  } END AS members
WHERE s IS NOT NULL OR size(members) > 0
WITH p, g, chains, s, position, members,
  CASE WHEN s IS NULL THEN COLLECT {
    UNWIND members AS x
    MATCH (x)-[e:IN_CHAIN]->(c:Chain) WHERE c IN chains
    UNWIND coalesce(e.passages, []) AS passage RETURN passage
    UNION
    UNWIND members AS x
    MATCH (x:Company)<-[e:INVESTED_BY]-(:Project|Park)-[:IN_CHAIN]->(c:Chain) WHERE c IN chains
    UNWIND coalesce(e.passages, []) AS passage RETURN passage
  } ELSE COLLECT {
    UNWIND members AS x
    MATCH (x)-[e:IN_SEGMENT]->(s)
    UNWIND coalesce(e.passages, []) AS passage RETURN DISTINCT passage
  } END AS said,
  COLLECT {
    UNWIND chains AS c
    MATCH (q:Passage)-[:MENTIONS]->(c)
    WHERE p.region IS NULL OR EXISTS {
      MATCH (q)-[:IN_DOCUMENT]->(:Document)-[:REPORTS_ON]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] }
    RETURN DISTINCT q.id
  } AS named
RETURN [x IN [s.name] WHERE x IS NOT NULL] AS segment,
  position,
  [x IN members WHERE x:Company | x.name] AS companies,
  [x IN members WHERE x:Project | x.name] AS projects,
  [x IN members WHERE x:Park | x.name] AS parks,
  CASE WHEN size(said) > 0 THEN said ELSE named END AS evidence
ORDER BY g.name, g.id, coalesce(s.order, 99), s.id
LIMIT 100
