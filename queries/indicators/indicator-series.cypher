// 指标序列：一个指标的历次数值
// Series of an indicator: its values from period to period
// ---
// about:
//   zh: 一行是一个主体、一个时期、一类（实际、目标、预计）的一个数值；只说同比的，数值为未说明。同一时期数值不同的各占一行。按主体和时期排列。
//   en: One row is one value of one subject, period and kind (actual, target, forecast); unsaid where only the growth is said. Values that differ for one period have a row each. In order of subject and period.
// parameters:
//   indicator: {type: text, default: 新签约项目投资总额, zh: 指标的名称或代码, en: name or code of the indicator}
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的数字, en: only figures whose period ends on or after this day}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   region: {type: text, zh: 地区, en: region, about: {zh: "地区；数字说的是园区、企业等的，是其名称", en: "the region, or the park, firm or other subject that the figure is of"}}
//   period: {type: text, zh: 时期, en: period, about: {zh: 时期的规范写法, en: the period in normal form}}
//   kind: {type: code, codes: {actual: {zh: 实际, en: actual}, target: {zh: 目标, en: target}, forecast: {zh: 预计, en: forecast}}, zh: 类别, en: kind, about: {zh: 实际、目标或预计, en: "actual, target or forecast"}}
//   value: {type: number, zh: 数值, en: value, about: {zh: 原文的数值，金额为元等整数货币单位, en: "the printed number, money in whole units of currency"}}
//   unit: {type: text, zh: 单位, en: unit, about: {zh: 单位, en: unit}}
//   yoy: {type: number, zh: 同比（%）, en: yoy (%), about: {zh: 同一主体、时期、类别的同比, en: "growth over the year before, of the same subject, period and kind"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {indicator: '新签约项目投资总额', region: null, since: null} AS p  // ← 改这里，如 indicator: '实际利用外资'
MATCH (i:Indicator)
WHERE p.indicator IN [i.name, i.code]
MATCH (x:Region|Park|Chain|Company|Event|Organization)-[h:HAS_FIGURE|HAS_TARGET|HAS_FORECAST]->(g:Figure)-[:OF_INDICATOR]->(i)
WHERE g.measure IN ['level', 'count', 'share', 'yoy']
  AND (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(g.until), '9999') >= p.since)
WITH x, i, type(h) AS has, coalesce(g.period, 'unsaid') AS period, coalesce(toString(g.from), '') AS day,
  collect(DISTINCT g) AS figures
WITH x, has, period, day, [g IN figures WHERE g.measure <> 'yoy'] AS values, [g IN figures WHERE g.measure = 'yoy'] AS grown
WITH x, has, period, day, values, grown, [g IN grown WHERE g.value IS NOT NULL | g.value] AS rates
UNWIND CASE WHEN size(values) > 0 THEN values ELSE [null] END AS g
RETURN x.name AS region,
  period,
  CASE has WHEN 'HAS_FIGURE' THEN 'actual' WHEN 'HAS_TARGET' THEN 'target' ELSE 'forecast' END AS kind,
  coalesce(g.value, g.state, 'unsaid') AS value,
  coalesce(g.unit, 'unsaid') AS unit,
  CASE WHEN any(n IN rates WHERE n <> rates[0]) THEN 'disputed'
       WHEN size(rates) > 0 THEN rates[0]
       WHEN size(grown) > 0 THEN 'masked'
       ELSE 'unsaid' END AS yoy,
  COLLECT { UNWIND grown + [o IN [g] WHERE o IS NOT NULL] AS o UNWIND coalesce(o.passages, []) AS passage RETURN DISTINCT passage ORDER BY passage } AS evidence
ORDER BY region, x.id, day, period, kind, g.id
LIMIT 100
