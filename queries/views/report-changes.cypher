// 看：两期报告之间变了什么
// View: what changed between two reports
// ---
// about:
//   zh: 前后两份报告和它们提到的项目，中间的小圆是原句。连着两份报告的是两期都说到的；只连前一份的，后一份没有再提；只连后一份的是新的。不给报告则取同一地区最近的两份；没有这样的地区则取最近的两份。
//   en: Two reports and the projects they name, by the sentences (small circles) between. Tied to both, told of twice; to the earlier alone, gone silent; to the later alone, new. Without names, the last two of one region, or else the last two.
// parameters:
//   earlier: {type: text, zh: 前一份报告的名称（文件名或标题）, en: "the earlier report, by file name or title"}
//   later: {type: text, zh: 后一份报告的名称（文件名或标题）, en: "the later report, by file name or title"}
//   limit: {type: integer, default: 250, zh: 最多路径数, en: most paths}
// ---
WITH {earlier: null, later: null} AS p  // ← 改这里，如 earlier: '2022年总结', later: '2023年总结'
MATCH (b:Document)-[:REPORTS_ON]->(r:Region)
WHERE p.later IS NULL OR p.later IN [b.name, b.title, substring(b.id, 9)]
WITH p, b, r, EXISTS { MATCH (r)<-[:REPORTS_ON]-(d:Document) WHERE d.until < b.until } AS again
ORDER BY again DESC, b.until DESC, b.id LIMIT 1
MATCH (a:Document)-[:REPORTS_ON]->(s:Region)
WHERE a.until < b.until AND (p.earlier IS NULL OR p.earlier IN [a.name, a.title, substring(a.id, 9)])
WITH a, b, s = r AS same ORDER BY same DESC, a.until DESC, a.id LIMIT 1
UNWIND [a, b] AS d
MATCH (d:Document)<-[:IN_DOCUMENT]-(t:Passage)-[:MENTIONS]->(x:Project)
WITH d, x, t ORDER BY t.start, t.id
WITH d, x, head(collect(t)) AS t
MATCH path = (d:Document)<-[:IN_DOCUMENT]-(t:Passage)-[:MENTIONS]->(x:Project)
RETURN path
ORDER BY x.name, x.id, d.until, t.id
LIMIT 250
