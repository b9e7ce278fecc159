export default {
  test: { environment: "happy-dom", dir: "tests/javascript" },
};
