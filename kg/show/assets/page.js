"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = new Map(data.nodes.map((node) => [node.id, node]));
  const panel = document.getElementById("facts");
  const search = document.getElementById("search");

  const cy = cytoscape({
    container: document.getElementById("graph"),
    elements: {
      nodes: data.nodes.map((n) => ({
        data: { id: n.id, name: n.name.length > 14 ? n.name.slice(0, 13) + "…" : n.name,
          colour: n.colour, type: n.type, size: 12 + Math.min(18, 2 * Math.sqrt(n.facts.length) * 2) },
        classes: n.masked ? "masked" : "", position: { x: n.x, y: n.y },
      })),
      edges: data.edges.map((e) => ({
        data: { id: e.id, source: e.source, target: e.target, relation: e.relation },
        classes: e.tense + (e.derived ? " derived" : ""),
      })),
    },
    layout: { name: "preset", fit: true, padding: 24 },
    minZoom: 0.1, maxZoom: 1.8,
    style: [
      { selector: "node", style: { "background-color": "data(colour)", width: "data(size)", height: "data(size)",
        "border-width": 1, "border-color": "#1f2933", label: "data(name)", "font-size": 10, color: "#1f2933",
        "text-valign": "bottom", "text-margin-y": 2, "min-zoomed-font-size": 8,
        "text-outline-color": "#f4f5f7", "text-outline-width": 2 } },
      { selector: "node.masked", style: { "border-style": "dashed", "border-width": 2 } },
      { selector: "edge", style: { width: 1.2, "line-color": "#8a94a3", "target-arrow-color": "#8a94a3",
        "target-arrow-shape": "triangle", "arrow-scale": 0.7, "curve-style": "bezier" } },
      { selector: "edge.planned, edge.failed", style: { "line-style": "dashed" } },
      { selector: "edge.derived", style: { width: 0.6, "line-style": "dotted", "target-arrow-shape": "none" } },
      { selector: "edge.near", style: { label: "data(relation)", "font-size": 9, width: 2, "line-color": "#1f2933",
        "target-arrow-color": "#1f2933", "text-background-color": "#fff", "text-background-opacity": 0.85 } },
      { selector: ".far", style: { opacity: 0.15 } },
      { selector: "node:selected", style: { "border-width": 4 } },
      { selector: ".hidden", style: { display: "none" } },
    ],
  });

  function element(tag, text, name) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  function fact(told) {
    const item = element("li", "", told.tense || "");
    const line = element("div");
    line.append(told.subject + " ", element("span", told.relation, "relation"), " " + told.target + (told.date ? "（" + told.date + "）" : ""));
    item.append(line);
    if (told.quote) {
      item.append(element("blockquote", told.quote));
      const sure = told.confidence === null || told.confidence === undefined ? "" : " · " + told.confidence.toFixed(2);
      item.append(element("cite", told.source + sure + (told.rule ? " · " + told.rule : "")));
    } else {
      item.append(element("cite", "推导 derived"));
    }
    return item;
  }

  function show(id) {
    const node = byId.get(id);
    if (!node) return;
    panel.replaceChildren(element("h2", node.name));
    const also = node.aliases.length ? " · 又称 also " + node.aliases.join("、") : "";
    panel.append(element("p", node.type + also + " · 见于 in " + node.documents.join("、"), "meta"));
    const list = element("ol");
    node.facts.forEach((told) => list.append(fact(told)));
    panel.append(list);
    panel.scrollTop = 0;
    const chosen = cy.getElementById(id);
    cy.elements().unselect().removeClass("near").addClass("far");
    chosen.closedNeighborhood().removeClass("far");
    chosen.connectedEdges().addClass("near");
    chosen.select();
  }

  function clear() {
    cy.elements().removeClass("far near").unselect();
  }

  function find(text) {
    const said = text.trim();
    if (!said) return clear();
    const all = data.nodes.filter((n) => n.name.includes(said) || n.aliases.some((a) => a.includes(said)));
    const best = all.find((n) => n.name === said || n.aliases.includes(said)) || all[0];
    document.getElementById("status").textContent = all.length ? all.length + " 个匹配 matches" : "没有匹配 no match";
    if (best) {
      show(best.id);
      cy.animate({ fit: { eles: cy.getElementById(best.id).closedNeighborhood(), padding: 60 } }, { duration: 200 });
    }
  }

  function filter() {
    const types = new Set([...document.querySelectorAll("#types input[value]:checked")].map((box) => box.value));
    const planned = document.getElementById("planned").checked;
    cy.batch(() => {
      cy.nodes().forEach((n) => { n.toggleClass("hidden", !types.has(n.data("type"))); });
      cy.edges(".planned, .failed").toggleClass("hidden", !planned);
    });
  }

  function row(node) {
    const line = element("tr");
    const name = element("td");
    const button = element("button", node.name, "name");
    button.addEventListener("click", () => { show(node.id); panel.focus(); });
    name.append(button);
    line.append(name, element("td", node.type), element("td", String(node.facts.length)), element("td", node.documents.join("、")));
    return line;
  }

  document.querySelector("#table tbody").append(...data.nodes.map(row));
  document.getElementById("names").append(...data.nodes.map((n) => { const o = element("option"); o.value = n.name; return o; }));
  cy.on("tap", "node", (event) => show(event.target.id()));
  cy.on("tap", (event) => { if (event.target === cy) clear(); });
  search.addEventListener("change", () => find(search.value));
  document.getElementById("types").addEventListener("change", filter);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    if (event.key === "/" && document.activeElement !== search) { event.preventDefault(); search.focus(); }
  });
  window.kgPage = { nodes: cy.nodes().length, edges: cy.edges().length, show, find };
})();
