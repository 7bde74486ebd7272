"use strict";
// The network or the map as a picture: SVG with its colours written out, and PNG painted from that SVG.

Kg.exporting = (() => {
  const { nodes, links, looks } = Kg.model;
  const { svg, byId, download, toast } = Kg.dom;
  const { theme, outline, paintOf, isAgainst } = Kg.looks;
  const FONT = "system-ui, 'Liberation Sans', sans-serif";

  function edge(item, at) {
    const modality = links[item.id]?.modality ?? "actual";
    const [from, to] = [at[item.from], at[item.to]];
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const stop = 1 - Math.min(0.45, (Kg.network.dataset.nodes.get(item.to).size + 3) / length);
    const end = { x: from.x + (to.x - from.x) * stop, y: from.y + (to.y - from.y) * stop };
    const dash = looks.dashes[modality];
    const line = (dx, dy, stroke, width) => svg("line", { x1: from.x + dx, y1: from.y + dy, x2: end.x + dx, y2: end.y + dy, stroke, "stroke-width": width, "stroke-dasharray": dash ? dash.join(" ") : null, "marker-end": dx || dy || !item.arrows ? null : "url(#arrow)" });
    if (!isAgainst(modality)) return line(0, 0, theme("--line-strong"), item.width);
    const [dx, dy] = [((to.y - from.y) / length) * 2.2, ((from.x - to.x) / length) * 2.2];
    return [line(dx, dy, theme("--against"), 1.4), line(-dx, -dy, theme("--against"), 1.4)];
  }

  function node(item, at) {
    const one = nodes[item.id];
    const { x, y } = at[item.id];
    if (!one) return svg("circle", { cx: x, cy: y, r: item.size, fill: item.color.background, stroke: item.color.border, "stroke-width": 2 });
    const paint = paintOf(one.kind, one.family, one.factuality);
    if (paint.fill === "none") paint.fill = theme("--canvas");
    paint.stroke = paint.stroke.replace(/^var\((--[a-z]+)\)$/, (_, name) => theme(name));
    return svg("g", { transform: `translate(${x} ${y})` }, outline(one.kind, item.size, paint));
  }

  function label(box) {
    return svg("text", { "text-anchor": "middle", "font-size": box.strong ? 13 : 12, "font-weight": box.strong ? 600 : 400, fill: theme("--text"), stroke: theme("--canvas"), "stroke-width": 3, "paint-order": "stroke" },
      box.lines.map((line, row) => svg("tspan", { x: box.x + box.width / 2, y: box.y + (row + 0.75) * Kg.labels.LINE }, line)));
  }

  const MARGIN = 110;

  function network() {
    const { dataset } = Kg.network;
    const items = dataset.nodes.get();
    const spots = items.map((item) => ({ id: item.id, size: item.size, ...Kg.network.position(item.id) }));
    const [left, top] = [Math.min(...spots.map((spot) => spot.x - spot.size)) - MARGIN, Math.min(...spots.map((spot) => spot.y - spot.size)) - MARGIN];
    const at = Object.fromEntries(spots.map((spot) => [spot.id, { x: spot.x - left, y: spot.y - top, size: spot.size }]));
    const wide = Math.max(...spots.map((spot) => spot.x + spot.size)) - left + MARGIN;
    const high = Math.max(...spots.map((spot) => spot.y + spot.size)) - top + MARGIN;
    const ink = document.createElement("canvas").getContext("2d");
    const boxes = Kg.labels.place(ink, (id) => ({ at: at[id], reach: at[id].size }), { wide, high });
    const arrow = svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" },
      svg("path", { d: "M0 0L8 4L0 8Z", fill: theme("--line-strong") }));
    return svg("svg", { viewBox: `0 0 ${wide} ${high}`, width: Math.round(wide), height: Math.round(high), "font-family": FONT },
      svg("defs", {}, arrow), svg("rect", { width: wide, height: high, fill: theme("--canvas") }),
      svg("text", { x: 20, y: 36, "font-size": 20, fill: theme("--text") }, Kg.model.title),
      dataset.edges.get().map((item) => edge(item, at)), items.map((item) => node(item, at)), boxes.map(label));
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
    const [x, y, width, height] = copy.getAttribute("viewBox").split(" ");
    copy.prepend(svg("rect", { x, y, width, height, fill: theme("--sea") }));
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
