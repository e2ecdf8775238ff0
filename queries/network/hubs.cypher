// 网络枢纽：连接最多的实体
// Hubs of the network: the entities with most connections
// ---
// about:
//   zh: 一行是一个实体。度是与它直接相连的实体数，PageRank 还看它们自己连了多少。连接最多的在前。
//   en: One row is one entity. Its degree is how many entities it is joined to; PageRank weighs these by their own connections. The most connected come first.
// parameters:
//   region: {type: text, zh: 只要一端归属此地区（含下级）的关系, en: only relations with an end that counts in this region or its sub-regions}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   entity: {type: text, zh: 实体, en: entity, about: {zh: 名称, en: name}}
//   type: {type: code, codes: {Park: {zh: 园区, en: park}, Company: {zh: 企业, en: firm}, Organization: {zh: 机构, en: body}, Chain: {zh: 产业链, en: chain}, Project: {zh: 项目, en: project}, Event: {zh: 活动, en: event}, Policy: {zh: 政策, en: policy}}, zh: 类型, en: type, about: {zh: 实体的类型, en: type of the entity}}
//   degree: {type: integer, zh: 度, en: degree, about: {zh: 直接相连的实体数, en: entities that it is joined to}}
//   pagerank: {type: number, zh: PageRank, en: PageRank, about: {zh: 在整个网络中的分量，合计为一, en: "its weight in the whole network, which adds up to one"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// computed:
//   zh: 此文件只取出网络的边：园区、企业、机构、产业链、项目、活动、政策之间成立的关系（地区、词表、文档不算，否则人人相隔两步；产业链分类体系也不算）。查询语言算不出 PageRank，度和 PageRank 由 networkx 从这些边算出：kg ask hubs
//   en: "This file fetches the links of the network alone: the relations that hold between parks, firms, bodies, chains, projects, events and policies; regions, vocabularies and documents are left out, else everything is two hops from everything, and so is the taxonomy of chains. No query language can say PageRank: networkx computes degree and PageRank from these links, see kg ask hubs"
//   reads: {source: text, source_name: text, source_type: text, relation: text, target: text, target_name: text, target_type: text, evidence: passages}
// ---
WITH {region: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (s:Park|Company|Organization|Chain|Project|Event|Policy)-[e:INVESTED_BY|SIGNED_AT|PARTICIPATED_IN|COOPERATES_WITH|SHAREHOLDER_OF|LOCATED_IN|PART_OF|IN_CHAIN|FOCUSES_ON|ISSUED]->(t:Park|Company|Organization|Chain|Project|Event|Policy)
WHERE s <> t AND e.position IS NULL
  AND (p.region IS NULL OR EXISTS {
    MATCH (o:Park|Company|Organization|Chain|Project|Event|Policy)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE (o = s OR o = t) AND p.region IN [a.name, a.said_name] })
WITH s, t, type(e) AS relation, collect(coalesce(e.passages, [])) AS said
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
