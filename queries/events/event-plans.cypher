// 下届活动拟签约什么：节会活动上计划签约的项目与目标
// Plans for events: what is to be signed at coming fairs and festivals
// ---
// about:
//   zh: 一行是一次有名称的活动上计划签约的一个项目，或一个目标数。没有活动名称的外出计划不列。期限近的在前。
//   en: One row is one project that is to be signed at a named event, or one target of it. Plans without a named event are left out. The nearest deadline comes first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期限在此日及以后的；无期限的都列, en: only what is due on or after this day; what has no date stays}
//   chain: {type: text, zh: 只要此产业链的项目, en: only projects of this chain}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   event: {type: text, zh: 活动, en: event, about: {zh: 节会活动名称, en: name of the event}}
//   project_or_goal: {type: figures, zh: 项目或目标, en: project or goal, about: {zh: 拟签约的项目，或活动的目标数, en: "the project to be signed, or a target of the event"}}
//   due: {type: date, zh: 期限, en: due, about: {zh: 计划或活动期限的最后一天, en: "the last day of the plan, else of the event"}}
//   status: {type: code, codes: {planned: {zh: 计划, en: planned}, met: {zh: 已兑现, en: met}}, zh: 状态, en: status, about: {zh: 项目已在该活动签约、或所说的实际数达到目标的为已兑现, en: "met where the project was signed there, or a figure said reaches the target"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (e:Event)-[s:PLANNED_SIGNED_AT|HAS_TARGET]-(o:Project|Figure)
WHERE (p.region IS NULL OR EXISTS {
    MATCH (e)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.chain IS NULL OR EXISTS {
    MATCH (o)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
OPTIONAL MATCH (o)-[:OF_INDICATOR]->(i:Indicator)
WITH p, e, s, o, i, toString(coalesce(s.until, CASE WHEN o:Figure THEN o.until END, e.until)) AS last
WHERE p.since IS NULL OR last IS NULL OR last >= p.since
RETURN e.name AS event,
  [CASE WHEN i IS NULL THEN o.name ELSE i.name + ' ' + CASE o.state WHEN 'masked' THEN 'masked' ELSE o.name END END] AS project_or_goal,
  coalesce(last, 'unsaid') AS due,
  CASE WHEN EXISTS { MATCH (o)-[:SIGNED_AT]->(e) } THEN 'met'
       WHEN EXISTS {
         MATCH (e)-[:HAS_FIGURE]->(g:Figure)-[:OF_INDICATOR]->(i)
         WHERE g.measure = o.measure AND g.unit = o.unit AND g.value >= o.value } THEN 'met'
       ELSE 'planned' END AS status,
  COLLECT {
    UNWIND coalesce(s.passages, o.passages, []) AS passage
    RETURN DISTINCT passage ORDER BY passage
  } AS evidence
ORDER BY coalesce(last, '9999'), event, coalesce(i.name, o.name), o.name, e.id, o.id
LIMIT 100
