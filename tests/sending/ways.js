// What the ways of ways.yml are written with. Before it stand `WAYS`, functions by the names of their ways, and `told`,
// where they are to send.

{
  const PAGE = "http://www.w3.org/1999/xhtml";
  const DRAWING = "http://www.w3.org/2000/svg";
  const root = () => document.body ?? document.documentElement;

  /** A new element at the end of the page. */
  const make = (space, tag, attributes) => {
    const element = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    root().append(element);
    return element;
  };
  const put = (tag, attributes) => make(PAGE, tag, attributes);
  const draw = (tag, attributes) => {
    const element = make(DRAWING, tag, attributes);
    make(DRAWING, "svg", {}).append(element);
    return element;
  };

  /** A style sheet of the page, or else a new one. */
  const sheet = () => document.styleSheets[0] ?? put("style", {}).sheet;
  const declare = (rule) => sheet().insertRule(rule, sheet().cssRules.length);

  /** A foreign script may be first to take a name that the page's policy has. */
  const policy = globalThis.trustedTypes && takeName();
  function takeName() {
    const all = Object.fromEntries(["createScriptURL", "createHTML"].map((kind) => [kind, (text) => text]));
    for (const name of ["betweenus-worker", "betweenus"]) {
      try {
        return trustedTypes.createPolicy(name, all);
      } catch {
        // It is taken already.
      }
    }
  }
  const trusted = (text, kind = "createScriptURL") => policy?.[kind](text) ?? text;

  /** Begin a call through a server. */
  const call = async (server, Connection = RTCPeerConnection) => {
    const connection = new Connection({ iceServers: [server] });
    connection.createDataChannel("x");
    await connection.setLocalDescription(await connection.createOffer());
    (globalThis.calls ??= []).push(connection); // or it is swept up too early
  };

  /** The address of a file of the book. */
  const file = (name) => new URL(name, told.book).href;

  addEventListener(
    "click",
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      for (const [name, { address, host, machine, word }] of Object.entries(told.ways)) {
        /** Asks from another window, once the file is there. */
        const through = (opened) => {
          const wait = setInterval(() => {
            if (opened.location.href === "about:blank" || opened.document.readyState !== "complete") return;
            clearInterval(wait);
            opened.fetch(address, { mode: "no-cors" });
          }, 50);
        };
        try {
          WAYS[name]({ address, host, machine, word, put, draw, sheet, declare, trusted, call, file, through });
        } catch {
          // This browser refuses it, or has no such thing.
        }
      }
    },
    { once: true, capture: true },
  );
}
