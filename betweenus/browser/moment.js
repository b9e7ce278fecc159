// Orca, a screen reader, says nothing of where the focus is now when the place it was at is gone before it has heard of
// the new one. So what had the focus stays for a moment, unseen.

export const A_MOMENT = 800; // milliseconds
