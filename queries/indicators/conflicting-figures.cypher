// 数字打架：同一指标同一时期有不同的数字
// Conflicting figures: one indicator of one period said with different numbers
// ---
// about:
//   zh: 一行是一个主体一个指标一个时期的两个以上不同的数，单位相同，出自不同的句子（一句里的两个数是区间，不算）。没有时期的、被遮蔽的不比。
//   en: "One row is two or more numbers of one subject, indicator and period, in one unit and from different sentences: two numbers in one sentence are a range. Figures without a period and masked ones are not compared."
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的数字, en: only figures whose period ends on or after this day}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   region: {type: text, zh: 地区, en: region, about: {zh: "地区；数字说的是园区、企业等的，是其名称", en: "the region, or the park, firm or other subject that the figure is of"}}
//   indicator: {type: text, zh: 指标, en: indicator, about: {zh: "指标；括号内是度量：yoy 同比，share 占比，completion 完成率，target 目标，forecast 预计", en: "indicator, with measure and kind in brackets: yoy, share, completion, target, forecast"}}
//   period: {type: text, zh: 时期, en: period, about: {zh: 时期的规范写法, en: the period in normal form}}
//   values: {type: list, zh: 数值, en: values, about: {zh: 各个不同的数, en: the numbers that differ}}
//   documents: {type: list, zh: 文档, en: documents, about: {zh: 说这些数的文档, en: the documents that say them}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Region|Park|Chain|Company|Event|Organization)-[h:HAS_FIGURE|HAS_TARGET|HAS_FORECAST]->(g:Figure)-[:OF_INDICATOR]->(i:Indicator)
WHERE g.value IS NOT NULL AND g.period IS NOT NULL
  AND (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR toString(g.until) >= p.since)
WITH x, i, type(h) AS has, g.measure AS measure, g.period AS period, coalesce(g.unit, '') AS unit, collect(DISTINCT g) AS figures
WHERE any(a IN figures WHERE any(b IN figures WHERE a.value <> b.value
      AND none(one IN coalesce(a.passages, []) WHERE one IN coalesce(b.passages, []))))
RETURN x.name AS region,
  i.name + CASE WHEN measure IN ['yoy', 'share', 'completion'] THEN ' (' + measure + ')' ELSE '' END
         + CASE has WHEN 'HAS_TARGET' THEN ' (target)' WHEN 'HAS_FORECAST' THEN ' (forecast)' ELSE '' END AS indicator,
  period,
  [g IN figures | g.name] AS values,
  COLLECT { UNWIND figures AS g UNWIND g.documents AS document RETURN DISTINCT document ORDER BY document } AS documents,
  COLLECT { UNWIND figures AS g UNWIND coalesce(g.passages, []) AS passage RETURN DISTINCT passage ORDER BY passage } AS evidence
ORDER BY region, indicator, period, unit, x.id, i.id
LIMIT 100
