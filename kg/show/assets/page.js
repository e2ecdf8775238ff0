"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = new Map(data.nodes.map((node) => [node.id, node]));
  const order = [...document.querySelectorAll("#types input[value]")].map((box) => box.value);
  const panel = document.getElementById("facts");
  const start = [...panel.childNodes];
  const search = document.getElementById("search");
  const status = document.getElementById("status");
  const greeting = status.textContent;
  const MANY = 12; // matches listed
  const RING = 190, STEP = 150, ROOM = 125; // pixels of the rings around a chosen entity

  const cy = cytoscape({
    container: document.getElementById("graph"),
    elements: {
      nodes: data.nodes.map((n) => ({
        data: { id: n.id, whole: n.name, name: n.name.length > 14 ? n.name.slice(0, 13) + "…" : n.name,
          colour: n.colour, type: n.type, size: 12 + Math.min(18, 4 * Math.sqrt(n.facts.length)) },
        classes: (n.masked ? "masked" : "") + (n.hub ? " hub" : "") + (n.drawn ? "" : " away"),
        position: { x: n.x, y: n.y },
      })),
      edges: data.edges.map((e) => ({
        data: { id: e.id, source: e.source, target: e.target, relation: e.relation },
        classes: e.tense + (e.derived ? " derived" : ""),
      })),
    },
    layout: { name: "preset", fit: false },
    minZoom: 0.05, maxZoom: 1.6,
    style: [
      { selector: "node", style: { "background-color": "data(colour)", width: "data(size)", height: "data(size)",
        "border-width": 1, "border-color": "#1f2933", label: "data(name)", "font-size": 11, color: "#1f2933",
        "font-family": getComputedStyle(document.body).fontFamily,
        "text-valign": "bottom", "text-margin-y": 2, "min-zoomed-font-size": 8,
        "text-outline-color": "#f4f5f7", "text-outline-width": 2 } },
      { selector: "node.masked", style: { "border-style": "dashed", "border-width": 2 } },
      { selector: "node.hub", style: { "font-weight": "bold", "text-outline-width": 3 } },
      { selector: "edge", style: { width: 1.2, "line-color": "#8a94a3", "target-arrow-color": "#8a94a3",
        "target-arrow-shape": "triangle", "arrow-scale": 0.7, "curve-style": "bezier", "control-point-step-size": 60 } },
      { selector: "edge.planned, edge.failed", style: { "line-style": "dashed" } },
      { selector: "edge.derived", style: { width: 0.6, "line-style": "dotted", "target-arrow-shape": "none" } },
      { selector: "edge.near", style: { label: "data(relation)", "font-size": 10, width: 1.6, "line-color": "#4a5563",
        "target-arrow-color": "#4a5563", "text-background-color": "#f4f5f7", "text-background-opacity": 0.9,
        "min-zoomed-font-size": 7, color: "#1f2933" } },
      { selector: "edge.far", style: { opacity: 0.25 } },
      { selector: "node.chosen", style: { "border-width": 4, "font-size": 14, "font-weight": "bold",
        "min-zoomed-font-size": 0, "z-index": 8 } },
      { selector: "node.named", style: { label: "data(whole)", "min-zoomed-font-size": 0, "z-index": 9,
        "text-outline-width": 3, "border-width": 3 } },
      { selector: ".away, .hidden", style: { display: "none" } },
    ],
  });

  function element(tag, text, name) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  function nameButton(node) {
    const button = element("button", node.name, "name");
    button.type = "button";
    button.addEventListener("click", () => { show(node.id); panel.focus(); });
    return button;
  }

  function fact(told) {
    const item = element("li", "", told.tense || "");
    const line = element("div");
    line.append(told.subject + " ", element("span", told.relation, "relation"), " " + told.target + (told.date ? "（" + told.date + "）" : ""));
    item.append(line);
    if (told.quote) item.append(element("blockquote", told.quote));
    const parts = told.source ? [told.source, told.confidence?.toFixed(2), told.rule] : ["推导 derived"];
    item.append(element("cite", parts.filter(Boolean).join(" · ")));
    return item;
  }

  function group(relation, facts) {
    const box = element("details");
    box.open = facts.some((told) => told.source);
    const head = element("summary", relation + " ");
    head.append(element("small", String(facts.length)));
    const list = element("ol");
    list.append(...facts.map(fact));
    box.append(head, list);
    return box;
  }

  function tell(node) {
    panel.replaceChildren(element("h2", node.name));
    const also = node.aliases.length ? " · 又称 also " + node.aliases.join("、") : "";
    panel.append(element("p", node.zh + " " + node.type + also + " · 见于 in " + node.documents.join("、"), "meta"));
    const groups = new Map();
    node.facts.map((index) => data.facts[index]).forEach((told) => {
      if (!groups.has(told.relation)) groups.set(told.relation, []);
      groups.get(told.relation).push(told);
    });
    groups.forEach((facts, relation) => panel.append(group(relation, facts)));
    if (!groups.size) panel.append(element("p", "只提到名称，没有事实。Named only, no facts."));
    panel.scrollTop = 0;
  }

  function rings(nodes) {
    const one = nodes.length * ROOM / (2 * Math.PI); // as wide as one ring would be
    let reach = one < 2 * RING ? Math.max(RING, one) : RING, from = 0;
    while (from < nodes.length) {
      const here = nodes.slice(from, from + Math.max(6, Math.round(2 * Math.PI * reach / ROOM)));
      here.forEach((node, i) => {
        const angle = 2 * Math.PI * (i + (reach === RING ? 0 : 0.5)) / here.length;
        node.position({ x: reach * 1.25 * Math.cos(angle), y: reach * Math.sin(angle) });
      });
      from += here.length;
      reach += STEP;
    }
  }

  function place(id) {
    const chosen = cy.getElementById(id);
    const near = chosen.neighborhood().nodes();
    cy.batch(() => {
      cy.nodes(".chosen").removeStyle("font-size");
      cy.elements().removeClass("near far chosen").addClass("away");
      chosen.removeClass("away").addClass("chosen").position({ x: 0, y: 0 });
      near.removeClass("away");
      near.edgesWith(near).removeClass("away").addClass("far");
      chosen.connectedEdges().removeClass("away").addClass("near");
      rings(near.sort((a, b) => order.indexOf(a.data("type")) - order.indexOf(b.data("type")) || a.data("name").localeCompare(b.data("name"))).toArray());
    });
    fit(chosen.union(near), 50);
  }

  function show(id) {
    const node = byId.get(id);
    if (!node) return;
    const box = document.querySelector(`#types input[value="${node.type}"]`);
    if (!box.checked) { box.checked = true; filter(); }
    document.body.classList.add("chosen");
    tell(node);
    place(id);
  }

  function clear() {
    document.body.classList.remove("chosen");
    panel.replaceChildren(...start);
    status.textContent = greeting;
    document.getElementById("matches").replaceChildren();
    cy.batch(() => {
      cy.edges().removeClass("near far away");
      cy.nodes().forEach((node) => {
        const n = byId.get(node.id());
        node.removeStyle("font-size").removeClass("chosen").toggleClass("away", !n.drawn).position({ x: n.x, y: n.y });
      });
    });
    fit(cy.nodes().not(".away"), 24);
  }

  function fit(nodes, padding) {
    cy.nodes(".hub").style("font-size", 13); // else the names of the last view are fitted too
    cy.fit(nodes, padding);
    size();
  }

  function size() { // names of large regions and of the chosen stay readable in a small graph
    const whole = !document.body.classList.contains("chosen");
    cy.nodes(".hub").style("font-size", whole ? Math.max(13, 13 / cy.zoom()) : 13);
    cy.nodes(".chosen").style("font-size", Math.max(14, 14 / cy.zoom()));
  }

  function hover(event) {
    const on = event.type === "mouseover";
    event.target.toggleClass("named", on);
    if (on) event.target.style("font-size", Math.max(13, 13 / cy.zoom()));
    else event.target.removeStyle("font-size");
    size();
  }

  function find(text) {
    const said = text.trim();
    if (!said) return clear();
    const all = data.nodes.filter((n) => n.name.includes(said) || n.aliases.some((a) => a.includes(said)));
    const rank = (n) => (n.name === said ? 0 : n.aliases.includes(said) ? 1 : 2);
    all.sort((a, b) => rank(a) - rank(b));
    status.textContent = all.length ? all.length + " 个匹配 matches" : "没有匹配 no match";
    document.getElementById("matches").replaceChildren(...(all.length > 1 ? all.slice(0, MANY) : []).map((n) => {
      const item = element("li");
      item.append(nameButton(n));
      return item;
    }));
    if (all.length) show(all[0].id);
  }

  function filter() {
    const types = new Set([...document.querySelectorAll("#types input[value]:checked")].map((box) => box.value));
    const planned = document.getElementById("planned").checked;
    panel.classList.toggle("no-plans", !planned);
    cy.batch(() => {
      cy.nodes().forEach((n) => { n.toggleClass("hidden", !types.has(n.data("type"))); });
      cy.edges(".planned, .failed").toggleClass("hidden", !planned);
    });
    document.querySelectorAll("#table tbody tr").forEach((line) => { line.hidden = !types.has(line.dataset.type); });
  }

  function row(node) {
    const line = element("tr");
    line.dataset.type = node.type;
    const name = element("td");
    name.append(nameButton(node));
    line.append(name, element("td", node.zh), element("td", String(node.facts.length)), element("td", node.documents.join("、")));
    return line;
  }

  const table = [...data.nodes].sort((a, b) => b.facts.length - a.facts.length);
  document.querySelector("#table tbody").append(...table.map(row));
  document.getElementById("names").append(...data.nodes.map((n) => { const o = element("option"); o.value = n.name; return o; }));
  cy.on("tap", "node", (event) => show(event.target.id()));
  cy.on("tap", (event) => { if (event.target === cy) clear(); });
  cy.on("mouseover mouseout", "node", hover);
  cy.on("zoom", size);
  window.addEventListener("beforeprint", () => {
    document.getElementById("printed").src = cy.png({ scale: 2, bg: "#ffffff" });
  });
  document.getElementById("whole").addEventListener("click", () => { search.value = ""; clear(); });
  search.addEventListener("change", () => find(search.value));
  document.getElementById("types").addEventListener("change", filter);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    if (event.key === "/" && document.activeElement !== search) { event.preventDefault(); search.focus(); }
  });
  clear();
  window.kgPage = { cy, show, find };
})();
