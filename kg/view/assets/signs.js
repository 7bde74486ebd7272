"use strict";
// How nodes, groups and lines of a state look on the canvas, as vis-network wants it said.

Kg.signs = (() => {
  const { nodes, links, linksOf, facts, drawing, looks, groups, predicateName } = Kg.model;
  const { theme, colour, isOpen, isAgainst } = Kg.looks;
  const placed = new Map(drawing.nodes.map((node) => [node.id, node]));
  const drawnLinks = new Map(drawing.edges.map((edge) => [edge.id, edge]));
  const { FAINT } = Kg.shapes;
  let colours = {};
  // seen from afar, outlines would cover the colours
  let crowded = false;

  function read(count) {
    crowded = count > 250;
    colours = Object.fromEntries(["canvas", "text", "muted", "line", "outline", "accent", "accent-soft", "against"].map((name) => [name, theme(`--${name}`)]));
  }

  const sizeOf = (id) => looks.kinds[nodes[id].kind].size + Math.min(24, Math.round(2 * Math.sqrt(linksOf[id].length)));

  function node(id, faint) {
    const one = nodes[id];
    const kind = looks.kinds[one.kind];
    const base = placed.get(id) || { id, shape: kind.shape, size: sizeOf(id), shapeProperties: { borderDashes: looks.hollow[one.factuality] || false } };
    const fill = colour(one.kind, one.family);
    const open = isOpen(one.factuality);
    const border = isAgainst(one.factuality) ? colours.against : open || crowded ? fill : colours.outline;
    const background = open ? colours.canvas : fill;
    const chosen = { background, border: colours.text };
    return {
      ...base,
      label: undefined,
      color: { background, border, highlight: chosen, hover: chosen },
      opacity: faint ? FAINT : 1,
      borderWidth: open || isAgainst(one.factuality) ? 2.5 : 1,
      borderWidthSelected: 3.5,
      ctxRenderer: kind.shape === "custom" ? Kg.shapes.render : undefined,
    };
  }

  function group(number, members, faint) {
    const { x, y, radius } = groups[number];
    const fill = { background: colours["accent-soft"], border: colours.accent };
    const size = Math.max(20, radius * Math.sqrt(members.length / Kg.model.members[number].length));
    return {
      id: Kg.groups.name(number), x, y, size, shape: "dot", label: undefined,
      color: { ...fill, highlight: { ...fill, border: colours.text }, hover: { ...fill, border: colours.text } },
      opacity: faint ? FAINT : 1, borderWidth: 2, borderWidthSelected: 4,
    };
  }

  function link(id, { emphasis, faint, named }) {
    const one = links[id];
    const base = drawnLinks.get(id) || { id, from: one.from, to: one.to, width: width(one), dashes: looks.dashes[one.modality], arrows: "to" };
    const against = isAgainst(one.modality);
    const weak = one.facts.every((fact) => facts[fact].status !== "accepted");
    const line = against ? "rgba(0,0,0,0)" : emphasis ? colours.accent : colours.line;
    return {
      ...base,
      faint,
      label: named ? [...new Set(one.facts.map((fact) => predicateName(facts[fact])))].join(", ") : undefined,
      color: { color: line, highlight: against ? line : colours.accent, hover: against ? line : colours.accent, opacity: against ? 0 : faint ? FAINT : weak ? 0.55 : 1 },
      font: { color: colours.text, strokeColor: colours.canvas },
      width: emphasis ? base.width + 1 : base.width,
    };
  }

  // the rule of kg/view/style.py
  const width = (one) => 0.8 + 0.6 * Math.min(6, Math.max(...one.facts.map((fact) => facts[fact].outlets)));

  function bundle(key, ids, faint) {
    const [from, to] = key.split("|").map((end) => (end.startsWith("g") ? end : Number(end)));
    return { id: key, from, to, width: 1 + Math.log2(ids.length), color: { color: colours.line, highlight: colours.accent, hover: colours.accent, opacity: faint ? FAINT : 1 }, arrows: "", dashes: false };
  }

  return { read, node, group, link, bundle, sizeOf };
})();
