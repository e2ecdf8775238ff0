// 一个项目的历程：哪份报告说它何时到了哪个阶段
// Timeline of a project: which report says that it reached or is to reach which stage, and when
// ---
// about:
//   zh: 一行是一份报告所说的一个阶段，含计划与未能达到的。不给项目则取阶段记载最多的一个。按日期排列，无日期的看报告的期末。
//   en: One row is one stage that one report says, planned and failed ones included. Without a project, the one of which most stages are said. In order of date; without a date, the end of the report counts.
// parameters:
//   project: {type: text, zh: 项目的名称、原文名称或别名, en: "a project's caption, said name or alias"}
//   since: {type: date, zh: 只要此日及以后的, en: only what is dated on or after this day}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   stage: {type: code, codes: stages, zh: 阶段, en: stage, about: {zh: 所说的阶段, en: the stage said}}
//   status: {type: code, codes: {reached: {zh: 已达到, en: reached}, planned: {zh: 计划, en: planned}, failed: {zh: 未能达到, en: failed}}, zh: 状态, en: status, about: {zh: 已达到、计划或未能达到, en: "reached, planned, or said not to have been reached"}}
//   date: {type: date, zh: 日期, en: date, about: {zh: 所说的日期，可能只到年或月, en: "the date said, maybe a year or month only"}}
//   document: {type: text, zh: 文档, en: document, about: {zh: 文档的文件名（不含后缀）, en: "the document, by its file's stem"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {project: null, since: null} AS p  // ← 改这里，如 project: '某项目'
MATCH (x:Project)
WHERE p.project IS NULL OR p.project IN [x.name, x.said_name] OR p.project IN coalesce(x.aliases, [])
WITH p, x, COUNT { MATCH (x)-[:REACHED|PLANNED|FAILED]->(:Stage) } AS steps
WHERE steps > 0
WITH p, x ORDER BY steps DESC, x.id DESC
WITH p, collect(x) AS found
UNWIND CASE WHEN p.project IS NULL THEN found[..1] ELSE found END AS x
MATCH (x:Project)-[s:REACHED|PLANNED|FAILED]->(o:Stage)
UNWIND s.documents AS document
OPTIONAL MATCH (d:Document {id: 'Document/' + document})
WITH p, x, s, o, document, coalesce(toString(s.from), toString(d.until), '9999') AS day
WHERE p.since IS NULL OR coalesce(toString(s.until), day) >= p.since
RETURN o.code AS stage,
  toLower(type(s)) AS status,
  coalesce(s.date, 'unsaid') AS date,
  document,
  COLLECT {
    UNWIND coalesce(s.passages, []) AS passage
    MATCH (g:Passage {id: passage})-[:IN_DOCUMENT]->(:Document {id: 'Document/' + document})
    RETURN DISTINCT passage ORDER BY passage
  } AS evidence
ORDER BY x.name, x.id, day, coalesce(o.order, 99), stage, status, date, document
LIMIT 100
