// 产业结构相近的地区：哪些地区的产业链重合
// Similar regions: which regions share their chains
// ---
// about:
//   zh: 一行是两个地区。一个地区的产业链是它的主导产业和它（含下级）的企业、项目、园区所属的产业链，归入同一产业链的算一条。相近程度是共有的占两地全部的比例（雅卡尔系数）。有上下级关系的不比。最相近的在前。
//   en: One row is two regions. The chains of a region are its declared focus and those of its firms, projects and parks, sub-regions included; said chains of one kind count as one. Similarity is what both have as a part of what either has (Jaccard). A region is not held against one that holds it. The most similar come first.
// parameters:
//   region: {type: text, zh: 只要其中一个是此地区的（名称或原文名称）, en: "only pairs with this region, by caption or said name"}
//   chain: {type: text, zh: 只要都有此产业链的（名称或原文名称）, en: "only pairs that share this chain, by caption or said name"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   region_a: {type: text, zh: 地区甲, en: region a, about: {zh: 地区名称, en: name of a region}}
//   region_b: {type: text, zh: 地区乙, en: region b, about: {zh: 地区名称, en: name of another region}}
//   shared_chains: {type: list, zh: 共有产业链, en: shared chains, about: {zh: 两地都有的产业链, en: the chains that both have}}
//   similarity: {type: number, zh: 相近程度, en: similarity, about: {zh: 共有产业链占两地全部产业链的比例, en: shared chains as a part of all chains of the two}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// computed:
//   zh: 此文件只取出各地区的产业链，within 是包含它的地区，asked 是与参数相符的（region、chain）。两地的相近程度由 networkx 从这些算出：kg ask similar-regions
//   en: This file fetches the chains of every region alone; within are the regions that hold it, asked which parameters it fits (region, chain). networkx computes how similar two regions are, see kg ask similar-regions
//   reads: {region: text, region_name: text, within: list, chain: text, chain_name: text, asked: list, evidence: passages}
// ---
WITH {region: null, chain: null} AS p  // ← 改这里，如 region: '昆山市'
CALL (p) {
  MATCH (r:Region)-[s:FOCUSES_ON]->(c:Chain)
  RETURN r, c, coalesce(s.passages, []) AS passages
  UNION ALL
  MATCH (c:Chain)<-[s:IN_CHAIN|FOCUSES_ON]-(m:Company|Project|Park)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(r:Region)
  RETURN r, c, coalesce(s.passages, []) AS passages
}
OPTIONAL MATCH (c)-[:KIND_OF]->(k:Chain)
WITH p, r, coalesce(k, c) AS chain, collect(passages) AS said
RETURN r.id AS region,
  r.name AS region_name,
  COLLECT { MATCH (r)-[:PART_OF*1..]->(a:Region) RETURN DISTINCT a.id AS id ORDER BY id } AS within,
  chain.id AS chain,
  chain.name AS chain_name,
  CASE WHEN p.region IS NULL OR p.region IN [r.name, r.said_name] THEN ['region'] ELSE [] END
    + CASE WHEN p.chain IS NULL OR p.chain IN [chain.name, chain.said_name] THEN ['chain'] ELSE [] END AS asked,
  COLLECT { UNWIND said AS passages UNWIND passages AS passage RETURN DISTINCT passage ORDER BY passage } AS evidence
ORDER BY region, chain.id
LIMIT 100
