"use strict";
// Who agreed to what and who promised what to whom, with the status of each.

Kg.ledger = (() => {
  const { nodes, typeName } = Kg.model;
  const { cell, days, factuality, byDate, table, empty } = Kg.lists;
  const { el } = Kg.dom;

  function status(property) {
    return (node) => {
      const said = cell(node, property);
      return [said.length ? said.map((one) => el("span", { class: "chip status" }, one.textContent)) : null, " ", nodes[node].factuality === "actual" ? null : factuality(node)];
    };
  }

  const outlets = (node) => nodes[node].outlets.length;
  /** The name, and below it what kind of agreement it is where that says more. */
  function agreement(node) {
    const kind = typeName(node);
    return [Kg.evidence.nodeButton(node), kind === "Agreement" ? null : el("div", { class: "count under" }, kind)];
  }

  const AGREEMENTS = [
    ["Agreement", agreement],
    ["Parties", (node) => cell(node, "party", "signatory")],
    ["About", (node) => cell(node, "topic")],
    ["When and where", (node) => [el("div", {}, days(node)), cell(node, "place")]],
    ["Status", status("agreementStatus")],
    ["Outlets", outlets],
  ];

  function amount(node) {
    const share = cell(node, "percentOfGDP");
    return [cell(node, "amount"), share.length ? [share, " % of GDP"] : null];
  }

  function promise(node) {
    const words = cell(node, "content");
    return [Kg.evidence.nodeButton(node), words.length ? el("div", { class: "count under" }, words) : null];
  }

  const COMMITMENTS = [
    ["Commitment", promise],
    ["By", (node) => cell(node, "committedBy")],
    ["To", (node) => cell(node, "committedTo")],
    ["Amount", amount],
    ["Made", days],
    ["Deadline", (node) => cell(node, "deadline")],
    ["Status", status("commitmentStatus")],
    ["Outlets", outlets],
  ];

  function build(shown) {
    const of = (kind) => [...shown.nodes].filter((node) => nodes[node].kind === kind).sort(byDate);
    const parts = [["Agreements", AGREEMENTS, of("agreement")], ["Commitments", COMMITMENTS, of("commitment")]];
    return parts.map(([name, columns, rows]) => (rows.length ? table(name, columns, rows) : empty(`${name}: none among what is shown.`)));
  }

  return { show: Kg.lists.keeping(build) };
})();
