/**
 * Slot n runs as user 60600 + n when we are root. systemd lists 60578 to 61183 as given to nobody.
 * @see https://systemd.io/UIDS-GIDS/
 */
const firstUser = 60_600;
const lastSlot = 399;

/** The user of a slot. */
export function slotUser(slot: number): number {
  if (!Number.isInteger(slot) || slot < 0 || slot > lastSlot)
    throw new RangeError(`Cannot launch: slot must be a whole number from 0 to ${lastSlot}, got ${slot}`);
  return firstUser + slot;
}
