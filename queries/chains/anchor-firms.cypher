// 各产业链的链主、龙头企业及其依据
// Anchor firms of the chains, and what they are recognised as
// ---
// about:
//   zh: 一行是一条产业链的一家链主类企业：已认定的链主、龙头、500强、上市、小巨人、独角兽企业；拟申报的不算。所属产业链未说明的企业，产业链为空表。
//   en: "One row is one anchor firm of one chain: chain leaders, leading, top-500, listed, little-giant and unicorn firms, once reached; an application does not count. A firm whose chain nobody says has an empty list."
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的企业, en: only firms that a report ending on or after this day names}
//   chain: {type: text, zh: 产业链的名称、原文名称或所归的类, en: "a chain's caption or said name, or what it is a kind of"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   chain: {type: list, zh: 产业链, en: chain, about: {zh: 一条产业链，企业或其投资的项目、园区所属；未说明的为空表, en: "one chain, of the firm or of a project or park of it; none where nobody says it"}}
//   company: {type: text, zh: 企业, en: company, about: {zh: 企业名称, en: name of the firm}}
//   designation: {type: list, codes: [designations], zh: 认定, en: designation, about: {zh: 使其成为链主类企业的认定, en: what makes it an anchor}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在、投资或所属报告的地区, en: "where it is said to be, else through its projects, else the regions its reports are about"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (f:Company)-[:DESIGNATED]->(:Designation {anchor: true})
WHERE (p.since IS NULL OR coalesce(toString(f.last_said), '9999') >= p.since)
  AND (p.region IS NULL OR EXISTS {
      MATCH (f)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
WITH DISTINCT p, f
OPTIONAL MATCH (f)<-[:INVESTED_BY*0..1]-(:Project|Park|Company)-[:IN_CHAIN]->(c:Chain)
WITH DISTINCT p, f, c
WHERE p.chain IS NULL OR p.chain IN [c.name, c.said_name] OR EXISTS { MATCH (c)-[:KIND_OF]->(t:Chain) WHERE p.chain = t.name }
RETURN [x IN [c.name] WHERE x IS NOT NULL] AS chain,
  f.name AS company,
  COLLECT { MATCH (f)-[:DESIGNATED]->(d:Designation {anchor: true}) RETURN DISTINCT d.code AS code ORDER BY code } AS designation,
  COLLECT { MATCH (f)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  COLLECT {
    MATCH (f)-[s:DESIGNATED]->(:Designation {anchor: true})
    UNWIND coalesce(s.passages, []) AS passage RETURN passage
    UNION
    MATCH (f)-[s:IN_CHAIN]->(c)
    UNWIND coalesce(s.passages, []) AS passage RETURN passage
    UNION
    MATCH (f)<-[b:INVESTED_BY]-(:Project|Park)-[s:IN_CHAIN]->(c)
    UNWIND coalesce(b.passages, []) + coalesce(s.passages, []) AS passage RETURN passage
  } AS evidence
ORDER BY coalesce(c.name, '[]'), company, c.id, f.id
LIMIT 100
