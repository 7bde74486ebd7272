"use strict";
// The network view: vis-network fed with what a state draws, its mouse and its keys.

Kg.network = (() => {
  const { nodes, links, members, linksOf, drawing } = Kg.model;
  const { byId, el, bdi } = Kg.dom;
  const { isAgainst } = Kg.looks;
  const { name, numberOf } = Kg.groups;
  const dataset = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
  const container = byId("network");
  const moved = new Map();
  const DIMMED = 500;
  let network = null;
  let content = null;
  let said = { nodes: new Map(), edges: new Map() };

  /** In focus the neighbourhood stands in rings around its centre; afterwards everything goes home. */
  function rings(state, ids) {
    const distance = Kg.graphs.around(state.focus, state.depth, (node) => ids.has(node));
    const spots = new Map();
    for (let ring = 0, inner = 0; ring <= state.depth + 1; ring += 1) {
      const at = [...ids].filter((node) => (distance.get(node) ?? state.depth + 1) === ring);
      const radius = ring === 0 ? 0 : Math.max(inner + 150, (at.length * 66) / (2 * Math.PI));
      at.sort((a, b) => nodes[a].kind.localeCompare(nodes[b].kind) || a - b);
      at.forEach((node, step) => {
        const angle = (step / at.length) * 2 * Math.PI - Math.PI / 2;
        // in a full ring every second node stands farther out, to leave room for labels
        const far = at.length > 14 && step % 2 ? radius + 110 : radius;
        spots.set(node, { x: far * 1.15 * Math.cos(angle), y: far * Math.sin(angle) });
      });
      inner = at.length ? radius + (at.length > 14 ? 110 : 0) : inner;
    }
    return spots;
  }

  /** Change only what looks otherwise than before. */
  function replace(kind, items) {
    const set = dataset[kind];
    const next = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
    set.remove(set.getIds().filter((id) => !next.has(id)));
    set.update(items.filter((item) => next.get(item.id) !== said[kind].get(item.id)));
    said[kind] = next;
  }

  const idOf = (state) => (state.node >= 0 ? state.node : state.group >= 0 ? name(state.group) : -1);

  /** Bring the canvas to a state. */
  function show(state) {
    const shown = Kg.filters.shown(state);
    const path = Kg.filters.path(state);
    content = Kg.groups.drawn(state, shown, path);
    Kg.signs.read(content.nodes.size + content.groups.size);
    const spots = state.focus >= 0 ? rings(state, content.nodes) : new Map();
    const { single, bundles } = Kg.groups.lines(content);
    const strong = emphasis(state, path);
    const near = new Set([...strong].flatMap((id) => [links[id].from, links[id].to]).concat(state.node));
    const away = (id) => near.size > 1 && !near.has(id);
    // to dim a thousand signs one by one takes longer than the eye waits
    const dims = strong.size > 0 && content.nodes.size <= DIMMED;
    const faint = (id) => dims && away(id);
    const home = (id) => spots.get(id) || moved.get(id) || { x: nodes[id].x, y: nodes[id].y };
    // between the two replacements the canvas is drawn, when some signs are gone already
    Kg.labels.forget();
    replace("nodes", [
      ...[...content.groups].map(([number, here]) => Kg.signs.group(number, here, dims)),
      ...[...content.nodes].map((id) => ({ ...Kg.signs.node(id, faint(id)), ...home(id), fixed: state.pinned.has(id) })),
    ]);
    replace("edges", [
      ...[...bundles].map(([key, ids]) => Kg.signs.bundle(key, ids, dims)),
      ...single.map((id) => Kg.signs.link(id, { emphasis: strong.has(id), faint: dims && !strong.has(id), named: strong.has(id) && strong.size <= 12 })),
    ]);
    Kg.labels.rank(content, new Set([state.node, ...(path ? path.nodes : [])]), away);
    select(state);
    return content;
  }

  function emphasis(state, path) {
    const chosen = new Set(path ? path.links : []);
    if (state.link >= 0) chosen.add(state.link);
    if (state.node >= 0) linksOf[state.node].filter((link) => content.nodes.has(Kg.graphs.other(link, state.node))).forEach((link) => chosen.add(link));
    return chosen;
  }

  function select(state) {
    const id = idOf(state);
    const chosen = { nodes: dataset.nodes.get(id) ? [id] : [], edges: dataset.edges.get(state.link) ? [state.link] : [] };
    network.setSelection(chosen, { highlightEdges: false });
    if (chosen.nodes.length && !inSight(id)) network.focus(id, { scale: Math.max(0.7, network.getScale()) });
  }

  function inSight(id) {
    const spot = onScreen(id);
    return spot.x > 20 && spot.y > 20 && spot.x < container.clientWidth - 20 && spot.y < container.clientHeight - 20;
  }

  const onScreen = (id) => network.canvasToDOM(network.getPosition(id));

  function drawAgainst(ctx) {
    dataset.edges.forEach((edge) => {
      if (!links[edge.id] || !isAgainst(links[edge.id].modality)) return;
      const at = network.getPositions([edge.from, edge.to]);
      // while nodes are being replaced, a line may lack an end for one frame
      if (at[edge.from] && at[edge.to]) Kg.shapes.doubleLine(ctx, at[edge.from], at[edge.to], edge.faint);
    });
  }

  function drawLabels(ctx) {
    const scale = network.getScale();
    const where = (id) => ({ at: onScreen(id), reach: dataset.nodes.get(id).size * scale });
    Kg.labels.draw(ctx, where, { wide: container.clientWidth, high: container.clientHeight, ratio: ctx.canvas.width / container.clientWidth });
  }

  // ---------------------------------------------------------------- mouse
  function tooltip(event, lines) {
    const box = byId("tooltip");
    box.replaceChildren(...lines.map((line, row) => el(row ? "div" : "strong", {}, bdi(line))));
    box.hidden = false;
    box.style.left = `${Math.min(event.pointer.DOM.x + 14, container.clientWidth - 260)}px`;
    box.style.top = `${event.pointer.DOM.y + 14}px`;
  }

  const hint = (id) => (numberOf(id) >= 0 ? Kg.panel.groupSummary(numberOf(id)) : Kg.panel.summary(id));

  function choose(id) {
    if (numberOf(id) >= 0) Kg.state.set({ group: numberOf(id) });
    else Kg.state.set({ node: id });
  }

  function listen() {
    const hide = () => (byId("tooltip").hidden = true);
    network.on("click", (event) => {
      const id = event.nodes[0] ?? Kg.labels.at(event.pointer.DOM);
      if (id !== undefined) choose(id);
      else if (links[event.edges[0]]) Kg.state.set({ link: event.edges[0] });
      else Kg.state.set({ node: -1 });
    });
    network.on("doubleClick", ({ nodes: [id] }) => {
      if (numberOf(id) >= 0) open(numberOf(id));
      else if (id !== undefined) Kg.panel.expand(id);
    });
    network.on("hoverNode", (event) => tooltip(event, hint(event.node)));
    network.on("hoverEdge", (event) => links[event.edge] && tooltip(event, Kg.panel.linkSummary(event.edge)));
    ["blurNode", "blurEdge", "dragStart", "zoom"].forEach((event) => network.on(event, hide));
    network.on("beforeDrawing", drawAgainst);
    network.on("afterDrawing", drawLabels);
    network.on("dragEnd", (event) => event.nodes.forEach((id) => moved.set(id, network.getPosition(id))));
  }

  /** Draw the members of a group in its place and come near. */
  function open(group) {
    const now = Kg.state.get();
    Kg.state.set({ open: new Set([...now.open, String(group)]), view: "network", node: members[group][0] });
    network.fit({ nodes: members[group].filter((node) => dataset.nodes.get(node)), maxZoomLevel: 1.2 });
  }

  // ---------------------------------------------------------------- keys
  /** Arrow keys go to the neighbour that lies most nearly in that direction. */
  function step(id, dx, dy) {
    const here = network.getPosition(id);
    let best, least = Infinity;
    network.getConnectedNodes(id).forEach((near) => {
      const spot = network.getPosition(near);
      const along = (spot.x - here.x) * dx + (spot.y - here.y) * dy;
      const aside = Math.abs((spot.x - here.x) * dy) + Math.abs((spot.y - here.y) * dx);
      if (along > 0 && aside * 2 + along < least) [best, least] = [near, aside * 2 + along];
    });
    return best;
  }

  function onKey(event) {
    const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    const state = Kg.state.get();
    if (arrows[event.key]) {
      const id = idOf(state);
      const next = dataset.nodes.get(id) ? step(id, ...arrows[event.key]) : dataset.nodes.getIds()[0];
      if (next !== undefined) choose(next);
      event.preventDefault();
    } else if (event.key === "Enter" && state.group >= 0) open(state.group);
    else if (event.key === "Enter") byId("panel").focus();
    else if (event.key === "+") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") fit();
  }

  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
  /** All in sight, with a margin for the labels at the edge. */
  function fit() {
    network.fit({ maxZoomLevel: 1.3 });
    network.moveTo({ scale: network.getScale() * 0.93 });
  }

  function start() {
    network = new vis.Network(container, dataset, { ...drawing.options, autoResize: true });
    listen();
    container.addEventListener("keydown", onKey);
    byId("zoom-in").addEventListener("click", () => zoom(1.3));
    byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
    byId("zoom-fit").addEventListener("click", fit);
  }

  return {
    start, show, fit, open, dataset, onScreen,
    position: (id) => network.getPosition(id),
    selected: () => network.getSelectedNodes().map((id) => nodes[id]?.label ?? Kg.groups.title(numberOf(id))),
    scale: () => network.getScale(),
    canvas: () => container.querySelector("canvas"),
  };
})();
