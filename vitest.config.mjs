// What needs Node's own streams and channels beside the page; for the others one page is made for all, which is quicker.
const BESIDE_NODE = ["**/exit.test.js", "**/passphrase.test.js", "**/store.test.js"];
// On a busy machine each pair of answers in a match takes its time.
const IN_A_PAGE = { environment: "happy-dom", dir: "tests/javascript", testTimeout: 60_000 };

export default {
  test: {
    projects: [
      { test: { ...IN_A_PAGE, name: "beside Node", include: BESIDE_NODE } },
      { test: { ...IN_A_PAGE, name: "in a page", exclude: BESIDE_NODE, pool: "vmThreads" } },
    ],
  },
};
