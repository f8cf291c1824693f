/** The value of a kernel setting, such as "user.max_user_namespaces", or undefined where there is none. */
export type KernelSetting = (name: string) => string | undefined;

/** What to do where bubblewrap is there and cannot make a sandbox. */
export function bubblewrapAdvice(why: string, setting: KernelSetting): string {
  // Ubuntu 23.10 and later: programs need a profile to make user namespaces.
  // https://ubuntu.com/blog/ubuntu-23-10-restricted-unprivileged-user-namespaces
  if (setting("kernel.apparmor_restrict_unprivileged_userns") === "1")
    return "AppArmor keeps programs from making user namespaces: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or give bwrap a profile that allows userns";
  // Debian before 11 and some hardened kernels.
  if (setting("kernel.unprivileged_userns_clone") === "0")
    return "sudo sysctl -w kernel.unprivileged_userns_clone=1";
  if (setting("user.max_user_namespaces") === "0") return "sudo sysctl -w user.max_user_namespaces=10000";
  if (/must be able to read/.test(why))
    return "move the project where every user can read it, or run as another user than root";
  if (/Operation not permitted|Permission denied|No permissions/.test(why))
    return "something forbids user namespaces. In a Docker container it is Docker's seccomp profile: grade outside of it, or start it with --security-opt seccomp=unconfined --security-opt apparmor=unconfined";
  return "bwrap --unshare-all --ro-bind / / true says more";
}
