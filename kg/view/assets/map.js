"use strict";
// Places with coordinates on an equirectangular map: one degree is one unit, north is up.

Kg.map = (() => {
  const { nodes, isHappening, asObject, facts, local } = Kg.model;
  const { el, svg, button, byId } = Kg.dom;
  const world = JSON.parse(byId("world").textContent);
  let frame = null;

  /** How many of the happenings shown take place at each place. */
  function counts(shown) {
    const found = new Map();
    shown.nodes.forEach((node) => {
      if (!nodes[node].at) return;
      const here = asObject[node].filter((index) => local(facts[index].p) === "place" && facts[index].s >= 0);
      found.set(node, new Set(here.map((index) => facts[index].s).filter((n) => isHappening(n) && shown.nodes.has(n))).size);
    });
    return found;
  }

  /** The smallest frame of 2:1 around some places, at least 24 degrees wide. */
  function around(places) {
    if (!places.length) return { x: -180, y: -90, w: 360, h: 180 };
    const xs = places.map((node) => nodes[node].at[1]);
    const ys = places.map((node) => -nodes[node].at[0]);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const w = Math.min(360, Math.max(24, (right - left) * 1.3, (bottom - top) * 2.6));
    return { x: (left + right) / 2 - w / 2, y: (top + bottom) / 2 - w / 4, w, h: w / 2 };
  }

  const viewBox = () => `${frame.x} ${frame.y} ${frame.w} ${frame.h}`;

  function pin([node, count], unit, state) {
    const [lat, lon] = nodes[node].at;
    const r = (count ? 5 + Math.min(16, 3 * Math.sqrt(count)) : 3.5) * unit;
    const chosen = node === state.node;
    const go = () => Kg.state.set({ node });
    const onKey = (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), go());
    const words = `${nodes[node].label}: ${count} ${count === 1 ? "entry" : "entries"}`;
    return svg("g", { class: chosen ? "pin is-chosen" : "pin", tabindex: 0, role: "button", "aria-label": words, data: { node }, on: { click: go, keydown: onKey } },
      svg("title", {}, words),
      svg("circle", { cx: lon, cy: -lat, r, class: count ? "" : "quiet" }),
      svg("text", { x: lon + r + 3 * unit, y: -lat + 4 * unit, "font-size": 12 * unit, "stroke-width": 3 * unit }, nodes[node].label));
  }

  /** Labels that would cover one of a busier place are left out until one comes nearer. */
  function thinned(pins, unit) {
    const taken = [];
    pins.forEach((group) => {
      const text = group.querySelector("text");
      const [x, y, width] = [Number(text.getAttribute("x")), Number(text.getAttribute("y")), text.textContent.length * 7 * unit];
      const covers = taken.some((box) => x < box.x + box.width && box.x < x + width && Math.abs(y - box.y) < 13 * unit);
      if (covers && !group.classList.contains("is-chosen")) text.remove();
      else taken.push({ x, y, width });
    });
    return pins;
  }

  function draw(root, ranked, state) {
    const unit = frame.w / Math.max(400, root.clientWidth);
    const pins = thinned(ranked.map((entry) => pin(entry, unit, state)), unit);
    const chart = svg("svg", { class: "map", viewBox: viewBox(), role: "group", "aria-label": "Map of places" },
      svg("path", { d: world.land, class: "land" }), svg("path", { d: world.borders, class: "borders" }), pins.reverse());
    const zoom = (factor) => () => {
      const w = Math.min(360, Math.max(3, frame.w * factor));
      frame = { x: frame.x + (frame.w - w) / 2, y: frame.y + (frame.h - w / 2) / 2, w, h: w / 2 };
      draw(root, ranked, Kg.state.get());
    };
    const whole = () => ((frame = around([])), draw(root, ranked, Kg.state.get()));
    root.replaceChildren(chart, el("div", { class: "zoom", role: "group", "aria-label": "Zoom of the map" },
      button("+", zoom(0.6), { "aria-label": "Zoom in" }), button("−", zoom(1 / 0.6), { "aria-label": "Zoom out" }), button("World", whole)));
    drag(chart, root);
  }

  function drag(chart, root) {
    let from = null;
    chart.addEventListener("pointerdown", (event) => (from = { x: event.clientX, y: event.clientY, at: frame }));
    chart.addEventListener("pointermove", (event) => {
      if (!from || !event.buttons) return;
      const unit = frame.w / root.clientWidth;
      frame = { ...from.at, x: from.at.x - (event.clientX - from.x) * unit, y: from.at.y - (event.clientY - from.y) * unit };
      chart.setAttribute("viewBox", viewBox());
    });
    ["pointerup", "pointerleave"].forEach((name) => chart.addEventListener(name, () => (from = null)));
  }

  function show(state, root) {
    const ranked = [...counts(Kg.filters.shown(state))].sort(([a, many], [b, more]) => more - many || a - b);
    if (!ranked.length) {
      root.replaceChildren(Kg.lists.empty("No place among what is shown has coordinates."));
      return;
    }
    const busy = ranked.filter(([, count]) => count);
    frame = frame || around((busy.length ? busy : ranked).map(([node]) => node));
    draw(root, ranked, state);
  }

  return { show };
})();
