import { Command } from "commander";
import { defaultName } from "../../kernel/jupyter/install/kernelSpec.ts";
import { Refusal } from "../../kernel/refusal.ts";

interface PlaceFlags {
  readonly name: string;
  readonly user?: boolean;
  readonly prefix?: string;
}

/** `genloss kernel`: makes the kernel known to Jupyter, removes it, checks it. */
export function kernelCommand(): Command {
  const place = (command: Command): Command =>
    command
      .option("--user", "in the user's own Jupyter folder (the default)")
      .option("--prefix <folder>", "in an environment, such as .venv")
      .option("--name <name>", "what Jupyter calls the kernel", defaultName);
  return new Command("kernel")
    .description("TypeScript in Jupyter: install, uninstall, doctor")
    .addCommand(
      place(new Command("install").description("register the kernel with Jupyter; needs no Python")).action(
        install,
      ),
    )
    .addCommand(
      place(new Command("uninstall").description("remove the kernel from Jupyter")).action(uninstall),
    )
    .addCommand(
      place(
        new Command("doctor").description("check what Jupyter sees, and run a cell through the kernel"),
      ).action(doctor),
    );
}

function placeOf({ name, user, prefix }: PlaceFlags): { name: string; prefix?: string } {
  if (user && prefix !== undefined) {
    throw new Refusal("Cannot choose a place for the kernel: give --user or --prefix, not both", 2);
  }
  return { name, ...(prefix !== undefined && { prefix }) };
}

async function install(flags: PlaceFlags): Promise<void> {
  const { installKernel } = await import("../../kernel/jupyter/install/installKernel.ts");
  const folder = await installKernel(placeOf(flags));
  console.log(
    `Installed the kernel "${flags.name}" in ${folder}\n  Next   in Jupyter or VS Code choose "TypeScript (Generation Loss)"\n  Check  npx genloss kernel doctor${flags.prefix === undefined ? "" : ` --prefix ${flags.prefix}`}`,
  );
}

async function uninstall(flags: PlaceFlags): Promise<void> {
  const { uninstallKernel } = await import("../../kernel/jupyter/install/installKernel.ts");
  const folder = uninstallKernel(placeOf(flags));
  console.log(folder === undefined ? `There is no kernel "${flags.name}" here` : `Removed ${folder}`);
}

async function doctor(flags: PlaceFlags): Promise<void> {
  const { examineKernel } = await import("../../kernel/jupyter/install/examineKernel.ts");
  const findings = await examineKernel(placeOf(flags));
  for (const { fine, about, found, advice } of findings) {
    console.log(`${fine ? "✓" : "✗"} ${about}: ${found}${!fine && advice ? `\n    Try   ${advice}` : ""}`);
  }
  if (findings.some(({ fine }) => !fine)) throw new Refusal("Not everything is well.", 1);
}
