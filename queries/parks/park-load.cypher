// 园区承载：各园区有多少企业、项目，在建、投产多少，投资多少
// Load of parks: firms, projects, what is being built, what is in production, and the investment
// ---
// about:
//   zh: 一行是一个园区，其下属园区计入。只数有名称的企业和项目；拟选址的不算。承载最多的在前。
//   en: One row is one park; its sub-parks count in. Only named firms and projects count; a planned site loads nothing. The fullest come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的园区, en: only parks that a report ending on or after this day names}
//   chain: {type: text, zh: 只要主导产业或所属产业链为此链的园区, en: only parks that focus on this chain or belong to it}
//   min_investment: {type: number, zh: 项目总投资合计不低于（元）；未知的不计入, en: sum of investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   park: {type: text, zh: 园区, en: park, about: {zh: 园区名称, en: name of the park}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在或所属报告的地区, en: "where it is said to be, else the regions its reports are about"}}
//   companies: {type: integer, zh: 企业, en: companies, about: {zh: 位于园区的企业与园区内项目的投资企业, en: firms located there and firms that invest in projects located there}}
//   projects: {type: integer, zh: 项目, en: projects, about: {zh: 位于园区的项目, en: projects located there}}
//   building: {type: integer, zh: 在建, en: building, about: {zh: 其中已开工或在建、尚未竣工的项目和企业, en: "projects and firms located there that are started or building, and nothing from completed on"}}
//   in_production: {type: integer, zh: 投产, en: in production, about: {zh: 其中已投产、上规或达产的项目和企业, en: "projects and firms located there in production, above scale or at full capacity"}}
//   investment: {type: number, unit: CNY, sum: true, zh: 总投资, en: investment, about: {zh: 项目已知总投资之和（元）, en: sum of the known investment of these projects in CNY}}
//   said: {type: figures, zh: 园区自报数, en: said, about: {zh: 报告所说的园区企业数、项目数, en: "the park's own figures of firms and projects"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (k:Park)
WHERE (p.region IS NULL OR EXISTS {
    MATCH (k)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(k.last_said), '9999') >= p.since)
  AND (p.chain IS NULL OR EXISTS {
    MATCH (k)-[:FOCUSES_ON|IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
WITH p, k,
  COLLECT { MATCH (x:Project)-[:LOCATED_IN]->(:Park)-[:PART_OF*0..]->(k) RETURN DISTINCT x } AS projects,
  COLLECT { MATCH (f:Company)-[:LOCATED_IN]->(:Park)-[:PART_OF*0..]->(k) RETURN DISTINCT f } AS located,
  COLLECT {
    MATCH (k)-[:HAS_FIGURE]->(g:Figure {measure: 'count'})-[:OF_INDICATOR]->(i:Indicator)
    WHERE i.name =~ '(?s).*(企业|公司|项目)(数|个数|数量)?' RETURN DISTINCT g
  } AS figures
WITH p, k, projects, located, figures, projects + located AS subjects,
  COLLECT { UNWIND projects AS x MATCH (x)-[:INVESTED_BY]->(f:Company) WHERE NOT f IN located RETURN DISTINCT f } AS investors,
  CASE WHEN any(x IN projects WHERE x.investment IS NOT NULL)
         THEN reduce(total = 0, x IN projects | total + coalesce(x.investment, 0))
       WHEN any(x IN projects WHERE x.investment_state = 'masked') THEN 'masked'
       WHEN any(x IN projects WHERE x.investment_state = 'disputed') THEN 'disputed'
       ELSE 'unsaid' END AS investment,
  COLLECT {
    UNWIND figures AS g
    MATCH (g)-[:OF_INDICATOR]->(i:Indicator)
    RETURN DISTINCT i.name + ' ' + CASE g.state WHEN 'masked' THEN 'masked' ELSE g.name END
      + coalesce(' (' + g.period + ')', '') AS figure ORDER BY figure
  } AS said
WHERE p.min_investment IS NULL OR investment >= p.min_investment
WITH k, projects, located, figures, subjects, investors, investment, said,
  COLLECT {
    UNWIND figures AS g UNWIND coalesce(g.passages, []) AS passage RETURN passage
    UNION
    UNWIND subjects AS x
    MATCH (x)-[s:LOCATED_IN]->(:Park)-[:PART_OF*0..]->(k)
    UNWIND coalesce(s.passages, []) AS passage RETURN passage
    UNION
    UNWIND subjects AS x
    MATCH (x)-[s:REACHED]->(:Stage {started: true})
    UNWIND coalesce(s.passages, []) AS passage RETURN passage
    UNION
    UNWIND projects AS x
    MATCH (x)-[s:INVESTED_BY|HAS_FIGURE]->(o:Company|Figure)
    WHERE o:Company OR EXISTS { MATCH (o)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'}) }
    UNWIND coalesce(s.passages, o.passages, []) AS passage RETURN passage
  } AS said_by
RETURN k.name AS park,
  COLLECT { MATCH (k)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  size(located) + size(investors) AS companies,
  size(projects) AS projects,
  size([x IN subjects WHERE EXISTS { MATCH (x)-[:REACHED]->(s:Stage) WHERE s.code IN ['started', 'building'] }
        AND NOT EXISTS { MATCH (x)-[:REACHED]->(s:Stage) WHERE s.order >= 9 }]) AS building,
  size([x IN subjects WHERE EXISTS {
        MATCH (x)-[:REACHED]->(s:Stage) WHERE s.code IN ['production', 'above_scale', 'full_capacity'] }]) AS in_production,
  investment,
  CASE WHEN size(said) > 0 THEN said ELSE ['unsaid'] END AS said,
  CASE WHEN size(said_by) > 0
       THEN COLLECT { UNWIND said_by AS passage RETURN passage ORDER BY passage }
       ELSE COLLECT { MATCH (g:Passage)-[:MENTIONS]->(k) RETURN DISTINCT g.id AS passage ORDER BY passage } END AS evidence
ORDER BY companies + projects DESC, park, k.id
LIMIT 100
