"use strict";
// Where sources contradict each other: the values side by side, each with who says so.

Kg.disagreements = (() => {
  const { facts, disagreements, objectText, words } = Kg.model;
  const { el, bdi } = Kg.dom;

  function option(index, preferred) {
    const fact = facts[index];
    const kept = index === preferred;
    return el("li", { class: kept ? "option is-kept" : "option" },
      el("div", { class: "option-head" }, fact.o >= 0 ? Kg.evidence.nodeButton(fact.o) : bdi(objectText(fact), { class: "value" }),
        kept ? Kg.evidence.chip("kept") : Kg.evidence.chip(fact.status),
        el("span", { class: "count" }, Kg.evidence.outletCount(fact.outlets))),
      Kg.evidence.sourceList(fact.sources));
  }

  /** Asserted here and denied there is one fact; its sources then stand side by side by what they say. */
  function sides(index) {
    const denies = (source) => source.modality === "denied" || source.modality === "negated";
    const { sources } = facts[index];
    return [["Says so", sources.filter((source) => !denies(source))], ["Denies it", sources.filter(denies)]]
      .filter(([, list]) => list.length)
      .map(([title, list]) => el("li", { class: "option" }, el("div", { class: "option-head" }, el("strong", {}, title)),
        Kg.evidence.sourceList(list)));
  }

  function card(item) {
    const node = facts[item.options[0]].s;
    const options = item.options.length > 1 ? item.options.map((index) => option(index, item.preferred)) : sides(item.options[0]);
    const question = item.options.length > 1 ? "what was it?" : "did it happen?";
    const title = item.predicate === "type" ? question : words(item.predicate);
    return el("article", { class: "card", data: { node } },
      el("h3", {}, Kg.evidence.nodeButton(node), " ", el("span", { class: "property" }, title)),
      el("ul", { class: "options" }, options),
      item.reason ? el("p", { class: "count" }, "Why: ", bdi(item.reason)) : null);
  }

  function build(shown) {
    const found = disagreements.filter((item) => shown.nodes.has(facts[item.options[0]].s));
    if (!found.length) return [Kg.lists.empty("The sources do not contradict each other on what is shown. Where one gives another value, or denies what another asserts, both stand here side by side.")];
    const list = el("div", { class: "cards" });
    return [list, Kg.dom.paged(list, found, card, 60)];
  }

  return { show: Kg.lists.keeping(build) };
})();
