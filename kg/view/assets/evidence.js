"use strict";
// The evidence behind facts: who says so, when, on whose word, and the sentence with the words that say it.

Kg.evidence = (() => {
  const model = Kg.model;
  const { nodes, facts, articles, local, predicateName, objectText } = model;
  const { el, bdi, button, link: webLink, copy, paged } = Kg.dom;
  const { signOf } = Kg.looks;
  const AT_ONCE = 30;

  const choose = (node) => Kg.state.set({ node });
  const nodeButton = (node, text) =>
    button([signOf(node), bdi(text ?? nodes[node].label)], () => choose(node), { class: "node-link" });
  const chip = (text, kind) => el("span", { class: `chip ${kind || ""}` }, text);
  const outletCount = (count) => (count === 1 ? "1 outlet" : `${count} outlets`);

  // ---------------------------------------------------------------- a source
  function quote(source) {
    const [before, words, after] = model.marked(source);
    if (!before && !words && !after) return el("p", { class: "nothing" }, "The sentence is not in this page.");
    return el("blockquote", { dir: "auto" }, bdi([before, words ? el("mark", {}, words) : null, after]));
  }

  function address(url) {
    if (!url) return null;
    return el("div", { class: "address" }, webLink(url), button("Copy address", () => copy(url, "Address"), { class: "small" }));
  }

  function sourceItem(source) {
    const article = articles[source.article];
    const word = source.byText || source.by;
    const named = source.by && source.byText && !source.byText.includes(source.by) ? ` (${source.by})` : "";
    return el("li", { class: "source" },
      el("div", { class: "source-head" },
        bdi(article.outlet || article.id, { class: "outlet" }),
        article.date ? el("time", { datetime: article.date }, article.date) : null,
        chip(source.modality, `modality-${source.modality}`)),
      article.title ? el("div", { class: "headline" }, bdi(article.title)) : null,
      quote(source),
      word ? el("div", { class: "attribution" }, "On whose word: ", bdi(word + named)) : null,
      address(article.url));
  }

  /** The sources of a fact, a few at first; a list and the button for the rest. */
  function sourceList(sources) {
    const list = el("ul", { class: "sources" });
    return [list, paged(list, sources, sourceItem, 6)];
  }

  // ---------------------------------------------------------------- a fact
  const role = (fact) => (fact.s >= 0 && model.isHappening(fact.s) ? `as ${predicateName(fact)}` : `${predicateName(fact)} this`);

  function factTitle(fact, from) {
    const pointsHere = from >= 0 && fact.o === from && fact.s !== from;
    const value = pointsHere
      ? [fact.s >= 0 ? nodeButton(fact.s) : bdi(local(fact.subject)), el("span", { class: "role" }, role(fact))]
      : [`${predicateName(fact)} `, fact.o >= 0 ? nodeButton(fact.o) : bdi(objectText(fact), { class: "value" })];
    return el("span", { class: "fact-title" }, value);
  }

  function chips(fact) {
    if (fact.status === "background") return chip("background knowledge");
    return [
      fact.status === "accepted" ? null : chip(fact.status, "warn"),
      fact.modality === "actual" ? null : chip(fact.modality, `modality-${fact.modality}`),
      el("span", { class: "count" }, outletCount(fact.outlets)),
    ];
  }

  /** A fact with its sources, which are built when it is opened. */
  function factItem(index, from, open) {
    const fact = facts[index];
    const content = [factTitle(fact, from), chips(fact)];
    if (!fact.sources.length) return el("li", { class: "fact" }, el("div", { class: "fact-head" }, content));
    const body = el("div", { class: "fact-body", hidden: true });
    const turn = () => {
      body.hidden = !body.hidden;
      if (!body.childElementCount) body.append(...sourceList(fact.sources).filter(Boolean), copyButtons([index], -1));
      mark.setAttribute("aria-expanded", String(!body.hidden));
    };
    const mark = button("", turn, { class: "turn", "aria-expanded": "false", "aria-label": `Sources: ${predicateName(fact)} ${objectText(fact)}` });
    const onClick = (event) => event.target.closest("button") || turn();
    if (open) turn();
    return el("li", { class: "fact" }, el("div", { class: "fact-head can-turn", on: { click: onClick } }, mark, content), body);
  }

  function factList(title, indices, from, open) {
    if (!indices.length) return null;
    const list = el("ul", { class: "facts" });
    const more = paged(list, indices, (index, step) => factItem(index, from, open && step < 3), AT_ONCE);
    return el("section", {}, el("h3", {}, `${title} `, el("span", { class: "count" }, indices.length)), list, more);
  }

  function copyButtons(indices, node) {
    const query = () => (node >= 0 ? Kg.cite.nodeQuery(node) : Kg.cite.factQuery(indices));
    return el("div", { class: "copies", role: "group", "aria-label": "Copy" },
      button("Copy citation", () => copy(Kg.cite.citation(indices), "Citation"), { class: "small" }),
      button("Turtle", () => copy(Kg.cite.turtle(indices, node), "Turtle"), { class: "small", "aria-label": "Copy as Turtle" }),
      button("SPARQL", () => copy(query(), "SPARQL"), { class: "small", "aria-label": "Copy as SPARQL" }));
  }

  return { nodeButton, chip, outletCount, sourceList, factList, copyButtons };
})();
