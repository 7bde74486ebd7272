"use strict";
// All nodes in a table that sorts by any column.

Kg.table = (() => {
  const { nodes, linksOf, typeName, when } = Kg.model;
  const { el, button } = Kg.dom;
  const placesOf = (node) => nodes[node].places.map((place) => nodes[place].label).join(", ");
  const COLUMNS = [
    ["Name", (node) => nodes[node].label, (node) => Kg.evidence.nodeButton(node)],
    ["Type", typeName],
    ["Date", when, (node) => Kg.lists.days(node)],
    ["Place", placesOf],
    ["Factuality", (node) => nodes[node].factuality, (node) => Kg.lists.factuality(node)],
    ["Links", (node) => linksOf[node].length],
    ["Outlets", (node) => nodes[node].outlets.length],
  ];
  let order = { column: 5, down: true };

  function sorted(ids) {
    const key = COLUMNS[order.column][1];
    const compare = (a, b) => {
      const [one, two] = [key(a), key(b)];
      // what is missing stands last whichever way the column runs
      if (one === "" || two === "") return (one === "") - (two === "") || a - b;
      const by = typeof one === "number" ? one - two : one.localeCompare(two);
      return (order.down ? -by : by) || a - b;
    };
    return ids.sort(compare);
  }

  function header(rebuild) {
    return COLUMNS.map(([name], column) => {
      const active = order.column === column;
      const turn = () => {
        order = { column, down: active ? !order.down : column >= 5 };
        rebuild(column);
      };
      return el("th", { scope: "col", "aria-sort": active ? (order.down ? "descending" : "ascending") : "none" },
        button([name, active ? (order.down ? " ↓" : " ↑") : ""], turn, { class: "sort" }));
    });
  }

  function build(shown, state, root) {
    const ids = sorted([...shown.nodes]);
    const rebuild = (column) => {
      root.replaceChildren(...build(shown, Kg.state.get(), root));
      root.querySelectorAll(".sort")[column].focus();
      Kg.lists.mark(root, Kg.state.get());
    };
    const body = el("tbody");
    const make = (node) => el("tr", { data: { node } }, COLUMNS.map(([, text, cell]) => el("td", {}, (cell || text)(node))));
    const more = Kg.dom.paged(body, ids, make);
    return [el("div", { class: "scroll" },
      el("table", {}, el("caption", {}, `Nodes (${ids.length})`), el("thead", {}, el("tr", {}, header(rebuild))), body), more)];
  }

  return { show: Kg.lists.keeping(build) };
})();
