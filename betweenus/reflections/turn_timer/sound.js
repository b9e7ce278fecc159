// A soft tone from an oscillator: no file to load, and silent until it is asked for.

const LENGTH = 1.6; // seconds

export function openSound() {
  /** @type {AudioContext | undefined} */
  let context;
  return {
    ring() {
      context ??= new AudioContext();
      // A browser may hold sound back until a person has touched the page.
      context.resume();
      const now = context.currentTime;
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.linearRampToValueAtTime(0.15, now + 0.05);
      volume.gain.exponentialRampToValueAtTime(0.001, now + LENGTH);
      const tone = new OscillatorNode(context, { frequency: 440 });
      tone.connect(volume).connect(context.destination);
      tone.start(now);
      tone.stop(now + LENGTH);
    },
    close() {
      context?.close();
    },
  };
}
