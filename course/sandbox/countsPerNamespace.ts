/**
 * Whether a limit of processes (RLIMIT_NPROC) that is set inside a user namespace counts what is inside: so it is from
 * Linux 5.14 on. Set outside, and on an older one, it counts all processes of the user, other sandboxes and the user's
 * own programs: 64 for each of four slots are then too few for correct answers.
 * @see https://man7.org/linux/man-pages/man2/getrlimit.2.html
 */
export function countsPerNamespace(linux: string): boolean {
  const [major = 0, minor = 0] = linux.split(".").map(Number);
  return major > 5 || (major === 5 && minor >= 14);
}
