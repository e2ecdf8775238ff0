// 受阻项目清单：哪些项目受阻、卡在什么上
// Blocked projects: which projects meet a difficulty, and of which category
// ---
// about:
//   zh: 一行是一个项目的一类困难。投资最大的在前。
//   en: One row is one project and one category of difficulty. The largest investment comes first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的项目, en: only projects that a report ending on or after this day names}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   min_investment: {type: number, zh: 总投资不低于（元）；未知的不计入, en: total investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   project: {type: text, zh: 项目, en: project, about: {zh: 项目名称, en: name of the project}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在的最小地区, en: the narrowest region said}}
//   category: {type: code, codes: blockers, zh: 堵点, en: category, about: {zh: 受阻类别, en: category of difficulty}}
//   stage: {type: code, codes: stages, zh: 阶段, en: stage, about: {zh: 已达到的最远阶段, en: the furthest stage reached}}
//   investment: {type: number, unit: CNY, zh: 总投资, en: investment, about: {zh: 总投资（元）, en: total investment in CNY}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Project)-[:BLOCKED_BY]->(b:Blocker)
WHERE (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(x.last_said), '9999') >= p.since)
  AND (p.chain IS NULL OR EXISTS {
    MATCH (x)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
  AND (p.min_investment IS NULL OR x.investment >= p.min_investment)
WITH DISTINCT x, b
RETURN x.name AS project,
  COLLECT { MATCH (x)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  b.code AS category,
  coalesce(x.stage, 'unsaid') AS stage,
  coalesce(x.investment, x.investment_state, 'unsaid') AS investment,
  COLLECT {
    MATCH (x)-[s:BLOCKED_BY|REACHED|HAS_FIGURE]->(o:Blocker|Stage|Figure)
    WHERE o = b OR (o:Stage AND o.code = x.stage)
       OR EXISTS { MATCH (o)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'}) }
    UNWIND coalesce(s.passages, o.passages, []) AS passage
    RETURN DISTINCT passage ORDER BY passage
  } AS evidence
ORDER BY coalesce(x.investment, -1) DESC, project, x.id, category
LIMIT 100
