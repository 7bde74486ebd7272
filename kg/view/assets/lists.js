"use strict";
// What the list views share: cells, tables, and the mark on what is chosen.

Kg.lists = (() => {
  const { nodes, values, objectText, when } = Kg.model;
  const { el, bdi, paged } = Kg.dom;
  const { FACTUALITIES } = Kg.looks;

  /** Mark the rows of the chosen node and bring the first into sight. */
  function mark(root, state) {
    let first = true;
    root.querySelectorAll("[data-node]").forEach((row) => {
      const chosen = Number(row.dataset.node) === state.node;
      row.classList.toggle("is-chosen", chosen);
      if (chosen && first) row.scrollIntoView({ block: "nearest" });
      first = first && !chosen;
    });
  }

  /** Rebuild a view only when other nodes are shown than before. */
  function keeping(build) {
    let last = null;
    return (state, root) => {
      const shown = Kg.filters.shown(state);
      if (last !== shown) root.replaceChildren(...build(shown, state, root).flat().filter(Boolean));
      last = shown;
      mark(root, state);
    };
  }

  /** The values of some properties as buttons and words. */
  function cell(node, ...names) {
    const seen = new Set();
    const parts = values(node, ...names).filter((fact) => !seen.has(objectText(fact)) && seen.add(objectText(fact)));
    return parts.map((fact) => el("div", {}, fact.o >= 0 ? Kg.evidence.nodeButton(fact.o) : bdi(objectText(fact))));
  }

  const factuality = (node) => {
    const name = nodes[node].factuality;
    return name ? Kg.evidence.chip(FACTUALITIES[name] || name, `modality-${name}`) : null;
  };

  /** "20000" reads "20,000"; the browser's own way loads the rules of all languages first. */
  const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  /** When it was; a line may end between two days, not within one. */
  const days = (node) => when(node).split(" – ").flatMap((day, step) => [step ? " – " : null, el("span", { class: "day-whole" }, day)]);

  const empty = (text) => el("p", { class: "nothing pad" }, text);
  const ORDER = ["event", "agreement", "commitment", "statement"];
  const day = (node) => nodes[node].from || nodes[node].to || "9999";
  const rank = (node) => ORDER.indexOf(nodes[node].kind) * 1000 - nodes[node].outlets.length;
  /** By day; within a day what happened before what was promised and said, the most reported first. */
  const byDate = (a, b) => day(a).localeCompare(day(b)) || rank(a) - rank(b) || a - b;

  function table(caption, columns, rows) {
    const body = el("tbody");
    const make = (node) => el("tr", { data: { node } }, columns.map(([, value]) => el("td", {}, value(node))));
    const more = paged(body, rows, make);
    return el("div", { class: "scroll" },
      el("table", {}, el("caption", {}, `${caption} (${rows.length})`),
        el("thead", {}, el("tr", {}, columns.map(([name]) => el("th", { scope: "col" }, name)))), body), more);
  }

  return { mark, keeping, cell, factuality, count, days, empty, byDate, table };
})();
