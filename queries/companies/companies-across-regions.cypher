// 跨区域布局的企业：在两个以上地区有布局的企业
// Companies across regions: firms that are in two regions or more, themselves or by their projects
// ---
// about:
//   zh: 一行是一家企业。地区取企业自己的和它所投资的项目、园区的；一个地区和包含它的地区只算较小的。地区最多的在前。
//   en: One row is one firm, with the regions of its own and of the projects and parks that it invests in; of a region and one that holds it only the smaller counts. Most regions come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的企业, en: only firms that a report ending on or after this day names}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   min_investment: {type: number, zh: 项目总投资合计不低于（元）；未知的不计入, en: sum of investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   company: {type: text, zh: 企业, en: company, about: {zh: 企业名称, en: name of the firm}}
//   regions: {type: list, zh: 地区, en: regions, about: {zh: 布局的地区, en: the regions it is in}}
//   projects: {type: integer, zh: 项目, en: projects, about: {zh: 它投资、建设或拥有的项目数, en: "projects that it invests in, builds or owns"}}
//   investment: {type: number, unit: CNY, sum: true, zh: 总投资, en: investment, about: {zh: 这些项目已知总投资之和（元）, en: sum of the known investment of these projects in CNY}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 chain: '木材加工'
MATCH (f:Company)
WHERE (p.region IS NULL OR EXISTS {
    MATCH (f)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(f.last_said), '9999') >= p.since)
  AND (p.chain IS NULL OR EXISTS {
    MATCH (f)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
WITH p, f,
  COLLECT { MATCH (f)<-[:INVESTED_BY]-(x:Project) RETURN DISTINCT x } AS projects,
  COLLECT { MATCH (f)<-[:INVESTED_BY*0..1]-(x:Company|Project|Park)-[:IN_REGION]->(r:Region) RETURN DISTINCT r } AS near
WHERE size(near) > 1
WITH p, f, projects, near,
  [r IN near WHERE NOT EXISTS { MATCH (o:Region)-[:PART_OF*1..]->(r) WHERE o <> r AND o IN near }] AS regions
WHERE size(regions) > 1
WITH p, f, projects, regions,
  CASE WHEN any(x IN projects WHERE x.investment IS NOT NULL)
         THEN reduce(total = 0, x IN projects | total + coalesce(x.investment, 0))
       WHEN any(x IN projects WHERE x.investment_state = 'masked') THEN 'masked'
       WHEN any(x IN projects WHERE x.investment_state = 'disputed') THEN 'disputed'
       ELSE 'unsaid' END AS investment
WHERE p.min_investment IS NULL OR investment >= p.min_investment
WITH f, projects, regions, investment,
  COLLECT {
    MATCH (f)<-[s:INVESTED_BY]-(:Project|Park) UNWIND coalesce(s.passages, []) AS passage RETURN passage
    UNION
    MATCH (f)<-[:INVESTED_BY*0..1]-(x:Company|Project|Park)-[s:LOCATED_IN]->(:Region|Park)
    UNWIND coalesce(s.passages, []) AS passage RETURN passage
    UNION
    UNWIND projects AS x MATCH (x)-[:HAS_FIGURE]->(o:Figure)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'})
    UNWIND coalesce(o.passages, []) AS passage RETURN passage
  } AS said
RETURN f.name AS company,
  [r IN regions | r.name] AS regions,
  size(projects) AS projects,
  investment,
  CASE WHEN size(said) > 0 THEN said
       ELSE COLLECT { MATCH (g:Passage)-[:MENTIONS]->(f) RETURN DISTINCT g.id AS passage } END AS evidence
ORDER BY size(regions) DESC, company, f.id
LIMIT 100
