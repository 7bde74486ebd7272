"use strict";
// The panel: what the chosen node, line or group is, and its facts with their evidence.

Kg.panel = (() => {
  const model = Kg.model;
  const { nodes, facts, links, articles, members, linksOf, asSubject, asObject, when, typeName, predicateName } = model;
  const { el, bdi, button, byId, link: webLink, paged } = Kg.dom;
  const { signOf, FACTUALITIES } = Kg.looks;
  const { nodeButton, chip, outletCount, factList, copyButtons } = Kg.evidence;
  const AT_ONCE = 30;

  // ---------------------------------------------------------------- a node
  function actions(node, state) {
    const waiting = neighbours(node).filter((near) => !Kg.network.dataset.nodes.get(near));
    const pinned = state.pinned.has(node);
    const closed = Kg.network.dataset.nodes.get(Kg.groups.name(nodes[node].group));
    return el("div", { class: "actions", role: "group", "aria-label": "Actions" },
      state.focus === node
        ? button("Leave focus", () => Kg.state.set({ focus: -1 }))
        : button("Focus", () => Kg.state.set({ focus: node, view: "network" })),
      button(`Expand${waiting.length ? ` (${waiting.length})` : ""}`, () => expand(node), { disabled: !waiting.length, title: "Draw neighbours that are not drawn yet" }),
      button(pinned ? "Unpin" : "Pin", () => Kg.state.toggle("pinned", node), { "aria-pressed": String(pinned) }),
      button("Hide", () => hide(node)),
      closed ? button("Open group", () => Kg.network.open(nodes[node].group)) : null,
      button("Path from", () => Kg.state.set({ pathFrom: node })),
      button("Path to", () => Kg.state.set({ pathTo: node })));
  }

  const neighbours = (node) => [...new Set(linksOf[node].map((link) => Kg.graphs.other(link, node)))];

  function hide(node) {
    const { hidden, pinned } = Kg.state.get();
    const left = new Set([...pinned].filter((other) => other !== node));
    Kg.state.set({ hidden: new Set([...hidden, node]), pinned: left, node: -1 });
  }

  /** Draw a node's neighbours that were left out. */
  function expand(node) {
    const { expanded } = Kg.state.get();
    Kg.state.set({ expanded: new Set([...expanded, node, ...neighbours(node)]), node });
  }

  function facing(node) {
    const one = nodes[node];
    const rows = [
      ["When", when(node)],
      ["Where", one.places.map((place) => nodes[place].label).join(", ")],
      ["Also called", one.aliases.filter((alias) => alias !== one.label).join(", ")],
      ["Reported by", one.outlets.join(", ")],
      ["IRI", one.iri],
    ].filter(([, value]) => value);
    return el("dl", {}, rows.map(([name, value]) => [el("dt", {}, name), el("dd", {}, bdi(value))]),
      one.same ? [el("dt", {}, "Same as"), el("dd", {}, webLink(one.same))] : null);
  }

  const order = (indices) => {
    const rank = { accepted: 0, background: 3 };
    // what somebody was is told after what he did
    const standing = (fact) => (rank[fact.status] ?? 1) + (nodes[fact.s]?.kind === "tenure" ? 2 : 0);
    const byWeight = (a, b) => standing(facts[a]) - standing(facts[b]) || facts[b].outlets - facts[a].outlets || a - b;
    return [...indices].sort(byWeight);
  };

  /** What a happening is stands first; of a person or a state one asks first what they took part in. */
  function factLists(node) {
    const told = model.isHappening(node);
    const own = factList("Facts", order(asSubject[node]), node, told || !asObject[node].length);
    const named = factList(told ? "Named in" : "Takes part in", order(asObject[node].filter((index) => facts[index].s !== node)), node, !told);
    return told ? [own, named] : [named, own];
  }

  function nodePanel(node, state) {
    const one = nodes[node];
    return [
      el("div", { class: "panel-head" }, signOf(node), el("h2", {}, bdi(one.label)), closeButton()),
      el("p", { class: "chips" }, chip(typeName(node)),
        one.factuality ? chip(FACTUALITIES[one.factuality] || one.factuality, `modality-${one.factuality}`) : null,
        chip(outletCount(one.outlets.length))),
      actions(node, state),
      facing(node),
      ...factLists(node),
      copyButtons(order(asSubject[node].length ? asSubject[node] : asObject[node]), node),
    ];
  }

  const closeButton = () => button("×", () => Kg.state.set({ node: -1, link: -1 }), { class: "close", "aria-label": "Close" });

  function linkPanel(index) {
    const one = links[index];
    return [
      el("div", { class: "panel-head" }, el("h2", {}, "Link"), closeButton()),
      el("p", {}, nodeButton(one.from), " → ", nodeButton(one.to)),
      el("p", { class: "chips" }, chip(FACTUALITIES[one.modality] || one.modality, `modality-${one.modality}`)),
      factList("Facts", one.facts, one.from, true),
      copyButtons(one.facts, -1),
    ];
  }

  // ---------------------------------------------------------------- a group
  const groupTitle = (group) => `${Kg.groups.title(group)} and ${members[group].length - 1} more`;

  function groupPanel(group) {
    const list = el("ul", { class: "plain" });
    const open = Kg.state.get().open.has(String(group));
    return [
      el("div", { class: "panel-head" }, el("h2", {}, bdi(groupTitle(group))), closeButton()),
      el("p", { class: "chips" }, chip("Group"), chip(`${members[group].length} nodes`)),
      el("p", { class: "hint" }, "These nodes have more to do with each other than with the rest. Open the group to see them one by one."),
      el("div", { class: "actions" }, open
        ? button("Close group", () => Kg.state.toggle("open", String(group), false))
        : button("Open group", () => Kg.network.open(group))),
      el("h3", {}, "Most connected"),
      list, paged(list, members[group], (node) => el("li", {}, nodeButton(node)), AT_ONCE),
    ];
  }

  const groupSummary = (group) => [groupTitle(group), "Group", "Double-click opens it"];

  // ---------------------------------------------------------------- nothing chosen
  function pathPanel(path) {
    if (!path) return el("p", {}, "No way leads from one to the other among what is shown.");
    return el("ol", { class: "path" }, path.nodes.map((node, step) => {
      const via = path.links[step];
      return el("li", {}, nodeButton(node),
        via === undefined ? null : button(linkSummary(via)[1], () => Kg.state.set({ link: via }), { class: "small" }));
    }));
  }

  function overview(state) {
    const asked = state.pathFrom >= 0 && state.pathTo >= 0;
    const { nodes: shown } = Kg.filters.shown(state);
    const top = (kinds, weight) => [...shown].filter((node) => kinds.includes(nodes[node].kind)).sort((a, b) => weight(b) - weight(a) || a - b).slice(0, 6);
    const list = (title, found) => found.length ? [el("h3", {}, title), el("ul", { class: "plain" }, found.map((node) => el("li", {}, nodeButton(node))))] : null;
    const outlets = new Set(articles.map((article) => article.outlet).filter(Boolean)).size;
    return [
      asked ? [el("h2", {}, "Path"), pathPanel(Kg.filters.path(state))] : null,
      el("h2", {}, "What this page holds"),
      el("p", {}, `${Kg.lists.count(nodes.length)} nodes and ${Kg.lists.count(facts.length)} facts from ${Kg.lists.count(articles.length)} ${articles.length === 1 ? "article" : "articles"}${outlets ? ` of ${outletCount(outlets)}` : ""}. Choose a node or a line: its facts appear here, each with the outlets, the date, and the sentence that says it.`),
      list("Most connected", top(["person", "state", "group"], (node) => linksOf[node].length)),
      list("Most reported", top(["event", "agreement", "commitment"], (node) => nodes[node].outlets.length * 1000 + linksOf[node].length)),
    ];
  }

  /** Lines of a tooltip; the caller makes text nodes of them. */
  function summary(node) {
    const state = [typeName(node), FACTUALITIES[nodes[node].factuality], when(node)].filter(Boolean).join(" · ");
    return [nodes[node].label, state, `${linksOf[node].length} links · ${outletCount(nodes[node].outlets.length)}`];
  }

  function linkSummary(index) {
    const one = links[index];
    const names = [...new Set(one.facts.map((fact) => predicateName(facts[fact])))].join(", ");
    const most = Math.max(...one.facts.map((fact) => facts[fact].outlets));
    return [`${nodes[one.from].label} → ${nodes[one.to].label}`, names, `${FACTUALITIES[one.modality]} · ${outletCount(most)}`];
  }

  function show(state) {
    const panel = byId("panel");
    const content = state.node >= 0 ? nodePanel(state.node, state) : state.link >= 0 ? linkPanel(state.link) : state.group >= 0 ? groupPanel(state.group) : overview(state);
    panel.replaceChildren(...content.flat(2).filter(Boolean));
    panel.scrollTop = 0;
  }

  return { show, summary, linkSummary, groupSummary, groupTitle, expand };
})();
