// 园区主导产业与实际项目是否相符
// Whether what stands in a park fits the industries that the park declares
// ---
// about:
//   zh: 一行是一个有主导产业的园区，其下属园区的项目计入。项目的产业取原文所说，未说的由名称中的产品推得；都无从知道的项目不计入相符率。同类的链视为相符。
//   en: "One row is one park with a declared industry; the projects of its sub-parks count in. A project's industry is what is said, else what the products in its name say; a project of which neither is known does not count. Chains of one kind fit."
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的园区, en: only parks that a report ending on or after this day names}
//   chain: {type: text, zh: 只要以此链为主导产业的园区, en: only parks that declare this chain}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   park: {type: text, zh: 园区, en: park, about: {zh: 园区名称, en: name of the park}}
//   focus: {type: list, zh: 主导产业, en: focus, about: {zh: 园区宣布或所属的产业链, en: the chains that the park declares or belongs to}}
//   off_focus_projects: {type: list, zh: 不符的项目, en: projects off focus, about: {zh: 产业已知而不在其中的项目, en: projects whose known industry is none of them}}
//   share: {type: number, zh: 相符率（%）, en: share, about: {zh: 产业已知的项目中相符的百分比, en: the percentage of fitting ones among projects of known industry}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null, chain: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (k:Park)-[:FOCUSES_ON|IN_CHAIN]->(c:Chain)
WHERE (p.since IS NULL OR coalesce(toString(k.last_said), '9999') >= p.since)
  AND (p.region IS NULL OR EXISTS {
      MATCH (k)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
OPTIONAL MATCH (c)-[:KIND_OF]->(t:Chain)
WITH p, k, collect(DISTINCT c) AS focus, collect(DISTINCT coalesce(t, c)) AS kinds
WHERE p.chain IS NULL OR any(x IN focus + kinds WHERE p.chain IN [x.name, x.said_name])
WITH k, focus, kinds,
  COLLECT { MATCH (x:Project)-[:LOCATED_IN]->(:Park)-[:PART_OF*0..]->(k) RETURN DISTINCT x } AS projects
WITH k, focus, kinds, projects,
  [x IN projects WHERE EXISTS { MATCH (x)-[:IN_CHAIN]->(:Chain) } OR EXISTS { MATCH (x)-[:IN_SEGMENT]->(:Chain) }] AS known
WITH k, focus, projects, known,
  [x IN known WHERE EXISTS { MATCH (x)-[:IN_CHAIN]->(:Chain)-[:KIND_OF*0..1]->(g:Chain) WHERE g IN kinds }
     OR EXISTS { MATCH (x)-[:IN_SEGMENT]->(:Chain)-[:PART_OF]->(g:Chain) WHERE g IN kinds }] AS fitting
RETURN k.name AS park,
  [c IN focus | c.name] AS focus,
  [x IN known WHERE NOT x IN fitting | x.name] AS off_focus_projects,
  CASE WHEN size(known) = 0 THEN 'unsaid' ELSE round(1000.0 * size(fitting) / size(known)) / 10 END AS share,
  COLLECT {
    MATCH (k)-[s:FOCUSES_ON|IN_CHAIN]->(:Chain)
    UNWIND coalesce(s.passages, []) AS passage RETURN passage
    UNION
    UNWIND known AS x
    MATCH (x)-[s:IN_CHAIN|IN_SEGMENT]->(:Chain)
    UNWIND coalesce(s.passages, []) AS passage RETURN passage
    UNION
    UNWIND known AS x
    MATCH (x)-[s:LOCATED_IN]->(:Park)-[:PART_OF*0..]->(k)
    UNWIND coalesce(s.passages, []) AS passage RETURN passage
  } AS evidence
ORDER BY park, k.id
LIMIT 100
