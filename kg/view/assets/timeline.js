"use strict";
// What happened day by day; what is planned stands hollow. Bars above show how much lies on which day or month.

Kg.timeline = (() => {
  const { nodes, typeName } = Kg.model;
  const { el, svg } = Kg.dom;
  const { isOpen } = Kg.looks;
  const KINDS = ["event", "agreement", "commitment", "statement"];
  const HIGH = 72, FOOT = 18, MARGIN = 36;
  // the view's own width, so that letters on the axis keep their size
  let wide = 1000;
  const dayOf = (node) => nodes[node].from || nodes[node].to;

  function grouped(ids, key) {
    const groups = new Map();
    ids.forEach((node) => groups.set(key(node), [...(groups.get(key(node)) || []), node]));
    return groups;
  }

  /** Every month, or every day when they are few, from the first to the last. */
  function slots(days) {
    const first = days[0], last = days[days.length - 1];
    const span = (Date.parse(last) - Date.parse(first)) / 864e5;
    const length = span <= 92 ? 10 : span <= 365 * 12 ? 7 : 4;
    if (length === 4) return years(first, last);
    const found = [];
    const at = new Date(`${first.slice(0, length === 7 ? 7 : 10)}${length === 7 ? "-01" : ""}T00:00:00Z`);
    while (at.toISOString().slice(0, length) <= last.slice(0, length)) {
      found.push(at.toISOString().slice(0, length));
      if (length === 7) at.setUTCMonth(at.getUTCMonth() + 1);
      else at.setUTCDate(at.getUTCDate() + 1);
    }
    return found;
  }

  function years(first, last) {
    const from = Number(first.slice(0, 4));
    return Array.from({ length: Number(last.slice(0, 4)) - from + 1 }, (_, step) => String(from + step).padStart(4, "0"));
  }

  /** The first and last day that the bars cover: a few days far from the middle nine tenths would press them together. */
  function stretch(days) {
    const [first, last] = [days[Math.floor(days.length * 0.05)], days[Math.ceil(days.length * 0.95) - 1]].map(Date.parse);
    const slack = Math.max(last - first, 30 * 864e5);
    const near = days.filter((day) => Date.parse(day) >= first - slack && Date.parse(day) <= last + slack);
    return [near[0], near[near.length - 1]];
  }

  function bars(dated) {
    const days = dated.map(dayOf);
    const [first, last] = stretch(days);
    const inside = dated.filter((node) => dayOf(node) >= first && dayOf(node) <= last);
    const names = slots([first, last]);
    const groups = grouped(inside, (node) => dayOf(node).slice(0, names[0].length));
    const most = Math.max(...[...groups.values()].map((group) => group.length));
    const step = Math.min(60, wide / names.length);
    const every = Math.ceil(names.length / (wide / 90));
    const parts = names.map((name, index) => bar(name, groups.get(name) || [], { x: index * step, step, most }));
    const marks = names.filter((_, index) => index % every === 0 && index * step < wide - 60).map((name) =>
      svg("text", { x: names.indexOf(name) * step, y: HIGH + FOOT - 4, class: "axis" }, name));
    const beyond = [[days.filter((day) => day < first).length, "earlier"], [days.filter((day) => day > last).length, "later"]]
      .filter(([count]) => count).map(([count, word]) => `${count} ${word}`).join(", ");
    const label = `${inside.length} dated entries from ${names[0]} to ${names[names.length - 1]}${beyond && `, ${beyond} in the list below`}`;
    return [svg("svg", { class: "bars", viewBox: `0 0 ${wide} ${HIGH + FOOT}`, role: "img", "aria-label": label }, parts,
      svg("line", { x1: 0, x2: wide, y1: HIGH, y2: HIGH, class: "axis-line" }), marks),
    beyond && el("p", { class: "hint beyond" }, `${beyond}: in the list only`)];
  }

  function bar(name, group, { x, step, most }) {
    if (!group.length) return null;
    const open = group.filter((node) => isOpen(nodes[node].factuality)).length;
    const unit = (HIGH - 6) / most;
    const box = (from, count, kind) => count && svg("rect", { x: x + 1, width: Math.max(2, step - 3), y: HIGH - (from + count) * unit, height: count * unit, rx: 2, class: kind });
    const go = () => document.querySelector(`#view-timeline [data-day^="${name}"]`)?.scrollIntoView({ block: "start" });
    return svg("g", { on: { click: go }, class: "bar-group" },
      svg("title", {}, `${name}: ${group.length}${open ? `, ${open} of them not yet` : ""}`),
      box(0, group.length - open, "solid"), box(group.length - open, open, "open"));
  }

  function entry(node) {
    return el("li", { data: { node } }, Kg.evidence.nodeButton(node),
      el("span", { class: "count" }, typeName(node)),
      nodes[node].factuality && nodes[node].factuality !== "actual" ? Kg.lists.factuality(node) : null,
      el("span", { class: "count" }, Kg.evidence.outletCount(nodes[node].outlets.length)));
  }

  const spell = (day, style) => new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC", ...style });

  const isLastDay = (day) => new Date(Date.parse(day) + 864e5).getUTCDate() === 1;

  /** One day, or one stretch of days where no single day is known. */
  function heading(node) {
    const { from, to } = nodes[node];
    if (from === to) return el("time", { datetime: from }, spell(from, { weekday: "short" }));
    const [years, months] = [4, 7].map((length) => from.slice(0, length) === to.slice(0, length));
    if (/-01-01$/.test(from) && /-12-31$/.test(to)) return years ? from.slice(0, 4) : `${from.slice(0, 4)} – ${to.slice(0, 4)}`;
    if (months && /-01$/.test(from) && isLastDay(to)) return spell(from, { day: undefined });
    return [from ? spell(from) : "until", from && to ? " – " : " ", to ? spell(to) : "or later"];
  }

  function day([name, group]) {
    return el("section", { class: "day", data: { day: name || "undated" } },
      el("h3", {}, name ? heading(group[0]) : "Undated"), el("ul", {}, group.map(entry)));
  }

  function build(shown, state, root) {
    wide = Math.max(300, root.clientWidth - MARGIN);
    const ids = [...shown.nodes].filter((node) => KINDS.includes(nodes[node].kind)).sort(Kg.lists.byDate);
    if (!ids.length) return [Kg.lists.empty("Nothing to show: no event fits the filters.")];
    const dated = ids.filter((node) => /^\d{4}-\d{2}-\d{2}$/.test(dayOf(node)));
    const isDated = new Set(dated);
    const list = el("div", { class: "days" });
    const more = Kg.dom.paged(list, [...grouped(ids, (node) => (isDated.has(node) ? `${dayOf(node)}/${nodes[node].to}` : ""))], day, 200);
    return [dated.length ? bars(dated) : null, list, more];
  }

  return { show: Kg.lists.keeping(build) };
})();
