export default {
  // On a busy machine each pair of answers in a match takes its time.
  test: { environment: "happy-dom", dir: "tests/javascript", testTimeout: 60_000 },
};
