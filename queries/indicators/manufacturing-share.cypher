// 新签约制造业占比及其构成
// Share of manufacturing in newly signed projects, and what it is made of
// ---
// about:
//   zh: 一行是一个地区一个时期的新签约项目制造业占比。目标取期限包含该时期的。计入的是报告所说的制造业项目数和投资额；未计入的是说了不计入这一指标的项目。
//   en: One row is the share of manufacturing in the newly signed projects of one region and period. The target is that of a period that holds it. Counted is what the reports say of manufacturing projects and their investment; not counted are the projects said to be left out of this indicator.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的数字, en: only figures whose period ends on or after this day}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   region: {type: text, zh: 地区, en: region, about: {zh: 地区名称, en: name of the region}}
//   period: {type: text, zh: 时期, en: period, about: {zh: 时期的规范写法, en: the period in normal form}}
//   share: {type: number, zh: 占比（%）, en: share (%), about: {zh: 报告所说的占比, en: the share as reported}}
//   target: {type: number, zh: 目标（%）, en: target (%), about: {zh: 目标占比, en: the share aimed at}}
//   counted: {type: figures, zh: 计入, en: counted, about: {zh: 报告所说的制造业项目数和投资额, en: manufacturing projects and their investment as reported}}
//   not_counted: {type: list, zh: 未计入, en: not counted, about: {zh: 说了不计入的项目, en: projects said to be left out}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Region)-[:HAS_FIGURE]->(g:Figure {measure: 'share'})-[:OF_INDICATOR]->(i:Indicator {code: 'newly_signed_manufacturing_share'})
WHERE (p.region IS NULL OR EXISTS { MATCH (x)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(g.until), '9999') >= p.since)
WITH x, i, coalesce(g.period, 'unsaid') AS period, g.from AS first, g.until AS last, collect(DISTINCT g) AS figures
WITH x, i, period, figures, [g IN figures WHERE g.value IS NOT NULL | g.value] AS shares,
  COLLECT {
    MATCH (x)-[:HAS_TARGET]->(t:Figure {measure: 'share'})-[:OF_INDICATOR]->(i)
    WHERE t.from <= first AND t.until >= last RETURN DISTINCT t
  } AS targets,
  COLLECT {
    MATCH (x)-[:HAS_FIGURE]->(c:Figure)-[:OF_INDICATOR]->(o:Indicator)
    WHERE o.code IN ['newly_signed_manufacturing_investment', 'newly_signed_manufacturing_projects']
      AND c.measure IN ['level', 'count'] AND coalesce(c.period, 'unsaid') = period
    RETURN DISTINCT c
  } AS counts,
  COLLECT {
    MATCH (o:Project)-[:NOT_COUNTED_IN]->(i) WHERE EXISTS { MATCH (o)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(x) }
    RETURN DISTINCT o
  } AS outside
WITH x, i, period, figures, shares, targets, counts, outside, [t IN targets WHERE t.value IS NOT NULL | t.value] AS goals
RETURN x.name AS region,
  period,
  CASE WHEN any(n IN shares WHERE n <> shares[0]) THEN 'disputed' ELSE coalesce(shares[0], 'masked') END AS share,
  CASE WHEN any(n IN goals WHERE n <> goals[0]) THEN 'disputed' WHEN size(goals) > 0 THEN goals[0]
       WHEN size(targets) > 0 THEN 'masked' ELSE 'unsaid' END AS target,
  CASE WHEN size(counts) = 0 THEN ['unsaid'] ELSE COLLECT {
    UNWIND counts AS c MATCH (c)-[:OF_INDICATOR]->(o:Indicator)
    RETURN DISTINCT o.name + ' ' + CASE c.state WHEN 'masked' THEN 'masked' ELSE c.name END AS figure ORDER BY figure } END AS counted,
  [o IN outside | o.name] AS not_counted,
  COLLECT {
    UNWIND figures + targets + counts AS o UNWIND coalesce(o.passages, []) AS passage RETURN passage
    UNION
    UNWIND outside AS o MATCH (o)-[s:NOT_COUNTED_IN]->(i) UNWIND coalesce(s.passages, []) AS passage RETURN passage
  } AS evidence
ORDER BY region, period, x.id
LIMIT 100
