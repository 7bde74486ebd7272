"use strict";
// Elements made without markup: every text becomes a text node, so nothing that an article says can run.
globalThis.Kg = globalThis.Kg || {};

Kg.dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  // control characters, and those that turn the direction of the text around them
  const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

  const plain = (text) => String(text ?? "").replace(STEERING, "");
  const byId = (id) => document.getElementById(id);

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "on") Object.entries(value).forEach(([event, run]) => element.addEventListener(event, run));
      else if (name === "data") Object.assign(element.dataset, value);
      else if (name === "style") Object.assign(element.style, value);
      else element.setAttribute(name, value === true ? "" : plain(value));
    }
    for (const child of children.flat(3)) {
      if (child === null || child === undefined || child === false) continue;
      element.append(child instanceof Node ? child : document.createTextNode(plain(child)));
    }
    return element;
  }

  /** Make an HTML element; strings among the children become text. Attribute names are ours, never an article's. */
  const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

  /** Make an SVG element. */
  const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  /** Text of unknown direction, kept from turning its neighbours around. */
  const bdi = (text, attributes) => el("bdi", attributes, text);

  const button = (label, run, attributes) =>
    el("button", { type: "button", on: { click: run }, ...attributes }, label);

  /** A web address as a link, anything else not at all. */
  function link(url) {
    let parsed;
    try {
      parsed = new URL(url);
    } catch {
      return null;
    }
    if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return null;
    return el("a", { href: parsed.href, target: "_blank", rel: "noopener noreferrer nofollow" }, url);
  }

  let timer = 0;
  function toast(message) {
    const box = byId("toast");
    box.textContent = plain(message);
    box.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => (box.hidden = true), 2500);
  }

  /** Copy text; where the browser forbids it, show the text selected. */
  async function copy(text, what) {
    try {
      await navigator.clipboard.writeText(text);
      toast(`${what} copied`);
    } catch {
      showText(text, what);
    }
  }

  function showText(text, what) {
    const box = byId("copybox");
    const area = el("textarea", { readonly: true, rows: 12, "aria-label": what });
    area.value = text;
    box.replaceChildren(el("h2", {}, what), area, button("Close", () => box.close()));
    box.showModal();
    area.select();
  }

  function download(name, blob) {
    const address = URL.createObjectURL(blob);
    el("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    toast(`${name} saved`);
  }

  /** Append items to a list some at a time; gives the button that brings the rest. */
  function paged(list, items, make, atOnce = 150) {
    let done = 0;
    const more = button("", () => append(), { class: "more" });
    function append() {
      const next = items.slice(done, done + atOnce).flatMap((item, step) => make(item, done + step));
      list.append(...next);
      done = Math.min(items.length, done + atOnce);
      more.textContent = `Show ${Math.min(atOnce, items.length - done)} more of ${items.length - done}`;
      more.hidden = done >= items.length;
    }
    append();
    return more;
  }

  return { plain, byId, el, svg, bdi, button, link, toast, copy, download, paged };
})();
