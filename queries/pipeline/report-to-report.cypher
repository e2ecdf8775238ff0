// 两期报告对比：哪些兑现，哪些滑坡、消失，哪些是新增
// Report to report: what was kept, what slipped or vanished, what is new
// ---
// about:
//   zh: 一行是一个对象的一项承诺（前期报告计划达到的阶段），或一个没有承诺的项目。不给报告则比较每个地区的最后两期；只比同一地区的、有时期的报告；被遮蔽的名称在另一份报告里认不出来，不列。滑坡的在前，依次为消失、未到期、兑现、新增；没有变化的不列。
//   en: One row is one commitment, a stage that the earlier report plans, or one project without any. Without reports given, the last two of every region are compared; only reports of one region and with a period. Masked names cannot be recognised in another report and are left out. What slipped comes first, then what vanished, is not due yet, was kept, is new; what did not change is left out.
// parameters:
//   earlier: {type: text, zh: 前期报告的文件名（不含后缀）或标题, en: "the earlier report, by its file's stem or title"}
//   later: {type: text, zh: 后期报告的文件名（不含后缀）或标题, en: "the later report, by its file's stem or title"}
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   subject: {type: text, zh: 对象, en: subject, about: {zh: 项目、企业或园区, en: "the project, firm or park"}}
//   what: {type: code, codes: {commitment: {zh: 承诺, en: commitment}, project: {zh: 项目, en: project}}, zh: 比什么, en: what, about: {zh: 前期报告的一项承诺，或项目本身, en: "a commitment of the earlier report, or the project itself"}}
//   earlier: {type: code, codes: stages, zh: 前期, en: earlier, about: {zh: 承诺的阶段，或前期报告所说的最远阶段, en: "the stage planned, or the furthest that the earlier report says"}}
//   later: {type: code, codes: stages, zh: 后期, en: later, about: {zh: 后期报告所说的最远阶段, en: the furthest stage that the later report says}}
//   verdict: {type: code, codes: {slipped: {zh: 滑坡, en: slipped}, vanished: {zh: 消失, en: vanished}, kept: {zh: 兑现, en: kept}, new: {zh: 新增, en: new}}, zh: 结论, en: verdict, about: {zh: 兑现、滑坡、消失、新增；期限在后期报告之后的为未到期, en: "kept, slipped, vanished or new; not yet due where the deadline lies after the later report"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {earlier: null, later: null, region: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (e:Document)-[:REPORTS_ON]->(home:Region)<-[:REPORTS_ON]-(l:Document)
WITH p, e, l, home, replace(e.id, 'Document/', '') AS early, replace(l.id, 'Document/', '') AS late,
  toString(e.until) + e.id AS before, toString(l.until) + l.id AS after
WHERE before < after
  AND (p.earlier IS NULL OR p.earlier IN [early, e.name])
  AND (p.later IS NULL OR p.later IN [late, l.name])
  AND (p.later IS NOT NULL OR NOT EXISTS {
    MATCH (home)<-[:REPORTS_ON]-(m:Document) WHERE toString(m.until) + m.id > after })
  AND (p.earlier IS NOT NULL OR NOT EXISTS {
    MATCH (home)<-[:REPORTS_ON]-(m:Document) WHERE before < toString(m.until) + m.id < after })
  AND (p.region IS NULL OR EXISTS {
    MATCH (home)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
WITH DISTINCT e, l, early, late
MATCH (d:Document)<-[:IN_DOCUMENT]-(:Passage)-[:MENTIONS]->(x:Project|Park|Company)
WHERE (d = e OR d = l) AND (NOT x.masked OR size(x.documents) > 1)
WITH DISTINCT e, l, early, late, x
WITH e, l, early, late, x,
  EXISTS { MATCH (e)<-[:IN_DOCUMENT]-(:Passage)-[:MENTIONS]->(x) } AS said_early,
  EXISTS { MATCH (l)<-[:IN_DOCUMENT]-(:Passage)-[:MENTIONS]->(x) } AS said_late,
  COLLECT {
    MATCH (x)-[s:REACHED]->(r:Stage) WHERE early IN s.documents
    RETURN DISTINCT r ORDER BY coalesce(r.order, 99) DESC, r.code DESC } AS was,
  COLLECT {
    MATCH (x)-[s:REACHED]->(r:Stage) WHERE late IN s.documents
    RETURN DISTINCT r ORDER BY coalesce(r.order, 99) DESC, r.code DESC } AS is_now,
  COLLECT {
    MATCH (x)-[s:PLANNED]->(o:Stage)
    WHERE early IN s.documents AND NOT EXISTS {
      MATCH (x)-[t:REACHED]->(done:Stage)
      WHERE early IN t.documents AND (done = o OR (done.order > o.order AND o.code <> 'above_scale')) }
    WITH o, min(toString(s.until)) AS due
    RETURN {o: o, due: due} } AS plans
UNWIND CASE WHEN size(plans) > 0 THEN plans WHEN x:Project THEN [{o: null, due: null}] ELSE [] END AS plan
WITH e, l, x, was, is_now, said_early, plan.o AS planned, plan.due AS due, said_late
WITH e, l, x, was, is_now, planned,
  CASE WHEN any(r IN is_now WHERE r = planned OR (r.order > planned.order AND planned.code <> 'above_scale')) THEN 'kept'
       WHEN NOT said_late THEN 'vanished'
       WHEN due > toString(l.until) THEN 'not_due'
       WHEN planned IS NOT NULL THEN 'slipped'
       WHEN NOT said_early THEN 'new'
       WHEN is_now[0].code IN ['stalled', 'terminated', 'delisted'] AND NOT is_now[0] IN was THEN 'slipped'
       END AS verdict
WHERE verdict IS NOT NULL
RETURN x.name AS subject,
  CASE WHEN planned IS NULL THEN 'project' ELSE 'commitment' END AS what,
  coalesce(planned.code, was[0].code, 'unsaid') AS earlier,
  coalesce(is_now[0].code, 'unsaid') AS later,
  verdict,
  COLLECT {
    MATCH (x)<-[:MENTIONS]-(g:Passage)-[:IN_DOCUMENT]->(d:Document) WHERE d = e OR d = l RETURN g.id AS passage
    UNION
    MATCH (x)-[s:PLANNED]->(o:Stage) WHERE o = planned UNWIND coalesce(s.passages, []) AS passage RETURN passage
  } AS evidence
ORDER BY CASE verdict WHEN 'slipped' THEN 1 WHEN 'vanished' THEN 2 WHEN 'not_due' THEN 3 WHEN 'kept' THEN 4 ELSE 5 END, subject, earlier, l.id, e.id, x.id
LIMIT 100
