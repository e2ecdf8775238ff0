// 培育企业：拟上规、拟认定的企业，到期与否、兑现与否
// Companies to cultivate: firms meant to be above scale or to get a designation, and whether they did
// ---
// about:
//   zh: 一行是一家企业的一个培育目标和期限。有达到的记载为已兑现；说没有达到的为未兑现；期限未到为未到期；其余为未说明。期限近的在前。
//   en: One row is one firm, one goal and its due date. Met where it is said to be reached, failed where it is said not to be, not yet due before the due date, else unsaid. The earliest due come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   as_of: {type: date, zh: 判断到期的日期，默认今天, en: the day that due dates are held against; today by default}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的企业, en: only firms that a report ending on or after this day names}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   company: {type: text, zh: 企业, en: company, about: {zh: 企业名称, en: name of the firm}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在或所属报告的地区, en: "where it is said to be, else the regions its reports are about"}}
//   goal: {type: code, codes: [stages, designations], zh: 目标, en: goal, about: {zh: 上规或拟得到的认定, en: above scale or the designation aimed at}}
//   due: {type: date, zh: 期限, en: due, about: {zh: 期限的最后一天, en: last day of what is said as due date}}
//   met: {type: code, codes: {met: {zh: 已兑现, en: met}, failed: {zh: 未兑现, en: failed}}, zh: 兑现, en: met, about: {zh: 是否已达到, en: whether it was reached}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, as_of: null, since: null, chain: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (f:Company)-[s:PLANNED|PLANNED_DESIGNATED]->(g:Stage|Designation)
WHERE (g:Designation OR g.code = 'above_scale')
  AND (p.region IS NULL OR EXISTS {
    MATCH (f)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(f.last_said), '9999') >= p.since)
  AND (p.chain IS NULL OR EXISTS {
    MATCH (f)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
WITH p, f, g, toString(s.until) AS until, collect(coalesce(s.passages, [])) AS said
RETURN f.name AS company,
  COLLECT { MATCH (f)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  g.code AS goal,
  coalesce(until, 'unsaid') AS due,
  CASE WHEN EXISTS { MATCH (f)-[:REACHED|DESIGNATED]->(g) } THEN 'met'
       WHEN EXISTS { MATCH (f)-[:FAILED|FAILED_DESIGNATED]->(g) } THEN 'failed'
       WHEN until > coalesce(p.as_of, toString(date())) THEN 'not_due'
       ELSE 'unsaid' END AS met,
  COLLECT {
    UNWIND said AS passages UNWIND passages AS passage RETURN passage
    UNION
    MATCH (f)-[r:REACHED|DESIGNATED|FAILED|FAILED_DESIGNATED]->(g)
    UNWIND coalesce(r.passages, []) AS passage
    RETURN passage
  } AS evidence
ORDER BY due, company, f.id, g.id
LIMIT 100
