// 逾期未兑现：计划节点已过而无实现记录
// Slipped commitments: a planned stage is due and nothing says that it was reached
// ---
// about:
//   zh: 一行是一个项目、企业或园区的一个计划阶段。期限只到年、月的按最后一天算；已达到该阶段或更后阶段（上规须另有记载）的不列。逾期最久的在前。
//   en: One row is one planned stage of one project, firm or park. A year or month is due on its last day; what reached that stage or a later one is left out (above scale needs a record of its own). The longest overdue come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   as_of: {type: date, zh: 截至日期，默认今天, en: the day that the delay is counted to; today by default}
//   since: {type: date, zh: 只要期限在此日及以后的, en: only what was due on or after this day}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   subject: {type: text, zh: 对象, en: subject, about: {zh: 项目、企业或园区, en: "the project, firm or park"}}
//   planned_stage: {type: code, codes: stages, zh: 计划阶段, en: planned stage, about: {zh: 计划达到的阶段, en: the stage that was planned}}
//   due: {type: date, zh: 期限, en: due, about: {zh: 最早已过的期限，期限内的最后一天, en: "the earliest deadline that has passed, its last day"}}
//   days_late: {type: integer, zh: 逾期天数, en: days late, about: {zh: 从期限到 as_of 的天数, en: days from the deadline to as_of}}
//   latest_stage: {type: code, codes: stages, zh: 现阶段, en: latest stage, about: {zh: 已达到的最远阶段；停滞、终止、退库优先, en: "the furthest stage reached; stalled, terminated or delisted come before it"}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在的最小地区, en: the narrowest region said}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, as_of: null, since: null, chain: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Project|Park|Company)-[s:PLANNED]->(o:Stage)
WITH p, x, o, s, coalesce(p.as_of, toString(date())) AS today
WHERE toString(s.until) < today AND (p.since IS NULL OR toString(s.until) >= p.since)
  AND NOT EXISTS {
    MATCH (x)-[:REACHED]->(done:Stage)
    WHERE done = o OR (done.order > o.order AND o.code <> 'above_scale') }
  AND (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.chain IS NULL OR EXISTS {
    MATCH (x)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
WITH x, o, today, min(toString(s.until)) AS due,
  COLLECT { MATCH (x)-[:REACHED]->(r:Stage) RETURN DISTINCT r ORDER BY coalesce(r.order, 99) DESC, r.code DESC } AS reached
WITH x, o, due, duration.inDays(date(due), date(today)).days AS days_late,
  CASE WHEN x.stage IS NOT NULL THEN x.stage WHEN size(reached) = 0 THEN 'unsaid' ELSE reached[0].code END AS latest_stage
RETURN x.name AS subject,
  o.code AS planned_stage,
  due,
  days_late,
  latest_stage,
  COLLECT { MATCH (x)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  COLLECT {
    MATCH (x)-[s:PLANNED|REACHED]->(r:Stage)
    WHERE CASE type(s) WHEN 'PLANNED' THEN r = o ELSE r.code = latest_stage END
    UNWIND coalesce(s.passages, []) AS passage
    RETURN DISTINCT passage ORDER BY passage
  } AS evidence
ORDER BY days_late DESC, subject, planned_stage, x.id
LIMIT 100
