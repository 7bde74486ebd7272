"use strict";
// Which nodes and links a state shows. Happenings (events, agreements, …) are filtered; who and what takes part follows.

Kg.filters = (() => {
  const { nodes, links, facts, articles, linksOf, isHappening } = Kg.model;
  const asked = (state) => state.type || state.outlet || state.actor >= 0 || state.place >= 0 || state.since || state.until;

  function inTime(node, state) {
    const { from, to } = nodes[node];
    if (!state.since && !state.until) return true;
    if (!from && !to) return false;
    return !(state.since && (to || "9999") < state.since) && !(state.until && (from || "0000") > state.until);
  }

  const touches = (node, wanted) => linksOf[node].some((link) => Kg.graphs.other(link, node) === wanted);

  function fits(node, state) {
    const one = nodes[node];
    return (
      (!state.type || state.type.split(",").includes(one.type)) &&
      (!state.outlet || one.outlets.includes(state.outlet)) &&
      (state.actor < 0 || touches(node, state.actor)) &&
      (state.place < 0 || one.places.includes(state.place) || touches(node, state.place)) &&
      inTime(node, state)
    );
  }

  function allowedByLegend(node, state) {
    const one = nodes[node];
    return (
      !state.noKinds.has(one.kind) &&
      !(one.family && state.noFamilies.has(one.family)) &&
      !(one.factuality && state.noFactualities.has(one.factuality)) &&
      !state.hidden.has(node)
    );
  }

  /** Nodes and links to show; pinned nodes stay whatever the filters say. */
  function visible(state) {
    let shown = new Set(nodes.keys());
    if (asked(state)) {
      const happenings = [...shown].filter((node) => isHappening(node) && fits(node, state));
      shown = new Set(happenings);
      happenings.forEach((node) => linksOf[node].forEach((link) => addEntity(shown, Kg.graphs.other(link, node))));
    }
    if (state.focus >= 0) {
      const near = Kg.graphs.around(state.focus, state.depth, (node) => allowedByLegend(node, state));
      shown = new Set([...shown].filter((node) => near.has(node)));
      shown.add(state.focus);
    }
    shown = new Set([...shown].filter((node) => allowedByLegend(node, state)));
    state.pinned.forEach((node) => shown.add(node));
    const kept = [], linked = new Set();
    links.forEach((link, index) => {
      if (!shown.has(link.from) || !shown.has(link.to) || !linkAllowed(link, state)) return;
      kept.push(index);
      linked.add(link.from).add(link.to);
    });
    return { nodes: shown, links: kept, linked };
  }

  function addEntity(shown, node) {
    if (!isHappening(node)) shown.add(node);
  }

  function linkAllowed(link, state) {
    if (state.noFactualities.has(link.modality)) return false;
    if (!state.outlet) return true;
    return link.facts.some((fact) => facts[fact].sources.length === 0 || saidBy(facts[fact], state.outlet));
  }

  const saidBy = (fact, outlet) => fact.sources.some(({ article }) => (articles[article].outlet || articles[article].id) === outlet);

  const FIELDS = ["type", "outlet", "actor", "place", "since", "until", "focus", "depth", "noKinds", "noFamilies", "noFactualities", "hidden", "pinned"];
  let last = { state: null, result: null };
  /** The same answer as long as no filter changes, computed once. */
  function shown(state) {
    const same = last.state && FIELDS.every((name) => last.state[name] === state[name]);
    if (!same) last = { state, result: visible(state) };
    return last.result;
  }

  const ROUNDABOUT = new Set(["topic", "place"]);
  let lastPath = { from: -1, to: -1, inSight: null, result: null };
  /** The way between the two chosen nodes; one over people and happenings is preferred to one over a shared topic. */
  function path(state) {
    if (state.pathFrom < 0 || state.pathTo < 0) return null;
    const { nodes: inSight } = shown(state);
    const { from, to } = lastPath;
    if (from === state.pathFrom && to === state.pathTo && lastPath.inSight === inSight) return lastPath.result;
    const direct = (node) => inSight.has(node) && !ROUNDABOUT.has(nodes[node].kind);
    const result =
      Kg.graphs.path(state.pathFrom, state.pathTo, direct) ||
      Kg.graphs.path(state.pathFrom, state.pathTo, (node) => inSight.has(node));
    lastPath = { from: state.pathFrom, to: state.pathTo, inSight, result };
    return result;
  }

  return { shown, asked, path };
})();
