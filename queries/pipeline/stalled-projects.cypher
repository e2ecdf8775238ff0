// 停滞、停工、终止的项目：哪些项目停了，为什么
// Stalled projects: which projects have stalled or were terminated, and why
// ---
// about:
//   zh: 一行是一个现处停滞或终止阶段的项目；停后又有更后记载的不算。实质进展不快是堵点，不是停滞。最近停的在前。
//   en: One row is one project whose stage now is stalled or terminated; one that moved on later is left out. Slow progress is a blocker, no stall. The latest come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要此日及以后停的；无日期的看最近报告的期末, en: "stopped on or after this day; without a date, the end of the last report counts"}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   min_investment: {type: number, zh: 总投资不低于（元）；未知的不计入, en: total investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   project: {type: text, zh: 项目, en: project, about: {zh: 项目名称, en: name of the project}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在的最小地区, en: the narrowest region said}}
//   stage: {type: code, codes: stages, zh: 阶段, en: stage, about: {zh: 停滞或终止, en: stalled or terminated}}
//   date: {type: date, zh: 日期, en: date, about: {zh: 最早的停滞或终止日期，可能只到年或月, en: "the earliest date said of it, maybe a year or month only"}}
//   reason: {type: list, codes: blockers, zh: 原因, en: reason, about: {zh: 所说的受阻类别, en: the categories of difficulty said of it}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Project)-[s:REACHED]->(o:Stage)
WHERE x.stage IN ['stalled', 'terminated'] AND o.code = x.stage
  AND (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.chain IS NULL OR EXISTS {
    MATCH (x)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
  AND (p.min_investment IS NULL OR x.investment >= p.min_investment)
WITH p, x, min(toString(s.from) + toString(s.until) + s.date) AS dated
WITH p, x, coalesce(substring(dated, 20), 'unsaid') AS date,
  CASE WHEN dated IS NULL THEN coalesce(toString(x.last_said), '9999') ELSE substring(dated, 10, 10) END AS last
WHERE p.since IS NULL OR last >= p.since
RETURN x.name AS project,
  COLLECT { MATCH (x)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  x.stage AS stage,
  date,
  COLLECT { MATCH (x)-[:BLOCKED_BY]->(b:Blocker) RETURN DISTINCT b.code AS code ORDER BY code } AS reason,
  COLLECT {
    MATCH (x)-[s:REACHED|BLOCKED_BY]->(o:Stage|Blocker)
    WHERE o:Blocker OR o.code = x.stage
    UNWIND coalesce(s.passages, []) AS passage
    RETURN DISTINCT passage ORDER BY passage
  } AS evidence
ORDER BY CASE date WHEN 'unsaid' THEN '' ELSE last END DESC, project, x.id
LIMIT 100
