// 两个实体之间最短的联系
// Connection: the shortest way from one entity to another
// ---
// about:
//   zh: 一行是一步。要先填 a、b 两个实体的名称、原文名称或别名；不填或不相连的没有行。几条一样短的，取名称排在前的。关系前有 ^ 的是反过来说的。
//   en: One row is one hop. Fill in a and b first, by caption, said name or alias; there is no row without them or where they are not joined. Of several ways of one length the first by names is taken. A relation that begins with ^ is said the other way round.
// parameters:
//   a: {type: text, zh: 从哪个实体, en: from which entity}
//   b: {type: text, zh: 到哪个实体, en: to which entity}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   hop: {type: integer, zh: 步, en: hop, about: {zh: 第几步, en: number of the hop}}
//   from: {type: text, zh: 从, en: from, about: {zh: 这一步从哪里, en: where the hop begins}}
//   relation: {type: list, codes: {INVESTED_BY: {zh: 投资方, en: invested by}, '^INVESTED_BY': {zh: 投资, en: invests in}, SIGNED_AT: {zh: 签约于, en: signed at}, '^SIGNED_AT': {zh: 签约了, en: is where was signed}, PARTICIPATED_IN: {zh: 参加, en: took part in}, '^PARTICIPATED_IN': {zh: 参加者有, en: was attended by}, COOPERATES_WITH: {zh: 合作, en: cooperates with}, '^COOPERATES_WITH': {zh: 合作, en: cooperates with}, SHAREHOLDER_OF: {zh: 持股, en: holds shares of}, '^SHAREHOLDER_OF': {zh: 股东为, en: is held by}, LOCATED_IN: {zh: 位于, en: is located in}, '^LOCATED_IN': {zh: 园内有, en: holds}, PART_OF: {zh: 属于, en: is part of}, '^PART_OF': {zh: 下有, en: has as part}, IN_CHAIN: {zh: 属于产业链, en: is in the chain}, '^IN_CHAIN': {zh: 链上有, en: has in it}, FOCUSES_ON: {zh: 主导产业, en: focuses on}, '^FOCUSES_ON': {zh: 是其主导产业, en: is a focus of}, ISSUED: {zh: 出台, en: issued}, '^ISSUED': {zh: 出台者为, en: was issued by}}, zh: 关系, en: relation, about: {zh: 两者的关系, en: how the two are related}}
//   to: {type: text, zh: 到, en: to, about: {zh: 这一步到哪里, en: where the hop ends}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// computed:
//   zh: 此文件只取出网络的边（同 hubs），并标出名为 a、b 的实体（relation 为 a 或 b）。SPARQL 说不出最短路径，由 networkx 从这些边算出：kg ask connection
//   en: "This file fetches the links of the network alone (as hubs does), and marks the entities named a and b (relation a or b). SPARQL cannot say a shortest path: networkx computes it from these links, see kg ask connection"
//   reads: {source: text, source_name: text, source_type: text, relation: text, target: text, target_name: text, target_type: text, evidence: passages}
// ---
WITH {a: null, b: null} AS p  // ← 改这里，如 a: '某某木业有限公司'
CALL (p) {
  MATCH (s:Park|Company|Organization|Chain|Project|Event|Policy)-[e:INVESTED_BY|SIGNED_AT|PARTICIPATED_IN|COOPERATES_WITH|SHAREHOLDER_OF|LOCATED_IN|PART_OF|IN_CHAIN|FOCUSES_ON|ISSUED]->(t:Park|Company|Organization|Chain|Project|Event|Policy)
  WHERE s <> t AND e.position IS NULL
  RETURN s, t, type(e) AS relation, coalesce(e.passages, []) AS passages
  UNION ALL
  MATCH (s:Park|Company|Organization|Chain|Project|Event|Policy)
  WHERE p.a IN [s.name, s.said_name] OR p.a IN coalesce(s.aliases, [])
  RETURN s, s AS t, 'a' AS relation, [] AS passages
  UNION ALL
  MATCH (s:Park|Company|Organization|Chain|Project|Event|Policy)
  WHERE p.b IN [s.name, s.said_name] OR p.b IN coalesce(s.aliases, [])
  RETURN s, s AS t, 'b' AS relation, [] AS passages
}
WITH s, t, relation, collect(passages) AS said
RETURN s.id AS source,
  s.name AS source_name,
  labels(s)[0] AS source_type,
  relation,
  t.id AS target,
  t.name AS target_name,
  labels(t)[0] AS target_type,
  COLLECT { UNWIND said AS passages UNWIND passages AS passage RETURN DISTINCT passage ORDER BY passage } AS evidence
ORDER BY relation, source, t.id
LIMIT 100
