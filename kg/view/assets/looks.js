"use strict";
// Colours, signs and words for kinds, families and factuality: the same in the network, the legend and every list.

Kg.looks = (() => {
  const { looks, nodes } = Kg.model;
  const { svg } = Kg.dom;
  const PLURALS = {
    person: "People", state: "States", group: "Organisations", place: "Places", office: "Offices", tenure: "Terms of office",
    topic: "Topics", event: "Events", agreement: "Agreements", commitment: "Commitments", statement: "Statements",
  };
  const FAMILIES = {
    talks: "Talks and visits", accord: "Accord", cooperation: "Cooperation, aid", easing: "Easing",
    dispute: "Dispute", force: "Sanction and force", other: "Other",
  };
  const FACTUALITIES = {
    actual: "Actual", planned: "Planned", hypothetical: "Hypothetical", disputed: "Disputed", denied: "Denied", negated: "Negated",
  };
  const isOpen = (factuality) => factuality in looks.hollow;
  const isAgainst = (factuality) => factuality === "denied" || factuality === "negated";
  const colour = (kind, family) => (kind === "event" ? looks.families[family] : looks.kinds[kind].colour);
  const known = new Map();
  /** A colour of the style sheet; asked for at every frame, so it is kept until the theme turns. */
  function theme(name) {
    const root = document.documentElement;
    const key = `${root.dataset.theme}${name}`;
    if (!known.has(key)) known.set(key, getComputedStyle(root).getPropertyValue(name).trim());
    return known.get(key);
  }

  function polygon(points) {
    return points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" ");
  }

  function regular(corners, radius, turn, inner) {
    const count = inner ? corners * 2 : corners;
    return Array.from({ length: count }, (_, step) => {
      const angle = turn + (step * 2 * Math.PI) / count;
      const far = inner && step % 2 ? inner : radius;
      return [far * Math.cos(angle), far * Math.sin(angle)];
    });
  }

  /** The outline of a kind around (0, 0), as the same signs that the network draws. */
  function outline(kind, r, paint) {
    const up = -Math.PI / 2;
    const shape = { state: [6, r, 0], event: [4, r, up], place: [3, r, -up], commitment: [3, r, up], agreement: [5, r, up, r * 0.45] }[kind];
    if (shape) return svg("polygon", { points: polygon(regular(...shape)), ...paint });
    if (kind === "group") return svg("rect", { x: -r * 0.8, y: -r * 0.8, width: r * 1.6, height: r * 1.6, ...paint });
    if (kind === "office") return svg("rect", { x: -r, y: -r * 0.55, width: r * 2, height: r * 1.1, rx: r * 0.5, ...paint });
    if (kind === "topic") return svg("ellipse", { rx: r, ry: r * 0.65, ...paint });
    if (kind === "statement") return svg("path", { d: bubble(r), ...paint });
    return svg("circle", { r: kind === "tenure" ? r * 0.5 : r * 0.85, ...paint });
  }

  const bubble = (r) => {
    const [w, h] = [r, r * 0.7];
    return `M${-w} ${-h}H${w}V${h * 0.6}H${-w * 0.1}L${-w * 0.6} ${h * 1.3}V${h * 0.6}H${-w}Z`;
  };

  function paintOf(kind, family, factuality) {
    const fill = colour(kind, family);
    const open = isOpen(factuality);
    return {
      fill: open ? "none" : fill,
      stroke: isAgainst(factuality) ? "var(--against)" : open ? fill : "var(--outline)",
      "stroke-width": open || isAgainst(factuality) ? 2 : 0.8,
      "stroke-dasharray": open ? looks.hollow[factuality].map((n) => n / 2).join(" ") : null,
    };
  }

  /** A small sign for lists and the legend; said in words beside it, so hidden from screen readers. */
  function sign(kind, family, factuality = "actual") {
    const paint = paintOf(kind, family, factuality);
    return svg("svg", { class: "sign", viewBox: "-10 -10 20 20", "aria-hidden": "true" }, outline(kind, 8, paint));
  }
  const signOf = (node) => sign(nodes[node].kind, nodes[node].family, nodes[node].factuality);

  /** A sample of a line for the legend. */
  function lineSample(modality) {
    const against = isAgainst(modality);
    const stroke = against ? "var(--against)" : "var(--line-strong)";
    const dash = Array.isArray(looks.dashes[modality]) ? looks.dashes[modality].join(" ") : null;
    const at = (y) => svg("line", { x1: 0, x2: 34, y1: y, y2: y, stroke, "stroke-width": against ? 1.5 : 2, "stroke-dasharray": dash });
    return svg("svg", { class: "sample", viewBox: "0 0 34 10", "aria-hidden": "true" }, against ? [at(3), at(7)] : at(5));
  }

  return { PLURALS, FAMILIES, FACTUALITIES, colour, theme, isOpen, isAgainst, outline, paintOf, sign, signOf, lineSample };
})();
