// 堵点排行：各类困难影响多少对象、多少投资
// Top blockers: how many subjects and how much investment each difficulty holds up
// ---
// about:
//   zh: 一行是一类困难。对象是说到这类困难的项目、园区、企业、产业链和地区；投资只计项目。影响对象最多的在前。
//   en: One row is one category of difficulty. Subjects are the projects, parks, firms, chains and regions it is said of; the investment is that of the projects. Most subjects come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的对象, en: only subjects that a report ending on or after this day names}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   category: {type: code, codes: blockers, zh: 堵点, en: category, about: {zh: 受阻类别, en: category of difficulty}}
//   subjects: {type: integer, zh: 对象, en: subjects, about: {zh: 受阻的对象数, en: number of subjects held up}}
//   investment: {type: number, unit: CNY, sum: true, zh: 总投资, en: investment, about: {zh: 受阻项目已知总投资之和（元）, en: sum of the known investment of the projects held up in CNY}}
//   regions: {type: list, zh: 地区, en: regions, about: {zh: 这些对象所在的地区, en: the regions of these subjects}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Project|Park|Company|Chain|Region)-[s:BLOCKED_BY]->(b:Blocker)
WHERE (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(x.last_said), '9999') >= p.since)
WITH b, collect(DISTINCT x) AS held, collect(coalesce(s.passages, [])) AS said
WITH b, held, said, [x IN held WHERE x:Project] AS projects
WITH b, held, said, projects,
  CASE WHEN any(x IN projects WHERE x.investment IS NOT NULL)
         THEN reduce(total = 0, x IN projects | total + coalesce(x.investment, 0))
       WHEN any(x IN projects WHERE x.investment_state = 'masked') THEN 'masked'
       WHEN any(x IN projects WHERE x.investment_state = 'disputed') THEN 'disputed'
       ELSE 'unsaid' END AS investment
RETURN b.code AS category,
  size(held) AS subjects,
  investment,
  COLLECT { UNWIND held AS x MATCH (x)-[:IN_REGION*0..1]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS regions,
  COLLECT {
    UNWIND said AS passages UNWIND passages AS passage RETURN passage
    UNION
    UNWIND projects AS x MATCH (x)-[:HAS_FIGURE]->(o:Figure)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'})
    UNWIND coalesce(o.passages, []) AS passage RETURN passage
  } AS evidence
ORDER BY subjects DESC, category
LIMIT 100
