// 企业全貌：一家企业的所有记载
// Profile of a company: all that is said of one firm
// ---
// about:
//   zh: 一行是关于这家企业的一个记载。要先填企业的名称、原文名称或别名；不填没有行。有几家同名企业的，各家的都列。数字的值写成原文的样子；没有值的为未说明。
//   en: "One row is one thing said of the firm. Fill in its caption, said name or alias first: without it there is no row; of several firms of one name all are shown. Figures are written as printed; what has no value is unsaid."
// parameters:
//   company: {type: text, zh: 企业的名称、原文名称或别名, en: "a firm's caption, said name or alias"}
//   since: {type: date, zh: 只要此日及以后的记载；没有日期的都要, en: only what is dated on or after this day; the undated stays}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   relation: {type: code, codes: {REACHED: {zh: 已达到, en: "has reached"}, PLANNED: {zh: 计划达到, en: "plans to reach"}, FAILED: {zh: 未能达到, en: "has not reached"}, DESIGNATED: {zh: 认定为, en: "is designated"}, PLANNED_DESIGNATED: {zh: 计划认定为, en: "planned: is designated"}, FAILED_DESIGNATED: {zh: 未能认定为, en: "failed: is designated"}, IN_CHAIN: {zh: 属于产业链, en: "is in the chain"}, PLANNED_IN_CHAIN: {zh: 计划属于产业链, en: "planned: is in the chain"}, FAILED_IN_CHAIN: {zh: 未能属于产业链, en: "failed: is in the chain"}, LOCATED_IN: {zh: 位于, en: "is located in"}, PLANNED_LOCATED_IN: {zh: 计划位于, en: "planned: is located in"}, FAILED_LOCATED_IN: {zh: 未能位于, en: "failed: is located in"}, PARTICIPATED_IN: {zh: 参加, en: "took part in"}, PLANNED_PARTICIPATED_IN: {zh: 计划参加, en: "planned: took part in"}, FAILED_PARTICIPATED_IN: {zh: 未能参加, en: "failed: took part in"}, COOPERATES_WITH: {zh: 合作, en: "cooperates with"}, PLANNED_COOPERATES_WITH: {zh: 计划合作, en: "planned: cooperates with"}, FAILED_COOPERATES_WITH: {zh: 未能合作, en: "failed: cooperates with"}, SHAREHOLDER_OF: {zh: 持股, en: "holds shares of"}, PLANNED_SHAREHOLDER_OF: {zh: 计划持股, en: "planned: holds shares of"}, FAILED_SHAREHOLDER_OF: {zh: 未能持股, en: "failed: holds shares of"}, BLOCKED_BY: {zh: 受阻于, en: "is held up by"}, PLANNED_BLOCKED_BY: {zh: 计划受阻于, en: "planned: is held up by"}, FAILED_BLOCKED_BY: {zh: 未能受阻于, en: "failed: is held up by"}, INVESTS_IN: {zh: 投资, en: "invests in"}, PLANNED_INVESTS_IN: {zh: 计划投资, en: "planned: invests in"}, FAILED_INVESTS_IN: {zh: 未能投资, en: "failed: invests in"}, HELD_BY: {zh: 股东为, en: "is held by"}, PLANNED_HELD_BY: {zh: 计划股东为, en: "planned: is held by"}, FAILED_HELD_BY: {zh: 未能股东为, en: "failed: is held by"}, HAS_FIGURE: {zh: 实际数据, en: "has figure"}, HAS_TARGET: {zh: 目标数据, en: "has target"}, HAS_FORECAST: {zh: 预计数据, en: "has forecast"}, FORMERLY_NAMED: {zh: 曾用名, en: "formerly named"}}, zh: 关系, en: relation, about: {zh: 说的是什么, en: what is said}}
//   target: {type: text, zh: 对象, en: target, about: {zh: 对方、阶段、认定、堵点或指标；指标的度量在括号里, en: "the other end, stage, designation, difficulty or indicator with its measure in brackets"}}
//   value: {type: text, zh: 数值, en: value, about: {zh: 数值或曾用名, en: the figure or former name}}
//   date: {type: text, zh: 日期, en: date, about: {zh: 日期或时期, en: date or period}}
//   document: {type: list, zh: 文档, en: document, about: {zh: 说这一点的文档, en: the documents that say so}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {company: null, since: null} AS p  // ← 改这里，如 company: '某某木业有限公司'
MATCH (f:Company)
WHERE p.company IN [f.name, f.said_name] OR p.company IN coalesce(f.aliases, [])
WITH p, f,
  COLLECT {
    MATCH (f)-[s:REACHED|PLANNED|FAILED|DESIGNATED|PLANNED_DESIGNATED|FAILED_DESIGNATED|IN_CHAIN|PLANNED_IN_CHAIN|FAILED_IN_CHAIN|LOCATED_IN|PLANNED_LOCATED_IN|FAILED_LOCATED_IN|PARTICIPATED_IN|PLANNED_PARTICIPATED_IN|FAILED_PARTICIPATED_IN|COOPERATES_WITH|PLANNED_COOPERATES_WITH|FAILED_COOPERATES_WITH|SHAREHOLDER_OF|PLANNED_SHAREHOLDER_OF|FAILED_SHAREHOLDER_OF|BLOCKED_BY|PLANNED_BLOCKED_BY|FAILED_BLOCKED_BY]->(o:Stage|Designation|Chain|Region|Park|Event|Company|Organization|Blocker)
    RETURN {id: s.id, relation: type(s), target: o.name, value: 'unsaid', date: s.date, until: toString(s.until), documents: s.documents, passages: s.passages} AS said
    UNION
    MATCH (f)<-[s:COOPERATES_WITH|PLANNED_COOPERATES_WITH|FAILED_COOPERATES_WITH]-(o:Company|Organization|Region)
    RETURN {id: s.id, relation: type(s), target: o.name, value: 'unsaid', date: s.date, until: toString(s.until), documents: s.documents, passages: s.passages} AS said
    UNION
    MATCH (f)<-[s:INVESTED_BY|PLANNED_INVESTED_BY|FAILED_INVESTED_BY]-(o:Project|Park)
    RETURN {id: s.id, relation: replace(type(s), 'INVESTED_BY', 'INVESTS_IN'), target: o.name, value: 'unsaid', date: s.date, until: toString(s.until), documents: s.documents, passages: s.passages} AS said
    UNION
    MATCH (f)<-[s:SHAREHOLDER_OF|PLANNED_SHAREHOLDER_OF|FAILED_SHAREHOLDER_OF]-(o:Company)
    RETURN {id: s.id, relation: replace(type(s), 'SHAREHOLDER_OF', 'HELD_BY'), target: o.name, value: 'unsaid', date: s.date, until: toString(s.until), documents: s.documents, passages: s.passages} AS said
    UNION
    MATCH (f)-[s:FORMERLY_NAMED]->(f)
    RETURN {id: s.id, relation: type(s), target: f.name, value: s.former, date: null, until: null, documents: s.documents, passages: s.passages} AS said
    UNION
    MATCH (f)-[s:HAS_FIGURE|HAS_TARGET|HAS_FORECAST]->(g:Figure)-[:OF_INDICATOR]->(i:Indicator)
    RETURN {id: g.id, relation: type(s), target: i.name + CASE WHEN g.measure IN ['yoy', 'share', 'completion'] THEN ' (' + g.measure + ')' ELSE '' END,
      value: CASE g.state WHEN 'masked' THEN 'masked' ELSE g.name END, date: g.period, until: toString(g.until), documents: g.documents, passages: g.passages} AS said
  } AS facts
UNWIND facts AS said
WITH DISTINCT p, said
WHERE p.since IS NULL OR coalesce(said.until, '9999') >= p.since
RETURN said.relation AS relation,
  said.target AS target,
  said.value AS value,
  coalesce(said.date, 'unsaid') AS date,
  coalesce(said.documents, []) AS document,
  coalesce(said.passages, []) AS evidence
ORDER BY relation, target, date, said.id
LIMIT 100
