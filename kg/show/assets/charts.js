"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const font = getComputedStyle(document.body).fontFamily;
  const views = kgOptions(data, { font });
  const chooser = document.getElementById("region");
  const panel = document.getElementById("facts");
  const NARROW = 700, PICTURE = 1000, TITLE = 48; // pixels
  let last = null; // what had the focus before the panel

  function element(tag, text, name) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  function button(text, act, name) {
    const made = element("button", text, name);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function given(name) {
    const chosen = data.regions.findIndex((region) => region.name === chooser.value);
    if (name === "blockers") return data.blockers[chosen + 1];
    if (chosen < 0) return data.rows[name];
    const inside = new Set(data.regions[chosen].within);
    return data.rows[name].filter((row) => row.region.some((region) => inside.has(region)));
  }

  function show(view, title, rows) {
    if (panel.hidden) last = document.activeElement;
    panel.hidden = false;
    panel.replaceChildren(button("关闭 close", close, "close"), element("h2", title));
    rows.forEach((row) => {
      panel.append(element("h3", view.columns.map(([title, cell, number]) => (number ? title + " " : "") + cell(row)).join(" · ")));
      const list = element("ol");
      row.sentences.map((index) => data.sentences[index]).forEach(([source, text]) => {
        const item = element("li");
        item.append(element("blockquote", text), element("cite", source));
        list.append(item);
      });
      panel.append(row.sentences.length ? list : element("p", "没有单独的原文 no sentence of its own"));
    });
    panel.scrollTop = 0;
    resize();
    panel.focus({ preventScroll: true });
  }

  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    resize();
    if (last && last.isConnected) last.focus({ preventScroll: true });
  }

  function build(view) {
    const section = element("section");
    section.id = view.id;
    const head = element("h2", view.zh + " ");
    head.append(element("small", view.en));
    const tools = view.tools = element("div", "", "tools");
    ["png", "svg"].forEach((form) => {
      const made = button(form.toUpperCase(), () => download(view, form));
      made.setAttribute("aria-label", `下载 download ${form.toUpperCase()}：${view.zh} ${view.en}`);
      tools.append(made);
    });
    const wide = element("div", "", "wide");
    wide.tabIndex = 0;
    wide.setAttribute("role", "group");
    wide.setAttribute("aria-label", `${view.zh} ${view.en}；同样的数据见下方表格 the same data stands in the table below`);
    view.box = element("div", "", "chart");
    wide.append(view.box);
    view.printed = element("img", "", "printed");
    view.printed.alt = `${view.zh} ${view.en}`;
    view.told = element("p", "", "unknown");
    const table = element("table");
    const line = element("tr");
    line.append(...view.columns.map(([title, , number]) => { const th = element("th", title, number ? "number" : ""); th.scope = "col"; return th; }));
    const thead = element("thead");
    thead.append(line);
    view.body = element("tbody");
    table.append(thead, view.body);
    const scroll = element("div", "", "scroll");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", `${view.zh}：表 table`);
    scroll.append(table);
    section.append(head, element("p", view.remark), tools, wide, view.printed, view.told, scroll);
    document.getElementById("views").append(section);
  }

  function tableRow(view, row) {
    const line = element("tr");
    line.append(...view.columns.map(([, cell, number], i) => {
      const td = element("td", i ? cell(row) : "", number ? "number" : "");
      if (!i) td.append(button(cell(row), () => show(view, view.zh, [row]), "name"));
      return td;
    }));
    return line;
  }

  function draw(view) {
    const rows = view.rows(given), some = view.drawn(rows).length > 0;
    view.chart?.dispose();
    view.tools.querySelectorAll("button").forEach((tool) => { tool.disabled = !some; });
    view.chart = null;
    view.box.replaceChildren();
    const wide = view.box.parentElement.clientWidth >= NARROW;
    view.box.style.width = view.span ? Math.max(view.box.parentElement.clientWidth, view.span(rows, wide)) + "px" : "100%";
    view.box.style.height = some ? view.height(view.drawn(rows)) + "px" : "auto";
    if (some) {
      view.chart = echarts.init(view.box);
      view.chart.setOption(view.option(rows, { top: 4, wide, width: view.box.clientWidth }));
      view.chart.on("click", (p) => { if (p.data && p.data.rows) show(view, (p.data.told || p.name).split("\n")[0], p.data.rows); });
    }
    else view.box.append(element("p", "没有可画的记录 nothing to draw"));
  }

  function tell(view) {
    const rows = view.rows(given);
    view.told.replaceChildren(...view.unknown(rows).flatMap(({ text, rows: open }, i) => {
      const told = open.length ? button(text, () => show(view, text, open), "name") : element("span", text);
      return i ? [element("br"), told] : [told];
    }));
    view.body.replaceChildren(...rows.map((row) => tableRow(view, row)));
  }

  function picture(view, form) { // the chart alone with its title: the address of a file's content
    const rows = view.rows(given);
    const width = view.span ? Math.max(PICTURE, view.span(rows, true)) : PICTURE;
    const size = { width, height: view.height(view.drawn(rows)) + TITLE };
    const made = form === "svg" ? echarts.init(null, null, { renderer: "svg", ssr: true, ...size }) : echarts.init(element("div"), null, size);
    const title = [view.zh, view.en, chooser.value].filter(Boolean).join("  ");
    made.setOption({
      ...view.option(rows, { top: TITLE, wide: true, width }), backgroundColor: "#ffffff",
      title: { text: title, left: 8, top: 8, textStyle: { fontSize: 16, color: "#1f2933" } },
    });
    const url = form === "svg" ? "data:image/svg+xml;charset=utf-8," + encodeURIComponent(made.renderToSVGString())
      : made.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: "#ffffff" });
    made.dispose();
    return url;
  }

  function download(view, form) {
    const link = element("a");
    link.download = `${view.id}.${form}`;
    link.href = picture(view, form);
    link.click();
  }

  function drawAll() {
    views.forEach((view) => { draw(view); tell(view); });
    document.getElementById("status").textContent = `${chooser.value || "全部地区 all regions"}：` +
      views.map((view) => `${view.zh} ${view.body.children.length} 行 rows`).join("，");
  }

  let waiting = 0;
  function resize() {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => views.forEach(draw));
  }

  chooser.append(...data.regions.map(({ name }) => { const o = element("option", name); o.value = name; return o; }));
  chooser.addEventListener("change", () => { close(); drawAll(); });
  views.forEach(build);
  drawAll();
  let width = window.innerWidth;
  window.addEventListener("resize", () => { if (window.innerWidth !== width) { width = window.innerWidth; resize(); } });
  window.addEventListener("beforeprint", () => views.forEach((view) => {
    view.printed.hidden = !view.chart;
    if (view.chart) view.printed.src = picture(view, "png");
  }));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  window.kgCharts = { views, given };
})();
