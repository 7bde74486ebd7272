"use strict";
// Labels as on a map: of one size whatever the zoom, the important ones first, none over another.

Kg.labels = (() => {
  const { nodes, isActor, weight } = Kg.model;
  const { theme } = Kg.looks;
  const FACE = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
  const LINE = 14, LETTERS = 24, GAP = 4;
  /** Square pixels of the screen for each label: more labels are wallpaper. */
  const ROOM = 9000;
  const widths = new Map();
  let ranked = [], boxes = [];

  /** Set which labels may be drawn: those that must be, then groups by size, then nodes by weight, then actors farther away. */
  function rank(content, first, away) {
    const one = (id) => ({ id, lines: wrapped(nodes[id].label), strong: isActor(id), must: first.has(id), away: away(id), weight: weight(id) });
    const all = [...content.nodes].map(one).filter((label) => !label.away || label.strong);
    content.groups.forEach((here, number) => all.push({
      id: Kg.groups.name(number), lines: counted(wrapped(nodes[here[0]].label), here.length - 1), strong: true, must: false, weight: 1e6 + here.length,
    }));
    ranked = all.sort((a, b) => b.must - a.must || !!a.away - !!b.away || b.weight - a.weight || (a.id > b.id ? 1 : -1));
  }

  const counted = (lines, more) => [...lines.slice(0, -1), `${lines[lines.length - 1]} +${more}`];
  const forget = () => (ranked = []);

  /** Two lines of some twenty letters; the panel shows the whole. */
  function wrapped(label) {
    const lines = [""];
    for (const word of Kg.dom.plain(label).split(/\s+/)) {
      const last = lines.length - 1;
      if (!lines[last] || lines[last].length + word.length < LETTERS) lines[last] = `${lines[last]} ${word}`.trim();
      else lines.push(word);
    }
    const cut = lines.slice(0, 2).map((line) => (line.length > LETTERS + 4 ? `${line.slice(0, LETTERS + 3)}…` : line));
    if (lines.length > 2) cut[1] = `${cut[1].replace(/[,;:–-]$/, "")} …`;
    return cut;
  }

  function widthOf(ctx, label) {
    const key = `${font(label)}${label.lines.join("\n")}`;
    if (!widths.has(key)) widths.set(key, Math.max(...label.lines.map((line) => ctx.measureText(line).width)));
    return widths.get(key);
  }

  const font = (label) => `${label.strong && !label.away ? "600 13px" : "12px"} ${FACE}`;

  /** In the sign where there is room, else below, above or beside it. */
  function spots(at, reach, width, label) {
    const high = label.lines.length * LINE;
    const box = (x, y) => ({ x, y, width, high });
    const within = Kg.groups.numberOf(label.id) >= 0 && reach * 2 > width + 8 ? [box(at.x - width / 2, at.y - high / 2)] : [];
    return [...within,
      box(at.x - width / 2, at.y + reach + 2), box(at.x - width / 2, at.y - reach - 3 - high),
      box(at.x + reach + 4, at.y - high / 2), box(at.x - reach - 4 - width, at.y - high / 2),
    ];
  }

  const apart = (a, b) => a.x + a.width + GAP < b.x || b.x + b.width + GAP < a.x || a.y + a.high < b.y || b.y + b.high < a.y;

  /** Find a box for each label that fits; `where` gives middle and reach of a sign. */
  function place(ctx, where, { wide, high }) {
    const taken = [];
    const most = Math.max(12, (wide * high) / ROOM);
    const inFrame = (box) => box.x > 2 && box.y > 2 && box.x + box.width < wide - 2 && box.y + box.high < high - 2;
    const signs = ranked.map((label) => ({ label, ...where(label.id) }))
      .filter(({ at, reach }) => at.x > -reach && at.y > -reach && at.x < wide + reach && at.y < high + reach);
    const covers = (box, own) => signs.some((sign) => sign.label !== own && (own.away || !sign.label.away) && touches(box, sign));
    for (const { label, at, reach } of signs) {
      if (taken.length >= most && !label.must) break;
      ctx.font = font(label);
      const options = spots(at, reach, widthOf(ctx, label), label);
      const free = options.filter((box) => inFrame(box) && taken.every((other) => apart(box, other)));
      // the name of an actor may stand over a lesser sign, that of an event gives way
      const chosen = free.find((box) => !covers(box, label)) || (label.strong && !label.away ? free[0] : null) || (label.must ? options[0] : null);
      if (chosen) taken.push({ ...chosen, ...label });
    }
    return taken;
  }

  const touches = (box, { at, reach }) =>
    at.x + reach * 0.8 > box.x && at.x - reach * 0.8 < box.x + box.width && at.y + reach * 0.8 > box.y && at.y - reach * 0.8 < box.y + box.high;

  /** Draw on the canvas after the signs, in pixels of the screen. */
  function draw(ctx, where, { wide, high, ratio }) {
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(ctx, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3.5, strokeStyle: theme("--canvas"), fillStyle: theme("--text") });
    boxes = place(ctx, where, { wide, high });
    for (const box of boxes) {
      ctx.font = font(box);
      ctx.fillStyle = theme(box.away ? "--muted" : "--text");
      box.lines.forEach((line, row) => {
        const [x, y] = [box.x + box.width / 2, box.y + (row + 0.5) * LINE];
        ctx.strokeText(line, x, y);
        ctx.fillText(line, x, y);
      });
    }
    ctx.restore();
  }

  /** What is labelled at a spot of the screen. */
  const at = ({ x, y }) => boxes.find((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.high)?.id;

  return { rank, forget, place, draw, at, drawn: () => boxes, LINE };
})();
