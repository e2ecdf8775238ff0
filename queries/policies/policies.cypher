// 各地政策：各地出台、起草了哪些政策
// Policies: which documents the regions issued or are drafting
// ---
// about:
//   zh: 一行是一份政策文件。有出台记载的为已出台，否则起草、拟出台，否则说没有出台的，否则未说明。
//   en: "One row is one policy document: issued where it is said to be, else planned, else said not to be, else unsaid."
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的政策, en: only policies that a report ending on or after this day names}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   region: {type: list, zh: 地区, en: region, about: {zh: 出台的地区或机构，未说明的为报告的地区, en: "the region or body that issued it, else the regions its reports are about"}}
//   policy: {type: text, zh: 政策, en: policy, about: {zh: 文件名称, en: title of the document}}
//   status: {type: code, codes: {issued: {zh: 已出台, en: issued}, planned: {zh: 拟出台, en: planned}, failed: {zh: 未出台, en: not issued}}, zh: 状态, en: status, about: {zh: 是否已出台, en: whether it was issued}}
//   document: {type: list, zh: 文档, en: document, about: {zh: 说到它的文档, en: the documents that name it}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (o:Policy)
WHERE (p.region IS NULL OR EXISTS {
    MATCH (o)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] }
    OR EXISTS { MATCH (o)<-[:ISSUED|PLANNED_ISSUED|FAILED_ISSUED]-(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(o.last_said), '9999') >= p.since)
WITH o,
  COLLECT { MATCH (w:Region|Organization)-[:ISSUED|PLANNED_ISSUED|FAILED_ISSUED]->(o) RETURN DISTINCT w.name AS name ORDER BY name } AS who,
  COLLECT {
    MATCH (:Region|Organization)-[s:ISSUED|PLANNED_ISSUED|FAILED_ISSUED]->(o)
    UNWIND coalesce(s.passages, []) AS passage RETURN DISTINCT passage
  } AS said
RETURN CASE WHEN size(who) > 0 THEN who ELSE COLLECT { MATCH (o)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } END AS region,
  o.name AS policy,
  CASE WHEN EXISTS { MATCH (:Region|Organization)-[:ISSUED]->(o) } THEN 'issued'
       WHEN EXISTS { MATCH (:Region|Organization)-[:PLANNED_ISSUED]->(o) } THEN 'planned'
       WHEN EXISTS { MATCH (:Region|Organization)-[:FAILED_ISSUED]->(o) } THEN 'failed'
       ELSE 'unsaid' END AS status,
  coalesce(o.documents, []) AS document,
  CASE WHEN size(said) > 0 THEN said
       ELSE COLLECT { MATCH (g:Passage)-[:MENTIONS]->(o) RETURN DISTINCT g.id AS passage } END AS evidence
ORDER BY CASE status WHEN 'issued' THEN 0 WHEN 'planned' THEN 1 WHEN 'failed' THEN 2 ELSE 3 END, policy, o.id
LIMIT 100
