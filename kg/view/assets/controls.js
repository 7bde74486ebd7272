"use strict";
// The bar and the side: views, legend, filters, focus, path, hidden and pinned nodes.

Kg.controls = (() => {
  const { nodes, links } = Kg.model;
  const { el, bdi, button, byId } = Kg.dom;
  const { PLURALS, FAMILIES, FACTUALITIES, sign, lineSample } = Kg.looks;
  const { count } = Kg.lists;
  const VIEWS = { network: "Network", timeline: "Timeline", table: "Table", ledger: "Agreements", disagreements: "Disagreements", map: "Map" };

  const present = new Set(nodes.map((node) => node.kind));
  const countBy = (list, key) => list.reduce((counts, item) => counts.set(key(item), (counts.get(key(item)) || 0) + 1), new Map());

  // ---------------------------------------------------------------- legend
  function legendGroup(title, set, names, counts, sample) {
    const present = Object.keys(names).filter((name) => counts.has(name) && (counts.get(name) || name !== "unlinked"));
    if (!present.length) return null;
    const rows = present.map((name) => {
      const box = el("input", { type: "checkbox", checked: true, on: { change: () => Kg.state.toggle(set, name, !box.checked) }, data: { set, name } });
      return el("li", {}, el("label", {}, box, sample(name), el("span", {}, names[name]), el("span", { class: "count" }, counts.get(name) ? count(counts.get(name)) : "")));
    });
    return el("fieldset", {}, el("legend", {}, title), el("ul", { class: "legend" }, rows));
  }

  function kindSign(kind) {
    return kind === "unlinked" ? el("span", { class: "sign" }) : sign(kind, kind === "event" ? "other" : "");
  }

  function legend() {
    const events = nodes.filter((node) => node.kind === "event");
    const linked = new Set(links.flatMap((link) => [link.from, link.to]));
    const kinds = countBy(nodes, (node) => node.kind).set("unlinked", nodes.length - linked.size);
    const told = countBy(nodes.filter((node) => node.factuality), (node) => node.factuality);
    // a denied link may end at an event that nobody denies
    links.forEach((link) => told.set(link.modality, told.get(link.modality) || 0));
    return [
      legendGroup("Kinds", "noKinds", { ...PLURALS, unlinked: "Without a link" }, kinds, kindSign),
      legendGroup("Events", "noFamilies", FAMILIES, countBy(events, (node) => node.family), (family) => sign("event", family)),
      legendGroup("Factuality", "noFactualities", FACTUALITIES, told, lineSample),
      el("p", { class: "hint" }, "The more outlets report a link, the thicker its line. Hollow signs have not happened."),
    ];
  }

  // ---------------------------------------------------------------- filters
  const unique = (values) => [...new Set(values)].filter(Boolean).sort((a, b) => a.localeCompare(b));

  function select(id, title, field, options) {
    const list = el("select", { id, on: { change: () => Kg.state.set({ [field]: list.value }) }, data: { field } },
      el("option", { value: "" }, "All"), options.map((value) => el("option", { value }, value)));
    return el("div", { class: "field" }, el("label", { for: id }, title), list);
  }

  /** A text field that names a node; several nodes may share a label, the most connected one is meant. */
  function nodeField(id, title, field, kinds) {
    const choices = [...nodes.keys()].filter((node) => kinds.includes(nodes[node].kind));
    choices.sort((a, b) => Kg.model.linksOf[b].length - Kg.model.linksOf[a].length || a - b);
    const named = new Map();
    choices.forEach((node) => named.has(nodes[node].label) || named.set(nodes[node].label, node));
    const list = el("datalist", { id: `${id}-list` }, [...named.keys()].slice(0, 500).map((value) => el("option", { value })));
    const change = () => {
      const node = input.value ? named.get(input.value) : -1;
      input.setCustomValidity(node === undefined ? "Nothing here has that name" : "");
      if (node !== undefined) Kg.state.set({ [field]: node });
      else input.reportValidity();
    };
    const input = el("input", { id, list: `${id}-list`, autocomplete: "off", placeholder: "Any", on: { change }, data: { field } });
    return el("div", { class: "field" }, el("label", { for: id }, title), input, list);
  }

  function dateField(id, title, field) {
    const input = el("input", { id, type: "date", on: { change: () => Kg.state.set({ [field]: input.value }) }, data: { field } });
    return el("div", { class: "field" }, el("label", { for: id }, title), input);
  }

  function filters() {
    const actors = ["person", "state", "group"];
    const types = unique(nodes.filter((_, node) => Kg.model.isHappening(node)).map((node) => node.type));
    return [
      el("fieldset", {}, el("legend", {}, "Filters"),
        select("type", "Type", "type", types),
        nodeField("actor", "Actor", "actor", actors),
        nodeField("place", "Place", "place", ["place", "state"]),
        select("outlet", "Outlet", "outlet", unique(nodes.flatMap((node) => node.outlets))),
        el("div", { class: "pair" }, dateField("since", "From", "since"), dateField("until", "To", "until"))),
      el("fieldset", {}, el("legend", {}, "Focus"),
        nodeField("focus", "Around", "focus", Object.keys(PLURALS)), depthField()),
      el("fieldset", {}, el("legend", {}, "Path between two"),
        nodeField("path-from", "From", "pathFrom", actors), nodeField("path-to", "To", "pathTo", actors)),
      el("div", { class: "kept", id: "kept" }),
      button("Clear all", () => Kg.state.reset(), { id: "reset" }),
    ];
  }

  function depthField() {
    const input = el("input", { id: "depth", type: "range", min: 0, max: 4, step: 1, on: { input: () => Kg.state.set({ depth: Number(input.value) }) } });
    return el("div", { class: "field" }, el("label", { for: "depth" }, "Steps ", el("output", { id: "depth-value", for: "depth" })), input);
  }

  /** Hidden and pinned nodes, each with a button that takes it back. */
  function kept(state) {
    const row = (title, name, label) => state[name].size === 0 ? null : el("div", {}, el("h3", {}, `${title} (${state[name].size})`),
      [...state[name]].slice(0, 20).map((one) => button([bdi(label(one)), " ×"], () => Kg.state.toggle(name, one, false), { class: "small", "aria-label": `${title}: ${label(one)}, take back` })),
      button("All back", () => Kg.state.set({ [name]: new Set() }), { class: "small" }));
    const labelOf = (node) => nodes[node].label;
    const rows = [row("Hidden", "hidden", labelOf), row("Pinned", "pinned", labelOf), row("Open groups", "open", (group) => Kg.panel.groupTitle(Number(group)))];
    byId("kept").replaceChildren(...rows.filter(Boolean));
  }

  // ---------------------------------------------------------------- views
  function tabs() {
    const names = Object.keys(VIEWS);
    const move = (event) => {
      const turn = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!turn) return;
      const next = names[(names.indexOf(Kg.state.get().view) + turn + names.length) % names.length];
      Kg.state.set({ view: next });
      byId(`tab-${next}`).focus();
    };
    byId("views").addEventListener("keydown", move);
    byId("views").append(...names.map((name) =>
      button(VIEWS[name], () => Kg.state.set({ view: name }), { role: "tab", id: `tab-${name}`, "aria-controls": `view-${name}`, data: { view: name } })));
  }

  function showTabs(state) {
    Object.keys(VIEWS).forEach((name) => {
      const chosen = name === state.view;
      byId(`tab-${name}`).setAttribute("aria-selected", String(chosen));
      byId(`tab-${name}`).tabIndex = chosen ? 0 : -1;
      byId(`view-${name}`).hidden = !chosen;
      // on a narrow screen the row of tabs runs out of sight
      if (chosen) byId(`tab-${name}`).scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }

  function mirror(state) {
    byId("side").querySelectorAll("[data-field]").forEach((input) => {
      const value = state[input.dataset.field];
      const text = typeof value === "number" ? nodes[value]?.label ?? "" : value;
      if (document.activeElement !== input || input.value !== text) input.value = text;
      input.setCustomValidity("");
    });
    byId("side").querySelectorAll("[data-set]").forEach((box) => (box.checked = !state[box.dataset.set].has(box.dataset.name)));
    byId("depth").value = state.depth;
    byId("depth-value").textContent = state.depth;
  }

  function applyTheme(state) {
    const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    byId("theme").textContent = dark ? "Light" : "Dark";
  }

  /** Say what is shown and what is left out. */
  function status(state, content) {
    const shown = Kg.filters.shown(state);
    const words = [`${count(shown.nodes.size)} of ${count(nodes.length)} nodes, ${count(shown.links.length)} of ${count(links.length)} links`];
    const off = Object.keys(PLURALS).filter((kind) => state.noKinds.has(kind) && present.has(kind)).map((kind) => PLURALS[kind].toLowerCase());
    if (off.length) words.push(`off: ${off.join(", ")}`);
    if (state.view === "network") words.push(...leftOut(content));
    if (state.focus >= 0) words.push(`around ${nodes[state.focus].label}, ${state.depth} ${state.depth === 1 ? "step" : "steps"}`);
    byId("status").textContent = Kg.dom.plain(words.join(" · "));
  }

  function leftOut({ groups, loose, far }) {
    const inside = [...groups.values()].reduce((sum, here) => sum + here.length, 0);
    return [
      inside && `${count(inside)} nodes in ${count(groups.size)} groups: open one, search or filter`,
      loose && `${count(loose)} unlinked not drawn`,
      far && `${count(far)} farther ones not drawn`,
    ].filter(Boolean);
  }

  /** A wide screen shows the side until it is folded away, a narrow one hides it until it is asked for. */
  function sayWhetherOpen() {
    byId("filters-toggle").setAttribute("aria-expanded", String(getComputedStyle(byId("side")).display !== "none"));
  }

  function start() {
    tabs();
    byId("side").append(...[...legend(), ...filters()].filter(Boolean));
    byId("theme").addEventListener("click", () =>
      Kg.state.set({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" }));
    byId("filters-toggle").addEventListener("click", () => {
      document.body.classList.toggle("side-turned");
      sayWhetherOpen();
    });
    sayWhetherOpen();
    byId("print").addEventListener("click", () => window.print());
    byId("skip").addEventListener("click", (event) => {
      event.preventDefault();
      byId(Kg.state.get().view === "network" ? "network" : `view-${Kg.state.get().view}`).focus();
    });
  }

  function show(state) {
    showTabs(state);
    mirror(state);
    kept(state);
  }

  return { start, show, status, applyTheme };
})();
