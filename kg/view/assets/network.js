"use strict";
// The network view: vis-network fed with what pyvis placed, and with what is asked for later.

Kg.network = (() => {
  const { nodes, links, linksOf, facts, drawing, looks, predicateName } = Kg.model;
  const { byId, el, bdi } = Kg.dom;
  const { theme, colour, isOpen, isAgainst } = Kg.looks;
  const placed = new Map(drawing.nodes.map((node) => [node.id, node]));
  const drawnLinks = new Map(drawing.edges.map((edge) => [edge.id, edge]));
  const home = new Map(drawing.nodes.map((node) => [node.id, { x: node.x, y: node.y }]));
  const dataset = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
  const container = byId("network");
  let network = null;
  // seen from afar, outlines would cover the colours
  const crowded = drawing.nodes.length > 250;
  let colours = {};

  /** Cut a statement's or topic's words over lines, as vis-network does not for custom shapes. */
  const short = (text, limit) => (text.length > limit ? `${text.slice(0, limit - 1)}…` : text);

  function nodeLook(id, near) {
    const node = nodes[id];
    const kind = looks.kinds[node.kind];
    const base = placed.get(id) || { id, label: short(node.label, 60), shape: kind.shape, size: kind.size, widthConstraint: { maximum: 154 } };
    const fill = colour(node.kind, node.family);
    const open = isOpen(node.factuality);
    const border = isAgainst(node.factuality) ? colours.against : open || crowded ? fill : colours.outline;
    const background = open ? colours.canvas : fill;
    const chosen = { background, border: colours.text };
    return {
      ...base,
      ...home.get(id),
      label: kind.shape === "custom" ? short(base.label, 26) : base.label,
      color: { background, border, highlight: chosen, hover: chosen },
      borderWidth: open || isAgainst(node.factuality) ? 2.5 : 1,
      borderWidthSelected: 3.5,
      font: { color: node.kind === "topic" ? colours.muted : colours.text, strokeColor: colours.canvas, size: !near && base.font?.size > 14 ? base.font.size : fontSize(node) },
      ctxRenderer: kind.shape === "custom" ? Kg.shapes.render : undefined,
    };
  }

  const fontSize = (node) => (["person", "state", "event", "agreement"].includes(node.kind) ? 14 : 12);

  function linkLook(id, emphasis) {
    const link = links[id];
    const base = drawnLinks.get(id) || { id, from: link.from, to: link.to, width: 1.4, dashes: looks.dashes[link.modality], arrows: "to" };
    const against = isAgainst(link.modality);
    const faint = link.facts.every((fact) => facts[fact].status !== "accepted");
    const line = against ? "rgba(0,0,0,0)" : emphasis ? colours.accent : colours.line;
    return {
      ...base,
      label: emphasis ? [...new Set(link.facts.map((fact) => predicateName(facts[fact])))].join(", ") : undefined,
      color: { color: line, highlight: against ? line : colours.accent, hover: against ? line : colours.accent, opacity: faint && !against ? 0.55 : 1 },
      font: { color: colours.muted, strokeColor: colours.canvas },
      width: emphasis ? base.width + 1 : base.width,
    };
  }

  function readColours() {
    colours = Object.fromEntries(["canvas", "text", "muted", "line", "outline", "accent", "against"].map((name) => [name, theme(`--${name}`)]));
  }

  /** Nodes that the canvas holds: those placed at the start, those asked for, those in focus or on a path. */
  function onCanvas(state, shown, path) {
    const near = state.focus >= 0 ? shown.nodes : new Set();
    const extra = new Set([state.node, ...state.expanded, ...state.pinned, ...(path ? path.nodes : [])]);
    return new Set([...shown.nodes].filter((node) => placed.has(node) || extra.has(node) || near.has(node)));
  }

  /** A node placed late stands around the neighbour that is there already. */
  function settle(ids) {
    let turn = 0;
    for (const id of ids) {
      if (home.has(id)) continue;
      const anchor = linksOf[id].map((link) => Kg.graphs.other(link, id)).find((near) => home.has(near));
      const centre = home.get(anchor) || { x: 0, y: 0 };
      turn += 1;
      const radius = 90 + 26 * Math.sqrt(turn);
      home.set(id, { x: centre.x + radius * Math.cos(turn * 2.4), y: centre.y + radius * Math.sin(turn * 2.4) });
    }
  }

  /** In focus the neighbourhood stands in rings around its centre; afterwards everything goes home. */
  function rings(state, ids) {
    const distance = Kg.graphs.around(state.focus, state.depth, (node) => ids.has(node));
    const spots = new Map();
    for (let ring = 0, inner = 0; ring <= state.depth + 1; ring += 1) {
      const members = [...ids].filter((node) => (distance.get(node) ?? state.depth + 1) === ring);
      const radius = ring === 0 ? 0 : Math.max(inner + 170, (members.length * 78) / (2 * Math.PI));
      members.sort((a, b) => nodes[a].kind.localeCompare(nodes[b].kind) || a - b);
      members.forEach((node, step) => {
        const angle = (step / members.length) * 2 * Math.PI - Math.PI / 2;
        // in a full ring every second node stands farther out, to leave room for labels
        const far = members.length > 14 && step % 2 ? radius + 150 : radius;
        spots.set(node, { x: far * 1.15 * Math.cos(angle), y: far * Math.sin(angle) });
      });
      inner = members.length ? radius + (members.length > 14 ? 150 : 0) : inner;
    }
    return spots;
  }

  function replace(set, items) {
    const keep = new Set(items.map((item) => item.id));
    set.remove(set.getIds().filter((id) => !keep.has(id)));
    set.update(items);
  }

  /** Bring the canvas to a state. */
  function show(state) {
    readColours();
    const shown = Kg.filters.shown(state);
    const path = Kg.filters.path(state);
    const ids = onCanvas(state, shown, path);
    settle(ids);
    const spots = state.focus >= 0 ? rings(state, ids) : new Map();
    const emphasised = emphasis(state, path);
    replace(dataset.nodes, [...ids].map((id) => ({ ...nodeLook(id, spots.size > 0), ...spots.get(id), fixed: state.pinned.has(id) })));
    const edges = shown.links.filter((id) => ids.has(links[id].from) && ids.has(links[id].to));
    replace(dataset.edges, edges.map((id) => linkLook(id, emphasised.has(id))));
    select(state);
    return ids.size;
  }

  function emphasis(state, path) {
    const chosen = new Set(path ? path.links : []);
    if (state.link >= 0) chosen.add(state.link);
    if (state.node >= 0 && linksOf[state.node].length <= 40) linksOf[state.node].forEach((link) => chosen.add(link));
    return chosen;
  }

  function select(state) {
    const chosen = { nodes: dataset.nodes.get(state.node) ? [state.node] : [], edges: dataset.edges.get(state.link) ? [state.link] : [] };
    network.setSelection(chosen, { highlightEdges: false });
    if (chosen.nodes.length && !inSight(state.node)) network.focus(state.node, { scale: Math.max(0.7, network.getScale()) });
  }

  function inSight(node) {
    const spot = network.canvasToDOM(network.getPosition(node));
    return spot.x > 20 && spot.y > 20 && spot.x < container.clientWidth - 20 && spot.y < container.clientHeight - 20;
  }

  function drawAgainst(ctx) {
    dataset.edges.forEach((edge) => {
      if (!isAgainst(links[edge.id].modality)) return;
      const at = network.getPositions([edge.from, edge.to]);
      // while nodes are being replaced, a line may lack an end for one frame
      if (at[edge.from] && at[edge.to]) Kg.shapes.doubleLine(ctx, at[edge.from], at[edge.to]);
    });
  }

  function tooltip(event, lines) {
    const box = byId("tooltip");
    box.replaceChildren(...lines.map((line, row) => el(row ? "div" : "strong", {}, bdi(line))));
    box.hidden = false;
    box.style.left = `${Math.min(event.pointer.DOM.x + 14, container.clientWidth - 260)}px`;
    box.style.top = `${event.pointer.DOM.y + 14}px`;
  }

  function listen() {
    const hide = () => (byId("tooltip").hidden = true);
    network.on("click", (event) => {
      if (event.nodes.length) Kg.state.set({ node: event.nodes[0] });
      else if (event.edges.length) Kg.state.set({ link: event.edges[0] });
      else Kg.state.set({ node: -1, link: -1 });
    });
    network.on("doubleClick", (event) => event.nodes.length && Kg.panel.expand(event.nodes[0]));
    network.on("hoverNode", (event) => tooltip(event, Kg.panel.summary(event.node)));
    network.on("hoverEdge", (event) => tooltip(event, Kg.panel.linkSummary(event.edge)));
    ["blurNode", "blurEdge", "dragStart", "zoom"].forEach((name) => network.on(name, hide));
    network.on("beforeDrawing", drawAgainst);
    network.on("dragEnd", (event) => event.nodes.forEach((id) => home.set(id, network.getPosition(id))));
  }

  /** Arrow keys go to the neighbour that lies most nearly in that direction. */
  function step(node, dx, dy) {
    const here = network.getPosition(node);
    let best = -1, least = Infinity;
    const near = new Set(linksOf[node].map((link) => Kg.graphs.other(link, node)).filter((id) => dataset.nodes.get(id)));
    near.forEach((id) => {
      const spot = network.getPosition(id);
      const along = (spot.x - here.x) * dx + (spot.y - here.y) * dy;
      const aside = Math.abs((spot.x - here.x) * dy) + Math.abs((spot.y - here.y) * dx);
      if (along > 0 && aside * 2 + along < least) [best, least] = [id, aside * 2 + along];
    });
    return best;
  }

  function onKey(event) {
    const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    const { node } = Kg.state.get();
    if (arrows[event.key]) {
      const first = dataset.nodes.getIds()[0] ?? -1;
      const next = node >= 0 && dataset.nodes.get(node) ? step(node, ...arrows[event.key]) : first;
      if (next >= 0) Kg.state.set({ node: next });
      event.preventDefault();
    } else if (event.key === "Enter") byId("panel").focus();
    else if (event.key === "+") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") fit();
  }

  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
  const fit = () => network.fit({ maxZoomLevel: 1.6 });

  function start() {
    readColours();
    network = new vis.Network(container, dataset, { ...drawing.options, autoResize: true });
    listen();
    container.addEventListener("keydown", onKey);
    byId("zoom-in").addEventListener("click", () => zoom(1.3));
    byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
    byId("zoom-fit").addEventListener("click", fit);
  }

  return {
    start, show, fit, dataset, placed,
    position: (id) => network.getPosition(id),
    onScreen: (id) => network.canvasToDOM(network.getPosition(id)),
    selected: () => network.getSelectedNodes().map((id) => nodes[id].label),
    scale: () => network.getScale(),
    canvas: () => container.querySelector("canvas"),
  };
})();
