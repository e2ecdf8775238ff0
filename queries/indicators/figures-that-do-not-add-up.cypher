// 勾稽不符：合计、占比、完成率、同比算不拢的数字
// Figures that do not add up: sums, shares, completion and growth that their parts do not give
// ---
// about:
//   zh: 一行是一个说出的数，用同一主体的其他数（同一份或别的报告里的）算出来与它不符：占比按指标的公式，合计按各部分之和，完成率按实际与目标之比，同比按上年同期。百分数差半个百分点再加百分之一以内、合计差千分之五以内算相符；有一种算法相符就不列。几种算法得数不同的，算得为说法不一。
//   en: "One row is a said figure that other figures of its subject, in this report or another, do not give: a share by the indicator's formula, a sum by its parts, a completion by actual and target, growth by the year before. Percentages agree within half a point and one in a hundred, sums within five in a thousand; where one reckoning agrees there is no row. Disputed where several give different numbers."
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的数字, en: only figures whose period ends on or after this day}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   region: {type: text, zh: 地区, en: region, about: {zh: "地区；数字说的是园区、企业等的，是其名称", en: "the region, or the park, firm or other subject that the figure is of"}}
//   indicator: {type: text, zh: 指标, en: indicator, about: {zh: "指标；括号内是度量：yoy 同比，share 占比，completion 完成率", en: "indicator, with the measure in brackets: yoy, share or completion"}}
//   period: {type: text, zh: 时期, en: period, about: {zh: 时期的规范写法, en: the period in normal form}}
//   said: {type: number, zh: 所说, en: said, about: {zh: 报告所说的数, en: the number as reported}}
//   computed: {type: number, zh: 算得, en: computed, about: {zh: 用其他数算出来的, en: what the other figures give}}
//   from: {type: list, zh: 算式, en: from, about: {zh: 算式, en: the arithmetic}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Region|Park|Chain|Company|Event|Organization)-[h:HAS_FIGURE|HAS_FORECAST]->(g:Figure)-[:OF_INDICATOR]->(i:Indicator)
WHERE g.value IS NOT NULL AND g.period IS NOT NULL
  AND (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR toString(g.until) >= p.since)
WITH DISTINCT x, g, i, type(h) AS has
WITH x, g, i, has,
  COLLECT {  // quotients: this figure should be 100 × a / b (growth: less 100)
    MATCH (x)-[k:HAS_FIGURE|HAS_FORECAST]->(a:Figure)-[:OF_INDICATOR]->(n:Indicator {code: i.dividend})
    MATCH (x)-[l:HAS_FIGURE|HAS_FORECAST]->(b:Figure)-[:OF_INDICATOR]->(d:Indicator {code: i.divisor})
    WHERE g.measure = 'share' AND type(k) = has AND type(l) = has AND a.period = g.period AND b.period = g.period
    RETURN {a: a, b: b, less: 0, text: n.name + ' ' + a.name + ' / ' + d.name + ' ' + b.name} AS found
    UNION
    MATCH (x)-[k:HAS_FIGURE|HAS_FORECAST]->(a:Figure)-[:OF_INDICATOR]->(i)
    MATCH (x)-[:HAS_FIGURE]->(b:Figure)-[:OF_INDICATOR]->(i)
    WHERE g.measure = 'yoy' AND g.unit = '%' AND type(k) = has AND a.period = g.period
      AND toInteger(left(b.from, 4)) + 1 = toInteger(left(g.from, 4)) AND substring(b.from, 5, 2) = substring(g.from, 5, 2)
      AND toInteger(left(b.until, 4)) + 1 = toInteger(left(g.until, 4)) AND substring(b.until, 5, 2) = substring(g.until, 5, 2)
    RETURN {a: a, b: b, less: 100, text: a.name + ' (' + a.period + ') / ' + b.name + ' (' + b.period + ') - 1'} AS found
    UNION
    MATCH (x)-[k:HAS_FIGURE|HAS_FORECAST]->(a:Figure)-[:OF_INDICATOR]->(i)
    MATCH (x)-[:HAS_TARGET]->(b:Figure)-[:OF_INDICATOR]->(i)
    WHERE g.measure = 'completion' AND g.unit = '%' AND type(k) = has AND a.period = g.period AND b.from = g.from AND b.until >= g.until
    RETURN {a: a, b: b, less: 0, text: a.name + ' / ' + b.name + ' (' + b.period + ')'} AS found
  } AS quotients,
  COLLECT {  // parts of a sum
    UNWIND i.summands AS summand
    MATCH (x)-[k:HAS_FIGURE|HAS_FORECAST]->(a:Figure)-[:OF_INDICATOR]->(o:Indicator {code: summand})
    WHERE g.measure IN ['level', 'count'] AND a.measure IN ['level', 'count'] AND type(k) = has AND a.value IS NOT NULL
      AND a.period = g.period AND coalesce(a.unit, '') = coalesce(g.unit, '')
    RETURN DISTINCT {a: a, code: summand, text: o.name + ' ' + a.name} AS part
  } AS parts
WITH x, g, i, has, parts, [q IN quotients
    WHERE q.a.measure IN ['level', 'count'] AND q.b.measure IN ['level', 'count'] AND q.a.value IS NOT NULL AND q.b.value > 0
      AND coalesce(q.a.unit, '') = coalesce(q.b.unit, '')
    | {a: q.a, b: q.b, text: q.text, value: 100.0 * q.a.value / q.b.value - q.less}] AS quotients
WITH x, g, i, quotients, parts, size(i.summands) = size(parts)
    AND all(code IN i.summands WHERE any(one IN parts WHERE one.code = code)) AS whole,
  reduce(total = 0.0, one IN parts | total + one.a.value) AS total
WHERE (size(quotients) > 0 AND none(q IN quotients WHERE abs(q.value - g.value) <= 0.5 + abs(q.value) / 100.0))
   OR (whole AND abs(total - g.value) > 0.005 * abs(g.value))
WITH x, g, i, quotients, parts, total, COLLECT { UNWIND parts AS one RETURN one.text AS text ORDER BY text } AS sums,
  [q IN quotients | floor(q.value * 100 + 0.5) / 100] AS values
RETURN x.name AS region,
  i.name + CASE WHEN g.measure IN ['yoy', 'share', 'completion'] THEN ' (' + g.measure + ')' ELSE '' END AS indicator,
  g.period AS period,
  g.value AS said,
  CASE WHEN size(values) = 0 THEN total WHEN any(n IN values WHERE n <> values[0]) THEN 'disputed' ELSE values[0] END AS computed,
  CASE WHEN size(quotients) > 0 THEN [q IN quotients | q.text]
       ELSE [reduce(text = '', one IN sums | text + CASE text WHEN '' THEN '' ELSE ' + ' END + one)] END AS from,
  COLLECT {
    UNWIND [g] + [q IN quotients | q.a] + [q IN quotients | q.b] + CASE WHEN size(quotients) > 0 THEN [] ELSE [one IN parts | one.a] END AS o
    UNWIND coalesce(o.passages, []) AS passage RETURN DISTINCT passage ORDER BY passage
  } AS evidence
ORDER BY region, indicator, period, g.id
LIMIT 100
