"use strict";
// Search with suggestions: a combobox over labels, other names and types.

Kg.search = (() => {
  const { nodes, linksOf, typeName, when } = Kg.model;
  const { el, bdi, byId } = Kg.dom;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const entries = nodes.map((node, index) => ({
    index,
    names: [node.label, ...node.aliases].map(fold),
    rest: fold(`${typeName(index)} ${node.from}`),
  }));
  let found = [];
  let chosen = -1;

  /** Nodes that hold every word: people and places before what they did, beginnings first, then the most connected. */
  function search(query) {
    const whole = fold(query.trim());
    const parts = whole.split(/\s+/).filter(Boolean);
    if (!parts.length) return [];
    const hits = entries.filter(({ names, rest }) => parts.every((part) => rest.includes(part) || names.some((name) => name.includes(part))));
    const rank = ({ index, names }) => {
      const begins = names.some((name) => name.startsWith(whole) || name.includes(` ${whole}`));
      return (begins ? 0 : 2) + (Kg.model.isHappening(index) ? 1 : 0);
    };
    hits.sort((a, b) => rank(a) - rank(b) || linksOf[b.index].length - linksOf[a.index].length || a.index - b.index);
    return hits.slice(0, 12).map((hit) => hit.index);
  }

  function close() {
    byId("suggestions").hidden = true;
    byId("search").setAttribute("aria-expanded", "false");
    byId("search").removeAttribute("aria-activedescendant");
    chosen = -1;
  }

  function take(node) {
    byId("search").value = nodes[node].label;
    close();
    Kg.state.set({ node });
  }

  function render() {
    const list = byId("suggestions");
    const rows = found.map((node, row) =>
      el("li", { role: "option", id: `suggestion-${row}`, "aria-selected": String(row === chosen), on: { mousedown: (event) => (event.preventDefault(), take(node)) } },
        Kg.looks.signOf(node), bdi(nodes[node].label), el("span", { class: "count" }, [typeName(node), when(node)].filter(Boolean).join(" · "))));
    list.replaceChildren(...(rows.length ? rows : [el("li", { class: "nothing" }, "Nothing has that name")]));
    list.hidden = false;
    byId("search").setAttribute("aria-expanded", "true");
    if (chosen >= 0) byId("search").setAttribute("aria-activedescendant", `suggestion-${chosen}`);
  }

  function onKey(event) {
    const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (turn && found.length) {
      chosen = (chosen + turn + found.length) % found.length;
      render();
      event.preventDefault();
    } else if (event.key === "Enter" && found.length) take(found[Math.max(chosen, 0)]);
    else if (event.key === "Escape") close();
  }

  function start() {
    const box = byId("search");
    box.addEventListener("input", () => {
      found = search(box.value);
      chosen = -1;
      if (box.value.trim()) render();
      else close();
    });
    box.addEventListener("keydown", onKey);
    box.addEventListener("blur", close);
    document.addEventListener("keydown", (event) => {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key === "/" && !typing) {
        event.preventDefault();
        box.focus();
      } else if (event.key === "Escape" && !typing) Kg.state.set({ node: -1, link: -1 });
    });
  }

  return { start };
})();
