// 全文索引（cjk 分析器：两字一组）。把要找的词放进双引号：
//   CALL db.index.fulltext.queryNodes('kg_names', '"开发区"') YIELD node, score RETURN node.name, score
//   CALL db.index.fulltext.queryNodes('kg_texts', '"用地"')   YIELD node RETURN node.text LIMIT 20
// Full text by the cjk analyzer (pairs of characters); put what you look for in double quotes.

// 名称：图中名称、原文名称、别名、曾用名 / names
CREATE FULLTEXT INDEX kg_names IF NOT EXISTS
FOR (n:Region|Park|Company|Organization|Chain|Project|Event|Policy)
ON EACH [n.name, n.said_name, n.aliases, n.former_names]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};

// 原文：段落与数据的原句 / the sources' sentences
CREATE FULLTEXT INDEX kg_texts IF NOT EXISTS
FOR (n:Passage|Figure)
ON EACH [n.text, n.quote]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
