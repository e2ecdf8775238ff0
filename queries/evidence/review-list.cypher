// 待复核：置信度低或没有原句的事实
// Review list: facts of low confidence, or without a sentence
// ---
// about:
//   zh: 一行是一条事实：对象、关系、目标或数值。已复核的不列。置信度最低的在前；没有原句的（来自他人的数据行）也列。
//   en: One row is one fact, its subject, relation and object or value. Reviewed ones are left out. The least certain come first; those without a sentence, from another's lines, are listed too.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   below: {type: number, default: 0.6, zh: 置信度低于此数的, en: facts of a confidence below this}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   fact: {type: text, zh: 事实, en: fact, about: {zh: 对象、关系（图中的边）、目标或数值, en: "subject, relation (the edge of the graph), object or value"}}
//   confidence: {type: number, zh: 置信度, en: confidence, about: {zh: 原文确实这样说的概率, en: probability that the text says so}}
//   rule: {type: code, zh: 规则, en: rule, about: {zh: 读出它的规则, en: "the rule that read it"}}
//   document: {type: list, zh: 文档, en: document, about: {zh: 说到它的文档, en: the documents that say it}}
//   quote: {type: code, zh: 原句, en: quote, about: {zh: 说得最清楚的原句, en: "the best sentence that says it"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, below: 0.6} AS p  // ← 改这里，如 below: 0.8
MATCH (x:Region|Park|Company|Organization|Chain|Project|Event|Policy)-[s]->(o:Region|Park|Company|Organization|Chain|Project|Event|Policy|Stage|Designation|Blocker|Figure)
WITH p, x, s, o, CASE WHEN o:Figure THEN o ELSE s END AS f
WHERE (f.confidence < p.below OR (f.confidence IS NOT NULL AND coalesce(size(f.passages), 0) = 0))
  AND NOT coalesce(f.reviewed, false)
  AND (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
OPTIONAL MATCH (o)-[:OF_INDICATOR]->(i:Indicator)
WITH x, s, o, i, f, f.id AS id
RETURN x.name + ' ' + type(s) + ' ' + CASE WHEN i IS NULL THEN coalesce(s.former, o.name) ELSE i.name + ' ' + o.name END AS fact,
  f.confidence AS confidence,
  coalesce(f.rule, 'unsaid') AS rule,
  f.documents AS document,
  coalesce(f.quote, 'unsaid') AS quote,
  coalesce(f.passages, []) AS evidence
ORDER BY confidence, x.name, id
LIMIT 100
