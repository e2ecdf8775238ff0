// 签约未开工：哪些项目已签约却从未开工
// Signed, never started: which projects are signed and nobody says that building began
// ---
// about:
//   zh: 有已签约记载、没有开工及其后任何阶段记载的项目；签约后终止的除外。计划开工不算开工。等得最久的在前。
//   en: Projects said to be signed, with no started or later stage reached; those that ended in terminated are left out. A planned start is no start. The longest waiting come first.
// parameters:
//   region: {type: text, zh: 地区的名称或原文名称，含下级, en: "a region's caption or said name; its sub-regions count in"}
//   as_of: {type: date, zh: 计算天数的日期，默认今天, en: the day that days are counted to; today by default}
//   since: {type: date, zh: 只要此日及以后签约的；无签约日期的看首份报告的期末, en: "signed on or after this day; without a date, the end of the first report counts"}
//   chain: {type: text, zh: 产业链的名称或原文名称, en: "a chain's caption or said name"}
//   min_investment: {type: number, zh: 总投资不低于（元）；未知的不计入, en: total investment of at least (CNY); unknown ones are left out}
//   limit: {type: integer, default: 100, zh: 最多行数, en: most rows}
// columns:
//   project: {type: text, zh: 项目, en: project, about: {zh: 项目名称, en: name of the project}}
//   region: {type: list, zh: 地区, en: region, about: {zh: 所在的最小地区, en: the narrowest region said}}
//   event: {type: list, zh: 签约活动, en: event, about: {zh: 在哪些节会活动上签约, en: the events it was signed at}}
//   signed_on: {type: date, zh: 签约日期, en: signed on, about: {zh: 最早的签约日期，可能只到年或月, en: "the earliest date of signing, maybe a year or month only"}}
//   days_since_signing: {type: integer, zh: 签约天数, en: days since signing, about: {zh: 从签约到 as_of 的天数；日期不全的为未说明, en: days from signing to as_of; unsaid without a full date}}
//   investment: {type: number, unit: CNY, zh: 总投资, en: investment, about: {zh: 总投资（元）, en: total investment in CNY}}
//   investors: {type: list, zh: 投资方, en: investors, about: {zh: 投资、建设或拥有它的企业与机构, en: "firms and bodies that invest, build or own it"}}
//   chain: {type: list, zh: 产业链, en: chain, about: {zh: 所属产业链, en: the chains it belongs to}}
//   blockers: {type: list, codes: blockers, zh: 堵点, en: blockers, about: {zh: 受阻类别, en: categories of difficulty}}
//   evidence: {type: passages, zh: 证据, en: evidence, about: {zh: 说出本行内容的原文段落, en: the passages that say so}}
// ---
WITH {region: null, as_of: null, since: null, chain: null, min_investment: null} AS p  // ← 改这里，如 region: '昆山市'
MATCH (x:Project)-[:REACHED]->(:Stage {code: 'signed'})
WHERE NOT EXISTS { MATCH (x)-[:REACHED]->(:Stage {started: true}) }
  AND coalesce(x.stage, '') <> 'terminated'
  AND (p.region IS NULL OR EXISTS {
    MATCH (x)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(a:Region) WHERE p.region IN [a.name, a.said_name] })
  AND (p.chain IS NULL OR EXISTS {
    MATCH (x)-[:IN_CHAIN]->(c:Chain) WHERE p.chain IN [c.name, c.said_name] })
  AND (p.min_investment IS NULL OR x.investment >= p.min_investment)
WITH DISTINCT p, x, coalesce(x.signed_on, toString(x.first_said), '9999') AS latest
WHERE p.since IS NULL OR latest >= left(p.since, size(latest))
WITH x, CASE WHEN x.signed_on =~ '\\d{4}-\\d{2}-\\d{2}'
             THEN duration.inDays(date(x.signed_on), coalesce(date(p.as_of), date())).days END AS days
RETURN x.name AS project,
  COLLECT { MATCH (x)-[:IN_REGION]->(r:Region) RETURN DISTINCT r.name AS name ORDER BY name } AS region,
  COLLECT { MATCH (x)-[:SIGNED_AT]->(e:Event) RETURN DISTINCT e.name AS name ORDER BY name } AS event,
  coalesce(x.signed_on, 'unsaid') AS signed_on,
  coalesce(days, 'unsaid') AS days_since_signing,
  coalesce(x.investment, x.investment_state, 'unsaid') AS investment,
  COLLECT { MATCH (x)-[:INVESTED_BY]->(f:Company|Organization) RETURN DISTINCT f.name AS name ORDER BY name } AS investors,
  COLLECT { MATCH (x)-[:IN_CHAIN]->(c:Chain) RETURN DISTINCT c.name AS name ORDER BY name } AS chain,
  COLLECT { MATCH (x)-[:BLOCKED_BY]->(b:Blocker) RETURN DISTINCT b.code AS code ORDER BY code } AS blockers,
  COLLECT {
    MATCH (x)-[s:REACHED|SIGNED_AT|INVESTED_BY|IN_CHAIN|BLOCKED_BY|HAS_FIGURE]->(o:Stage|Event|Company|Organization|Chain|Blocker|Figure)
    WHERE (type(s) <> 'REACHED' OR o.code = 'signed')
      AND (type(s) <> 'HAS_FIGURE' OR EXISTS { MATCH (o)-[:OF_INDICATOR]->(:Indicator {code: 'total_investment'}) })
    UNWIND coalesce(s.passages, o.passages, []) AS passage
    RETURN DISTINCT passage ORDER BY passage
  } AS evidence
ORDER BY coalesce(days, -1) DESC, coalesce(x.investment, -1) DESC, project, x.id
LIMIT 100
