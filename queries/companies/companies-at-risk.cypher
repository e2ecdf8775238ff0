// 风险企业：哪些企业停产、停滞、退库，或遇到困难
// Companies at risk: which firms have stopped, stalled or left the statistics, or meet a difficulty
// ---
// about:
//   zh: 一行是一家企业的一类困难；只说停产等而没有说困难的，堵点为未说明。停产、终止、退库的在前。
//   en: One row is one firm and one category of difficulty; unsaid where only a stop is said. Those that stopped, ended or were delisted come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的企业, en: only firms that a report ending on or after this day names}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   company: {type: text, zh: 企业, en: company, about: {zh: 企业名称, en: name of the firm}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在或所属报告的地区, en: "where it is said to be, else the regions its reports are about"}}
//   category: {type: code, codes: blockers, zh: 堵点, en: category, about: {zh: 受阻类别, en: category of difficulty}}
//   stage: {type: code, codes: stages, zh: 阶段, en: stage, about: {zh: 终止、退库、停滞（按此序），否则已达到的最远阶段, en: "terminated, delisted or stalled in this order, else the furthest stage reached"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (f:Company)
WHERE (p.region IS NULL OR EXISTS {
    MATCH (f)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(f.last_said), '9999') >= p.since)
  AND (p.chain IS NULL OR EXISTS {
    MATCH (f)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
WITH f,
  COLLECT { MATCH (f)-[:BLOCKED_BY]->(b:Blocker) RETURN DISTINCT b.code AS code ORDER BY code } AS codes,
  COLLECT { MATCH (f)-[:REACHED]->(s:Stage) WHERE s.order IS NULL RETURN DISTINCT s.code AS code ORDER BY code DESC } AS off,
  COLLECT { MATCH (f)-[:REACHED]->(s:Stage) WHERE s.order IS NOT NULL RETURN s.code AS code ORDER BY s.order DESC LIMIT 1 } AS line
WHERE size(codes) + size(off) > 0
WITH f, off, CASE WHEN size(codes) > 0 THEN codes ELSE ['unsaid'] END AS codes,
  CASE WHEN 'terminated' IN off THEN 'terminated' WHEN 'delisted' IN off THEN 'delisted'
       WHEN 'stalled' IN off THEN 'stalled' ELSE coalesce(line[0], 'unsaid') END AS stage
UNWIND codes AS category
RETURN f.name AS company,
  COLLECT { MATCH (f)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  category,
  stage,
  COLLECT {
    MATCH (f)-[s:BLOCKED_BY|REACHED]->(o:Blocker|Stage)
    WHERE (type(s) = 'BLOCKED_BY' AND o.code = category) OR (type(s) = 'REACHED' AND o.code = stage)
    UNWIND coalesce(s.passages, []) AS passage
    RETURN DISTINCT passage ORDER BY passage
  } AS evidence
ORDER BY CASE WHEN size(off) > 0 THEN 0 ELSE 1 END, company, f.id, category
LIMIT 100
