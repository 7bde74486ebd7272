"use strict";
// One state for all views, mirrored in the page's address: whoever gets the address sees the same.

Kg.state = (() => {
  const { preset, nodes, links, groups, shorten, nodeByShort } = Kg.model;
  const VIEWS = ["network", "timeline", "table", "ledger", "disagreements", "map"];
  const SETS = ["noKinds", "noFamilies", "noFactualities", "open"];
  const TEXTS = ["view", "type", "outlet", "since", "until", "theme"];
  const NODES = ["node", "actor", "place", "focus", "pathFrom", "pathTo"];
  const NODE_SETS = ["hidden", "pinned", "expanded"];

  function initial() {
    const start = { view: "network", type: "", outlet: "", since: preset.since, until: preset.until, theme: "", depth: preset.depth };
    NODES.forEach((name) => (start[name] = -1));
    [...SETS, ...NODE_SETS].forEach((name) => (start[name] = new Set()));
    start.noKinds = new Set(preset.without);
    start.link = start.group = -1;
    start.focus = preset.focus ? nodes.findIndex((node) => node.iri === preset.focus) : -1;
    start.type = preset.types.join(",");
    return start;
  }

  let current = initial();
  const listeners = [];

  const spell = (set) => [...set].sort().join(",");
  const read = (text) => new Set(text.split(",").filter(Boolean));

  const isGroup = (text) => /^\d+$/.test(text) && Number(text) < groups.length;

  function encode(state) {
    const first = initial();
    const pairs = new URLSearchParams();
    TEXTS.forEach((name) => state[name] !== first[name] && pairs.set(name, state[name]));
    NODES.forEach((name) => {
      if (state[name] !== first[name]) pairs.set(name, state[name] < 0 ? "" : shorten(nodes[state[name]].iri));
    });
    SETS.forEach((name) => {
      const text = spell(state[name]);
      if (text !== spell(first[name])) pairs.set(name, text);
    });
    NODE_SETS.forEach((name) => {
      if (state[name].size) pairs.set(name, [...state[name]].map((n) => shorten(nodes[n].iri)).sort().join(","));
    });
    if (state.group >= 0) pairs.set("group", state.group);
    if (state.depth !== first.depth) pairs.set("depth", state.depth);
    if (state.link >= 0) {
      const { from, to, modality } = links[state.link];
      pairs.set("link", [shorten(nodes[from].iri), shorten(nodes[to].iri), modality].join(","));
    }
    return pairs.toString();
  }

  function decode(fragment) {
    const state = initial();
    const pairs = new URLSearchParams(fragment);
    TEXTS.forEach((name) => pairs.has(name) && (state[name] = pairs.get(name)));
    if (!VIEWS.includes(state.view)) state.view = "network";
    NODES.forEach((name) => pairs.has(name) && (state[name] = nodeByShort(pairs.get(name))));
    SETS.forEach((name) => pairs.has(name) && (state[name] = read(pairs.get(name))));
    state.open = new Set([...state.open].filter(isGroup));
    if (isGroup(pairs.get("group"))) state.group = Number(pairs.get("group"));
    NODE_SETS.forEach((name) => {
      const found = (pairs.get(name) || "").split(",").map(nodeByShort).filter((node) => node >= 0);
      state[name] = new Set(found);
    });
    const depth = Number.parseInt(pairs.get("depth") ?? state.depth, 10);
    state.depth = Number.isNaN(depth) ? 1 : Math.min(6, Math.max(0, depth));
    if (pairs.has("link")) {
      const [from, to, modality] = pairs.get("link").split(",");
      const ends = [nodeByShort(from), nodeByShort(to || "")];
      state.link = links.findIndex((l) => l.from === ends[0] && l.to === ends[1] && l.modality === modality);
    }
    return state;
  }

  function tell(changed) {
    listeners.forEach((run) => run(current, changed));
  }

  const CHOICES = { node: -1, link: -1, group: -1 };

  /** Change some fields, tell all views, write the address. Only one node, link or group is chosen at a time. */
  function set(patch) {
    if (Object.keys(CHOICES).some((name) => name in patch)) patch = { ...CHOICES, ...patch };
    const changed = new Set(Object.keys(patch).filter((name) => patch[name] !== current[name]));
    if (!changed.size) return;
    current = { ...current, ...patch };
    const fragment = encode(current);
    if (fragment !== location.hash.slice(1)) history.pushState(null, "", `#${fragment}`);
    tell(changed);
  }

  /** Add or take away one member of a set in the state. */
  function toggle(name, member, on) {
    const next = new Set(current[name]);
    if (on ?? !next.has(member)) next.add(member);
    else next.delete(member);
    set({ [name]: next });
  }

  function load() {
    current = decode(location.hash.slice(1));
    tell(new Set([...Object.keys(current)]));
  }

  window.addEventListener("popstate", load);
  return {
    get: () => current, set, toggle, load, initial,
    subscribe: (run) => listeners.push(run),
    reset: () => set({ ...initial(), view: current.view, theme: current.theme, focus: -1, type: "", since: "", until: "" }),
  };
})();
