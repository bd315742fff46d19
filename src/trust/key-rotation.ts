/** How many sealed values of one column stand under which key. */
export interface SealedCount {
  /** `table.column` */
  column: string;
  /** Values by the number of their key. */
  byKey: Readonly<Record<number, number>>;
}

/** What a change of keys has done, and what is left. */
export interface RotationReport {
  /** Values sealed anew. */
  resealed: number;
  /** Blind indexes made anew. */
  reindexed: number;
  /** Values that no key at hand opens; they are left as they are. */
  unreadable: number;
  /** Every sealed column of the database, as the catalogue knows it, counted after the change. */
  columns: SealedCount[];
  /** Values that are not under the key of today. */
  left: number;
}

/** Brings what lies sealed under the key of today. Works beside running servers that have all the keys. */
export interface KeyRotation {
  /** Counts only. */
  status(): Promise<RotationReport>;
  /**
   * Seals everything anew that is not under the key of today, with its blind index, some rows at a time. Broken off, it
   * goes on where it stopped when it is called again.
   * @param onProgress told how many values are done
   */
  rotate(onProgress?: (done: number) => void): Promise<RotationReport>;
}
