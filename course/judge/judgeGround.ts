import { type CompileCell, type CompiledCell, compileCell } from "../../kernel/compile/compileCell.ts";
import { Recent } from "../../kernel/compile/recent.ts";
import { type Ground, type OpenSession, openSession } from "./host/openSession.ts";

/** What tests stand on, where they run: no answer ever runs there. Exercises of one notebook may share it. */
export class JudgeGround {
  readonly #ground: Ground;
  #open: OpenSession;

  private constructor(ground: Ground, open: OpenSession) {
    this.#ground = ground;
    this.#open = open;
  }

  /** @throws {Error} naming the cell that fails */
  static async open(ground: Ground): Promise<JudgeGround> {
    return new JudgeGround(ground, await openSession(ground, () => {}, compileOnce));
  }

  /** Where the cells have run: another one after `renew`. */
  get open(): OpenSession {
    return this.#open;
  }

  /** Runs the cells anew: a test has changed what they made. */
  async renew(): Promise<void> {
    this.#open = await openSession(this.#ground, () => {}, compileOnce);
  }
}

const recent = new Recent<CompiledCell>(500);

/** Tests are the same for each submission, and stand on the same names. */
const compileOnce: CompileCell = (source, options = {}) =>
  recent.of(`${[...(options.known ?? [])].join()}\n${source}`, () => compileCell(source, options));
