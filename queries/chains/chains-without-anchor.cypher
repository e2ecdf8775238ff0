// 缺龙头的产业链：哪些地区的哪些产业链没有链主、龙头企业
// Chains without an anchor firm: which chains of which regions have no chain leader or leading firm in evidence
// ---
// about:
//   zh: 一行是一个地区的一条产业链。链主、龙头、500强、上市、小巨人、独角兽（已认定的）都算链主类企业；拟申报的不算。企业最多的在前。
//   en: One row is one chain in one region. Chain leaders, leading, top-500, listed, little-giant and unicorn firms count as anchors once reached; an application does not. Chains with most firms come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的产业链, en: only chains that a report ending on or after this day names}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   min_investment: {type: number, zh: 项目总投资合计不低于（元）；未知的不计入, en: sum of investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   chain: {type: text, zh: 产业链, en: chain, about: {zh: 产业链名称, en: name of the chain}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 一个地区；报告未说明地区的为空表, en: the one region of the row; none where the reports name none}}
//   firms: {type: integer, zh: 企业, en: firms, about: {zh: 该地区属于此链，或投资此链项目、园区的企业数, en: "firms of the region in the chain, themselves or through a project or park of theirs"}}
//   projects: {type: integer, zh: 项目, en: projects, about: {zh: 该地区属于此链的有名称的项目数, en: named projects of the region in the chain}}
//   investment: {type: number, unit: CNY, sum: true, zh: 总投资, en: investment, about: {zh: 这些项目已知总投资之和（元）, en: sum of the known investment of these projects in CNY}}
//   anchor_known: {type: code, codes: {nothing_known: {zh: 无从知道, en: nothing known}, said_none: {zh: 报告称没有, en: said to have none}, list_none: {zh: 名单中没有, en: a list says none}}, zh: 链主情况, en: anchor known, about: {zh: 报告说没有；或覆盖该地区、写明所属产业链的链主或龙头企业名单中没有此类链的企业；否则无从知道, en: "a report says that it has none; or a list of chain leaders or leading firms that covers the region and gives each firm its chain has none of this kind; else nothing is known"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (c:Chain)
WHERE c.code IS NULL  // 分类体系中的链不是报告所说的链
  AND (p.chain IS NULL OR p.chain IN [c.name, c.said_name])
  AND (p.since IS NULL OR coalesce(toString(c.last_said), '9999') >= p.since)
OPTIONAL MATCH (c)-[:IN_REGION]->(r:Region)
WITH DISTINCT p, c, r
WHERE p.region IS NULL OR EXISTS { MATCH (r)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] }
WITH p, c, r,
  COLLECT {  // members of the chain in this region, or all of a chain that has no region
    MATCH (m:Project|Park|Company)-[:IN_CHAIN]->(c)
    WHERE r IS NULL OR EXISTS { MATCH (m)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(r) }
    RETURN DISTINCT m
  } AS members
WITH p, c, r, members, [m IN members WHERE m:Project] AS projects,
  COLLECT {
    UNWIND members AS m
    MATCH (m)-[:INVESTED_BY*0..1]->(f:Company)
    RETURN DISTINCT f
  } AS firms
WHERE none(f IN firms WHERE EXISTS { MATCH (f)-[:DESIGNATED]->(:Designation {anchor: true}) })
WITH p, c, r, members, projects, firms,
  CASE WHEN any(x IN projects WHERE x.investment IS NOT NULL)
         THEN reduce(total = 0, x IN projects | total + coalesce(x.investment, 0))
       WHEN any(x IN projects WHERE x.investment_state = 'masked') THEN 'masked'
       WHEN any(x IN projects WHERE x.investment_state = 'disputed') THEN 'disputed'
       ELSE 'unsaid' END AS investment,
  COLLECT {
    UNWIND members AS m
    MATCH (m)-[s:IN_CHAIN|INVESTED_BY|HAS_FIGURE]->(o:Chain|Company|Figure)
    WHERE o = c OR o:Company
       OR EXISTS { MATCH (m:Project) WHERE EXISTS { MATCH (o)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'}) } }
    UNWIND coalesce(s.passages, o.passages, []) AS passage
    RETURN passage
    UNION
    MATCH (k:Region|Park)-[s:FOCUSES_ON]->(c)
    WHERE r IS NULL OR EXISTS { MATCH (k)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(r) }
    UNWIND coalesce(s.passages, []) AS passage
    RETURN passage
  } AS said,
  COLLECT {
    MATCH (g:Passage)-[:MENTIONS]->(c)
    WHERE r IS NULL OR EXISTS { MATCH (g)-[:IN_DOCUMENT]->(:Document)-[:REPORTS_ON]->(:Region)-[:PART_OF*0..]->(r) }
    RETURN DISTINCT g.id AS passage ORDER BY passage
  } AS named
WHERE p.min_investment IS NULL OR investment >= p.min_investment
RETURN c.name AS chain,
  [x IN [r.name] WHERE x IS NOT NULL] AS region,
  size(firms) AS firms,
  size(projects) AS projects,
  investment,
  CASE WHEN EXISTS {
         MATCH (c)-[:HAS_FIGURE]->(:Figure {value: 0})-[:OF_INDICATOR]->(i:Indicator) WHERE i.name =~ '(?s).*(链主|龙头).*' }
       OR EXISTS { MATCH (c)-[b:BLOCKED_BY]->(:Blocker) WHERE b.quote =~ '(?s).*(链主|龙头).*' }
       THEN 'said_none'
       WHEN EXISTS {
         MATCH (d:Document)-[:REPORTS_ON]->(:Region)<-[:PART_OF*0..]-(r)
         WHERE any(code IN d.list_of WHERE code IN ['chain_leader', 'leading']) }
        AND NOT EXISTS {  // one of a chain of the same kind is on record
         MATCH (c)-[:KIND_OF]->(t:Chain)
         MATCH (m:Project|Park|Company)-[:IN_CHAIN]->(:Chain)-[:KIND_OF]->(t)
         WHERE EXISTS {
           MATCH (m)-[:INVESTED_BY*0..1]->(f:Company)-[:DESIGNATED]->(:Designation {anchor: true})
           WHERE EXISTS { MATCH (f)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(r) } } }
       THEN 'list_none' ELSE 'nothing_known' END AS anchor_known,
  CASE WHEN size(said) > 0 THEN COLLECT { UNWIND said AS passage RETURN passage ORDER BY passage } ELSE named END AS evidence
ORDER BY firms DESC, chain, c.id, r.id
LIMIT 100
