// 原文出处：一个实体在哪些原文里出现
// Mentions: in which sentences an entity is named
// ---
// about:
//   zh: 一行是一处原文。活动系列的名称给出其各届的原文。按文档和位置排列。
//   en: One row is one passage. The name of a series of events gives the passages of all its editions. In order of document and place.
// parameters:
//   entity: {type: text, default: 东博会, zh: 实体的名称、原文名称、别名或活动系列名, en: "an entity's caption, said name or alias, or the name of a series of events"}
//   region: {type: text, zh: 只要关于此地区（含下级）的报告, en: only reports on this region or its sub-regions}
//   since: {type: date, zh: 只要期末在此日及以后的报告, en: only reports that end on or after this day}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   document: {type: text, zh: 文档, en: document, about: {zh: 文档的文件名（不含后缀）, en: "the document, by its file's stem"}}
//   start: {type: integer, zh: 起始字符, en: start, about: {zh: 段落在文档文字中的起点, en: "offset of the passage into the document's text"}}
//   quote: {type: text, zh: 原文, en: quote, about: {zh: 原文, en: the words of the passage}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 段落标识, en: id of the passage}}
// ---
WITH {entity: '东博会', region: null, since: null} AS p  // ← 改这里
MATCH (d:Document)<-[:IN_DOCUMENT]-(g:Passage)-[:MENTIONS]->(e:Region|Park|Company|Organization|Chain|Project|Event|Policy)
WHERE (p.entity IN [e.name, e.said_name] OR p.entity IN coalesce(e.aliases, [])
    OR EXISTS { MATCH (e)-[:EDITION_OF]->(:Series {name: p.entity}) })
  AND (p.region IS NULL OR EXISTS {
    MATCH (d)-[:REPORTS_ON]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(d.until), '9999') >= p.since)
WITH DISTINCT d, g
RETURN replace(d.id, 'Document/', '') AS document, g.start AS start, g.text AS quote, [g.id] AS evidence
ORDER BY document, start, g.id
LIMIT 100
