// Files on their way into a board, kept under the data folder by their hash until a week has gone. What is read back is
// checked against the hash: an import never runs on other bytes than were looked at.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '#lib/domain/result.ts';

const KEEP_MS = 7 * 24 * 3600 * 1000;

export class Uploads {
	readonly #folder: string;

	constructor(dataDir: string) {
		this.#folder = path.join(dataDir, 'uploads');
	}

	/** Keeps the bytes; returns their sha256. */
	async keep(bytes: Uint8Array, nowMs: number): Promise<string> {
		const hash = createHash('sha256').update(bytes).digest('hex');
		await mkdir(this.#folder, { recursive: true });
		await this.#sweep(nowMs);
		const file = path.join(this.#folder, hash);
		try {
			await writeFile(file, bytes);
		} catch (error) {
			// Half a file is of no use, and on a full disk its room is.
			await rm(file, { force: true });
			throw error;
		}
		return hash;
	}

	async read(hash: string): Promise<Result<Uint8Array>> {
		if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not a hash of an upload: ${hash}`);
		try {
			const bytes = await readFile(path.join(this.#folder, hash));
			if (createHash('sha256').update(bytes).digest('hex') === hash) return ok(bytes);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		}
		return err({ code: 'gone', message: 'The file is not here any more. Choose it again.' });
	}

	async #sweep(nowMs: number): Promise<void> {
		for (const name of await readdir(this.#folder)) {
			const file = path.join(this.#folder, name);
			const known = await stat(file).catch(() => undefined);
			if (known && nowMs - known.mtimeMs > KEEP_MS) await rm(file, { force: true });
		}
	}
}
