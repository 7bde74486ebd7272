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
      svg("text", { y: -lat + 4 * unit, "font-size": 12 * unit, "stroke-width": 3 * unit }, nodes[node].label));
  }

  /** Put each label right or left of its circle; one that would cover a busier place waits until one comes nearer. */
  function labelled(pins, unit) {
    const number = (part, name) => Number(part.getAttribute(name));
    const circles = pins.map((group) => group.querySelector("circle")).map((c) => {
      const [x, y, r] = ["cx", "cy", "r"].map((name) => number(c, name));
      return { x: x - r, width: 2 * r, y: y - r, high: 2 * r };
    });
    const taken = [...circles];
    const covers = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.high && b.y < a.y + a.high;
    pins.forEach((group, index) => {
      const text = group.querySelector("text");
      const { x, width } = circles[index];
      const wide = text.textContent.length * 6.6 * unit;
      const box = (left) => ({ x: left, width: wide, y: number(text, "y") - 11 * unit, high: 14 * unit });
      const options = [box(x + width + 3 * unit), box(x - wide - 3 * unit)];
      const inFrame = (one) => one.x >= frame.x && one.x + one.width <= frame.x + frame.w;
      const free = options.find((one) => inFrame(one) && taken.every((other) => other === circles[index] || !covers(one, other)));
      if (!free && !group.classList.contains("is-chosen")) return text.remove();
      const chosen = free || options[0];
      taken.push(chosen);
      text.setAttribute("x", chosen === options[0] ? chosen.x : chosen.x + chosen.width);
      if (chosen === options[1]) text.setAttribute("text-anchor", "end");
    });
    return pins;
  }

  function draw(root, ranked, state) {
    const unit = frame.w / Math.max(400, root.clientWidth);
    const pins = labelled(ranked.map((entry) => pin(entry, unit, state)), unit);
    const chart = svg("svg", { class: "map", viewBox: viewBox(), role: "group", "aria-label": "Map of places" },
      svg("path", { d: world.land, class: "land" }), svg("path", { d: world.borders, class: "borders" }), pins.reverse());
    const zoom = (factor) => () => {
      const w = Math.min(360, Math.max(3, frame.w * factor));
      frame = { x: frame.x + (frame.w - w) / 2, y: frame.y + (frame.h - w / 2) / 2, w, h: w / 2 };
      draw(root, ranked, Kg.state.get());
    };
    const whole = () => ((frame = around([])), draw(root, ranked, Kg.state.get()));
    root.replaceChildren(
      el("div", { class: "map-box" }, chart, el("div", { class: "zoom", role: "group", "aria-label": "Zoom of the map" },
        button("+", zoom(0.6), { "aria-label": "Zoom in" }), button("−", zoom(1 / 0.6), { "aria-label": "Zoom out" }), button("World", whole))),
      el("p", { class: "hint pad" }, "The larger a circle, the more took place there; rings are places that are only named."),
      list(ranked));
    Kg.lists.mark(root, state);
    drag(chart, root);
  }

  /** The places in words, the busiest first. */
  function list(ranked) {
    const rows = el("ul", { class: "places" });
    const row = ([node, count]) => el("li", { data: { node } }, Kg.evidence.nodeButton(node), el("span", { class: "count" }, count || ""));
    return el("div", { class: "pad" }, rows, Kg.dom.paged(rows, ranked, row));
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
