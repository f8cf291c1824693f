import type { Datasheet } from "./datasheet.ts";

type Section = keyof Datasheet;

const questions: { readonly [S in Section]: { readonly [Field in keyof Datasheet[S]]: string } } = {
  motivation: {
    purpose: "What was the data set made for? Which gap was it to fill?",
    creators: "Who made it, and for whom?",
    funding: "Who paid for it?",
  },
  composition: {
    count: "How many items are there?",
    syntheticShare: "Which share of the items did a machine write?",
    items: "What is one item? Of which kinds are there?",
    sampling: "Are these all items or a sample? Of what, and how was it drawn?",
    groups: "Which groups of people do the items come from or speak of, and in which shares?",
    labels: "Does an item carry a label or target? Who gave it?",
    missing: "What is missing from items, and why?",
    errors: "Which errors, noise and repetitions are known?",
    privacy: "Can people be recognised? Is there anything confidential, sensitive or offensive?",
  },
  collection: {
    method: "How was each item come by: seen, reported, inferred, generated? How was that checked?",
    people: "Who collected, and how were they paid?",
    time: "From when to when? Are the items themselves from that time?",
    consent: "Did the people concerned know and agree? How can they withdraw?",
    review: "Was there an ethical review, and what came of it?",
  },
  preprocessing: {
    steps: "How were items cleaned, changed or labelled? With which programs?",
    removed: "What was removed, by which filter, and whom does the filter hit by mistake?",
    rawData: "Is the raw data kept, and where?",
  },
  uses: {
    done: "What has it been used for?",
    suitable: "What else could it be used for?",
    unsuitable: "What should it not be used for?",
    risks: "What in its making could treat people unfairly later on, and what can be done about it?",
  },
  distribution: {
    access: "Who gets it, from where, and since when?",
    licence: "Under which licence or terms?",
    restrictions: "Which rights of others, or laws, restrict it?",
  },
  maintenance: {
    maintainer: "Who looks after it?",
    contact: "How can they be reached?",
    updates: "Will it be corrected or extended: how often, by whom, how is it announced?",
    versions: "What becomes of older versions?",
    objections: "How can others contribute, object, or have items taken out?",
  },
};

/** A part of JSON Schema, as far as datasheets need it. */
export interface DatasheetSchema {
  readonly $schema: string;
  readonly title: string;
  readonly type: "object";
  readonly required: readonly Section[];
  readonly properties: { readonly [S in Section]: SectionSchema };
}

interface SectionSchema {
  readonly type: "object";
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly description: string } & Record<string, unknown>>>;
}

const text = { type: "string", pattern: "\\S" };
const kinds: Record<string, object> = {
  count: { type: "integer", minimum: 0 },
  syntheticShare: { anyOf: [{ type: "number", minimum: 0, maximum: 1 }, { const: "unknown" }] },
};

function sectionSchema(fields: Readonly<Record<string, string>>): SectionSchema {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([field, description]) => [field, { description, ...(kinds[field] ?? text) }]),
  );
  return { type: "object", required: Object.keys(fields), properties };
}

/**
 * The JSON Schema of a {@link Datasheet}, with a question for each field as its description; for editors, and
 * for programs that check JSON files. `datasheetFaults` checks the same with words of its own.
 *
 * @see Gebru et al. (2021), Commun. ACM 64(12):86–92, doi:10.1145/3458723 (sections theirs, questions
 *   shortened) — chapter 16
 * @example datasheetSchema.properties.uses.properties.unsuitable.description // => "What should it not be used for?"
 */
export const datasheetSchema: DatasheetSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Datasheet of a data set",
  type: "object",
  required: Object.keys(questions) as Section[],
  properties: Object.fromEntries(
    Object.entries(questions).map(([section, fields]) => [section, sectionSchema(fields)]),
  ) as DatasheetSchema["properties"],
};
