// What the tabs of one course at one place tell each other.

/**
 * @param {string} place see place.js
 * @returns {BroadcastChannel | undefined} undefined in a browser that has none, or refuses
 */
export function openChannel(place) {
  try {
    return new BroadcastChannel(place);
  } catch {
    return undefined;
  }
}
