"use strict";
// What each chart shows: rows in, ECharts option out. An unknown is told in words, never drawn.
window.kgOptions = function (data, format) {
  const INK = "#1f2933", PALE = "#f4f5f7";
  const { colours } = data;
  const UNKNOWN = { masked: "遮蔽 masked", unsaid: "未说明 unsaid", not_due: "未到期 not due", disputed: "说法不一 disputed" };
  const known = (value) => typeof value === "number";
  const said = (value) => (known(value) ? String(value) : UNKNOWN[value] || String(value));
  const named = (words, code, wide) => (words[code] ? (wide ? words[code].join(" ") : words[code][0]) : said(code));
  const stage = (code, wide = true) => (code === "unsaid" ? (wide ? "阶段未说明 stage unsaid" : "阶段未说明") : named(data.stages, code, wide));
  const category = (code, wide = true) => named(data.categories, code, wide);
  const place = (row) => row.region.join("、") || "地区未述 region unsaid";
  const sum = (rows, column) => rows.reduce((all, row) => all + (known(row[column]) ? row[column] : 0), 0);
  const wideness = (text) => [...text].reduce((all, char) => all + (char < "\u2000" ? 0.55 : 1), 0);

  function cut(text, most) { // the end stays where it tells namesakes apart: `某县…02〕`
    const chars = [...text], tail = text.endsWith("〕") ? chars.splice(-4) : [];
    if (wideness(text) <= most) return text;
    while (chars.length > 2 && wideness(chars.concat("…", tail).join("")) > most) chars.pop();
    return chars.concat("…", tail).join("");
  }

  function groups(rows, key) {
    const found = new Map();
    rows.forEach((row) => {
      const name = key(row);
      if (!found.has(name)) found.set(name, []);
      found.get(name).push(row);
    });
    return found;
  }

  function base(more) {
    return Object.assign({
      animation: false, textStyle: { fontFamily: format.font, color: INK },
      tooltip: { confine: true, formatter: (p) => echarts.format.encodeHTML(p.data.told || p.name).replace(/\n/g, "<br>") },
    }, more);
  }

  const OFF = new Set(["stalled", "terminated", "delisted", "unsaid"]);

  function funnel(rows, { top, wide, width }) { // as wide as what has come so far, whatever its next step
    const line = groups(rows.filter((row) => !OFF.has(row.stage)), (row) => row.stage);
    let further = 0;
    const items = Object.keys(data.stages).filter((code) => line.has(code)).reverse().map((code) => {
      const here = sum(line.get(code), "projects");
      further += here;
      return { name: stage(code), value: further, here, rows: line.get(code),
        told: `${stage(code)}\n现在此阶段 now at it: ${here}\n此阶段及以后 at it or further: ${further}`,
        short: `${stage(code, wide)}  ${here}` + (wide ? `（及以后 or further ${further}）` : `（${further}）`) };
    }).reverse();
    const room = wide ? 290 : 120;
    return base({ series: [{ type: "funnel", sort: "none", top, bottom: 8, left: 8, width: width - room - 16, min: 0,
      minSize: "0%", gap: 2, data: items, itemStyle: { color: colours.Project, borderColor: INK, borderWidth: 0.5 },
      labelLayout: ({ labelLinePoints: points }) => // all in one column, so that none lies on a wider piece
        ({ x: width - room, align: "left", labelLinePoints: points && [points[0], [width - room - 6, points[0][1]], [width - room - 4, points[0][1]]] }),
      labelLine: { lineStyle: { color: "#8a94a3" } },
      label: { position: "right", color: INK, formatter: (p) => p.data.short } }] });
  }

  function sankey(nodes, links, { top, wide, width }, depths) {
    const most = wide ? 18 : 7.5;
    return base({ series: [{ type: "sankey", top, bottom: 8, left: 4, right: wide ? 170 : 78, nodeWidth: wide ? 16 : 9, nodeGap: 9,
      draggable: false, emphasis: { focus: "adjacency" }, lineStyle: { color: "source", opacity: 0.45 },
      itemStyle: { borderColor: INK, borderWidth: 0.5 },
      label: { color: INK, fontSize: wide ? 12 : 10, width: Math.max(84, width / depths - 50), overflow: "truncate",
        formatter: (p) => cut(wide ? p.data.label_text : p.data.short, most) },
      data: nodes, links }] });
  }

  function flows() { // nodes and links by key; an id may not be shared by a region and a chain
    const nodes = new Map(), links = new Map();
    return {
      node(id, depth, text, short, colour, row, count) {
        if (!nodes.has(id)) nodes.set(id, { name: id, depth, label_text: text, short, rows: [], count: 0, itemStyle: { color: colour } });
        const node = nodes.get(id);
        if (!node.rows.includes(row)) node.rows.push(row);
        node.count += count;
        node.told = `${text}\n${node.count}`;
      },
      link(from, to, row, count) {
        const key = JSON.stringify([from, to]);
        if (!links.has(key)) links.set(key, { source: from, target: to, value: 0, rows: [], lineStyle: { opacity: nodes.get(from).itemStyle.color === colours.Stage ? 1 : 0.5 } });
        const link = links.get(key);
        link.value += count;
        link.rows.push(row);
        link.told = `${nodes.get(from).label_text} → ${nodes.get(to).label_text}\n${link.value}`;
      },
      made: () => [[...nodes.values()], [...links.values()]],
    };
  }

  function events(rows, room) {
    const flow = flows();
    rows.filter((row) => known(row.signed) && row.signed > 0).forEach((row) => {
      const event = "e:" + row.event;
      flow.node(event, 0, row.event, row.event, colours.Event, row, row.signed);
      flow.node("signed", 1, "签约 signed", "签约", colours.Stage, row, row.signed);
      flow.link(event, "signed", row, row.signed);
      if (!known(row.started)) return;
      const rest = row.signed - row.started;
      if (row.started > 0) {
        flow.node("started", 2, "开工 started", "开工", colours.Project, row, row.started);
        flow.link("signed", "started", row, row.started);
      }
      if (rest > 0) {
        flow.node("rest", 2, "未见开工 no start read", "未见开工", colours.Figure, row, rest);
        flow.link("signed", "rest", row, rest);
      }
      if (known(row.in_production) && row.in_production > 0) {
        flow.node("production", 3, "投产 in production", "投产", colours.Chain, row, row.in_production);
        flow.link("started", "production", row, row.in_production);
      }
    });
    return sankey(...flow.made(), room, 4);
  }

  function flow(rows, room) {
    const found = flows();
    rows.forEach((row) => {
      const region = "r:" + place(row), chain = "c:" + row.chain, end = "s:" + row.stage, n = row.projects;
      found.node(region, 0, place(row), place(row), colours.Region, row, n);
      found.node(chain, 1, row.chain, row.chain, colours.Chain, row, n);
      found.node(end, 2, stage(row.stage), stage(row.stage, false), row.stage === "unsaid" ? colours.Figure : colours.Stage, row, n);
      found.link(region, chain, row, n);
      found.link(chain, end, row, n);
    });
    return sankey(...found.made(), room, 3);
  }

  const size = (row) => row.companies + row.projects;
  const largest = (rows, key, most) => [...groups(rows, key)] // the most projects and firms, then the most rows
    .map(([name, here]) => [name, here.reduce((all, row) => all + size(row), 0), here.length])
    .sort((a, b) => b[1] - a[1] || b[2] - a[2] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([name]) => name);
  const MOST = { regions: 20, chains: 40 };
  const axes = (rows) => ({ regions: largest(rows, place, MOST.regions), chains: largest(rows, (row) => row.chain, MOST.chains) });

  function matrix(rows, { top, wide }) {
    const { regions, chains } = axes(rows);
    const items = rows.filter((row) => regions.includes(place(row)) && chains.includes(row.chain)).map((row) => {
      const n = size(row), mark = { declared: "★", planned: "☆" }[row.focus] || "";
      return { value: [regions.indexOf(place(row)), chains.indexOf(row.chain), n], rows: [row],
        told: `${place(row)} × ${row.chain}\n` + (n ? `${row.projects} 项目 projects，${row.companies} 企业 firms` : "没有项目、企业的记录 no project or firm read") +
          (mark ? `\n${mark} ` + focus(row) : ""),
        short: (n ? String(n) : "提到") + mark,
        itemStyle: n ? {} : { color: "#ffffff" } };
    });
    const high = Math.max(2, ...items.map((item) => item.value[2]));
    return base({
      grid: { top: top + 44, bottom: 8, left: wide ? 170 : 92, right: 10 },
      xAxis: { type: "category", data: regions, position: "top", splitLine: { show: true }, axisTick: { show: false },
        axisLabel: { interval: 0, color: INK, fontSize: wide ? 12 : 10, width: wide ? 100 : 56, overflow: "break", lineHeight: 13, formatter: (v) => cut(v, 16) } },
      yAxis: { type: "category", data: chains, inverse: true, splitLine: { show: true }, axisTick: { show: false },
        axisLabel: { interval: 0, color: INK, fontSize: wide ? 12 : 10, width: wide ? 160 : 84, overflow: "truncate" } },
      visualMap: { show: false, min: 1, max: high, dimension: 2, inRange: { color: [PALE, colours.Chain] } },
      series: [{ type: "heatmap", data: items, itemStyle: { borderColor: "#8a94a3", borderWidth: 0.5 },
        label: { show: true, color: INK, fontSize: wide ? 12 : 10, formatter: (p) => p.data.short } }],
    });
  }

  const focus = (row) => ({ declared: "已宣布 declared", planned: "计划 planned" }[row.focus] || said(row.focus));

  function blockers(rows, { top, wide }) {
    return base({
      grid: { top: top + 4, bottom: 8, left: 8, right: 44, containLabel: true },
      xAxis: { type: "value", show: false },
      yAxis: { type: "category", inverse: true, data: rows.map((row) => row.category), axisTick: { show: false },
        axisLabel: { interval: 0, color: INK, formatter: (code) => category(code, wide) } },
      series: [{ type: "bar", barMaxWidth: 18, label: { show: true, position: "right", color: INK }, itemStyle: { color: colours.Blocker, borderColor: INK, borderWidth: 0.5 },
        data: rows.map((row) => ({ value: row.subjects, name: category(row.category), rows: [row],
          told: `${category(row.category)}\n${row.subjects} 个对象 subjects\n投资 investment ${invested(row)}` })) }],
    });
  }

  const invested = (row) => (known(row.investment) ? row.sum : said(row.investment));
  const n = (column) => (row) => said(row[column]);
  return [
    { id: "funnel", zh: "各阶段项目", en: "Projects by stage", option: funnel,
      rows: (given) => given("funnel"), drawn: (rows) => rows.filter((row) => !OFF.has(row.stage)),
      height: (rows) => 40 + 34 * groups(rows, (row) => row.stage).size,
      remark: "数字是现在此阶段的项目，宽度（括号）是到此阶段及以后的 the number: projects now at the stage; the width, in brackets: at it or further",
      unknown: (rows) => [...groups(rows.filter((row) => OFF.has(row.stage)), (row) => row.stage)]
        .map(([code, open]) => ({ text: `${stage(code)}：${sum(open, "projects")} 个项目 projects`, rows: open })),
      columns: [["地区 region", place], ["阶段 stage", (row) => stage(row.stage)], ["项目 projects", n("projects"), 1], ["总投资 investment", invested, 1]] },
    { id: "events", zh: "节会活动 → 签约 → 开工 → 投产", en: "From events to production", option: events,
      rows: (given) => given("events"), drawn: (rows) => rows.filter((row) => known(row.signed) && row.signed > 0),
      height: (rows) => 150 + 34 * rows.length,
      remark: "签约数以报告所说为准；未见开工是没有读到开工，不是没有开工 signed as reports say; no start read does not say that there was none",
      unknown: (rows) => rows.filter((row) => !["signed", "started", "in_production"].every((c) => known(row[c])))
        .map((row) => ({ text: `${row.event}：签约 signed ${said(row.signed)}，开工 started ${said(row.started)}，投产 in production ${said(row.in_production)}`, rows: [row] })),
      columns: [["活动 event", (row) => row.event], ["地区 region", place], ["签约 signed", n("signed"), 1], ["开工 started", n("started"), 1], ["投产 in production", n("in_production"), 1], ["签约金额 investment", invested, 1]] },
    { id: "flow", zh: "地区 → 产业链 → 阶段", en: "Regions, chains, stages", option: flow,
      rows: (given) => given("flow"), drawn: (rows) => rows,
      height: (rows) => 120 + 26 * Math.max(groups(rows, (row) => row.chain).size, groups(rows, place).size),
      remark: "属于几条链的项目在每条链中各计一次；没有链的不在图中 a project of several chains counts in each; one of none is not here" +
        (data.chains_left ? `；另有 ${data.chains_left} 条链未画 more chains are not shown` : ""),
      unknown: () => [],
      columns: [["地区 region", place], ["产业链 chain", (row) => row.chain], ["阶段 stage", (row) => stage(row.stage)], ["项目 projects", n("projects"), 1], ["总投资 investment", invested, 1]] },
    { id: "matrix", zh: "地区 × 产业链", en: "Regions and chains", option: matrix,
      rows: (given) => given("matrix"), drawn: (rows) => rows,
      height: (rows) => 60 + 26 * axes(rows).chains.length, span: (rows, wide) => (wide ? 190 : 104) + (wide ? 70 : 60) * axes(rows).regions.length,
      remark: "数字是项目与企业之和；★ 主导产业，☆ 计划发展；“提到”是只提到此链；空白是没有记录 projects plus firms; ★ declared, ☆ planned leading industry; 提到 the chain is named only; blank: no record",
      unknown: (rows) => [["regions", place, "个地区 regions"], ["chains", (row) => row.chain, "条链 chains"]]
        .map(([what, key, words]) => [groups(rows, key).size - MOST[what], words]).filter(([left]) => left > 0)
        .map(([left, words]) => ({ text: `另有 ${left} ${words} 未画，见表 not drawn, see the table`, rows: [] })),
      columns: [["地区 region", place], ["产业链 chain", (row) => row.chain], ["项目 projects", n("projects"), 1], ["企业 firms", n("companies"), 1], ["主导产业 focus", focus], ["总投资 investment", invested, 1]] },
    { id: "blockers", zh: "堵点排行", en: "Ranking of difficulties", option: blockers,
      rows: (given) => given("blockers"), drawn: (rows) => rows, height: (rows) => 24 + 26 * rows.length,
      remark: "受阻的项目、园区、企业、产业链、地区数 projects, parks, firms, chains and regions held up", unknown: () => [],
      columns: [["堵点 category", (row) => category(row.category)], ["对象 subjects", n("subjects"), 1], ["总投资 investment", invested, 1], ["地区 regions", (row) => row.regions.join("、")]] },
  ];
};
