"use strict";
// Walks over links: what lies around a node, and the shortest way between two.

Kg.graphs = (() => {
  const { links, linksOf } = Kg.model;
  const other = (link, node) => (links[link].from === node ? links[link].to : links[link].from);

  /** Nodes within so many steps of a start, with their distance. */
  function around(start, depth, allowed = () => true) {
    const distance = new Map([[start, 0]]);
    let ring = [start];
    for (let step = 1; step <= depth; step += 1) {
      const next = [];
      for (const node of ring) {
        for (const link of linksOf[node]) {
          const near = other(link, node);
          if (distance.has(near) || !allowed(near)) continue;
          distance.set(near, step);
          next.push(near);
        }
      }
      ring = next;
    }
    return distance;
  }

  /** The shortest way between two nodes as alternating nodes and links, or null. */
  function path(from, to, allowed = () => true) {
    const cameBy = new Map([[from, -1]]);
    let ring = [from];
    while (ring.length && !cameBy.has(to)) {
      const next = [];
      for (const node of ring) {
        for (const link of linksOf[node]) {
          const near = other(link, node);
          if (cameBy.has(near) || !(near === to || allowed(near, link))) continue;
          cameBy.set(near, link);
          next.push(near);
        }
      }
      ring = next;
    }
    return cameBy.has(to) ? unwind(cameBy, to) : null;
  }

  function unwind(cameBy, to) {
    const found = { nodes: [to], links: [] };
    for (let node = to; cameBy.get(node) >= 0; ) {
      const link = cameBy.get(node);
      node = other(link, node);
      found.links.unshift(link);
      found.nodes.unshift(node);
    }
    return found;
  }

  return { around, path, other };
})();
