"use strict";
// What the list views share: rows that name a node, long lists in pages, and the mark on what is chosen.

Kg.lists = (() => {
  const { nodes, values, objectText } = Kg.model;
  const { el, bdi, button } = Kg.dom;
  const { FACTUALITIES } = Kg.looks;

  /** Append items some at a time, with a button for the rest. */
  function paged(list, items, make, atOnce = 150) {
    let done = 0;
    const more = button("", () => append(), { class: "more" });
    function append() {
      const next = items.slice(done, done + atOnce);
      list.append(...next.flatMap(make));
      done += next.length;
      more.textContent = `Show ${Math.min(atOnce, items.length - done)} more of ${items.length - done}`;
      more.hidden = done >= items.length;
    }
    append();
    return more;
  }

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
    return parts.map((fact, step) => [step ? ", " : null, fact.o >= 0 ? Kg.panel.nodeButton(fact.o) : bdi(objectText(fact))]);
  }

  const factuality = (node) => {
    const name = nodes[node].factuality;
    return name ? Kg.panel.chip(FACTUALITIES[name] || name, `modality-${name}`) : null;
  };

  const empty = (text) => el("p", { class: "nothing pad" }, text);
  const byDate = (a, b) => (nodes[a].from || nodes[a].to || "9999").localeCompare(nodes[b].from || nodes[b].to || "9999") || a - b;

  function table(caption, columns, rows) {
    const body = el("tbody");
    const make = (node) => el("tr", { data: { node } }, columns.map(([, value]) => el("td", {}, value(node))));
    const more = paged(body, rows, make);
    return el("div", { class: "scroll" },
      el("table", {}, el("caption", {}, `${caption} (${rows.length})`),
        el("thead", {}, el("tr", {}, columns.map(([name]) => el("th", { scope: "col" }, name)))), body), more);
  }

  return { paged, mark, keeping, cell, factuality, empty, byDate, table };
})();
