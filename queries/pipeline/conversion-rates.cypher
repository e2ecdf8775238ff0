// 履约率、开工率、投产率：按地区、活动或产业链
// Conversion rates: how many of the signed projects were started and are in production
// ---
// about:
//   zh: 一行是一个地区、一次活动或一条产业链。分母是记载已签约的有名称的项目（含签约后终止的），分子是其中已开工、已投产的；旁边是报告自己说的比率。签约最多的在前。
//   en: One row is one region, event or chain. The denominator is the named projects recorded as signed, those terminated later included; the numerators are those of them that were started and are in production. Beside them stand the rates that reports say. Most signed come first.
// parameters:
//   by: {type: text, default: region, values: [region, event, chain], zh: 按什么分组：region 地区、event 活动、chain 产业链, en: "what to group by: region, event or chain"}
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   group: {type: list, zh: 分组, en: group, about: {zh: 地区、活动或产业链；项目没有的为空表, en: "the region, event or chain; none for projects without one"}}
//   signed: {type: integer, zh: 签约, en: signed, about: {zh: 分母：记载已签约的有名称的项目数, en: "the denominator: named projects recorded as signed"}}
//   started: {type: integer, zh: 开工, en: started, about: {zh: 分子：其中已开工的, en: "a numerator: those of them that were started"}}
//   in_production: {type: integer, zh: 投产, en: in production, about: {zh: 分子：其中已投产的, en: "a numerator: those of them in production"}}
//   start_rate: {type: number, unit: "%", zh: 开工率, en: start rate, about: {zh: 记载的开工率（%）；没有已签约的为未说明, en: "recorded start rate in percent; unsaid where none is signed"}}
//   production_rate: {type: number, unit: "%", zh: 投产率, en: production rate, about: {zh: 记载的投产率（%）, en: recorded rate of production in percent}}
//   said: {type: figures, zh: 报告所说, en: said, about: {zh: 报告所说的履约率、开工率、投产率, en: "the rates of fulfilment, start and production that reports say"}}
//   cut_off: {type: date, zh: 截止, en: cut-off, about: {zh: 提到这些项目或比率的最近一份报告的期末, en: "end of the last report that names these projects or rates"}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {by: 'region', region: null, chain: null} AS p  // ← 改这里，如 by: 'event'
WITH p, COLLECT {
    MATCH (x:Project)
    WHERE (EXISTS { MATCH (x)-[:REACHED]->(:Stage {code: 'signed'}) } OR EXISTS { MATCH (x)-[:SIGNED_AT]->(:Event) })
      AND (p.region IS NULL OR EXISTS {
        MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
      AND (p.chain IS NULL OR EXISTS {
        MATCH (x)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
    OPTIONAL MATCH (x)-[s:IN_REGION|SIGNED_AT|IN_CHAIN]->(n:Region|Event|Chain)
    WHERE (p.by = 'region' AND n:Region) OR (p.by = 'event' AND n:Event) OR (p.by = 'chain' AND n:Chain)
    RETURN DISTINCT {n: n, x: x} AS pair
    UNION
    MATCH (n:Region|Event|Chain)-[:HAS_FIGURE]->(f:Figure {measure: 'share'})-[:OF_INDICATOR]->(i:Indicator)
    WHERE p.chain IS NULL AND i.name =~ '(?s).*(履约率|开工率|投产率)'
      AND ((p.by = 'region' AND n:Region) OR (p.by = 'event' AND n:Event) OR (p.by = 'chain' AND n:Chain))
      AND (p.region IS NULL OR EXISTS {
        MATCH (n)-[:IN_REGION*0..1]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
    RETURN DISTINCT {n: n, f: f} AS pair
  } AS found
UNWIND found AS pair
WITH pair.n AS n, collect(DISTINCT pair.x) AS projects, collect(DISTINCT pair.f) AS figures
WITH n, projects, figures, size(projects) AS signed,
  [x IN projects WHERE EXISTS { MATCH (x)-[:REACHED]->(:Stage {started: true}) }] AS begun,
  [x IN projects WHERE EXISTS {
     MATCH (x)-[:REACHED]->(o:Stage) WHERE o.code IN ['production', 'above_scale', 'full_capacity'] }] AS running,
  COLLECT {
    UNWIND figures AS f
    MATCH (f)-[:OF_INDICATOR]->(i:Indicator)
    RETURN DISTINCT i.name + ' ' + CASE f.state WHEN 'masked' THEN 'masked' ELSE f.name END
      + coalesce(' (' + f.period + ')', '') AS figure ORDER BY figure
  } AS said,
  COLLECT {
    UNWIND projects AS x RETURN toString(x.last_said) AS day
    UNION
    UNWIND figures AS f
    UNWIND f.documents AS stem
    MATCH (d:Document {id: 'Document/' + stem}) RETURN toString(d.until) AS day
  } AS days
RETURN CASE WHEN n IS NULL THEN [] ELSE [n.name] END AS group,
  signed,
  size(begun) AS started,
  size(running) AS in_production,
  CASE signed WHEN 0 THEN 'unsaid' ELSE ((2000 * size(begun) + signed) / (2 * signed)) / 10.0 END AS start_rate,
  CASE signed WHEN 0 THEN 'unsaid' ELSE ((2000 * size(running) + signed) / (2 * signed)) / 10.0 END AS production_rate,
  CASE WHEN size(said) > 0 THEN said ELSE ['unsaid'] END AS said,
  CASE reduce(last = '', day IN days | CASE WHEN day > last THEN day ELSE last END)
    WHEN '' THEN 'unsaid' ELSE reduce(last = '', day IN days | CASE WHEN day > last THEN day ELSE last END) END AS cut_off,
  COLLECT {
    UNWIND figures AS f UNWIND coalesce(f.passages, []) AS passage RETURN passage
    UNION
    UNWIND projects AS x
    MATCH (x)-[s:REACHED|SIGNED_AT]->(o:Stage|Event)
    WHERE o:Event OR o.code = 'signed' OR o.started
    UNWIND coalesce(s.passages, []) AS passage RETURN passage
  } AS evidence
ORDER BY signed DESC, coalesce(n.name, '[]'), n.id
LIMIT 100
