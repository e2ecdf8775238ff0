// 产业链缺失环节：有记录的链上，哪些环节没有记录（补链方向）
// Missing links: where a chain has a record, the links of it that have none
// ---
// about:
//   zh: 一行是一个没有任何企业、项目、园区记录的环节，只看至少有一个环节有记录的产业链。没有记录不等于没有：报告未写、名称未说产品的都不在内，宜先核实再补链。给地区则只看该地区。
//   en: "One row is one link without any firm, project or park on record, of chains that have at least one link on record. No record does not say that none exists: what the reports leave out, or what a name does not say, is not seen. With a region only that region counts."
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   since: {type: date, zh: 只要期末在此日及以后的报告还提到的产业链, en: only chains that a report ending on or after this day names}
//   chain: {type: text, zh: 产业链的名称、原文名称或所归的类, en: "a chain's caption or said name, or what it is a kind of"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   chain: {type: text, zh: 产业链, en: chain, about: {zh: 分类体系中的产业链, en: the chain of the taxonomy}}
//   segment: {type: text, zh: 无记录环节, en: link without record, about: {zh: 没有记录的环节, en: the link that has no record}}
//   position: {type: code, codes: {upstream: {zh: 上游, en: upstream}, midstream: {zh: 中游, en: midstream}, downstream: {zh: 下游, en: downstream}}, zh: 位置, en: position, about: {zh: 上游、中游或下游, en: "upstream, midstream or downstream"}}
//   upstream_present: {type: list, zh: 其上有记录的, en: present upstream, about: {zh: 此环节之前有记录的环节, en: links before it that have a record}}
//   downstream_present: {type: list, zh: 其下有记录的, en: present downstream, about: {zh: 此环节之后有记录的环节, en: links after it that have a record}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 提到此链已有记录的企业、项目、园区的原文段落, en: the passages that name what the chain has on record}}
// ---
WITH {region: null, since: null, chain: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (c:Chain)
WHERE c.code IS NULL  // 报告所说的链；有 code 的是分类体系中的链与环节
  AND (p.since IS NULL OR coalesce(toString(c.last_said), '9999') >= p.since)
  AND (p.region IS NULL OR EXISTS {
    MATCH (c)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
OPTIONAL MATCH (c)-[:KIND_OF]->(t:Chain)
WITH p, c, coalesce(t, c) AS g
WHERE p.chain IS NULL OR p.chain IN [c.name, c.said_name, g.name]
WITH DISTINCT p, g
WITH g, p, COLLECT {
    MATCH (s:Chain)-[e:PART_OF]->(g) WHERE s.code IS NOT NULL
    RETURN {node: s, position: e.position, present: EXISTS {
      MATCH (x:Project|Park|Company)-[:IN_SEGMENT]->(s)
      WHERE (p.region IS NULL OR EXISTS {
      MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] }) }}
  } AS links
WITH g, p, links, COLLECT {
    MATCH (x:Project|Park|Company)-[e:IN_SEGMENT]->(:Chain)-[:PART_OF]->(g)
    WHERE (p.region IS NULL OR EXISTS {
      MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
    UNWIND coalesce(e.passages, []) AS passage
    RETURN DISTINCT passage
  } AS evidence
WHERE any(l IN links WHERE l.present)
UNWIND [l IN links WHERE NOT l.present] AS missing
WITH g, links, evidence, missing.position AS position, missing.node AS s
RETURN g.name AS chain,
  s.name AS segment,
  position,
  [l IN links WHERE l.present AND l.node.order < s.order | l.node.name] AS upstream_present,
  [l IN links WHERE l.present AND l.node.order > s.order | l.node.name] AS downstream_present,
  evidence
ORDER BY chain, s.order, s.id
LIMIT 100
