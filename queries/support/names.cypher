// 名称：图中各实体怎么叫
// Names: what the things in the graph are called
// ---
// about:
//   zh: 没有答案时用的查找：问到的名称图中有没有，没有的话哪些相近。
//   en: A look-up for when nothing is found, whether the graph has the name asked for, and which are near.
// parameters:
//   type: {type: text, zh: 只要此类实体，如 Project, en: "only things of this type, such as Project"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   type: {type: text, zh: 类型, en: type, about: {zh: 实体的类型, en: type of the entity}}
//   name: {type: text, zh: 名称, en: name, about: {zh: 名称, en: its caption}}
//   names: {type: list, zh: 其他名称, en: other names, about: {zh: 名称、原文名称、别名和活动系列名, en: "its caption, said name, aliases, and the series of an event"}}
//   id: {type: text, zh: 标识, en: id, about: {zh: 实体标识, en: id of the entity}}
// ---
WITH {type: null} AS p  // ← 改这里，如 type: 'Project'
MATCH (x:Region|Park|Company|Organization|Chain|Project|Event|Policy)
WHERE p.type IS NULL OR p.type IN labels(x)
RETURN labels(x)[0] AS type,
  x.name AS name,
  [said IN [x.name, coalesce(x.said_name, x.name)] + coalesce(x.aliases, [])
    + COLLECT { MATCH (x)-[:EDITION_OF]->(s:Series) RETURN s.name } | replace(said, ' | ', '｜')] AS names,
  x.id AS id
ORDER BY type, name, x.id
LIMIT 100
