"use strict";
// What vis-network has no shape for: speech bubbles, pills, flat discs, and the double line of what is denied.

Kg.shapes = (() => {
  const { colour, theme, isOpen } = Kg.looks;
  const { nodes, looks } = Kg.model;

  /** How much is left of a sign while others are in view. */
  const FAINT = 0.4;

  function bubble(ctx, x, y, r) {
    const h = r * 0.7;
    ctx.beginPath();
    [[-r, -h], [r, -h], [r, h * 0.6], [-r * 0.1, h * 0.6], [-r * 0.6, h * 1.3], [-r * 0.6, h * 0.6], [-r, h * 0.6]]
      .forEach(([dx, dy], step) => ctx[step ? "lineTo" : "moveTo"](x + dx, y + dy));
    ctx.closePath();
  }

  function pill(ctx, x, y, r) {
    ctx.beginPath();
    ctx.roundRect(x - r, y - r * 0.55, r * 2, r * 1.1, r * 0.5);
  }

  function disc(ctx, x, y, r) {
    ctx.beginPath();
    ctx.ellipse(x, y, r, r * 0.65, 0, 0, 2 * Math.PI);
  }

  const OUTLINES = { statement: bubble, office: pill, topic: disc };

  /** Draw a custom node: the contract of vis-network's ``ctxRenderer``. */
  function render({ ctx, id, x, y, state, style }) {
    const node = nodes[id];
    const r = style.size;
    return {
      drawNode() {
        ctx.save();
        ctx.globalAlpha = Kg.network.dataset.nodes.get(id)?.opacity ?? 1;
        OUTLINES[node.kind](ctx, x, y, r);
        ctx.fillStyle = isOpen(node.factuality) ? theme("--canvas") : colour(node.kind, node.family);
        ctx.strokeStyle = state.selected || state.hover ? theme("--text") : theme("--outline");
        if (looks.hollow[node.factuality]) ctx.setLineDash(looks.hollow[node.factuality]);
        ctx.lineWidth = state.selected ? 3 : 1.2;
        ctx.fill();
        ctx.stroke();
        ctx.restore();
      },
      nodeDimensions: { width: r * 2, height: r * 1.4 },
    };
  }

  /** Two thin red lines side by side, drawn before the nodes. */
  function doubleLine(ctx, from, to, faint) {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [dx, dy] = [((to.y - from.y) / length) * 2.2, ((from.x - to.x) / length) * 2.2];
    ctx.save();
    ctx.strokeStyle = theme("--against");
    ctx.lineWidth = 1.4;
    ctx.globalAlpha = faint ? FAINT : 1;
    for (const side of [1, -1]) {
      ctx.beginPath();
      ctx.moveTo(from.x + dx * side, from.y + dy * side);
      ctx.lineTo(to.x + dx * side, to.y + dy * side);
      ctx.stroke();
    }
    ctx.restore();
  }

  return { FAINT, render, doubleLine };
})();
