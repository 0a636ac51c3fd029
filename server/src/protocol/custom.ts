import type { Range } from 'vscode-languageserver';
import type { CitationStatus } from '../service/api';
import type { DraftStatus } from '../service/draft-status';

/*
 * Requests of our own. First those from the server to the client: only the browser's server makes them, for it has no
 * files, so the client reads them for it.
 */

/** Asks for a file. Parameters: FileParams; answer: FileAnswer, or null when there is no such file. */
export const readFileRequest = 'resolute/readFile';

/** Asks for the files and folders right in a folder. Parameters: FileParams; answer: FolderAnswer, or null when it is no folder. */
export const readFolderRequest = 'resolute/readFolder';

export interface FileParams {
  readonly uri: string;
}

export interface FileAnswer {
  readonly text: string;
}

export interface FolderAnswer {
  readonly uris: readonly string[];
  /** The folders right in it, without those that are symbolic links. Left out by clients that cannot tell. */
  readonly folders?: readonly string[];
}

/*
 * From the client to the server.
 */

/** The scheme of the read-only pages about instruments. */
export const pageScheme = 'resolute-registry';

/**
 * Asks for the text of such a page, for a client that does not know `workspace/textDocumentContent`. Parameters:
 * PageParams; answer: PageAnswer, or null where the registry has no such instrument.
 */
export const pageRequest = 'resolute/page';

export interface PageParams {
  readonly uri: string;
}

export interface PageAnswer {
  /** Markdown. */
  readonly text: string;
}

/**
 * Asks what an open draft cites, for the tree view. Parameters: CitedParams; answer: CitedAnswer, or null where the
 * draft is not open.
 */
export const citedRequest = 'resolute/citedInstruments';

export interface CitedParams {
  readonly uri: string;
}

export interface CitedAnswer {
  /** First what calls for a mend; groups without members are left out. */
  readonly groups: readonly {
    readonly status: CitationStatus;
    /** The status in a drafter's words. */
    readonly label: string;
    readonly items: readonly {
      readonly instrument: string;
      readonly name: string;
      readonly title: string | null;
      readonly ranges: readonly Range[];
    }[];
  }[];
}

/**
 * Asks how an open draft stands, for the language status. Parameters: DraftStatusParams; answer: DraftStatusAnswer, or
 * null where the draft is not open.
 */
export const draftStatusRequest = 'resolute/draftStatus';

export interface DraftStatusParams {
  readonly uri: string;
}

export type DraftStatusAnswer = DraftStatus;

/**
 * Fetches the registry packs that `registry.sources` names; nothing else does. Parameters: UpdateParams; answer:
 * UpdateAnswer. Open drafts are then judged anew. Cancelling it ends the fetching, and what is kept stays.
 */
export const updateRequest = 'resolute/updateRegistry';

export interface UpdateParams {
  /** Whether the user trusts the open folders: in others nothing is fetched. */
  readonly trusted: boolean;
  /** Where to report which address is being fetched. */
  readonly workDoneToken?: string | number;
}

/** `refused`: why nothing was fetched. `unable`: this server cannot, it runs in a browser. */
export type UpdateAnswer = { readonly refused: 'untrusted' | 'no-sources' | 'unable' } | UpdateResult;

export interface UpdateResult {
  readonly refused: null;
  readonly sources: readonly {
    readonly url: string;
    readonly state: 'new' | 'updated' | 'unchanged' | 'failed';
    /** Of the pack kept now; null when none is. */
    readonly body: string | null;
    readonly instruments: number;
    /** Why it failed: one clause. */
    readonly message: string | null;
  }[];
}

/**
 * The command that opens the page of a rule; its argument is the rule's id. A client that has it says so at the start;
 * for another that can show documents the server carries it out.
 */
export const openRulePageCommand = 'resolute.openRulePage';

/** What a client may tell at the start, all of it optional. */
export interface InitializationOptions {
  /** The URI of the folder that holds the rule pages. */
  readonly rulePages?: string;
  /** Whether the client has the command `resolute.openRulePage`. */
  readonly opensRulePages?: boolean;
  /** The `resolute` settings, for a client that cannot be asked for them. */
  readonly settings?: unknown;
  /** The URI of a folder of the client's for what can be made anew, which is then kept there. */
  readonly storage?: string;
}
