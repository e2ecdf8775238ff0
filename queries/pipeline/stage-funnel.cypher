// 各阶段项目漏斗：每个阶段有多少项目、多少投资
// Stage funnel: how many projects and how much investment stand at each stage
// ---
// about:
//   zh: 一行是一个地区的一个阶段；每个项目只计入其现阶段（已达到的最远阶段；停滞、终止的计入停滞、终止）。没有阶段记载的项目列为未说明。阶段按先后排列。
//   en: One row is one stage in one region; a project counts at the stage it is at now, the furthest reached, or stalled or terminated. Projects without a stage are unsaid. In order of the stages.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的项目, en: only projects that a report ending on or after this day names}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   min_investment: {type: number, zh: 总投资不低于（元）；未知的不计入, en: total investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   region: {type: list, zh: 地区, en: region, about: {zh: 一个地区；报告未说明地区的为空表, en: the one region of the row; none where the reports name none}}
//   stage: {type: code, codes: stages, zh: 阶段, en: stage, about: {zh: 项目的现阶段, en: the stage the projects are at}}
//   projects: {type: integer, zh: 项目, en: projects, about: {zh: 处于该阶段的有名称的项目数, en: named projects at this stage}}
//   investment: {type: number, unit: CNY, sum: true, zh: 总投资, en: investment, about: {zh: 这些项目已知总投资之和（元）, en: sum of the known investment of these projects in CNY}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Project)
WHERE (p.since IS NULL OR coalesce(toString(x.last_said), '9999') >= p.since)
  AND (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.chain IS NULL OR EXISTS {
    MATCH (x)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
  AND (p.min_investment IS NULL OR x.investment >= p.min_investment)
OPTIONAL MATCH (x)-[:IN_REGION]->(r:Region)
WITH r, coalesce(x.stage, 'unsaid') AS stage, collect(DISTINCT x) AS members
OPTIONAL MATCH (at:Stage {code: stage})
WITH r, stage, members, CASE WHEN stage = 'unsaid' THEN 100 ELSE coalesce(at.order, 99) END AS step,
  COLLECT {
    UNWIND members AS x
    MATCH (x)-[s:REACHED|HAS_FIGURE]->(o:Stage|Figure)
    WHERE o.code = stage OR EXISTS { MATCH (o)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'}) }
    UNWIND coalesce(s.passages, o.passages, []) AS passage
    RETURN DISTINCT passage ORDER BY passage
  } AS said
RETURN CASE WHEN r IS NULL THEN [] ELSE [r.name] END AS region,
  stage,
  size(members) AS projects,
  CASE WHEN any(x IN members WHERE x.investment IS NOT NULL)
         THEN reduce(total = 0, x IN members | total + coalesce(x.investment, 0))
       WHEN any(x IN members WHERE x.investment_state = 'masked') THEN 'masked'
       WHEN any(x IN members WHERE x.investment_state = 'disputed') THEN 'disputed'
       ELSE 'unsaid' END AS investment,
  CASE WHEN size(said) > 0 THEN said ELSE COLLECT {
    UNWIND members AS x
    MATCH (g:Passage)-[:MENTIONS]->(x) RETURN DISTINCT g.id AS passage ORDER BY passage
  } END AS evidence
ORDER BY coalesce(r.name, '[]'), r.id, step, stage
LIMIT 100
