/** What the review answers to a change of the rubric. */
export interface RubricAnswer {
  readonly item?: { readonly id: string; readonly text: string; readonly points: number };
  readonly removed?: boolean;
  /** To be agreed to before anything is done. */
  readonly question?: string;
  /** Why nothing was done. */
  readonly fault?: string;
}

/** Sends a change of the rubric. A review that does not answer is a fault in words. */
export async function sent(address: string, body: object): Promise<RubricAnswer> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await response.json()) as RubricAnswer;
  } catch {
    return { fault: "Nothing was done: the review does not answer." };
  }
}
