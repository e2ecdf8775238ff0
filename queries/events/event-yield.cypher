// 节会成效：签约、开工、投产各多少
// Yield of events: how much was signed there, and how much of it was started and is in production
// ---
// about:
//   zh: 一行是一次节会活动。报告说了签约数、签约金额的以所说为准，否则数在会上签约的有名称的项目。只有目标的活动不列。签约最多的在前。
//   en: One row is one event. Its own figures of signed projects and sums win over the count of named projects signed there. An event with a target alone has no row. Most signed come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的活动, en: only events that a report ending on or after this day names}
//   chain: {type: text, zh: 只要有此产业链项目签约的活动, en: only events where a project of this chain was signed}
//   min_investment: {type: number, zh: 签约金额不低于（元）；未知的不计入, en: signed investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   event: {type: text, zh: 活动, en: event, about: {zh: 节会活动名称, en: name of the event}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在或所属报告的地区, en: "where it is said to be, else the regions its reports are about"}}
//   signed: {type: integer, zh: 签约, en: signed, about: {zh: 签约项目数：所说的数，否则有名称的项目数, en: "signed projects: the said number, else the named ones"}}
//   started: {type: integer, zh: 开工, en: started, about: {zh: 其中有名称的项目已开工数, en: "of the named ones, those started"}}
//   in_production: {type: integer, zh: 投产, en: in production, about: {zh: 其中有名称的项目已投产数, en: "of the named ones, those in production"}}
//   investment: {type: number, unit: CNY, sum: true, zh: 签约金额, en: investment, about: {zh: 签约金额（元）：所说的数，否则有名称项目总投资之和, en: "signed investment in CNY: the said sum, else that of the named ones"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (e:Event)
WHERE (p.region IS NULL OR EXISTS {
    MATCH (e)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(e.last_said), '9999') >= p.since)
  AND (p.chain IS NULL OR EXISTS {
    MATCH (e)<-[:SIGNED_AT]-(:Project)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
WITH p, e,
  COLLECT { MATCH (x:Project)-[:SIGNED_AT]->(e) RETURN DISTINCT x } AS projects,
  COLLECT {
    MATCH (e)-[:HAS_FIGURE]->(g:Figure)-[:OF_INDICATOR]->(:Indicator {code: 'signed_projects'})
    WHERE g.measure IN ['count', 'level'] AND (g.base_value IS NOT NULL OR g.state = 'masked') RETURN DISTINCT g
  } AS counts,
  COLLECT {
    MATCH (e)-[:HAS_FIGURE]->(g:Figure)-[:OF_INDICATOR]->(:Indicator {code: 'signed_investment'})
    WHERE g.measure IN ['count', 'level'] AND (g.base_value IS NOT NULL OR g.state = 'masked') RETURN DISTINCT g
  } AS sums
WHERE size(projects) + size(counts) + size(sums) > 0
WITH p, e, projects, counts, sums,
  [g IN counts WHERE g.base_value IS NOT NULL | g.base_value] AS said,
  [g IN sums WHERE g.base_value IS NOT NULL | g.base_value] AS said_sums
WITH p, e, projects, counts, sums, said,
  CASE WHEN any(n IN said_sums WHERE n <> said_sums[0]) THEN 'disputed'
       WHEN size(said_sums) > 0 THEN said_sums[0]
       WHEN size(sums) > 0 THEN 'masked'
       WHEN any(x IN projects WHERE x.investment IS NOT NULL)
         THEN reduce(total = 0, x IN projects | total + coalesce(x.investment, 0))
       WHEN any(x IN projects WHERE x.investment_state = 'masked') THEN 'masked'
       WHEN any(x IN projects WHERE x.investment_state = 'disputed') THEN 'disputed'
       ELSE 'unsaid' END AS investment
WHERE p.min_investment IS NULL OR investment >= p.min_investment
WITH e, investment,
  CASE WHEN any(n IN said WHERE n <> said[0]) THEN 'disputed'
       WHEN size(said) > 0 THEN said[0]
       WHEN size(counts) > 0 THEN 'masked'
       WHEN size(projects) > 0 THEN size(projects)
       ELSE 'unsaid' END AS signed,
  CASE WHEN size(projects) = 0 THEN 'unsaid'
       ELSE size([x IN projects WHERE EXISTS { MATCH (x)-[:REACHED]->(:Stage {started: true}) }]) END AS started,
  CASE WHEN size(projects) = 0 THEN 'unsaid'
       ELSE size([x IN projects WHERE EXISTS {
         MATCH (x)-[:REACHED]->(s:Stage) WHERE s.code IN ['production', 'above_scale', 'full_capacity'] }]) END AS in_production,
  COLLECT {
    UNWIND counts + sums AS g UNWIND coalesce(g.passages, []) AS passage RETURN passage
    UNION
    UNWIND projects AS x
    MATCH (x)-[s:SIGNED_AT|REACHED|HAS_FIGURE]->(o:Event|Stage|Figure)
    WHERE o = e OR o.started OR EXISTS { MATCH (o)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'}) }
    UNWIND coalesce(s.passages, o.passages, []) AS passage
    RETURN passage
  } AS said_by
RETURN e.name AS event,
  COLLECT { MATCH (e)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  signed,
  started,
  in_production,
  investment,
  COLLECT { UNWIND said_by AS passage RETURN passage ORDER BY passage } AS evidence
ORDER BY coalesce(toFloatOrNull(signed), -1) DESC, event, e.id
LIMIT 100
