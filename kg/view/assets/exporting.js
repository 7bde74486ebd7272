"use strict";
// The network or the map as a picture: SVG with its colours written out, and PNG painted from that SVG.

Kg.exporting = (() => {
  const { nodes, links, looks } = Kg.model;
  const { svg, byId, download, toast } = Kg.dom;
  const { theme, outline, paintOf, isAgainst } = Kg.looks;
  const FONT = "system-ui, 'Liberation Sans', sans-serif";

  function edge(item, at) {
    const { modality } = links[item.id];
    const [from, to] = [at[item.from], at[item.to]];
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const stop = 1 - Math.min(0.45, (Kg.network.dataset.nodes.get(item.to).size + 3) / length);
    const end = { x: from.x + (to.x - from.x) * stop, y: from.y + (to.y - from.y) * stop };
    const dash = looks.dashes[modality];
    const line = (dx, dy, stroke, width) => svg("line", { x1: from.x + dx, y1: from.y + dy, x2: end.x + dx, y2: end.y + dy, stroke, "stroke-width": width, "stroke-dasharray": dash ? dash.join(" ") : null, "marker-end": dx || dy ? null : "url(#arrow)" });
    if (!isAgainst(modality)) return line(0, 0, theme("--line-strong"), item.width);
    const [dx, dy] = [((to.y - from.y) / length) * 2.2, ((from.x - to.x) / length) * 2.2];
    return [line(dx, dy, theme("--against"), 1.4), line(-dx, -dy, theme("--against"), 1.4)];
  }

  function node(item, at) {
    const one = nodes[item.id];
    const paint = paintOf(one.kind, one.family, one.factuality);
    if (paint.fill === "none") paint.fill = theme("--canvas");
    paint.stroke = paint.stroke.replace(/^var\((--[a-z]+)\)$/, (_, name) => theme(name));
    const { x, y } = at[item.id];
    return svg("g", { transform: `translate(${x} ${y})` }, outline(one.kind, item.size, paint),
      svg("text", { y: item.size + 15, "text-anchor": "middle", "font-size": 13, fill: theme("--text"), stroke: theme("--canvas"), "stroke-width": 3, "paint-order": "stroke" },
        wrapped(item.label).map((line, row) => svg("tspan", { x: 0, dy: row ? 15 : 0 }, line))));
  }

  /** Cut a label into lines of some twenty letters, as the canvas does. */
  function wrapped(label) {
    const lines = [""];
    label.split(/\s+/).forEach((word) => {
      const last = lines.length - 1;
      if (lines[last] && lines[last].length + word.length > 21) lines.push(word);
      else lines[last] = `${lines[last]} ${word}`.trim();
    });
    return lines;
  }

  function network() {
    const { dataset } = Kg.network;
    const items = dataset.nodes.get();
    const at = Object.fromEntries(items.map((item) => [item.id, Kg.network.position(item.id)]));
    const xs = items.map((item) => at[item.id].x), ys = items.map((item) => at[item.id].y);
    const [left, top] = [Math.min(...xs) - 110, Math.min(...ys) - 70];
    const [wide, high] = [Math.max(...xs) - left + 110, Math.max(...ys) - top + 80];
    const arrow = svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" },
      svg("path", { d: "M0 0L8 4L0 8Z", fill: theme("--line-strong") }));
    return svg("svg", { viewBox: `${left} ${top} ${wide} ${high}`, width: Math.round(wide), height: Math.round(high), "font-family": FONT },
      svg("defs", {}, arrow), svg("rect", { x: left, y: top, width: wide, height: high, fill: theme("--canvas") }),
      svg("text", { x: left + 20, y: top + 32, "font-size": 20, fill: theme("--text") }, Kg.model.title),
      dataset.edges.get().map((item) => edge(item, at)), items.map((item) => node(item, at)));
  }

  /** The map as it stands, with the colours of its style sheet written onto its elements. */
  function map() {
    const drawn = document.querySelector("#view-map svg.map");
    if (!drawn) return null;
    const copy = drawn.cloneNode(true);
    const parts = [...drawn.querySelectorAll("path, circle, text")];
    [...copy.querySelectorAll("path, circle, text")].forEach((part, index) => {
      const style = getComputedStyle(parts[index]);
      ["fill", "stroke", "stroke-width", "fill-opacity", "paint-order", "vector-effect"].forEach((name) => part.setAttribute(name, style.getPropertyValue(name)));
    });
    copy.setAttribute("width", 1600);
    copy.setAttribute("height", 800);
    copy.setAttribute("font-family", FONT);
    return copy;
  }

  function picture() {
    const { view } = Kg.state.get();
    return view === "map" ? map() : network();
  }

  const fileName = (ending) => `${Kg.model.title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "graph"}.${ending}`;

  function asText(image) {
    return new XMLSerializer().serializeToString(image);
  }

  function saveSvg() {
    const image = picture();
    if (image) download(fileName("svg"), new Blob([asText(image)], { type: "image/svg+xml" }));
  }

  function savePng() {
    const source = picture();
    if (!source) return;
    const [wide, high] = ["width", "height"].map((name) => Number(source.getAttribute(name)));
    // browsers refuse canvases above some 16,000 pixels a side
    const scale = Math.min(2, 8000 / Math.max(wide, high));
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [Math.round(wide * scale), Math.round(high * scale)];
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => (blob ? download(fileName("png"), blob) : toast("The picture is too large for a PNG; SVG has no limit")));
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asText(source))}`;
  }

  function start() {
    byId("svg").addEventListener("click", saveSvg);
    byId("png").addEventListener("click", savePng);
  }

  /** Lists have no picture; their print is the thing to keep. */
  function show(state) {
    const drawable = state.view === "network" || state.view === "map";
    ["png", "svg"].forEach((id) => (byId(id).disabled = !drawable));
  }

  return { start, show };
})();
