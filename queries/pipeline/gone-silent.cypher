// 销声匿迹的项目：以前的报告有、后来的报告不再提
// Gone silent: projects that an earlier report names and no later report of the region does
// ---
// about:
//   zh: 一行是一个项目：提到它的最后一份报告之后，同一地区还有更晚的报告，却都没有提到它。时期不明的报告不计。被遮蔽的名称在别的报告里认不出来，不列。后来的报告最多的在前。
//   en: One row is one project that no report of its region names after the last one that did, though there are later ones. Reports without a period do not count; masked names cannot be recognised in another report and are left out. The most later reports come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到过的, en: only projects last named in a report that ends on or after this day}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   min_investment: {type: number, zh: 总投资不低于（元）；未知的不计入, en: total investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   project: {type: text, zh: 项目, en: project, about: {zh: 项目名称, en: name of the project}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在的最小地区, en: the narrowest region said}}
//   last_report: {type: list, zh: 最后提到的报告, en: last report, about: {zh: 最后提到它的报告（文件名，不含后缀）, en: "the last report that names it, by its file's stem"}}
//   last_stage: {type: code, codes: stages, zh: 最后的阶段, en: last stage, about: {zh: 已达到的最远阶段, en: the furthest stage reached}}
//   reports_since: {type: integer, zh: 此后报告, en: reports since, about: {zh: 同一地区此后未提到它的报告数, en: "later reports of the same region, none of which names it"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Project)
WHERE (NOT x.masked OR size(x.documents) > 1)
  AND (p.since IS NULL OR toString(x.last_said) >= p.since)
  AND (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.chain IS NULL OR EXISTS {
    MATCH (x)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
  AND (p.min_investment IS NULL OR x.investment >= p.min_investment)
UNWIND x.documents AS stem
MATCH (d:Document {id: 'Document/' + stem})-[:REPORTS_ON]->(:Region)<-[:REPORTS_ON]-(l:Document)
WHERE l.until > x.last_said
WITH x, count(DISTINCT l) AS reports_since, coalesce(x.stage, 'unsaid') AS last_stage,
  COLLECT {
    UNWIND x.documents AS report
    MATCH (e:Document {id: 'Document/' + report}) WHERE e.until = x.last_said
    RETURN DISTINCT report ORDER BY report
  } AS last_report,
  COLLECT {
    MATCH (x)-[s:REACHED]->(o:Stage) WHERE o.code = x.stage
    UNWIND coalesce(s.passages, []) AS passage
    RETURN DISTINCT passage ORDER BY passage
  } AS said
RETURN x.name AS project,
  COLLECT { MATCH (x)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  last_report,
  last_stage,
  reports_since,
  CASE WHEN size(said) > 0 THEN said
       ELSE COLLECT { MATCH (g:Passage)-[:MENTIONS]->(x) RETURN DISTINCT g.id AS passage ORDER BY passage } END AS evidence
ORDER BY reports_since DESC, project, x.id
LIMIT 100
