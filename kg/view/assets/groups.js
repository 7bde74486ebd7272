"use strict";
// What the canvas holds of a state: nodes one by one, and a sign for each group where they are too many.

Kg.groups = (() => {
  const { nodes, links, linksOf, members, limit } = Kg.model;
  const name = (group) => `g${group}`;
  const numberOf = (id) => (typeof id === "string" && id.startsWith("g") ? Number(id.slice(1)) : -1);

  /** Nodes that are drawn whatever else is: chosen, pinned, asked for, on the path. */
  function asked(state, path) {
    const ends = state.link >= 0 ? [links[state.link].from, links[state.link].to] : [];
    return new Set([state.node, ...ends, ...state.expanded, ...state.pinned, ...(path ? path.nodes : [])].filter((node) => node >= 0));
  }

  /** In focus the nearest are drawn, as far as there is room. */
  function nearest(state, shown) {
    if (shown.size <= limit) return [...shown];
    const distance = Kg.graphs.around(state.focus, state.depth, (node) => shown.has(node));
    return [...shown].sort((a, b) => (distance.get(a) ?? 99) - (distance.get(b) ?? 99) || a - b).slice(0, limit);
  }

  /** The nodes and groups to draw, and how many nodes are in groups or have no line. */
  function drawn(state, shown, path) {
    const extra = asked(state, path);
    const linked = state.noKinds.has("unlinked") && state.focus < 0
      ? new Set([...shown.nodes].filter((node) => shown.linked.has(node))) : shown.nodes;
    const loose = shown.nodes.size - linked.size;
    // what is drawn against the filters brings its lines
    const added = [...extra].filter((node) => !shown.nodes.has(node)).flatMap((node) => linksOf[node]);
    const rest = { loose, far: 0, links: added.length ? [...new Set([...shown.links, ...added])] : shown.links };
    if (state.focus < 0 && linked.size > limit) return { ...rest, ...gathered(state, linked, extra) };
    const near = state.focus >= 0 ? nearest(state, linked) : [...linked];
    return { ...rest, nodes: new Set([...near, ...extra]), groups: new Map(), far: linked.size - near.length };
  }

  function gathered(state, linked, extra) {
    const ids = new Set(extra);
    const closed = new Map();
    members.forEach((group, number) => {
      const here = group.filter((node) => linked.has(node));
      if (here.length > 1 && !state.open.has(String(number))) closed.set(number, here);
      else here.forEach((node) => ids.add(node));
    });
    return { nodes: ids, groups: closed };
  }

  /** What stands on the canvas for a node: itself, its group, or nothing. */
  const standsFor = (content) => (node) =>
    content.nodes.has(node) ? node : content.groups.has(nodes[node].group) ? name(nodes[node].group) : null;

  /** Links between two drawn nodes as they are; the others bundled by the signs at their ends. */
  function lines(content) {
    const at = standsFor(content);
    const single = [], bundles = new Map();
    content.links.forEach((id) => {
      const [from, to] = [at(links[id].from), at(links[id].to)];
      if (from === null || to === null || from === to) return;
      if (typeof from === "number" && typeof to === "number") single.push(id);
      else {
        const key = [from, to].sort().join("|");
        if (!bundles.has(key)) bundles.set(key, []);
        bundles.get(key).push(id);
      }
    });
    return { single, bundles };
  }

  /** A group is called after its most connected member. */
  const title = (group) => nodes[members[group][0]].label;

  return { name, numberOf, drawn, lines, title };
})();
