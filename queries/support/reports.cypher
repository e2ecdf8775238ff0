// 报告：图中有哪些文档
// Reports: the documents in the graph
// ---
// about:
//   zh: 每个问题都要用的查找：报告、所报告的地区和时期。
//   en: A look-up that every answer needs, the reports with their regions and periods.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   document: {type: text, zh: 文档, en: document, about: {zh: 文档的文件名（不含后缀）, en: "the document, by its file's stem"}}
//   title: {type: text, zh: 标题, en: title, about: {zh: 标题，没有则为文件名, en: "title, else the file's stem"}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 报告的地区, en: the region it reports on}}
//   from: {type: date, zh: 起, en: from, about: {zh: 时期的第一天, en: first day of its period}}
//   until: {type: date, zh: 止, en: until, about: {zh: 时期的最后一天, en: last day of its period}}
// ---
WITH {region: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (d:Document)
WHERE p.region IS NULL OR EXISTS {
    MATCH (d)-[:REPORTS_ON]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] }
RETURN replace(d.id, 'Document/', '') AS document,
  d.name AS title,
  COLLECT { MATCH (d)-[:REPORTS_ON]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  coalesce(toString(d.from), 'unsaid') AS from,
  coalesce(toString(d.until), 'unsaid') AS until
ORDER BY document
LIMIT 100
