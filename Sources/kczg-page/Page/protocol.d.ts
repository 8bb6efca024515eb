// What the engine and the page say to each other. Types only: nothing of it is in the page.

type PageLanguage = "zh" | "en";
type VerdictName = "pass" | "fail" | "unknown";

/** What the page was written for. */
interface PageOptions {
  language?: PageLanguage;
  /** Codes of stages; the engine's own choice where there are none. */
  stages?: string[];
  /** The application to begin with. */
  text?: string;
}

interface PageMessage {
  severity: "error" | "warning";
  text: string;
}

interface PlacedMessage extends PageMessage {
  line: number;
  column: number;
}

interface FieldLink {
  path: string;
  label: string;
}

interface PageStage {
  code: string;
  label: string;
  isChosen: boolean;
}

interface PageView {
  /** The application: what is saved. */
  text: string;
  /** What a file of it may be called: the base's or the applicant's name. */
  name: string | null;
  outcome: "eligible" | "ineligible" | "undetermined" | "invalid";
  verdict: VerdictName;
  headline: string;
  detail: string;
  notes: string[];
  next: { text: string; path: string | null }[];
  /** Paths of the fields that decide which rules are checked. */
  choices: string[];
  stages: PageStage[];
  rulebooks: PageRulebook[];
  sections: PageSection[];
}

interface PageRulebook {
  id: string;
  title: string;
  origin: string[];
  verdict: VerdictName;
  /** In words. */
  outcome: string;
  counts: string;
  stages: { label: string; note?: string; clauses: PageClause[] }[];
  readings: string[];
  notChecked: string[];
}

interface PageClause {
  key: string;
  citation: string;
  title: string;
  verdict: VerdictName;
  mark: string;
  criteria: PageCriterion[];
}

interface PageCriterion {
  id: string;
  requirement: string;
  verdict: VerdictName;
  mark: string;
  basis: string;
  actual: string | null;
  required: string | null;
  shortfall: string | null;
  notes: string[];
  reading: string | null;
  /** What proves it. */
  proof: string[];
  missing: FieldLink[];
  facts: FieldLink[];
}

interface PageSection {
  id: string;
  title: string;
  state: "empty" | "open" | "wrong" | "done";
  done: number;
  open: number;
  wrong: number;
  summary: string;
  fields: PageField[];
}

type FieldType =
  | "flag" | "count" | "quantity" | "date" | "moment" | "code" | "codes" | "text" | "texts"
  | "list";

interface PageReason {
  key: string;
  citation: string;
  title: string;
  verdict: VerdictName;
}

interface PageChoice {
  code: string;
  label: string;
}

/** What a field and a column of a list have in common. */
interface PageQuestion {
  path: string;
  type: FieldType;
  label: string;
  question: string | null;
  unit: string | null;
  hints: string[];
  choices: PageChoice[];
  isUsed: boolean;
  reasons: PageReason[];
  readings: string[];
}

/** What a field and a cell of a list have in common. */
interface PageAnswer {
  /** As an input shows it. */
  value: string | null;
  /** What is chosen of several; an empty list is a declaration, null is not. */
  codes: string[] | null;
  /** What was typed and could not be taken. */
  entered: string | null;
  message: PageMessage | null;
}

interface PageRow {
  cells: PageAnswer[];
  message?: PageMessage | null;
}

interface PageField extends PageQuestion, PageAnswer {
  /** A heading that neighbours share. */
  group: string | null;
  /** Whether an open clause waits for it. */
  isWanted: boolean;
  /** For a text: “there is none”, which is an answer. */
  none?: { label: string; isChosen: boolean };
  columns?: PageQuestion[];
  rows?: PageRow[];
  isComplete?: boolean;
  /** How many rows there are, in words. */
  count?: string;
  /** What to say for “there are none”. */
  emptyWord?: string;
}

type PageEdit =
  | { kind: "answer"; path: string; entered: string }
  | { kind: "codes"; path: string; codes: string[] | null }
  | { kind: "none"; path: string; isChosen: boolean }
  | { kind: "addRow"; path: string }
  | { kind: "removeRow"; path: string; row: number }
  | { kind: "copyRow"; path: string; row: number }
  | { kind: "moveRow"; path: string; row: number; to: number }
  | { kind: "sort"; path: string; column: string; descending: boolean }
  | { kind: "complete"; path: string; isComplete: boolean }
  | { kind: "clear"; path: string }
  | {
    kind: "paste"; path: string; pasted: string; columns: (string | null)[]; hasHeader: boolean;
  };

interface PastePreview {
  hasHeader: boolean;
  columns: { title: string | null; member: string | null }[];
  members: FieldLink[];
  rows: { cells: { typed: string; shown: string | null; problem: string | null }[] }[];
  understood: string;
  problems: string | null;
  count: number;
}

interface OpenedFile {
  text: string | null;
  messages: PlacedMessage[];
  kept: string;
  setAside: number;
}

/** One application of a screening. */
interface ScreenedCandidate {
  number: number;
  name: string | null;
  base: string | null;
  outcome: string | null;
  mark: string;
  /** Which of the parts it stands in, from 0. */
  part: number;
  line: number | null;
  text: string | null;
}

/** A file that was chosen, in memory. */
type ChosenFile = {
  name: string;
  bytes: Uint8Array;
};

/** A part of the page that shows one answer and takes edits of it. */
interface AnswerControl {
  element: HTMLElement;
  /** What takes the focus and what the label and the messages belong to. */
  target: HTMLElement;
  update(question: PageQuestion, answer: PageAnswer): void;
  /** Whether a person is typing into it. */
  isBusy(): boolean;
}

/** A file of a screening. */
type ScreenPart = ChosenFile & {
  kind?: "recommender";
  /** An application a line. */
  isLines?: boolean;
};
