// Lets nobody but our own page speak to the map's frame: runs before the component's own script.
//
// The component draws, and evaluates, what any window posts to it. A window asks its listeners in the
// order in which they were added: this one is the first, and ends what does not come from the page
// that holds the frame, or from another origin than ours. Written into the frame's first page itself,
// so that it can neither come late nor not at all.

(() => {
  const { parent, location } = window;
  window.addEventListener(
    "message",
    (event) => {
      if (event.source !== parent || event.origin !== location.origin) event.stopImmediatePropagation();
    },
    true,
  );
})();
