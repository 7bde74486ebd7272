"use strict";
// Put the parts together: one state, every view shows it.

(() => {
  const { byId } = Kg.dom;
  const others = { timeline: Kg.timeline, table: Kg.table, ledger: Kg.ledger, disagreements: Kg.disagreements, map: Kg.map };
  let content = null;

  function show(state, changed) {
    if (changed.has("theme")) Kg.controls.applyTheme(state);
    Kg.controls.show(state);
    Kg.exporting.show(state);
    const onlyView = [...changed].every((name) => name === "view");
    if (state.view === "network" || !onlyView) content = Kg.network.show(state);
    if (!onlyView) Kg.panel.show(state);
    others[state.view]?.show(state, byId(`view-${state.view}`));
    Kg.controls.status(state, content);
    document.body.classList.toggle("chosen", [state.node, state.link, state.group].some((chosen) => chosen >= 0));
    const moved = ["focus", "depth"].some((name) => changed.has(name)) || (changed.has("view") && state.view === "network" && content.nodes.size);
    if (moved && !onlyView) Kg.network.fit();
  }

  Kg.controls.start();
  Kg.search.start();
  Kg.exporting.start();
  Kg.network.start();
  Kg.state.subscribe(show);
  Kg.state.load();
  Kg.network.fit();
  // paper is light, and the canvas is painted, not styled
  const turn = (theme) => {
    Kg.controls.applyTheme({ theme });
    Kg.network.show(Kg.state.get());
  };
  window.addEventListener("beforeprint", () => turn("light"));
  window.addEventListener("afterprint", () => turn(Kg.state.get().theme));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show(Kg.state.get(), new Set(["theme"])));
  document.documentElement.dataset.ready = "yes";
})();
