// 落后于时序进度的指标：目标完成得比时间慢的
// Targets behind schedule: what is reached more slowly than time goes by
// ---
// about:
//   zh: 一行是一个目标，对着同一指标从目标期初起、期末最晚的数（该时期没有实际数的用预计数）。时序进度按月计，到这个数的期末。数额、个数看完成率与时序进度之差，增速、占比看实际与目标之差（百分点）；越低越好的指标反过来看。没有可比的数、目标被遮蔽或不大于零的不列。差得最多的在前。
//   en: "One row is one target, held against the latest figure of the same indicator that begins with the target's period; its forecast where that period has no actual. Time progress is in months, to the end of that figure. Counts and amounts: completion less time progress; growth rates and shares: actual less target, in points; the other way round where lower is better. Masked targets, targets of zero or less and those without a figure have no row. The furthest behind come first."
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的数字, en: only figures whose period ends on or after this day}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   region: {type: text, zh: 地区, en: region, about: {zh: "地区；数字说的是园区、企业等的，是其名称", en: "the region, or the park, firm or other subject that the figure is of"}}
//   indicator: {type: text, zh: 指标, en: indicator, about: {zh: "指标；括号内是度量：yoy 同比，share 占比，completion 完成率", en: "indicator, with the measure in brackets: yoy, share or completion"}}
//   period: {type: text, zh: 时期, en: period, about: {zh: 目标的时期, en: the target's period}}
//   target: {type: number, zh: 目标, en: target, about: {zh: 目标数, en: the number aimed at}}
//   actual: {type: number, zh: 实际, en: actual, about: {zh: 最近的实际数，没有则预计数, en: "the latest actual number, else the forecast"}}
//   completion: {type: number, zh: 完成率（%）, en: completion (%), about: {zh: 实际占目标的比例；增速、占比没有完成率, en: actual as a part of the target; a rate has none}}
//   time_progress: {type: number, zh: 时序进度（%）, en: time progress (%), about: {zh: 目标期已过的月份所占比例, en: months gone by of those of the target's period}}
//   gap: {type: number, zh: 差距（百分点）, en: gap (points), about: {zh: 负数为落后, en: negative is behind}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Region|Park|Chain|Company|Event|Organization)-[:HAS_TARGET]->(t:Figure)-[:OF_INDICATOR]->(i:Indicator)
WHERE t.value IS NOT NULL AND t.period IS NOT NULL AND t.measure IN ['level', 'count', 'yoy', 'share']
  AND (t.measure IN ['yoy', 'share'] OR t.value > 0)
  AND (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
WITH DISTINCT p, x, t, i
MATCH (x:Region|Park|Chain|Company|Event|Organization)-[h:HAS_FIGURE|HAS_FORECAST]->(g:Figure {measure: t.measure})-[:OF_INDICATOR]->(i)
WHERE g.value IS NOT NULL AND g.from = t.from AND g.until <= t.until AND coalesce(g.unit, '') = coalesce(t.unit, '')
  AND (p.since IS NULL OR toString(g.until) >= p.since)
WITH x, t, i, g, min(CASE type(h) WHEN 'HAS_FIGURE' THEN 0 ELSE 1 END) AS second
WITH x, t, i, collect({g: g, second: second}) AS found
UNWIND found AS one
WITH x, t, i, found, one.g AS g, one.second AS second
WHERE none(other IN found WHERE other.g.until > g.until OR (other.g.until = g.until AND other.second < second))
WITH x, t, i, g,
  toInteger(left(t.from, 4)) * 12 + toInteger(substring(t.from, 5, 2)) - 1 AS first,
  toInteger(left(g.until, 4)) * 12 + toInteger(substring(g.until, 5, 2)) AS last,
  toInteger(left(t.until, 4)) * 12 + toInteger(substring(t.until, 5, 2)) AS end,
  CASE WHEN t.measure IN ['level', 'count'] THEN 100.0 * g.value / t.value END AS done
WITH x, t, i, g, done, 100.0 * (last - first) / (end - first) AS elapsed
WITH x, t, i, g, elapsed, done, coalesce(done - elapsed, g.value - t.value) * CASE i.better WHEN 'down' THEN -1 ELSE 1 END AS ahead
WITH x, t, i, g, elapsed, done, floor(ahead * 100.0 + 0.5) / 100 AS gap
WHERE gap < 0
RETURN x.name AS region,
  i.name + CASE WHEN t.measure IN ['yoy', 'share'] THEN ' (' + t.measure + ')' ELSE '' END AS indicator,
  t.period AS period,
  t.value AS target,
  g.value AS actual,
  coalesce(floor(done * 100 + 0.5) / 100, 'unsaid') AS completion,
  floor(elapsed * 100 + 0.5) / 100 AS time_progress,
  gap,
  COLLECT { UNWIND coalesce(t.passages, []) + coalesce(g.passages, []) AS passage RETURN DISTINCT passage ORDER BY passage } AS evidence
ORDER BY gap, region, indicator, t.id, g.id
LIMIT 100
