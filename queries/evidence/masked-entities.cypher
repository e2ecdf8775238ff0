// 被遮蔽的名称与可能的真身
// Masked entities: redacted names, and what they may be
// ---
// about:
//   zh: 一行是一个被遮蔽的名称和一个可能与它相同的名称，没有建议的也列。建议只是建议：分析人员判定之前绝不合并。分数最高的在前。
//   en: One row is one redacted name and one that it may be the same as; those without a suggestion are listed too. A suggestion never merges anything before an analyst judges it. The highest score comes first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   name: {type: text, zh: 名称, en: name, about: {zh: 被遮蔽的名称及其文档, en: the redacted name with its document}}
//   type: {type: code, codes: {Region: {zh: 行政区, en: region}, Park: {zh: 园区, en: park}, Company: {zh: 企业, en: firm}, Organization: {zh: 机构, en: body}, Chain: {zh: 产业链, en: chain}, Project: {zh: 项目, en: project}, Event: {zh: 节会活动, en: event}, Policy: {zh: 政策, en: policy}}, zh: 类型, en: type, about: {zh: 是什么, en: what it is}}
//   document: {type: list, zh: 文档, en: document, about: {zh: 提到它的文档, en: the documents that name it}}
//   suggestion: {type: list, zh: 可能是, en: may be, about: {zh: 可能与它相同的一个, en: the one that it may be the same as}}
//   score: {type: number, zh: 分数, en: score, about: {zh: 0 至 1，越高越可能, en: "0 to 1, the higher the likelier"}}
//   reasons: {type: list, zh: 理由, en: reasons, about: {zh: 为何可能相同, en: why they may be the same}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Region|Park|Company|Organization|Chain|Project|Event|Policy {masked: true})
WHERE p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] }
OPTIONAL MATCH (x)-[s:MAY_BE {state: 'open'}]-(y:Region|Park|Company|Organization|Chain|Project|Event|Policy)
RETURN x.name AS name,
  labels(x)[0] AS type,
  x.documents AS document,
  CASE WHEN y IS NULL THEN [] ELSE [y.name] END AS suggestion,
  coalesce(s.score, 'unsaid') AS score,
  coalesce(s.reasons, []) AS reasons,
  COLLECT { MATCH (g:Passage)-[:MENTIONS]->(x) RETURN DISTINCT g.id AS passage ORDER BY passage } AS evidence
ORDER BY coalesce(s.score, -1) DESC, head(x.documents), type, name, x.id, coalesce(y.name, ''), y.id
LIMIT 100
