// 园区要素制约：各园区卡在什么上
// Park blockers: what holds each park up
// ---
// about:
//   zh: 一行是一个园区的一类困难：说园区自己的，和说位于园区（含下属园区）的项目、企业的。对象最多的在前。
//   en: One row is one park and one category of difficulty, said of the park itself or of a project or firm located in it or its sub-parks. Most subjects come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的园区, en: only parks that a report ending on or after this day names}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   park: {type: text, zh: 园区, en: park, about: {zh: 园区名称, en: name of the park}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在或所属报告的地区, en: "where it is said to be, else the regions its reports are about"}}
//   category: {type: code, codes: blockers, zh: 堵点, en: category, about: {zh: 受阻类别, en: category of difficulty}}
//   subjects: {type: list, zh: 对象, en: subjects, about: {zh: 受阻的园区、项目和企业, en: "the park, projects and firms that are held up"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, since: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (k:Park)
WHERE (p.region IS NULL OR EXISTS {
    MATCH (k)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.since IS NULL OR coalesce(toString(k.last_said), '9999') >= p.since)
WITH k,
  COLLECT {
    MATCH (k) RETURN k AS x
    UNION
    MATCH (x:Project|Company)-[:LOCATED_IN]->(:Park)-[:PART_OF*0..]->(k) RETURN DISTINCT x
  } AS inside
UNWIND inside AS x
MATCH (x:Park|Project|Company)-[s:BLOCKED_BY]->(b:Blocker)
WITH k, b, collect(DISTINCT x) AS held, collect(coalesce(s.passages, [])) AS said
RETURN k.name AS park,
  COLLECT { MATCH (k)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  b.code AS category,
  [x IN held | x.name] AS subjects,
  COLLECT {
    UNWIND said AS passages UNWIND passages AS passage RETURN passage
    UNION
    UNWIND held AS x MATCH (x:Project|Company)-[s:LOCATED_IN]->(:Park)-[:PART_OF*0..]->(k)
    UNWIND coalesce(s.passages, []) AS passage RETURN passage
  } AS evidence
ORDER BY size(held) DESC, park, k.id, category
LIMIT 100
