// 段落：证据标识所指的原文
// Passages: the words that ids of evidence stand for
// ---
// about:
//   zh: 每个问题都要用的查找：证据标识对应的原文、文档和位置。
//   en: A look-up that every answer needs, from ids of evidence to words, document and place.
// parameters:
//   id: {type: ids, zh: 段落标识；不给则全部, en: ids of passages; all where none is given}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   id: {type: text, zh: 标识, en: id, about: {zh: 段落标识, en: id of the passage}}
//   document: {type: text, zh: 文档, en: document, about: {zh: 文档的文件名（不含后缀）, en: "the document, by its file's stem"}}
//   place: {type: text, zh: 位置, en: place, about: {zh: 节、页或单元格, en: "section, page or cell"}}
//   start: {type: integer, zh: 起始字符, en: start, about: {zh: 段落在文档文字中的起点, en: "offset of the passage into the document's text"}}
//   quote: {type: text, zh: 原文, en: quote, about: {zh: 原文, en: the words of the passage}}
//   open_sums: {type: list, codes: {masked: {zh: 遮蔽, en: masked}, disputed: {zh: 说法不一, en: disputed}}, zh: 未知的总投资, en: unknown investments, about: {zh: 由此段落得出的遮蔽或有争议的项目总投资, en: projects whose investment is masked or disputed by what this passage says}}
// ---
WITH {id: null} AS p  // ← 改这里
MATCH (g:Passage)-[:IN_DOCUMENT]->(d:Document)
WHERE p.id IS NULL OR g.id IN p.id
WITH collect(DISTINCT {g: g, d: d}) AS found
WITH found, COLLECT {
    MATCH (x:Project)-[:HAS_FIGURE]->(f:Figure)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'})
    WHERE x.investment_state IN ['masked', 'disputed']
    UNWIND coalesce(f.passages, []) AS passage
    RETURN DISTINCT [passage, x.investment_state]
  } AS open
UNWIND found AS row
RETURN row.g.id AS id,
  replace(row.d.id, 'Document/', '') AS document,
  coalesce(row.g.place, 'unsaid') AS place,
  row.g.start AS start,
  row.g.text AS quote,
  [pair IN open WHERE pair[0] = row.g.id | pair[1]] AS open_sums
ORDER BY id
LIMIT 100
